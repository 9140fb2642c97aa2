"""Builds tunekit and the programs of ours that use the peers, and installs the peers that are Python packages.

All of it goes into one folder that git ignores. What cannot be had is skipped, with a word in `skipped`.
"""
import functools
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
SOURCES = PROJECT / "Benchmarks" / "peers"
PACKAGES = {
    "plain": [], "python": ["orjson", "google-genai"], "together1": ["together<2"], "together3": ["together>=3,<4"]}


def say(text):
    print(text, file=sys.stderr, flush=True)


def output(*command):
    """What a command prints, standard error included, even if it fails."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout.strip()


class Programs:
    def __init__(self, folder, tunekit, simdjson):
        self.folder = folder
        self.given_tunekit = tunekit
        self.simdjson_folder = simdjson
        self.skipped = {}
        folder.mkdir(parents=True, exist_ok=True)

    def skip(self, what, why):
        if what not in self.skipped:
            say(f"skipped: {what}: {why}")
        self.skipped[what] = why

    # tunekit

    def tunekit(self):
        return self.given_tunekit or self.swift_build("tunekit", ".build")

    @functools.cache
    def static_tunekit(self):
        return self.swift_build("tunekit with --static-swift-stdlib", ".build-static", "--static-swift-stdlib")

    @functools.cache
    def isal_tunekit(self):
        return self.swift_build("tunekit with --traits ISAL", ".build-isal", "--traits", "ISAL")

    def swift_build(self, name, folder, *options):
        say(f"building {name}")
        command = ["swift", "build", "-c", "release", "--product", "tunekit", "--scratch-path", folder, *options]
        if not shutil.which("swift") or subprocess.run(command, cwd=PROJECT, capture_output=True).returncode != 0:
            return self.skip(name, "it does not build here")
        return PROJECT / folder / "release" / "tunekit"

    @functools.cache
    def jobs(self, tunekit, count):
        """The arguments that validate on so many threads, or nothing where tunekit has no such option."""
        if "--jobs" in output(tunekit, "validate", "--help"):
            return [tunekit, "validate", "--jobs", str(count)]
        self.skip("two threads", "this tunekit has no --jobs")
        return [tunekit, "validate"] if count == 1 else None

    # C and C++

    @functools.cache
    def compile(self, name, source, *options):
        target = self.folder / name
        compiler = ["c++", "-std=c++17"] if source.endswith(".cpp") else ["cc"]
        command = [*compiler, "-O3", "-march=native", "-w", SOURCES / source, *options, "-o", target]
        if not shutil.which(compiler[0]) or subprocess.run(command, capture_output=True).returncode != 0:
            return self.skip(name, "it does not compile here, or its library is missing")
        return target

    @functools.cache
    def simdjsons(self):
        """Our program with Debian's simdjson, and with the one of --simdjson: names with versions, and paths."""
        programs = [self.compile("simdjson-lines", "simdjson-lines.cpp", "-lsimdjson")]
        if self.simdjson_folder:
            single = self.simdjson_folder / "simdjson.cpp"
            programs.append(
                self.compile("simdjson-lines-new", "simdjson-lines.cpp", f"-I{self.simdjson_folder}", single))
        # Called without arguments it says: simdjson 3.0.1, icelake
        return {output(program).split("\n")[0].split(",")[0]: program for program in programs if program}

    # Python

    def python(self, name):
        """The interpreter of an environment with the packages and no others: some hook themselves into its start."""
        environment = self.folder / name
        python = environment / "bin" / "python"
        complete = environment / "complete"
        if not complete.exists():
            what = " and ".join(["a Python environment", *PACKAGES[name]])
            say(f"installing {what}")
            steps = [[sys.executable, "-m", "venv", "--clear", environment]]
            if PACKAGES[name]:
                steps.append([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES[name]])
            for step in steps:
                if subprocess.run(step, capture_output=True).returncode != 0:
                    return self.skip(what, "it cannot be installed here")
            complete.touch()
        return python

    @functools.cache
    def slow_peers(self):
        """What people check data with: names with versions, commands that lack the file, whether they want messages."""
        check = SOURCES / "check-lines.py"
        peers = {}
        if python := self.python("plain"):
            peers[f"Python {sys.version.split()[0]} json"] = ([python, check, "json"], False)
        if python := self.python("python"):
            peers[f"orjson {version(python, 'orjson')}"] = ([python, check, "orjson"], False)
            peers[f"google-genai {version(python, 'google-genai')} types"] = ([python, check, "genai"], False)
        if python := self.python("together3"):
            peers[f"together {version(python, 'together')} check_file"] = ([python, check, "together"], False)
        if python := self.python("together1"):
            peers[f"together {version(python, 'together')} check_file"] = ([python, check, "together"], True)
        if shutil.which("jq"):
            peers[output("jq", "--version").replace("-", " ")] = (["jq", "empty"], False)
        else:
            self.skip("jq", "it is not installed")
        return peers


def version(python, package):
    return output(python, "-c", f"import importlib.metadata as m; print(m.version('{package}'))")
