"""The list of articles, any number of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.cursorpane import CursorPane
from tui.widgets.inks import Face, Faces
from tui.widgets.listlines import LINES, lines_of
from tui.widgets.painting import cut
from tui.widgets.rowpages import RowPages
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ArticleList(CursorPane):
    """Folders, then articles; rows are asked for when they come into view, and let go when far away."""

    FACES: ClassVar[Faces] = {
        "title": Face("foreground"),
        "unread": Face("foreground", style="bold"),
        "meta": Face("foreground-muted"),
        "cursor": Face(ground="panel", turns=True),
        "cursor-away": Face(ground="surface"),
        "open": Face("accent"),
        "marked": Face("accent"),
        "folder": Face("accent"),
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l,right", "choose", "Open", id="entries.choose"),
        Binding("asterisk", "mark_all", "Select all", id="list.select-all", show=False),
        # Only here: a key that changes every article is not to be hit by accident while reading.
        Binding("A", "read_all", "Mark all read", id="list.mark-all-read", show=False),
    ]

    total: reactive[int] = reactive(0, repaint=False)
    """How many articles there are."""
    open_id: reactive[int | None] = reactive[int | None](None, repaint=False)
    """The article that is read now."""
    open_folder: reactive[str] = reactive("", repaint=False)
    """The folder whose articles are listed; empty for none."""

    class RowsWanted(Message):
        """Rows ``offset`` to ``offset + limit`` come into view, and are not here."""

        def __init__(self, offset: int, limit: int) -> None:
            super().__init__()
            self.offset = offset
            self.limit = limit

    class Chosen(Message):
        """Enter or a click on an article."""

        def __init__(self, index: int, row: Row) -> None:
            super().__init__()
            self.index = index
            self.row = row

    class FolderChosen(Message):
        """Enter or a click on a folder."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Marked(Message):
        """Others are selected now."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    class AllWanted(Message):
        """All articles of the list are to be selected; only the library knows them all."""

    class AllRead(Message):
        """All articles of the list are to count as read."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.marked: frozenset[int] = frozenset()
        """The selected articles' ids."""
        self.empty_text = "Nothing here yet"
        self.folders: tuple[str, ...] = ()
        """The names of the folders."""
        self._rows_held = RowPages()
        self._year = datetime.now(UTC).year

    # Folders

    def set_folders(self, names: Sequence[str]) -> None:
        """Take the names of the folders; the cursor stays on its article."""
        if tuple(names) == self.folders:
            return
        on_article, index = self.cursor >= len(self.folders), self.index
        self.folders = tuple(names)
        self.set_again()
        self.cursor = index + len(self.folders) if on_article else self.validate_cursor(self.cursor)

    def cursor_folder(self) -> str:
        """Return the folder under the cursor, "" when an article is."""
        return self.folders[self.cursor] if self.cursor < len(self.folders) else ""

    @property
    def _head(self) -> int:
        """Rows above the first article."""
        return len(self.folders) + 1 if self.folders else 0

    # Rows of the library

    def set_rows(self, offset: int, rows: Sequence[Row]) -> None:
        """Take the rows from ``offset`` on, as RowsWanted asked for them."""
        self._rows_held.put(offset, rows)
        self.repaint()

    def clear_rows(self) -> None:
        """Forget all rows: another filter, another order. The cursor stays where it is."""
        self._rows_held.clear()
        self.repaint()

    def row(self, index: int) -> Row | None:
        """Return an article's row, None when it is not here; then it is asked for."""
        row = self._rows_held.row(index)
        if row is None and (missing := self._rows_held.want(index, self.total)):
            self.call_later(self._ask, *missing)
        return row

    def _ask(self, offset: int, limit: int) -> None:
        """Ask for rows; not while drawing, when the screen would be the sender and the message stop there."""
        self.post_message(self.RowsWanted(offset, limit))

    def holds(self, article_id: int) -> bool:
        """Whether an article is among the rows that are here."""
        return bool(self._rows_held.indexes_of({article_id}))

    @property
    def index(self) -> int:
        """Which article is under the cursor, from 0; the first when a folder is."""
        return max(0, self.cursor - len(self.folders))

    def go_to(self, index: int) -> None:
        """Put the cursor on an article."""
        self.cursor = index + len(self.folders)

    def cursor_row(self) -> Row | None:
        """Return the row under the cursor, None while it is not here, or when a folder is there."""
        return None if self.cursor_folder() else self.row(self.index)

    def marked_or_cursor(self) -> list[int]:
        """Return the selected articles' ids; the one under the cursor when none is."""
        row = self.cursor_row()
        return sorted(self.marked) or ([row.id] if row is not None else [])

    def mark_only(self, ids: Iterable[int]) -> None:
        """Select these articles and no others."""
        self.marked = frozenset(ids)
        self.post_message(self.Marked(len(self.marked)))
        self.repaint()

    def watch_total(self) -> None:
        """Another number of articles."""
        if self._width:
            self.set_again()
        self.cursor = self.validate_cursor(self.cursor)

    def watch_open_id(self, old: int | None, new: int | None) -> None:
        """Draw the article that is read as such, and the one before not so any more; the other lines stay."""
        for index in self._rows_held.indexes_of({old, new}):
            self.redraw_entry(len(self.folders) + index)

    def watch_open_folder(self) -> None:
        """Draw the folder as open."""
        self.repaint()

    # Drawing

    def lay_out(self, width: int) -> int:
        """Each article takes the same rows."""
        del width
        return self._head + (self.total * LINES if self.total else 1)

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw a folder, or a line of an article."""
        if row < self._head:
            return self._draw_folder(row, width)
        if not self.total:
            return Strip([Segment(" " + cut(self.empty_text, width - 1), self.row_style("meta"))])
        index, number = divmod(row - self._head, LINES)
        article = self.row(index)
        lines = lines_of(article, width - 3, self._year) if article else ()
        if article is None or number >= len(lines):
            return Strip.blank(width, self.row_style())
        style = self._line_style(index + len(self.folders))
        mark, face = ("▎", "open") if article.id == self.open_id else (" ", "meta")
        if article.id in self.marked and number == 0:
            mark, face = "✓", "marked"
        line = lines[number]
        segments = [Segment(mark + " ", style + self._face(face)), Segment(line.text, style + self._face(line.face))]
        return Strip(segments).extend_cell_length(width, style)

    def _draw_folder(self, number: int, width: int) -> Strip:
        if number == len(self.folders):
            return Strip.blank(width, self.row_style())
        name, style = self.folders[number], self._line_style(number)
        sign = "▾ " if name == self.open_folder else "▸ "
        segments = [Segment(sign, style + self._face("folder")), Segment(cut(name, width - 3), style)]
        return Strip(segments).extend_cell_length(width, style)

    def _line_style(self, entry: int) -> Style:
        if entry != self.cursor:
            return self.row_style()
        return self.row_style() + self._face("cursor" if self.has_focus else "cursor-away")

    def _face(self, name: str) -> Style:
        return self._inks.ink((name,))

    # Entries

    def entry_count(self) -> int:
        """See CursorPane."""
        return len(self.folders) + self.total

    def rows_of_entry(self, entry: int) -> tuple[int, int]:
        """See CursorPane."""
        if entry < len(self.folders):
            return entry, entry
        first = self._head + (entry - len(self.folders)) * LINES
        return first, first + LINES - 1

    def entry_at(self, row: int) -> int | None:
        """See CursorPane."""
        if row < self._head:
            return row if row < len(self.folders) else None
        index = (row - self._head) // LINES
        return index + len(self.folders) if index < self.total else None

    def show_cursor(self) -> None:
        """Show the folders too, if there is room, when the cursor is on the first article."""
        super().show_cursor()
        if self.folders and self.row_count and self.cursor == len(self.folders):
            last = self.rows_of_entry(self.cursor)[1]
            if last < self.page_rows:
                self.show_row(0, last)

    def tell_cursor(self, entry: int) -> None:
        """See CursorPane; nobody needs to know."""

    def tell_chosen(self, entry: int) -> None:
        """See CursorPane."""
        if entry < len(self.folders):
            self.post_message(self.FolderChosen(self.folders[entry]))
            return
        row = self.row(entry - len(self.folders))
        if row is not None:
            self.post_message(self.Chosen(entry - len(self.folders), row))

    def toggle_mark(self, entry: int) -> None:
        """See CursorPane."""
        row = self.row(entry - len(self.folders))
        if row is not None:
            self.marked ^= {row.id}
            self.post_message(self.Marked(len(self.marked)))

    def clear_marks(self) -> None:
        """See CursorPane."""
        self.mark_only(())

    def action_read_all(self) -> None:
        """Mark all articles of the list read."""
        self.post_message(self.AllRead())

    def action_mark_all(self) -> None:
        """Select all that is listed."""
        self.post_message(self.AllWanted())
