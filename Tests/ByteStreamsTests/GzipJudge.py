"""Says of gzip streams what zlib makes of them, read member by member and byte by byte.

usage: GzipJudge.py CASES VERDICTS

CASES holds the streams, each behind its length in 8 bytes, little-endian. VERDICTS gets a line for each:

    verdict member place bytes-in-hexadecimal exactly

verdict is clean, truncated, corrupt or trailing. place is where the data end, the byte at which zlib refused, or the
first byte of the trailing data. exactly is 0 if there may be one byte more: what zlib inflates in the call that fails
is lost here.
"""

import sys
import zlib

GZIP_ONLY = 31


def judge(stream):
    out = b""
    place = 0
    member = 0
    while True:
        while member > 0 and place < len(stream) and stream[place] == 0:
            place += 1
        if place == len(stream):
            return "clean", member, place, out, True
        if stream[place : place + 2] != b"\x1f\x8b":
            return "trailing", member, place, out, True
        member += 1
        start = place
        inflater = zlib.decompressobj(GZIP_ONLY)
        inflated = []
        while not inflater.eof:
            if place == len(stream):
                return "truncated", member, place, out + b"".join(inflated), True
            try:
                inflated.append(inflater.decompress(stream[place : place + 1]))
            except zlib.error as error:
                rest, exactly = last_bytes(stream, start, place, str(error))
                return "corrupt", member, place, out + b"".join(inflated) + rest, exactly
            place += 1
        out += b"".join(inflated)


def last_bytes(stream, start, place, message):
    """What the refused byte gives before it is refused, asked for in ever larger portions."""
    if "incorrect" in message or "header" in message:
        return b"", True
    before = zlib.decompressobj(GZIP_ONLY)
    before.decompress(stream[start:place])
    rest = b""
    while True:
        try:
            rest = before.copy().decompress(stream[place : place + 1], len(rest) + 1)
        except zlib.error:
            return rest, False


def main(cases_path, verdicts_path):
    with open(cases_path, "rb") as cases, open(verdicts_path, "w") as verdicts:
        while length := cases.read(8):
            verdict, member, place, out, exactly = judge(cases.read(int.from_bytes(length, "little")))
            print(verdict, member, place, out.hex() or "-", int(exactly), file=verdicts)


main(*sys.argv[1:])
