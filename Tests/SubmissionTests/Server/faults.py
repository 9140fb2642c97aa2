"""The faults: which there are, which were asked for, and which strike a request.

A fault is written NAME[@CALL[.N]][*COUNT][=VALUE]: at the Nth request of this call (the first, by default) and at the
COUNT-1 next ones (`*all`: at all of them). Without a call it is the first call that the fault can strike.
"""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass

AUTHORIZATION = ("token", "metadata", "sts", "impersonate")
STORAGE = ("object-get", "start", "chunk", "status", "finish")
TUNING = ("model-get", "create", "list", "job-get", "cancel")
CALLS = (*AUTHORIZATION, *STORAGE, *TUNING)
# Calls that the program under test does not need, or not in every run. Faults can strike them when they are named.
OTHER_CALLS = (
    "subject-token", "object-media", "object-list", "object-delete", "bucket-get", "upload", "session-delete",
    "endpoint-get", "elsewhere", "other",
)  # fmt: skip
EVERY = 1 << 30
# Faults of connections, on which no request has come yet: without a call they strike the first connections.
CONNECTION_FAULTS = ("refused", "reset-on-accept")


@dataclass(frozen=True)
class Fault:
    """A kind of fault."""

    name: str
    group: str
    summary: str
    # The calls that it can strike; the first of them is what it strikes when none is named, unless `any_call`.
    calls: tuple[str, ...]
    value: str = ""
    # Whether it strikes whichever of its calls comes first, when none is named.
    any_call: bool = False
    # How many requests it strikes when no count is given.
    count: int = 1
    # The values to draw from; none when a drawn fault keeps the value above.
    drawn: tuple[str, ...] = ()
    # Whether `--fault random` draws it.
    random: bool = True
    # Only on a connection's first request ("fresh") or on a later one ("reused").
    connection: str = ""


def _transport(name: str, summary: str, value: str = "", **more: object) -> Fault:
    return Fault(name, "transport", summary, CALLS, value, any_call=True, **more)  # type: ignore[arg-type]


def _status(name: str, summary: str, value: str = "", **more: object) -> Fault:
    return Fault(name, "service", summary, CALLS, value, any_call=True, **more)  # type: ignore[arg-type]


def _service(name: str, summary: str, calls: tuple[str, ...], value: str = "", **more: object) -> Fault:
    return Fault(name, "service", summary, calls, value, **more)  # type: ignore[arg-type]


def _storage(name: str, summary: str, calls: tuple[str, ...], value: str = "", **more: object) -> Fault:
    return Fault(name, "storage", summary, calls, value, **more)  # type: ignore[arg-type]


def _auth(name: str, summary: str, calls: tuple[str, ...], value: str = "", **more: object) -> Fault:
    return Fault(name, "auth", summary, calls, value, **more)  # type: ignore[arg-type]


_SESSION = ("chunk", "status", "finish")
_ACTED = ("acted", "ignored")
_JSON = ("create", "token", "object-get", "finish", "model-get", "list", "job-get")
_RESOURCE = ("object-get", "finish")
_AUTHORIZED = ("chunk", "object-get", "start", "status", "finish", *TUNING)

