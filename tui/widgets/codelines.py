"""Lines of program text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.graphemes import cells_of, cluster_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB = 4
"""Cells that a tab takes in code, wherever it stands."""
STRETCH = 4_000
"""Code points of one line looked at between two pauses, and lines of code."""


def wrap_code(text: str, width: int, starts: list[int]) -> Iterator[None]:
    """Add to ``starts`` where rows start: at each line, and again wherever a line is wider than ``width`` cells.

    Pauses after each stretch.
    """
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        starts.append(at)
        if len(line) > width or "\t" in line or not line.isascii():
            for left in range(0, len(line), STRETCH):
                _cut(line[left : left + STRETCH], width, starts, at + left)
                if len(line) > STRETCH:
                    yield
        at += len(line) + 1
        if number % STRETCH == 0:
            yield


def _cut(line: str, width: int, starts: list[int], at: int) -> None:
    """Add where rows start within a piece of a line that stands ``at`` in its text; it begins with a row."""
    cells, used, start = cells_of(line.replace("\t", " ")), 0, 0
    if at > starts[-1]:
        starts.append(at)
    for end in cluster_ends(line):
        size = TAB if line[start] == "\t" else 1 if cells is None else sum(cells[start:end])
        if used and used + size > width:
            starts.append(at + start)
            used = 0
        used += size
        start = end
