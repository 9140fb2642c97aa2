"""Objects, and the sessions of resumable uploads. Their bytes are in files."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import checksums
from wire import PIECE, Body

QUANTUM = 262_144


def timestamp(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds * 1000) % 1000:03d}Z"


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Replaces a file at once, so that a server that is killed leaves a whole one."""
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(value))
    partial.replace(path)


@dataclass
class Object:
    """A generation of an object."""

    bucket: str
    name: str
    file: str
    size: int
    crc32c: str
    md5: str
    generation: int
    created: float
    # What the writer said of it: contentType, contentEncoding, metadata, kmsKeyName, customerEncryption and others.
    given: dict[str, Any] = field(default_factory=dict)

    def resource(self, base_url: str) -> dict[str, Any]:
        """As objects.get shows it."""
        place = f"{quote(self.bucket, safe='')}/o/{quote(self.name, safe='')}"
        made = timestamp(self.created)
        value: dict[str, Any] = {
            "kind": "storage#object",
            "id": f"{self.bucket}/{self.name}/{self.generation}",
            "selfLink": f"{base_url}/storage/v1/b/{place}",
            "mediaLink": f"{base_url}/download/storage/v1/b/{place}?generation={self.generation}&alt=media",
            "name": self.name,
            "bucket": self.bucket,
            "generation": str(self.generation),
            "metageneration": "1",
            "contentType": "application/octet-stream",
            "storageClass": "STANDARD",
            "size": str(self.size),
            "md5Hash": self.md5,
            "crc32c": self.crc32c,
            "etag": base64.b64encode(f"g{self.generation}".encode()).decode(),
            "timeCreated": made,
            "updated": made,
            "timeStorageClassUpdated": made,
            "timeFinalized": made,
            **self.given,
        }
        if "customerEncryption" in self.given:
            del value["crc32c"], value["md5Hash"]
        return value


class Writer:
    """Bytes on their way into a file, which are summed up as they come."""

    def __init__(self, path: Path, size: int = 0) -> None:
        self.path = path
        self.size = 0
        self.crc = 0
        self.md5 = hashlib.md5(usedforsecurity=False)
        path.touch(mode=0o600)
        self._sum(size)

    def _sum(self, size: int) -> None:
        """Sums up the first bytes of the file, and drops the others."""
        self.size, self.crc, self.md5 = size, 0, hashlib.md5(usedforsecurity=False)
        os.truncate(self.path, size)
        with self.path.open("rb") as file:
            while piece := file.read(PIECE):
                self._add(piece)

    def _add(self, piece: bytes) -> None:
        self.crc = checksums.extend(self.crc, piece)
        self.md5.update(piece)

    def truncate(self, size: int) -> None:
        if size < self.size:
            self._sum(size)

    def append(self, body: Body, skip: int = 0, flip: bool = False) -> None:
        """Keeps what a request brings, after the bytes to skip. When the connection breaks, whole quanta are kept."""
        pending = bytearray()
        with self.path.open("ab", buffering=0) as file:
            for piece in body.pieces():
                if skip >= len(piece):
                    skip -= len(piece)
                    continue
                pending += piece[skip:]
                skip = 0
                if flip and pending:
                    pending[0] ^= 1
                    flip = False
                whole = (self.size + len(pending)) // QUANTUM * QUANTUM - self.size
                if whole > 0:
                    self._keep(file, bytes(pending[:whole]))
                    del pending[:whole]
            self._keep(file, bytes(pending))

    def _keep(self, file: Any, piece: bytes) -> None:
        file.write(piece)
        self._add(piece)
        self.size += len(piece)

    @property
    def crc32c(self) -> str:
        return checksums.written(self.crc)

    @property
    def md5_text(self) -> str:
        return base64.b64encode(self.md5.digest()).decode()


