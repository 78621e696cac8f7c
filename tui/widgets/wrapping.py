"""Where lines end: integers only, no copies of text.

Plain text (one cell a character, one space between words) is broken with one
``str.rfind`` a line. That gives the breaks of UAX #14 as long as no
opportunity other than a space lies in the word that runs over, and the space
itself is one; both are looked at, and what fails goes the whole way through
``linebreaks``. The tests hold the two ways equal.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.widgets.graphemes import cells_of, cluster_ends
from tui.widgets.hyphenation import WORD, Hyphens
from tui.widgets.linebreaks import find_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ONE_LINE: tuple[int, ...] = (0,)
"""What ``wrap`` returns for text that fits."""

ZONE = 4
"""Cells that a line may be short of the measure before the next word is parted."""

STRETCH = 4_000
"""Code points broken at once; longer text is a stretch after the other, so that none takes longer than a blink."""

WIDOW = 6
"""A last line of one word shorter than this, in characters, gets the word before it for company."""

_UNPLAIN = re.compile("[^ -~\xa0-\xac\xae-ʯͰ-҂‘’“”–—…•]")
# Characters beside which a line may end within a word; all else in plain text keeps to its neighbours.
_SPECIAL = re.compile("[^ A-Za-z0-9À-ÖØ-öø-ʯͰ-ͽͿ-ҁ'’‘“”\",.:;)&@*=_~^#`\xa0]")
_BLANKS = " \n\t\u3000"
"""What hangs over at the end of a line, and is not drawn."""
_BEFORE_NO_BREAK = frozenset("([{«“‘¡¿")
_AFTER_NO_BREAK = frozenset(" )]}!?;:,./»”’—")


def wrap(text: str, width: int) -> Sequence[int]:
    r"""Return where each line starts; the first is 0.

    A line ends before the next one's start; blanks at its end hang over and
    are not drawn. ``\n`` always ends a line. ``width`` counts cells, at least 1.
    """
    if len(text) <= STRETCH:
        return _wrap(text, width)
    starts: list[int] = []
    for _ in wrap_by_stretches(text, width, starts):
        pass
    return starts


def wrap_by_stretches(text: str, width: int, starts: list[int]) -> Iterator[None]:
    """Add to ``starts`` what ``wrap`` returns, and pause after each stretch of the text.

    The last two lines of a stretch are broken again with the next one: what
    follows a line may have a say in where it ends.
    """
    start, size = 0, max(STRETCH, 16 * width)
    while start + size < len(text):
        lines = _wrap(text[start : start + size], width)
        if len(lines) < 3:  # marks that take no room
            size *= 2
            continue
        starts += [start + line for line in lines[:-2]]
        start += lines[-2]
        yield
    starts += [start + line for line in _wrap(text[start:], width)]


def wrap_hyphenated(text: str, width: int, hyphens: Hyphens) -> tuple[Sequence[int], list[int]]:
    """Return where each line starts, and which of these places lie within a word: there a hyphen is to be drawn."""
    if len(text) > STRETCH:
        return wrap(text, width), []
    parted: list[int] = []
    analysis = _analyse(text)
    starts = _wrap_any(analysis, text, width, _Parting(hyphens, parted))
    if analysis.cells is None and len(text) - starts[-1] < WIDOW and len(starts) > 1:
        _keep_company(text, starts, width)
    return starts, parted


class _Parting(Struct, frozen=True):
    """Parts the word after a line that would else be short."""

    hyphens: Hyphens
    parted: list[int]
    """Where words have been parted."""

    def place(self, analysis: _Analysis, text: str, line: tuple[int, int, int], width: int) -> int:
        """Return where the next line starts: within the word that follows, if it can be parted.

        Args:
            analysis: Of the text.
            text: The text.
            line: Start of the line, end of what is drawn of it, start of the next one.
            width: Cells of a line.
        """
        start, ink, following = line
        cells = analysis.cells
        used = ink - start if cells is None else cells[ink] - cells[start]
        if width - used <= ZONE or self.parted[-1:] == [start]:  # two hyphens above each other are a ladder
            return following
        word = WORD.search(text, following, following + 42)
        if word is None or word.start() > following + 2 or " " in text[following : word.start()]:
            return following
        fits = [
            place
            for place in (word.start() + letters for letters in self.hyphens(word[0]))
            if (place - start if cells is None else cells[place] - cells[start]) < width
        ]
        if fits:
            self.parted.append(max(fits))
        return max(fits, default=following)


def _wrap(text: str, width: int) -> Sequence[int]:
    if _is_plain(text):
        if len(text) <= width:
            return ONE_LINE
        starts = _wrap_plain(text, width)
        if starts is not None:
            return starts
    return _wrap_any(_analyse(text), text, width)


def _is_plain(text: str) -> bool:
    """Whether all characters are of one cell and of the classes that ``_wrap_plain`` knows; text comes cleaned."""
    if text.isascii():
        return "\n" not in text and "\t" not in text
    return not _UNPLAIN.search(text)


def _wrap_plain(text: str, width: int) -> list[int] | None:
    """Break at single spaces; None when the text needs more thought than that."""
    if text.endswith(" "):
        text = text.rstrip(" ")
    start, last, starts = 0, len(text) - width, [0]
    rfind, add, before, after = text.rfind, starts.append, _BEFORE_NO_BREAK, _AFTER_NO_BREAK
    while start < last:
        limit = start + width
        space = rfind(" ", start, limit + 1)
        following = space + 1
        if space <= start or not (space == limit or text[following : limit + 1].isalnum()):
            following = _look_closer(text, space, start, limit)
            if not start < following <= limit + 1 or following == len(text):
                return None
        if (text[space - 1] in before or text[following] in after) and _joins(text, space, following):
            return None
        add(following)
        start = following
    if len(text) - start < WIDOW and len(starts) > 1:
        _keep_company(text, starts, width)
    return starts


def _joins(text: str, space: int, following: int) -> bool:
    """Whether what stands before or after a space keeps the line from ending at it; a single dash does not (LB17)."""
    return following == space + 1 and (text[following] != "—" or text[space - 1] in "—([{«“‘¡¿")


def _look_closer(text: str, space: int, start: int, limit: int) -> int:
    """Return where the next line starts when there is more than letters after ``space``, or no space at all."""
    if _SPECIAL.search(text, max(space, start), limit + 1):
        return _break_in_word(text, space, start, limit)
    if space > start:
        return space + 1
    return limit if space < 0 else 0


def _break_in_word(text: str, space: int, start: int, limit: int) -> int:
    """Return the last place up to ``limit`` where the word after ``space`` may be broken, else the space's."""
    begin = max(space + 1, start)
    end = text.find(" ", limit)
    word = text[begin : len(text) if end < 0 else end]
    if len(word) > 400:  # a monster is looked at once, as a whole
        return 0
    places = [begin + place for place in _breaks_in(word) if begin + place <= limit]
    if places:
        return places[-1]
    return begin if space > start else (limit if space < 0 else 0)


