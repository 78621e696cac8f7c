"""Decompression that cannot be made to swell: out comes as much as the limit allows, step by step."""

from __future__ import annotations

import contextlib
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP = 256 * 1024
"""Most bytes that one step puts out: about a millisecond of work."""

_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"
_MEMBERS = 1_000
"""A gzip file may hold members one after another (RFC 1952, 2.2); a flood of empty ones is an attack."""


class Inflater:
    """Takes a body as it was sent and gives it back as it was meant, in small steps."""

    def __init__(self, encoding: str) -> None:
        self._gzip = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
        self._members = 1
        self._begun = False
        self.broken = False
        """Whether the compressed data made no sense from some place on; what came before is good."""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing at the end, as far as the compression can tell."""
        return not self.broken and (self._gzip is None or self._gzip.eof or not self._begun)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` adds, at most ``STEP`` bytes at a time."""
        if self._gzip is None:
            yield data
            return
        more = bool(data)
        while more and not self.broken:
            self._begun = True
            if self._gzip.eof and not self._next_member(data):
                return
            piece, data = self._inflate(self._gzip, data)
            # A full step may leave output waiting inside zlib with no input left.
            more = bool(data) or len(piece) == STEP
            if piece:
                yield piece

    def _inflate(self, gzip: zlib._Decompress, data: bytes) -> tuple[bytes, bytes]:
        before = gzip.copy()
        try:
            piece = gzip.decompress(data, STEP)
        except zlib.error:
            self.broken = True
            return _up_to_the_break(before, data), b""
        return piece, gzip.unused_data if gzip.eof else gzip.unconsumed_tail

    def _next_member(self, data: bytes) -> bool:
        """Start on the member that ``data`` begins with; anything else after the end is left alone."""
        if not data or not _MAGIC.startswith(data[:2]):
            return False
        self._members += 1
        self.broken = self._members > _MEMBERS
        self._gzip = zlib.decompressobj(_GZIP)
        return not self.broken


def _up_to_the_break(gzip: zlib._Decompress, data: bytes) -> bytes:
    """Return what ``data`` gives before it makes no sense: less than a step, and zlib gives none when it fails."""
    good, place = bytearray(), 0
    for size in (2_048, 64, 1):  # a byte at a time only in the end: 64 KB of single steps hold the keys up
        with contextlib.suppress(zlib.error):
            while place < len(data):
                ahead = gzip.copy()
                good += ahead.decompress(data[place : place + size])
                gzip, place = ahead, place + size
    return bytes(good)
