"""Builds the wheel and the source archive: the hooks of PEP 517. It downloads nothing itself.

`pip wheel .` makes the wheel, with a program that needs no library. `--config-settings traits=ISAL` makes it with ISA-L, which
inflates gzip data twice as fast; `--config-settings submission=yes` adds tunekit-submit, which uses the network through the system's libcurl. Either needs the
libraries of the system, so the wheel is for systems like this one.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from . import metadata, program, sources, wheel

Settings = Optional[Mapping[str, Any]]


def build_wheel(folder: str, settings: Settings = None, metadata_folder: Optional[str] = None) -> str:
    choices = _Choices(settings)
    tags = program.tags(choices.is_static)
    built = {name: program.build(choices.traits, name).read_bytes() for name in choices.programs}
    name = f"tunekit-{metadata.version()}"
    with wheel.Wheel(Path(folder), name, tags) as made:
        package = metadata.FOLDER / "tunekit"
        for path in [*sorted(package.glob("*.py")), package / "py.typed"]:
            made.add(f"tunekit/{path.name}", path.read_bytes())
        for program_name, data in built.items():
            made.add(f"{name}.data/scripts/{program_name}", data, is_program=True)
        for path_in, data in _information(tags).items():
            made.add(f"{name}.dist-info/{path_in}", data)
    return made.path.name


def prepare_metadata_for_build_wheel(folder: str, settings: Settings = None) -> str:
    information = Path(folder) / f"tunekit-{metadata.version()}.dist-info"
    for path, data in _information(program.tags(_Choices(settings).is_static)).items():
        file = information / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return information.name


def build_sdist(folder: str, settings: Settings = None) -> str:
    _Choices(settings)
    name = f"tunekit-{metadata.version()}"
    path = Path(folder) / f"{name}.tar.gz"
    files = {source: metadata.ROOT / source for source in sources.paths()}
    contents = {name: (path.read_bytes(), os.access(path, os.X_OK)) for name, path in files.items()}
    contents["PKG-INFO"] = (metadata.text(), False)
    path.write_bytes(archive(name, contents))
    return path.name


def archive(name: str, contents: Mapping[str, tuple[bytes, bool]]) -> bytes:
    """A compressed tar archive with a folder `name`, of files and whether each is a program."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for file, (data, is_program) in sorted(contents.items()):
            entry = tarfile.TarInfo(f"{name}/{file}")
            entry.size, entry.mtime, entry.mode = len(data), metadata.moment(), 0o755 if is_program else 0o644
            tar.addfile(entry, io.BytesIO(data))
    return gzip.compress(packed.getvalue(), 9, mtime=0)


def _information(tags: list[str]) -> dict[str, bytes]:
    """The files of the folder `.dist-info`, but for RECORD."""
    files = {"METADATA": metadata.text(), "WHEEL": wheel.description(tags)}
    return {**files, **{f"licenses/{name}": data for name, data in metadata.licences().items()}}


class _Choices:
    """What `--config-settings` selects."""

    def __init__(self, settings: Settings) -> None:
        given = {name: str(value) for name, value in (settings or {}).items()}
        for name in given:
            if name not in ("traits", "submission"):
                raise SystemExit(
                    f"tunekit: the setting '{name}' is not known: there are traits, such as traits=ISAL, and submission=yes"
                )
        answer = given.get("submission", "no")
        if answer not in ("yes", "no"):
            raise SystemExit(f"tunekit: submission={answer} is not known: it is yes or no")
        self.traits = [trait for trait in given.get("traits", "").split(",") if trait]
        self.programs = ["tunekit", program.SUBMIT] if answer == "yes" else ["tunekit"]
        # Debian has no static library of ISA-L, and none of libcurl that can be linked.
        self.is_static = not self.traits and answer == "no"