@lru_cache(maxsize=4_096)
def _breaks_in(word: str) -> tuple[int, ...]:
    return tuple(find_breaks(word)[0])


def _keep_company(text: str, starts: list[int], width: int) -> None:
    """Take the word before the last line onto it, where both fit and the break is a plain one."""
    start = starts[-1]
    if " " in text[start:] or text[start - 1] != " ":
        return
    space = text.rfind(" ", starts[-2], start - 1)
    if space <= starts[-2] or len(text) - space - 1 > width:
        return
    if text[space - 1] in _BEFORE_NO_BREAK or text[space + 1] in _AFTER_NO_BREAK:
        return
    starts[-1] = space + 1


class _Analysis(Struct, frozen=True):
    """What does not depend on the width."""

    breaks: list[int]
    """Where a line may end: code points before the next line; the text's length is the last."""
    inks: list[int]
    """For each break, where the drawn part of a line that ends there ends."""
    forced: frozenset[int]
    """The breaks that must be taken."""
    cells: Sequence[int] | None
    """Cells before each code point, one more than the text is long; None when each has one."""
    clusters: list[int] | None
    """Where each grapheme cluster ends; None when each code point is one."""


@lru_cache(maxsize=256)
def _analyse(text: str) -> _Analysis:
    breaks, forced = find_breaks(text)
    if not breaks or breaks[-1] != len(text):
        breaks = [*breaks, len(text)]
    sizes = cells_of(text)
    clusters = cluster_ends(text) if sizes is not None and 0 in sizes else None
    if clusters is not None:  # a mark on a space: the annex on lines would part what the annex on clusters joins
        breaks = sorted(set(breaks).intersection(clusters))
    inks, before = [], 0
    for place in breaks:
        blank = text[place - 1 : place] in _BLANKS
        inks.append(before + len(text[before:place].rstrip(_BLANKS)) if blank else place)
        before = place
    cells = [0, *accumulate(sizes)] if sizes is not None else None
    return _Analysis(breaks, inks, frozenset(forced), cells, clusters)


def _wrap_any(analysis: _Analysis, text: str, width: int, parting: _Parting | None = None) -> list[int]:
    """First fit over all opportunities; a word wider than the line is cut between grapheme clusters."""
    breaks, inks, cells, length = analysis.breaks, analysis.inks, analysis.cells, len(text)
    starts, start, first = [0], 0, 0
    for stop in sorted(analysis.forced | {length}):
        last = bisect_right(breaks, stop) - 1
        while start < stop:
            fit = start + width if cells is None else bisect_right(cells, cells[start] + width) - 1
            pick = min(bisect_right(inks, fit, first, last + 1) - 1, last)
            place = breaks[pick] if pick >= first else 0
            if place <= start:
                place = _cut(analysis.clusters, start, min(fit, stop))
            else:
                first = pick + 1
                if parting is not None and pick < last:
                    place = parting.place(analysis, text, (start, inks[pick], place), width)
            start = min(place, stop)
            if start < length or stop in analysis.forced:
                starts.append(start)
    if len(starts) > 1 and starts[-1] >= length:
        starts.pop()
    return starts


def _cut(clusters: list[int] | None, start: int, place: int) -> int:
    """Return the last cluster boundary up to ``place``, at least one cluster after ``start``."""
    if clusters is None:
        return max(place, start + 1)
    index = bisect_right(clusters, place) - 1
    if index < 0 or clusters[index] <= start:
        index = bisect_right(clusters, start)
    return clusters[min(index, len(clusters) - 1)]
