"""Links: to an article, and to a passage of it by text fragment.

The rules are those of the WICG draft "Text Fragments" (URL Fragment Text Directives, 3): a browser looks for
``text=[prefix-,]start[,end][,-suffix]``, without regard to case and accents; each term lies within one block of the
page, the start and the end of the whole at word boundaries; the prefix and the suffix stand next to it with nothing but
blanks between; the first hit counts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from msgspec import Struct

from tui.article import clean_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Place

SHORT_WORDS = 10
"""Up to so many words the fragment holds the whole passage; a longer one is named by its first and last words."""

SHORT_LENGTH = 120
"""The same in code points, for words that are long, or are not parted by blanks."""

WHOLE_LENGTH = 300
"""Longest passage that is held whole where its ends do not tell it from another."""

END_WORDS = 5
"""How many words name the beginning and the end of a long passage."""

CONTEXTS = ((0, 2), (2, 0), (2, 2), (0, 4), (4, 0), (4, 4), (0, 8), (8, 0), (8, 8))
"""Words before and after a whole passage that are tried until they make it the only one.

There is some context wherever there are words beside the passage: pages set their best quotations apart a second time,
and name them in teasers, which an article does not know of.
"""

PREFIXES = (2, 4, 8)
"""The same for a passage that is named by its ends: what stands after it says nothing about where it begins."""

MOST_PARTS = 3
"""How many pieces of a split quotation the link names; the browser goes to the first, and marks them all."""

_WORD = re.compile(r"[^\s、。，；：！？「」『』（）]*[、。，；：！？「」『』（）]+|[^\s、。，；：！？「」『』（）]+")
"""A word; where blanks do not part words, what stands between two marks, since only there is a word's end sure."""
_MARKS = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_EDGES = "\n\t"
"""What ends a block of the page, or a line or a cell in it: no term reaches across."""


def article_link(article: Article) -> str:
    """Return the article's best link; its source when it has no web address."""
    return clean_url(article.address) or article.address


def passage_link(article: Article, parts: Sequence[Place]) -> str:
    """Return a link that opens the page at a passage, or the plain link where no fragment would be sure to find it.

    Args:
        article: The article.
        parts: Where the passage stands; more than one place when the writer's words part it.
    """
    link = clean_url(article.address)
    if not link:
        return article_link(article)
    body = _body_of(article)
    directives = [_directive(body, part) for part in parts[:MOST_PARTS]]
    if not directives or not directives[0]:
        return link
    return f"{link.partition('#')[0]}#:~:{'&'.join(f'text={one}' for one in directives if one)}"


@lru_cache(maxsize=1)
def _body_of(article: Article) -> _Body:
    """Return the article's text, made ready once for all its quotations."""
    return _Body(article)


