"""Answers that faults put in the place of the true one, before or after what was asked is done."""

from __future__ import annotations

import json
import time
from email.utils import formatdate
from typing import Any

from errors import field_errors, front_end_error, plain_error, service_error, storage_error, token_error
from faults import Strikes
from router import is_storage
from storage_api import StorageAPI
from tuning_api import TuningAPI
from wire import Answer, Request

PERMISSIONS = {
    "create": "aiplatform.tuningJobs.create", "list": "aiplatform.tuningJobs.list",
    "job-get": "aiplatform.tuningJobs.get", "cancel": "aiplatform.tuningJobs.cancel",
    "model-get": "aiplatform.models.get", "object-get": "storage.objects.get", "start": "storage.objects.create",
    "finish": "storage.objects.create",
}  # fmt: skip
AUTHORIZATION_CALLS = ("token", "sts", "impersonate", "metadata")


def before(request: Request, call: str, strikes: Strikes, elsewhere: str) -> Answer | None:
    """The answer to a request of which nothing is done."""
    for name, status in (("redirect-302", 302), ("redirect-307", 307), ("redirect-308", 308)):
        if strikes.has(name):
            location = strikes.value(name) or elsewhere + request.target
            return Answer(status, b"", [("Location", location)], "text/html")
    if strikes.has("429"):
        answer = _plain(429, request, call)
        answer.headers += _retry_after(strikes.value("429"))
        return answer
    if strikes.has("status"):
        status = int(strikes.value("status"))
        return Answer(status, f"status {status}\n".encode(), content_type="text/plain")
    if strikes.has("502"):
        return front_end_error(request.path, 502)
    for name in ("408", "500", "503", "504"):
        if strikes.has(name):
            answer = _plain(int(name), request, call)
            if name == "503":
                answer.headers += _retry_after(strikes.value("503"))
            return answer
    if strikes.has("unauthorized", "unauthorized-basic"):
        answer = StorageAPI.unauthorized() if is_storage(request) else TuningAPI.unauthorized()
        if strikes.has("unauthorized-basic"):
            answer.headers = [("WWW-Authenticate", 'Basic realm="elsewhere"')]
        return answer
    if strikes.has("forbidden"):
        return _forbidden(request, strikes.value("forbidden") or PERMISSIONS[call])
    return _of_the_service(strikes)


def after(request: Request, call: str, strikes: Strikes) -> Answer | None:
    """The answer to a request that was done, as if it was not."""
    for name in ("500", "503"):
        if strikes.has(f"{name}-acted"):
            return _plain(int(name), request, call)
    return None


def _plain(status: int, request: Request, call: str) -> Answer:
    if call in AUTHORIZATION_CALLS:
        return token_error(status, "internal_failure", "Please try again.")
    return plain_error(status, is_storage(request))


def _retry_after(value: str) -> list[tuple[str, str]]:
    if value in ("", "none"):
        return []
    return [("Retry-After", formatdate(time.time() + 2, usegmt=True) if value == "date" else value)]


def _forbidden(request: Request, permission: str) -> Answer:
    if is_storage(request):
        text = (
            f"somebody@example.com does not have {permission} access to the Google Cloud Storage object. "
            f"Permission '{permission}' denied on resource (or it may not exist)."
        )
        return storage_error(403, text, "forbidden")
    resource = "//aiplatform.googleapis.com" + request.path.partition("/tuningJobs")[0]
    detail = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "IAM_PERMISSION_DENIED",
        "domain": "aiplatform.googleapis.com",
        "metadata": {"permission": permission, "resource": resource},
    }
    text = f"Permission '{permission}' denied on resource '{resource}' (or it may not exist)."
    return service_error(403, text, details=[detail])


def _of_the_service(strikes: Strikes) -> Answer | None:
    if strikes.has("service-disabled"):
        consumer = "projects/764086051850"
        detail = {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "SERVICE_DISABLED",
            "domain": "googleapis.com",
            "metadata": {"consumer": consumer, "service": "aiplatform.googleapis.com"},
        }
        text = (
            "Your application is authenticating by using local Application Default Credentials. The "
            "aiplatform.googleapis.com API requires a quota project, which is not set by default."
        )
        return service_error(403, text, details=[detail])
    if strikes.has("invalid-argument"):
        name = "tuning_job.supervised_tuning_spec."
        text = "{} should be a GCS object of type JSONL."
        fields = ("training_dataset_uri", "validation_dataset_uri")
        return field_errors([(name + field, text.format(field)) for field in fields])
    if strikes.has("conflict"):
        return service_error(409, "The resource is being changed by another request.", "ABORTED")
    if strikes.has("quota-refused"):
        text = "The following quotas are exceeded: GlobalConcurrentTuningJobs"
        return service_error(429, text)
    return None


# What becomes of a good answer's JSON.

NUMBERS = {
    "size", "generation", "metageneration", "epoch", "step", "completedEpochCount", "epochCount", "sum", "billableSum",
    "tuningDatasetExampleCount", "totalTuningCharacterCount", "totalBillableTokenCount", "tuningStepCount",
}  # fmt: skip
HOSTILE = "\x1b[2J\x1b]0;title\x07\r\u202e\u009b31m"


def bend(answer: Answer, strikes: Strikes) -> None:
    """Changes the JSON of an answer, as the faults have it."""
    if not isinstance(answer.body, bytes) or answer.status >= 300 or "json" not in answer.content_type:
        return
    if strikes.has("numbers-as-numbers"):
        answer.body = json.dumps(_numbers(json.loads(answer.body))).encode()
    if strikes.has("body-controls"):
        value = json.loads(answer.body)
        for name in ("description", "tunedModelDisplayName", "displayName", "contentType", "scope"):
            value[name] = HOSTILE + str(value.get(name, ""))
        answer.body = json.dumps(value).encode()
    if strikes.has("body-cut"):
        answer.body = answer.body[: len(answer.body) // 2]
    if strikes.has("body-malformed"):
        answer.body = answer.body.replace(b'":', b'"=')
    if strikes.has("body-array"):
        answer.body = b"[" + answer.body + b"]"
    if strikes.has("body-html"):
        answer.body, answer.content_type = b"<!DOCTYPE html><title>OK</title>\n", "text/html; charset=UTF-8"
    if strikes.has("body-empty"):
        answer.body = b""
    if strikes.has("body-deep"):
        answer.body = b'{"name":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def _numbers(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _numbers(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbers(inner, name) for inner in value]
    return int(value) if name in NUMBERS and isinstance(value, str) and value.isdigit() else value
