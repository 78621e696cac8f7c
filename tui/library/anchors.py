"""Finding a stretch of text again in a changed version of its article.

Offsets drift and the words around them survive, so the words themselves, some
text before and after, and the old place are kept (the experience of Hypothesis
and others, W3C Web Annotation "TextQuoteSelector").
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.article import Place, Quote, QuoteKind
from tui.library.model import NoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article

CONTEXT = 40
"""How much text is kept before and after, in code points."""


FOLLOWED = 60
"""Code points by which a place is known again: a line of text."""


class Anchor(Struct, frozen=True):
    """A stretch of text and what is needed to find it again."""

    exact: str
    """The words."""
    prefix: str
    """Up to ``CONTEXT`` code points before them, in the same block."""
    suffix: str
    """Up to ``CONTEXT`` code points after them."""
    place: Place
    """Where they stood when it was made."""


class Remark(Struct, frozen=True):
    """A note as it is stored."""

    id: int
    """Its number."""
    kind: NoteKind
    """What it says of the words."""
    anchor: Anchor
    """The words."""
    speaker: str
    """Who said them."""


def make_anchor(article: Article, place: Place) -> Anchor | None:
    """Return the anchor of a stretch of ``article``, or None when nothing stands there."""
    if not 0 <= place.block < len(article.blocks):
        return None
    text = article.blocks[place.block].text
    if not (0 <= place.start < place.end <= len(text)) or not text[place.start : place.end].strip():
        return None
    before, after = text[max(0, place.start - CONTEXT) : place.start], text[place.end : place.end + CONTEXT]
    return Anchor(text[place.start : place.end], before, after, place)


def find_anchor(article: Article, anchor: Anchor) -> Place | None:
    """Return where the words of ``anchor`` stand now: in the likest surroundings, then nearest to the old place."""
    return max(_places(article, anchor.exact), key=lambda place: _likeness(article, anchor, place), default=None)


def follow_words(old: Article, place: Place, new: Article) -> Place | None:
    """Return where in ``new`` the words stand that begin at ``place`` in ``old``; None when they are gone.

    So a place is remembered by its text: another version of the article has it too.
    """
    if not 0 <= place.block < len(old.blocks):
        return None
    end = min(place.start + FOLLOWED, len(old.blocks[place.block].text))
    anchor = make_anchor(old, Place(place.block, place.start, end))
    found = find_anchor(new, anchor) if anchor is not None else None
    return Place(found.block, found.start, found.start) if found is not None else None


def with_remarks(article: Article, remarks: Sequence[Remark]) -> Article:
    """Return ``article`` with the person's own quotations and speakers in it."""
    if not remarks:
        return article
    quotes = list(article.quotes)
    for remark in remarks:
        if remark.kind is NoteKind.QUOTE:
            _add_quote(article, quotes, remark)
        else:
            _mend_speaker(quotes, remark)
    return replace(article, quotes=tuple(sorted(quotes, key=lambda quote: quote.parts)))


def find_quote(quotes: Sequence[Quote], anchor: Anchor) -> int | None:
    """Return which of ``quotes`` has the words of ``anchor``, the nearest to its old place, or None."""
    wanted = anchor.exact.split()
    same = [number for number, quote in enumerate(quotes) if quote.text.split() == wanted]
    return min(same, key=lambda number: _distance(quotes[number].place, anchor.place), default=None)


def _add_quote(article: Article, quotes: list[Quote], remark: Remark) -> None:
    place = find_anchor(article, remark.anchor)
    if place is None:
        return
    quotes[:] = [quote for quote in quotes if quote.parts != (place,)]
    quotes.append(Quote(remark.anchor.exact, QuoteKind.DIRECT, (place,), speaker=remark.speaker, confidence=1.0))


def _mend_speaker(quotes: list[Quote], remark: Remark) -> None:
    number = find_quote(quotes, remark.anchor)
    if number is not None:
        quotes[number] = replace(quotes[number], speaker=remark.speaker, confidence=1.0)


def _places(article: Article, exact: str) -> Iterator[Place]:
    for index, block in enumerate(article.blocks):
        start = block.text.find(exact)
        while start >= 0:
            yield Place(index, start, start + len(exact))
            start = block.text.find(exact, start + 1)


def _likeness(article: Article, anchor: Anchor, place: Place) -> tuple[int, int, int]:
    text = article.blocks[place.block].text
    before, after = text[max(0, place.start - CONTEXT) : place.start], text[place.end : place.end + CONTEXT]
    alike = _alike(before[::-1], anchor.prefix[::-1]) + _alike(after, anchor.suffix)
    blocks, characters = _distance(place, anchor.place)
    return alike, -blocks, -characters


def _distance(one: Place, other: Place) -> tuple[int, int]:
    return abs(one.block - other.block), abs(one.start - other.start)


def _alike(one: str, other: str) -> int:
    """Return how many of the first characters of two texts are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
