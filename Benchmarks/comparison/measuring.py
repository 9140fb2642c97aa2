"""Runs commands in turn, again and again, and keeps what each took."""
import json
import shlex
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field


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
    each. All run once before, to warm the caches; one that fails ends the whole, since its time would mean nothing.
    """
    for name, command in commands.items():
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"compare: {name} fails on a good file, so there is nothing to measure")
    times = {name: Times() for name in commands}
    with tempfile.NamedTemporaryFile(suffix=".json") as export:
        for _ in range(rounds):
            subprocess.run(
                ["hyperfine", "--shell=none", "--style=none", "--runs=1", f"--export-json={export.name}",
                 *(shlex.join(map(str, command)) for command in commands.values())],
                check=True, stdout=subprocess.DEVNULL)
            with open(export.name) as file:
                results = json.load(file)["results"]
            for taken, result in zip(times.values(), results):
                taken.wall.append(result["mean"])
                taken.cpu.append(result["user"] + result["system"])
    return times


def at_once(first, second):
    """The command that runs two commands at the same time, and fails if one does."""
    pair = f"{shlex.join(map(str, first))} & {shlex.join(map(str, second))} && wait $!"
    return ["sh", "-c", pair]
