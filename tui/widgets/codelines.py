"""Lines of program text."""

from __future__ import annotations

from rich.cells import split_graphemes

TAB = 4
"""Cells that a tab takes in code, wherever it stands."""


def wrap_code(text: str, width: int) -> list[int]:
    """Return where each row starts: at each line, and again wherever a line is wider than ``width`` cells."""
    starts, at = [], 0
    for line in text.split("\n"):
        starts.append(at)
        if len(line) > width or "\t" in line or not line.isascii():
            starts += [at + place for place in _cuts(line, width)]
        at += len(line) + 1
    return starts


def _cuts(line: str, width: int) -> list[int]:
    cuts, used = [], 0
    for start, end, size in split_graphemes(line)[0]:
        cells = TAB if line[start:end] == "\t" else size
        if used and used + cells > width:
            cuts.append(start)
            used = 0
        used += cells
    return cuts
