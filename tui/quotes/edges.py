"""Edges of a noun phrase: which word may begin one, which capitalised word goes on with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.vocabulary import Vocabulary
    from tui.quotes.words import Word

_SHORTEST_ADVERB = 7


class Edges:
    """The words of a sentence, and where a noun phrase may begin and end in them."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._words = words
        self._lexicon = lexicon
        self._vocabulary = vocabulary

    def _is_determiner(self, index: int) -> bool:
        low = self._words[index].low
        lexicon = self._lexicon
        if low not in lexicon["definite"] and low not in lexicon["indefinite"] and low not in lexicon["possessive"]:
            return False
        if index + 1 >= len(self._words) or not self._words[index + 1].text[0].isalnum():
            return False
        return low not in lexicon["joining"] or not self._words[index + 1].capital  # "that Vale left": no "that mayor"

    def _is_empty_start(self, index: int, *, determined: bool) -> bool:
        """A word that has its capital from standing first, or a weekday."""
        word, lexicon = self._words[index], self._lexicon
        low = word.low
        if low in lexicon["month_day"] and not self._vocabulary.is_given(low):
            return not determined
        if determined or not self._is_initial(index):
            return low in lexicon["never_name"]
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        if following is not None and following.capital and (self._vocabulary.is_given(low) or self._is_adverb(low)):
            return not self._vocabulary.is_given(low)
        if low in lexicon["sentence_start"] or low in lexicon["preposition"] or low in lexicon["stop"]:
            return not word.kind
        if self._vocabulary.inner[low] or word.kind:
            return False
        return low in self._vocabulary.small or self._is_verb(index)

    def _is_initial(self, index: int) -> bool:
        return index == 0 or not self._words[index - 1].is_word

    def _is_adverb(self, low: str) -> bool:
        """Whether a word before a name is an adverb: "Suddenly Vale", but not "Dolly Vale"."""
        long = self._lexicon.language == "en" and low.endswith("ly") and len(low) >= _SHORTEST_ADVERB
        return long and low not in self._vocabulary.surnames

    def _is_verb(self, index: int) -> bool:
        """Whether a sentence's first word governs what follows, as no name does: "Carrying flags", "Make a plan"."""
        low, lexicon = self._words[index].low, self._lexicon
        if lexicon.language != "en" or index + 1 >= len(self._words) or low in self._vocabulary.surnames:
            return False
        after = self._words[index + 1]
        if self._vocabulary.is_given(low) or self._words[index].possessive or after.capital:
            return False
        if self._is_adverb(low) or (after.text == "," and low.endswith("ly")):
            return True  # "Separately, the mayor said", "Shortly before noon"
        governs = after.low in lexicon["indefinite"] or after.low in lexicon["possessive"] or after.low == "the"
        return governs or (low.endswith("ing") and after.is_word and after.low not in lexicon["stop"])

    def _continues(self, index: int) -> bool:
        """Whether a capitalised word goes on with the phrase: no weekday, no "I", nobody else's name."""
        low, lexicon = self._words[index].low, self._lexicon
        if low in lexicon["month_day"]:
            return self._vocabulary.is_given(low)
        return low not in lexicon["never_name"] and not self._is_next_speaker(index)

    def _is_next_speaker(self, index: int) -> bool:
        """Whether a last name before a verb of saying stands behind a house's: "told the Norland News Vale said"."""
        words, lexicon, low = self._words, self._lexicon, self._words[index].low
        if index + 1 >= len(words) or words[index + 1].low not in lexicon["say"] or low in lexicon["org_word"]:
            return False
        return words[index - 1].low in lexicon["org_word"] and low in self._vocabulary.seconds

    def _is_institution(self, begin: int, stop: int) -> bool:
        """Whether "of" belongs to a name: "Bank of Vale", "Bishop of Vale", but not "Bishop Jon Orme of Vale"."""
        words, lexicon = self._words, self._lexicon
        return any(
            word.capital and word.low in lexicon["institution"] and (index == stop - 1 or word.kind != "role")
            for index, word in enumerate(words[begin:stop], begin)
        )
