"""Runs commands in turn, again and again, and keeps what each took."""
import json
import shlex
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Times:
    """The seconds of one command's runs."""

    wall: list = field(default_factory=list)
    cpu: list = field(default_factory=list)

    def spread(self, of="cpu"):
        """How far the runs lie apart, as a share of their median."""
        runs = getattr(self, of)
        return (max(runs) - min(runs)) / statistics.median(runs)

    def median(self, of="cpu"):
        return statistics.median(getattr(self, of))


def interleave(commands, rounds):
    """Runs a dictionary of commands A B C A B C ..., and gives a dictionary of `Times`.

    hyperfine itself ends all runs of a command before it begins the next, so it is called once a round, with one run of
    each. All run once before, and one that fails ends the whole, since its time would mean nothing. Each run's files are
    read just before it: machines that are lent take the page cache back when they please.
    """
    for name, command in commands.items():
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"compare: {name} fails on a good file, so there is nothing to measure")
    times = {name: Times() for name in commands}
    with tempfile.NamedTemporaryFile(suffix=".json") as export:
        for _ in range(rounds):
            subprocess.run(
                ["hyperfine", "--shell=none", "--style=none", "--runs=1", f"--export-json={export.name}",
                 *(f"--prepare={reading(command)}" for command in commands.values()),
                 *(shlex.join(map(str, command)) for command in commands.values())],
                check=True, stdout=subprocess.DEVNULL)
            with open(export.name) as file:
                results = json.load(file)["results"]
            for taken, result in zip(times.values(), results):
                taken.wall.append(result["mean"])
                taken.cpu.append(result["user"] + result["system"])
    return times


def reading(command):
    """The command that reads all corpora that a command names, so that they lie in the page cache."""
    words = [word for argument in command for word in shlex.split(str(argument))]
    files = {word for word in words if word.endswith((".jsonl", ".gz")) and Path(word).exists()}
    return shlex.join(["cat", "/dev/null", *sorted(files)])


def at_once(first, second):
    """The command that runs two commands at the same time, and fails if one does."""
    pair = f"{shlex.join(map(str, first))} & {shlex.join(map(str, second))} && wait $!"
    return ["sh", "-c", pair]
