"""One connection: its requests, one after the other, and what the faults make of the answers."""

from __future__ import annotations

import random
import sys
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from email.utils import formatdate
from typing import TYPE_CHECKING

import refusals
from faults import Strikes
from router import call_of
from wire import PIECE, Answer, BadRequest, Cut, Link, Request, read_request

if TYPE_CHECKING:
    from server import Server


class Connection:
    """Serves one client."""

    def __init__(self, server: Server, link: Link, number: int, listener: str) -> None:
        self.server = server
        self.link = link
        self.number = number
        self.listener = listener
        self.count = 0
        self.idle = True

    def serve(self) -> None:
        reset = False
        try:
            while True:
                self.idle = True
                request = read_request(self.link, self.server.base_url)
                self.idle = False
                if request is None:
                    break
                if request.header("host"):
                    request.base_url = f"{self.server.scheme}://{request.header('host')}"
                self.count += 1
                if not self._serve(request):
                    break
        except Cut as cut:
            reset = cut.reset
        except BadRequest as error:
            self.server.account.note({"event": "no request", "connection": self.number, "why": str(error)})
        finally:
            self.link.close(reset)
            self.server.forget(self)

    def _serve(self, request: Request) -> bool:
        """Answers one request; whether the connection goes on."""
        if request.raw_path.startswith("/fault-server/"):
            self._send(self.server.control.answer(request), request, Strikes([]))
            return True
        call = "elsewhere" if self.listener == "elsewhere" else call_of(request)
        strikes = self.server.plan.take(call, self.count == 1)
        about = {"connection": self.number, "requestOnConnection": self.count, "listener": self.listener}
        entry = self.server.account.arrived(request, call, about, strikes.texts)
        status: int | None = None
        outcome = "answered"
        try:
            answer = self._answer(request, call, strikes)
            status = answer.status
            for action in answer.afterwards:
                action()
            last = self._refuse_next(strikes)
            self._send(answer, request, strikes)
            if not request.body.complete:
                raise Cut("closed, with the rest of the body unread")
            if last:
                raise Cut(f"answered, then closed: {last}")
        except Cut as cut:
            outcome = cut.why
            raise
        finally:
            self.server.account.ended(entry, request, status, outcome)
        return request.header("connection").lower() != "close"

    # Before the answer.

    def _answer(self, request: Request, call: str, strikes: Strikes) -> Answer:
        """What is to be said; until it returns, the client has heard nothing."""
        self._before_body(request, strikes)
        for name, reset in (("reset-after-body", True), ("close-fresh", False), ("close-reused", False)):
            if strikes.has(name) and strikes.value(name) == "ignored":
                request.body.drain()
                raise Cut(f"{name}, nothing done", reset)
        if strikes.has("metadata-slow"):
            self.link.wait(float(strikes.value("metadata-slow")))
        answer = refusals.before(request, call, strikes, self.server.elsewhere_url)
        if answer:
            request.body.drain()
            return answer
        if call == "elsewhere":
            request.body.drain()
            return Answer(200, b"{}")
        try:
            answer = self.server.router.answer(request, call, strikes)
        except (Cut, BadRequest):
            raise
        except Exception as error:  # noqa: BLE001
            traceback.print_exc(file=sys.stderr)
            self.server.account.note({"event": "server error", "connection": self.number, "why": repr(error)})
            return Answer(500, b"the fault server is at fault\n", content_type="text/plain")
        answer = refusals.after(request, call, strikes) or answer
        for name, reset in (("reset-after-body", True), ("close-fresh", False), ("close-reused", False)):
            if strikes.has(name):
                raise Cut(f"{name}, done, {answer.status}", reset)
        refusals.bend(answer, strikes)
        return answer

    def _before_body(self, request: Request, strikes: Strikes) -> None:
        """What happens before the body is read, or when half of it was."""
        if strikes.has("reset-after-headers"):
            raise Cut("reset-after-headers", reset=True)
        if strikes.has("early-answer"):
            answer = Answer(503, b"early\n", [("Connection", "close")], "text/plain")
            self.link.send(answer.head(self._date()) + b"early\n")
            raise Cut("early-answer")
        length = request.body.length or 0
        if strikes.has("reset-mid-body"):
            if not length:
                raise Cut("reset-mid-body", reset=True)
            request.body.reset_after = length // 2
        if strikes.has("stall-mid-body"):
            for _ in request.body.pieces():
                if request.body.received >= length // 2:
                    break
            self._wait_unread(float(strikes.value("stall-mid-body")))
            raise Cut("stall-mid-body", reset=True)

    def _wait_unread(self, seconds: float) -> None:
        """Waits, with bytes of the client unread: whether it leaves does not show."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.server.stopped.wait(min(0.5, seconds)):
            continue

    def _refuse_next(self, strikes: Strikes) -> str:
        """Sees to the next connections before the client has its answer; why this one ends after it, if it does."""
        if strikes.has("reset-on-accept"):
            self.server.reset_next(int(strikes.value("reset-on-accept")))
            return "reset-on-accept"
        if strikes.has("refused"):
            self.server.refuse(float(strikes.value("refused")))
            return "refused"
        return ""

    # The answer.

    def _date(self) -> str:
        return formatdate(time.time() + self.server.plan.clock_offset, usegmt=True)

    def _send(self, answer: Answer, request: Request, strikes: Strikes) -> None:
        if strikes.has("stall"):
            self.link.wait(float(strikes.value("stall")))
        if strikes.has("huge-header"):
            answer.headers.append(("X-Filler", "x" * int(strikes.value("huge-header"))))
        if strikes.has("many-headers"):
            answer.headers += [(f"X-Filler-{n}", "x") for n in range(int(strikes.value("many-headers")))]
        if strikes.has("interim"):
            self.link.send(b"HTTP/1.1 103 Early Hints\r\nLink: </>; rel=preconnect\r\n\r\n")
        way = next((name for name in WAYS if strikes.has(name)), None)
        if way:
            WAYS[way](self, answer, strikes.value(way))
            return
        head = answer.head(self._date())
        if request.method == "HEAD" or answer.status in (204, 304):
            self.link.send(head)
            return
        if answer.length < PIECE:
            self.link.send(head + b"".join(answer.pieces()))
            return
        self.link.send(head)
        for piece in answer.pieces():
            self.link.send(piece)

    # The ways of faults to send an answer.

    def _whole(self, answer: Answer) -> bytes:
        return b"".join(answer.pieces())

    def _part(self, answer: Answer, size: int, why: str, reset: bool) -> None:
        self.link.send(answer.head(self._date()) + self._whole(answer)[:size])
        if reset:
            # What was sent is to arrive before the reset does.
            time.sleep(0.05)
        raise Cut(why, reset)

    def _reset_after_answer_headers(self, answer: Answer, value: str) -> None:
        self._part(answer, 0, "reset-after-answer-headers", True)

    def _reset_mid_answer(self, answer: Answer, value: str) -> None:
        self._part(answer, answer.length // 2, "reset-mid-answer", True)

    def _reset_after_answer(self, answer: Answer, value: str) -> None:
        self._part(answer, answer.length, "reset-after-answer", True)

    def _half_body(self, answer: Answer, value: str) -> None:
        self._part(answer, answer.length // 2, "half-body", False)

    def _drip(self, answer: Answer, value: str) -> None:
        rate = max(float(value), 0.01)
        step = max(1, int(rate / 20))
        whole = answer.head(self._date()) + self._whole(answer)
        for at in range(0, len(whole), step):
            self.link.send(whole[at : at + step])
            self.link.wait(step / rate)

    def _huge(self, answer: Answer, value: str) -> None:
        total = max(int(value), answer.length)
        self.link.send(answer.head(self._date(), total))
        left = total - answer.length
        filler = b" " * PIECE
        while left > 0:
            self.link.send(filler[: min(left, PIECE)])
            left -= PIECE
        self.link.send(self._whole(answer))

    def _bomb(self, answer: Answer, value: str) -> None:
        pieces = list(gzipped(int(value), self._whole(answer)))
        answer.headers.append(("Content-Encoding", "gzip"))
        self.link.send(answer.head(self._date(), sum(map(len, pieces))))
        for piece in pieces:
            self.link.send(piece)

    def _bare(self, answer: Answer, value: str) -> None:
        self.link.send(self._whole(answer))
        raise Cut("http-0.9")

    def _junk(self, answer: Answer, value: str) -> None:
        self.link.send(random.Random(self.number).randbytes(4096))
        raise Cut("junk")

    def _too_large(self, answer: Answer, value: str) -> None:
        self.link.send(answer.head(self._date(), answer.length + 100) + self._whole(answer))
        raise Cut("length-too-large")

    def _too_small(self, answer: Answer, value: str) -> None:
        self.link.send(answer.head(self._date(), max(0, answer.length - 10)) + self._whole(answer))


WAYS: dict[str, Callable[[Connection, Answer, str], None]] = {
    "reset-after-answer-headers": Connection._reset_after_answer_headers,
    "reset-mid-answer": Connection._reset_mid_answer,
    "reset-after-answer": Connection._reset_after_answer,
    "half-body": Connection._half_body,
    "drip": Connection._drip,
    "huge-answer": Connection._huge,
    "gzip-bomb": Connection._bomb,
    "http-0.9": Connection._bare,
    "junk": Connection._junk,
    "length-too-large": Connection._too_large,
    "length-too-small": Connection._too_small,
}


def gzipped(size: int, end: bytes) -> Iterator[bytes]:
    """So many spaces and then the end, compressed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(size // PIECE):
        yield packer.compress(b" " * PIECE)
    yield packer.compress(end) + packer.flush()


