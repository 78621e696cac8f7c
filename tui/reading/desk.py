"""The library behind one thread, so that no SQL ever runs on the event loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library.watching import Watch

P = ParamSpec("P")
T = TypeVar("T")


class LibraryDesk:
    """Runs a library's methods one after another, in a thread of their own.

    ``await desk(Library.rows, view, 0, 128)`` is ``library.rows(view, 0, 128)``
    off the event loop. The file is opened at the first call.
    """

    def __init__(self, path: Path, watch: Watch | None = None) -> None:
        """Args: the library's file, and who is told, in the thread, while it is brought to a new layout."""
        self.path = path
        """The library's file."""
        self.doing = ""
        """What opening the library is held up by; empty as a rule."""
        self._told = watch
        self._closing = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._library: Library | None = None

    async def __call__(self, method: Callable[Concatenate[Library, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return ``method(library, *args, **kwargs)``; what it raises is raised here."""
        call = partial(self._run, method, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    async def close(self) -> None:
        """Finish what was asked and close the file; a library that is being brought forward stays as it was."""
        self._closing = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    def _run(self, method: Callable[Concatenate[Library, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._library is None:
            try:
                self._library = Library.open(self.path, watch=self._watch)
            finally:
                self.doing = ""
        return method(self._library, *args, **kwargs)

    def _watch(self, doing: str) -> bool:
        self.doing = doing
        return not self._closing and (self._told is None or self._told(doing))

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
