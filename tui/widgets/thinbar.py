"""The mark of how far one is, at a pane's right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.widgets.inks import Face, face_style

if TYPE_CHECKING:
    from textual.geometry import Region

THUMB = "▐"
"""Half a cell: a mark beside the text, not a wall."""


_AT_REST = Face("panel", "background")
_UNDER_POINTER = Face("secondary", "background")
_GRABBED = Face("primary", "background")


class ThinBar(ScrollBar):
    """A scrollbar of half a cell, drawn from three strips; the framework's own costs as much as a page of text."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of the bar."""
        height = self.size.height
        first, last = self._thumb(height)
        above, thumb, below = self._strips()
        strips = [above if y < first else thumb if y < last else below for y in range(height)][crop.y : crop.bottom]
        ground = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return strips

    def _thumb(self, height: int) -> tuple[int, int]:
        """Return the thumb's first line and the line after its last; none when all is in view."""
        rows, window = self.window_virtual_size, self.window_size
        if not 0 < window < rows or height < 1:
            return height, height
        length = max(1, round(height * window / rows))
        first = round(min(1.0, self.position / (rows - window)) * (height - length))
        return first, first + length

    def _strips(self) -> tuple[Strip, Strip, Strip]:
        """Return what stands above the thumb, the thumb, what stands below it; each says what a click on it does."""
        style = face_style(self, _GRABBED if self.grabbed else _UNDER_POINTER if self.mouse_over else _AT_REST)
        parts = ((" ", "scroll_up"), (THUMB, "grab"), (" ", "scroll_down"))
        made = [
            Strip([Segment(text * self.size.width, style + Style(meta={"@mouse.down": action}))])
            for text, action in parts
        ]
        return made[0], made[1], made[2]
