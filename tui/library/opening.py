"""Opening the file: telling a library from anything else, and bringing it to the present layout."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tui.errors import LibraryDamaged, LibraryError, LibraryReadOnly
from tui.library.faults import damaged, is_busy, told
from tui.library.schema import APPLICATION_ID, MIGRATIONS, NEWEST
from tui.library.watching import watched, watched_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.library.watching import Watch

BUSY_SECONDS = 10.0
"""How long to wait for another copy that is writing."""

MARKER = "-kept"
"""Ending of the small file beside the library which says that it is not new; see ``_refuse_loss``."""

_MARKER_TEXT = (
    "Pullquote keeps this file beside its library. If the library is ever found empty or gone while this file is "
    "here, Pullquote says so instead of beginning a new one in silence. To begin a new one, remove this file.\n"
)
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -8000",
    "PRAGMA journal_size_limit = 67108864",
)


def open_file(
    path: Path, busy_seconds: float = BUSY_SECONDS, watch: Watch | None = None
) -> tuple[sqlite3.Connection, str]:
    """Return a connection to the library at ``path``, made when there is none, and why it is read only, or "".

    Bringing a large library to a new layout takes minutes: ``watch`` is told.

    Raises:
        LibraryError: it is no library, is damaged, or can neither be read nor made.
    """
    with told(path):
        if path.is_dir():
            raise LibraryError(f"{path} is a directory; the library is a file. Give its path with --library PATH.")
        _refuse_loss(path)
        if not path.exists():
            _create(path)
        elif not os.access(path, os.R_OK):
            raise LibraryReadOnly(f"The library {path} may not be read here: no permission.")
        elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            return _open_read_only(path), f"The library {path} may not be written here, so nothing can be changed."
        connection = _connect(path, "mode=rw", busy_seconds)
        try:
            notice = _prepare(connection, path, busy_seconds, watch)
        except BaseException:
            connection.close()
            raise
        return connection, notice


def marker_path(path: Path) -> Path:
    """Return where the marker of the library at ``path`` is."""
    return path.with_name(path.name + MARKER)


def copy_database(source: sqlite3.Connection, target: Path, watch: Watch | None = None) -> None:
    """Write a copy of ``source`` to ``target``, whole or not at all, while others may go on writing."""
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        _touch(draft)
        with closing(sqlite3.connect(draft)) as copy:
            source.backup(copy, pages=2_000, progress=watched_copy(watch), sleep=0.001)
            copy.execute("PRAGMA journal_mode = DELETE")
        _sync(draft)
        draft.replace(target)
        _sync(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _refuse_loss(path: Path) -> None:
    """Raise if the library was cut to nothing: SQLite would open that as a new one without a word."""
    size = path.stat().st_size if path.exists() else None
    if size or not marker_path(path).exists():
        return
    what = "is gone" if size is None else "is empty (0 bytes)"
    raise LibraryDamaged(
        f"The library {path} {what}, though articles were kept there. Bring back a copy with “pullquote library "
        f"restore PATH”; or, to begin a new one, remove {marker_path(path)}."
    )


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _touch(path)


def _touch(path: Path) -> None:
    """Make an empty file that only its owner may read: what people read is nobody else's business."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(path: Path, options: str, busy_seconds: float) -> sqlite3.Connection:
    # Used from one thread at a time, not always the one that opened it: see Library.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )


def _open_read_only(path: Path) -> sqlite3.Connection:
    """Open a file that may not be written; without its -shm file SQLite needs to be told that nobody else writes."""
    for options in ("mode=ro", "mode=ro&immutable=1"):
        connection = _connect(path, options, BUSY_SECONDS)
        try:
            look_at(connection, path)
        except sqlite3.OperationalError:
            connection.close()
        else:
            return connection
    raise LibraryReadOnly(f"The library {path} can be read here only after it was closed by whoever may write it.")


def _prepare(connection: sqlite3.Connection, path: Path, busy_seconds: float, watch: Watch | None) -> str:
    version = look_at(connection, path)
    if version > NEWEST:
        connection.execute("PRAGMA query_only = ON")
        return (
            f"The library {path} was written by a newer Pullquote (layout {version}, this one knows {NEWEST}): "
            "it can be read, but not changed. Update Pullquote to change it."
        )
    _use_wal(connection, busy_seconds)
    for setting in _SETTINGS:
        connection.execute(setting)
    if 0 < version < NEWEST:
        copy_database(connection, path.with_name(f"{path.name}.layout-{version}.backup"), watch)
    with watched(connection, watch):
        for step in range(version, NEWEST):
            _migrate(connection, step)
    _mark(path)
    return ""


def look_at(connection: sqlite3.Connection, path: Path) -> int:
    """Return the layout's version, having written nothing; 0 for an empty file."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
            raise damaged(path, "is no library, or its beginning is destroyed") from error
        raise
    if application != APPLICATION_ID and (application or tables):
        raise LibraryDamaged(f"{path} is a database of another program, not a Pullquote library; nothing was changed.")
    return version


def _use_wal(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch to write-ahead logging once; two copies that do it at once do not wait for each other by themselves."""
    deadline = time.monotonic() + busy_seconds
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _migrate(connection: sqlite3.Connection, step: int) -> None:
    with _transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] > step:
            return  # another copy was quicker
        for statement in MIGRATIONS[step]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step + 1}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


def _mark(path: Path) -> None:
    marker = marker_path(path)
    if not marker.exists():
        marker.write_text(_MARKER_TEXT, encoding="utf-8")
        _sync(marker)
        _sync(path.parent)
