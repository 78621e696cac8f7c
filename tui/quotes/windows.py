"""Long texts in windows: what is held at one time stays small, and time grows with the length and no faster.

An article fits into one window. A book is read window by window; who was named
goes with the reader, which paragraph was left open does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.article import Place

if TYPE_CHECKING:
    from tui.article import Quote

WINDOW = 40_000
"""Code points read at one time; far more than an article has."""

_BREAK = re.compile(r"[.!?…]\S?\s|\n")
_NEAR = 2_000


class Piece(Struct, frozen=True):
    """A paragraph, or a part of one that is longer than a window."""

    block: int
    """Index of its paragraph."""
    offset: int
    """Where in the paragraph it begins."""
    text: str
    """The words."""


def read_windows(paragraphs: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield the text in windows of whole paragraphs, those that are too long cut behind a sentence."""
    window: list[Piece] = []
    size = 0
    for block, text in enumerate(paragraphs):
        for piece in _pieces(block, text):
            if window and size + len(piece.text) > WINDOW:
                yield window
                window, size = [], 0
            window.append(piece)
            size += len(piece.text)
    if window:
        yield window


def _pieces(block: int, text: str) -> Iterator[Piece]:
    start = 0
    while len(text) - start > WINDOW:
        stop = start + WINDOW
        ends = [match.end() for match in _BREAK.finditer(text, stop - _NEAR, stop)]
        cut = ends[-1] if ends else stop
        yield Piece(block, start, text[start:cut])
        start = cut
    yield Piece(block, start, text[start:] if start else text)


def put_back(quote: Quote, window: Sequence[Piece]) -> Quote:
    """Return ``quote``, found in a window, at its places in the whole text."""
    parts = tuple(
        Place(window[part.block].block, window[part.block].offset + part.start, window[part.block].offset + part.end)
        for part in quote.parts
    )
    return replace(quote, parts=parts)
