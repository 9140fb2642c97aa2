"""Runs the program that is in the same wheel, and no other."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Optional, Union

from ._report import Report


class TunekitError(Exception):
    """The program could not do the job; the message is what it says about that.

    With several files, one that cannot be read does not keep the others from being checked: `report` is then what was
    found in them.
    """

    def __init__(self, message: str, report: Optional[Report] = None) -> None:
        super().__init__(message)
        self.report = report

    def __reduce__(self) -> tuple[type[TunekitError], tuple[str, Optional[Report]]]:
        return type(self), (str(self), self.report)


def path() -> str:
    """The path of the program, which pip puts in the folder for the programs of an environment."""
    # FOLDER/tunekit, as with `pip install --target`, or PREFIX/lib/python3.N/site-packages/tunekit.
    packages = Path(__file__).parent.parent
    folders = [packages / "bin"]
    if packages.name in ("site-packages", "dist-packages") and len(packages.parents) > 2:
        folders.append(packages.parents[2] / "bin")
    for folder in folders:
        program = folder / "tunekit"
        if program.is_file():
            return str(program)
    raise TunekitError("the program tunekit is missing: install the wheel again")


def run(arguments: Sequence[Union[str, bytes]]) -> subprocess.CompletedProcess[bytes]:
    """Runs the program and waits for its end.

    Raises TunekitError if it cannot be started or a signal ends it.
    """
    try:
        done = subprocess.run([path(), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    except OSError as error:
        raise TunekitError(f"tunekit cannot be started: {error.strerror}") from error
    if done.returncode < 0:
        raise TunekitError(f"tunekit was ended by {signal.Signals(-done.returncode).name}")
    return done


def lines(errors: bytes) -> list[str]:
    """What the program wrote to standard error, without its name before each line."""
    text = errors.decode("utf-8", "replace")
    return [line[len("tunekit: ") :] if line.startswith("tunekit: ") else line for line in text.splitlines()]
