"""A pane of entries with a cursor: quotations, captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.linepane import LinePane


class EntryPane(LinePane):
    """Entries of several rows each; one of them under the cursor, one marked as where the reader is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l", "choose", "Go to it", id="entries.choose"),
        Binding("x", "mark", "Select", id="entries.mark"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    current: reactive[int | None] = reactive[int | None](None, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter or a click on an entry."""

        pane: EntryPane
        index: int

    @dataclass
    class CursorMoved(Message):
        """Another entry is under the cursor."""

        pane: EntryPane
        index: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.marked: set[int] = set()

    def lay_out(self, width: int) -> int:
        """See LinePane."""
        return 0

    def draw_row(self, row: int, width: int) -> Strip:
        """See LinePane."""
        return Strip.blank(width)
