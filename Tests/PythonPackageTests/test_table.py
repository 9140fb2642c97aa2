"""How a report shows in a notebook."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
import tunekit
from conftest import example


class Page(HTMLParser):
    """The elements and the texts of a page, which must be well formed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_good_data(fixtures: Path) -> None:
    page = Page(tunekit.validate(fixtures / "support-train.jsonl")._repr_html_())
    assert page.elements.count("table") == 1
    assert "217" in page.texts and "training" in page.texts


def test_findings(fixtures: Path) -> None:
    path = str(fixtures / "faults/conversation.jsonl")
    page = Page(tunekit.validate(path, select="TK401")._repr_html_())
    assert page.elements.count("tr") == 5
    for text in (f"{path}:2:89", "error", "TK401", "change the role to 'model'"):
        assert text in page.texts


def test_a_file_that_is_missing(folder: Path) -> None:
    Path("good.jsonl").write_text(example())
    with pytest.raises(tunekit.TunekitError) as missing:
        tunekit.validate(["nothing.jsonl", "good.jsonl"])
    report = missing.value.report
    assert report is not None
    page = Page(report._repr_html_())
    assert page.elements.count("tr") == 3 + sum(len(file.findings) for file in report.files) + 1
    assert "why it was not checked to its end" in page.texts and report.files[0].failure in page.texts


def test_many_findings(folder: Path) -> None:
    Path("many.jsonl").write_text(example(role="assistant") * 1_000)
    page = Page(tunekit.validate("many.jsonl", max_findings=300, select="TK401")._repr_html_())
    assert page.elements.count("tr") == 203
    assert page.texts[-1] == (
        "the table shows the first 200 of 300 findings; max_findings limits the findings of each rule; all are counted"
    )


def test_data_are_no_markup(folder: Path) -> None:
    evil = "</td></table><script>alert('&quot;')</script>\x1b[31m\u202egnirts\u2066\n"
    name = "<b>&amp;\u202e\n.jsonl"
    line = {"contents": [{"role": evil, "parts": [{"text": "Open?"}]}]}
    Path(name).write_text(json.dumps(line) + "\n")
    html = tunekit.validate(name, validation=name)._repr_html_()
    page = Page(html)
    assert {"script", "b"}.isdisjoint(page.elements)
    assert all(c.isprintable() for c in html)
    assert any("<script>alert" in text for text in page.texts)
    assert any("<b>&amp;\\u{202E}\\u{A}.jsonl" in text for text in page.texts)
