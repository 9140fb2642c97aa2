"""Tuning jobs, and how they go on with the time."""

from __future__ import annotations

import json
import random
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from metadata import PROJECT_NUMBER
from storage import timestamp, write_json

ENDED = ("SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED", "PARTIALLY_SUCCEEDED")
FATES = {
    "succeeds": "SUCCEEDED", "fails": "FAILED", "fails-with-model": "FAILED", "partly": "PARTIALLY_SUCCEEDED",
    "is-cancelled": "CANCELLED", "expires": "EXPIRED",
}  # fmt: skip


@dataclass
class Job:
    """A tuning job."""

    id: str
    project: str
    location: str
    # What the client asked for, with all keys in lower camel case.
    body: dict[str, Any]
    created: float
    # What is made of it: the ids of the model, its version, the experiment and the endpoints.
    made: dict[str, Any]
    stats: dict[str, Any]
    fate: str = "succeeds"
    message: str = ""
    # Each state with the seconds that it lasts; the last one lasts for ever.
    timeline: list[tuple[str, float]] = field(default_factory=list)
    cancelled: float | None = None
    ignores_cancel: bool = False
    # Members of the resource that are shown instead of its own: a test's.
    fixed: dict[str, Any] = field(default_factory=dict)

    @property
    def parent(self) -> str:
        return f"projects/{PROJECT_NUMBER}/locations/{self.location}"

    @property
    def name(self) -> str:
        return f"{self.parent}/tuningJobs/{self.id}"

    def state(self, now: float, step: float) -> tuple[str, float]:
        """The state, without its prefix, and which part of its time has gone by."""
        if "state" in self.fixed:
            return str(self.fixed["state"]).removeprefix("JOB_STATE_"), 0.5
        if self.cancelled is not None and not self.ignores_cancel:
            return ("CANCELLING", 0.5) if now < self.cancelled + step else ("CANCELLED", 1)
        since = now - self.created
        for name, seconds in self.timeline:
            if since < seconds:
                if self.cancelled is not None:
                    return "CANCELLING", 0.5
                return name, since / seconds
            since -= seconds
        return FATES[self.fate], 1

    def moments(self) -> tuple[float, float]:
        """When it began to run, and when it ends by itself."""
        begun: float | None = None
        end = self.created
        for name, seconds in self.timeline:
            if name == "RUNNING" and begun is None:
                begun = end
            end += seconds
        return (end if begun is None else begun), end


