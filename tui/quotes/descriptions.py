"""Sources without a name: which words before and behind the noun tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.words import Word


def begin_of(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """Return the index of the adjective or number right before a noun at ``first``, else ``first``."""
    if lexicon.language != "en" or first < 1:
        return first
    before = words[first - 1]
    low = before.low
    if low.isdigit() or (first > 1 and before.capital and low in lexicon["people_adjective"]):
        return first - 1
    taken = low in lexicon["stop"] or low in lexicon["preposition"] or low in lexicon["say"] or low in lexicon["verb"]
    plain = before.is_word and not before.capital and low.isalpha() and low[-2:] not in {"ed", "ly"} and low[-1] != "s"
    taken = taken or low in lexicon["and"] or low in lexicon["definite"] or low in lexicon["indefinite"]
    return first - 1 if plain and not taken and low[-3:] != "ing" else first


def end_of(words: Sequence[Word], last: int, stop: int, lexicon: Lexicon) -> int:
    """Return the index of the last word of what belongs to a noun at ``last``: "of the mill", "who was there"."""
    index = last + 1
    if index >= stop:
        return last
    served = words[index].low == "to" and words[last].low in lexicon["serving"]
    if not served and words[index].low not in lexicon["describing"]:
        return last
    while index < stop and words[index].is_word and words[index].low not in lexicon["describing_end"]:
        index += 1
    return index - 1 if words[index - 1].low not in lexicon["preposition"] else last
