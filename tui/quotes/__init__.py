"""Quotations: who said what, found by rules and read from plain paragraphs.

``find_quotes`` is the room's one door; ``add_quotes`` applies it to an article,
``read_cue`` tells the tense of a verb of saying and whether it is neutral.
"""

from tui.quotes.finding import add_quotes, find_quotes
from tui.quotes.tenor import Tenor, Tense, read_cue

__all__ = ["Tenor", "Tense", "add_quotes", "find_quotes", "read_cue"]
