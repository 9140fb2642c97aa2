"""Builds the programs that the wheel has, with Swift."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .metadata import ROOT

# The program that uses the network.
SUBMIT = "tunekit-submit"


def build(traits: Sequence[str], name: str = "tunekit") -> Path:
    """Builds a program, without symbols, and returns its path. Only linking differs from `swift build -c release`."""
    _check_tools()
    if name == SUBMIT:
        _check_curl()
    command = ["swift", "build", "-c", "release", "--product", name, "-Xlinker", "-s"]
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
    return Path(folder.stdout.strip()) / name


def tags(is_static: bool) -> list[str]:
    """The systems on which the programs run: any Linux that is not older than kernel 3.10, if they are static."""
    if sys.platform != "linux":
        raise SystemExit("tunekit: the wheel is built on Linux; elsewhere, build the program with Swift: see README.md")
    machine = platform.machine()
    systems = ["manylinux_2_17", "manylinux2014", "musllinux_1_1"] if is_static else ["linux"]
    return [f"py3-none-{system}_{machine}" for system in systems]


def _check_tools() -> None:
    if shutil.which("swift") is None:
        raise SystemExit(
            "tunekit: the wheel is built with Swift 6.3 and zlib1g-dev: install Swift from https://www.swift.org/install, "
            "then run 'apt-get install -y zlib1g-dev'"
        )
    if not _links(b"#include <zlib.h>\nint main(void) { return zlibVersion() == 0; }\n", "-static", "-lz"):
        raise SystemExit(
            "tunekit: the wheel is built with zlib and the static C library: "
            "run 'apt-get install -y zlib1g-dev libc6-dev'"
        )


def _check_curl() -> None:
    if not _links(b"#include <curl/curl.h>\nint main(void) { return curl_version() == 0; }\n", "-lcurl"):
        raise SystemExit(f"tunekit: {SUBMIT} is built with libcurl: run 'apt-get install -y libcurl4-openssl-dev'")


def _links(source: bytes, *flags: str) -> bool:
    """Whether a program in C can be made; true as well where nothing can say."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        return True
    command = [compiler, "-x", "c", "-", *flags, "-o", "/dev/null"]
    return subprocess.run(command, input=source, capture_output=True, check=False).returncode == 0