class _Body:
    """An article's text as a browser searches it."""

    def __init__(self, article: Article) -> None:
        self.text = "\n".join(block.text for block in article.blocks)
        self._starts = [0]
        for block in article.blocks:
            self._starts.append(self._starts[-1] + len(block.text) + 1)
        besides = [article.title, article.standfirst]
        besides += [words for figure in article.figures for words in (figure.caption, figure.credit)]
        self._folded = _fold("\n".join([*besides, self.text]))

    def span(self, place: Place) -> tuple[int, int]:
        """Return where ``place`` lies in ``text``, without blanks at its ends."""
        start = self._starts[place.block] + place.start
        words = self.text[start : self._starts[place.block] + place.end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    def line(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch around ``start`` to ``end`` within which a term may lie."""
        left = max(self.text.rfind(edge, 0, start) for edge in _EDGES) + 1
        ends = [found for edge in _EDGES if (found := self.text.find(edge, end)) >= 0]
        return left, min(ends, default=len(self.text))

    def has_once(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` are nowhere else in what is known of the page."""
        return self._folded.count(_fold(self.text[start:end]).strip()) == 1

    def finds_end(self, after: int, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` come first right there, looked for from ``after`` on."""
        rest, words = _fold(self.text[after:end]), _fold(self.text[start:end]).strip()
        return rest.rstrip().find(words) == len(rest.rstrip()) - len(words)


class _Terms(Struct, frozen=True):
    """What a directive names: offsets into the body's text, in order. Equal ones enclose nothing."""

    prefix: int
    start: int
    start_end: int
    end_start: int
    """Equal to ``end`` when ``start`` to ``start_end`` is the whole passage."""
    end: int
    suffix: int

    def written(self, text: str) -> str:
        """Return the directive's value."""
        terms = [
            (self.prefix, self.start, "{}-"),
            (self.start, self.start_end, "{}"),
            (self.end_start, self.end, "{}"),
            (self.end, self.suffix, "-{}"),
        ]
        words = [(" ".join(text[left:right].split()), form) for left, right, form in terms]
        return ",".join(form.format(_encode(term)) for term, form in words if term)


def _directive(body: _Body, place: Place) -> str:
    """Return the value of ``text=`` that names ``place`` and nothing else, or empty."""
    start, end = body.span(place)
    if start >= end:
        return ""
    for terms in _choices(body, start, end):
        if terms.end_start == terms.end:
            sure = body.has_once(terms.prefix, terms.suffix)
        else:
            sure = body.has_once(terms.prefix, terms.start_end) and body.finds_end(
                terms.start_end, terms.end_start, terms.suffix
            )
        if sure:
            return terms.written(body.text)
    return ""


def _choices(body: _Body, start: int, end: int) -> Iterator[_Terms]:
    """Yield what the directive may name, from the best to what is better than nothing."""
    left, right = body.line(start, end)
    if not _is_short(body, start, end):
        for before in PREFIXES:
            prefix = _back(body.text, left, start, before)
            if prefix < start:
                yield _ends(body, (prefix, start, end, end))
    if left == body.line(start, start)[0] and body.line(start, start)[1] == right and end - start <= WHOLE_LENGTH:
        for before, after in CONTEXTS:
            prefix, suffix = _back(body.text, left, start, before), _on(body.text, end, right, after)
            if (prefix < start or not before) and (suffix > end or not after):
                yield _Terms(prefix, start, end, end, end, suffix)
        yield _Terms(start, start, end, end, end, end)
    yield _ends(body, (start, start, end, _on(body.text, end, right, 2)))
    yield from _across(body, (left, start, end, right))


def _is_short(body: _Body, start: int, end: int) -> bool:
    """Whether the passage is named whole without a second thought."""
    words = sum(1 for _ in _WORD.finditer(body.text, start, end))
    return words <= SHORT_WORDS and end - start <= SHORT_LENGTH and body.line(start, start)[1] >= end


def _across(body: _Body, line: tuple[int, int, int, int]) -> Iterator[_Terms]:
    """Yield the whole line, with the end of the one before it or the beginning of the one after."""
    left, start, end, right = line
    marks = (body.text[left:start], body.text[end:right])
    if any(char.isalnum() for char in "".join(marks)):
        return
    text = body.text
    before = len(text[:left].rstrip())
    yield _ends(body, (_back(text, body.line(before, before)[0], before, 4), left, right, right))
    after = len(text) - len(text[right:].lstrip())
    yield _ends(body, (left, left, right, _on(text, after, body.line(after, after)[1], 4)))


def _ends(body: _Body, around: tuple[int, int, int, int]) -> _Terms:
    """Return the terms for prefix, start, end and suffix, with the passage named by its ends unless it is short."""
    prefix, start, end, suffix = around
    words = [found.span() for found in _WORD.finditer(body.text, start, end)]
    start_end = min(body.line(start, start)[1], words[min(END_WORDS, len(words)) - 1][1])
    end_start = max(body.line(end, end)[0], words[max(0, len(words) - END_WORDS)][0])
    if _is_short(body, start, end) or start_end >= end_start:
        return _Terms(prefix, start, end, end, end, suffix)
    return _Terms(prefix, start, start_end, end_start, end, suffix)


def _back(text: str, left: int, start: int, words: int) -> int:
    """Return where the last ``words`` words before ``start`` begin; marks alone do not count as a word."""
    found = [word.start() for word in _WORD.finditer(text, left, start) if _speaks(word[0])]
    return found[-min(words, len(found))] if found and words else start


def _on(text: str, end: int, right: int, words: int) -> int:
    """Return where the first ``words`` words after ``end`` end."""
    found = [word.end() for word in _WORD.finditer(text, end, right) if _speaks(word[0])]
    return found[min(words, len(found)) - 1] if found and words else end


def _speaks(word: str) -> bool:
    return any(char.isalnum() for char in word)


def _fold(text: str) -> str:
    """Return ``text`` so that what a browser takes for equal is equal: case, accents, blanks, shapes of marks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_MARKS))
        text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


def _encode(term: str) -> str:
    """Percent-encode; ``-``, ``,`` and ``&`` are syntax within a directive."""
    return percent_encode(term, safe="").replace("-", "%2D")
