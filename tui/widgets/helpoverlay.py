"""The keys of a pane, all of them."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.inks import Face, Faces
from tui.widgets.linepane import LinePane
from tui.widgets.painting import cut

Group = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and keys with what they do."""


class HelpOverlay(LinePane):
    """Groups of keys; the screen makes them of the bindings that are active."""

    DEFAULT_CSS = """
    HelpOverlay { background: $surface; }
    """

    FACES: ClassVar[Faces] = {
        "heading": Face("primary", style="bold"),
        "key": Face("accent"),
        "does": Face("foreground"),
    }

    groups: reactive[tuple[Group, ...]] = reactive[tuple[Group, ...]]((), repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: list[tuple[str, str, str]] = []

    def watch_groups(self) -> None:
        """Show other keys."""
        self.set_again()
        if self.is_attached:
            self.scroll_to_row(0)

    def lay_out(self, width: int) -> int:
        """One row a key, under its heading."""
        del width
        self._lines = []
        for heading, keys in self.groups:
            self._lines.append(("heading", heading, ""))
            self._lines += [("key", key, does) for key, does in keys]
            self._lines.append(("", "", ""))
        return len(self._lines)

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw a heading, or a key."""
        sort, first, second = self._lines[row]
        base = self.row_style()
        if sort == "heading":
            return Strip([Segment("  ", base), Segment(cut(first, width - 2), self.row_style("heading"))])
        column = min(18, max(1, width // 3))
        key = cut(first, column - 1)
        return Strip(
            [
                Segment("  ", base),
                Segment(key + " " * (column - cell_len(key)), self.row_style("key")),
                Segment(cut(second, max(1, width - column - 2)), self.row_style("does")),
            ]
        )
