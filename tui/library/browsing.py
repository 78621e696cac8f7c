"""The list: a page of rows at a time, at a cost that does not grow with the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json

from tui.library.model import Handful, State, Stretch
from tui.library.presenting import not_kept
from tui.library.rows import read_rows
from tui.library.selecting import order, select
from tui.library.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.library.model import Row, View


class Browsing(Store):
    """Reading the list."""

    def rows(self, view: View, offset: int = 0, limit: int = 128) -> list[Row]:
        """Return ``limit`` lines of a view from ``offset`` on.

        Raises:
            QueryError: the view's query cannot be understood.
        """
        with self._reading() as connection:
            return read_rows(connection, self._ids(connection, view, limit, offset))

    def ids(self, view: View) -> list[int]:
        """Return the ids of all that a view shows, in its order."""
        with self._reading() as connection:
            return self._ids(connection, view, -1, 0)

    def count(self, view: View) -> int:
        """Return how many articles a view shows."""
        selection = select(view, self._clock().date())
        where, values = selection.where()
        # Shelves and read marks are tallied as they change, so the usual view is counted without looking at it.
        what = "sum(number) FROM tallies" if selection.is_plain else "count(*) FROM articles"
        with self._reading() as connection:
            return int(connection.execute(f"SELECT {what} WHERE {where}", values).fetchone()[0] or 0)

    def is_blank(self) -> bool:
        """Whether nothing was ever kept here, nor done: no article on any shelf, no row of the journal."""
        with self._reading() as connection:
            sql = "SELECT EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM journal)"
            return not connection.execute(sql).fetchone()[0]

    def position(self, view: View, article_id: int) -> int | None:
        """Return at which offset of a view an article stands, or None when the view does not show it."""
        where, values = select(view, self._clock().date()).where()
        with self._reading() as connection:
            shown = connection.execute(f"SELECT 1 FROM articles WHERE id = ? AND {where}", (article_id, *values))
            if shown.fetchone() is None:
                return None
            before, place = self._beside(view, article_id, backward=True)
            sql = f"SELECT count(*) FROM articles WHERE {before} AND {where}"
            return int(connection.execute(sql, (*place, *values)).fetchone()[0])

    def stretch(self, view: View, near: Iterable[int], index: int, limit: int) -> Stretch:
        """Return the lines around an article, in one go with how many there are.

        Args:
            view: What the list shows.
            near: Ids of articles; the first that the view shows is the one.
            index: Which line to take when it shows none of them.
            limit: How many lines.

        Raises:
            QueryError: the view's query cannot be understood.
        """
        total = self.count(view)
        places = (self.position(view, article_id) for article_id in near)
        found = next((place for place in places if place is not None), max(0, min(index, total - 1)))
        first = max(0, found - limit // 2)
        return Stretch(total, found, first, tuple(self.rows(view, first, limit)))

    def handful(self, ids: Iterable[int]) -> Handful:
        """Return what several articles have in common; those that are not there are left out."""
        sql = (
            "SELECT id, state, read FROM articles "
            "WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'withdrawn' ORDER BY id"
        )
        with self._reading() as connection:
            found = connection.execute(sql, (json.encode(list(ids)).decode(),)).fetchall()
            first = read_rows(connection, [found[0][0]])[0] if found else None
        return Handful(
            ids=tuple(number for number, _, _ in found),
            states=frozenset(State(state) for _, state, _ in found),
            all_read=all(read for _, _, read in found),
            title=(first.title or first.address) if first else "",
            tags=first.tags if first else (),
        )

    def neighbour(self, view: View, article_id: int, step: int) -> Row | None:
        """Return the next article of a view (``step`` 1) or the one before (-1), or None at its end.

        The article itself need not be in the view any more.

        Raises:
            NotKept: there is no such article.
        """
        where, values = select(view, self._clock().date()).where()
        beside, place = self._beside(view, article_id, backward=step < 0)
        sql = f"SELECT id FROM articles WHERE {beside} AND {where} {_ordered(view, backward=step < 0)} LIMIT 1"
        with self._reading() as connection:
            found = connection.execute(sql, (*place, *values)).fetchone()
            return read_rows(connection, [found[0]])[0] if found else None

    def _ids(self, connection: sqlite3.Connection, view: View, limit: int, offset: int) -> list[int]:
        where, values = select(view, self._clock().date()).where()
        sql = f"SELECT id FROM articles WHERE {where} {_ordered(view)} LIMIT ? OFFSET ?"
        return [number for (number,) in connection.execute(sql, (*values, limit, max(0, offset)))]

    def _beside(self, view: View, article_id: int, *, backward: bool) -> tuple[str, tuple[Any, ...]]:
        """Return the condition for all that stands after an article in a view, or before it."""
        column, column_down, id_down = order(view)
        with self._reading() as connection:
            sql = f"SELECT {column} FROM articles WHERE id = ? AND state <> 'withdrawn'"
            found = connection.execute(sql, (article_id,)).fetchone()
        if found is None:
            raise not_kept(article_id)
        further, later = ("<" if column_down != backward else ">"), ("<" if id_down != backward else ">")
        condition = f"{column} {further}= ? AND ({column} {further} ? OR id {later} ?)"
        return condition, (found[0], found[0], article_id)


def _ordered(view: View, *, backward: bool = False) -> str:
    column, column_down, id_down = order(view)
    directions = ("DESC" if down != backward else "ASC" for down in (column_down, id_down))
    return "ORDER BY {} {}, id {}".format(column, *directions)
