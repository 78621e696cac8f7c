"""A picture in half blocks as segments."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style

from tui.pictures import FIRST_INDEX

if TYPE_CHECKING:
    from tui.pictures import Drawing


def block_rows(drawing: Drawing) -> list[list[Segment]]:
    """Return a half-block drawing as segments, row by row; like cells are one segment, since fewer are faster."""
    if drawing.indexed:
        colours = [Color.from_ansi(FIRST_INDEX + i) for i in range(256 - FIRST_INDEX)]
    else:
        colours = [Color.from_triplet(ColorTriplet(*drawing.colour(i))) for i in range(len(drawing.palette) // 3)]
    segments: dict[tuple[bytes, int], Segment] = {}
    rows = []
    for start in range(0, len(drawing.cells), 2 * drawing.columns):
        row = drawing.cells[start : start + 2 * drawing.columns]
        runs = [(pair, len(list(run))) for pair, run in groupby(row[i : i + 2] for i in range(0, len(row), 2))]
        for pair, count in set(runs) - segments.keys():
            segments[pair, count] = Segment("▀" * count, Style.from_color(colours[pair[0]], colours[pair[1]]))
        rows.append([segments[run] for run in runs])
    return rows
