"""Grapheme clusters and their cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import get_character_cell_size, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Sequence

_SINGLE = re.compile("[^ -~\xa0-\xac\xae-ʯͰ-҂‐-—‘-‟•…─-◼⠀-⣿]")


def is_single(text: str) -> bool:
    """Whether each code point is one cell and a cluster of its own."""
    return (text.isascii() and text.isprintable()) or not _SINGLE.search(text)


def cells_of(text: str) -> Sequence[int] | None:
    """Return each code point's cells, a cluster's on its first; None when each has one."""
    if is_single(text):
        return None
    sizes = [0] * len(text)
    for start, _end, size in split_graphemes(text)[0]:
        sizes[start] = size
    return sizes


def cluster_end(text: str, start: int) -> int:
    """Return where the cluster that starts at ``start`` ends."""
    end = start + 1
    while end < len(text) and get_character_cell_size(text[end]) == 0 and text[end] != "\n":
        end += 1
    return min(end, len(text))


def snap_start(text: str, char: int) -> int:
    """Return the start of the cluster that ``char`` lies in."""
    start = char
    while 0 < start < len(text) and _joins(text, start):
        start -= 1
    return start


def snap_end(text: str, char: int) -> int:
    """Return ``char``, or the end of the cluster that it cuts."""
    end = char
    while 0 < end < len(text) and _joins(text, end):
        end += 1
    return end


def _joins(text: str, place: int) -> bool:
    """Whether the characters on both sides of ``place`` belong to one cluster."""
    return (get_character_cell_size(text[place]) == 0 and text[place] not in "\n\t") or text[place - 1] == "\u200d"
