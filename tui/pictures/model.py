"""What is wished for, and what a picture becomes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, json, msgpack

Rgb = tuple[int, int, int]

FIRST_INDEX = 16
"""First of the colours that are the same in every terminal of 256; those before it are its owner's."""


class Road(StrEnum):
    """How a picture gets onto the screen, the best first."""

    KITTY = "kitty"
    """The Kitty graphics protocol."""
    SIXEL = "sixel"
    """DEC sixel graphics."""
    BLOCKS = "blocks"
    """Half blocks in 24-bit colour: two pixels a cell, in any terminal."""
    WORDS = "words"
    """No picture; what the page says of it."""


class Wish(Struct, frozen=True):
    """A picture asked for: how, how large, on which ground."""

    road: Road
    columns: int
    """Most cells across, at least 1."""
    rows: int
    """Most cells down, at least 1."""
    cell_width: int = 10
    """Pixels of a cell across, as the terminal tells them, else a common size."""
    cell_height: int = 20
    """Pixels of a cell down."""
    ground: Rgb = (0, 0, 0)
    """What shows through where the picture is transparent."""
    colours: int = 256
    """Most colours for half blocks; fewer are drawn faster."""
    indexed: bool = False
    """Half blocks only: in the colours that every terminal of 256 has, since it knows no others."""


class Drawing(Struct, frozen=True):
    """A picture made ready for the screen, within the size wished for."""

    road: Road
    columns: int
    """Cells across."""
    rows: int
    """Cells down."""
    width: int
    """Pixels of the whole picture, turned upright."""
    height: int
    """Pixels of the whole picture, turned upright."""
    palette: bytes = b""
    """Half blocks only: red, green, blue for each colour."""
    cells: bytes = b""
    """Half blocks only: two indices into the palette for each cell, the upper and the lower half, row by row."""
    indexed: bool = False
    """Half blocks only: colour i of the palette is colour FIRST_INDEX + i of a terminal of 256."""
    escape: str = ""
    """Kitty and Sixel only: what draws it with the cursor at its upper left corner."""

    def colour(self, index: int) -> Rgb:
        """Return a colour of the palette."""
        red, green, blue = self.palette[3 * index : 3 * index + 3]
        return red, green, blue


class KeepLimits(Struct, frozen=True):
    """How large a kept picture may be; a larger one is made anew."""

    side: int = 1600
    """Longest side, in pixels."""
    size: int = 600_000
    """Largest file kept as it came, in bytes."""
    quality: int = 82
    """JPEG quality of a picture made anew, 1 to 95."""


class Kept(Struct, frozen=True):
    """A picture's file as the library keeps it; decoded once in full, so it is whole."""

    media_type: str
    """image/png, image/jpeg, image/gif or image/webp."""
    body: bytes
    width: int
    """Pixels, turned upright."""
    height: int
    """Pixels, turned upright."""


def encode_wish(wish: Wish) -> bytes:
    """Return ``wish`` as bytes, for the way to a child process."""
    return json.encode(wish)


def decode_wish(data: bytes) -> Wish:
    """Return the wish that ``encode_wish`` made ``data`` of."""
    return json.decode(data, type=Wish)


def encode_limits(limits: KeepLimits) -> bytes:
    """Return ``limits`` as bytes, for the way to a child process."""
    return json.encode(limits)


def decode_limits(data: bytes) -> KeepLimits:
    """Return the limits that ``encode_limits`` made ``data`` of."""
    return json.decode(data, type=KeepLimits)


def encode_drawing(drawing: Drawing) -> bytes:
    """Return ``drawing`` as bytes, for the way back."""
    return msgpack.encode(drawing)


def decode_drawing(data: bytes) -> Drawing:
    """Return the drawing that ``encode_drawing`` made ``data`` of."""
    return msgpack.decode(data, type=Drawing)


def encode_kept(kept: Kept) -> bytes:
    """Return ``kept`` as bytes, for the way back."""
    return msgpack.encode(kept)


def decode_kept(data: bytes) -> Kept:
    """Return what ``encode_kept`` made ``data`` of."""
    return msgpack.decode(data, type=Kept)


def pack_parcel(head: bytes, body: bytes) -> bytes:
    """Return a head without line breaks and a body as one."""
    return head + b"\n" + body


def split_parcel(data: bytes) -> tuple[bytes, bytes]:
    """Return the head and the body of ``pack_parcel``."""
    head, _, body = data.partition(b"\n")
    return head, body
