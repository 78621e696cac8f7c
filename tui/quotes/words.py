"""The words outside the quotations, with each quotation as one word among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from tui.quotes.lexicon import Lexicon
from tui.quotes.marks import Span

_WORD = r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[-‑][^\W_]+)*|@\w+|[^\W_]+(?:[-‑&'’][^\W_]+)*|\.\.\.|[^\w\s]"
_ELIDED = r"\b(?:[ldjnsmtc]|qu|lorsqu|puisqu|jusqu|dell|all|nell|sull|dall|un|quell)['’](?=\w)"
_INVERTED = (
    r"[^\W\d_]+(?=-(?:t-)?(?:il|elle|ils|elles|on|je|nous|vous)\b)|(?<=-)(?:ils?|elles?|on|je|nous|vous)\b|-(?:t-)?"
)
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_LONGEST = 60


class Word(Struct):
    """A word, a punctuation mark, or a whole quotation."""

    text: str
    """As written, without a possessive 's; for a quotation a single “."""
    low: str
    """Lower case."""
    start: int
    """First code point in its paragraph."""
    end: int
    """One past the last code point, without a possessive 's."""
    capital: bool = False
    """Whether it begins with a capital letter."""
    possessive: bool = False
    """Whether 's or ' follows."""
    quote: Span | None = None
    """The quotation that stands here."""

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters or digits."""
        return self.quote is None and (self.text[0].isalnum() or len(self.text) > 1)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    if language == "fr":
        return re.compile(f"{_ELIDED}|{_INVERTED}|{_WORD}")
    if language in {"it", "ca", "pt"}:
        return re.compile(f"{_ELIDED}|{_WORD}")
    return re.compile(_WORD)


def read_words(text: str, spans: Sequence[Span], lexicon: Lexicon) -> list[Word]:
    """Return the words of one paragraph outside its outermost quotations, and these as words."""
    words: list[Word] = []
    at = 0
    for span in spans:
        if span.depth:
            continue
        words.extend(_plain(text, at, span.left, lexicon))
        words.append(Word("“", "“", span.left, span.right, quote=span))
        at = span.right
    words.extend(_plain(text, at, len(text), lexicon))
    return words


def read_plain(text: str, start: int, end: int, lexicon: Lexicon) -> list[Word]:
    """Return the words of ``text[start:end]``, quotation marks and all."""
    return list(_plain(text, start, end, lexicon))


def _plain(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Word]:
    abbreviations = lexicon["abbreviation"]
    skip = -1
    for match in _pattern(lexicon.language).finditer(text, start, end):
        at = match.start()
        if at == skip:
            continue
        word = match.group()[:_LONGEST] if match.end() - at > _LONGEST else match.group()
        first = word[0]
        if not first.isalnum():
            yield Word(word, word, at, match.end())
            continue
        stop = match.end()
        follows = text[stop : stop + 1]
        possessive = follows in {"'", "’"} and word[-1] in "sS" and lexicon.language == "en"
        elided = word[-2:-1] in {"'", "’"} and len(word) > 2 and lexicon.language != "fr"
        cut = _POSSESSIVE.search(word) if elided else None
        if cut:
            word, possessive = word[: cut.start()], True
            stop = at + len(word)
        if possessive and not cut:
            skip = stop
        if follows == "." and (word.lower() in abbreviations or (len(word) == 1 and first.isupper())):
            skip = stop
        yield Word(word, word.lower().replace("’", "'"), at, stop, first.isupper(), possessive)
