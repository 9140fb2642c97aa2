"""What the source archive has."""

from __future__ import annotations

import os
import subprocess

from .metadata import ROOT


def paths() -> list[str]:
    """The files of the project: those that git knows or, in an unpacked archive, all but what builds leave behind."""
    files = _known_to_git() if (ROOT / ".git").exists() else []
    return sorted(path for path in files or _all() if path != "PKG-INFO" and (ROOT / path).is_file())


def _known_to_git() -> list[str]:
    """Empty if git does not say, as in a folder that belongs to another user."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=False, stdout=subprocess.PIPE).stdout
    except FileNotFoundError:
        return []
    return [os.fsdecode(path) for path in listed.split(b"\0") if path]


def _all() -> list[str]:
    files: list[str] = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not name.startswith((".build", ".git", ".swiftpm", "__pycache__"))]
        files += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return files
