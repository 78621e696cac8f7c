"""The Kitty graphics protocol, as https://sw.kovidgoyal.net/kitty/graphics-protocol/ has it.

Placed where the cursor stands rather than by Unicode placeholders: those need
kitty 0.28, while every terminal that speaks the protocol knows the former.
"""

from __future__ import annotations

from base64 import standard_b64encode
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

NUMBER = 0x5051
"""Our one picture's id: a new one takes the place of the old."""

PIECE = 4096
"""Most bytes of payload in one escape sequence, as the protocol demands."""

CLEAR = f"\x1b_Ga=d,d=I,i={NUMBER},q=2\x1b\\"
"""Takes our picture off the screen and out of the terminal's memory."""


def kitty_escape(pixels: Image, columns: int, rows: int) -> str:
    """Return what draws ``pixels`` over so many cells; the cursor stays (C=1), the terminal does not answer (q=2)."""
    file = BytesIO()
    pixels.save(file, "PNG", compress_level=1)
    payload = standard_b64encode(file.getvalue()).decode("ascii")
    head = f"a=T,f=100,i={NUMBER},p=1,c={columns},r={rows},C=1,q=2,"
    pieces = []
    for start in range(0, len(payload), PIECE):
        more = int(start + PIECE < len(payload))
        pieces.append(f"\x1b_G{head}m={more};{payload[start : start + PIECE]}\x1b\\")
        head = "q=2,"
    return "".join(pieces)
