"""What the text itself tells of its words: which ones it writes small, which ones follow an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.quotes.lexicon import Lexicon, read_sections

if TYPE_CHECKING:
    from tui.quotes.words import Word


class Vocabulary(Struct):
    """Counts over one text, and the hints that we bring along."""

    small: set[str] = field(default_factory=set)
    """Words that stand in small letters somewhere."""
    articled: set[str] = field(default_factory=set)
    """Capitalised words right after an article: nouns, where nouns have capitals."""
    inner: Counter[str] = field(default_factory=Counter)
    """How often a word has a capital within a sentence."""

    surnames: set[str] = field(default_factory=set)
    """Capitalised words that follow a given name somewhere."""

    seconds: set[str] = field(default_factory=set)
    """Capitalised words right after another one: last names, where nouns have capitals."""

    def is_given(self, word: str) -> bool:
        """Whether a word, lower case, is a given name that we know."""
        return bool(given_gender(word))


@lru_cache(maxsize=8192)
def given_gender(word: str) -> str:
    """Return "m", "f", "u" for a given name of both, or "" for a word that is none that we know."""
    hints = read_sections("given")
    base = word.partition("-")[0]
    for key, gender in (("male", "m"), ("female", "f"), ("both", "u")):
        if word in hints[key] or base in hints[key]:
            return gender
    return ""


def is_place(word: str) -> bool:
    """Whether a name, lower case and its words joined by "_", is a place that we know."""
    return word in read_sections("places")["place"]


def read_vocabulary(lines: Iterable[Sequence[Word]], lexicon: Lexicon) -> Vocabulary:
    """Count the words of all paragraphs."""
    found = Vocabulary()
    articles = lexicon["definite"] | lexicon["indefinite"] | lexicon["possessive"]
    for words in lines:
        before: Word | None = None
        for word in words:
            if word.capital:
                _note_capital(found, word, before, articles)
            elif word.quote is None:
                found.small.add(word.low)
            before = word
    return found


def _note_capital(found: Vocabulary, word: Word, before: Word | None, articles: frozenset[str]) -> None:
    if before is None:
        return
    if before.capital and not before.possessive:
        found.seconds.add(word.low)
    if given_gender(before.low):
        found.surnames.add(word.low)
    if before.low not in ".!?:“":
        found.inner[word.low] += 1
    if before.low in articles:
        found.articled.add(word.low)
