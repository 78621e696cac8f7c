"""Noun phrases: where one begins, where it ends, and where the name in it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.quotes.edges import Edges

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.vocabulary import Vocabulary
    from tui.quotes.words import Word

_LONGEST = 10


class Phrase(Struct, gc=False):
    """A noun phrase in a sentence's words."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word: the head noun, or the name's last word."""
    name_first: int = -1
    """Index where the capitalised run at its end begins; -1 when it ends in a noun."""
    determined: bool = False
    """Whether an article or possessive stands before it."""
    definite: bool = False
    """Whether that article points back."""
    owner: str = ""
    """The possessive pronoun before it."""


def read_phrase(words: Sequence[Word], index: int, lexicon: Lexicon, vocabulary: Vocabulary) -> Phrase | None:
    """Return the noun phrase that begins at ``index``, if one does."""
    reader = _Reader(words, lexicon, vocabulary)
    return reader.read(index)


class _Reader(Edges):
    def __init__(self, words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        super().__init__(words, lexicon, vocabulary)
        self._nouns_capital = lexicon.language == "de"

    def read(self, index: int) -> Phrase | None:
        word = self._words[index]
        phrase = Phrase(index, index)
        begin = index
        if self._is_determiner(index):
            phrase.determined = True
            phrase.definite = word.low in self._lexicon["definite"] or word.low in self._lexicon["possessive"]
            phrase.owner = word.low if word.low in self._lexicon["possessive"] else ""
            begin = index + 1
        elif not word.capital and not word.kind:
            return None
        stop = self._stop(begin, determined=phrase.determined)
        if stop == begin:
            return None
        return self._finish(phrase, begin, stop)

    def _stop(self, begin: int, *, determined: bool) -> int:
        """One past the last word that may belong to the phrase."""
        index = begin
        limit = min(len(self._words), begin + _LONGEST)
        while index < limit and self._belongs(index, begin, determined=determined):
            if self._words[index].possessive:
                return index + 1
            index += 1
        return index

    def _belongs(self, index: int, begin: int, *, determined: bool) -> bool:
        word = self._words[index]
        if word.quote or not word.is_word:
            return self._is_bridge(index, begin) or (determined and self._is_comma_between(index, begin))
        if word.capital:
            return self._continues(index) if index > begin else not self._is_empty_start(index, determined=determined)
        if self._is_particle(index, begin):
            return True
        if word.low in self._lexicon["say"]:
            return self._is_noun_too(index, begin, determined=determined)
        return not self._ends_phrase(index)

    def _is_noun_too(self, index: int, begin: int, *, determined: bool) -> bool:
        """Whether a verb of saying is a noun here: "the state attorney", "the host"."""
        if self._words[index].low in self._lexicon["noun_too"] and index > begin:
            return self._has_noun_after(index)
        return bool(self._words[index].kind) and index == begin and determined

    def _has_noun_after(self, index: int) -> bool:
        """Whether a word that could be a verb stands before a name or a noun: "state attorney", "counsel Jon Vale"."""
        if index + 1 >= len(self._words):
            return False
        after = self._words[index + 1]
        return after.capital or bool(after.kind)

    def _ends_phrase(self, index: int) -> bool:
        """Whether a small word cannot stand within a noun phrase."""
        low, lexicon = self._words[index].low, self._lexicon
        if low in lexicon["stop"] or low in lexicon["preposition"] or self._is_determiner(index):
            return True
        return lexicon.language == "en" and low.endswith("ly") and low not in lexicon["ly_noun"]

    def _is_bridge(self, index: int, begin: int) -> bool:
        """A nickname in marks, & or a hyphen between two capitalised words."""
        if not begin < index < len(self._words) - 1:
            return False
        word, before, after = self._words[index], self._words[index - 1], self._words[index + 1]
        if not (before.capital and after.capital):
            return False
        if word.quote:
            return word.quote.end - word.quote.start < 25 and not before.possessive
        return (word.text in "&/" and before.end == word.start) or word.text == "&"

    def _is_comma_between(self, index: int, begin: int) -> bool:
        """The comma of "the tall, quiet miller"."""
        words = self._words
        if words[index].text != "," or not begin < index < len(words) - 2 or words[index - 1].capital:
            return False
        before, after, head = words[index - 1], words[index + 1], words[index + 2]
        return not before.kind and after.text.islower() and bool(head.kind)

    def _is_particle(self, index: int, begin: int) -> bool:
        """A small word within a name: Ursula von der Leyen, Bank of Norland."""
        low, words, lexicon = self._words[index].low, self._words, self._lexicon
        if not begin < index < len(words) - 1 or not self._may_link(index - 1):
            return False
        after = words[index + 1]
        # German "von" is a preposition, too: only after a given name does it belong to one.
        doubtful = self._nouns_capital and words[index - 1].capital
        if doubtful and low in lexicon["particle"] and not self._vocabulary.is_given(words[index - 1].low):
            return False
        if low in lexicon["particle"]:
            house = self._nouns_capital and self._is_house_after(index)
            further = index + 2 < len(words) and after.low in lexicon["particle"] and words[index + 2].capital
            return (after.capital or further) and not house
        if low in lexicon["definite"] and words[index - 1].low in lexicon["org_link"]:
            return after.capital and self._is_institution(begin, index)
        if low in lexicon["org_link"]:
            follows = after.capital or (
                after.low in lexicon["definite"] and index + 2 < len(words) and words[index + 2].capital
            )
            return follows and self._is_institution(begin, index)
        return False

    def _is_house_after(self, index: int) -> bool:
        """Whether a noun for a group follows, and no name's last word: "Jon Vale von der Universität Norland"."""
        words, lexicon = self._words, self._lexicon
        house = next((word for word in words[index : index + 4] if word.low not in lexicon["particle"]), None)
        return house is not None and (house.kind == "group" or house.low in lexicon["institution"])

    def _may_link(self, index: int) -> bool:
        word, lexicon = self._words[index], self._lexicon
        return word.capital or word.low in lexicon["particle"] or word.low in lexicon["org_link"]

    def _finish(self, phrase: Phrase, begin: int, stop: int) -> Phrase | None:
        """Cut the phrase after its name or its head noun."""
        words = self._words
        run = self._last_run(begin, stop)
        if run is None:
            noun = self._last_noun(begin, stop)
            phrase.last = self._head_after(noun, stop) if noun >= 0 else self._before_verb(begin, stop)
            return phrase if noun >= 0 or phrase.determined else None
        first, last = run
        noun = self._noun_after(last, stop)
        if noun < 0 and self._describes(phrase, last, stop):
            noun = last + 1
        if noun >= 0 and not words[last].possessive:
            phrase.last = noun
            return phrase
        noun = self._last_noun(begin, first)
        if first > begin and noun < 0 and not phrase.determined:
            return None
        if noun >= 0 and any(self._is_verb_behind(index) for index in range(noun + 1, first)):
            phrase.last = noun
            return phrase
        phrase.name_first, phrase.last = first, last
        return phrase

    def _is_verb_behind(self, index: int) -> bool:
        """Whether a word between a noun and a name is a verb: "his mother met Vale", but not "a man named Vale"."""
        low, lexicon = self._words[index].low, self._lexicon
        if lexicon.language != "en" or self._words[index].capital or low in lexicon["naming"]:
            return False
        return low in lexicon["verb"] or (low.endswith("ed") and "-" not in low and not self._words[index].kind)

    def _describes(self, phrase: Phrase, last: int, stop: int) -> bool:
        """Whether a name only describes the noun behind it: "a Norland readout", "her Courier account"."""
        if self._nouns_capital or not phrase.determined or (phrase.definite and not phrase.owner):
            return False
        if last + 1 >= stop or self._words[last].possessive:
            return False
        word = self._words[last + 1]
        verb = word.low in self._lexicon["verb"] or word.low[-2:] == "ed" or word.low[-3:] == "ing"
        return self._lexicon.language == "en" and word.is_word and not word.capital and not verb

    def _last_run(self, begin: int, stop: int) -> tuple[int, int] | None:
        """First and last index of the last run of capitalised words that may be a name."""
        if self._nouns_capital:
            return self._first_run(begin, stop)
        last = stop - 1
        while last >= begin and not self._words[last].capital:
            last -= 1
        if last < begin:
            return None
        first = last
        while first > begin and (self._words[first - 1].capital or self._is_inner(first - 1, begin)):
            first -= 1
        earlier = self._early_run(begin, first, stop)
        return earlier or (first, last)

    def _first_run(self, begin: int, stop: int) -> tuple[int, int] | None:
        """Where nouns have capitals, a phrase ends with its first run of them."""
        first = next((index for index in range(begin, stop) if self._words[index].capital), -1)
        if first < 0:
            return None
        last = first
        while last + 1 < stop and (self._words[last + 1].capital or self._is_inner(last + 1, begin)):
            last += 1
        return first, last

    def _early_run(self, begin: int, first: int, stop: int) -> tuple[int, int] | None:
        """The first run instead, when what follows it is no noun: "Ford visited Norland"."""
        if not self._words[begin].capital:
            return None
        last = begin
        while last + 1 < stop and (self._words[last + 1].capital or self._is_inner(last + 1, begin)):
            last += 1
        if last >= first or self._noun_after(last, first) >= 0:
            return None
        return begin, last

    def _is_inner(self, index: int, begin: int) -> bool:
        return self._is_bridge(index, begin) or self._is_particle(index, begin)

    def _noun_after(self, last: int, stop: int) -> int:
        """Index of the last noun for persons or groups in the small words right after ``last``, or -1."""
        found = -1
        for index in range(last + 1, min(stop, last + 5)):
            word = self._words[index]
            if (
                word.capital
                or not word.is_word
                or (word.low.endswith(("ed", "ing")) and word.low != "retired" and not word.low.endswith("-based"))
            ):
                break
            if word.kind:
                found = index
        return found

    def _before_verb(self, begin: int, stop: int) -> int:
        """Index of the last word before a verb, of a phrase whose noun we do not know: "five callers ranged"."""
        if self._lexicon.language != "en":
            return stop - 1
        for index in range(begin + 1, stop):
            low = self._words[index].low
            if low in self._lexicon["verb"] or (low[-2:] == "ed" and index > begin):
                return index - 1
        return stop - 1

    def _head_after(self, noun: int, stop: int) -> int:
        """The unknown noun that a known one only describes: "the news conference"; a verb is none."""
        if self._lexicon.language != "en" or noun + 1 >= stop or self._words[noun].possessive:
            return noun
        low = self._words[noun + 1].low
        verb = low in self._lexicon["verb"] or low[-2:] in {"ed", "ly"} or low[-3:] == "ing" or low[-1:] == "s"
        ends = noun + 2 >= len(self._words) or not self._words[noun + 1].is_word
        return noun if verb or ends or low in self._lexicon["stop"] else noun + 1

    def _last_noun(self, begin: int, stop: int) -> int:
        for index in range(stop - 1, begin - 1, -1):
            if self._words[index].kind:
                return index
        return -1