CATALOGUE = [
    # Transport.
    _transport(
        "refused",
        "after the answer, connections are refused for VALUE seconds; without a call: from the start",
        "1",
        drawn=("0.3", "1"),
    ),
    _transport(
        "reset-on-accept",
        "after the answer, VALUE new connections are reset before anything is read; without a call: the first ones",
        "1",
        drawn=("1", "2"),
    ),
    _transport("reset-after-headers", "reset after the headers of the request, before its body is read"),
    _transport("reset-mid-body", "reset when half of the body of the request was read; whole quanta are kept"),
    _transport(
        "reset-after-body",
        "the connection is reset instead of an answer; VALUE: acted (what was asked is done) or ignored",
        "acted",
        drawn=_ACTED,
    ),
    _transport("reset-after-answer-headers", "reset after the headers of the answer; what was asked is done"),
    _transport("reset-mid-answer", "reset after half of the answer's body; what was asked is done"),
    _transport("reset-after-answer", "reset after the whole answer"),
    _transport(
        "close-fresh",
        "closed without an answer, on a connection's first request; VALUE: acted or ignored",
        "acted",
        drawn=_ACTED,
        connection="fresh",
    ),
    _transport(
        "close-reused",
        "closed without an answer, on a connection that was used before; VALUE: acted or ignored",
        "acted",
        drawn=_ACTED,
        connection="reused",
    ),
    _transport("half-body", "the connection ends after half of the answer's body"),
    _transport("drip", "the answer comes byte by byte, VALUE bytes a second", "1", drawn=("500", "2000")),
    _transport("stall", "nothing for VALUE seconds, then the answer", "3600", drawn=("0.5", "2")),
    _transport(
        "stall-mid-body",
        "the server stops reading in the middle of the request's body for VALUE seconds, and then resets",
        "3600",
        drawn=("1",),
    ),
    _transport("huge-answer", "an answer with a body of VALUE bytes", str(1 << 30), drawn=("100000000",)),
    _transport(
        "gzip-bomb", "an answer with Content-Encoding: gzip that becomes VALUE bytes", "200000000"
    ),
    _transport("redirect-302", "302 with a Location elsewhere (VALUE, or a second port of this server)"),
    _transport("redirect-307", "307 with a Location elsewhere (VALUE, or a second port of this server)"),
    _transport("redirect-308", "308 with a Location elsewhere (VALUE, or a second port of this server)"),
    _transport("http-0.9", "the body alone, with no status line and no headers"),
    _transport("junk", "random bytes instead of an answer"),
    _transport("huge-header", "a header of VALUE bytes", "2000000", drawn=("200000", "2000000")),
    _transport("many-headers", "VALUE headers", "20000", drawn=("20000",)),
    _transport("length-too-large", "Content-Length says 100 bytes more than there are; then the end"),
    _transport("length-too-small", "Content-Length says less than there is; the rest follows on the connection"),
    _transport("early-answer", "503 as soon as the headers have arrived, and the end, with the body unread"),
    _transport("interim", "an interim answer 103 before the answer, which no client has to mind"),
    # Service.
    _status(
        "429",
        "429 with Retry-After: VALUE (seconds, `date`: a date in 2 seconds, 1000000000, -5, `none`)",
        "1",
        drawn=("0", "1", "date", "-5", "none"),
    ),
    _status("408", "408, nothing done"),
    _status("500", "500, nothing done"),
    _status("502", "502 as HTML of the front end, nothing done"),
    _status("503", "503 with Retry-After: VALUE where one is given, nothing done", drawn=("", "1")),
    _status("504", "504, nothing done"),
    _status("500-acted", "500, after what was asked was done"),
    _status("503-acted", "503, after what was asked was done"),
    _status("status", "the status VALUE with a plain text, nothing done", "418", random=False),
    _service("body-cut", "200, done, and the JSON of the answer ends in the middle", _JSON),
    _service("body-malformed", "200, done, and the answer is no JSON", _JSON),
    _service("body-array", "200, done, and the answer is an array with the object in it", _JSON),
    _service("body-html", "200, done, and the answer is HTML", _JSON),
    _service("body-empty", "200, done, and the answer is empty", _JSON),
    _service("body-deep", "200, done, and the answer is 100,000 arrays in each other", _JSON),
    _service("body-controls", "names in the answer have control characters and escape sequences", _JSON),
    _service("name-hostile", "the job's name in the answer has VALUE in place of its id", ("create", "list", "job-get"),
             "../../../etc/passwd?x=#"),
    _service("list-lags", "jobs are missing in lists until they are VALUE seconds old", ("list",), "30",
             count=EVERY, drawn=("0.5", "3", "30")),
    _service("list-loop", "each page of the list names the same next page", ("list",), count=EVERY),
    _service("list-empty-page", "a page without jobs that names a next page", ("list",)),
    _service("job-vanishes", "404 for a job that there is", ("job-get",)),
    _service("state-unknown", "the job's state is VALUE", ("job-get", "list"), "JOB_STATE_REHEARSING"),
    _service("state-back", "the job's state is QUEUED again for one look", ("job-get",)),
    _service("numbers-as-numbers", "64-bit numbers are numbers in JSON, not strings",
             ("job-get", "object-get", "finish", "list", "model-get"), count=EVERY),
    _service("forbidden", "403 for the permission VALUE (else the one that the call needs)",
             ("create", "list", "job-get", "cancel", "model-get", "object-get", "start", "finish")),
    _service("service-disabled", "403 SERVICE_DISABLED in the project of gcloud, as without a quota project",
             ("create", "list", "model-get", "job-get")),
    _service("invalid-argument", "400 with a list of fields", ("create",)),
    _service("conflict", "409, nothing done", ("create",)),
    _service("quota-refused", "429: the quota of tuning jobs is used up, nothing done", ("create",)),
    _service("endpoint-missing", "404 for the tuned endpoint", ("endpoint-get",), random=False),
    _service("created-twice", "one request makes two jobs, as a service may that repeats it inside", ("create",)),
    _service("waits-for-quota", "the created job is QUEUED for VALUE seconds", ("create",), "2", drawn=("1",)),
    _service("pauses", "the created job is PAUSED for VALUE seconds while it runs", ("create",), "1"),
    _service("fails", "the created job ends FAILED, with the message VALUE", ("create",),
             "Row: 0. Missing required `contents` field."),
    _service("fails-with-model", "the created job ends FAILED and has a model, but no endpoint", ("create",)),
    _service("partly", "the created job ends PARTIALLY_SUCCEEDED, with no endpoint", ("create",)),
    _service("is-cancelled", "the created job ends CANCELLED, by somebody else", ("create",)),
    _service("expires", "the created job ends EXPIRED", ("create",)),
    _service("cancel-late", "a cancelled job ends SUCCEEDED all the same", ("cancel",)),
    # Storage.
    _storage("range-absent", "308 without Range, though bytes are kept", _SESSION),
    _storage("range-shorter", "only VALUE bytes of the chunk are kept, and Range says so", ("chunk",), "262144"),
    _storage("range-beyond", "Range says more than was sent", _SESSION),
    _storage("range-bare", "Range is `bytes 0-N`", _SESSION, count=EVERY),
    _storage("range-zero", "Range is `bytes=0-0` while no byte is kept", ("status",)),
    _storage("range-malformed", "Range is VALUE", _SESSION, "bytes=abc-def"),
    _storage("bytes-lost", "kept bytes are lost, so that the next offset is ahead: 503 text/plain", ("chunk", "finish")),
    _storage("session-404", "the session is gone: 404, from now on", _SESSION),
    _storage("session-410", "the session is gone: 410, from now on", _SESSION),
    _storage("session-400", "the session is gone: 400, from now on", _SESSION),
    _storage("session-elsewhere", "the session's Location is on another host (VALUE)", ("start",),
             "https://storage.example.com"),
    _storage("session-without-location", "the answer to the start has no Location", ("start",)),
    _storage("rival-writes", "another writer is first; VALUE: other bytes, or the same", ("finish",), "other",
             drawn=("other", "same")),
    _storage("finish-pending", "308 with all bytes kept, though the last one came; a status query finishes",
             ("finish",)),
    _storage("crc-wrong", "the object's crc32c is wrong", _RESOURCE),
    _storage("crc-absent", "the object has no crc32c", _RESOURCE),
    _storage("size-wrong", "the object's size is wrong", _RESOURCE),
    _storage("bytes-flipped", "a byte of the chunk is kept wrongly", ("chunk", "finish", "upload")),
    _storage("object-replaced", "after the answer, the object has other bytes of the same length", ("object-get",)),
    _storage("objects-replaced", "before the call, each object gets other bytes of the same length", ("create", "list"),
             ),
    _storage("content-encoding", "the object has contentEncoding: gzip", ("object-get",)),
    _storage("customer-key", "the object is encrypted with a customer's key: no crc32c, no md5Hash",
             ("object-get",)),
    _storage("running-hash-wrong", "x-goog-running-hash is wrong", _SESSION),
    _storage("running-hash-absent", "x-goog-running-hash is absent", _SESSION, count=EVERY),
    # Credentials.
    _auth("token-expired", "from this call on, the tokens known until now are refused with 401", _AUTHORIZED),
    _auth("token-brief", "the token is good for VALUE seconds, and expires_in says so", ("token", "metadata", "sts"),
          "1"),
    _auth("unauthorized", "401, whatever the token", _AUTHORIZED),
    _auth("unauthorized-basic", "401 that asks for Basic", _AUTHORIZED),
    _auth("invalid-grant", "invalid_grant", ("token", "sts")),
    _auth("invalid-rapt", "invalid_grant with the subtype invalid_rapt", ("token",)),
    _auth("token-error", "500 with the error VALUE", ("token",), "server_error",
          drawn=("server_error", "temporarily_unavailable", "internal_failure")),
    _auth("expires-in-string", "expires_in is a string", ("token", "metadata", "sts")),
    _auth("expires-in-zero", "expires_in is 0", ("token", "metadata", "sts")),
    _auth("expires-in-absent", "there is no expires_in", ("token", "metadata", "sts")),
    _auth("token-with-line-break", "the token has a line break and a header after it", ("token", "metadata", "sts")),
    _auth("metadata-slow", "the metadata server takes VALUE seconds", ("metadata",), "5", drawn=("1",)),
    _auth("metadata-without-flavor", "the metadata server's answers lack Metadata-Flavor", ("metadata",), count=EVERY),
    _auth("token-rotated", "from this call on, only the token VALUE is taken, beside those given out here",
          _AUTHORIZED, "ya29.rotated", random=False),
    _auth("clock", "the server's clock is VALUE seconds ahead (behind, if negative)", CALLS, "3600", any_call=True,
          count=EVERY, drawn=("3600", "-3600")),
]  # fmt: skip
BY_NAME = {fault.name: fault for fault in CATALOGUE}


