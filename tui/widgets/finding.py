"""Finding in an article: folded text in which every place is a place of the text itself."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_HITS = 20_000
"""Hits marked; a pattern that has more says nothing."""

_ACCENTED = "[À-ɏḀ-ỿΆ-ώἀ-῾ЀЁЃЇЌ-ЎЙйѐёѓїќ-ў]"
_COMBINING = "[\u0300-\u036f]"
_STRAIGHT = tuple(zip("‘’‚‛“”„‟‐‑–—\u00a0\u202f", "''''\"\"\"\"----  ", strict=True))


class PatternError(ValueError):
    """A regular expression that is none; the message says why."""


class Folding(Struct, frozen=True):
    """What is not told apart."""

    case: bool
    accents: bool
    marks: bool
    """Curly and straight quotation marks, dashes and hyphens, spaces."""


class Folded:
    """All blocks' texts, folded in one way and joined, so that one ``str.find`` looks through all."""

    def __init__(self, texts: Sequence[str], folding: Folding) -> None:
        self._joined, self._places = fold("\n".join(texts), folding)
        self._tops = [0, *accumulate(len(text) + 1 for text in texts)]

    def places(self, needle: str) -> list[Place]:
        """Return where ``needle``, folded alike, stands; hits do not overlap."""
        found: list[int] = []
        at, step, find = 0, max(1, len(needle)), self._joined.find
        while (at := find(needle, at)) >= 0 and len(found) < MOST_HITS:
            found.append(at)
            at += step
        return [self._place(start, start + step) for start in found]

    def _place(self, start: int, end: int) -> Place:
        if self._places is not None:
            start, end = self._places[start], self._places[end]
        block = bisect_right(self._tops, start) - 1
        top = self._tops[block]
        return Place(block, start - top, end - top)


def fold(text: str, folding: Folding) -> tuple[str, list[int] | None]:
    """Return ``text`` folded, and where in ``text`` each of its characters stood when that has changed."""
    places = None
    if not text.isascii():
        if folding.marks:
            text = _straighten(text)
        if folding.accents and (re.search(_ACCENTED, text) or re.search(_COMBINING, text)):
            text, places = _strip_accents(text)
    if folding.case:
        lowered = text.lower()
        text = lowered if len(lowered) == len(text) else "".join(_lower(char) for char in text)
    return text, places


def _straighten(text: str) -> str:
    """Return ``text`` with straight marks and plain hyphens; a replacement each is ten times as quick as a table."""
    for mark, plain in _STRAIGHT:
        if mark in text:
            text = text.replace(mark, plain)
    return text


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char


@lru_cache(maxsize=2_048)
def _base(char: str) -> str:
    """Return a letter without its accents."""
    parts = unicodedata.normalize("NFD", char)
    accented = len(parts) > 1 and all(unicodedata.combining(mark) for mark in parts[1:])
    return parts[0] if accented else char


def _strip_accents(text: str) -> tuple[str, list[int] | None]:
    """Return ``text`` without accents, and where its characters stood when some that stood alone are gone."""
    bare = re.sub(_ACCENTED, lambda match: _base(match[0]), text)
    if not re.search(_COMBINING, bare):
        return bare, None
    places = [place for place, char in enumerate(bare) if not unicodedata.combining(char)]
    return "".join(map(bare.__getitem__, places)), [*places, len(text)]


def folding_of(pattern: str) -> Folding:
    """Return what ``pattern`` leaves open: what is typed with care is meant."""
    bare = _strip_accents(pattern)[0]
    return Folding(case=pattern == pattern.lower(), accents=bare == pattern, marks=pattern == _straighten(pattern))


class Finder:
    """Finds in one article; each way of folding it is made once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._folded: dict[Folding, Folded] = {}

    def find(self, pattern: str) -> list[Place]:
        """Return where ``pattern`` stands, or what ``/pattern/`` as a regular expression matches.

        Raises:
            PatternError: the expression cannot be understood.
        """
        if len(pattern) > 2 and pattern[0] == pattern[-1] == "/":
            return list(self._search(pattern[1:-1]))
        needle = pattern.replace("\n", " ")
        if not needle.strip():
            return []
        folding = folding_of(needle)
        if folding not in self._folded:
            self._folded[folding] = Folded(self._texts, folding)
        return self._folded[folding].places(fold(needle, folding)[0])

    def _search(self, expression: str) -> Iterable[Place]:
        flags = re.IGNORECASE if expression == expression.lower() else re.NOFLAG
        try:
            search = re.compile(expression, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(str(error)) from error
        left = MOST_HITS
        for block, text in enumerate(self._texts):
            for match in search.finditer(text):
                if match.end() > match.start():
                    left -= 1
                    yield Place(block, *match.span())
                if not left:
                    return
