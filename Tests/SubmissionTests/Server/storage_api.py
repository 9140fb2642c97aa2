"""Cloud Storage's JSON interface: objects."""

from __future__ import annotations

import re
import zlib
from typing import Any

from errors import front_end_error, storage_error
from faults import Strikes
from storage import Object, Storage
from tokens import Tokens
from uploads import Uploads
from wire import Answer, FilePart, Request, json_answer

WRONG_CRC = "AAAAAA=="


class StorageAPI:
    """Tells the requests apart, and answers those about objects that there are."""

    def __init__(self, storage: Storage, tokens: Tokens) -> None:
        self.storage = storage
        self.tokens = tokens
        self.uploads = Uploads(storage, self)

    def answer(self, request: Request, call: str, strikes: Strikes) -> Answer:
        session = request.query.get("upload_id")
        refused = self._refusal(request, may_lack_token=session is not None)
        if refused:
            request.body.drain()
            return refused
        parts = request.raw_path.split("/")
        if parts[1] == "upload":
            bucket = request.segments()[4] if len(parts) > 5 else ""
            return self._missing_bucket(request, bucket) or self.uploads.answer(request, bucket, strikes)
        request.body.drain()
        segments = request.segments()[1:] if parts[1] == "download" else request.segments()
        if segments[:3] != ["storage", "v1", "b"] or len(segments) < 4:
            return front_end_error(request.path)
        bucket = segments[3]
        missing = self._missing_bucket(request, bucket)
        if missing:
            return missing
        if len(segments) == 4:
            return self._bucket(request, bucket)
        if segments[4] != "o":
            return front_end_error(request.path)
        if len(segments) == 5:
            return self._list(request, bucket)
        return self._object(request, bucket, "/".join(segments[5:]), strikes)

    def _refusal(self, request: Request, may_lack_token: bool) -> Answer | None:
        """401 for a token that is not good. A session's address is as good as a token."""
        if not request.header("authorization") and may_lack_token:
            return None
        if self.tokens.is_good(request.bearer):
            return None
        return self.unauthorized()

    @staticmethod
    def unauthorized() -> Answer:
        answer = storage_error(401, "Invalid Credentials", "authError", ("header", "Authorization"))
        answer.headers.append(("WWW-Authenticate", 'Bearer realm="https://accounts.google.com/"'))
        return answer

    @staticmethod
    def _missing_bucket(request: Request, bucket: str) -> Answer | None:
        answer = None
        if bucket.startswith("missing"):
            answer = storage_error(404, "The specified bucket does not exist.", "notFound")
        elif bucket.startswith("forbidden"):
            text = (
                "somebody@example.com does not have storage.objects.get access to the Google Cloud Storage "
                "object. Permission 'storage.objects.get' denied on resource (or it may not exist)."
            )
            answer = storage_error(403, text, "forbidden")
        elif bucket.startswith("payer") and not (
            request.query.get("userProject") or request.header("x-goog-user-project")
        ):
            text = "Bucket is a requester pays bucket but no user project provided."
            answer = storage_error(400, text, "required")
        if answer:
            request.body.drain()
        return answer

    def _bucket(self, request: Request, bucket: str) -> Answer:
        value = {
            "kind": "storage#bucket",
            "id": bucket,
            "name": bucket,
            "projectNumber": "123456789012",
            "location": "US-CENTRAL1",
            "locationType": "region",
            "storageClass": "STANDARD",
            "metageneration": "1",
        }
        return json_answer(selected(value, request.query.get("fields", "")))

    def _list(self, request: Request, bucket: str) -> Answer:
        prefix = request.query.get("prefix", "")
        with self.storage.lock:
            found = [item for (_, _), item in sorted(self.storage.objects.items())]
        items = [item.resource(request.base_url) for item in found if item.bucket == bucket]
        items = [item for item in items if item["name"].startswith(prefix)]
        value: dict[str, Any] = {"kind": "storage#objects"}
        if items:
            value["items"] = items
        return json_answer(selected(value, request.query.get("fields", "")))

    def _object(self, request: Request, bucket: str, name: str, strikes: Strikes) -> Answer:
        item = self.storage.get(bucket, name)
        media = request.query.get("alt") == "media" or request.raw_path.startswith("/download/")
        wanted = request.query.get("generation")
        if item is None or (wanted and wanted != str(item.generation)):
            text = f"No such object: {bucket}/{name}"
            if media:
                return Answer(404, text.encode(), content_type="text/html; charset=UTF-8")
            return storage_error(404, text, "notFound")
        refused = self.condition_fault(request.query, item, reads=request.method == "GET")
        if refused:
            return refused
        if request.method == "DELETE":
            self.storage.delete(item)
            return Answer(204)
        if request.method != "GET":
            return storage_error(405, "Method not allowed.", "methodNotAllowed")
        if media:
            return self._media(request, item)
        value = self.shown(item, request, strikes)
        answer = json_answer(selected(value, request.query.get("fields", "")))
        answer.headers += [("ETag", value["etag"]), ("Vary", "Origin, X-Origin")]
        if strikes.has("object-replaced"):
            answer.afterwards.append(lambda: self.storage.replace(item))
        return answer

    @staticmethod
    def shown(item: Object, request: Request, strikes: Strikes) -> dict[str, Any]:
        """The resource, as the faults have it."""
        value = item.resource(request.base_url)
        if strikes.has("crc-wrong"):
            value["crc32c"] = WRONG_CRC
        if strikes.has("size-wrong"):
            value["size"] = str(item.size + 1)
        if strikes.has("content-encoding"):
            value["contentEncoding"] = "gzip"
        if strikes.has("customer-key"):
            value["customerEncryption"] = {"encryptionAlgorithm": "AES256", "keySha256": "A" * 43 + "="}
            value.pop("crc32c", None)
            value.pop("md5Hash", None)
        if strikes.has("crc-absent"):
            value.pop("crc32c", None)
        return value

    @staticmethod
    def condition_fault(conditions: dict[str, str], item: Object | None, reads: bool = False) -> Answer | None:
        """412, or 304, where a precondition does not hold."""
        here = str(item.generation) if item else "0"
        text = "At least one of the pre-conditions you specified did not hold."
        if conditions.get("ifGenerationMatch", here) != here:
            return storage_error(412, text, "conditionNotMet", ("header", "If-Match"))
        if "ifGenerationNotMatch" in conditions and conditions["ifGenerationNotMatch"] == here:
            if reads:
                return Answer(304)
            return storage_error(412, text, "conditionNotMet", ("header", "If-None-Match"))
        if conditions.get("ifMetagenerationMatch", "1") != "1":
            return storage_error(412, text, "conditionNotMet", ("header", "If-Match"))
        return None

    def _media(self, request: Request, item: Object) -> Answer:
        """The bytes, or a part of them."""
        encoding = item.given.get("contentEncoding", "identity")
        headers = [
            ("x-goog-generation", str(item.generation)),
            ("x-goog-metageneration", "1"),
            ("x-goog-hash", f"crc32c={item.crc32c},md5={item.md5}"),
            ("x-goog-storage-class", "STANDARD"),
            ("x-goog-stored-content-encoding", encoding),
            ("x-goog-stored-content-length", str(item.size)),
            ("Content-Disposition", "attachment"),
        ]
        kind = item.given.get("contentType", "application/octet-stream")
        path = self.storage.path(item)
        if encoding == "gzip" and "gzip" not in request.header("accept-encoding"):
            # The service sends such an object unpacked to whoever does not ask for it as it is.
            return Answer(200, zlib.decompress(path.read_bytes(), 31), headers, kind)
        if encoding != "identity":
            headers.append(("Content-Encoding", encoding))
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", request.header("range"))
        if not asked or asked.groups() == ("", ""):
            return Answer(200, FilePart(path, 0, item.size), headers, kind)
        first, last = asked.groups()
        begin = int(first) if first else max(0, item.size - int(last))
        end = min(int(last), item.size - 1) if first and last else item.size - 1
        if begin > end:
            headers.append(("Content-Range", f"bytes */{item.size}"))
            return Answer(416, b"The requested range cannot be satisfied.", headers, "text/html; charset=UTF-8")
        headers.append(("Content-Range", f"bytes {begin}-{end}/{item.size}"))
        return Answer(206, FilePart(path, begin, end - begin + 1), headers, kind)


def selected(value: dict[str, Any], fields: str) -> dict[str, Any]:
    """What `fields` asks for, such as `name,items(name,size),metadata/key`."""
    if not fields or fields == "*":
        return value
    chosen: dict[str, Any] = {}
    for name, inner in _split(fields):
        if name not in value:
            continue
        part = value[name]
        if inner and isinstance(part, list):
            chosen[name] = [selected(one, inner) for one in part]
        elif inner and isinstance(part, dict):
            chosen[name] = selected(part, inner)
        else:
            chosen[name] = part
    return chosen


def _split(fields: str) -> list[tuple[str, str]]:
    """The names that a selector has at the top, each with the selector inside."""
    found, depth, start = [], 0, 0
    for at, character in enumerate(fields + ","):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            one = fields[start:at].strip()
            start = at + 1
            cut = min((one.find(mark) for mark in "(/" if mark in one), default=len(one))
            inner = one[cut + 1 :]
            found.append((one[:cut], inner[:-1] if one[cut : cut + 1] == "(" else inner))
    return found


