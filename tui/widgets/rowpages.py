"""The rows of a long list that are here: pages of it, near what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tui.widgets.rows import Row

PAGE = 128
"""Articles asked for at once."""
PAGES_KEPT = 24


class RowPages:
    """Pages of rows, and which are asked for; those far away are let go."""

    def __init__(self) -> None:
        self._pages: dict[int, list[Row]] = {}
        self._wanted: set[int] = set()

    def put(self, offset: int, rows: Sequence[Row]) -> None:
        """Take the rows from ``offset`` on."""
        for number, row in enumerate(rows, offset):
            page = self._pages.setdefault(number // PAGE, [])
            place = number % PAGE
            if place < len(page):
                page[place] = row
            elif place == len(page):
                page.append(row)
        near = offset // PAGE
        self._wanted.discard(near)
        while len(self._pages) > PAGES_KEPT:
            del self._pages[max(self._pages, key=lambda page: abs(page - near))]

    def clear(self) -> None:
        """Forget all rows."""
        self._pages.clear()
        self._wanted.clear()

    def row(self, index: int) -> Row | None:
        """Return a row, None when it is not here."""
        page = self._pages.get(index // PAGE, ())
        return page[index % PAGE] if index % PAGE < len(page) else None

    def want(self, index: int, total: int) -> tuple[int, int] | None:
        """Return what is to be asked for to have a row: from where, how many; None when it is asked for already."""
        number = index // PAGE
        if not 0 <= index < total or number in self._wanted:
            return None
        self._wanted.add(number)
        return number * PAGE, min(PAGE, total - number * PAGE)

    def indexes_of(self, ids: AbstractSet[int | None]) -> list[int]:
        """Return where articles stand that are among the rows that are here."""
        return [
            page * PAGE + number
            for page, rows in self._pages.items()
            for number, row in enumerate(rows)
            if row.id in ids
        ]
