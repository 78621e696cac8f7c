"""The keys that matter now, in one line."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import Face, Faces, Inks
from tui.widgets.painting import cut

Keys = tuple[tuple[str, str], ...]
"""A key as it is shown, and what it does in a word or two."""


class KeyFooter(Widget):
    """Up to six keys with what they do, and on the right a quiet word. Textual's Footer costs 70 ms; this is a line."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; background: $panel; color: $foreground; }
    """

    FACES: ClassVar[Faces] = {
        "key": Face("accent", style="bold"),
        "does": Face("foreground"),
        "note": Face("foreground-muted"),
    }

    keys: reactive[Keys] = reactive[Keys](())
    """For the pane that has the focus; what does not fit is left out from the right."""
    note: reactive[str] = reactive("")
    """What was found, what is selected, …"""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._inks = Inks(self, self.FACES)

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._inks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, style = max(1, self.size.width), self.rich_style
        if y:
            return Strip.blank(width, style)
        note = cut(self.note, width - 2)
        room = width - (cell_len(note) + 2 if note else 0)
        segments, used = [], 0
        for key, does in self.keys:
            cells = cell_len(key) + cell_len(does) + 4
            if used + cells > room:
                break
            segments.append(Segment(f" {key} ", style + self._inks.ink(("key",))))
            segments.append(Segment(f"{does} ", style + self._inks.ink(("does",))))
            used += cells - 1
        segments.append(Segment(" " * max(0, width - used - cell_len(note) - 1), style))
        segments.append(Segment(note, style + self._inks.ink(("note",))))
        return Strip(segments).adjust_cell_length(width, style)
