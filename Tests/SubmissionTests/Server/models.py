"""Models: base models, tuned ones that the jobs made, and tuned ones that there simply are."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

from jobs import ENDED, Job, Jobs
from metadata import PROJECT_NUMBER
from storage import timestamp, write_json

BASE_MODEL_LABEL = "google-vertex-llm-tuning-base-model-id"
DEFAULT_BASE = "gemini-3.5-flash"
TUNED = 1_780_000_000.0


class Models:
    """Each tuned model exists, with one version, unless a test says more of it or its id begins with `missing`."""

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        self._path = folder / "models.json"
        self._jobs = jobs
        self._lock = threading.Lock()
        self._given: dict[str, dict[str, Any]] = {}
        if self._path.exists():
            self._given = json.loads(self._path.read_text())

    def put(self, resource: dict[str, Any]) -> None:
        """A model as a test wants it. Its name is projects/P/locations/L/models/ID@VERSION."""
        with self._lock:
            self._given[key(resource["name"])] = resource
            write_json(self._path, self._given)

    def find(self, location: str, text: str) -> dict[str, Any] | None:
        """The resource of ID, ID@VERSION or ID@ALIAS."""
        number, _, version = text.partition("@")
        made = [job for job in self._ended() if job.made["model"] == number and job.location == location]
        versions = sorted({int(job.made["version"]) for job in made} | self._given_versions(location, number))
        if not versions or versions[0] > 1:
            versions.insert(0, 1)
        if version in ("", "default"):
            version = str(versions[0])
        given = self._given.get(f"{location}/{number}@{version}") or self._given.get(f"{location}/{number}")
        if given:
            return {"versionId": version, **given}
        job = next((job for job in made if job.made["version"] == version), None)
        if job:
            return self._of_job(job)
        if not number.isdigit() or number.startswith("404") or version != "1":
            return None
        return self._invented(location, number)

    def next_version(self, location: str, number: str) -> str:
        """The version that a job on this model makes."""
        with self._jobs.lock:
            used = [int(job.made["version"]) for job in self._jobs.all if job.made["model"] == number]
        return str(max([1, *used, *self._given_versions(location, number)]) + 1)

    def _given_versions(self, location: str, number: str) -> set[int]:
        names = (name for name in self._given if name.startswith(f"{location}/{number}@"))
        return {int(version) for name in names if (version := name.partition("@")[2]).isdigit()}

    def _ended(self) -> list[Job]:
        with self._jobs.lock:
            jobs = list(self._jobs.all)
        with_model = [job for job in jobs if job.fate in ("succeeds", "fails-with-model", "partly")]
        return [job for job in with_model if self._jobs.state(job) in ENDED and self._jobs.state(job) != "CANCELLED"]

    def has_endpoint(self, location: str, number: str) -> bool:
        ended = (job for job in self._ended() if self._jobs.state(job) == "SUCCEEDED")
        return any(job.made["endpointLocation"] == location and number in job.made["endpoints"] for job in ended)

    def _of_job(self, job: Job) -> dict[str, Any]:
        ended = timestamp(job.moments()[1])
        checkpoints = [
            {"checkpointId": str(n), "epoch": str(epoch), "step": str(epoch * job.made["steps"])}
            for n, epoch in enumerate(job.made["checkpointEpochs"], 1)
        ]
        value: dict[str, Any] = {
            "name": f"{job.parent}/models/{job.made['model']}",
            "displayName": job.made["displayName"],
            "versionId": job.made["version"],
            "versionAliases": ["default"] if job.made["version"] == "1" else [],
            "createTime": ended,
            "updateTime": ended,
            "versionCreateTime": ended,
            "versionUpdateTime": ended,
            "labels": {
                **job.body.get("labels", {}),
                BASE_MODEL_LABEL: job.made["baseModel"].replace(".", "_"),
                "google-vertex-llm-tuning-job-id": job.id,
                "tune-type": "sft",
            },
            "modelSourceInfo": {"sourceType": "GENIE"},
            "defaultCheckpointId": str(len(checkpoints)),
            "checkpoints": checkpoints,
        }
        if "encryptionSpec" in job.body:
            value["encryptionSpec"] = job.body["encryptionSpec"]
        return value

    @staticmethod
    def _invented(location: str, number: str) -> dict[str, Any]:
        made = timestamp(TUNED)
        home = f"projects/{PROJECT_NUMBER}/locations/{location}"
        return {
            "name": f"{home}/models/{number}",
            "displayName": "Earlier tuned model",
            "versionId": "1",
            "versionAliases": ["default"],
            "createTime": made,
            "updateTime": made,
            "versionCreateTime": made,
            "versionUpdateTime": made,
            "labels": {BASE_MODEL_LABEL: DEFAULT_BASE.replace(".", "_"), "tune-type": "sft"},
            "modelSourceInfo": {"sourceType": "GENIE"},
            "defaultCheckpointId": "3",
            "checkpoints": [
                {"checkpointId": str(n), "epoch": str(n), "step": str(10 * n)} for n in (1, 2, 3)
            ],
            "deployedModels": [{"endpoint": f"{home}/endpoints/777", "deployedModelId": "1"}],
        }

    @staticmethod
    def publisher(name: str) -> dict[str, Any]:
        """A base model."""
        return {
            "name": f"publishers/google/models/{name}",
            "versionId": "default",
            "launchStage": "GA",
            "openSourceCategory": "PROPRIETARY",
            "publisherModelTemplate": f"projects/{{project}}/locations/{{location}}/publishers/google/models/{name}",
        }


def key(name: str) -> str:
    """LOCATION/ID@VERSION of a model's name."""
    parts = name.split("/")
    return f"{parts[3]}/{parts[5]}"


def base_of(resource: dict[str, Any]) -> str:
    """The base model that a tuned one comes from: labels hold no full stops."""
    label = str(resource.get("labels", {}).get(BASE_MODEL_LABEL, DEFAULT_BASE))
    return label.replace("_", ".")
