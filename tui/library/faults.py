"""What SQLite raises, told as the errors of the house, with a sentence for the person."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tui.errors import DiskFull, LibraryBusy, LibraryDamaged, LibraryError, LibraryReadOnly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WRITE_FAULTS: Final = frozenset({
    sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_SHMSIZE,
})  # fmt: skip
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_FORBIDDEN: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise within into a ``LibraryError``.

    A mistake of our own (a constraint, a query not quoted, a closed library)
    passes, so that it is seen.
    """
    try:
        yield
    except sqlite3.Error as error:
        told_error = _translated(error, path)
        if told_error is None:
            raise
        raise told_error from error
    except UnicodeDecodeError as error:  # of a message about a damaged schema, or a damaged text
        raise damaged(path) from error
    except OSError as error:
        raise translated_os_error(error, path) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way."""
    return _code(error) & 0xFF in _BUSY


def translated_os_error(error: OSError, path: Path) -> LibraryError:
    """Return the error to raise for what the file system said of ``path``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return LibraryReadOnly(f"{path} may not be written: {error.strerror}. Give another place with --library PATH.")
    return LibraryError(f"{path} cannot be used as a library: {error.strerror or error}.")


def damaged(path: Path, what: str = "is damaged") -> LibraryDamaged:
    """Return the error for a file that cannot be trusted."""
    return LibraryDamaged(
        f"The library {path} {what}; nothing was changed. "
        "Look at it with “pullquote library check”, or bring back a copy with “pullquote library restore PATH”."
    )


def _full(path: Path) -> DiskFull:
    return DiskFull(
        f"There is no space left for the library {path}; nothing of this was kept, and all that was kept before "
        "is there. Make room on the disk and try again."
    )


def _translated(error: sqlite3.Error, path: Path) -> LibraryError | None:
    code, message = _code(error), str(error)
    primary = code & 0xFF
    # Our own SQL is right, so when it is not understood, what the file says of itself is wrong.
    misread = primary == sqlite3.SQLITE_ERROR and not message.startswith("fts5: syntax error")
    if primary in _DAMAGED or misread or message.startswith("Could not decode"):
        return damaged(path, f"is damaged ({message})")
    if primary in _BUSY:
        return LibraryBusy(f"Another copy of Pullquote holds the library {path} just now; try again in a moment.")
    if primary == sqlite3.SQLITE_FULL or code in _WRITE_FAULTS:
        return _full(path)
    if primary in _FORBIDDEN:
        return LibraryReadOnly(f"The library {path} may not be written; nothing was changed.")
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT):
        return LibraryError(f"The library {path} could not do this ({message}); nothing was changed.")
    return None


def _code(error: sqlite3.Error) -> int:
    """SQLite's extended result code; 0 when the error is the Python module's own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code
