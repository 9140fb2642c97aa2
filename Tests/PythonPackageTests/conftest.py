"""What the tests of the Python package share. They run in an environment in which the wheel is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def fixtures() -> Path:
    return ROOT / "Fixtures"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the test's own, in which it runs."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def example(answer: str = "Yes.", role: str = "model") -> str:
    """A line with one question and one answer."""
    turns = [{"role": "user", "parts": [{"text": "Open?"}]}, {"role": role, "parts": [{"text": answer}]}]
    return json.dumps({"contents": turns}) + "\n"