class InvalidFault(ValueError):
    """A fault that is written wrongly."""


@dataclass
class Planned:
    """A fault that was asked for."""

    fault: Fault
    call: str
    first: int
    count: int
    value: str
    seen: int = 0
    struck: int = 0

    @classmethod
    def parse(cls, text: str) -> Planned:
        rest, equals, value = text.partition("=")
        rest, star, count = rest.partition("*")
        name, at, call = rest.partition("@")
        fault = BY_NAME.get(name)
        if fault is None:
            raise InvalidFault(f"there is no fault '{name}'; --list-faults lists them")
        call, dot, first = call.partition(".")
        if at and call not in CALLS + OTHER_CALLS:
            raise InvalidFault(f"{text}: there is no call '{call}'; the calls are {', '.join(CALLS + OTHER_CALLS)}")
        if at and not fault.any_call and call not in fault.calls:
            raise InvalidFault(f"{text}: '{name}' strikes {', '.join(fault.calls)}, not '{call}'")
        numbers = [first] if dot else []
        numbers += [count] if star and count != "all" else []
        if not all(number.isdigit() and int(number) > 0 for number in numbers):
            raise InvalidFault(f"{text}: after . and * stand numbers from 1, or *all")
        many = fault.count if not star else EVERY if count == "all" else int(count)
        return cls(fault, call, int(first) if dot else 1, many, value if equals else fault.value)

    def __str__(self) -> str:
        text = self.fault.name
        if self.call:
            text += f"@{self.call}" + (f".{self.first}" if self.first > 1 else "")
        if self.count != self.fault.count:
            text += "*all" if self.count == EVERY else f"*{self.count}"
        return text + (f"={self.value}" if self.value != self.fault.value else "")

    def strikes(self, call: str, fresh: bool) -> bool:
        """Whether it strikes this request, which is counted."""
        if self.fault.name == "clock" or (self.fault.name in CONNECTION_FAULTS and not self.call):
            return False
        wanted = (self.call,) if self.call else self.fault.calls if self.fault.any_call else self.fault.calls[:1]
        if call not in wanted or (self.fault.connection and (self.fault.connection == "fresh") != fresh):
            return False
        self.seen += 1
        if not self.first <= self.seen < self.first + self.count:
            return False
        self.struck += 1
        return True


