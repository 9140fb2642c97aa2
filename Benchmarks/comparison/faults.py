"""Whether the peers see a fault in the last line. One that is to see it and does not has not done the work."""
import re
import subprocess

TEXT = re.compile(rb'("(?:text|content)": ")')
FAULTS = {
    "none": lambda line: line,
    "line cut off": lambda line: line[: len(line) // 2],
    "lone surrogate": lambda line: TEXT.sub(rb"\1\\ud83d", line, 1),
    "not UTF-8": lambda line: TEXT.sub(b"\\1\xff", line, 1),
    "unknown role": lambda line: line.replace(b'"role": "user"', b'"role": "usr"', 1),
    "key twice": lambda line: line.replace(b'"role": "user"', b'"role": "user", "role": "user"', 1),
}
# What must be seen, by the first word or two of a peer's name. The others may.
MUST_SEE = {
    "tunekit": {"line cut off", "lone surrogate", "not UTF-8", "unknown role", "key twice"},
    "simdjson full": {"line cut off", "lone surrogate", "not UTF-8", "unknown role"},
    "simdjson lazy": {"line cut off", "not UTF-8", "unknown role"},
    "orjson": {"line cut off", "lone surrogate", "not UTF-8", "unknown role"},
    "Python": {"line cut off", "not UTF-8", "unknown role"},
    "google-genai": {"line cut off", "not UTF-8"},
    "together 1": {"line cut off", "not UTF-8", "unknown role"},
    "together 3": {"line cut off", "not UTF-8"},
    "jq": {"line cut off"},
}


def check(programs, corpora, tunekit):
    """A table of who sees what, and what is wrong with it."""
    file = corpora.slice("chat")
    peers = {"tunekit": ([*programs.jobs(tunekit, 1)], False)}
    for name, program in programs.simdjsons().items():
        for mode in ("full", "lazy"):
            peers[f"{name.replace('simdjson', f'simdjson {mode}')}"] = ([program, mode], False)
    peers |= programs.slow_peers()
    lines = [f"| fault in the last line | {' | '.join(peers)} |", "|---" * (len(peers) + 1) + "|"]
    wrong = []
    for fault, plant in FAULTS.items():
        cells = []
        for name, (command, wants_messages) in peers.items():
            good = corpora.messages(file) if wants_messages else file
            planted = corpora.folder / "planted.jsonl"
            data = good.read_bytes()
            start = data.rindex(b"\n", 0, -1) + 1
            planted.write_bytes(data[:start] + plant(data[start:-1]) + b"\n")
            status = subprocess.run([*command, planted], capture_output=True).returncode
            cells.append("sees it" if status else "")
            must = next(faults for start_of_name, faults in MUST_SEE.items() if name.startswith(start_of_name))
            if fault == "none" and status:
                wrong.append(f"{name} refuses a good file")
            elif fault in must and not status:
                wrong.append(f"{name} does not see: {fault}")
        lines.append(f"| {fault} | {' | '.join(cells)} |")
    return "\n".join(lines), wrong
