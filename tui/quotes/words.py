"""The words outside the quotations, with each quotation as one word among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tui.quotes.marks import Span


class Word(Struct, gc=False):
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
    is_word: bool = False
    """Whether it is made of letters or digits."""
    leads: bool = False
    """Whether a mention may begin with it."""
    cue: bool = False
    """Whether it may be, or begin, a cue."""
    kind: str = ""
    """What it is as a noun: "role", "plural", "group", or "" for anything else."""


def read_words(text: str, spans: Sequence[Span], chunks: Mapping[str, Sequence[Word]]) -> list[Word]:
    """Return the words of one paragraph outside its outermost quotations, and these as words.

    Args:
        text: the paragraph.
        spans: what stands between its marks, in order.
        chunks: the words of each stretch between blanks.
    """
    words: list[Word] = []
    at = 0
    for span in spans:
        if span.depth:
            continue
        words.extend(_plain(text[at : span.left], at, chunks))
        words.append(Word("“", "“", span.left, span.right, quote=span))
        at = span.right
    words.extend(_plain(text[at:], at, chunks))
    return words


def read_plain(text: str, chunks: Mapping[str, Sequence[Word]]) -> list[Word]:
    """Return the words of ``text``, quotation marks and all."""
    return list(_plain(text, 0, chunks))


def _plain(text: str, at: int, chunks: Mapping[str, Sequence[Word]]) -> Iterator[Word]:
    """Yield the words of ``text``, which begins at ``at`` in its paragraph."""
    for chunk in text.split(" "):
        for word in chunks[chunk]:
            yield Word(
                word.text, word.low, at + word.start, at + word.end, word.capital,
                word.possessive, None, word.is_word, word.leads, word.cue, word.kind,
            )  # fmt: skip
        at += len(chunk) + 1
