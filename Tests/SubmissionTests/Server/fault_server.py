#!/usr/bin/env python3
"""Plays Google's token endpoint, metadata server, Cloud Storage and tuning service, well or as badly as asked for.

It prints its address, and serves until its standard input ends. README.md beside it says more.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from faults import InvalidFault, describe
from server import Server, Settings


def settings() -> Settings:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0, the default, is any that is free")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="for objects, jobs and account.jsonl")
    parser.add_argument("--seed", type=int, default=0, help="for what is drawn")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME[@CALL[.N]][*COUNT][=VALUE]",
        help="a fault, or random[=HOW MANY]",
    )
    parser.add_argument("--list-faults", action="store_true", help="print the faults, and end")
    parser.add_argument(
        "--state-seconds", type=float, default=0.2, metavar="S", help="how long a job is in each of its states"
    )
    parser.add_argument(
        "--first-state",
        default="QUEUED",
        choices=["QUEUED", "PENDING", "RUNNING"],
        help="the state of a new job",
    )
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"), help="files in PEM")
    given = parser.parse_args()
    if given.list_faults:
        print(describe())
        sys.exit(0)
    if given.data is None:
        parser.error("--data FOLDER is missing")
    return Settings(
        given.data,
        given.port,
        given.seed,
        given.fault,
        given.state_seconds,
        given.first_state,
        tuple(given.tls) if given.tls else None,
    )


def main() -> None:
    try:
        server = Server(settings())
    except (InvalidFault, OSError) as error:
        sys.exit(f"fault_server: {error}")
    server.start()
    print(server.base_url, flush=True)
    while os.read(0, 4096):
        continue
    server.stop()
    # Connections that stall do not hold it up.
    os._exit(0)


if __name__ == "__main__":
    main()
