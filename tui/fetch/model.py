"""What a fetch is bounded by, what it reports on its way, and what a picture comes back as."""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 1024 * 1024


class Limits(Struct, frozen=True):
    """The bounds of one fetch, all of them hard."""

    seconds: float = 20.0
    """The whole request: look-up, every redirection, the last byte."""
    page_bytes: int = 20 * MEGABYTE
    """Largest page, in bytes after decompression."""
    picture_bytes: int = 10 * MEGABYTE
    """Largest picture, in bytes after decompression."""
    redirects: int = 10
    """How many redirections are followed."""
    at_once: int = 12
    """How many fetches run side by side; more wait their turn, and their time starts then."""


class Progress(Struct, frozen=True):
    """How far a fetch has come; reported about ten times a second."""

    host: str
    """Whom it is talking to now; changes with a redirection."""
    received: int
    """Bytes of the body so far, as sent (before decompression); 0 until the first one."""
    total: int
    """Bytes of the body as the server announces them; 0 when it does not."""
    done: bool = False
    """Whether all of the body is there."""


class Picture(Struct, frozen=True):
    """A picture's file, as the server sent it."""

    url: str
    """Address after redirects."""
    media_type: str
    """Told by its first bytes, never by the server: image/png, image/jpeg, image/gif or image/webp."""
    body: bytes
    """The file. Complete: a picture cut short is a failure."""
