"""The keys of a pane, all of them."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.linepane import LinePane


class HelpOverlay(LinePane):
    """Groups of keys: (heading, ((key, what it does), …)). The screen builds the groups from bindings."""

    groups: reactive[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = reactive[
        tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    ]((), repaint=False)

    def lay_out(self, width: int) -> int:
        """See LinePane."""
        return 0

    def draw_row(self, row: int, width: int) -> Strip:
        """See LinePane."""
        return Strip.blank(width)
