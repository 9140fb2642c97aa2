"""Uploads: resumable ones above all, and for Google's own client those in one request."""

from __future__ import annotations

import json
import re
import secrets
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import checksums
from errors import front_end_error, storage_error
from faults import Strikes
from storage import QUANTUM, Session, Storage, Writer
from wire import Answer, Request, json_answer

if TYPE_CHECKING:
    from storage_api import StorageAPI

CONDITIONS = ("ifGenerationMatch", "ifGenerationNotMatch", "ifMetagenerationMatch")
CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")
GONE = {400: "Upload has already been terminated.", 404: "Not Found", 410: "Gone"}


def kind_of_put(content_range: str) -> str:
    """Which call a PUT to a session is."""
    found = CONTENT_RANGE.fullmatch(content_range)
    if not found:
        return "finish"
    first, last, total = found.groups()
    if first is None:
        return "finish" if total == "0" else "status"
    return "finish" if total != "*" and int(last) + 1 == int(total) else "chunk"


class Uploads:
    """Makes objects of what is sent."""

    def __init__(self, storage: Storage, api: StorageAPI) -> None:
        self.storage = storage
        self.api = api

    def answer(self, request: Request, bucket: str, strikes: Strikes) -> Answer:
        if "upload_id" in request.query:
            session = self.storage.sessions.get(request.query["upload_id"])
            if session is None:
                request.body.drain()
                return self._gone(404)
            with session.lock:
                return self._session(request, session, strikes)
        kind = request.query.get("uploadType", "")
        if request.method == "POST" and kind == "resumable":
            return self._start(request, bucket, strikes)
        if request.method == "POST" and kind in ("media", "multipart"):
            return self._at_once(request, bucket, kind, strikes)
        request.body.drain()
        return front_end_error(request.path)

    # Resumable.

    def _start(self, request: Request, bucket: str, strikes: Strikes) -> Answer:
        text = request.body.all(1 << 20)
        try:
            given = json.loads(text or b"{}")
        except ValueError:
            given = None
        fault = given_fault(given)
        if fault or not isinstance(given, dict):
            return fault or storage_error(400, "Parse Error", "parseError")
        name = request.query.get("name") or given.get("name", "")
        if not name or len(name.encode()) > 1024 or "\n" in name or "\r" in name:
            return storage_error(400, "Required parameter: name", "required")
        length = request.header("x-upload-content-length")
        kind = request.header("x-upload-content-type")
        if kind:
            given.setdefault("contentType", kind)
        self._add_to_given(request, given)
        session = Session(
            "AHxI1n-" + secrets.token_urlsafe(96),
            bucket,
            name,
            given,
            {name: value for name, value in request.query.items() if name in CONDITIONS},
            int(length) if length.isdigit() else None,
            time.time(),
        )
        self.storage.start(session)
        base = request.base_url if not strikes.has("session-elsewhere") else strikes.value("session-elsewhere")
        query = {key: value for key, value in request.query.items() if key not in ("uploadType", "name")}
        location = (
            f"{base}/upload/storage/v1/b/{quote(bucket, safe='')}/o?uploadType=resumable&name={quote(name, safe='')}"
            + "".join("&" + urlencode({key: value}) for key, value in query.items())
            + f"&upload_id={session.id}"
        )
        headers = [("X-GUploader-UploadID", session.id[:40])]
        if not strikes.has("session-without-location"):
            headers.append(("Location", location))
        return Answer(200, b"", headers, "text/plain; charset=utf-8")

    @staticmethod
    def _add_to_given(request: Request, given: dict[str, Any]) -> None:
        """What of an object's resource the request's query and headers say."""
        if "kmsKeyName" in request.query:
            given["kmsKeyName"] = request.query["kmsKeyName"] + "/cryptoKeyVersions/1"
        if "contentEncoding" in request.query:
            given["contentEncoding"] = request.query["contentEncoding"]
        if request.header("x-goog-encryption-algorithm"):
            given["customerEncryption"] = {
                "encryptionAlgorithm": request.header("x-goog-encryption-algorithm"),
                "keySha256": request.header("x-goog-encryption-key-sha256"),
            }

    @staticmethod
    def _gone(status: int) -> Answer:
        return Answer(status, GONE.get(status, "").encode(), content_type="text/plain; charset=utf-8")

    def _session(self, request: Request, session: Session, strikes: Strikes) -> Answer:
        if session.generation is None and session.status is None:
            for status in (404, 410, 400):
                if strikes.has(f"session-{status}"):
                    self.storage.end(session, status)
        if session.status is not None:
            request.body.drain()
            if session.status == 412:
                return self.api.condition_fault({"ifGenerationMatch": "-1"}, None) or self._gone(412)
            return self._gone(session.status)
        if request.method == "DELETE":
            request.body.drain()
            self.storage.end(session, 410)
            return Answer(499, b"", content_type="text/plain; charset=utf-8")
        if request.method not in ("PUT", "POST"):
            request.body.drain()
            return storage_error(405, "Method not allowed.", "methodNotAllowed")
        if session.generation is not None:
            request.body.drain()
            return self._made(request, session, strikes)
        return self._put(request, session, strikes)

    def _made(self, request: Request, session: Session, strikes: Strikes) -> Answer:
        """The object that an upload made, said again."""
        item = self.storage.get(session.bucket, session.name)
        if item is None or item.generation != session.generation:
            return self._gone(410)
        value = self.api.shown(item, request, strikes)
        return json_answer(value, headers=[("ETag", value["etag"])])

    def _put(self, request: Request, session: Session, strikes: Strikes) -> Answer:
        writer = self.storage.writer(session)
        text = request.header("content-range")
        found = CONTENT_RANGE.fullmatch(text)
        if text and not found:
            request.body.drain()
            return storage_error(400, "Failed to parse Content-Range header.", "badRequest")
        first, last, total = found.groups() if found else ("0", None, "*")
        if first is None:
            request.body.drain()
            if total == str(writer.size) and session.declared_length in (None, writer.size):
                return self._finish(request, session, writer, strikes)
            return self._so_far(session, writer, strikes)
        if strikes.has("bytes-lost"):
            writer.truncate(max(0, int(first) - QUANTUM))
            self.storage.note(session)
        if int(first) > writer.size:
            request.body.drain()
            message = (
                f"Invalid request.  According to the Content-Range header, the upload offset is {first} byte(s), "
                f"which exceeds already uploaded size of {writer.size} byte(s)."
            )
            return Answer(503, message.encode(), content_type="text/plain; charset=utf-8")
        ends = last is None or (total != "*" and int(last) + 1 == int(total))
        fault = self._length_fault(request, session, first, last, total, ends)
        if fault:
            request.body.drain()
            return fault
        before = writer.size
        try:
            writer.append(request.body, skip=writer.size - int(first), flip=strikes.has("bytes-flipped"))
        finally:
            self.storage.note(session)
        if strikes.has("range-shorter") and not ends:
            writer.truncate(max(before, int(first) + int(strikes.value("range-shorter"))))
            self.storage.note(session)
        if not ends or (strikes.has("finish-pending") and writer.size):
            return self._so_far(session, writer, strikes)
        return self._finish(request, session, writer, strikes)

    @staticmethod
    def _length_fault(
        request: Request, session: Session, first: str, last: str | None, total: str, ends: bool
    ) -> Answer | None:
        """What is wrong with the numbers of a chunk."""
        if last is None:
            return None
        length = int(last) - int(first) + 1
        if length <= 0 or request.body.length not in (None, length):
            return storage_error(400, "Invalid request.  The Content-Range header does not fit the body.", "badRequest")
        if not ends and length % QUANTUM:
            text = (
                "Invalid request.  The number of bytes uploaded is required to be equal or greater than 262144, "
                "except for the final request (it's recommended to be the exact multiple of 262144).  The received "
                f"request contained {length} bytes, which does not meet this requirement."
            )
            return Answer(400, text.encode(), content_type="text/plain; charset=utf-8")
        if total != "*" and session.declared_length not in (None, int(total)):
            text = f"Invalid request.  There were {total} byte(s) in the request, not {session.declared_length}."
            return Answer(400, text.encode(), content_type="text/plain; charset=utf-8")
        return None

    @staticmethod
    def _so_far(session: Session, writer: Writer, strikes: Strikes) -> Answer:
        """308: how much is kept, and its checksum. There is no Location."""
        size = writer.size
        span = f"bytes=0-{size - 1}"
        headers = []
        if strikes.has("range-beyond"):
            span = f"bytes=0-{size + 2 * QUANTUM - 1}"
        if strikes.has("range-zero") and not size:
            headers.append(("Range", "bytes=0-0"))
        if strikes.has("range-malformed"):
            span = strikes.value("range-malformed")
        if strikes.has("range-bare"):
            span = span.replace("=", " ")
        if (size or strikes.has("range-beyond", "range-malformed")) and not strikes.has("range-absent"):
            headers.append(("Range", span))
        if size and not strikes.has("running-hash-absent"):
            wrong = strikes.has("running-hash-wrong")
            headers.append(("x-goog-running-hash", "crc32c=" + ("AAAAAA==" if wrong else writer.crc32c)))
            headers.append(("x-range-md5", writer.md5.hexdigest()))
        return Answer(308, b"", headers, "text/plain; charset=utf-8")

    def _finish(self, request: Request, session: Session, writer: Writer, strikes: Strikes) -> Answer:
        """Makes the object, if all that was said of it holds."""
        given = dict(session.given)
        fault = self._content_fault(request, given, writer)
        if not fault and session.declared_length not in (None, writer.size):
            fault = storage_error(400, "Invalid request.  The upload is shorter than declared.", "badRequest")
        if fault:
            self.storage.end(session, 400)
            return fault
        if strikes.has("rival-writes"):
            same = strikes.value("rival-writes") == "same"
            data = writer.path.read_bytes() if same else b"of another writer\n"
            self.storage.put_bytes(session.bucket, session.name, data, {"metadata": {"writer": "rival"}})
        with self.storage.lock:
            here = self.storage.get(session.bucket, session.name)
            refused = self.api.condition_fault(session.conditions, here)
            if refused:
                self.storage.end(session, 412)
                return refused
            made = self.storage.put(session.bucket, session.name, writer, stored(given))
        session.kept, session.generation, session.writer = made.size, made.generation, None
        self.storage.note(session)
        return self._made(request, session, strikes)

    @staticmethod
    def _content_fault(request: Request, given: dict[str, Any], writer: Writer) -> Answer | None:
        """What is wrong with the bytes, by the checksums that came with them."""
        sent = dict(part.strip().partition("=")[::2] for part in request.header("x-goog-hash").split(",") if part)
        for wanted, actual, name in (
            (given.get("crc32c"), writer.crc32c, "CRC32C"),
            (sent.get("crc32c"), writer.crc32c, "CRC32C"),
            (given.get("md5Hash"), writer.md5_text, "MD5 hash"),
            (sent.get("md5"), writer.md5_text, "MD5 hash"),
        ):
            if wanted is not None and wanted != actual:
                text = f'Provided {name} "{wanted}" doesn\'t match calculated {name} "{actual}".'
                return storage_error(400, text, "invalid")
        return None

    # In one request.

    def _at_once(self, request: Request, bucket: str, kind: str, strikes: Strikes) -> Answer:
        given: Any = {}
        writer = self.storage.new_writer()
        if kind == "media":
            writer.append(request.body)
            if request.header("content-type"):
                given["contentType"] = request.header("content-type")
        else:
            parts = multipart(request.header("content-type"), request.body.all())
            if len(parts) != 2:
                return storage_error(400, "Malformed multipart body.", "badContent")
            try:
                given = json.loads(parts[0][1])
            except ValueError:
                return storage_error(400, "Parse Error", "parseError")
            content = bytearray(parts[1][1])
            if content and strikes.has("bytes-flipped"):
                content[0] ^= 1
            writer.path.write_bytes(content)
            writer._sum(len(content))
            if isinstance(given, dict):
                given.setdefault("contentType", parts[1][0] or "application/octet-stream")
        fault = given_fault(given)
        if fault:
            return fault
        self._add_to_given(request, given)
        name = request.query.get("name") or given.get("name", "")
        if not name:
            return storage_error(400, "Required parameter: name", "required")
        fault = self._content_fault(request, given, writer)
        if fault:
            return fault
        with self.storage.lock:
            refused = self.api.condition_fault(request.query, self.storage.get(bucket, name))
            if refused:
                return refused
            made = self.storage.put(bucket, name, writer, stored(given))
        return json_answer(self.api.shown(made, request, strikes))


