"""What is asked of the network and what comes back, before it is a page or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.fetch.addresses import Origin
    from tui.fetch.model import Progress

CUT_SHORT = "The page was cut off on its way here: its end may be missing."
UNSAFE = "The way to this page led from a safe address (https) to an open one (http)."


class Ask(Struct, frozen=True):
    """What is wanted, and within which bounds."""

    url: str
    """Clean http(s) address."""
    accept: str
    """The Accept header."""
    limit: int
    """Most bytes of the body after decompression."""
    check: Callable[[str, str, bytes], object]
    """Called with host, declared media type and first bytes; raises when this is not what is wanted."""
    trusted: Origin | None = None
    """The place that a person typed: it may be private. None when nothing may."""
    validators: tuple[tuple[str, str], ...] = ()
    """Headers that ask for the page only if it changed; sent to ``validated`` alone."""
    validated: str = ""
    """The address that ``validators`` came from."""
    progress: Callable[[Progress], None] | None = None
    """Told how far it is, on the event loop."""


class Answer(Struct, frozen=True):
    """What came."""

    url: str
    """After redirections."""
    body: bytes = b""
    """Decompressed."""
    content_type: str = ""
    """The header as it was sent."""
    etag: str = ""
    """The header as it was sent."""
    last_modified: str = ""
    """The header as it was sent."""
    unchanged: bool = False
    """The server says that the page is as the validators say (304); there is no body."""
    cut: bool = False
    """The body ended before its end."""
    warnings: tuple[str, ...] = ()
    """What a reader should know of it."""
