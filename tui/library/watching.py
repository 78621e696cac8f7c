"""Long work on the file, watched: told while it lasts, and ended when nobody waits for it any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.errors import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

Watch = Callable[[str], bool]
"""Told twice a second what is going on; returns whether to go on."""

TELL_SECONDS = 0.5
"""How often: what is done sooner is not told at all."""

_STEPS = 2_000
"""SQLite's steps between two looks at the clock; rebuilding an index of texts takes few and long ones."""
_WHAT = "New library layout, needed once"


@contextmanager
def watched(connection: sqlite3.Connection, watch: Watch | None) -> Iterator[None]:
    """Tell ``watch`` how long SQLite has been at work within; SQLite breaks off where it does not want it to go on."""
    began = time.monotonic()
    due = began + TELL_SECONDS

    def tick() -> int:
        nonlocal due
        moment = time.monotonic()
        if watch is None or moment < due:
            return 0
        due = moment + TELL_SECONDS
        return 0 if watch(f"{_WHAT}: {moment - began:.0f} s so far") else 1

    if watch is not None:
        connection.set_progress_handler(tick, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def watched_copy(watch: Watch | None) -> Callable[[int, int, int], None]:
    """Return what SQLite's backup is to call after each part of a copy.

    Raises:
        LibraryError: in the call, when ``watch`` does not want it to go on.
    """
    due = time.monotonic() + TELL_SECONDS

    def told(_status: int, remaining: int, total: int) -> None:
        nonlocal due
        moment = time.monotonic()
        if watch is None or moment < due:
            return
        due = moment + TELL_SECONDS
        if not watch(f"{_WHAT}: {100 * (total - remaining) // max(1, total)} % copied"):
            raise LibraryError("The library was not brought to its new layout; it is as it was.")

    return told
