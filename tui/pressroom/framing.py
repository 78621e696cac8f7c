"""What goes through the pipe between the pressroom and its child: a head in JSON and a body in bytes.

Nothing here can run code when it is read, as a pickle could: the child works
on hostile pages, and the parent does not take its word for more than data.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

from msgspec import convert, to_builtins
from msgspec.structs import replace

from tui.article import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = struct.Struct("!II")
"""Before each frame: the length of its head and of its body, in bytes."""

LARGEST_HEAD = 64 * 1024
"""Longer heads are no heads of ours."""

LARGEST_BODY = 256 * 1024 * 1024
"""Longer bodies are no bodies of ours: a page is 20 MB at most, and its article not many times as long."""

Head = dict[str, Any]


def pack_frame(head: Head, size: int) -> bytes:
    """Return all of a frame that goes before its body of ``size`` bytes."""
    encoded = json.dumps(head).encode("ascii")
    return LENGTHS.pack(len(encoded), size) + encoded


def unpack_lengths(data: bytes) -> tuple[int, int]:
    """Return the lengths of head and body.

    Raises:
        ValueError: These are no lengths of ours.
    """
    head, body = LENGTHS.unpack(data)
    if head > LARGEST_HEAD or body > LARGEST_BODY:
        message = "this frame is too large to be one"
        raise ValueError(message)
    return head, body


def unpack_head(data: bytes) -> Head:
    """Return the head.

    Raises:
        ValueError: It is none.
    """
    head = json.loads(data)
    if not isinstance(head, dict):
        message = "a frame's head is an object"
        raise ValueError(message)  # noqa: TRY004 - what is wrong is the data, not a type in our code
    return head


def pack_parts(parts: Sequence[bytes]) -> bytes:
    """Return ``parts`` as one body."""
    return b"".join(piece for part in parts for piece in (struct.pack("!I", len(part)), part))


def unpack_parts(data: bytes) -> list[bytes]:
    """Return the parts of a body made by ``pack_parts``.

    Raises:
        ValueError: It is none.
    """
    parts = []
    at = 0
    while at < len(data):
        if at + 4 > len(data):
            break
        (size,) = struct.unpack_from("!I", data, at)
        parts.append(data[at + 4 : at + 4 + size])
        at += 4 + size
    if at != len(data):
        message = "a body of parts is cut short"
        raise ValueError(message)
    return parts


def pack_page(page: Page) -> bytes:
    """Return ``page`` as a body."""
    fields = to_builtins(replace(page, body=b""))
    return pack_parts([json.dumps(fields).encode("ascii"), page.body])  # a path need be no UTF-8, as msgspec's must


def unpack_page(data: bytes) -> Page:
    """Return the page that ``pack_page`` packed.

    Raises:
        ValueError: It is none.
    """
    head, body = unpack_parts(data)
    return replace(convert(json.loads(head), Page), body=body)
