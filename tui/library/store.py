"""The open file: reading from it, and writing to it in whole transactions."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui.errors import LibraryReadOnly
from tui.library.faults import damaged, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """Return the time, aware UTC."""
    return datetime.now(UTC)


def to_seconds(moment: datetime) -> int:
    """Return an aware moment as whole seconds since 1970."""
    return (moment - _EPOCH) // timedelta(seconds=1)


def from_seconds(seconds: int) -> datetime:
    """Return the moment that ``to_seconds`` was given, to the second, in UTC."""
    return _EPOCH + timedelta(seconds=seconds)


def fingerprint(data: bytes, size: int) -> bytes:
    """Return the BLAKE2b digest of ``data``, ``size`` bytes long."""
    from hashlib import blake2b  # noqa: PLC0415  OpenSSL comes with it: 4 ms of every start

    return blake2b(data, digest_size=size).digest()


class Store:
    """A library's file, open. What the library can do is in the classes that build on this."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Callable[[], datetime], notice: str) -> None:
        self.path = path
        """The file."""
        self.notice = notice
        """Why it is read only, as a sentence; empty when it can be written."""
        self._connection = connection
        self._clock = clock
        self._seen: int | None = None

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reading; what fails within is told.

        Raises:
            LibraryError: the file could not be read.
        """
        with told(self.path):
            try:
                yield self._connection
            except (ValueError, zlib.error) as error:  # of an article's bytes: only damage makes them unreadable
                raise damaged(self.path) from error
            except (TypeError, sqlite3.IntegrityError) as error:  # what was just written is not there, …
                if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                    raise  # the file is not to blame
                raise damaged(self.path) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection within a transaction, on disk for good when this ends, undone when it fails.

        Raises:
            LibraryError: it could not be written; the file is as it was.
        """
        if self.notice:
            raise LibraryReadOnly(self.notice)
        connection = self._connection
        with self._reading():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.rollback()

    def _now(self) -> int:
        return to_seconds(self._clock())
