"""`tunekit.validate`: what it gives to the program, and what it makes of the report."""

from __future__ import annotations

import dataclasses
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tunekit
from conftest import example
from tunekit import _program


def test_findings_raise_nothing(fixtures: Path) -> None:
    report = tunekit.validate(fixtures / "faults/conversation.jsonl", select=["TK401"])
    assert report.has_errors
    (file,) = report.files
    assert (file.role, file.examples, file.counts, file.truncated) == ("training", 23, {"TK401": 2}, False)
    first, second = file.findings
    assert (first.code, first.name, first.severity) == ("TK401", "unknown-role", "error")
    assert (first.line, first.column, first.pointer, first.length) == (2, 89, "/contents/1/role", 11)
    assert first.remedy == "change the role to 'model'"
    assert second.severity == "warning"


def test_good_data(fixtures: Path) -> None:
    report = tunekit.validate(
        str(fixtures / "support-train.jsonl"),
        validation=fixtures / "support-validation.jsonl.gz",
        model="gemini-2.5-flash",
    )
    assert not report.has_errors
    assert report.catalog.model == "gemini-2.5-flash"
    assert [file.role for file in report.files] == ["training", "validation"]


def test_only_a_validation_dataset(fixtures: Path) -> None:
    (file,) = tunekit.validate(validation=fixtures / "support-validation.jsonl.gz").files
    assert file.role == "validation"


def members(value: Any, json_value: Any, where: str = "") -> None:
    """Fails where the JSON output has a member that the dataclasses have not, or has it otherwise."""
    if isinstance(json_value, dict) and dataclasses.is_dataclass(value):
        names = {re.sub("[A-Z]", lambda match: "_" + match[0].lower(), key): key for key in json_value}
        assert {field.name for field in dataclasses.fields(value)} - {"has_errors"} == set(names), where
        for name, key in names.items():
            members(getattr(value, name), json_value[key], f"{where}/{key}")
    elif isinstance(json_value, list):
        assert len(value) == len(json_value), where
        for index, item in enumerate(json_value):
            members(value[index], item, f"{where}/{index}")
    elif where != "/elapsedSeconds":
        assert value == json_value, where


def test_nothing_of_the_output_is_lost(fixtures: Path) -> None:
    names = sorted(str(path) for path in (fixtures / "faults").glob("*"))
    report = tunekit.validate(names, select="ALL")
    command = [_program.path(), "validate", "--format", "json", "--select", "ALL", *names]
    output = json.loads(subprocess.run(command, check=False, capture_output=True).stdout)
    members(report, output)
    # All kinds of objects were there.
    findings = [finding for file in report.files for finding in file.findings]
    assert any(finding.related for finding in findings) and any(finding.line is None for finding in findings)


def test_options(folder: Path) -> None:
    Path("a.jsonl").write_text(example(role="assistant") * 5)
    Path("b.jsonl").write_text(example())
    few = tunekit.validate("a.jsonl", max_findings=2, select="TK401", jobs=1).files[0]
    assert (len(few.findings), few.counts, few.truncated) == (2, {"TK401": 5}, True)
    assert len(tunekit.validate("a.jsonl", max_findings=0, select="TK401").files[0].findings) == 5
    assert "TK401" not in tunekit.validate("a.jsonl", ignore=["TK4", "TK7"]).files[0].counts
    more = tunekit.validate("b.jsonl", ignore="ALL", extend_select=["TK701", "unknown-role"])
    assert more.files[0].counts.keys() <= {"TK701", "TK401"}
    assert "TK010" in tunekit.validate("b.jsonl", max_line_bytes=20).files[0].counts
    shards = tunekit.validate(["a.jsonl", "b.jsonl"], shards=True, select="TK701")
    assert [file.counts for file in shards.files] == [{"TK701": 1}, {}]


