"""One layer of ranges over the text: what is said of each stretch of a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article.model import Mark

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


Layer = dict[int, RangeIndex]
"""Ranges of one sort over the items of an article."""


def index_marks(marks: Iterable[Mark]) -> RangeIndex:
    """Return a block's marks as ranges named after their kinds."""
    return RangeIndex(Range(mark.start, mark.end, mark.kind, mark.href) for mark in marks)


def make_layer(name: str, places: Iterable[tuple[int, int, int]]) -> Layer:
    """Return ``places`` (item, start, end) as a layer that looks as ``name`` says."""
    by_item: dict[int, list[Range]] = {}
    for item, start, end in places:
        by_item.setdefault(item, []).append(Range(start, end, name))
    return {item: RangeIndex(ranges) for item, ranges in by_item.items()}


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
