"""The captions of an article."""

from __future__ import annotations

from textual.reactive import reactive

from tui.article.model import Figure
from tui.widgets.entrypane import EntryPane


class CaptionsPane(EntryPane):
    """Every picture's caption, its credit apart."""

    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), repaint=False)

    def cursor_figure(self) -> Figure | None:
        """Return the figure under the cursor."""
        return None

    def marked_figures(self) -> tuple[Figure, ...]:
        """Return the selected figures, in order."""
        return ()
