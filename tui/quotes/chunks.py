"""Stretches between blanks, parted into words: each read once a text, however often it comes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.quotes.nouns import noun_kind
from tui.quotes.words import Word

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon

_WORD = r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[-‑][^\W_]+)*|@\w+|[^\W_]+(?:[-‑&'’][^\W_]+)*|\.\.\.|[^\w\s]"
_ELIDED = r"\b(?:[ldjnsmtc]|qu|lorsqu|puisqu|jusqu|dell|all|nell|sull|dall|un|quell)['’](?=\w)"
_INVERTED = (
    r"[^\W\d_]+(?=-(?:t-)?(?:il|elle|ils|elles|on|je|nous|vous)\b)|(?<=-)(?:ils?|elles?|on|je|nous|vous)\b|-(?:t-)?"
)
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_LONGEST = 60
# an article has some 500 of them; what a book uses often stands among its first ones
_MOST = 8_000
_DETERMINERS = ("definite", "indefinite", "possessive")
_LEADS = (*_DETERMINERS, "he", "she", "it", "they", "i", "alone", "part_of")
_CUES = ("say", "according", "tag")


class Chunks(dict[str, tuple[Word, ...]]):
    """The words of each stretch between blanks, their places counted from its beginning."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        words = _read(chunk, self.lexicon)
        if len(self) < _MOST and len(chunk) <= _LONGEST:
            self[chunk] = words
        return words


@cache
def _pattern(language: str) -> re.Pattern[str]:
    if language == "fr":
        return re.compile(f"{_ELIDED}|{_INVERTED}|{_WORD}")
    if language in {"it", "ca", "pt"}:
        return re.compile(f"{_ELIDED}|{_WORD}")
    return re.compile(_WORD)


def _read(chunk: str, lexicon: Lexicon) -> tuple[Word, ...]:
    english = lexicon.language == "en"
    found: list[Word] = []
    skip = -1
    for match in _pattern(lexicon.language).finditer(chunk):
        at, stop = match.span()
        if at == skip:
            continue
        text = match.group()[:_LONGEST]
        if not text[0].isalnum():
            found.append(Word(text, text, at, stop, is_word=len(text) > 1, cue=_is_cue(text, lexicon)))
            continue
        follows = chunk[stop : stop + 1]
        possessive = english and text[-1] in "sS" and follows in {"'", "’"}
        if possessive or (follows == "." and (text.lower() in lexicon["abbreviation"] or _is_initial(text))):
            skip = stop
        if len(text) > 2 and lexicon.language != "fr" and _POSSESSIVE.search(text):
            text, possessive, stop = text[:-2], True, stop - 2
        found.append(_word(text, at, stop, lexicon, possessive=possessive))
    return tuple(found)


def _word(text: str, at: int, stop: int, lexicon: Lexicon, *, possessive: bool) -> Word:
    low, capital = text.lower().replace("’", "'"), text[0].isupper()
    kind = noun_kind(low, lexicon)
    leads = capital or bool(kind) or any(low in lexicon[section] for section in _LEADS)
    return Word(text, low, at, stop, capital, possessive, None, True, leads, _is_cue(low, lexicon), kind)


def _is_initial(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _is_cue(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.phrases or any(low in lexicon[section] for section in _CUES)
