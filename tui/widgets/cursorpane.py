"""A pane of entries, one of them under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.widgets.linepane import LinePane

if TYPE_CHECKING:
    from textual import events


class CursorPane(LinePane):
    """Entries are counted from 0 and take one or more rows each; the cursor is on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l,right", "choose", "Go to", id="entries.choose"),
        Binding("x", "mark", "Select", id="entries.mark"),
        Binding("X", "unmark", "Select none", id="entries.unmark", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The entry that keys act on."""

    # What a pane says of its entries

    def entry_count(self) -> int:
        """Return how many entries there are."""
        raise NotImplementedError

    def rows_of_entry(self, entry: int) -> tuple[int, int]:
        """Return the first row of an entry and its last."""
        raise NotImplementedError

    def entry_at(self, row: int) -> int | None:
        """Return the entry that ``row`` belongs to, None for a row that is no entry's."""
        raise NotImplementedError

    def tell_cursor(self, entry: int) -> None:
        """Post that the cursor is on another entry."""
        raise NotImplementedError

    def tell_chosen(self, entry: int) -> None:
        """Post that an entry was chosen."""
        raise NotImplementedError

    def toggle_mark(self, entry: int) -> None:
        """Select an entry, or unselect it."""
        raise NotImplementedError

    def clear_marks(self) -> None:
        """Unselect all."""
        raise NotImplementedError

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, self.entry_count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw both entries anew and bring the cursor's into view."""
        if old != new:
            self.redraw_entry(old)
            self.redraw_entry(new)
            self.show_cursor()
            if self.entry_count():
                self.tell_cursor(new)

    def show_cursor(self) -> None:
        """Scroll no further than needed to see the entry under the cursor, and for the first what stands above it."""
        if self.row_count and self.entry_count():
            first, last = self.rows_of_entry(self.cursor)
            self.show_row(0 if self.cursor == 0 else first, last)

    def redraw_entry(self, entry: int) -> None:
        """Draw the rows of one entry anew."""
        if not self.row_count or not 0 <= entry < self.entry_count():
            return
        first, last = self.rows_of_entry(entry)
        for row in range(first, last + 1):
            self._strips.pop(row, None)
        self.refresh_lines(first, last - first + 1)

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys act on."""
        self.redraw_entry(self.cursor)

    def on_blur(self) -> None:
        """Draw the cursor quietly."""
        self.redraw_entry(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Go to the entry under the pointer."""
        entry = self.entry_at(event.y + self.scroll_offset.y)
        if entry is not None:
            self.cursor = entry
            self.tell_chosen(entry)

    def action_choose(self) -> None:
        """Go to what is under the cursor."""
        if self.entry_count():
            self.tell_chosen(self.cursor)

    def action_mark(self) -> None:
        """Select the entry under the cursor, or unselect it, and go on to the next."""
        if self.entry_count():
            self.toggle_mark(self.cursor)
            self.redraw_entry(self.cursor)
            self.cursor += 1

    def action_unmark(self) -> None:
        """Select none."""
        self.clear_marks()
        self.repaint()

    def action_line_down(self) -> None:
        """The next entry."""
        self.cursor += 1

    def action_line_up(self) -> None:
        """The last entry."""
        self.cursor -= 1

    def action_top(self) -> None:
        """The first of all."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """The last of all."""
        self.cursor = self.entry_count() - 1

    def action_half_down(self) -> None:
        """Half a window on."""
        self._move_rows(self.page_rows // 2)

    def action_half_up(self) -> None:
        """Half a window back."""
        self._move_rows(-(self.page_rows // 2))

    def action_forward(self) -> None:
        """A window on."""
        self._move_rows(self.page_rows)

    def action_backward(self) -> None:
        """A window back."""
        self._move_rows(-self.page_rows)

    def _move_rows(self, rows: int) -> None:
        """Move the cursor by about so many rows, at least one entry."""
        if not self.entry_count():
            return
        target = max(0, min(self.rows_of_entry(self.cursor)[0] + rows, self.row_count - 1))
        entry = self.entry_at(target)
        step = 1 if rows > 0 else -1
        if entry is None or (entry - self.cursor) * step <= 0:
            entry = self.cursor + step
        self.cursor = entry
