"""The journal: one row for each thing that a person does, and doing it, undoing it and redoing it by that row.

A change is first written down as data that says both what was and what is to
be, then carried out from that data, so that undo and redo are the same road
walked the other way. ``standing`` of a row is ``done``, ``undone`` (can be
redone) or ``dropped`` (something else was done after it was undone).
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

from msgspec import json

from tui.library.applying import APPLY
from tui.library.model import Change
from tui.library.store import Store, from_seconds

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = "id, at, kind, text, articles, first, standing"
_LAST_DONE: Final = "SELECT id, kind, data FROM journal WHERE standing = 'done' ORDER BY id DESC LIMIT 1"
_FIRST_UNDONE: Final = "SELECT id, kind, data FROM journal WHERE standing = 'undone' ORDER BY id LIMIT 1"


def carry_out(connection: sqlite3.Connection, change: Change, data: dict[str, Any]) -> None:
    """Do what ``data`` says and write it down.

    Args:
        connection: Within a transaction.
        change: What it is, for people; its id is not looked at.
        data: As the functions of ``applying`` read it.
    """
    moment = int(change.at.timestamp())
    APPLY[change.kind](connection, data, True, latest_moment(connection, moment))
    connection.execute("UPDATE journal SET standing = 'dropped' WHERE standing = 'undone'")
    connection.execute(
        "INSERT INTO journal (at, kind, text, articles, first, data) VALUES (?, ?, ?, ?, ?, ?)",
        (moment, change.kind, change.text, change.articles, change.first, _pack(data)),
    )


def latest_moment(connection: sqlite3.Connection, moment: int) -> int:
    """Return ``moment``, or the latest one in the journal when the clock was set back since.

    What is deleted while the clock is wrong would else count as deleted long ago.
    """
    last = connection.execute("SELECT max(at) FROM journal").fetchone()[0]
    return max(moment, last or moment)


class Journaling(Store):
    """What the journal is for."""

    def undo(self) -> Change | None:
        """Take back the last change, also one made before a restart, and return it; None when there is none."""
        return self._walk(_LAST_DONE, forward=False)

    def redo(self) -> Change | None:
        """Do again what was undone last, and return it; None when there is nothing."""
        return self._walk(_FIRST_UNDONE, forward=True)

    def history(self, limit: int = 100) -> list[Change]:
        """Return what was done, the last first."""
        with self._reading() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY id DESC LIMIT ?", (limit,))
            return [_change(row) for row in rows]

    def _walk(self, which: str, *, forward: bool) -> Change | None:
        with self._writing() as connection:
            moment = latest_moment(connection, self._now())
            while row := connection.execute(which).fetchone():
                number, kind, data = row
                touched = APPLY[kind](connection, _unpack(data), forward, moment)
                standing = ("done" if forward else "undone") if touched else "dropped"
                connection.execute("UPDATE journal SET standing = ? WHERE id = ?", (standing, number))
                if touched:  # else all that it was about is gone for good: look further
                    return _change(connection.execute(_ONE, (number,)).fetchone())
        return None


_ONE: Final = f"SELECT {_COLUMNS} FROM journal WHERE id = ?"


def _change(row: tuple[Any, ...]) -> Change:
    number, at, kind, text, articles, first, standing = row
    return Change(number, from_seconds(at), kind, text, articles, first, undone=standing != "done")


def _pack(data: dict[str, Any]) -> bytes:
    return zlib.compress(json.encode(data), 1)


def _unpack(data: bytes) -> dict[str, Any]:
    unpacked: dict[str, Any] = json.decode(zlib.decompress(data))
    return unpacked
