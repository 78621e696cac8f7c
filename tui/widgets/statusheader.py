"""The line above all: which article, how far."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class StatusHeader(Widget):
    """One line: "3/24  Title — source", and how far the reading is."""

    DEFAULT_CSS = """
    StatusHeader { height: 1; background: $panel; color: $foreground; }
    """

    position: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)
    heading: reactive[str] = reactive("")
    source: reactive[str] = reactive("")
    progress: reactive[float] = reactive(0.0)
    minutes_left: reactive[int] = reactive(0)
    busy: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return Strip.blank(max(1, self.size.width), self.rich_style)
