"""A pane of set entries: quotations, captions."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.cursorpane import CursorPane
from tui.widgets.entrysetting import Entry, EntrySetting
from tui.widgets.inks import Face, Faces
from tui.widgets.linepane import GAP_SECONDS, REST_SECONDS, SLICE_SECONDS
from tui.widgets.painting import paint_runs
from tui.widgets.quotenumbers import gutter_of
from tui.widgets.runs import cut_runs

ASKED_SECONDS = 0.02
"""What following the reading may spend at once on laying out up to the entry that it leads to."""


class Slot(Struct, frozen=True):
    """A place in the list."""

    source: int
    """Which quotation or caption stands there; -1 for a line that is none (a speaker above theirs)."""
    heading: str = ""
    """Of such a line."""


class EntryPane(CursorPane):
    """Entries of several rows each; one under the cursor, one marked as the nearest to what is read."""

    FACES: ClassVar[Faces] = {
        "number": Face("foreground-muted"),
        "quiet": Face("foreground-muted"),
        "strong": Face(style="bold"),
        "italic": Face(style="italic"),
        "heading": Face("primary", style="bold"),
        "cursor": Face(ground="panel", turns=True),
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
        self._slots: list[Slot] = []
        self._entries: dict[int, Entry] = {}
        self._listed: list[int] = []
        self._slot_of: dict[int, int] = {}
        self._inset, self._gutter = (0, 0), gutter_of(0)
        self._rows_set = EntrySetting(self._entry_of, 0, 1, self._inset)

    # Entries

    def list_slots(self) -> list[Slot]:
        """Return what is to be listed, in order."""
        raise NotImplementedError

    def make_entry(self, slot: Slot) -> Entry:
        """Return what stands in a slot; it is asked for when it is laid out."""
        raise NotImplementedError

    def _entry_of(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = self.make_entry(self._slots[number])
        return entry

    def list_again(self, *, keep: bool = True) -> None:
        """List changed content; with ``keep`` the cursor stays on what it is on."""
        index = self.cursor_index() if keep else None
        self._slots = self.list_slots()
        self._entries = {}
        self._listed = [number for number, slot in enumerate(self._slots) if slot.source >= 0]
        self._slot_of = {self._slots[number].source: slot for slot, number in enumerate(self._listed)}
        slot = 0 if index is None else self._slot_of.get(index, 0)
        self.set_reactive(EntryPane.cursor, slot)
        if self._width:
            self.set_again()
            self.show_cursor()

    def cursor_index(self) -> int | None:
        """Return which quotation or figure the cursor is on, None when there is none."""
        return self._slots[self._listed[self.cursor]].source if self._listed else None

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
            if index is not None and index in self._slot_of and self._rows_set.holds(self._number_of(index)):
                self.redraw_entry(self._slot_of[index])
        self._follow()

    def _follow(self) -> None:
        """Keep what is nearest to the reading in view; what takes longer to lay out comes with the rest."""
        index = self.current
        if index is None or index not in self._slot_of or self.has_focus or not self.row_count:
            return
        number = self._number_of(index)
        self._rows_set.lay_on(ASKED_SECONDS, number=number)
        self._tell_rows()
        if self._rows_set.holds(number):
            self.show_row(*self._rows_set.rows_of(number))

    def _number_of(self, index: int) -> int:
        return self._listed[self._slot_of[index]]

    # Rows

    def inset(self, width: int) -> tuple[int, int]:
        """Return the columns and rows left at the side of entries for something drawn, in a pane of ``width``."""
        del width
        return 0, 0

    def draw_inset(self, index: int, row: int) -> list[Segment] | None:
        """Return one row of what is drawn beside an entry, as wide as ``inset`` says; None for nothing yet."""
        raise NotImplementedError

    def lay_out(self, width: int) -> int:
        """Break what is seen at first into rows, one empty row between entries; the rest follows."""
        self._inset, self._gutter = self.inset(width), gutter_of(len(self._slots))
        self._rows_set = EntrySetting(self._entry_of, len(self._slots), width - self._gutter - 1, self._inset)
        self._rows_set.lay_on(rows=self.scroll_offset.y + self.page_rows)
        if not self._rows_set.whole:
            self.lay_later(REST_SECONDS)
        return self._rows_set.likely_rows or int(bool(self.empty_text))

    def lay_slice(self) -> None:
        """Lay out more of the entries."""
        held = self._rows_set.holds(self._number_of(self.current)) if self.current in self._slot_of else True
        whole = self._rows_set.lay_on(SLICE_SECONDS)
        self._strips.clear()  # the last rows may have been drawn before they were laid out
        self._tell_rows()
        if not held:
            self._follow()
        if not whole:
            self.lay_later(GAP_SECONDS)

    def scroll_to_row(self, row: int) -> None:
        """Bring ``row`` to the top; it and the window below it are laid out first."""
        self._rows_set.lay_on(rows=row + self.page_rows)
        self._tell_rows()
        super().scroll_to_row(row)

    def _tell_rows(self) -> None:
        if self._slots and self._rows_set.likely_rows != self.row_count:
            self.tell_row_count(self._rows_set.likely_rows)

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw one row of an entry."""
        if not self._slots:
            return Strip([Segment(" " + self.empty_text[: max(0, width - 1)], self._ink("quiet"))])
        if row >= len(self._rows_set.lines):
            return Strip.blank(width, self.row_style())
        number, part, start, end = self._rows_set.lines[row]
        entry = self._entries[number]
        if part < 0:
            return Strip.blank(width, self.row_style())
        style = self.row_style() + self._cursor_style(entry.source)
        text = entry.parts[part].text
        runs = cut_runs(start, start + len(text[start:end].rstrip()), entry.parts[part].ranges)
        nth = row - self._rows_set.tops[number]
        beside = self._beside(entry, nth, style)
        strip = Strip([*self._label(entry, style, first=nth == 0), *beside, *paint_runs(text, runs, style, self._inks)])
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

    def _label(self, entry: Entry, style: Style, *, first: bool) -> list[Segment]:
        if entry.source < 0:
            return [Segment(" ", style)]
        here = "▎" if entry.source == self.current else " "
        label = entry.label if first else ""
        face = "number"
        if first and entry.source in self.marked:
            label, face = "✓", "marked"
        return [
            Segment(here, style + self._inks.ink(("current",))),
            Segment(f"{label:>{self._gutter - 2}} ", style + self._inks.ink((face,))),
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
        rows = self._rows_set.rows_of(self._listed[entry])
        self._tell_rows()
        return rows

    def entry_at(self, row: int) -> int | None:
        """See CursorPane."""
        number = self._rows_set.number_at(row)
        return None if number is None else self._slot_of.get(self._slots[number].source)

    def tell_cursor(self, entry: int) -> None:
        """See CursorPane."""
        self.post_message(self.CursorMoved(self, self._slots[self._listed[entry]].source))

    def tell_chosen(self, entry: int) -> None:
        """See CursorPane."""
        self.post_message(self.Chosen(self, self._slots[self._listed[entry]].source))

    def toggle_mark(self, entry: int) -> None:
        """See CursorPane."""
        self.marked ^= {self._slots[self._listed[entry]].source}

    def clear_marks(self) -> None:
        """See CursorPane."""
        self.marked.clear()

    def anchor_row(self) -> tuple[int, int, int]:
        """Hold the entry at the top."""
        number = self._rows_set.number_at(self.scroll_offset.y)
        return number or 0, 0, 0

    def row_of_anchor(self, anchor: tuple[int, int, int]) -> int:
        """Return the first row of the entry that was at the top."""
        return self._rows_set.rows_of(anchor[0])[0] if anchor[0] < len(self._slots) else 0