NO_ARGUMENTS = {
    "format": "the report is made of JSON",
    "fail-on": "has_errors is about errors",
    "output": "a report is a value, which the caller writes",
    "quiet": "JSON has no summary",
    "statistics": "FileReport.counts has the numbers",
    "color": "JSON has no colours",
    "fix": "a check changes no files",
    "unsafe-fixes": "it is for fix",
    "diff": "Finding.fix has the changes",
    "fixed": "it is for fix",
    "write-baseline": "a check writes no files",
    "stdin-filename": "the caller knows what its standard input is",
    "watch": "it has no end",
    "version": "Report.tool has it",
    "help": "Python has help(tunekit.validate)",
}
"""The options of the command that are not arguments, and why."""


def test_arguments_are_the_options_of_the_command() -> None:
    usage = subprocess.run([_program.path(), "validate", "--help"], check=True, capture_output=True, text=True).stdout
    options = set(re.findall(r"^  (?:-[a-zA-Z], )?--([a-z-]+)", usage, re.MULTILINE))
    arguments = {name.replace("_", "-") for name in tunekit.validate.__kwdefaults__ or {}}
    assert options == arguments | NO_ARGUMENTS.keys() and not arguments & NO_ARGUMENTS.keys()


def test_settings_and_baselines(folder: Path) -> None:
    Path("a.jsonl").write_text(example(role="assistant"))
    Path(".tunekit.json").write_text('{"ignore": ["TK401"]}')
    Path("other.json").write_text('{"select": ["TK401"]}')
    nearest = tunekit.validate("a.jsonl")
    assert "TK401" not in nearest.files[0].counts and nearest.settings == (".tunekit.json",)
    other = tunekit.validate("a.jsonl", config=Path("other.json"))
    assert other.files[0].counts == {"TK401": 1} and other.settings == ("other.json",)
    isolated = tunekit.validate("a.jsonl", isolated=True)
    assert "TK401" in isolated.files[0].counts and isolated.settings == ()
    Path(".tunekit.json").unlink()
    write = [_program.path(), "validate", "a.jsonl", "--write-baseline"]
    subprocess.run(write, check=False, capture_output=True)
    known = tunekit.validate("a.jsonl")
    assert not known.has_errors and known.baseline is not None and known.baseline.suppressed > 0
    assert known.files[0].in_baseline == known.baseline.suppressed and not known.files[0].findings
    everything = tunekit.validate("a.jsonl", no_baseline=True)
    assert everything.has_errors and everything.baseline is None
    Path(".tunekit-baseline.json").rename("known.json")
    assert tunekit.validate("a.jsonl").baseline is None
    named = tunekit.validate("a.jsonl", baseline=Path("known.json")).baseline
    assert named is not None and named.path == "known.json"


