"""Each fault is really sent: a client that reads the bare bytes sees it. Needs pytest alone.

    python3 -m pytest -q Tests/SubmissionTests/Server/test_faults.py

Only so does it mean something that a program survives a fault.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from faults import CATALOGUE, InvalidFault, Plan, Planned
from running import JOB, JOBS, PROGRAM, Client, Reply, Running, ask, create, put, start

QUANTUM = 262_144
BUCKET = "/storage/v1/b/bucket"
MODEL = "/v1/projects/my-project/locations/us-central1/models/1234567890@1"
METADATA = "/computeMetadata/v1/instance/service-accounts/default/token"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
REFRESH = b"grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=c"
Check = Callable[["World"], None]
CHECKS: dict[str, Check] = {}


class World:
    """A server, the faults of which are set for each test."""

    def __init__(self, server: Running) -> None:
        self.server = server
        self.port = server.port
        # Checks of several faults, which are done once.
        self.done: set[Check] = set()
        self._count = 0

    def plan(self, *texts: str) -> None:
        self.server.control("DELETE", "fault")
        self.server.control("POST", "accept")
        self.server.control("POST", "fault", "\n".join(texts).encode())

    def new_name(self) -> str:
        self._count += 1
        return f"object-{os.getpid()}-{self._count}"

    def put_object(self, data: bytes = b"some bytes", name: str | None = None) -> str:
        """The path of a new object."""
        name = name or self.new_name()
        self.server.control("POST", f"object?bucket=bucket&name={name}", data)
        return f"{BUCKET}/o/{name}"

    def object(self, **options: Any) -> Reply:
        return ask(self.port, "GET", self.put_object(), **options)

    def list(self, query: str = "", **options: Any) -> Reply:
        return ask(self.port, "GET", JOBS + query, **options)

    def job(self, text: str = "") -> str:
        """The path of a new job."""
        return "/v1/" + str(create(self.port).json()["name"])

    def look(self, path: str, **options: Any) -> Reply:
        return ask(self.port, "GET", path, **options)

    def jobs(self) -> int:
        return len(self.server.account()["jobs"])

    def token(self) -> Reply:
        return ask(self.port, "POST", "/token", REFRESH, headers=FORM)

    def metadata(self, target: str = METADATA) -> Reply:
        return ask(self.port, "GET", target, headers={"Metadata-Flavor": "Google"})

    def session(self, **options: Any) -> str:
        return start(self.port, self.new_name(), **options)

    def ended(self, path: str) -> dict[str, Any]:
        """A job at its end."""
        for _ in range(200):
            job = dict(ask(self.port, "GET", path).json())
            if job["state"] not in ("JOB_STATE_QUEUED", "JOB_STATE_PENDING", "JOB_STATE_RUNNING", "JOB_STATE_PAUSED"):
                return job
            time.sleep(0.02)
        raise AssertionError("the job does not end")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with Running(tmp_path_factory.mktemp("data"), "--state-seconds", "0.1") as server:
        yield World(server)


def shows(*names: str) -> Callable[[Check], Check]:
    """Says which faults a check shows."""

    def add(check: Check) -> Check:
        for name in names:
            CHECKS[name] = check
        return check

    return add


@pytest.mark.parametrize("name", [fault.name for fault in CATALOGUE])
def test_fault(world: World, name: str) -> None:
    check = CHECKS[name]
    if check in world.done:
        return
    world.done.add(check)
    check(world)
    assert all(one["struck"] for one in world.server.account()["faults"])
    world.plan()
    # The server goes on, with all as it should be.
    assert world.list().status == 200
    assert not [entry for entry in world.server.requests() if entry.get("status") == 500 and not entry["faults"]]


# Transport.


def refuses(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) != 0


@shows("refused")
def _refused(world: World) -> None:
    world.plan("refused@list=0.5")
    idle = Client(world.port)
    idle.ask("GET", BUCKET)
    reply = world.list(look_at_end=True)
    assert reply.status == 200 and reply.end == "closed"
    assert refuses(world.port)
    assert idle.end() == "closed"
    time.sleep(0.7)
    assert not refuses(world.port)


@shows("reset-on-accept")
def _reset_on_accept(world: World) -> None:
    world.plan("reset-on-accept@list=1")
    assert world.list().status == 200
    assert world.list().end == "reset"
    assert world.list().status == 200


@shows("reset-after-headers")
def _reset_after_headers(world: World) -> None:
    world.plan("reset-after-headers@create")
    before = world.jobs()
    client = Client(world.port)
    client.send(f"POST {JOBS} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n".encode())
    assert client.read(0, 5, 100).end == "reset"
    assert world.jobs() == before


@shows("reset-mid-body")
def _reset_mid_body(world: World) -> None:
    world.plan("reset-mid-body@chunk")
    session = world.session()
    reply = put(world.port, session, b"x" * 4 * QUANTUM, 0, 5 * QUANTUM)
    assert reply.end == "reset" and not reply.data
    assert put(world.port, session, b"", 0, 5 * QUANTUM).headers["range"] == f"bytes=0-{2 * QUANTUM - 1}"


@shows("reset-after-body")
def _reset_after_body(world: World) -> None:
    for value, made in (("acted", 1), ("ignored", 0)):
        world.plan(f"reset-after-body@create={value}")
        before = world.jobs()
        reply = create(world.port)
        assert (reply.end, reply.data) == ("reset", b"")
        assert world.jobs() == before + made


@shows("close-fresh")
def _close_fresh(world: World) -> None:
    world.plan("close-fresh@create")
    before = world.jobs()
    client = Client(world.port)
    assert client.ask("GET", BUCKET).status == 200
    assert client.ask("POST", JOBS, json.dumps(JOB).encode()).status == 200
    reply = create(world.port)
    assert (reply.end, reply.data) == ("closed", b"")
    assert world.jobs() == before + 2


@shows("close-reused")
def _close_reused(world: World) -> None:
    world.plan("close-reused@create=ignored")
    before = world.jobs()
    assert create(world.port).status == 200
    client = Client(world.port)
    assert client.ask("GET", BUCKET).status == 200
    reply = client.ask("POST", JOBS, json.dumps(JOB).encode())
    assert (reply.end, reply.data) == ("closed", b"")
    assert world.jobs() == before + 1


@shows("reset-after-answer-headers", "reset-mid-answer", "reset-after-answer")
def _resets_in_answers(world: World) -> None:
    for name in ("reset-after-answer-headers", "reset-mid-answer", "reset-after-answer"):
        world.plan(f"{name}@create")
        before = world.jobs()
        reply = create(world.port, look_at_end=True)
        length = int(reply.headers["content-length"])
        assert reply.status == 200 and reply.end == "reset" and world.jobs() == before + 1
        assert len(reply.body) == {"headers": 0, "answer": length}.get(name.rpartition("-")[2]) or (
            name == "reset-mid-answer" and 0 < len(reply.body) == length // 2
        )


@shows("half-body")
def _half_body(world: World) -> None:
    world.plan("half-body@list")
    reply = world.list()
    assert reply.end == "closed" and len(reply.body) == int(reply.headers["content-length"]) // 2


@shows("drip")
def _drip(world: World) -> None:
    world.plan("drip@list=20")
    client = Client(world.port)
    reply = client.ask("GET", JOBS, patience=1, limit=20)
    assert reply.seconds > 0.5 and 20 <= len(reply.data) <= 25
    client.close()


@shows("stall")
def _stall(world: World) -> None:
    world.plan("stall@create=0.5", "stall@list")
    before = world.jobs()
    reply = create(world.port)
    assert reply.seconds > 0.5 and reply.status == 200 and world.jobs() == before + 1
    assert world.list(patience=0.5).data == b""


@shows("stall-mid-body")
def _stall_mid_body(world: World) -> None:
    world.plan("stall-mid-body@chunk=0.5")
    reply = put(world.port, world.session(), b"x" * 32 * QUANTUM, 0, 33 * QUANTUM)
    assert reply.end == "reset" and reply.seconds > 0.4


@shows("huge-answer")
def _huge_answer(world: World) -> None:
    world.plan("huge-answer@object-get")
    reply = world.object(limit=5_000_000)
    assert reply.headers["content-length"] == str(1 << 30) and len(reply.data) >= 5_000_000


@shows("gzip-bomb")
def _gzip_bomb(world: World) -> None:
    world.plan("gzip-bomb@list=50000000")
    reply = world.list()
    assert reply.headers["content-encoding"] == "gzip" and len(reply.body) < 200_000
    unpacked = zlib.decompress(reply.body, 31)
    assert len(unpacked) > 49_000_000 and "tuningJobs" in json.loads(unpacked)


@shows("redirect-302", "redirect-307", "redirect-308")
def _redirects(world: World) -> None:
    for status in (302, 307, 308):
        world.plan(f"redirect-{status}@create")
        before = world.jobs()
        reply = create(world.port)
        there = reply.headers["location"]
        assert reply.status == status and not there.startswith(world.server.url) and world.jobs() == before
        port = int(there.split("/")[2].rpartition(":")[2])
        assert ask(port, "GET", "/" + there.split("/", 3)[3]).status == 200
        assert world.server.requests("elsewhere")[-1]["headers"]["authorization"] == "Bearer ya29.test"
    world.plan("redirect-302@list=https://example.com/x")
    assert world.list().headers["location"] == "https://example.com/x"


@shows("http-0.9")
def _http_0_9(world: World) -> None:
    world.plan("http-0.9@list")
    reply = world.list()
    assert reply.end == "closed" and "tuningJobs" in json.loads(reply.data)


@shows("junk")
def _junk(world: World) -> None:
    world.plan("junk@list")
    reply = world.list()
    assert reply.end == "closed" and len(reply.data) == 4096 and not reply.status


@shows("huge-header")
def _huge_header(world: World) -> None:
    world.plan("huge-header@list")
    assert len(world.list().headers["x-filler"]) == 2_000_000


@shows("many-headers")
def _many_headers(world: World) -> None:
    world.plan("many-headers@list")
    assert len(world.list().headers) > 20_000


@shows("length-too-large")
def _length_too_large(world: World) -> None:
    world.plan("length-too-large@list")
    reply = world.list()
    assert reply.end == "closed" and len(reply.body) == int(reply.headers["content-length"]) - 100
    assert "tuningJobs" in reply.json()


@shows("length-too-small")
def _length_too_small(world: World) -> None:
    world.plan("length-too-small@list")
    client = Client(world.port)
    reply = client.ask("GET", JOBS)
    assert len(reply.body) == int(reply.headers["content-length"]) + 10
    # What is left over comes before the next answer.
    assert client.ask("GET", JOBS).status == 200


@shows("early-answer")
def _early_answer(world: World) -> None:
    world.plan("early-answer@chunk")
    session = world.session()
    client = Client(world.port)
    client.send(
        f"PUT {session} HTTP/1.1\r\nHost: x\r\nContent-Range: bytes 0-1048575/2000000\r\n"
        "Content-Length: 1048576\r\n\r\n".encode()
    )
    assert client.read(0, 5, 1000).status == 503
    assert client.end() in ("closed", "reset")
    assert "range" not in put(world.port, session, b"", 0, 2_000_000).headers


@shows("interim")
def _interim(world: World) -> None:
    world.plan("interim@list")
    reply = world.list()
    assert reply.status == 103 and b"\r\nHTTP/1.1 200 OK\r\n" in b"\r\n" + reply.body


# Service.


@shows("429")
def _429(world: World) -> None:
    for value in ("1", "1000000000", "-5", "date", "none"):
        world.plan(f"429@create={value}")
        before = world.jobs()
        reply = create(world.port)
        assert reply.status == 429 and reply.json()["error"]["status"] == "RESOURCE_EXHAUSTED"
        shown = reply.headers.get("retry-after", "none")
        assert shown == value or (value == "date" and shown.endswith("GMT"))
        assert world.jobs() == before


@shows("408", "500", "502", "503", "504", "status")
def _statuses(world: World) -> None:
    for status in (408, 500, 502, 503, 504, 418):
        world.plan(f"{status if status != 418 else 'status'}@create")
        before = world.jobs()
        reply = create(world.port)
        assert reply.status == status and world.jobs() == before
        if status in (502, 418):
            assert not reply.body.startswith(b"{")
        else:
            assert reply.json()["error"]["code"] == status
    world.plan("503@chunk=7")
    session = world.session()
    reply = put(world.port, session, b"x" * QUANTUM, 0, 2 * QUANTUM)
    assert reply.status == 503 and reply.headers["retry-after"] == "7"
    assert reply.json()["error"]["errors"][0]["reason"] == "backendError"
    assert "range" not in put(world.port, session, b"", 0, 2 * QUANTUM).headers
    world.plan("503@token")
    assert world.token().json()["error"] == "internal_failure"


@shows("500-acted", "503-acted")
def _acted_statuses(world: World) -> None:
    for status in (500, 503):
        world.plan(f"{status}-acted@create")
        before = world.jobs()
        assert create(world.port).status == status and world.jobs() == before + 1


@shows("body-cut", "body-malformed", "body-array", "body-html", "body-empty", "body-deep")
def _bodies(world: World) -> None:
    for name in ("cut", "malformed", "array", "html", "empty", "deep"):
        world.plan(f"body-{name}@create")
        before = world.jobs()
        reply = create(world.port)
        assert reply.status == 200 and len(reply.body) == int(reply.headers["content-length"])
        assert world.jobs() == before + 1
        if name == "array":
            assert reply.json()[0]["name"]
            continue
        if name == "deep":
            assert reply.body.count(b"[") == 100_000
        with pytest.raises((ValueError, RecursionError)):
            reply.json()


@shows("body-controls")
def _body_controls(world: World) -> None:
    world.plan("body-controls@create")
    assert create(world.port).json()["description"].startswith("\x1b[2J")


@shows("name-hostile")
def _name_hostile(world: World) -> None:
    world.plan("name-hostile@create")
    assert create(world.port).json()["name"].endswith("tuningJobs/../../../etc/passwd?x=#")


@shows("list-lags")
def _list_lags(world: World) -> None:
    path = world.job()
    world.plan("list-lags=0.5")
    name = path.removeprefix("/v1/")
    job = world.job()
    assert job.removeprefix("/v1/") not in [one["name"] for one in world.list().json().get("tuningJobs", [])]
    time.sleep(0.7)
    names = [one["name"] for one in world.list().json()["tuningJobs"]]
    assert job.removeprefix("/v1/") in names and name in names


@shows("list-loop")
def _list_loop(world: World) -> None:
    world.job()
    world.job()
    world.plan("list-loop")
    first = world.list("?pageSize=1").json()
    again = world.list("?pageSize=1&pageToken=" + first["nextPageToken"]).json()
    assert first["nextPageToken"] == again["nextPageToken"]
    assert len(again["tuningJobs"]) == 1


@shows("list-empty-page")
def _list_empty_page(world: World) -> None:
    world.job()
    world.plan("list-empty-page")
    empty = world.list("?pageSize=1").json()
    assert "tuningJobs" not in empty
    assert world.list("?pageSize=1&pageToken=" + empty["nextPageToken"]).json()["tuningJobs"]


@shows("job-vanishes")
def _job_vanishes(world: World) -> None:
    path = world.job()
    world.plan("job-vanishes@job-get.2")
    assert [world.look(path).status for _ in range(3)] == [200, 404, 200]


@shows("state-unknown")
def _state_unknown(world: World) -> None:
    path = world.job()
    world.plan("state-unknown")
    assert world.look(path).json()["state"] == "JOB_STATE_REHEARSING"


@shows("state-back")
def _state_back(world: World) -> None:
    path = world.job()
    world.ended(path)
    world.plan("state-back")
    back = world.look(path).json()
    assert back["state"] == "JOB_STATE_QUEUED" and "tunedModel" not in back
    assert world.look(path).json()["state"] == "JOB_STATE_SUCCEEDED"


@shows("numbers-as-numbers")
def _numbers(world: World) -> None:
    path = world.job()
    world.ended(path)
    world.plan("numbers-as-numbers@job-get")
    job = world.look(path).json()
    assert job["tunedModel"]["checkpoints"][0]["epoch"] == 1
    assert job["tuningDataStats"]["supervisedTuningDataStats"]["tuningDatasetExampleCount"] == 100
    world.plan("numbers-as-numbers@object-get")
    assert world.object().json()["size"] == 10


@shows("forbidden")
def _forbidden(world: World) -> None:
    world.plan("forbidden@create", "forbidden@object-get=storage.objects.list")
    reply = create(world.port)
    assert reply.status == 403 and "'aiplatform.tuningJobs.create' denied" in reply.json()["error"]["message"]
    assert "storage.objects.list" in world.object().json()["error"]["message"]


@shows("service-disabled")
def _service_disabled(world: World) -> None:
    world.plan("service-disabled")
    detail = create(world.port).json()["error"]["details"][0]
    assert (detail["reason"], detail["metadata"]["consumer"]) == ("SERVICE_DISABLED", "projects/764086051850")


@shows("invalid-argument")
def _invalid_argument(world: World) -> None:
    world.plan("invalid-argument")
    error = create(world.port).json()["error"]
    assert error["message"].startswith("List of found errors:\t1.Field: tuning_job.supervised_tuning_spec.training_")
    assert len(error["details"][0]["fieldViolations"]) == 2


@shows("conflict", "quota-refused")
def _conflict(world: World) -> None:
    for name, status in (("conflict", 409), ("quota-refused", 429)):
        world.plan(name)
        before = world.jobs()
        assert create(world.port).status == status and world.jobs() == before


@shows("endpoint-missing")
def _endpoint_missing(world: World) -> None:
    endpoint = world.ended(world.job())["tunedModel"]["endpoint"]
    assert world.look(f"/v1/{endpoint}").status == 200
    world.plan("endpoint-missing")
    assert world.look(f"/v1/{endpoint}").status == 404


@shows("created-twice")
def _created_twice(world: World) -> None:
    world.plan("created-twice")
    before = world.jobs()
    assert create(world.port).status == 200 and world.jobs() == before + 2


@shows("waits-for-quota", "pauses")
def _waits(world: World) -> None:
    for name, state in (("waits-for-quota", "QUEUED"), ("pauses", "PAUSED")):
        world.plan(f"{name}=0.6")
        path = world.job()
        time.sleep(0.45)
        assert world.look(path).json()["state"] == f"JOB_STATE_{state}"
        assert world.ended(path)["state"] == "JOB_STATE_SUCCEEDED"


@shows("fails", "fails-with-model", "partly", "is-cancelled", "expires")
def _fates(world: World) -> None:
    for name, state in (
        ("fails", "FAILED"),
        ("fails-with-model", "FAILED"),
        ("partly", "PARTIALLY_SUCCEEDED"),
        ("is-cancelled", "CANCELLED"),
        ("expires", "EXPIRED"),
    ):
        world.plan(name)
        job = world.ended(world.job())
        assert job["state"] == f"JOB_STATE_{state}"
        assert ("error" in job) == (name != "partly")
        tuned = job.get("tunedModel", {})
        assert ("model" in tuned) == (name in ("fails-with-model", "partly")) and "endpoint" not in tuned
    world.plan("fails=because")
    assert world.ended(world.job())["error"]["message"] == "because"


@shows("cancel-late")
def _cancel_late(world: World) -> None:
    world.plan("cancel-late")
    path = world.job()
    assert ask(world.port, "POST", path + ":cancel", b"").status == 200
    assert world.look(path).json()["state"] == "JOB_STATE_CANCELLING"
    time.sleep(0.4)
    assert world.look(path).json()["state"] == "JOB_STATE_SUCCEEDED"


# Storage.


def half_sent(world: World, *faults: str) -> tuple[str, Reply]:
    """A session of 3 quanta, of which one was sent."""
    session = world.session()
    world.plan(*faults)
    return session, put(world.port, session, b"x" * QUANTUM, 0, 3 * QUANTUM)


@shows("range-absent", "range-beyond", "range-bare", "range-malformed", "running-hash-wrong", "running-hash-absent")
def _ranges(world: World) -> None:
    good = half_sent(world)[1].headers["x-goog-running-hash"]
    for name, shown in (
        ("range-absent", None),
        ("range-beyond", f"bytes=0-{3 * QUANTUM - 1}"),
        ("range-bare", f"bytes 0-{QUANTUM - 1}"),
        ("range-malformed", "bytes=abc-def"),
        ("running-hash-wrong", f"bytes=0-{QUANTUM - 1}"),
        ("running-hash-absent", f"bytes=0-{QUANTUM - 1}"),
    ):
        session, reply = half_sent(world, f"{name}@chunk")
        assert reply.status == 308 and reply.headers.get("range") == shown
        wrong = {"running-hash-wrong": "crc32c=AAAAAA==", "running-hash-absent": None}
        assert reply.headers.get("x-goog-running-hash") == wrong.get(name, good)
        assert put(world.port, session, b"", 0, 3 * QUANTUM).headers["range"] == f"bytes=0-{QUANTUM - 1}"


@shows("range-shorter")
def _range_shorter(world: World) -> None:
    session = world.session()
    world.plan("range-shorter")
    reply = put(world.port, session, b"x" * 2 * QUANTUM, 0, 3 * QUANTUM)
    assert reply.headers["range"] == f"bytes=0-{QUANTUM - 1}"
    assert put(world.port, session, b"x" * 2 * QUANTUM, QUANTUM, 3 * QUANTUM).status == 200


@shows("range-zero")
def _range_zero(world: World) -> None:
    session = world.session()
    world.plan("range-zero")
    assert put(world.port, session, b"", 0, 10).headers["range"] == "bytes=0-0"


@shows("bytes-lost")
def _bytes_lost(world: World) -> None:
    session, _ = half_sent(world, "bytes-lost@chunk.2")
    reply = put(world.port, session, b"x" * QUANTUM, QUANTUM, 3 * QUANTUM)
    assert reply.status == 503 and reply.headers["content-type"].startswith("text/plain")
    assert b"the upload offset is 262144 byte(s)" in reply.body
    assert "range" not in put(world.port, session, b"", 0, 3 * QUANTUM).headers


@shows("session-404", "session-410", "session-400")
def _sessions(world: World) -> None:
    for status in (404, 410, 400):
        session, _ = half_sent(world, f"session-{status}@status")
        assert put(world.port, session, b"", 0, 3 * QUANTUM).status == status
        assert put(world.port, session, b"x" * QUANTUM, QUANTUM, 3 * QUANTUM).status == status


@shows("session-elsewhere", "session-without-location")
def _locations(world: World) -> None:
    target = f"/upload/storage/v1/b/bucket/o?uploadType=resumable&name={world.new_name()}"
    world.plan("session-elsewhere")
    assert ask(world.port, "POST", target, b"{}").headers["location"].startswith("https://storage.example.com/upload/")
    world.plan("session-without-location")
    reply = ask(world.port, "POST", target, b"{}")
    assert reply.status == 200 and "location" not in reply.headers


@shows("rival-writes")
def _rival_writes(world: World) -> None:
    for value, content in (("other", b"of another writer\n"), ("same", b"mine")):
        name = world.new_name()
        session = start(world.port, name)
        world.plan(f"rival-writes={value}")
        reply = put(world.port, session, b"mine", 0, 4)
        assert reply.status == 412 and reply.json()["error"]["errors"][0]["reason"] == "conditionNotMet"
        assert world.look(f"{BUCKET}/o/{name}?alt=media").body == content


@shows("finish-pending")
def _finish_pending(world: World) -> None:
    session = world.session()
    world.plan("finish-pending")
    reply = put(world.port, session, b"mine", 0, 4)
    assert reply.status == 308 and reply.headers["range"] == "bytes=0-3"
    assert put(world.port, session, b"", 0, 4).status == 200


@shows("crc-wrong", "crc-absent", "size-wrong", "content-encoding", "customer-key")
def _resources(world: World) -> None:
    true = world.object().json()
    for name, shown in (
        ("crc-wrong", {"crc32c": "AAAAAA=="}),
        ("crc-absent", {"crc32c": None}),
        ("size-wrong", {"size": "11"}),
        ("content-encoding", {"contentEncoding": "gzip"}),
        ("customer-key", {"crc32c": None, "md5Hash": None}),
    ):
        world.plan(f"{name}@object-get")
        value = world.object().json()
        for member in ("crc32c", "md5Hash", "size", "contentEncoding"):
            assert value.get(member) == shown.get(member, true.get(member)), (name, member)
        assert ("customerEncryption" in value) == (name == "customer-key")
    world.plan("crc-wrong@finish")
    assert put(world.port, world.session(), b"x", 0, 1).json()["crc32c"] == "AAAAAA=="


@shows("bytes-flipped")
def _bytes_flipped(world: World) -> None:
    name = world.new_name()
    session = start(world.port, name)
    world.plan("bytes-flipped@finish")
    assert put(world.port, session, b"abc", 0, 3).status == 200
    assert world.look(f"{BUCKET}/o/{name}?alt=media").body == b"`bc"
    session = start(world.port, name + "2")
    world.plan("bytes-flipped@finish")
    refused = put(world.port, session, b"abc", 0, 3, x_goog_hash="crc32c=Nks/tw==")
    assert refused.status == 400 and "CRC32C" in refused.json()["error"]["message"]


@shows("object-replaced")
def _object_replaced(world: World) -> None:
    path = world.put_object(b"abc")
    world.plan("object-replaced@object-get")
    first, second = world.look(path).json(), world.look(path).json()
    assert first["size"] == second["size"] and first["crc32c"] != second["crc32c"]
    assert int(first["generation"]) < int(second["generation"])


@shows("objects-replaced")
def _objects_replaced(world: World) -> None:
    path = world.put_object(b"abc")
    world.plan("objects-replaced@create")
    first = world.look(path).json()
    world.job()
    assert world.look(path).json()["generation"] != first["generation"]
    assert world.look(path + "?alt=media").body == b"`bc"


# Credentials.


@shows("token-expired")
def _token_expired(world: World) -> None:
    session = world.session()
    world.plan("token-expired@list.2")
    token = str(world.token().json()["access_token"])
    headers = {"Authorization": "Bearer " + token}
    assert [world.list(headers=headers).status for _ in range(3)] == [200, 401, 401]
    reply = world.list(headers=headers)
    assert 'error="invalid_token"' in reply.headers["www-authenticate"]
    fresh = str(world.token().json()["access_token"])
    assert world.list(headers={"Authorization": "Bearer " + fresh}).status == 200
    assert put(world.port, session, b"x", 0, 1, Authorization="Bearer " + token).status == 401


@shows("token-brief")
def _token_brief(world: World) -> None:
    world.plan("token-brief=0.3")
    value = world.token().json()
    headers = {"Authorization": f"Bearer {value['access_token']}"}
    assert value["expires_in"] == 0 and world.list(headers=headers).status == 200
    time.sleep(0.5)
    assert world.list(headers=headers).status == 401


@shows("unauthorized", "unauthorized-basic")
def _unauthorized(world: World) -> None:
    for name, scheme in (("unauthorized", "Bearer"), ("unauthorized-basic", "Basic")):
        world.plan(f"{name}@list*2")
        replies = [world.list() for _ in range(3)]
        assert [reply.status for reply in replies] == [401, 401, 200]
        assert replies[0].headers["www-authenticate"].startswith(scheme)


@shows("invalid-grant", "invalid-rapt", "token-error")
def _refused_tokens(world: World) -> None:
    for name, status, error in (
        ("invalid-grant", 400, "invalid_grant"),
        ("invalid-rapt", 400, "invalid_grant"),
        ("token-error", 500, "server_error"),
    ):
        world.plan(name)
        reply = world.token()
        assert reply.status == status and reply.json()["error"] == error
        assert (reply.json().get("error_subtype") == "invalid_rapt") == (name == "invalid-rapt")


@shows("expires-in-string", "expires-in-zero", "expires-in-absent", "token-with-line-break")
def _odd_tokens(world: World) -> None:
    for name, shown in (("string", "3599"), ("zero", 0), ("absent", None)):
        for call, ask_for in (("token", world.token), ("metadata", world.metadata)):
            world.plan(f"expires-in-{name}@{call}")
            assert ask_for().json().get("expires_in") == shown
    world.plan("token-with-line-break")
    assert "\r\n" in world.token().json()["access_token"]


@shows("metadata-slow")
def _metadata_slow(world: World) -> None:
    world.plan("metadata-slow=0.4")
    assert world.metadata().seconds >= 0.4


@shows("metadata-without-flavor")
def _metadata_without_flavor(world: World) -> None:
    assert world.metadata("/").headers["metadata-flavor"] == "Google"
    world.plan("metadata-without-flavor")
    assert "metadata-flavor" not in world.metadata("/").headers


@shows("token-rotated")
def _token_rotated(world: World) -> None:
    world.plan("token-rotated@list=ya29.new")
    assert world.list().status == 401
    assert world.list(headers={"Authorization": "Bearer ya29.new"}).status == 200


@shows("clock")
def _clock(world: World) -> None:
    from email.utils import parsedate_to_datetime

    world.plan("clock=-3600")
    away = parsedate_to_datetime(world.list().headers["date"]).timestamp() - time.time()
    assert -3610 < away < -3590
    # It strikes no single request, so nothing counts it.
    world.plan()


# The plan itself.


def test_each_fault_has_a_check() -> None:
    assert set(CHECKS) == {fault.name for fault in CATALOGUE}


@pytest.mark.parametrize(
    "text",
    ["none", "503@nowhere", "list-lags@create", "503@create.0", "503*0", "503@create.x", "503*x", "random=x"],
)
def test_faults_that_are_written_wrongly(text: str) -> None:
    with pytest.raises(InvalidFault):
        Plan([text], 0)


def test_faults_are_counted() -> None:
    plan = Plan(["503@chunk.2*2", "500*all", "429=5"], 0)
    struck = [plan.take("chunk", True).texts for _ in range(4)]
    assert struck == [["500*all", "429=5"], ["503@chunk.2*2", "500*all"], ["503@chunk.2*2", "500*all"], ["500*all"]]
    assert plan.take("chunk", True).value("500") == ""


def test_what_is_drawn_can_be_asked_for() -> None:
    seen = set()
    for seed in range(400):
        plan = Plan(["random=5"], seed)
        assert plan.drawn == Plan(["random=5"], seed).drawn
        for text in plan.drawn:
            one = Planned.parse(text)
            assert str(one) == text
            seen.add(one.fault.name)
            assert not one.call or one.call in one.fault.calls
    assert seen == {fault.name for fault in CATALOGUE if fault.random}


def test_the_list_has_a_line_for_each() -> None:
    told = subprocess.run([sys.executable, str(PROGRAM), "--list-faults"], capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in told.stdout.splitlines()] == [fault.name for fault in CATALOGUE]


def test_faults_of_the_first_connections(tmp_path: Path) -> None:
    with Running(tmp_path / "one", "--fault", "refused=0.5", "--fault", "503@list") as server:
        assert refuses(server.port)
        time.sleep(0.7)
        assert ask(server.port, "GET", JOBS).status == 503
    with Running(tmp_path / "two", "--fault", "reset-on-accept=2") as server:
        ends = [ask(server.port, "GET", JOBS).end for _ in range(3)]
        assert ends[:2] == ["reset", "reset"] and ends[2] == "open"


def test_what_was_drawn_is_in_the_account(tmp_path: Path) -> None:
    with Running(tmp_path, "--fault", "random=3", "--seed", "7") as server:
        started = json.loads((tmp_path / "account.jsonl").read_text().splitlines()[0])
        assert len(started["drawn"]) == 3 and started["seed"] == 7
        assert [one["fault"] for one in server.account()["faults"]] == started["drawn"]


def test_the_assertion_is_checked_with_the_clock(tmp_path: Path) -> None:
    import base64

    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    def ask_with(port: int, **claims: Any) -> Reply:
        now = int(time.time())
        made = {"iss": "a@b", "scope": "s", "aud": "https://oauth2.googleapis.com/token", "iat": now, "exp": now + 3600}
        token = ".".join([part({"alg": "RS256", "typ": "JWT"}), part({**made, **claims}), "c2ln"])
        body = f"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={token}".encode()
        return ask(port, "POST", "/token", body, headers=FORM)

    with Running(tmp_path / "right") as server:
        assert ask_with(server.port).status == 200
        assert ask_with(server.port, aud=server.url).status == 400
        assert ask_with(server.port, exp=int(time.time()) + 7200).status == 400
        assert ask_with(server.port, scope="").json()["error"] == "invalid_scope"
    with Running(tmp_path / "ahead", "--fault", "clock=5000") as server:
        refused = ask_with(server.port)
        assert refused.status == 400 and "reasonable timeframe" in refused.json()["error_description"]


def test_tls(tmp_path: Path) -> None:
    import ssl

    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", str(key),
         "-out", str(certificate), "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    with Running(
        tmp_path / "data", "--tls", str(certificate), str(key), "--fault", "reset-after-body@create"
    ) as server:
        assert server.url.startswith("https://")
        context = ssl.create_default_context(cafile=str(certificate))
        client = Client(server.port)
        client.sock = context.wrap_socket(client.sock, server_hostname="localhost")
        assert client.ask("GET", JOBS).status == 200
        # The reset is one on the wire; Python's ssl tells it as an end.
        reply = client.ask("POST", JOBS, json.dumps(JOB).encode())
        assert reply.end in ("closed", "reset") and not reply.data
        assert len(json.loads(_read_account(server, context))["jobs"]) == 1
        wrong = Client(server.port)
        with pytest.raises(ssl.SSLCertVerificationError):
            context.wrap_socket(wrong.sock, server_hostname="example.com")


def _read_account(server: Running, context: Any) -> bytes:
    client = Client(server.port)
    client.sock = context.wrap_socket(client.sock, server_hostname="localhost")
    return client.ask("GET", "/fault-server/account").body


def test_a_stalled_connection_does_not_hold_up_the_end(tmp_path: Path) -> None:
    begun = time.monotonic()
    with Running(tmp_path, "--fault", "stall@list", "--fault", "drip@object-get") as server:
        clients = [threading.Thread(target=_try, args=(server.port, target)) for target in (JOBS, BUCKET + "/o/x")]
        for one in clients:
            one.start()
        time.sleep(0.3)
    assert time.monotonic() - begun < 5
    for one in clients:
        one.join()


def _try(port: int, target: str) -> None:
    try:
        ask(port, "GET", target, patience=30)
    except OSError:
        pass
