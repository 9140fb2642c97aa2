"""Builds the program that the wheel has, with Swift."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .metadata import ROOT

def build(traits: Sequence[str]) -> Path:
    """Builds the program, without symbols, and returns its path. Only linking differs from `swift build -c release`."""
    _check_tools()
    command = ["swift", "build", "-c", "release", "--product", "tunekit", "-Xlinker", "-s"]
    if traits:
        command += ["--traits", ",".join(traits)]
    settings = dict(os.environ)
    if not traits:
        settings["TUNEKIT_LINKING"] = "static"
    if subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode != 0:
        raise SystemExit("tunekit: swift build has failed; what it said is above")
    folder = subprocess.run(
        [*command, "--show-bin-path"], cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return Path(folder.stdout.strip()) / "tunekit"


def tags(traits: Sequence[str]) -> list[str]:
    """The systems on which the program runs: any Linux that is not older than kernel 3.10, if it is static."""
    if sys.platform != "linux":
        raise SystemExit("tunekit: the wheel is built on Linux; elsewhere, build the program with Swift: see README.md")
    machine = platform.machine()
    # Debian has no static library of ISA-L.
    systems = ["linux"] if traits else ["manylinux_2_17", "manylinux2014", "musllinux_1_1"]
    return [f"py3-none-{system}_{machine}" for system in systems]


def _check_tools() -> None:
    if shutil.which("swift") is None:
        raise SystemExit(
            "tunekit: the wheel is built with Swift 6.3 and zlib1g-dev: install Swift from https://www.swift.org/install, "
            "then run 'apt-get install -y zlib1g-dev'"
        )
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        return
    test = subprocess.run(
        [compiler, "-x", "c", "-", "-static", "-lz", "-o", "/dev/null"],
        input=b"#include <zlib.h>\nint main(void) { return zlibVersion() == 0; }\n",
        capture_output=True,
        check=False,
    )
    if test.returncode != 0:
        raise SystemExit(
            "tunekit: the wheel is built with zlib and the static C library: "
            "run 'apt-get install -y zlib1g-dev libc6-dev'"
        )