@dataclass
class Session:
    """A resumable upload."""

    id: str
    bucket: str
    name: str
    # The object's resource, as the start gave it.
    given: dict[str, Any]
    # ifGenerationMatch and the like, as the start gave them.
    conditions: dict[str, str]
    declared_length: int | None
    started: float
    kept: int = 0
    # How it ended: None while it is open, else the generation that it made, or the status that it answers with now.
    generation: int | None = None
    status: int | None = None

    def __post_init__(self) -> None:
        self.lock = threading.RLock()
        self.writer: Writer | None = None


class Storage:
    """All buckets. Each exists, but for those whose name begins with `missing`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.RLock()
        self.objects: dict[tuple[str, str], Object] = {}
        self.sessions: dict[str, Session] = {}
        self._last_generation = 0
        for part in ("objects", "sessions"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for path in sorted((folder / "objects").glob("*.json")):
            known = Object(**json.loads(path.read_text()))
            self._last_generation = max(self._last_generation, known.generation)
            here = self.objects.get((known.bucket, known.name))
            if here is None or here.generation < known.generation:
                self.objects[known.bucket, known.name] = known
        for path in (folder / "sessions").glob("*.json"):
            session = Session(**json.loads(path.read_text()))
            self.sessions[session.id] = session

    def path(self, item: Object) -> Path:
        return self.folder / "objects" / item.file

    def get(self, bucket: str, name: str) -> Object | None:
        with self.lock:
            return self.objects.get((bucket, name))

    def put(self, bucket: str, name: str, writer: Writer, given: dict[str, Any]) -> Object:
        """Makes an object of what was written."""
        with self.lock:
            now = time.time()
            self._last_generation = generation = max(int(now * 1_000_000), self._last_generation + 1)
            file = f"{generation}.bytes"
            made = Object(
                bucket, name, file, writer.size, writer.crc32c, writer.md5_text, generation, now, given
            )
            writer.path.replace(self.path(made))
            write_json(self.folder / "objects" / f"{generation}.json", asdict(made))
            replaced = self.objects.get((bucket, name))
            self.objects[bucket, name] = made
            if replaced:
                self._forget(replaced)
            return made

    def put_bytes(self, bucket: str, name: str, data: bytes, given: dict[str, Any]) -> Object:
        writer = self.new_writer()
        writer.path.write_bytes(data)
        writer._sum(len(data))
        return self.put(bucket, name, writer, given)

    def new_writer(self) -> Writer:
        return Writer(self.folder / "objects" / f"{secrets.token_hex(8)}.new")

    def delete(self, item: Object) -> None:
        with self.lock:
            if self.objects.get((item.bucket, item.name)) is item:
                del self.objects[item.bucket, item.name]
            self._forget(item)

    def _forget(self, item: Object) -> None:
        (self.folder / "objects" / f"{item.generation}.json").unlink(missing_ok=True)
        self.path(item).unlink(missing_ok=True)

    def replace(self, item: Object) -> Object:
        """Another writer's bytes of the same length: the first one is another."""
        data = bytearray(self.path(item).read_bytes() if item.size < 1 << 28 else b"?" * item.size)
        if data:
            data[0] ^= 1
        return self.put_bytes(item.bucket, item.name, bytes(data), dict(item.given))

    # Sessions.

    def start(self, session: Session) -> None:
        with self.lock:
            self.sessions[session.id] = session
        self.note(session)

    def note(self, session: Session) -> None:
        """Writes down how far a session is."""
        if session.writer:
            session.kept = session.writer.size
        write_json(self.folder / "sessions" / f"{session.id}.json", asdict(session))

    def writer(self, session: Session) -> Writer:
        """The bytes that a session has, taken up again after a restart."""
        if session.writer is None:
            path = self.folder / "sessions" / f"{session.id}.bytes"
            size = min(session.kept, path.stat().st_size) if path.exists() else 0
            session.writer = Writer(path, size)
        return session.writer

    def end(self, session: Session, status: int) -> None:
        """Ends a session without an object."""
        session.status = status
        session.writer = None
        (self.folder / "sessions" / f"{session.id}.bytes").unlink(missing_ok=True)
        self.note(session)
