"""The list of articles, any number of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.cursorpane import CursorPane
from tui.widgets.painting import cut
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

PITCH = 3
"""Rows an article takes: its title, what is said of it, an empty one."""
PAGE = 128
"""Articles asked for at once."""
PAGES_KEPT = 24


class ArticleList(CursorPane):
    """Two lines an article; rows are asked for when they come into view, and let go when far away."""

    DEFAULT_CSS = """
    ArticleList {
        & .list--title { color: $foreground-muted; }
        & .list--unread { text-style: bold; color: $foreground; }
        & .list--meta { color: $foreground-muted; }
        & .list--cursor { background: $panel; }
        & .list--cursor-away { background: $surface; }
        & .list--open, & .list--marked, & .list--progress { color: $accent; }
    }
    """

    total: reactive[int] = reactive(0, repaint=False)
    """How many articles there are."""
    open_id: reactive[int | None] = reactive[int | None](None, repaint=False)
    """The article that is read now."""

    @dataclass
    class RowsWanted(Message):
        """Rows ``offset`` to ``offset + limit`` come into view, and are not here."""

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
        """The selected articles' ids."""
        self.empty_text = "Nothing here yet"
        self._pages: dict[int, list[Row]] = {}
        self._wanted: set[int] = set()

    # Rows of the library

    def set_rows(self, offset: int, rows: Sequence[Row]) -> None:
        """Take the rows from ``offset`` on, as RowsWanted asked for them."""
        for number, row in enumerate(rows, offset):
            page = self._pages.setdefault(number // PAGE, [])
            place = number % PAGE
            if place < len(page):
                page[place] = row
            elif place == len(page):
                page.append(row)
        self._wanted.discard(offset // PAGE)
        self._let_go(offset // PAGE)
        self.repaint()

    def clear_rows(self) -> None:
        """Forget all rows: another filter, another order. The cursor stays where it is."""
        self._pages.clear()
        self._wanted.clear()
        self.repaint()

    def _let_go(self, near: int) -> None:
        while len(self._pages) > PAGES_KEPT:
            del self._pages[max(self._pages, key=lambda page: abs(page - near))]

    def row(self, index: int) -> Row | None:
        """Return an article's row, None when it is not here; then it is asked for."""
        page = self._pages.get(index // PAGE, ())
        if index % PAGE < len(page):
            return page[index % PAGE]
        if 0 <= index < self.total and index // PAGE not in self._wanted:
            self._wanted.add(index // PAGE)
            start = index // PAGE * PAGE
            self.call_later(self._ask, start, min(PAGE, self.total - start))
        return None

    def _ask(self, offset: int, limit: int) -> None:
        """Ask for rows; not while drawing, when the screen would be the sender and the message stop there."""
        self.post_message(self.RowsWanted(offset, limit))

    def cursor_row(self) -> Row | None:
        """Return the row under the cursor, None while it is not here."""
        return self.row(self.cursor)

    def marked_or_cursor(self) -> list[int]:
        """Return the selected articles' ids; the one under the cursor when none is."""
        row = self.cursor_row()
        return sorted(self.marked) or ([row.id] if row is not None else [])

    def watch_total(self) -> None:
        """Another number of articles."""
        if self._width:
            self.set_again()
        self.cursor = self.validate_cursor(self.cursor)

    def watch_open_id(self) -> None:
        """Draw the article that is read as such."""
        self.repaint()

    # Drawing

    def lay_out(self, width: int) -> int:
        """Each article takes the same rows."""
        del width
        return self.total * PITCH if self.total else 1

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw a title, or what is said of an article."""
        if not self.total:
            return Strip([Segment(" " + cut(self.empty_text, width - 1), self.row_style("list--meta"))])
        index, line = divmod(row, PITCH)
        article = self.row(index)
        if line == 2 or article is None:
            return Strip.blank(width, self.row_style())
        style = self.row_style()
        if index == self.cursor:
            style += self._partial("cursor" if self.has_focus else "cursor-away")
        segments = self._title(article, width, style) if line == 0 else self._meta(article, width, style)
        return Strip(segments).extend_cell_length(width, style)

    def _partial(self, name: str) -> Style:
        return self.ink_of(f"list--{name}")

    def _title(self, row: Row, width: int, style: Style) -> list[Segment]:
        mark, face = ("▎", "open") if row.id == self.open_id else (" ", "meta")
        if row.id in self.marked:
            mark, face = "✓", "marked"
        title = cut(row.title or "Untitled", width - 3)
        return [
            Segment(mark + " ", style + self._partial(face)),
            Segment(title, style + self._partial("title" if row.read else "unread")),
        ]

    def _meta(self, row: Row, width: int, style: Style) -> list[Segment]:
        parts = [row.site, _date(row), f"{row.minutes} min" if row.minutes else ""]
        if 0 < row.progress < 1 and not row.read:
            parts.append(f"{row.progress:.0%}")
        if row.quotes:
            parts.append(f"{row.quotes} “”")
        parts += [f"#{tag}" for tag in row.tags]
        text = cut(" · ".join(part for part in parts if part), width - 3)
        mark = "▎" if row.id == self.open_id else " "
        return [Segment(mark + " ", style + self._partial("open")), Segment(text, style + self._partial("meta"))]

    # Entries

    def entry_count(self) -> int:
        """See CursorPane."""
        return self.total

    def rows_of_entry(self, entry: int) -> tuple[int, int]:
        """See CursorPane."""
        return entry * PITCH, entry * PITCH + 1

    def entry_at(self, row: int) -> int | None:
        """See CursorPane."""
        return row // PITCH if row // PITCH < self.total else None

    def tell_cursor(self, entry: int) -> None:
        """See CursorPane."""
        self.post_message(self.CursorMoved(entry, self.row(entry)))

    def tell_chosen(self, entry: int) -> None:
        """See CursorPane."""
        row = self.row(entry)
        if row is not None:
            self.post_message(self.Chosen(entry, row))

    def toggle_mark(self, entry: int) -> None:
        """See CursorPane."""
        row = self.row(entry)
        if row is not None:
            self.marked ^= {row.id}

    def clear_marks(self) -> None:
        """See CursorPane."""
        self.marked.clear()


def _date(row: Row) -> str:
    when = row.published or row.added
    return f"{when.day} {when:%b %Y}"
