"""A pane of set entries: quotations, captions."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.cursorpane import CursorPane
from tui.widgets.inks import Face, Faces
from tui.widgets.painting import paint_runs
from tui.widgets.runs import Range, cut_runs
from tui.widgets.wrapping import wrap

GUTTER = 5
"""Cells left of an entry's text: the mark of the current one, its number, a blank."""


class Part(Struct, frozen=True):
    """A paragraph of an entry."""

    text: str
    ranges: tuple[Range, ...] = ()
    """How stretches of the text look."""


class Entry(Struct, frozen=True):
    """What is listed."""

    source: int
    """Which quotation or caption it is; -1 for a line that is none (a speaker above theirs)."""
    label: str
    """What stands in the gutter: a number."""
    parts: tuple[Part, ...]
    has_inset: bool = False
    """Whether room is left at its side for something drawn; see ``EntryPane.inset``."""


class EntryPane(CursorPane):
    """Entries of several rows each; one under the cursor, one marked as the nearest to what is read."""

    FACES: ClassVar[Faces] = {
        "number": Face("foreground-muted"),
        "quiet": Face("foreground-muted"),
        "strong": Face(style="bold"),
        "italic": Face(style="italic"),
        "heading": Face("primary", style="bold"),
        "cursor": Face(ground="panel"),
        "cursor-away": Face(ground="surface"),
        "current": Face("accent", style="bold"),
        "marked": Face("accent", style="bold"),
    }

    current: reactive[int | None] = reactive[int | None](None, repaint=False)
    """Index of what is nearest to the place in the article."""

    class Chosen(Message):
        """Enter or a click on an entry."""

        def __init__(self, pane: EntryPane, index: int) -> None:
            super().__init__()
            self.pane = pane
            self.index = index
            """Which of the article's quotations or figures."""

    class CursorMoved(Message):
        """Another entry is under the cursor."""

        def __init__(self, pane: EntryPane, index: int) -> None:
            super().__init__()
            self.pane = pane
            self.index = index

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.marked: set[int] = set()
        """Indexes of what is selected."""
        self.empty_text = ""
        """What stands in a pane without entries."""
        self._entries: list[Entry] = []
        self._listed: list[int] = []
        self._slot_of: dict[int, int] = {}
        self._tops: list[int] = []
        self._lines: list[tuple[int, int, int, int]] = []
        self._inset = (0, 0)

    # Entries

    def make_entries(self) -> list[Entry]:
        """Return what is to be listed."""
        raise NotImplementedError

    def list_again(self, *, keep: bool = True) -> None:
        """List changed content; with ``keep`` the cursor stays on what it is on."""
        index = self.cursor_index() if keep else None
        self._entries = self.make_entries()
        self._listed = [number for number, entry in enumerate(self._entries) if entry.source >= 0]
        self._slot_of = {self._entries[number].source: slot for slot, number in enumerate(self._listed)}
        slot = 0 if index is None else self._slot_of.get(index, 0)
        self.set_reactive(EntryPane.cursor, slot)
        if self._width:
            self.set_again()
            self.show_cursor()

    def cursor_index(self) -> int | None:
        """Return which quotation or figure the cursor is on, None when there is none."""
        return self._entries[self._listed[self.cursor]].source if self._listed else None

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a quotation or figure, if it is listed."""
        if index in self._slot_of:
            self.cursor = self._slot_of[index]

    def marked_indexes(self) -> list[int]:
        """Return what is selected, in order; the one under the cursor when nothing is."""
        if self.marked:
            return sorted(self.marked)
        index = self.cursor_index()
        return [] if index is None else [index]

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Mark the entry nearest to the reading, and keep it in view unless the pane is being used."""
        for index in (old, new):
            if index is not None and index in self._slot_of:
                self.redraw_entry(self._slot_of[index])
        if new is not None and new in self._slot_of and not self.has_focus and self.row_count:
            first, last = self.rows_of_entry(self._slot_of[new])
            self.show_row(first, last)

    # Rows

    def inset(self, width: int) -> tuple[int, int]:
        """Return the columns and rows left at the side of entries for something drawn, in a pane of ``width``."""
        del width
        return 0, 0

    def draw_inset(self, index: int, row: int) -> list[Segment] | None:
        """Return one row of what is drawn beside an entry, as wide as ``inset`` says; None for nothing yet."""
        raise NotImplementedError

    def lay_out(self, width: int) -> int:
        """Break all entries into rows, one empty row between them."""
        self._inset = self.inset(width)
        self._tops = []
        lines: list[tuple[int, int, int, int]] = []
        for number, entry in enumerate(self._entries):
            self._tops.append(len(lines))
            columns, rows = self._inset if entry.has_inset else (0, 0)
            room = max(1, width - GUTTER - 1 - columns)
            for part, words in enumerate(entry.parts):
                starts = wrap(words.text, room)
                lines += [
                    (number, part, start, end)
                    for start, end in zip(starts, [*starts[1:], len(words.text)], strict=True)
                ]
            lines += [(number, 0, 0, 0)] * (rows - len(lines) + self._tops[number])
            lines.append((number, -1, 0, 0))
        self._lines = lines
        if not lines and self.empty_text:
            self._lines = [(-1, -1, 0, 0)]
        return len(self._lines)

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw one row of an entry."""
        number, part, start, end = self._lines[row]
        if number < 0:
            return Strip([Segment(" " + self.empty_text[: max(0, width - 1)], self._ink("quiet"))])
        entry = self._entries[number]
        if part < 0:
            return Strip.blank(width, self.row_style())
        style = self.row_style() + self._cursor_style(entry.source)
        text = entry.parts[part].text
        runs = cut_runs(start, start + len(text[start:end].rstrip()), entry.parts[part].ranges)
        nth = row - self._tops[number]
        beside = self._beside(entry, nth, style)
        strip = Strip(
            [*self._gutter(entry, style, first=nth == 0), *beside, *paint_runs(text, runs, style, self._inks)]
        )
        return strip.extend_cell_length(width, style)

    def _beside(self, entry: Entry, nth: int, style: Style) -> list[Segment]:
        columns, rows = self._inset if entry.has_inset else (0, 0)
        if not columns:
            return []
        drawn = self.draw_inset(entry.source, nth) if nth < rows else None
        return (
            [Segment(" " * columns, style)]
            if drawn is None
            else [*Segment.apply_style(drawn, style), Segment(" ", style)]
        )

    def _gutter(self, entry: Entry, style: Style, *, first: bool) -> list[Segment]:
        if entry.source < 0:
            return [Segment(" ", style)]
        here = "▎" if entry.source == self.current else " "
        label = entry.label if first else ""
        face = "number"
        if first and entry.source in self.marked:
            label, face = "✓", "marked"
        return [
            Segment(here, style + self._inks.ink(("current",))),
            Segment(f"{label[: GUTTER - 2]:>{GUTTER - 2}} ", style + self._inks.ink((face,))),
        ]

    def _cursor_style(self, index: int) -> Style:
        if index < 0 or index != self.cursor_index():
            return Style.null()
        return self._inks.ink(("cursor" if self.has_focus else "cursor-away",))

    def _ink(self, name: str) -> Style:
        return self.row_style() + self._inks.ink((name,))

    # The cursor's entries are those that are something

    def entry_count(self) -> int:
        """See CursorPane."""
        return len(self._listed)

    def rows_of_entry(self, entry: int) -> tuple[int, int]:
        """See CursorPane; the empty row below is not the entry's."""
        number = self._listed[entry]
        after = self._tops[number + 1] if number + 1 < len(self._tops) else len(self._lines)
        return self._tops[number], after - 2

    def entry_at(self, row: int) -> int | None:
        """See CursorPane."""
        if not 0 <= row < len(self._lines) or not self._tops:
            return None
        entry = self._entries[bisect_right(self._tops, row) - 1]
        return self._slot_of.get(entry.source)

    def tell_cursor(self, entry: int) -> None:
        """See CursorPane."""
        self.post_message(self.CursorMoved(self, self._entries[self._listed[entry]].source))

    def tell_chosen(self, entry: int) -> None:
        """See CursorPane."""
        self.post_message(self.Chosen(self, self._entries[self._listed[entry]].source))

    def toggle_mark(self, entry: int) -> None:
        """See CursorPane."""
        self.marked ^= {self._entries[self._listed[entry]].source}

    def clear_marks(self) -> None:
        """See CursorPane."""
        self.marked.clear()

    def anchor_row(self) -> tuple[int, int, int]:
        """Hold the entry at the top."""
        row = self.scroll_offset.y
        if not self._tops:
            return 0, 0, 0
        number = bisect_right(self._tops, row) - 1
        return number, 0, 0

    def row_of_anchor(self, anchor: tuple[int, int, int]) -> int:
        """Return the first row of the entry that was at the top."""
        return self._tops[anchor[0]] if anchor[0] < len(self._tops) else 0
