"""The report of a validation: the program's JSON output, with types.

A member of the output is a field here, `byteOffset` is `byte_offset`; there is nothing more to do for a new one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, Optional, get_args, get_origin, get_type_hints

from ._table import table

Role = Literal["training", "validation", "job"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Tool:
    """The program that wrote the report."""

    name: str
    version: str


@dataclass(frozen=True)
class Catalog:
    """The limits that were applied."""

    as_of: str
    """The date of the model catalogue: year-month-day."""
    model: Optional[str]
    """The model whose limits were applied; None for the loosest of all tunable models."""


@dataclass(frozen=True)
class RelatedPlace:
    """Another place that a finding is about."""

    path: Optional[str]
    """The file; None for the finding's own."""
    line: int
    column: int
    byte_offset: int
    pointer: str
    message: str
    """What is there."""


@dataclass(frozen=True)
class Edit:
    """A change of the data."""

    byte_offset: int
    """Where it begins in the uncompressed data."""
    length: int
    """The number of bytes that it replaces."""
    replacement: str


@dataclass(frozen=True)
class Fix:
    """The changes that fix a finding."""

    safe: bool
    """Whether they keep the meaning of the data, so that `tunekit validate --fix` makes them."""
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Baseline:
    """How a baseline was used."""

    path: str
    written: bool
    """Whether this run wrote it."""
    entries: int
    suppressed: int
    """The findings that are not listed because they are in it."""
    stale: int
    """The entries whose findings were not found any more."""


@dataclass(frozen=True)
class Since:
    """How findings on lines that are not new were left out."""

    revision: str
    """The revision since which lines are new, as it was given."""
    left_out: int
    """The findings that are not listed because their lines were there before."""


@dataclass(frozen=True)
class Finding:
    """What is wrong at one place, why, and how to fix it.

    The members from `line` to `length` are None if the finding is about the whole file.
    """

    code: str
    """The code of the rule, which never changes: `TK401`."""
    name: str
    """The name of the rule: `unknown-role`."""
    severity: Severity
    message: str
    remedy: str
    line: Optional[int]
    """The line, from 1."""
    column: Optional[int]
    """The column, from 1, in characters."""
    byte_offset_in_line: Optional[int]
    byte_offset: Optional[int]
    """The offset in the uncompressed data."""
    pointer: Optional[str]
    """The JSON Pointer of the value in its line."""
    length: Optional[int]
    """The number of bytes that the finding covers."""
    fingerprint: str
    """16 digits that stay the same when other lines change."""
    fix: Optional[Fix]
    """The changes that fix it; None if a person has to decide."""
    related: tuple[RelatedPlace, ...]


@dataclass(frozen=True)
class FileReport:
    """What was found in one file."""

    path: str
    """As it was given; `-` is standard input."""
    role: Role
    examples: int
    turns: int
    bytes: int
    """The uncompressed bytes that were read."""
    examples_not_examined: int
    """The examples that no rule examined, because their line is not a JSON object."""
    failure: Optional[str]
    """Why the file could not be checked to its end; None if it was."""
    findings: tuple[Finding, ...]
    """At most `max_findings` of each rule: first those about the whole file, then in the order of the data."""
    counts: Mapping[str, int] = field(hash=False)
    """How many findings every rule has, by its code; exact, whether they are in `findings` or not."""
    truncated: bool
    """Whether there are more findings than `findings` has."""
    in_baseline: int
    """The findings that are in the baseline, and so in neither `findings` nor `counts`."""
    fixed: Mapping[str, int] = field(hash=False)
    """How many findings of every rule were fixed."""


@dataclass(frozen=True)
class Report:
    """What was found in a run. A notebook shows it as a table."""

    schema_version: int
    tool: Tool
    catalog: Catalog
    tokenizer: Optional[str]
    """The file with which tokens were counted; None if they were estimated or not counted."""
    settings: tuple[str, ...]
    """The settings files that are in force."""
    files: tuple[FileReport, ...]
    """The files, in the order in which they were given."""
    since: Optional[Since]
    """None if the findings of all lines are listed."""
    baseline: Optional[Baseline]
    """None if no baseline was used."""
    elapsed_seconds: float
    has_errors: Optional[bool]
    """Whether there are errors, listed or not.

    In the report of a TunekitError, True if an error is listed, and None otherwise: what was not checked may have one.
    """

    def _repr_html_(self) -> str:
        return table(self)


def report(json: Mapping[str, Any], has_errors: Optional[bool]) -> Report:
    """Makes a report of the object that `--format json` writes."""
    made: Report = _maker(Report)({**json, "hasErrors": has_errors})
    return made


def partial_report(json: Mapping[str, Any]) -> Report:
    """Makes a report of the object that `--format json` writes where something could not be checked."""
    findings = (finding for file in json["files"] for finding in file["findings"])
    return report(json, has_errors=any(finding["severity"] == "error" for finding in findings) or None)


@lru_cache(maxsize=None)
def _maker(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type from JSON."""
    if is_dataclass(kind):
        return _object_maker(kind)
    arguments = [argument for argument in get_args(kind) if argument not in (type(None), ...)]
    if get_origin(kind) is tuple:
        make_item = _maker(arguments[0])
        return lambda json: tuple([make_item(item) for item in json])
    if type(None) in get_args(kind):
        make = _maker(arguments[0])
        return lambda json: None if json is None else make(json)
    return lambda json: json


def _object_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    members = [
        (name, re.sub("_(.)", lambda match: match[1].upper(), name), _maker(hints[name])) for name in names
    ]
    return lambda json: kind(**{name: make(json[key]) for name, key, make in members})
