"""The list of articles, any number of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.linepane import LinePane
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence


class ArticleList(LinePane):
    """Two lines an article; rows are asked for as they come into view."""

    total: reactive[int] = reactive(0, repaint=False)
    cursor: reactive[int] = reactive(0, repaint=False)
    open_id: reactive[int | None] = reactive[int | None](None, repaint=False)

    @dataclass
    class RowsWanted(Message):
        """Rows ``offset`` to ``offset + limit`` are in view, and not here."""

        offset: int
        limit: int

    @dataclass
    class Chosen(Message):
        """Enter or a click on an article."""

        index: int
        row: Row

    @dataclass
    class CursorMoved(Message):
        """Another article is under the cursor; ``row`` is None until its rows are here."""

        index: int
        row: Row | None

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.marked: set[int] = set()

    def set_rows(self, offset: int, rows: Sequence[Row]) -> None:
        """Take the rows from ``offset`` on, as asked for by RowsWanted."""

    def clear_rows(self) -> None:
        """Forget all rows (another filter, another order); ``total`` stays to be set."""

    def cursor_row(self) -> Row | None:
        """Return the row under the cursor, None while it is not here."""
        return None

    def lay_out(self, width: int) -> int:
        """See LinePane."""
        return 0

    def draw_row(self, row: int, width: int) -> Strip:
        """See LinePane."""
        return Strip.blank(width)