def given_fault(given: Any) -> Answer | None:
    """What is wrong with the resource that an upload gives."""
    if not isinstance(given, dict):
        return storage_error(400, "Parse Error", "parseError")
    for name, size in (("crc32c", 4), ("md5Hash", 16)):
        if name in given and not (isinstance(given[name], str) and checksums.is_written(given[name], size)):
            return storage_error(400, "Invalid argument.", "invalid")
    return None


def stored(given: dict[str, Any]) -> dict[str, Any]:
    """What of the writer's words an object shows: not those that the service says itself."""
    own = {"name", "bucket", "size", "crc32c", "md5Hash", "generation", "metageneration", "id", "kind", "etag"}
    return {name: value for name, value in given.items() if name not in own and value is not None}


def multipart(content_type: str, body: bytes) -> list[tuple[str, bytes]]:
    """The parts of multipart/related: the type of each, and its bytes."""
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if not found:
        return []
    mark = b"--" + found[1].strip("'").encode()
    parts = []
    for part in body.split(mark)[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.lstrip(b"\r\n").partition(b"\r\n\r\n")
        kinds = [line[13:].strip() for line in head.split(b"\r\n") if line.lower().startswith(b"content-type:")]
        parts.append((kinds[0].decode() if kinds else "", content.removesuffix(b"\r\n")))
    return parts
