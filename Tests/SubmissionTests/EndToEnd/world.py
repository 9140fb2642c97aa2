"""A folder, a job, a server and the program: what a run of a submission needs, and what must hold after it."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

SERVER = pathlib.Path(__file__).parent.parent / "Server" / "fault_server.py"
LABEL = "tunekit-submission"
SECRETS = {"refresh_token": "1//planted-refresh-token-0123456789", "client_secret": "GOCSPX-planted-client-secret"}
GONE = {"JOB_STATE_CANCELLED", "JOB_STATE_CANCELLING", "JOB_STATE_FAILED", "JOB_STATE_EXPIRED"}
TURN = '{"role":"%s","parts":[{"text":"%s %d, said by somebody who needs help with an order"}]}'


class Broken(Exception):
    """Something that must hold does not."""


class World:
    def __init__(self, program: str, faults: list[str] = (), options: list[str] = (), examples: int = 120) -> None:
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tunekit-submission-"))
        self.data = self.folder / "train.jsonl"
        self.job = self.folder / "job.json"
        self.write_data(examples)
        self.write_job()
        arguments = [sys.executable, str(SERVER), "--data", str(self.folder / "server")]
        arguments += [word for fault in faults for word in ("--fault", fault)] + list(options)
        (self.folder / "server").mkdir()
        self.server = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.server.stdout.readline().strip()
        self.outputs: list[str] = []
        self.variables: dict[str, str] = {}
        credentials = {"type": "authorized_user", "client_id": "client", "token_uri": self.url + "/token", **SECRETS}
        self.credentials = self.folder / "credentials.json"
        self.credentials.write_text(json.dumps(credentials))

    def __enter__(self) -> World:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stdin.close()
        self.server.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def write_data(self, examples: int) -> None:
        with self.data.open("w") as file:
            for number in range(examples):
                turns = [TURN % (role, text, number) for role, text in (("user", "Question"), ("model", "Answer"))]
                file.write('{"contents":[%s]}\n' % ",".join(turns))

    def write_job(self, **members: object) -> None:
        spec = {"trainingDatasetUri": "gs://my-bucket/train.jsonl", "hyperParameters": {"epochCount": 3}}
        job = {
            "project": "my-project", "location": "us-central1", "datasets": {"training": "train.jsonl"},
            "baseModel": "gemini-2.5-flash", "supervisedTuningSpec": spec, **members,
        }  # fmt: skip
        self.job.write_text(json.dumps({key: value for key, value in job.items() if value is not None}))

    # The program.

    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("CLOUDSDK", "GOOGLE"))}
        return {
            **kept, "HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"),
            "GOOGLE_APPLICATION_CREDENTIALS": str(self.credentials), "NO_GCE_CHECK": "true", **self.variables,
        }  # fmt: skip

    def start(self, *arguments: str, **streams: object) -> subprocess.Popen:
        fixed = ["--endpoint", self.url]
        if arguments[0] == "submit":
            fixed += ["--storage-endpoint", self.url]
        usual = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            [self.program, *arguments, *fixed], env=self.environment(), cwd=self.folder, text=True, **{**usual, **streams}
        )

    def finish(self, process: subprocess.Popen, budget: float) -> subprocess.CompletedProcess:
        try:
            out, errors = process.communicate(timeout=budget)
        except subprocess.TimeoutExpired:
            process.kill()
            out, errors = process.communicate()
            raise Broken(f"the run took longer than {budget} s\n{out}\n{errors}") from None
        self.outputs += [out or "", errors or ""]
        return subprocess.CompletedProcess(process.args, process.returncode, out, errors)

    def run(self, *arguments: str, budget: float = 60) -> subprocess.CompletedProcess:
        return self.finish(self.start(*arguments), budget)

    def submit(self, *more: str, budget: float = 60) -> subprocess.CompletedProcess:
        return self.run("submit", "job.json", "--yes", "--interval", "0.1", "--settle", "2", *more, budget=budget)

    # The server.

    def ask(self, method: str, action: str, body: str = "") -> dict:
        request = urllib.request.Request(f"{self.url}/fault-server/{action}", body.encode() or None, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def account(self) -> dict:
        return self.ask("GET", "account")

    def calls(self, name: str) -> list[dict]:
        return [entry for entry in self.account()["requests"] if entry.get("call") == name]

    def wait_for(self, call: str, count: int = 1, seconds: float = 30) -> None:
        """Waits until so many calls have arrived."""
        end = time.monotonic() + seconds
        path = self.folder / "server" / "account.jsonl"
        while time.monotonic() < end:
            text = path.read_text() if path.exists() else ""
            lines = [line for line in text.splitlines() if '"arrived"' in line and f'"call": "{call}"' in line]
            if len(lines) >= count:
                return
            time.sleep(0.01)
        raise Broken(f"no {call} came")

    def ours(self) -> list[dict]:
        return [job for job in self.account()["jobs"] if LABEL in job.get("labels", {})]

    def states(self) -> list[dict]:
        folder = self.folder / "state" / "tunekit" / "submissions"
        return [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]

    # What must hold.

    def check(self, result: subprocess.CompletedProcess) -> None:
        """What must hold after each run, whatever happened in it."""
        told = f"status {result.returncode}\n{result.stdout}\n{result.stderr}"
        # A job that the service has agreed to cancel can still succeed.
        cancelled = [e["path"].partition(":")[0] for e in self.calls("cancel") if e.get("status") == 200]
        ours = [job for job in self.ours() if not any(path.endswith(job["name"]) for path in cancelled)]
        living = [job["name"] for job in ours if job.get("state") not in GONE]
        if len(living) > 1:
            raise Broken(f"{len(living)} living jobs: {living}\n{told}")
        if result.returncode not in (0, 1, 2, 3, 4, 130, 143, -signal.SIGKILL):
            raise Broken(f"an end without a reason\n{told}")
        if result.returncode in (2, 3, 4, 130, 143) and "tunekit-submit: " not in result.stderr:
            raise Broken(f"an end without a word\n{told}")
        if living and result.returncode in (0, 1, 2, 3):
            number = living[0].rpartition("/")[2]
            if number not in result.stdout + result.stderr and self.states() and not self.states()[-1].get("jobName"):
                raise Broken(f"the job {living[0]} is not told\n{told}")
        self.check_secrets()

    def check_secrets(self) -> None:
        planted = list(SECRETS.values()) + [text for text in self.account()["secrets"] if len(text) > 8]
        places = dict(enumerate(self.outputs))
        folder = self.folder / "state" / "tunekit" / "submissions"
        for path in folder.glob("*"):
            if path.stat().st_mode & 0o077:
                raise Broken(f"others can read {path}")
            state = path.read_text()
            places[path.name] = "\n".join(line for line in state.splitlines() if "upload_id" not in line)
        for place, text in places.items():
            for secret in planted:
                if secret in text:
                    raise Broken(f"a secret is in {place}: {secret[:12]}…")
