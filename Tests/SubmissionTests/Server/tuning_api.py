"""The tuning service: tuning jobs, models, endpoints."""

from __future__ import annotations

import base64
import random
import re
import time
from typing import Any

from datasets import statistics
from errors import field_errors, front_end_error, service_error
from faults import Strikes
from jobs import ENDED, FATES, Job, Jobs
from metadata import PROJECT_NUMBER
from models import Models, base_of
from storage import Storage
from tokens import Tokens
from wire import Answer, Request, json_answer

TUNED_MODEL = re.compile(r"projects/[^/]+/locations/([^/]+)/models/([^/@]+)(?:@([^/@]+))?")
SPECS = ("supervisedTuningSpec", "preferenceOptimizationSpec", "distillationSpec", "reinforcementTuningSpec")
FIELDS = {
    "baseModel", "preTunedModel", "tunedModelDisplayName", "description", "labels", "encryptionSpec",
    "serviceAccount", "outputUri", "customBaseModel", *SPECS,
}  # fmt: skip
OUTPUT_ONLY = {
    "name", "state", "createTime", "startTime", "endTime", "updateTime", "error", "experiment", "tunedModel",
    "tuningDataStats", "pipelineJob", "tuningJobState", "tuningJobMetadata",
}  # fmt: skip
SPEC_FIELDS = {
    "trainingDatasetUri", "validationDatasetUri", "hyperParameters", "exportLastCheckpointOnly", "evaluationConfig",
    "tuningMode",
}  # fmt: skip
PERMISSIONS = {"create": "create", "list": "list", "job-get": "get", "cancel": "cancel"}


