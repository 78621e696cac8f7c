"""Bringing a library back from a copy, also when the library itself can no longer be opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tui.errors import LibraryDamaged, LibraryReadOnly, SourceError
from tui.library.faults import told
from tui.library.opening import copy_database, look_at, open_file
from tui.library.schema import NEWEST

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.watching import Watch

SIDE_FILES = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a database."""


def restore_file(backup: Path, path: Path, watch: Watch | None = None) -> Path | None:
    """Put the copy ``backup`` in the place of the library ``path``; return where the library went, if there was one.

    A sound library is overwritten within SQLite, so that other running copies
    see it and go on; it is copied aside first. A broken one is moved aside.

    Raises:
        LibraryError: the copy is not sound, or the library could not be written; it is as it was.
    """
    if not backup.is_file():
        raise SourceError(f"{backup} is not there; nothing was restored.")
    with told(backup), closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as source:
        _refuse_unsound(source, backup)
        try:
            connection, notice = open_file(path, watch=watch) if path.exists() else (None, "")
        except LibraryDamaged:
            connection, notice = None, ""
        if notice:
            raise LibraryReadOnly(notice)
        with told(path):
            aside = _replace_broken(source, path) if connection is None else _overwrite(source, connection, path)
    open_file(path, watch=watch)[0].close()  # brings it to the present layout, and says if anything is wrong with it
    return aside


def _refuse_unsound(source: sqlite3.Connection, backup: Path) -> None:
    version = look_at(source, backup)
    if version > NEWEST:
        raise LibraryReadOnly(f"{backup} was written by a newer Pullquote; update Pullquote to restore it.")
    if version == 0 or source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise LibraryDamaged(f"{backup} is no sound copy of a library; nothing was restored.")


def _overwrite(source: sqlite3.Connection, connection: sqlite3.Connection, path: Path) -> Path:
    aside = _free(path, "before-restore")
    with closing(connection):
        copy_database(connection, aside)
        source.backup(connection)
    return aside


def _replace_broken(source: sqlite3.Connection, path: Path) -> Path | None:
    aside = _free(path, "damaged")
    there = path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    for ending in ("", *SIDE_FILES):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    copy_database(source, path)
    return aside if there else None


def _free(path: Path, why: str) -> Path:
    number = 1
    while (free := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    return free
