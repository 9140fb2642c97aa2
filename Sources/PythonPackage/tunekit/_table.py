"""Shows a report in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._report import FileReport, Finding, Report

MOST_ROWS = 200
"""More rows would make a notebook slow."""

_HEAD = ("place", "severity", "rule", "what is wrong", "how to fix it")


def table(report: Report) -> str:
    """A table of the files and one of the findings, in HTML. Nothing in the data gets through as markup."""
    found = sum(len(file.findings) for file in report.files)
    parts = ["<div>", _files(report)]
    if found:
        rows = (_row(file, finding) for file in report.files for finding in file.findings)
        parts.append(_table(_HEAD, islice(rows, MOST_ROWS)))
    notes = _notes(report, found)
    if notes:
        parts.append(f"<p>{_text('; '.join(notes))}</p>")
    parts.append("</div>")
    return "".join(parts)


def _files(report: Report) -> str:
    head: tuple[str, ...] = ("file", "role", "examples", "turns", "bytes", "findings")
    rows: list[tuple[str, ...]] = []
    for file in report.files:
        numbers = (file.examples, file.turns, file.bytes, sum(file.counts.values()))
        rows.append((_text(file.path), file.role, *(f"{number:,}" for number in numbers)))
    if any(file.failure for file in report.files):
        head += ("why it was not checked to its end",)
        rows = [(*row, _text(file.failure or "")) for row, file in zip(rows, report.files)]
    return _table(head, rows)


def _row(file: FileReport, finding: Finding) -> tuple[str, ...]:
    place = file.path if finding.line is None else f"{file.path}:{finding.line}:{finding.column}"
    return (
        _text(place),
        finding.severity,
        f'<span title="{finding.name}">{finding.code}</span>',
        _text(finding.message),
        _text(finding.remedy),
    )


def _notes(report: Report, found: int) -> list[str]:
    notes = []
    if found > MOST_ROWS:
        notes.append(f"the table shows the first {MOST_ROWS:,} of {found:,} findings")
    if any(file.truncated for file in report.files):
        notes.append("max_findings limits the findings of each rule; all are counted")
    return notes


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    # Notebooks would align all cells to the right.
    titles = "".join(f'<th style="text-align: left">{title}</th>' for title in head)
    cells = ("".join(f'<td style="text-align: left">{cell}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    """Text as HTML. Characters that cannot be seen, such as those that turn the direction of a line, are escapes."""
    return escape("".join(c if c.isprintable() else f"\\u{{{ord(c):X}}}" for c in text))
