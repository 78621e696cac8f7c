"""Grapheme clusters by UAX #29 (Unicode 16), and their cells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size

from tui.widgets.breakclasses import CLUSTER_NAMES, CLUSTER_TABLE, LETTERS
from tui.widgets.classes import ClassMap

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 64
"""Code points looked at around a place; a longer cluster is somebody's joke, and may be cut."""

_SINGLE = re.compile("[^ -~\xa0-\xac\xae-ʯͰ-҂‐-—‘-‟•…─-◼⠀-⣿]")
_LETTER = dict(zip([*CLUSTER_NAMES.split(), "LVT"], LETTERS, strict=False))


class _Widths(dict[int, str]):
    """Maps code points to a character whose number is their cells."""

    def __missing__(self, code: int) -> str:
        self[code] = width = chr(get_character_cell_size(chr(code)))
        return width


_WIDTHS = _Widths()


def _of(names: str) -> str:
    return "".join(_LETTER[name] for name in names.split())


_AFTER = f"[{_of('EX EN IL ZJ SM')}]*"  # GB9, GB9a
_CORE = "|".join(
    (
        f"[{_of('L')}]*(?:{_of('V')}+|{_of('LV')}{_of('V')}*|{_of('LVT')})[{_of('T')}]*",  # GB6 to GB8
        f"{_of('L')}+|{_of('T')}+",
        f"{_of('RI')}{_of('RI')}",  # GB12, GB13
        f"{_of('XP')}(?:[{_of('EX EN IL')}]*{_of('ZJ')}{_of('XP')})*",  # GB11
        f"{_of('IC')}(?:[{_of('EX IL ZJ')}]*{_of('IL')}[{_of('EX IL ZJ')}]*{_of('IC')})*",  # GB9c
        f"[^{_of('CR LF CN PP')}]",
    )
)
_CLUSTER = f"{_of('CR')}{_of('LF')}|[{_of('CR LF CN')}]|{_of('PP')}*(?:{_CORE}){_AFTER}|{_of('PP')}+{_AFTER}"


@cache
def _classes() -> ClassMap:
    return ClassMap(CLUSTER_TABLE, _LETTER["LV"], _LETTER["LVT"])


def is_single(text: str) -> bool:
    """Whether each code point is one cell and a cluster of its own."""
    return (text.isascii() and text.isprintable()) or not _SINGLE.search(text)


def cluster_ends(text: str) -> list[int]:
    """Return where each cluster of ``text`` ends."""
    return [match.end() for match in re.finditer(_CLUSTER, text.translate(_classes()))]


def cells_of(text: str) -> Sequence[int] | None:
    """Return each code point's cells, a cluster's on its first; None when each has one."""
    if is_single(text):
        return None
    widths = text.translate(_WIDTHS)
    if "\0" not in widths:
        return widths.encode("latin-1")
    sizes = [0] * len(text)
    start = 0
    for end in cluster_ends(text):
        sizes[start] = cell_len(text[start:end])
        start = end
    return sizes


def snap_start(text: str, char: int) -> int:
    """Return the start of the cluster that ``char`` lies in."""
    return _around(text, char)[0]


def snap_end(text: str, char: int) -> int:
    """Return ``char``, or the end of the cluster that it cuts."""
    return _around(text, char)[1]


def _around(text: str, char: int) -> tuple[int, int]:
    """Return the cluster boundaries before and after ``char``, which are ``char`` itself when it is one."""
    if not 0 < char < len(text) or is_single(text[char - 1 : char + 1]):
        return char, char
    low = max(text.rfind(" ", max(0, char - LONGEST), char), 0, char - LONGEST)
    start = low
    for end in cluster_ends(text[low : char + LONGEST]):
        if low + end == char:
            return char, char
        if low + end > char:
            return start, low + end
        start = low + end
    return start, char
