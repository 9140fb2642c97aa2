"""The account of all that the server was sent: FOLDER/account.jsonl."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from wire import Request


class Account:
    """A line for each request when its headers have arrived, and another, with all there is to say, when it ends."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._lock = threading.Lock()
        self._count = 0
        self.entries: list[dict[str, Any]] = []

    def note(self, value: dict[str, Any]) -> None:
        """Adds a line that is about no request."""
        with self._lock:
            self._write({**value, "time": time.time()})

    def arrived(self, request: Request, call: str, connection: dict[str, Any], faults: list[str]) -> dict[str, Any]:
        with self._lock:
            self._count += 1
            entry: dict[str, Any] = {
                "event": "arrived",
                "n": self._count,
                "time": time.time(),
                **connection,
                "call": call,
                "method": request.method,
                "path": request.raw_path,
                "query": request.query,
                "headers": request.fields,
                "faults": faults,
            }
            self.entries.append(entry)
            self._write(entry)
            return entry

    def ended(self, entry: dict[str, Any], request: Request, status: int | None, outcome: str) -> None:
        """`outcome` is "answered", or what became of the connection instead."""
        body = request.body
        more: dict[str, Any] = {
            "event": "ended",
            "seconds": round(time.time() - entry["time"], 4),
            "bodyLength": body.received,
            "bodyComplete": body.complete,
            "bodySHA256": body.sha256.hexdigest(),
            "status": status,
            "outcome": outcome,
        }
        kind = request.header("content-type").partition(";")[0].strip().lower()
        if len(body.captured) == body.received:
            text = body.captured.decode("utf-8", "replace")
            if kind == "application/json" and text:
                try:
                    more["body"] = json.loads(text)
                except ValueError:
                    more["text"] = text
            elif kind == "application/x-www-form-urlencoded":
                more["form"] = dict(parse_qsl(text, keep_blank_values=True))
        with self._lock:
            entry.update(more)
            self._write(entry)

    def copy(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(entry) for entry in self.entries]

    def _write(self, value: dict[str, Any]) -> None:
        os.write(self._file, json.dumps(value).encode() + b"\n")