class Strikes:
    """The faults that strike one request."""

    def __init__(self, planned: list[Planned]) -> None:
        self._values = {one.fault.name: one.value for one in planned}
        self.texts = [str(one) for one in planned]

    def has(self, *names: str) -> bool:
        return any(name in self._values for name in names)

    def value(self, name: str) -> str:
        return self._values[name]


class Plan:
    """All faults that were asked for."""

    def __init__(self, texts: list[str], seed: int) -> None:
        self._lock = threading.Lock()
        self._random = random.Random(seed)
        self.drawn: list[str] = []
        self.planned: list[Planned] = []
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        name, _, many = text.partition("=")
        if name == "random":
            if many and not many.isdigit():
                raise InvalidFault(f"{text}: after random= stands how many to draw")
            self._draw(int(many) if many else self._random.randint(1, 4))
            return
        with self._lock:
            self.planned.append(Planned.parse(text))

    def _draw(self, many: int) -> None:
        """Draws faults; each is written as it could have been asked for."""
        for _ in range(many):
            fault = self._random.choice([fault for fault in CATALOGUE if fault.random])
            call = "" if fault.name == "clock" else self._random.choice(fault.calls)
            value = self._random.choice(fault.drawn) if fault.drawn else fault.value
            first = self._random.choice((1, 1, 1, 2, 3)) if call else 1
            count = fault.count if fault.count == EVERY else self._random.choice((1, 1, 1, 2, 3))
            one = Planned(fault, call, first, count, value)
            self.drawn.append(str(one))
            with self._lock:
                self.planned.append(one)

    def take(self, call: str, fresh: bool) -> Strikes:
        """The faults that strike a request."""
        with self._lock:
            return Strikes([one for one in self.planned if one.strikes(call, fresh)])

    def at_start(self, name: str) -> float:
        """The value of a fault of connections that strikes the first ones."""
        return sum(float(one.value) for one in self.planned if one.fault.name == name and not one.call)

    @property
    def clock_offset(self) -> float:
        return sum(float(one.value) for one in self.planned if one.fault.name == "clock")

    def clear(self) -> None:
        with self._lock:
            self.planned.clear()

    def listing(self) -> list[dict[str, object]]:
        with self._lock:
            return [{"fault": str(one), "struck": one.struck} for one in self.planned]


def describe() -> str:
    """A line for each fault."""
    wide = max(len(fault.name) for fault in CATALOGUE)
    lines = []
    for fault in CATALOGUE:
        calls = "any call" if fault.any_call else ", ".join(fault.calls)
        value = f"; VALUE is {fault.value} by default" if fault.value else ""
        lines.append(f"{fault.name:{wide}}  {fault.group:9}  {fault.summary} [{calls}{value}]")
    return "\n".join(lines)
