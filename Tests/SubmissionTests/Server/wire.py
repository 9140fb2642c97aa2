"""HTTP/1.1 over a socket: what a request says, and what an answer is.

The standard library's HTTP server is too polite for this purpose: it cannot reset a connection, cut an answer or
send what is no HTTP at all.
"""

from __future__ import annotations

import hashlib
import json
import select
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

HEADERS_LIMIT = 1 << 20
PIECE = 1 << 18
CAPTURE_LIMIT = 1 << 20

REASONS = {
    200: "OK", 204: "No Content", 206: "Partial Content", 302: "Found", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Resume Incomplete", 400: "Bad Request", 401: "Unauthorized",
    403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 412: "Precondition Failed", 413: "Payload Too Large", 416: "Range Not Satisfiable",
    429: "Too Many Requests", 499: "Client Closed Request", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip


class Cut(Exception):
    """The connection is over: the client left, or the server ends it on purpose."""

    def __init__(self, why: str, reset: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.reset = reset


class BadRequest(Exception):
    """The bytes that arrived are no request."""


class Link:
    """A connection to a client."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._ahead = bytearray()

    def more(self, limit: int = PIECE) -> bytes:
        """Up to `limit` bytes that have arrived; none when the client has ended its side."""
        if self._ahead:
            taken = bytes(self._ahead[:limit])
            del self._ahead[:limit]
            return taken
        try:
            return self.sock.recv(limit)
        except (OSError, ssl.SSLError) as error:
            raise Cut(f"the client is gone: {error}") from None

    def line(self, limit: int) -> bytes:
        """The bytes up to the next line feed, with it; none when the client has ended its side before them."""
        while True:
            end = self._ahead.find(b"\n")
            if end >= 0:
                taken = bytes(self._ahead[: end + 1])
                del self._ahead[: end + 1]
                return taken
            if len(self._ahead) > limit:
                raise BadRequest("a line is too long")
            try:
                piece = self.sock.recv(PIECE)
            except (OSError, ssl.SSLError):
                piece = b""
            if not piece:
                return b""
            self._ahead += piece

    def send(self, data: bytes | bytearray | memoryview) -> None:
        try:
            self.sock.sendall(data)
        except (OSError, ssl.SSLError) as error:
            raise Cut(f"the client is gone: {error}") from None

    def wait(self, seconds: float) -> None:
        """Waits, but no longer than the client does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                if not select.select([self.sock], [], [], min(left, 0.5))[0]:
                    continue
                if isinstance(self.sock, ssl.SSLSocket) or not self.sock.recv(1, socket.MSG_PEEK):
                    raise Cut("the client is gone")
            except (OSError, ValueError):
                raise Cut("the client is gone") from None
            # Bytes of a next request are there: the client still waits.
            time.sleep(min(left, 0.05))

    def close(self, reset: bool = False) -> None:
        """Ends the connection: with a reset, or with what was sent still reaching the client."""
        try:
            if reset:
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            self.sock.close()
        except OSError:
            pass


class Body:
    """The body of a request, which is read once, piece by piece, and counted and hashed as it arrives."""

    def __init__(self, link: Link, length: int | None, chunked: bool, expects: bool) -> None:
        self.link = link
        self.length = length
        self.chunked = chunked
        self.received = 0
        self.complete = not chunked and not length
        self.sha256 = hashlib.sha256()
        self.captured = bytearray()
        # A fault: the connection is reset when so many bytes have arrived.
        self.reset_after: int | None = None
        self._expects = expects

    def pieces(self) -> Iterator[bytes]:
        """What is left of the body."""
        if self._expects and not self.complete:
            self._expects = False
            self.link.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        if self.chunked:
            while not self.complete:
                yield from self._chunk()
            return
        total = self.length or 0
        while self.received < total:
            yield self._take(total - self.received)
        self.complete = True

    def _take(self, left: int) -> bytes:
        if self.reset_after is not None:
            if self.received >= self.reset_after:
                raise Cut("reset in the middle of the body", reset=True)
            left = min(left, self.reset_after - self.received)
        piece = self.link.more(min(left, PIECE))
        if not piece:
            raise Cut("the client ended before the end of the body")
        self.received += len(piece)
        self.sha256.update(piece)
        if self.received <= CAPTURE_LIMIT:
            self.captured += piece
        return piece

    def _chunk(self) -> Iterator[bytes]:
        try:
            size = int(self.link.line(1024).split(b";")[0], 16)
        except ValueError:
            raise Cut("the client ended in a chunked body") from None
        end = self.received + size
        while self.received < end:
            yield self._take(end - self.received)
        while (line := self.link.line(HEADERS_LIMIT)).strip():
            continue
        if not line:
            raise Cut("the client ended in a chunked body")
        if size == 0:
            self.complete = True

    def all(self, limit: int = 64 << 20) -> bytes:
        """The whole of it."""
        whole = bytearray()
        for piece in self.pieces():
            whole += piece
            if len(whole) > limit:
                raise Cut("the body is too long", reset=True)
        return bytes(whole)

    def drain(self) -> None:
        """Reads what is left, and forgets it."""
        for _ in self.pieces():
            continue


@dataclass
class Request:
    """One request, whose body is still to be read."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: Body
    base_url: str = ""

    def __post_init__(self) -> None:
        path, _, query = self.target.partition("?")
        self.raw_path = path
        self.path = unquote(path)
        self.query = dict(parse_qsl(query, keep_blank_values=True))
        self.fields = {name.lower(): value for name, value in self.headers}

    def segments(self) -> list[str]:
        """The parts of the path between slashes, each with its escapes read."""
        return [unquote(part) for part in self.raw_path.split("/")[1:]]

    def header(self, name: str) -> str:
        return self.fields.get(name.lower(), "")

    @property
    def bearer(self) -> str:
        """The access token that came with it."""
        scheme, _, token = self.header("authorization").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else ""

    def json(self) -> Any:
        """The body as JSON, or None where it is none."""
        try:
            return json.loads(self.body.all() or b"null")
        except ValueError:
            return None

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.all().decode("utf-8", "replace"), keep_blank_values=True))


@dataclass
class FilePart:
    """Bytes of a file, which are not kept in memory to be sent."""

    path: Path
    offset: int
    length: int

    def pieces(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            file.seek(self.offset)
            left = self.length
            while left > 0 and (piece := file.read(min(left, PIECE))):
                left -= len(piece)
                yield piece


@dataclass
class Answer:
    """What the server says to a request."""

    status: int
    body: bytes | FilePart = b""
    headers: list[tuple[str, str]] = field(default_factory=list)
    content_type: str = "application/json; charset=UTF-8"
    # What is to be done when the answer is on its way, such as to replace an object that was just compared.
    afterwards: list[Any] = field(default_factory=list)

    @property
    def length(self) -> int:
        return self.body.length if isinstance(self.body, FilePart) else len(self.body)

    def head(self, date: str, length: int | None = None) -> bytes:
        """The status line and the headers."""
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [f"Date: {date}", "Server: fault-server"]
        if self.status not in (204, 304):
            if self.length or length or self.status not in (308,):
                lines.append(f"Content-Type: {self.content_type}")
            lines.append(f"Content-Length: {self.length if length is None else length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")

    def pieces(self) -> Iterator[bytes]:
        if isinstance(self.body, FilePart):
            yield from self.body.pieces()
        elif self.body:
            yield self.body


def json_answer(value: Any, status: int = 200, headers: list[tuple[str, str]] | None = None) -> Answer:
    return Answer(status, json.dumps(value, indent=1).encode(), headers or [])


def read_request(link: Link, base_url: str) -> Request | None:
    """The next request of a connection; None when the client has ended it."""
    line = link.line(HEADERS_LIMIT)
    while line in (b"\r\n", b"\n"):
        line = link.line(HEADERS_LIMIT)
    if not line:
        return None
    parts = line.decode("latin-1").split()
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise BadRequest("no request line")
    headers: list[tuple[str, str]] = []
    size = 0
    while (line := link.line(HEADERS_LIMIT)).strip():
        size += len(line)
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon or size > HEADERS_LIMIT:
            raise BadRequest("no header line")
        headers.append((name.strip(), value.strip()))
    if not line:
        raise Cut("the client ended in the headers")
    fields = {name.lower(): value for name, value in headers}
    chunked = fields.get("transfer-encoding", "").lower() == "chunked"
    length = fields.get("content-length", "")
    if length and not length.isdigit():
        raise BadRequest("no length")
    body = Body(link, int(length) if length else None, chunked, fields.get("expect", "").lower() == "100-continue")
    target = parts[1]
    if "://" in target:
        target = "/" + target.split("://", 1)[1].partition("/")[2]
    return Request(parts[0], target, headers, body, base_url)
