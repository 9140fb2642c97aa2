"""A fault server that a test runs, and a client that sees what really comes over the wire."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

PROGRAM = Path(__file__).with_name("fault_server.py")
LOCATION = "projects/my-project/locations/us-central1"
JOBS = f"/v1/{LOCATION}/tuningJobs"
JOB = {
    "baseModel": "gemini-3.5-flash",
    "supervisedTuningSpec": {"trainingDatasetUri": "gs://bucket/train.jsonl"},
    "labels": {"tunekit-submission": "a"},
}


class Running:
    """A server of its own process, which ends with the block."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, str(PROGRAM), "--data", str(folder), *options]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()
        assert self.url, "the server did not start"
        self.port = int(self.url.rpartition(":")[2])
        self.folder = folder
        lines = [json.loads(line) for line in (folder / "account.jsonl").read_text().splitlines()]
        # No fault of connections strikes this address.
        self.aside = [line["elsewhere"] for line in lines if line["event"] == "started"][-1]

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        assert self.process.wait(10) == 0

    def control(self, method: str, action: str, data: bytes | None = None) -> Any:
        request = urllib.request.Request(f"{self.aside}/fault-server/{action}", data, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return json.load(answer)

    def account(self) -> Any:
        return self.control("GET", "account")

    def requests(self, *calls: str) -> list[Any]:
        """The requests that ended, of these calls or of all."""
        return [one for one in self.account()["requests"] if not calls or one["call"] in calls]


class Reply:
    """What came over a connection: read as HTTP as far as it is that."""

    def __init__(self, data: bytes, end: str, seconds: float) -> None:
        self.data = data
        # "open" (the client stopped reading), "closed" or "reset".
        self.end = end
        self.seconds = seconds
        head, self.has_head, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        self.status = int(parts[1]) if lines[0].startswith("HTTP/1.") else 0
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}

    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """One connection, over which requests are sent as they are."""

    def __init__(self, port: int) -> None:
        self.sock = socket.create_connection(("127.0.0.1", port), timeout=20)

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def ask(self, method: str, target: str, body: bytes | None = None, **options: Any) -> Reply:
        """Sends a request and reads the answer. Headers are given as `headers`, a limit in seconds as `patience`."""
        headers = {"Host": f"127.0.0.1:{self.sock.getpeername()[1]}", "Authorization": "Bearer ya29.test"}
        if body is not None:
            headers |= {"Content-Length": str(len(body)), "Content-Type": "application/json"}
        headers |= options.get("headers", {})
        head = f"{method} {target} HTTP/1.1\r\n" + "".join(f"{name}: {headers[name]}\r\n" for name in headers)
        begun = time.monotonic()
        try:
            self.send(head.encode() + b"\r\n" + (body or b""))
        except (ConnectionResetError, BrokenPipeError):
            return Reply(b"", "reset", time.monotonic() - begun)
        return self.read(begun, options.get("patience", 10), options.get("limit", 64 << 20))

    def read(self, begun: float, patience: float, limit: int) -> Reply:
        data = bytearray()
        end = "open"
        self.sock.settimeout(patience)
        while len(data) < limit and not is_whole(data):
            try:
                piece = self.sock.recv(1 << 16)
            except ConnectionResetError:
                end = "reset"
                break
            except TimeoutError:
                break
            if not piece:
                end = "closed"
                break
            data += piece
        return Reply(bytes(data), end, time.monotonic() - begun)

    def end(self, patience: float = 2) -> str:
        """How the connection ends after an answer: "open", "closed" or "reset"."""
        self.sock.settimeout(patience)
        try:
            return "open" if self.sock.recv(1 << 16) else "closed"
        except ConnectionResetError:
            return "reset"
        except TimeoutError:
            return "open"

    def close(self) -> None:
        self.sock.close()


def is_whole(data: bytes | bytearray) -> bool:
    """Whether an answer is there as its headers promise it."""
    head, mark, body = bytes(data[: 1 << 22]).partition(b"\r\n\r\n")
    if not mark:
        return False
    if head.startswith(b"HTTP/1.1 103"):
        return is_whole(body)
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return len(data) - len(head) - 4 >= int(line.partition(b":")[2])
    return True


def ask(port: int, method: str, target: str, body: bytes | None = None, **options: Any) -> Reply:
    """One request on a connection of its own."""
    try:
        client = Client(port)
    except ConnectionResetError:
        return Reply(b"", "reset", 0)
    try:
        reply = client.ask(method, target, body, **options)
        if reply.end == "open" and options.get("look_at_end"):
            reply.end = client.end()
        return reply
    finally:
        client.close()


def create(port: int, job: dict[str, Any] = JOB, **options: Any) -> Reply:
    return ask(port, "POST", JOBS, json.dumps(job).encode(), **options)


def start(port: int, name: str = "train.jsonl", given: str = "{}", query: str = "&ifGenerationMatch=0") -> str:
    """The target of a session's address."""
    target = f"/upload/storage/v1/b/bucket/o?uploadType=resumable&name={name}{query}"
    reply = ask(port, "POST", target, given.encode())
    assert reply.status == 200, reply.data
    return "/" + reply.headers["location"].split("/", 3)[3]


def put(port: int, session: str, data: bytes, at: int, total: int | str, **headers: str) -> Reply:
    span = f"bytes {at}-{at + len(data) - 1}/{total}" if data else f"bytes */{total}"
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(port, "PUT", session, data, headers={"Content-Range": span, **more})