class TuningAPI:
    """Paths below /v1 and /v1beta1."""

    def __init__(self, jobs: Jobs, models: Models, storage: Storage, tokens: Tokens, rng: random.Random) -> None:
        self.jobs = jobs
        self.models = models
        self.storage = storage
        self.tokens = tokens
        self._random = rng
        self.clock_offset = 0.0

    def answer(self, request: Request, call: str, strikes: Strikes) -> Answer:
        if not self.tokens.is_good(request.bearer):
            request.body.drain()
            return self.unauthorized()
        parts = request.segments()
        if call == "create":
            return self._create(request, parts, strikes)
        request.body.drain()
        if call == "list":
            return self._list(request, parts, strikes)
        if call in ("job-get", "cancel"):
            return self._job(request, parts, call, strikes)
        if call == "model-get":
            return self._model(parts, strikes)
        if call == "endpoint-get":
            return self._endpoint(parts, strikes)
        return front_end_error(request.path)

    @staticmethod
    def unauthorized() -> Answer:
        text = (
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other "
            "valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
        )
        detail = {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "ACCESS_TOKEN_EXPIRED",
            "domain": "googleapis.com",
            "metadata": {"service": "aiplatform.googleapis.com"},
        }
        answer = service_error(401, text, details=[detail])
        answer.headers.append(
            ("WWW-Authenticate", 'Bearer realm="https://accounts.google.com/", error="invalid_token"')
        )
        return answer

    # Create.

    def _create(self, request: Request, parts: list[str], strikes: Strikes) -> Answer:
        project, location = parts[2], parts[4]
        sent = request.json()
        if not isinstance(sent, dict):
            return service_error(400, "Invalid JSON payload received. Expected an object.")
        body = camel_case(sent)
        fault = self._body_fault(body, location)
        if fault:
            return fault
        made: dict[str, Any] = {}
        pretuned = body.get("preTunedModel")
        if pretuned:
            refused = self._take_parent(pretuned, body, made)
            if refused:
                return refused
        else:
            made["baseModel"] = str(body["baseModel"]).rpartition("/")[2]
            made["displayName"] = body.get("tunedModelDisplayName", "tuned-" + made["baseModel"])
            made["model"], made["version"] = self._number(), "1"
        jobs = [self._new(project, location, body, made, strikes)]
        if strikes.has("created-twice"):
            jobs.append(self._new(project, location, body, dict(made), strikes))
        for job in jobs:
            self.jobs.add(job)
        return json_answer(self._shown(jobs[0], strikes))

    def _number(self) -> str:
        return str(self._random.randrange(10**18, 9 * 10**18))

    def _body_fault(self, body: dict[str, Any], location: str) -> Answer | None:
        for name in body:
            if name not in FIELDS and name not in OUTPUT_ONLY:
                text = f"Invalid JSON payload received. Unknown name \"{name}\" at 'tuning_job': Cannot find field."
                return service_error(400, text)
        for name in OUTPUT_ONLY & set(body):
            del body[name]
        if location == "global":
            return service_error(400, "Tuning is not supported in location global.", "FAILED_PRECONDITION")
        specs = [name for name in SPECS if name in body]
        if len(specs) > 1:
            text = f"oneof field 'tuning_spec' is already set. Cannot set '{specs[1]}'"
            return service_error(400, f"Invalid value at 'tuning_job' (oneof), {text}")
        if "baseModel" in body and "preTunedModel" in body:
            text = "Invalid value at 'tuning_job' (oneof), oneof field 'source_model' is already set. "
            return service_error(400, text + "Cannot set 'preTunedModel'")
        found = self._field_faults(body)
        return field_errors(found) if found else None

    @staticmethod
    def _field_faults(body: dict[str, Any]) -> list[tuple[str, str]]:
        """What is wrong with the values, by the names of their fields."""
        found: list[tuple[str, str]] = []
        if not body.get("baseModel") and not body.get("preTunedModel"):
            found.append(("tuning_job.base_model", "base_model is required."))
        spec = body.get("supervisedTuningSpec")
        if not isinstance(spec, dict):
            return [*found, ("tuning_job.tuning_spec", "A supervised tuning spec is required.")]
        for name in spec:
            if name not in SPEC_FIELDS:
                found.append((f"tuning_job.supervised_tuning_spec.{name}", "Cannot find field."))
        for name, snake in (("trainingDatasetUri", "training"), ("validationDatasetUri", "validation")):
            uri = spec.get(name)
            if uri is None and snake == "validation":
                continue
            if not (isinstance(uri, str) and (re.fullmatch(r"gs://[^/]+/.+\.jsonl", uri) or "/datasets/" in uri)):
                field = f"{snake}_dataset_uri"
                found.append(
                    (f"tuning_job.supervised_tuning_spec.{field}", f"{field} should be a GCS object of type JSONL.")
                )
        epochs = spec.get("hyperParameters", {}).get("epochCount")
        if epochs is not None and not (str(epochs).isdigit() and int(epochs) > 0):
            name = "tuning_job.supervised_tuning_spec.hyper_parameters.epoch_count"
            found.append((name, "epoch_count must be positive."))
        labels = body.get("labels", {})
        if not isinstance(labels, dict) or len(labels) > 64:
            return [*found, ("tuning_job.labels", "labels must be a map of at most 64 entries.")]
        for name, value in labels.items():
            good = isinstance(value, str) and re.fullmatch(r"[a-z0-9_-]{0,63}", value)
            if not good or not re.fullmatch(r"[a-z][a-z0-9_-]{0,62}", name):
                found.append((f"tuning_job.labels[{name}]", "The label is invalid."))
        return found

    def _take_parent(self, pretuned: Any, body: dict[str, Any], made: dict[str, Any]) -> Answer | None:
        """The model that the job goes on with: a new version of it is made, or a new model."""
        name = pretuned.get("tunedModelName", "") if isinstance(pretuned, dict) else ""
        found = TUNED_MODEL.fullmatch(str(name))
        if not found:
            text = "Invalid tuned model name."
            return field_errors([("tuning_job.pre_tuned_model.tuned_model_name", text)])
        location, number, version = found.groups()
        parent = self.models.find(location, number + (f"@{version}" if version else ""))
        if parent is None:
            return service_error(404, f"The Model does not exist: {name}")
        checkpoint = pretuned.get("checkpointId")
        if checkpoint and checkpoint not in [one["checkpointId"] for one in parent.get("checkpoints", [])]:
            return field_errors([("tuning_job.pre_tuned_model.checkpoint_id", "The checkpoint does not exist.")])
        made["baseModel"] = base_of(parent)
        made["displayName"] = body.get("tunedModelDisplayName") or parent["displayName"]
        if made["displayName"] == parent["displayName"]:
            made["model"], made["version"] = number, self.models.next_version(location, number)
        else:
            made["model"], made["version"] = self._number(), "1"
        return None

    def _new(self, project: str, location: str, body: dict[str, Any], made: dict[str, Any], strikes: Strikes) -> Job:
        spec = body["supervisedTuningSpec"]
        epochs = int(spec.get("hyperParameters", {}).get("epochCount", 3))
        stats = statistics(self.storage, spec["trainingDatasetUri"], epochs)
        shown = range(1, epochs + 1) if epochs < 10 else [round(epochs * n / 10) for n in range(1, 11)]
        if spec.get("exportLastCheckpointOnly"):
            shown = [epochs]
        # Endpoints of the third generation are in a multi-region: docs, models/tuning/supervised-tuning.
        multi = {"us": "us", "europe": "eu"}.get(location.partition("-")[0], location)
        made.update(
            epochs=epochs,
            steps=max(1, int(stats["tuningStepCount"]) // epochs),
            checkpointEpochs=list(shown),
            endpoints=[self._number() for _ in shown],
            endpointLocation=multi if made["baseModel"].startswith("gemini-3") else location,
            experiment="tuning-experiment-" + time.strftime("%Y%m%d%H%M%S") + self._number()[:4],
        )
        fate = next((fate for fate in FATES if strikes.has(fate)), "succeeds")
        waits = float(strikes.value("waits-for-quota")) if strikes.has("waits-for-quota") else 0
        pauses = float(strikes.value("pauses")) if strikes.has("pauses") else 0
        return Job(
            self.jobs.new_id(),
            project,
            location,
            body,
            time.time(),
            made,
            stats,
            fate,
            strikes.value("fails") if fate == "fails" else "",
            self.jobs.timeline(waits, pauses),
        )

    # Look.

    def _shown(self, job: Job, strikes: Strikes) -> dict[str, Any]:
        value = self.jobs.resource(job, self.clock_offset)
        if strikes.has("state-unknown"):
            value["state"] = strikes.value("state-unknown")
        if strikes.has("state-back"):
            value["state"] = "JOB_STATE_QUEUED"
            for name in ("tunedModel", "endTime", "error"):
                value.pop(name, None)
        if strikes.has("name-hostile"):
            value["name"] = value["name"].rpartition("/")[0] + "/" + strikes.value("name-hostile")
        return value

    def _list(self, request: Request, parts: list[str], strikes: Strikes) -> Answer:
        """The newest first, in pages."""
        size = request.query.get("pageSize", "") or "50"
        if not size.isdigit() or int(size) > 1000:
            return service_error(400, "page_size must be between 0 and 1000.")
        begin = 0
        token = request.query.get("pageToken", "")
        if token:
            try:
                begin = int(base64.urlsafe_b64decode(token).removeprefix(b"before "))
            except ValueError:
                return service_error(400, "Invalid page token.")
        if strikes.has("list-empty-page"):
            return json_answer({"nextPageToken": page_token(begin)})
        now = time.time()
        hidden = float(strikes.value("list-lags")) if strikes.has("list-lags") else 0
        with self.jobs.lock:
            jobs = [job for job in self.jobs.all if job.location == parts[4] and job.created <= now - hidden]
        try:
            jobs = [job for job in jobs if self._is_wanted(job, request.query.get("filter", ""))]
        except ValueError as error:
            return service_error(400, str(error))
        # A page goes on before the job that the last one ended with, so new jobs do not shift it.
        older = [job for job in reversed(jobs) if not begin or round(job.created * 1e6) < begin]
        page = older[: int(size) or 50]
        value: dict[str, Any] = {}
        if page:
            value["tuningJobs"] = [self._shown(job, strikes) for job in page]
        if len(older) > len(page):
            value["nextPageToken"] = page_token(round(page[-1].created * 1e6))
        if strikes.has("list-loop"):
            value["nextPageToken"] = token or page_token(round(page[-1].created * 1e6) if page else 1)
        return json_answer(value)

    def _is_wanted(self, job: Job, text: str) -> bool:
        """Whether a filter lets a job through: states and labels, as far as they are known to be used."""
        if not text:
            return True
        state = re.fullmatch(r'\s*state\s*=\s*"?(\w+)"?\s*', text)
        if state:
            return f"JOB_STATE_{self.jobs.state(job)}" == state[1]
        label = re.fullmatch(r'\s*labels\.([\w-]+)\s*[:=]\s*"?([^"]*)"?\s*', text)
        if label:
            return bool(job.body.get("labels", {}).get(label[1]) == label[2])
        raise ValueError(f"Invalid filter: {text}")

    def _job(self, request: Request, parts: list[str], call: str, strikes: Strikes) -> Answer:
        number = parts[6].removesuffix(":cancel")
        job = self.jobs.find(parts[4], number)
        if job is None or strikes.has("job-vanishes"):
            name = "/".join(parts[1:6]) + "/" + number
            return service_error(404, f"The TuningJob \"{name}\" does not exist.")
        if call == "job-get":
            return json_answer(self._shown(job, strikes))
        state = self.jobs.state(job)
        if state in ENDED:
            text = f"Cannot cancel a TuningJob in state JOB_STATE_{state}."
            return service_error(400, text, "FAILED_PRECONDITION")
        if job.cancelled is None:
            job.cancelled = time.time()
            job.ignores_cancel = strikes.has("cancel-late")
            job.fixed.pop("state", None)
            self.jobs.note(job)
        return json_answer({})

    def _model(self, parts: list[str], strikes: Strikes) -> Answer:
        location, name = parts[4] if parts[2] != "google" else "", parts[-1]
        if "publishers" in parts:
            if not name.startswith("gemini-"):
                return service_error(404, f"Publisher Model `{name}` is not found.")
            return json_answer(self.models.publisher(name))
        resource = self.models.find(location, name)
        if resource is None:
            return service_error(404, f"The Model does not exist: {'/'.join(parts[1:])}")
        return json_answer(resource)

    def _endpoint(self, parts: list[str], strikes: Strikes) -> Answer:
        location, number = parts[4], parts[6]
        if strikes.has("endpoint-missing") or not self.models.has_endpoint(location, number):
            return service_error(404, f"The Endpoint does not exist: {'/'.join(parts[1:])}")
        return json_answer({"name": f"projects/{PROJECT_NUMBER}/locations/{location}/endpoints/{number}"})


def page_token(before: int) -> str:
    return base64.urlsafe_b64encode(f"before {before}".encode()).decode()


def camel_case(value: Any) -> Any:
    """JSON with keys in lower camel case: the service takes both, and answers with this one."""
    if isinstance(value, list):
        return [camel_case(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {}
    for name, inner in value.items():
        head, *rest = name.split("_")
        made[head + "".join(part[:1].upper() + part[1:] for part in rest)] = (
            inner if name == "labels" else camel_case(inner)
        )
    return made


def kind_of_call(method: str, parts: list[str]) -> str:
    """Which call a request to the tuning service is."""
    if len(parts) < 4 or parts[0] not in ("v1", "v1beta1"):
        return "other"
    if method == "GET" and parts[-2] == "models" and (parts[1] == "publishers" or parts[1] == "projects"):
        return "model-get"
    if parts[1] != "projects" or len(parts) < 6 or parts[3] != "locations":
        return "other"
    if parts[5] == "tuningJobs":
        if len(parts) == 6:
            return {"POST": "create", "GET": "list"}.get(method, "other")
        if len(parts) == 7 and method == "GET" and ":" not in parts[6]:
            return "job-get"
        if len(parts) == 7 and method == "POST" and parts[6].endswith(":cancel"):
            return "cancel"
    if parts[5] == "endpoints" and len(parts) == 7 and method == "GET":
        return "endpoint-get"
    return "other"


