"""The library as the rest of the house sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from tui.library.browsing import Browsing
from tui.library.care import Caring
from tui.library.faults import told
from tui.library.keeping import Keeping
from tui.library.noting import Noting
from tui.library.opening import BUSY_SECONDS, open_file
from tui.library.pictures import Picturing
from tui.library.restoring import restore_file
from tui.library.searching import Searching
from tui.library.shelving import Shelving
from tui.library.store import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from tui.library.watching import Watch


class Library(Keeping, Shelving, Browsing, Searching, Noting, Picturing, Caring):
    """All that is kept, in one SQLite file.

    Synchronous: to be called from one thread at a time, not necessarily the one
    that opened it, and never from the event loop. Several may be open on the
    same file, in this process and in others. What a method has written is on
    disk for good when it returns; when it raises, the file is as it was.
    """

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime] = now,
        busy_seconds: float = BUSY_SECONDS,
        watch: Watch | None = None,
    ) -> Self:
        """Open the library at ``path``; a new one is made when there is none.

        Args:
            path: The file.
            clock: Tells the time, aware.
            busy_seconds: How long to wait for another copy that is writing.
            watch: Told while a large library of an older version is brought forward; it may end that.

        Raises:
            LibraryError: it is no library, is damaged or was cut to nothing, or can neither be read nor made.
        """
        connection, notice = open_file(path, busy_seconds, watch)
        return cls(path, connection, clock, notice)

    @staticmethod
    def restore(backup: Path, path: Path, watch: Watch | None = None) -> Path | None:
        """Put the copy ``backup`` in the place of the library at ``path``, which need not be readable any more.

        Args:
            backup: The copy.
            path: The library's file.
            watch: As for ``open``.

        Returns:
            Where the library that was there has been put; None when there was none.

        Raises:
            LibraryError: the copy is not sound, or the library could not be written; it is as it was.
        """
        return restore_file(backup, path, watch)

    def changed_elsewhere(self) -> bool:
        """Whether another copy wrote to the file since this was last asked."""
        with self._reading() as connection:
            seen, self._seen = self._seen, connection.execute("PRAGMA data_version").fetchone()[0]
            return seen is not None and seen != self._seen

    def close(self) -> None:
        """Close the file; nothing can be asked of this library afterwards."""
        with told(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
