"""The line above all: which article, how far."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import Face, Faces, Inks
from tui.widgets.painting import cut

_BAR = 10
"""Cells of the progress mark."""


class StatusHeader(Widget):
    """One line: "3/24  Title — source", and on the right how far the reading is, or what is going on."""

    DEFAULT_CSS = """
    StatusHeader { height: 1; background: $panel; color: $foreground; text-style: bold; }
    """

    FACES: ClassVar[Faces] = {
        "place": Face("foreground-muted", style="not bold"),
        "source": Face("foreground-muted", style="not bold"),
        "bar": Face("accent", style="not bold"),
        "rest": Face("foreground-muted", style="not bold"),
    }

    position: reactive[int] = reactive(0)
    """The article's place in the list, from 1; 0 when there is none."""
    total: reactive[int] = reactive(0)
    """How many are listed."""
    heading: reactive[str] = reactive("")
    """The article's title."""
    source: reactive[str] = reactive("")
    """The publication."""
    progress: reactive[float] = reactive(0.0)
    """0 to 1."""
    minutes_left: reactive[int] = reactive(0)
    """0 for nothing to say."""
    busy: reactive[str] = reactive("")
    """What is going on ("Fetching …"); stands where the progress stood."""

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
        right = self._right(width)
        room = width - sum(cell_len(text) for text, _face in right) - 1
        left = self._left(room)
        used = sum(cell_len(text) for text, _face in left)
        gap = [(" " * max(0, room - used), "")] if right else []
        segments = [Segment(text, style + self._face(face)) for text, face in (*left, *gap, *right)]
        return Strip(segments).adjust_cell_length(width, style)

    def _face(self, name: str) -> Style:
        return self._inks.ink((name,)) if name else Style.null()

    def _left(self, room: int) -> list[tuple[str, str]]:
        place = f" {self.position}/{self.total}  " if self.position and self.total else " "
        title = cut(self.heading, room - len(place))
        left = [(place, "place"), (title, "")]
        rest = room - len(place) - cell_len(title) - 3
        if self.source and rest > 5:
            left.append((f" — {cut(self.source, rest)}", "source"))
        return left

    def _right(self, width: int) -> list[tuple[str, str]]:
        if self.busy:
            return [(cut(self.busy, width // 2) + " ", "bar")]
        if not self.heading or width < 50:
            return []
        full = round(min(1.0, max(0.0, self.progress)) * _BAR)
        right = [("  ", ""), ("━" * full, "bar"), ("─" * (_BAR - full), "rest")]
        if self.minutes_left and width >= 70:
            right.append((f" {self.minutes_left} min left", "rest"))
        return [*right, (" ", "")]
