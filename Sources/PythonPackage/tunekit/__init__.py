"""Checks the datasets that tune Gemini models, offline, before you upload them.

    import tunekit

    report = tunekit.validate("train.jsonl", validation="val.jsonl", model="gemini-2.5-flash")
    for file in report.files:
        for finding in file.findings:
            print(file.path, finding.line, finding.code, finding.message)

The program `tunekit` does the work, in a process of its own.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable
from typing import Optional, Union

from . import _program, _report
from ._program import TunekitError
from ._report import (
    Baseline,
    Catalog,
    Edit,
    FileReport,
    Finding,
    Fix,
    RelatedPlace,
    Report,
    Role,
    Severity,
    Since,
    Tool,
)

__all__ = [
    "Baseline",
    "Catalog",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "RelatedPlace",
    "Report",
    "Role",
    "Severity",
    "Since",
    "Tool",
    "TunekitError",
    "validate",
]

Path = Union[str, "os.PathLike[str]"]


def validate(
    files: Union[Path, Iterable[Path]] = (),
    *,
    validation: Union[Path, Iterable[Path], None] = None,
    shards: bool = False,
    recursive: bool = False,
    model: Optional[str] = None,
    catalog: Optional[Path] = None,
    tokenizer: Optional[Path] = None,
    select: Union[str, Iterable[str], None] = None,
    extend_select: Union[str, Iterable[str], None] = None,
    ignore: Union[str, Iterable[str], None] = None,
    config: Optional[Path] = None,
    isolated: bool = False,
    baseline: Optional[Path] = None,
    no_baseline: bool = False,
    since: Optional[str] = None,
    max_findings: Optional[int] = None,
    max_line_bytes: Optional[int] = None,
    jobs: Optional[int] = None,
) -> Report:
    """Checks training and validation datasets, as `tunekit validate` does; the options have the same names there.

    - `files`: the training files, plain or gzipped; `-` is standard input. With `shards`, they are one dataset.
    - `validation`: the validation dataset; several files are its shards.
    - `recursive`: whether the datasets in folders, and below them, are checked too.
    - `model`: the model to tune, which sets the limits. Without it, the loosest limits of all tunable models apply.
    - `catalog`, `tokenizer`: files to use instead of the built-in catalogue, and to count tokens exactly.
    - `select`, `extend_select`, `ignore`: codes, prefixes or names of rules: `"TK4,unknown-role"` or `["TK4"]`.
    - `config`: the settings file to use instead of the nearest `.tunekit.json` in the folder of a file or above.
      With `isolated`, no settings file is used.
    - `baseline`: the baseline whose findings are left out, instead of `.tunekit-baseline.json` beside the settings file
      or in the current folder. With `no_baseline`, none is used.
    - `since`: a revision of git; only findings on lines that were added since are listed.
    - `max_findings`: how many findings of each rule and file are listed (20; 0 lists all). All are counted.
    - `max_line_bytes`: the longest line to read. `jobs`: the threads for each file.

    Findings raise nothing. TunekitError is raised if something could not be checked, such as a file that is missing.
    A note of the program, such as one about an old catalogue, is a UserWarning.
    """
    arguments: list[Union[str, bytes]] = ["validate", "--format=json", "--fail-on=error"]
    arguments += [b"--validation=" + os.fsencode(path) for path in _paths(validation)]
    flags = (("shards", shards), ("recursive", recursive), ("isolated", isolated), ("no-baseline", no_baseline))
    arguments += [f"--{name}" for name, is_set in flags if is_set]
    arguments += [f"--{name}={text}" for name, text in (("model", model), ("since", since)) if text is not None]
    paths = (("catalog", catalog), ("tokenizer", tokenizer), ("config", config), ("baseline", baseline))
    for name, path in paths:
        if path is not None:
            arguments.append(f"--{name}=".encode() + os.fsencode(path))
    for name, rules in (("select", select), ("extend-select", extend_select), ("ignore", ignore)):
        arguments += [f"--{name}={rule}" for rule in ([rules] if isinstance(rules, str) else rules or ())]
    for name, number in (("max-findings", max_findings), ("max-line-bytes", max_line_bytes), ("jobs", jobs)):
        if number is not None:
            arguments.append(f"--{name}={number}")
    arguments.append("--")
    arguments += [os.fsencode(path) for path in _paths(files)]
    return _run(arguments)


def _run(arguments: list[Union[str, bytes]]) -> Report:
    done = _program.run(arguments)
    lines = _program.lines(done.stderr)
    if done.returncode in (0, 1):
        for line in lines:
            warnings.warn(line, stacklevel=3)
        return _report.report(json.loads(done.stdout), has_errors=done.returncode == 1)
    try:
        rest = _report.partial_report(json.loads(done.stdout))
    except ValueError:
        rest = None
    raise TunekitError("\n".join(lines), rest)


def _paths(paths: Union[Path, Iterable[Path], None]) -> list[Path]:
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths or ())
