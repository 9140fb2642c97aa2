"""Errors as Google's services write them."""

from __future__ import annotations

import html
from typing import Any

from wire import Answer, json_answer

STATUS_NAMES = {
    400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 408: "CANCELLED",
    409: "ALREADY_EXISTS", 412: "FAILED_PRECONDITION", 429: "RESOURCE_EXHAUSTED", 500: "INTERNAL",
    501: "UNIMPLEMENTED", 502: "UNAVAILABLE", 503: "UNAVAILABLE", 504: "DEADLINE_EXCEEDED",
}  # fmt: skip
MESSAGES = {
    408: "Request timeout.",
    429: "Resource exhausted. Please try again later.",
    500: "Internal error encountered.",
    502: "Bad gateway.",
    503: "The service is currently unavailable.",
    504: "Deadline expired before operation could complete.",
}


def service_error(status: int, message: str, name: str | None = None, details: list[Any] | None = None) -> Answer:
    """An error of the tuning service, or of any other with google.rpc.Status."""
    error: dict[str, Any] = {"code": status, "message": message, "status": name or STATUS_NAMES[status]}
    if details:
        error["details"] = details
    return json_answer({"error": error}, status, [("Vary", "Origin")])


def field_errors(fields: list[tuple[str, str]]) -> Answer:
    """What the tuning service says of a job that it does not take: google-cloud generative-ai#2081."""
    found = "".join(f"{n}.Field: {name}; Message: {text}\t" for n, (name, text) in enumerate(fields, 1))
    violations = [{"field": name, "description": text} for name, text in fields]
    detail = {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": violations}
    return service_error(400, "List of found errors:\t" + found, details=[detail])


def storage_error(
    status: int, message: str, reason: str, location: tuple[str, str] | None = None, domain: str = "global"
) -> Answer:
    """An error of Cloud Storage's JSON interface."""
    one = {"message": message, "domain": domain, "reason": reason}
    if location:
        one["locationType"], one["location"] = location
    return json_answer({"error": {"code": status, "message": message, "errors": [one]}}, status)


def token_error(status: int, error: str, description: str, subtype: str = "") -> Answer:
    """An error of the token endpoint, RFC 6749."""
    value = {"error": error, "error_description": description}
    if subtype:
        value["error_subtype"] = subtype
    return json_answer(value, status)


def front_end_error(path: str, status: int = 404) -> Answer:
    """What Google's front end says of a path that no service has."""
    text = (
        "<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n"
        f"  <title>Error {status}</title>\n  <p><b>{status}.</b> <ins>That’s an error.</ins>\n"
        f"  <p>The requested URL <code>{html.escape(path)}</code> was not found on this server."
        "  <ins>That’s all we know.</ins>\n"
    )
    return Answer(status, text.encode(), content_type="text/html; charset=UTF-8")


def plain_error(status: int, request_is_storage: bool) -> Answer:
    """A refusal that has nothing to do with what was asked."""
    message = MESSAGES.get(status, "Error.")
    if request_is_storage:
        reason = "rateLimitExceeded" if status == 429 else "backendError"
        return storage_error(status, message, reason)
    return service_error(status, message)
