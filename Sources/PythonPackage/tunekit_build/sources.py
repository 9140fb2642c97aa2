"""What the source archive has."""

from __future__ import annotations

import os
import subprocess

from .metadata import ROOT


def paths() -> list[str]:
    """The files of the project: those of git or, in an unpacked archive, all but what builds leave behind."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
        files = [os.fsdecode(path) for path in listed.split(b"\0") if path]
    else:
        files = []
        for folder, folders, names in os.walk(ROOT):
            folders[:] = [name for name in folders if not name.startswith(".build") and name != "__pycache__"]
            files += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return sorted(path for path in files if path != "PKG-INFO" and (ROOT / path).is_file())
