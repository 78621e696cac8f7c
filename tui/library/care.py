"""Care of the file: is it sound, a copy of it, back from a copy, smaller, how much is in it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tui.errors import LibraryError
from tui.library.faults import told
from tui.library.indexing import take_out_quotes, take_out_text
from tui.library.model import State, Stats
from tui.library.opening import copy_database
from tui.library.pictures import drop_orphans
from tui.library.store import Store

if TYPE_CHECKING:
    from pathlib import Path

KEEP_DELETED = timedelta(days=30)
"""How long the bin holds what is in it."""

MOST_FINDINGS = 20
"""How many faults ``check`` lists."""

_INDICES: Final = ("text_index", "quote_index")
_DUE: Final = "SELECT id FROM articles WHERE state IN ('deleted', 'withdrawn') AND moved <= ? LIMIT ?"
_COUNTS: Final = """
    SELECT (SELECT coalesce(sum(quotes), 0) FROM articles WHERE state <> 'withdrawn'),
           (SELECT count(*) FROM pictures),
           (SELECT coalesce(sum(size), 0) FROM pictures),
           (SELECT count(*) FROM versions WHERE NOT withdrawn),
           (SELECT count(DISTINCT key) FROM tags),
           (SELECT count(*) FROM journal)
"""


class Caring(Store):
    """What ``pullquote library`` does."""

    def check(self) -> list[str]:
        """Return what is wrong with the file, as sentences; none when it is sound."""
        findings: list[str] = []
        with self._reading() as connection:
            rows = connection.execute(f"PRAGMA integrity_check({MOST_FINDINGS})").fetchall()
            findings += [f"The file is damaged: {text}." for (text,) in rows if text != "ok"]
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                findings.append("Something belongs to an article that is not there.")
            if findings or self.notice:  # looking at the indices needs the right to write
                return findings
        with self._writing() as connection:
            return [
                f"What is searched ({index}) is out of step with the articles; “pullquote library compact” mends that."
                for index in _INDICES
                if not _is_in_step(connection, index)
            ]

    def backup(self, target: Path) -> Path:
        """Write a copy of the library to ``target`` while it is in use, whole or not at all; return its path.

        Raises:
            LibraryError: it could not be written there; what was there before stays.
        """
        if target.is_dir():
            target = target / self.path.name
        if target.exists() and target.samefile(self.path):
            raise LibraryError(f"{target} is the library itself; give another place for the copy.")
        with told(target):
            copy_database(self._connection, target)
        return target

    def compact(self) -> int:
        """Give unused space back and put the indices in order; return by how many bytes the file shrank."""
        with self._writing() as connection:
            for index in _INDICES:
                order = "optimize" if _is_in_step(connection, index) else "rebuild"
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('{order}')")
        with self._reading() as connection:
            before = _size(connection)
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return max(0, before - _size(connection))

    def purge_deleted(self, most: int = -1) -> int:
        """Take away for good what has been in the bin (or undone) for 30 days, and return how many articles that was.

        Args:
            most: How many at most, so that others get their turn in between; -1 for all.
        """
        wanted = (self._now() - int(KEEP_DELETED.total_seconds()), most)
        with self._reading() as connection:
            if connection.execute(_DUE, wanted).fetchone() is None:
                return 0  # nearly always; nobody needs to wait for a transaction then
        with self._writing() as connection:
            due = connection.execute(_DUE, wanted).fetchall()
            for (article_id,) in due:
                take_out_text(connection, article_id)
                take_out_quotes(connection, article_id)
                connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
            drop_orphans(connection)
        return len(due)

    def stats(self) -> Stats:
        """Return how much there is."""
        with self._reading() as connection:
            tallies = connection.execute("SELECT state, read, number FROM tallies").fetchall()
            counts = connection.execute(_COUNTS).fetchone()
            quotes, pictures, picture_bytes, versions, tags, changes = counts
            return Stats(
                articles={state: sum(n for name, _, n in tallies if name == state) for state in State},
                unread=sum(n for name, read, n in tallies if not read and name not in ("deleted", "withdrawn")),
                quotes=quotes,
                pictures=pictures,
                picture_bytes=picture_bytes,
                versions=versions,
                tags=tags,
                changes=changes,
                file_bytes=_size(connection),
                free_bytes=_pragma(connection, "freelist_count") * _pragma(connection, "page_size"),
                schema=_pragma(connection, "user_version"),
            )


def _is_in_step(connection: sqlite3.Connection, index: str) -> bool:
    """Whether an index says of each text what the text says (FTS5, "The 'integrity-check' Command")."""
    try:
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True


def _size(connection: sqlite3.Connection) -> int:
    return _pragma(connection, "page_count") * _pragma(connection, "page_size")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
