"""One layer of ranges over the text: what is said of each stretch of a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article.model import Mark, Place

MOST_RANGES = 400
"""Ranges looked at for one line; a line has fewer characters, the rest is somebody's joke."""


class Range(Struct, frozen=True):
    """``text[start:end]`` looks as ``name`` says; ``href`` for a link."""

    start: int
    end: int
    name: str
    href: str = ""


class Run(Struct, frozen=True):
    """A stretch in which nothing changes."""

    start: int
    end: int
    names: tuple[str, ...]
    """In the order in which they are laid over each other, each once."""
    href: str


class RangeIndex:
    """Ranges of one text, to be asked for those that touch a line. They may nest and overlap."""

    __slots__ = ("_ends", "_ranges", "_starts")

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = sorted(ranges, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self._ranges]
        self._ends = list(accumulate((item.end for item in self._ranges), max))

    def touching(self, start: int, end: int) -> list[Range]:
        """Return the ranges that have a character within ``start`` to ``end``."""
        low = bisect_right(self._ends, start)
        high = bisect_left(self._starts, end)
        return [item for item in self._ranges[low : min(high, low + MOST_RANGES)] if item.end > start]


class Layer:
    """Places of an article that look as ``name`` says; those of an item are put in order when it is drawn."""

    __slots__ = ("_head", "_made", "_name", "_places")

    def __init__(self, name: str, places: Iterable[Place], head: int) -> None:
        """Args: ``head``: how many items stand before the first block."""
        self._name = name
        self._places = sorted(places)
        self._head = head
        self._made: dict[int, RangeIndex] = {}

    def touching(self, item: int, start: int, end: int) -> list[Range]:
        """Return what has a character within ``start`` to ``end`` of an item."""
        if not self._places:
            return []
        index = self._made.get(item)
        if index is None:
            block = item - self._head
            low = bisect_left(self._places, block, key=_block_of)
            high = bisect_right(self._places, block, low, key=_block_of)
            parts = self._places[low:high]
            index = self._made[item] = RangeIndex(Range(part.start, part.end, self._name) for part in parts)
        return index.touching(start, end)


def _block_of(place: Place) -> int:
    return place.block


def index_marks(marks: Iterable[Mark]) -> RangeIndex:
    """Return a block's marks as ranges named after their kinds."""
    return RangeIndex(Range(mark.start, mark.end, mark.kind, mark.href) for mark in marks)


def cut_runs(start: int, end: int, ranges: Iterable[Range]) -> list[Run]:
    """Cut ``start`` to ``end`` wherever a range begins or ends; later ranges lie over earlier ones."""
    within = [item for item in ranges if item.start < end and item.end > start]
    if not within:
        return [Run(start, end, (), "")] if end > start else []
    edges = {start, end}
    for item in within:
        edges.add(max(start, item.start))
        edges.add(min(end, item.end))
    places = sorted(edges)
    runs = []
    for left, right in pairwise(places):
        over = [item for item in within if item.start <= left and item.end >= right]
        href = next((item.href for item in reversed(over) if item.href), "")
        runs.append(Run(left, right, tuple(dict.fromkeys(item.name for item in over)), href))
    return runs
