"""Which call a request is, and who answers it."""

from __future__ import annotations

from errors import front_end_error
from faults import Strikes
from metadata import Metadata
from storage_api import StorageAPI
from tokens import Tokens
from tuning_api import TuningAPI, kind_of_call
from uploads import kind_of_put
from wire import Answer, Request


def call_of(request: Request) -> str:
    """The name of the call, as faults have it."""
    path, method = request.raw_path, request.method
    if path in ("/token", "/sts", "/subject-token"):
        return path[1:]
    if path == "/v1/token":
        return "sts"
    if path.endswith(":generateAccessToken"):
        return "impersonate"
    if path.startswith("/computeMetadata") or path == "/":
        return "metadata"
    if path.startswith("/upload/"):
        return _upload_call(request)
    if path.startswith(("/storage/", "/download/")):
        return _storage_call(request)
    return kind_of_call(method, request.segments())


def _upload_call(request: Request) -> str:
    if "upload_id" not in request.query:
        return "start" if request.query.get("uploadType") == "resumable" else "upload"
    if request.method == "DELETE":
        return "session-delete"
    return kind_of_put(request.header("content-range"))


def _storage_call(request: Request) -> str:
    parts = request.raw_path.removeprefix("/download").split("/")
    if len(parts) <= 5:
        return "bucket-get"
    if len(parts) == 6:
        return "object-list"
    if request.method == "DELETE":
        return "object-delete"
    if request.query.get("alt") == "media" or request.raw_path.startswith("/download/"):
        return "object-media"
    return "object-get"


def is_storage(request: Request) -> bool:
    return request.raw_path.startswith(("/upload/", "/storage/", "/download/"))


class Router:
    """All services behind one address."""

    def __init__(self, tokens: Tokens, metadata: Metadata, storage: StorageAPI, tuning: TuningAPI) -> None:
        self.tokens = tokens
        self.metadata = metadata
        self.storage = storage
        self.tuning = tuning

    def answer(self, request: Request, call: str, strikes: Strikes) -> Answer:
        if strikes.has("token-expired"):
            # Also the one that comes with this request.
            self.tokens.is_good(request.bearer)
            self.tokens.refuse_all()
        if strikes.has("token-rotated"):
            self.tokens.accept(strikes.value("token-rotated"))
        if strikes.has("objects-replaced"):
            for item in list(self.storage.storage.objects.values()):
                self.storage.storage.replace(item)
        if call == "token" and request.method == "POST":
            return self.tokens.token(request, strikes)
        if call == "sts" and request.method == "POST":
            return self.tokens.exchange(request, strikes)
        if call == "impersonate" and request.method == "POST":
            return self.tokens.impersonate(request, strikes)
        if call == "subject-token":
            request.body.drain()
            return self.tokens.subject(request, strikes)
        if call == "metadata":
            return self.metadata.answer(request, strikes)
        if is_storage(request):
            return self.storage.answer(request, call, strikes)
        if call != "other":
            return self.tuning.answer(request, call, strikes)
        request.body.drain()
        return front_end_error(request.path)
