"""The hook, the action and the job that README.md and action.yml show, run as their services run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Any, Optional

import pytest
import yaml
from conftest import ROOT, example
from tunekit import _program

WHEEL = os.environ.get("TUNEKIT_WHEEL", "")
needs_wheel = pytest.mark.skipif(not WHEEL, reason="TUNEKIT_WHEEL is not the path of the wheel")


def snippet(words: str) -> Any:
    """The block of YAML in README.md that has these words."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (text,) = (block for block in re.findall("```yaml\n(.*?)```", readme, re.DOTALL) if words in block)
    return yaml.safe_load(text)


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as GitHub's runner does."""
    path = f"{Path(_program.path()).parent}:{os.environ['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env={**os.environ, "PATH": path, **environment}
    )


# The action


def action(name: str) -> str:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (script,) = (step["run"] for step in steps if step["name"] == name)
    # What comes from the outside comes through the environment, so that none of it is run.
    assert "${{" not in script
    return str(script)


def check(files: str, args: str = "", format: str = "text") -> subprocess.CompletedProcess[str]:
    return shell(action("Check the data"), FILES=files, ARGS=args, FORMAT=format, SOURCES=str(ROOT))


def test_the_action_checks_the_files(folder: Path) -> None:
    names = ["a b.jsonl", "deep/er/c.jsonl", "-d.jsonl", "e;exit 9.jsonl", "f*.jsonl", "$(exit 9).jsonl"]
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(example())
    done = check("a b.jsonl\n\ndeep/**/*.jsonl\n-d.jsonl\ne;exit 9.jsonl\nf[*].jsonl\n$(exit 9).jsonl\n")
    assert done.returncode == 0, done
    assert "checked 6 files: 6 examples" in done.stdout
    assert check("*.jsonl").stdout.count("checked 5 files") == 1


def test_the_action_fails_where_the_check_does(folder: Path) -> None:
    Path("bad.jsonl").write_text(example(role="assistant"))
    assert check("bad.jsonl").returncode == 1
    assert check("bad.jsonl", args="--ignore TK4,TK7\n --model  gemini-2.5-flash").returncode == 0
    assert check("none/*.jsonl").returncode == 2
    assert "none/*.jsonl" in check("none/*.jsonl").stderr
    assert check("").returncode == 2
    assert check("bad.jsonl", args="--model $(exit)").returncode == 2


def test_the_action_makes_annotations(folder: Path) -> None:
    Path("bad.jsonl").write_text(example(role="assistant"))
    done = check("bad.jsonl", format="github", args="--select TK401")
    assert done.returncode == 1 and done.stdout.startswith("::error "), done


def test_the_problem_matcher(folder: Path) -> None:
    (matcher,) = json.loads((ROOT / ".ci/problem-matcher.json").read_text())["problemMatcher"]
    (pattern,) = matcher["pattern"]
    Path("a: b.jsonl").write_text(example(role="assistant"))
    done = check("a: b.jsonl", format="concise", args="--select TK401")
    command, finding = done.stdout.splitlines()[:2]
    assert command == f"::add-matcher::{ROOT}/.ci/problem-matcher.json"
    found = re.search(pattern["regexp"], finding)
    assert found, finding
    place = [found[pattern[name]] for name in ("file", "line", "code")]
    assert place == ["a: b.jsonl", "1", "TK401"] and "assistant" in found[pattern["message"]]


@needs_wheel
def test_the_action_installs_the_wheel(folder: Path) -> None:
    path = folder / "path"
    settings = {"RUNNER_TEMP": str(folder), "GITHUB_PATH": str(path), "SOURCES": str(folder / "nothing")}
    done = shell(action("Install tunekit"), WHEEL=WHEEL, **settings)
    assert done.returncode == 0, done
    assert Path(path.read_text().strip(), "tunekit").exists()
    path.unlink()
    assert shell(action("Install tunekit"), WHEEL="", **settings).returncode == 0 and not path.exists()


# GitLab


@needs_wheel
def test_the_job_of_gitlab(folder: Path) -> None:
    job = snippet("codequality")["tunekit"]
    install, *scripts = job["script"]
    assert install == 'pip install "$TUNEKIT_WHEEL"'
    Path("data").mkdir()
    Path("data/bad.jsonl").write_text(example(role="assistant"))
    done = shell("\n".join(scripts))
    assert done.returncode == 1, done
    assert json.loads(Path(job["artifacts"]["reports"]["codequality"]).read_text())


# pre-commit


class Repository:
    """A repository with the hook that README.md shows for those without Swift."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.git_folder = folder
        self.run("git", "init", "-q", str(self.folder), at=folder)
        settings = snippet("repo: local")
        (hook,) = settings["repos"][0]["hooks"]
        assert hook["additional_dependencies"] == ["WHEEL"]
        hook["additional_dependencies"] = [WHEEL]
        hook["files"] = r"\.jsonl$"
        (self.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
        assert self.run("pre-commit", "install", "--install-hooks").returncode == 0

    def run(self, *command: str, at: Optional[Path] = None) -> subprocess.CompletedProcess[str]:
        author = {f"GIT_{who}_{what}": "test@localhost" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        settings = {"PRE_COMMIT_HOME": str(self.git_folder / "cache"), "PRE_COMMIT_COLOR": "never"}
        without_swift = os.pathsep.join(
            folder for folder in os.environ["PATH"].split(os.pathsep) if not Path(folder, "swift").exists()
        )
        environment = {**os.environ, **author, **settings, "PATH": without_swift}
        for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
            environment.pop(name, None)
        return subprocess.run(
            command, cwd=at or self.folder, env=environment, check=False, capture_output=True, text=True
        )

    def commit(self, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            (self.folder / name).write_text(text)
        self.run("git", "add", ".")
        return self.run("git", "commit", "-m", "Add data")


@needs_wheel
def test_pre_commit_with_the_wheel(folder: Path) -> None:
    repository = Repository(folder)
    good = repository.commit({"good.jsonl": example(), "with space.jsonl": example()})
    assert good.returncode == 0 and "Passed" in good.stdout + good.stderr, good
    many = repository.commit({f"{number}.jsonl": example(str(number)) for number in range(300)})
    assert many.returncode == 0, many
    verbose = repository.run("pre-commit", "run", "--all-files", "--verbose")
    assert "checked 302 files: " in verbose.stdout, verbose
    bad = repository.commit({"bad.jsonl": example(role="assistant")})
    assert bad.returncode == 1 and "error[TK401]" in bad.stdout + bad.stderr, bad


def test_300_files_in_a_tenth_of_a_second(folder: Path) -> None:
    names = [f"{number}.jsonl" for number in range(300)]
    for name in names:
        Path(name).write_text(example(name) * 3)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([_program.path(), "validate", *names], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1, times
