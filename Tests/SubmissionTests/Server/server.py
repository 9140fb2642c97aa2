"""The server: its listeners, its connections, and all that they share."""

from __future__ import annotations

import random
import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from account import Account
from connection import Connection
from control import Control
from faults import Plan
from jobs import Jobs
from metadata import Metadata
from models import Models
from router import Router
from storage import Storage
from storage_api import StorageAPI
from tokens import Tokens
from tuning_api import TuningAPI
from wire import Link


@dataclass
class Settings:
    """What the command line says."""

    data: Path
    port: int = 0
    seed: int = 0
    faults: list[str] = field(default_factory=list)
    state_seconds: float = 0.2
    first_state: str = "QUEUED"
    tls: tuple[str, str] | None = None


class Server:
    """Serves until it is stopped."""

    def __init__(self, settings: Settings) -> None:
        settings.data.mkdir(parents=True, exist_ok=True)
        self.plan = Plan(settings.faults, settings.seed)
        self.account = Account(settings.data / "account.jsonl")
        rng = random.Random(f"{settings.seed} {time.time_ns()}")
        self.tokens = Tokens(lambda: time.time() + self.plan.clock_offset)
        self.storage = Storage(settings.data)
        self.jobs = Jobs(settings.data, settings.state_seconds, settings.first_state, rng)
        self.models = Models(settings.data, self.jobs)
        self.tuning = TuningAPI(self.jobs, self.models, self.storage, self.tokens, rng)
        self.router = Router(
            self.tokens, Metadata(self.tokens), StorageAPI(self.storage, self.tokens), self.tuning
        )
        self.control = Control(self)
        self.stopped = threading.Event()
        self.scheme = "https" if settings.tls else "http"
        self._context: ssl.SSLContext | None = None
        if settings.tls:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(*settings.tls)
        self._lock = threading.Lock()
        self._connections: set[Connection] = set()
        self._count = 0
        self._resets = int(self.plan.at_start("reset-on-accept"))
        self._socket = bound(settings.port)
        self.base_url = f"{self.scheme}://127.0.0.1:{self._socket.getsockname()[1]}"
        self._elsewhere = bound(0)
        self.elsewhere_url = f"{self.scheme}://127.0.0.1:{self._elsewhere.getsockname()[1]}"
        self.clock_changed()
        self.account.note(
            {
                "event": "started",
                "baseURL": self.base_url,
                "elsewhere": self.elsewhere_url,
                "seed": settings.seed,
                "faults": [str(one) for one in self.plan.planned],
                "drawn": self.plan.drawn,
            }
        )

    def clock_changed(self) -> None:
        self.tuning.clock_offset = self.plan.clock_offset

    def start(self) -> None:
        """Takes connections, at once or when they are no longer refused."""
        self._elsewhere.listen(128)
        threading.Thread(target=self._accept, args=(self._elsewhere, "elsewhere"), daemon=True).start()
        refused = self.plan.at_start("refused")
        if refused:
            threading.Timer(refused, self._listen).start()
        else:
            self._listen()

    def _listen(self) -> None:
        self._socket.listen(128)
        threading.Thread(target=self._accept, args=(self._socket, "main"), daemon=True).start()

    def refuse(self, seconds: float) -> None:
        """Takes no connection for a while, and ends those on which nothing happens."""
        # A socket that is shut down does not listen, and keeps its port.
        self._socket.shutdown(socket.SHUT_RDWR)
        with self._lock:
            idle = [connection for connection in self._connections if connection.idle]
        for connection in idle:
            try:
                connection.link.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        threading.Timer(seconds, self._listen).start()

    def reset_next(self, count: int) -> None:
        """Resets the next connections as soon as they are there."""
        with self._lock:
            self._resets += count

    def _accept(self, listener: socket.socket, name: str) -> None:
        while not self.stopped.is_set():
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                self._count += 1
                number = self._count
                reset = name == "main" and self._resets > 0
                self._resets -= reset
            if reset:
                self.account.note({"event": "reset on accept", "connection": number})
                Link(sock).close(reset=True)
                continue
            threading.Thread(target=self._serve, args=(sock, number, name), daemon=True).start()

    def _serve(self, sock: socket.socket, number: int, name: str) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context:
            sock.settimeout(30)
            try:
                sock = self._context.wrap_socket(sock, server_side=True)
            except (OSError, ssl.SSLError) as error:
                self.account.note({"event": "no TLS", "connection": number, "why": str(error)})
                sock.close()
                return
            sock.settimeout(None)
        connection = Connection(self, Link(sock), number, name)
        with self._lock:
            self._connections.add(connection)
        connection.serve()

    def forget(self, connection: Connection) -> None:
        with self._lock:
            self._connections.discard(connection)

    def stop(self) -> None:
        self.stopped.set()
        self._socket.close()
        self._elsewhere.close()


def bound(port: int) -> socket.socket:
    """A socket on a port of the loopback address, which keeps the port when it stops listening."""
    if port == 0:
        # A port that the system chose is given back when its socket stops listening; one that was asked for is not.
        with socket.socket() as first:
            first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            first.bind(("127.0.0.1", 0))
            return bound(first.getsockname()[1])
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(("127.0.0.1", port))
    return made
