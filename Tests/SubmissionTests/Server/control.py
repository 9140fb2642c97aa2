"""What tests ask the server itself, below /fault-server/."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from datasets import statistics
from faults import InvalidFault, describe
from jobs import Job
from metadata import PROJECT
from wire import Answer, Request, json_answer

if TYPE_CHECKING:
    from server import Server


class Control:
    """Looks and changes that are in no account, and that no fault strikes."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def answer(self, request: Request) -> Answer:
        data = request.body.all(1 << 30)
        action = request.raw_path.removeprefix("/fault-server/")
        if request.method == "GET" and action == "account":
            return json_answer(self.account(self.server.base_url))
        if request.method == "GET" and action == "faults":
            return Answer(200, (describe() + "\n").encode(), content_type="text/plain")
        try:
            change = getattr(self, f"_{request.method.lower()}_{action}", None)
            if change is None:
                return Answer(404, b"There is no such request.\n", content_type="text/plain")
            return json_answer(change(request.query, data, request))
        except (InvalidFault, ValueError, KeyError) as error:
            return Answer(400, f"{error!r}\n".encode(), content_type="text/plain")

    def account(self, base_url: str) -> dict[str, Any]:
        """All that there is: requests, jobs, objects, sessions, and which faults struck how often."""
        server = self.server
        storage = server.storage
        with storage.lock:
            objects = [item.resource(base_url) for item in storage.objects.values()]
            sessions = [
                {**asdict(session), "kept": session.writer.size if session.writer else session.kept}
                for session in storage.sessions.values()
            ]
        with server.jobs.lock:
            jobs = [server.jobs.resource(job) for job in server.jobs.all]
        return {
            "requests": server.account.copy(),
            "jobs": jobs,
            "objects": objects,
            "sessions": sessions,
            "faults": server.plan.listing(),
            "drawn": server.plan.drawn,
            # What must not be seen anywhere but in the requests.
            "secrets": sorted(server.tokens.seen) + [session["id"] for session in sessions],
        }

    # Each of these is POST or DELETE /fault-server/NAME.

    def _post_object(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Puts an object, or replaces it: ?bucket=&name=, and members of its resource; the body is its content."""
        given: dict[str, Any] = {key: value for key, value in query.items() if key not in ("bucket", "name")}
        if given.pop("customerEncryption", ""):
            given["customerEncryption"] = {"encryptionAlgorithm": "AES256", "keySha256": "A" * 43 + "="}
        made = self.server.storage.put_bytes(query["bucket"], query["name"], data, given)
        return made.resource(self.server.base_url)

    def _delete_object(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        item = self.server.storage.get(query["bucket"], query["name"])
        if item is None:
            raise ValueError("there is no such object")
        self.server.storage.delete(item)
        return {}

    def _post_flip(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Replaces an object by another of the same length, whose first byte differs."""
        item = self.server.storage.get(query["bucket"], query["name"])
        if item is None:
            raise ValueError("there is no such object")
        return self.server.storage.replace(item).resource(self.server.base_url)

    def _post_model(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Puts a model: the body is its resource, named projects/P/locations/L/models/ID@VERSION."""
        resource = _object(data)
        self.server.models.put(resource)
        return resource

    def _post_job(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Puts a job of somebody else: the body has what its resource is to show; ?location="""
        shown = _object(data)
        server = self.server
        body = {key: shown.pop(key) for key in list(shown) if key not in ("state", "error", "tunedModel", "createTime")}
        made = {
            "model": server.jobs.new_id(),
            "version": "1",
            "displayName": body.get("tunedModelDisplayName", "of somebody else"),
            "baseModel": body.get("baseModel", "gemini-3.5-flash"),
            "epochs": 3,
            "steps": 10,
            "checkpointEpochs": [3],
            "endpoints": [server.jobs.new_id()],
            "endpointLocation": "us",
            "experiment": "tuning-experiment-of-somebody-else",
        }
        job = Job(
            server.jobs.new_id(),
            PROJECT,
            query.get("location", "us-central1"),
            body,
            time.time() - float(query.get("age", "0")),
            made,
            statistics(server.storage, "gs://none/none", 3),
            timeline=server.jobs.timeline(),
            fixed=shown,
        )
        server.jobs.add(job)
        return server.jobs.resource(job)

    def _post_fault(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Plans faults, one a line, from now on."""
        for line in data.decode().split():
            self.server.plan.add(line)
        self.server.clock_changed()
        return self.server.plan.listing()

    def _delete_fault(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Forgets all faults."""
        self.server.plan.clear()
        self.server.clock_changed()
        return {}

    def _post_accept(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Takes each token again."""
        self.server.tokens.accept_all()
        return {}

    def _post_expire(self, query: dict[str, str], data: bytes, request: Request) -> Any:
        """Refuses all tokens that were seen until now."""
        self.server.tokens.refuse_all()
        return {}


def _object(data: bytes) -> dict[str, Any]:
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("the body is no object")  # noqa: TRY004
    return value
