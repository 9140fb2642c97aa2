"""What the wheel says of itself: its version, its METADATA and its licences."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "Sources/PythonPackage"


def version() -> str:
    """The version of the program."""
    source = (ROOT / "Sources/tunekit/Tunekit.swift").read_text(encoding="utf-8")
    found = re.search(r'static let version = "([^"]+)"', source)
    if found is None:
        raise SystemExit("tunekit: Sources/tunekit/Tunekit.swift has no version")
    return found[1]


def licences() -> dict[str, bytes]:
    """The licences of all that is in the program, by the names of their files."""
    files = [ROOT / "LICENSE", *sorted((FOLDER / "licenses").glob("*.txt"))]
    return {file.name: file.read_bytes() for file in files}


def text() -> bytes:
    """The file METADATA."""
    head = ["Metadata-Version: 2.4", "Name: tunekit", f"Version: {version()}"]
    head += (FOLDER / "METADATA").read_text(encoding="utf-8").splitlines()
    head += [f"License-File: {name}" for name in licences()]
    return "\n".join([*head, "", (FOLDER / "README.md").read_text(encoding="utf-8")]).encode()


def moment() -> int:
    """The time of what archives contain, in seconds since 1970, so that the same files make the same archive.

    It is SOURCE_DATE_EPOCH or, by default, the first day that a wheel can have: 1980-01-01.
    """
    return max(int(os.environ.get("SOURCE_DATE_EPOCH", 0)), 315532800)
