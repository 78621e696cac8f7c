"""Quotations: who said what, found by rules and read from plain paragraphs.

``find_quotes`` is the room's one door; ``add_quotes`` applies it to an article.
"""

from tui.quotes.finding import add_quotes, find_quotes

__all__ = ["add_quotes", "find_quotes"]
