"""What a person does with kept articles: shelves, read marks, tags, places, folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json

from tui.article import clean_line
from tui.errors import UsageError
from tui.library.journal import Journaling, carry_out
from tui.library.model import Change, SavedQuery, State, View
from tui.library.query import parse_query
from tui.library.selecting import select
from tui.library.store import from_seconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from tui.article import Place

TAG_LIMIT = 100
"""Longest tag and longest name of a folder, in code points."""

_DONE = {
    State.INBOX: "Moved {} to the inbox",
    State.SAVED: "Saved {}",
    State.ARCHIVED: "Archived {}",
    State.DELETED: "Deleted {}",
}


class Shelving(Journaling):
    """Changes that a person makes. Each is one transaction and one row of the journal, or none if nothing changes."""

    def set_state(self, ids: Iterable[int], state: State) -> int:
        """Put articles on a shelf and return how many were not there yet."""
        with self._writing() as connection:
            found = connection.execute(
                "SELECT id, state FROM articles WHERE id IN (SELECT value FROM json_each(?)) "
                "AND state NOT IN (?, 'withdrawn') ORDER BY id",
                (_as_json(ids), state.value),
            ).fetchall()
            old: dict[str, list[int]] = {}
            for number, was in found:
                old.setdefault(was, []).append(number)
            touched = [number for number, _ in found]
            self._record(connection, "state", _DONE[state], touched, {"old": old, "new": state.value})
            return len(touched)

    def delete(self, ids: Iterable[int]) -> int:
        """Put articles in the bin, where they stay for 30 days, and return how many were not there yet."""
        return self.set_state(ids, State.DELETED)

    def set_read(self, ids: Iterable[int], read: bool) -> int:
        """Mark articles read or unread and return how many were not so yet."""
        with self._writing() as connection:
            return self._set_read(connection, _existing(connection, ids, "read <> ?", int(read)), read=read)

    def mark_all_read(self, view: View | None = None) -> int:
        """Mark all that a view shows read, everything when None, and return how many were unread."""
        selection = select(view or View(), self._clock().date())
        where, values = selection.where()
        with self._writing() as connection:
            rows = connection.execute(f"SELECT id FROM articles WHERE {where} AND NOT read ORDER BY id", values)
            return self._set_read(connection, [number for (number,) in rows], read=True)

    def tag(self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> int:
        """Give articles tags, and take tags from them; return how many articles changed.

        Capitals make no difference between two tags.
        """
        adding, removing = _tags(add), _tags(remove)
        with self._writing() as connection:
            known = _existing(connection, ids, "?", 1)
            has = {
                (article, key): tag
                for article, key, tag in connection.execute(
                    "SELECT article, key, tag FROM tags WHERE article IN (SELECT value FROM json_each(?))",
                    (_as_json(known),),
                )
            }
            added = [(one, key, tag) for one in known for key, tag in adding.items() if (one, key) not in has]
            gone = [(one, key, has[one, key]) for one in known for key in removing if (one, key) in has]
            gone = [entry for entry in gone if entry[1] not in adding]
            touched = sorted({entry[0] for entry in (*added, *gone)})
            text = _tag_text(list(adding.values()), list(removing.values()))
            self._record(connection, "tags", text, touched, {"added": added, "removed": gone})
            return len(touched)

    def set_place(self, article_id: int, place: Place | None, progress: float, *, read: bool = False) -> None:
        """Remember where reading stopped. No change of the journal, and cheap: the disk is not waited for.

        Args:
            article_id: The article; nothing happens when it is gone, or the library is read only.
            place: Where; None for the beginning.
            progress: How far that is, 0 to 1.
            read: Whether it was read to its end; it counts as read then, else it stays what it was.
        """
        if self.notice:
            return
        where = (place.block, place.start, place.end) if place else (None, None, None)
        connection = self._connection
        connection.execute("PRAGMA synchronous = NORMAL")
        try:
            with self._writing():
                connection.execute(
                    "UPDATE articles SET place_block = ?, place_start = ?, place_end = ?, progress = ?, "
                    "read = max(read, ?) WHERE id = ?",
                    (*where, min(1.0, max(0.0, progress)), int(read), article_id),
                )
        finally:
            connection.execute("PRAGMA synchronous = FULL")

    def save_query(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of the one that had it.

        Raises:
            QueryError: it cannot be understood.
            UsageError: the name is empty.
        """
        parse_query(query, today=self._clock().date())
        name = clean_line(name, TAG_LIMIT)
        if not name:
            raise UsageError("A folder needs a name.")
        self._set_query(name, clean_line(query))

    def remove_query(self, name: str) -> None:
        """Forget a saved query."""
        self._set_query(name, None)

    def saved_queries(self) -> list[SavedQuery]:
        """Return the saved queries by name."""
        with self._reading() as connection:
            rows = connection.execute("SELECT name, query FROM queries").fetchall()
        return sorted((SavedQuery(*row) for row in rows), key=lambda saved: saved.name.casefold())

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags in use by name, each with how many articles outside the bin have it."""
        with self._reading() as connection:
            return connection.execute(
                "SELECT max(tag), count(*) FROM tags JOIN articles ON articles.id = tags.article "
                "WHERE state NOT IN ('deleted', 'withdrawn') GROUP BY key ORDER BY key"
            ).fetchall()

    def _set_read(self, connection: sqlite3.Connection, ids: Sequence[int], *, read: bool) -> int:
        text = "Marked {} " + ("read" if read else "unread")
        self._record(connection, "read", text, ids, {"ids": list(ids), "new": int(read)})
        return len(ids)

    def _set_query(self, name: str, query: str | None) -> None:
        with self._writing() as connection:
            old = connection.execute("SELECT query FROM queries WHERE name = ?", (name,)).fetchone()
            was = old[0] if old else None
            if was != query:
                text = f"{'Removed' if query is None else 'Made' if was is None else 'Changed'} the folder “{name}”"
                change = Change(0, from_seconds(self._now()), "query", text, 0, None)
                carry_out(connection, change, {"name": name, "old": was, "new": query})

    def _record(
        self, connection: sqlite3.Connection, kind: str, text: str, touched: Sequence[int], data: dict[str, Any]
    ) -> None:
        """Carry a change out and write it down, if there is anything to it."""
        if not touched:
            return
        told = text.replace("{}", _named(connection, touched))
        change = Change(0, from_seconds(self._now()), kind, told, len(touched), touched[0])
        carry_out(connection, change, data)


def _named(connection: sqlite3.Connection, ids: Sequence[int]) -> str:
    if len(ids) > 1:
        return f"{len(ids)} articles"
    title, address = connection.execute("SELECT title, address FROM articles WHERE id = ?", (ids[0],)).fetchone()
    return f"“{clean_line(title or address, 80)}”"


def _existing(connection: sqlite3.Connection, ids: Iterable[int], condition: str, value: int) -> list[int]:
    rows = connection.execute(
        "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'withdrawn' "
        f"AND {condition} ORDER BY id",
        (_as_json(ids), value),
    )
    return [number for (number,) in rows]


def _as_json(ids: Iterable[int]) -> str:
    return json.encode(list(ids)).decode()


def _tags(tags: Iterable[str]) -> dict[str, str]:
    clean = (clean_line(tag, TAG_LIMIT) for tag in tags)
    return {tag.casefold(): tag for tag in clean if tag}


def _tag_text(added: list[str], removed: list[str]) -> str:
    if added and removed:
        return f"Tagged {{}} {', '.join(added)}, no longer {', '.join(removed)}"
    return f"Tagged {{}} {', '.join(added)}" if added else f"Took {', '.join(removed)} from {{}}"
