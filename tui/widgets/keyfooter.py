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
    """A few keys with what they do, and on the right a quiet word. Textual's Footer costs 70 ms; this is a line."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; background: $panel; color: $foreground; }
    """

    FACES: ClassVar[Faces] = {
        "key": Face("accent", style="bold"),
        "does": Face("foreground"),
        "note": Face("foreground-muted"),
    }

    keys: reactive[Keys] = reactive[Keys](())
    """For the pane that has the focus; where not all fit, the last one stays: it tells of the others."""
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
        for key, does in _fitting(self.keys, room):
            segments.append(Segment(f" {key} ", style + self._inks.ink(("key",))))
            segments.append(Segment(f"{does} ", style + self._inks.ink(("does",))))
            used += _cells((key, does))
        segments.append(Segment(" " * max(0, width - used - cell_len(note) - 1), style))
        segments.append(Segment(note, style + self._inks.ink(("note",))))
        return Strip(segments).adjust_cell_length(width, style)


def _cells(entry: tuple[str, str]) -> int:
    return cell_len(entry[0]) + cell_len(entry[1]) + 3


def _fitting(keys: Keys, room: int) -> list[tuple[str, str]]:
    """Return the first of ``keys`` that there is room for, and the last one."""
    *others, last = keys or (("", ""),)
    left, shown = room - 1 - _cells(last), []
    for entry in others:
        left -= _cells(entry)
        if left < 0:
            break
        shown.append(entry)
    return [*shown, last] if keys and _cells(last) < room else shown