class Jobs:
    """All jobs, in the order in which they were created."""

    def __init__(self, folder: Path, step: float, first: str, rng: random.Random) -> None:
        self.folder = folder / "jobs"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.step = step
        self.first = first
        self.lock = threading.RLock()
        self._random = rng
        self.all: list[Job] = []
        for path in self.folder.glob("*.json"):
            self.all.append(Job(**json.loads(path.read_text())))
        self.all.sort(key=lambda job: job.created)

    def new_id(self) -> str:
        with self.lock:
            while True:
                number = str(self._random.randrange(10**18, 9 * 10**18))
                if all(job.id != number for job in self.all):
                    return number

    def timeline(self, waits: float = 0, pauses: float = 0) -> list[tuple[str, float]]:
        """QUEUED, PENDING, RUNNING, each for the step."""
        states = [("QUEUED", max(self.step, waits)), ("PENDING", self.step), ("RUNNING", self.step)]
        if pauses:
            states[2:] = [("RUNNING", self.step / 2), ("PAUSED", pauses), ("RUNNING", self.step / 2)]
        begin = next((at for at, (name, _) in enumerate(states) if name == self.first), 0)
        return states[begin:]

    def add(self, job: Job) -> None:
        with self.lock:
            if self.all and job.created <= self.all[-1].created:
                job.created = self.all[-1].created + 0.000_001
            self.all.append(job)
        self.note(job)

    def note(self, job: Job) -> None:
        write_json(self.folder / f"{job.id}.json", asdict(job))

    def find(self, location: str, number: str) -> Job | None:
        with self.lock:
            return next((job for job in self.all if job.id == number and job.location == location), None)

    def state(self, job: Job) -> str:
        return job.state(time.time(), self.step)[0]

    def resource(self, job: Job, offset: float = 0) -> dict[str, Any]:
        """The job as the service shows it now; its clock is `offset` seconds ahead."""
        now = time.time()
        state, part = job.state(now, self.step)
        begun, end = job.moments()
        if job.cancelled is not None and not job.ignores_cancel:
            end = min(end, job.cancelled + self.step)
        value: dict[str, Any] = {
            "name": job.name,
            **job.body,
            "state": f"JOB_STATE_{state}",
            "createTime": timestamp(job.created + offset),
            "updateTime": timestamp(min(now, max(end, job.created)) + offset),
        }
        if "tunedModelDisplayName" not in value:
            value["tunedModelDisplayName"] = job.made["displayName"]
        pretuned = value.get("preTunedModel")
        if pretuned:
            value["preTunedModel"] = {**pretuned, "baseModel": job.made["baseModel"]}
        detail = self._detail(state, part)
        if detail:
            value["tuningJobState"] = f"TUNING_JOB_STATE_{detail}"
        if now >= begun and state not in ("QUEUED", "PENDING"):
            value["startTime"] = timestamp(begun + offset)
            value["experiment"] = f"{job.parent}/metadataStores/default/contexts/{job.made['experiment']}"
            value["tuningDataStats"] = {"supervisedTuningDataStats": job.stats}
        epochs = job.made["epochs"]
        if state in ("RUNNING", "PAUSED"):
            value["tuningJobMetadata"] = {"completedEpochCount": str(int(epochs * part))}
        if state in ENDED:
            value["endTime"] = timestamp(end + offset)
            value.update(self._end(job, state, epochs))
        value.update(job.fixed)
        return value

    @staticmethod
    def _detail(state: str, part: float) -> str | None:
        if state in ("QUEUED", "PENDING"):
            return "WAITING_FOR_QUOTA" if state == "QUEUED" else "PROCESSING_DATASET"
        if state != "RUNNING":
            return None
        return "WAITING_FOR_CAPACITY" if part < 0.2 else "TUNING" if part < 0.8 else "POST_PROCESSING"

    def _end(self, job: Job, state: str, epochs: int) -> dict[str, Any]:
        """What an ended job has: its model, or why there is none."""
        model = f"{job.parent}/models/{job.made['model']}@{job.made['version']}"
        if state == "CANCELLED":
            return {"error": {"code": 1, "message": "CANCELED"}}
        if state == "FAILED" and job.fate == "fails-with-model":
            text = (
                "Failed to create endpoint. Tuned model is uploaded and can be accessed through Model Registry."
            )
            return {"error": {"code": 13, "message": text}, "tunedModel": {"model": model}}
        if state == "FAILED":
            return {"error": {"code": 3, "message": job.message}}
        if state == "EXPIRED":
            return {"error": {"code": 4, "message": "The job did not end in time."}}
        if state == "PARTIALLY_SUCCEEDED":
            return {"tunedModel": {"model": model}}
        home = f"projects/{PROJECT_NUMBER}/locations/{job.made['endpointLocation']}/endpoints/"
        checkpoints = [
            {
                "checkpointId": str(n),
                "epoch": str(epoch),
                "step": str(epoch * job.made["steps"]),
                "endpoint": home + endpoint,
            }
            for n, (epoch, endpoint) in enumerate(zip(job.made["checkpointEpochs"], job.made["endpoints"]), 1)
        ]
        value: dict[str, Any] = {
            "tunedModel": {"model": model, "endpoint": home + job.made["endpoints"][-1]},
            "tuningJobMetadata": {"completedEpochCount": str(epochs)},
        }
        if not job.body.get("supervisedTuningSpec", {}).get("exportLastCheckpointOnly"):
            value["tunedModel"]["checkpoints"] = checkpoints
        return value
