"""The numbers by which quotations are called, in the margin and in the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.model import Quote

NUMBERED = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
"""What somebody said. Titles, slogans and words at arm's length have no number."""


def number_quotes(quotes: Sequence[Quote]) -> dict[int, int]:
    """Return the number, from 1, of each quotation that has one, by its index."""
    numbered = [index for index, quote in enumerate(quotes) if quote.kind in NUMBERED]
    return {index: number for number, index in enumerate(numbered, 1)}


def gutter_of(count: int) -> int:
    """Return how many cells stand left of a text whose entries are numbered up to ``count``: three digits at least."""
    return 2 + max(3, len(str(count)))
