"""Writes a wheel."""

from __future__ import annotations

import base64
import hashlib
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Optional

from .metadata import moment


class Wheel:
    """A wheel that is written file by file, and has its name when it is complete."""

    def __init__(self, folder: Path, name: str, tags: Sequence[str]) -> None:
        python, abi, _ = tags[0].split("-")
        systems = ".".join(tag.split("-")[2] for tag in tags)
        self.path = folder / f"{name}-{python}-{abi}-{systems}.whl"
        self._name = name
        self._record: list[str] = []
        self._part = folder / f"{name}.part"
        self._time = time.gmtime(moment())[:6]

    def __enter__(self) -> Wheel:
        self._zip = zipfile.ZipFile(self._part, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        if error is None:
            record = f"{self._name}.dist-info/RECORD"
            self._write(record, "".join(f"{row}\n" for row in [*self._record, f"{record},,"]).encode())
        self._zip.close()
        if error is None:
            self._part.replace(self.path)
        else:
            self._part.unlink()

    def add(self, path: str, data: bytes, is_program: bool = False) -> None:
        """Adds a file and its row of RECORD."""
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        self._record.append(f"{path},sha256={digest},{len(data)}")
        self._write(path, data, 0o755 if is_program else 0o644)

    def _write(self, path: str, data: bytes, mode: int = 0o644) -> None:
        entry = zipfile.ZipInfo(path, self._time)
        entry.external_attr = (0o100000 | mode) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._zip.writestr(entry, data)


def description(tags: Sequence[str]) -> bytes:
    """The file WHEEL."""
    rows = ["Wheel-Version: 1.0", "Generator: tunekit_build", "Root-Is-Purelib: false"]
    return "".join(f"{row}\n" for row in [*rows, *(f"Tag: {tag}" for tag in tags)]).encode()
