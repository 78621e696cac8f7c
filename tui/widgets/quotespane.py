"""The quotations of an article."""

from __future__ import annotations

from textual.reactive import reactive

from tui.article.model import Quote
from tui.widgets.entrypane import EntryPane


class QuotesPane(EntryPane):
    """Every quotation with its speaker, in order or by speaker."""

    quotes: reactive[tuple[Quote, ...]] = reactive[tuple[Quote, ...]]((), repaint=False)
    by_speaker: reactive[bool] = reactive(False, repaint=False)
    show_all: reactive[bool] = reactive(False, repaint=False)

    def cursor_quote(self) -> Quote | None:
        """Return the quotation under the cursor."""
        return None

    def marked_quotes(self) -> tuple[Quote, ...]:
        """Return the selected quotations, in the article's order."""
        return ()
