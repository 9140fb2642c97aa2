"""The files that are measured: written once, and again when `make-corpus` has changed."""
import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

MAKE_CORPUS = Path(__file__).parent.parent / "make-corpus"
SHAPES = Path(__file__).parent.parent / "shapes"
KINDS = ("chat", "cjk", "long", "tool")
# Long lines are checked so fast that what starting takes would count as slowness. The service takes no file above 1 GB.
TIMES = {"long": 1.5}


class Corpora:
    def __init__(self, folder, megabytes, slice_megabytes):
        self.folder = folder
        self.megabytes = megabytes
        self.slice_megabytes = slice_megabytes
        folder.mkdir(parents=True, exist_ok=True)

    def file(self, kind):
        return self.folder / f"{kind.replace('/', '-and-')}-{self.size(kind)}.jsonl"

    def size(self, kind):
        return int(self.megabytes * TIMES.get(kind, 1))

    def whole(self, kind):
        def write(out):
            subprocess.run([MAKE_CORPUS, kind, str(self.size(kind))], stdout=out, check=True)
        return self.derive(self.file(kind).name, write)

    def slice(self, kind):
        """The first lines of the same corpus, for what is slow."""
        def write(out):
            with open(whole, "rb") as source:
                out.write(source.read(self.slice_megabytes * 1_000_000))
                out.write(source.readline())
        whole = self.whole(kind)
        return self.derive(f"{whole.stem}-{self.slice_megabytes}.jsonl", write, whole)

    def copy(self, file):
        return self.derive(f"{file.stem}-copy.jsonl", lambda out: shutil.copyfileobj(open(file, "rb"), out), file)

    def compressed(self, file, suffix, command):
        """The output of a compressor, or nothing where it is not installed."""
        if not shutil.which(command[0]):
            return None
        return self.derive(
            f"{file.stem}.{suffix}", lambda out: subprocess.run([*command, file], stdout=out, check=True), file)

    def head(self, file, lines):
        def write(out):
            with open(file, "rb") as source:
                out.writelines(line for line, _ in zip(source, range(lines)))
        return self.derive(f"{file.stem}-{lines}-lines.jsonl", write, file)

    def messages(self, file):
        """The same texts in the form of OpenAI, which some peers want."""
        def write(out):
            for line in open(file, "rb"):
                example = json.loads(line)
                contents = example["contents"]
                if "systemInstruction" in example:
                    contents = [{"role": "system", **example["systemInstruction"]}, *contents]
                messages = [
                    {"role": content["role"].replace("model", "assistant"), "content": content["parts"][0]["text"]}
                    for content in contents]
                out.write(json.dumps({"messages": messages}, ensure_ascii=False).encode() + b"\n")
        return self.derive(f"{file.stem}-messages.jsonl", write, file)

    def derive(self, name, write, source=MAKE_CORPUS):
        file = self.folder / name
        changed = max(path.stat().st_mtime for path in [source, *SHAPES.glob("*.py")])
        if not file.exists() or file.stat().st_mtime < changed:
            part = file.with_suffix(".part")
            with open(part, "wb") as out:
                write(out)
            part.replace(file)
        return file

    def describe(self):
        """A table of what the corpora are made of that were written."""
        facts = {kind: describe(file) for kind in KINDS if (file := self.file(kind)).exists()}
        columns = ["corpus", *next(iter(facts.values()), [])]
        lines = [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
        return "\n".join(lines + [f"| {kind} | {' | '.join(seen.values())} |" for kind, seen in facts.items()])


def describe(file):
    """What a corpus is made of, seen in its first lines."""
    data = open(file, "rb").read(8_000_000)
    lines = data.split(b"\n")[:-1]
    sample = b"".join(lines)
    # A backslash and what follows it; then every string, number, literal and mark of punctuation.
    escapes = len(re.findall(rb"\\.", sample))
    tokens = re.findall(rb'"(?:[^"\\]|\\.)*"|-?\d[^,}\] ]*|true|false|null|[{}\[\]:,]', sample)
    numbers = sum(token[:1] in b"-0123456789" for token in tokens)
    lengths = sorted(map(len, lines))
    return {
        "lines of": f"{lengths[0] / 1e3:.1f} to {lengths[-1] / 1e3:.1f} KB",
        "escapes per KB": f"{escapes / len(sample) * 1e3:.1f}",
        "bytes per token": f"{len(sample) / len(tokens):.1f}",
        "numbers per KB": f"{numbers / len(sample) * 1e3:.1f}",
        "gzip -6": f"{len(sample) / len(gzip.compress(sample, 6)):.2f} : 1",
    }
