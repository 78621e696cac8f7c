"""Entries broken into rows at one width, a stretch of them at a time."""

from __future__ import annotations

from bisect import bisect_right
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.widgets.runs import Range


class Part(Struct, frozen=True):
    """A paragraph of an entry."""

    text: str
    ranges: tuple[Range, ...] = ()
    """How stretches of the text look."""


class Entry(Struct, frozen=True):
    """What is listed."""

    source: int
    """Which quotation or caption it is; -1 for a line that is none (a speaker above theirs)."""
    label: str
    """What stands in the gutter: a number."""
    parts: tuple[Part, ...]
    has_inset: bool = False
    """Whether room is left at its side for something drawn; see ``EntryPane.inset``."""


Line = tuple[int, int, int, int]
"""A row: number of the entry, which of its paragraphs (-1 for the empty row below it), start and end in its text."""


class EntrySetting:
    """So many entries, one empty row below each."""

    def __init__(self, compose: Callable[[int], Entry], count: int, room: int, inset: tuple[int, int]) -> None:
        """Args: what says what an entry is when it is needed, how many there are, cells of a row, see ``inset``."""
        self._compose = compose
        self._count = count
        self._room = room
        self._inset = inset
        self.tops: list[int] = []
        """First row of each entry that is laid out."""
        self.lines: list[Line] = []
        """Their rows."""

    @property
    def whole(self) -> bool:
        """Whether all entries are laid out."""
        return len(self.tops) >= self._count

    @property
    def likely_rows(self) -> int:
        """How many rows there are; of what is not laid out yet, as many as the rest lets one expect."""
        laid = len(self.tops)
        return len(self.lines) if self.whole or not laid else len(self.lines) * self._count // laid

    def lay_on(self, seconds: float | None = None, rows: int | None = None, number: int | None = None) -> bool:
        """Lay out further, to the end or until there are ``rows``, entry ``number`` is there, ``seconds`` have passed.

        Returns:
            Whether all is laid out.
        """
        end = perf_counter() + seconds if seconds is not None else None
        while not self.whole and (rows is None or len(self.lines) < rows):
            if number is not None and len(self.tops) > number:
                break
            self._lay(len(self.tops))
            if end is not None and perf_counter() > end:
                break
        return self.whole

    def _lay(self, number: int) -> None:
        entry, lines, top = self._compose(number), self.lines, len(self.lines)
        self.tops.append(top)
        columns, rows = self._inset if entry.has_inset else (0, 0)
        room = max(1, self._room - columns)
        for part, words in enumerate(entry.parts):
            starts = wrap(words.text, room)
            ends = [*starts[1:], len(words.text)]
            lines += [(number, part, start, end) for start, end in zip(starts, ends, strict=True)]
        lines += [(number, 0, 0, 0)] * (rows - len(lines) + top)
        lines.append((number, -1, 0, 0))

    def holds(self, number: int) -> bool:
        """Whether an entry is laid out."""
        return number < len(self.tops)

    def rows_of(self, number: int) -> tuple[int, int]:
        """Return the first row of an entry and its last; what is not laid out yet is laid out for it."""
        self.lay_on(number=number)
        after = self.tops[number + 1] if number + 1 < len(self.tops) else len(self.lines)
        return self.tops[number], after - 2

    def number_at(self, row: int) -> int | None:
        """Return which entry a row belongs to, None for one past the last that is laid out."""
        return bisect_right(self.tops, row) - 1 if 0 <= row < len(self.lines) else None
