"""Carrying out a change, forward or backward, from the journal's data. Each returns how many things it found to change.

What a change was about may be gone for good by the time it is undone; then it
is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from msgspec import json

from tui.library.presenting import present, present_quotes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_AMONG = "id IN (SELECT value FROM json_each(?))"


class Apply(Protocol):
    """Carry out ``data`` at ``moment``, forward or backward."""

    def __call__(self, connection: sqlite3.Connection, data: dict[str, Any], forward: bool, moment: int, /) -> int:
        """Return how many things it found to change."""


def apply_keep(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, moment: int) -> int:
    """``items``: each an article's ``id`` and pairs (before, after) of what keeping changes in it."""
    return sum(_apply_kept(connection, item, int(forward), moment) for item in data["items"])


def apply_state(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, moment: int) -> int:
    """``old``: state to ids; ``new``: the state that all of them get."""
    return sum(
        connection.execute(
            f"UPDATE articles SET state = ?, moved = ? WHERE {_AMONG} AND state <> 'withdrawn'",
            (data["new"] if forward else old, moment, json.encode(ids).decode()),
        ).rowcount
        for old, ids in data["old"].items()
    )


def apply_read(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, _moment: int) -> int:
    """``ids``: articles that were not ``new``, which is 0 or 1."""
    new = data["new"] if forward else 1 - data["new"]
    return connection.execute(
        f"UPDATE articles SET read = ? WHERE {_AMONG}", (new, json.encode(data["ids"]).decode())
    ).rowcount


def apply_tags(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, _moment: int) -> int:
    """``added``, ``removed``: lists of article, key, tag."""
    put, take = (data["added"], data["removed"]) if forward else (data["removed"], data["added"])
    taken = connection.executemany("DELETE FROM tags WHERE article = ? AND key = ? AND tag = ?", take).rowcount
    added = connection.executemany(
        "INSERT OR REPLACE INTO tags (article, key, tag) SELECT ?1, ?2, ?3 WHERE EXISTS "
        "(SELECT 1 FROM articles WHERE id = ?1)",
        put,
    ).rowcount
    return max(0, taken) + max(0, added)


def apply_note(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, _moment: int) -> int:
    """``article``; ``old``, ``new``: ids of the notes that stand before and after."""
    show, hide = (data["new"], data["old"]) if forward else (data["old"], data["new"])
    connection.execute(f"UPDATE notes SET withdrawn = 1 WHERE {_AMONG}", (json.encode(hide).decode(),))
    connection.execute(f"UPDATE notes SET withdrawn = 0 WHERE {_AMONG}", (json.encode(show).decode(),))
    known = connection.execute(
        "SELECT version FROM articles WHERE id = ? AND state <> 'withdrawn'", (data["article"],)
    ).fetchone()
    if known:
        present_quotes(connection, data["article"])
    return int(known is not None)


def apply_query(connection: sqlite3.Connection, data: dict[str, Any], forward: bool, _moment: int) -> int:
    """``name``; ``old``, ``new``: the query under it, or None."""
    query = data["new"] if forward else data["old"]
    if query is None:
        connection.execute("DELETE FROM queries WHERE name = ?", (data["name"],))
    else:
        connection.execute("INSERT OR REPLACE INTO queries (name, query) VALUES (?, ?)", (data["name"], query))
    return 1


APPLY: Mapping[str, Apply] = {
    "keep": apply_keep,
    "state": apply_state,
    "read": apply_read,
    "tags": apply_tags,
    "note": apply_note,
    "query": apply_query,
}
"""By the journal's ``kind``."""


def _apply_kept(connection: sqlite3.Connection, item: dict[str, Any], side: int, moment: int) -> int:
    """Bring one article to its side before (0) or after (1) it was kept."""
    article_id, (before, after) = item["id"], item["version"]
    touched = connection.execute(
        "UPDATE articles SET state = ?1, arrived = ?2, added = ?3, dated = coalesce(published, ?3), moved = ?4 "
        "WHERE id = ?5",
        (item["state"][side], item["arrived"][side], item["added"][side], moment, article_id),
    ).rowcount
    if not touched:
        return 0
    if before != after:
        number = item["version"][side]
        if side == 0:
            connection.execute(
                "UPDATE versions SET withdrawn = 1 WHERE article = ? AND number = ?", (article_id, after)
            )
        if number:
            present(connection, article_id, number)
        else:
            connection.execute("UPDATE articles SET version = 0 WHERE id = ?", (article_id,))
    addresses = [(address, article_id) for address in item["addresses"]]
    if side:
        connection.executemany("INSERT OR IGNORE INTO addresses (address, article) VALUES (?, ?)", addresses)
    else:
        connection.executemany("DELETE FROM addresses WHERE address = ? AND article = ?", addresses)
    return 1
