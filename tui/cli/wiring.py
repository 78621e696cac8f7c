"""Builds the library, the clients and the service: the only place that does."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tui.cli.streams import narrate
from tui.errors import NotKept
from tui.library import Library
from tui.reading import Clients, LibraryDesk, Reading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tui.library.watching import Watch
    from tui.settings import Settings


SILENT_SECONDS = 10.0
"""How long after a word about what takes long the next one comes."""


@asynccontextmanager
async def open_reading(settings: Settings, watch: Watch | None = None) -> AsyncIterator[Reading]:
    """Give the service, and close everything behind it afterwards.

    Args:
        settings: What the person set.
        watch: Told, in another thread, why the library is not open yet.
    """
    desk = LibraryDesk(settings.library, watch)
    async with Clients() as clients:
        try:
            yield Reading(desk, clients, picture_side=settings.picture_side)
        finally:
            await desk.close()


def open_library(path: Path) -> Library:
    """Return the library alone, for commands that neither fetch nor extract; it closes as a context manager.

    Raises:
        NotKept: there is none; reading never makes one.
    """
    if not path.exists():
        raise NotKept(f"There is no library yet at {path}; “pullquote save” makes one.")
    library = Library.open(path, watch=narrating())
    if library.notice:
        narrate(library.notice)
    return library


def narrating() -> Watch:
    """Return what narrates now and then why the library is not open yet, and lets that go on."""
    due = 0.0

    def tell(doing: str) -> bool:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + SILENT_SECONDS
            narrate(f"{doing} …")
        return True

    return tell
