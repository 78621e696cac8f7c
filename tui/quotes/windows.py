"""Long texts in windows: what is held at one time stays small, and time grows with the length and no faster.

An article fits into one window. A book is read window by window; who was named
goes with the reader, which paragraph was left open does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

WHOLE = 40_000
"""A text of no more code points is read in one piece; far more than an article has."""
WINDOW = 20_000
"""Code points read at one time of a longer one: what they become fits into a processor's cache."""

_BREAK = re.compile(r"[.!?…]\S?\s|\n")
_NEAR = 2_000


class Piece(Struct, frozen=True, gc=False):
    """A paragraph, or a part of one that is longer than a window."""

    block: int
    """Index of its paragraph."""
    offset: int
    """Where in the paragraph it begins."""
    text: str
    """The words."""


def read_windows(paragraphs: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield the text in windows of whole paragraphs, those that are too long cut behind a sentence."""
    if sum(map(len, paragraphs)) <= WHOLE:
        yield [Piece(block, 0, text) for block, text in enumerate(paragraphs)]
        return
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
