"""CRC32C, as Cloud Storage writes it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable

POLYNOMIAL = 0x82F63B78
# x^5685 + x^1362 + x^426 + 1 is a multiple of the polynomial, and so it is with each exponent doubled, any number of
# times. A bit of the message can thus be moved by these distances instead, many bits at once as one large number.
DISTANCES = (5685 - 1362, 5685 - 426, 5685)
PIECE = 1 << 18


def _table() -> list[int]:
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ (POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return table


_TABLE = _table()


def _folded(data: bytes) -> bytes:
    """Fewer bytes that leave the same remainder: the first bits are added to later ones, and dropped."""
    number = int.from_bytes(data, "little")
    size = len(data) * 8
    near, far, farthest = DISTANCES
    scale = 8
    while scale * (near + farthest) * 2 <= size:
        scale *= 2
    while scale >= 8:
        moved = near * scale
        while moved + farthest * scale <= size:
            first = number & (1 << moved) - 1
            number >>= moved
            number ^= first ^ first << (far - near) * scale ^ first << (farthest - near) * scale
            size -= moved
        scale //= 2
    return number.to_bytes(size // 8, "little")


def plain_extend(crc: int, data: bytes) -> int:
    """The CRC32C of all bytes, from that of the first ones and the others."""
    crc ^= 0xFFFFFFFF
    for begin in range(0, len(data), PIECE):
        piece = data[begin : begin + PIECE]
        if len(piece) > 16_384:
            # What came before is added to the first four bytes.
            start = int.from_bytes(piece[:4], "little") ^ crc
            crc, piece = 0, _folded(start.to_bytes(4, "little") + piece[4:])
        for byte in piece:
            crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


extend: Callable[[int, bytes], int] = plain_extend
try:
    # A few times faster, and not needed.
    import google_crc32c

    extend = google_crc32c.extend
except ImportError:
    pass


def written(crc: int) -> str:
    """As base64 of its four bytes, the most significant first."""
    return base64.b64encode(crc.to_bytes(4, "big")).decode()


def is_written(text: str, size: int = 4) -> bool:
    """Whether a text is base64 of so many bytes."""
    try:
        return len(base64.b64decode(text, validate=True)) == size
    except (binascii.Error, ValueError):
        return False
