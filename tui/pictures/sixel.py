"""DEC sixel graphics, as the VT330/VT340 Programmer Reference Manual, chapter 14, has it.

Six rows of pixels make a band; for each colour in it a line of characters
says which of the six are of that colour. The bits are gathered with the
interpreter's own bulk operations on bytes, a line at a time: a loop over
pixels would take seconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

COLOURS = 128
"""Registers used. xterm as a VT340 has 256 unless told otherwise; half of them are hardly told from all."""

_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)
_LIFT = bytes((value + 63) % 256 for value in range(256))


def sixel_escape(pixels: Image) -> str:
    """Return what draws ``pixels`` (RGB) with its upper left corner at the cursor."""
    from PIL.Image import Dither  # noqa: PLC0415  30 ms, and only the child process needs it

    # The palette of a small copy is as good, and found in a tenth of the time.
    sample = pixels.resize((max(1, pixels.width // 5), max(1, pixels.height // 5)))
    reduced = pixels.quantize(palette=sample.quantize(COLOURS), dither=Dither.NONE)
    width, height = reduced.size
    palette = reduced.getpalette() or []
    data = reduced.tobytes()
    bands = (
        _band([data[y * width : (y + 1) * width] for y in range(top, min(top + 6, height))])
        for top in range(0, height, 6)
    )
    registers = "".join(_register(index, palette) for index in sorted(set(data)))
    return f'\x1bP0;1;0q"1;1;{width};{height}{registers}{"-".join(bands)}\x1b\\'


def _register(index: int, palette: list[int]) -> str:
    red, green, blue = (round(part * 100 / 255) for part in palette[3 * index : 3 * index + 3])
    return f"#{index};2;{red};{green};{blue}"


def _band(rows: list[bytes]) -> str:
    lines = (f"#{colour}{_line(rows, colour)}" for colour in sorted(set(b"".join(rows))))
    return "$".join(lines)


def _line(rows: list[bytes], colour: int) -> str:
    bits = 0
    for place, row in enumerate(rows):
        if colour in row:
            table = bytearray(256)
            table[colour] = 1 << place
            bits |= int.from_bytes(row.translate(table), "big")
    line = bits.to_bytes(len(rows[0]), "big").translate(_LIFT).rstrip(b"?")
    return _RUN.sub(_shorten, line).decode("ascii")


def _shorten(run: re.Match[bytes]) -> bytes:
    return b"!%d%s" % (len(run[0]), run[1])