def test_folders_and_revisions(folder: Path) -> None:
    def git(*arguments: str) -> None:
        author = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
        subprocess.run(["git", *author, *arguments], check=True, capture_output=True)

    Path("data").mkdir()
    file = Path("data/a.jsonl")
    file.write_text(example("one", role="assistant"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "Add data")
    file.write_text(file.read_text() + example("two", role="assistant"))
    report = tunekit.validate("data", recursive=True, select="TK401", since="HEAD")
    assert [finding.line for finding in report.files[0].findings] == [2]
    assert report.since == tunekit.Since(revision="HEAD", left_out=1)
    command = [_program.path(), "validate", "--format=json", "--select=TK401", "--since=HEAD", "data/a.jsonl"]
    members(report, json.loads(subprocess.run(command, check=False, capture_output=True).stdout))
    assert tunekit.validate(file, select="TK401").since is None


@pytest.mark.parametrize(
    "name", ["with space.jsonl", "--model=x.jsonl", "-.jsonl", "it's \"odd\".jsonl", "two\nlines.jsonl", "ä.jsonl"]
)
def test_names_of_files(name: str, folder: Path) -> None:
    Path(name).write_text(example())
    for files in (name, Path(name), [name], (Path(name),), iter([name])):
        assert tunekit.validate(files, validation=Path(name)).files[0].examples == 1


def test_a_name_that_is_not_utf_8(folder: Path) -> None:
    name = os.fsdecode(b"\xff.jsonl")
    Path(name).write_text(example())
    with pytest.raises(tunekit.TunekitError, match="rename the file"):
        tunekit.validate(name)


def test_what_cannot_be_checked(folder: Path) -> None:
    Path("good.jsonl").write_text(example())
    with pytest.raises(tunekit.TunekitError, match="model 'gemini-9' is not known") as unknown:
        tunekit.validate("good.jsonl", model="gemini-9")
    assert unknown.value.report is None and not str(unknown.value).startswith("tunekit")
    with pytest.raises(tunekit.TunekitError, match="no file is given"):
        tunekit.validate()
    with pytest.raises(tunekit.TunekitError, match="nothing.jsonl") as missing:
        tunekit.validate(["nothing.jsonl", "good.jsonl"])
    assert missing.value.report is not None
    assert [file.examples for file in missing.value.report.files] == [0, 1]
    assert missing.value.report.files[0].failure is not None
    assert missing.value.report.has_errors is None
    Path("bad.jsonl").write_text(example(role="assistant"))
    with pytest.raises(tunekit.TunekitError) as both:
        tunekit.validate(["nothing.jsonl", "bad.jsonl"])
    assert both.value.report is not None and both.value.report.has_errors
    again = pickle.loads(pickle.dumps(missing.value))
    assert (str(again), again.report) == (str(missing.value), missing.value.report)
    with pytest.raises(tunekit.TunekitError, match="cannot be started: Argument list too long"):
        tunekit.validate(["x" * 100_000] * 100)


@pytest.mark.parametrize("packages", ["packages", "lib/python3.9/site-packages"])
def test_only_the_program_of_the_wheel_runs(
    packages: str, folder: Path, fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = _program.path()
    monkeypatch.setattr(_program, "__file__", str(folder / packages / "tunekit/_program.py"))
    with pytest.raises(tunekit.TunekitError, match="install the wheel again"):
        tunekit.validate(fixtures / "support-train.jsonl")
    place = folder / "bin" if "lib" in packages else folder / packages / "bin"
    place.mkdir(parents=True)
    (place / "tunekit").symlink_to(program)
    assert _program.path() == str(place / "tunekit")
    assert not tunekit.validate(fixtures / "support-train.jsonl").has_errors


def test_a_note_is_a_warning(fixtures: Path, folder: Path) -> None:
    catalog = subprocess.run([_program.path(), "models", "--format", "json"], check=True, capture_output=True).stdout
    old = json.loads(catalog)
    old["asOf"] = "2020-01-01"
    Path("old.json").write_text(re.sub('"20[0-9-]{8}"', '"2020-01-01"', json.dumps(old)))
    with pytest.warns(UserWarning, match="days old") as notes:
        tunekit.validate(fixtures / "support-train.jsonl", catalog="old.json")
    assert notes[0].filename == __file__


def test_a_report_is_a_value(fixtures: Path) -> None:
    report = tunekit.validate(fixtures / "faults/conversation.jsonl")
    assert pickle.loads(pickle.dumps(report)) == report
    assert hash(report) == hash(dataclasses.replace(report))
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.files = ()  # type: ignore[misc]


def test_the_module_is_the_program(folder: Path) -> None:
    module = [sys.executable, "-m", "tunekit"]
    version = subprocess.run([*module, "--version"], check=True, capture_output=True, text=True).stdout
    assert version == subprocess.run([_program.path(), "--version"], check=True, capture_output=True, text=True).stdout
    line = example(role="assistant")
    done = subprocess.run([*module, "validate", "-"], input=line, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "error[TK401]" in done.stdout
    assert subprocess.run([*module, "validate", "x"], capture_output=True, check=False).returncode == 2
