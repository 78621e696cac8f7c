"""Tables set in columns of terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.exchange.wrapping import cells, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Block

_GAP = "  "
_NARROWEST = 4
"""Cells that a column keeps, however little room there is."""


def table_rows(block: Block) -> list[list[str]]:
    """Return the cells of a table block, row by row, all rows of one length."""
    rows = [row.split("\t") for row in block.text.split("\n")]
    most = max(len(row) for row in rows)
    return [row + [""] * (most - len(row)) for row in rows]


def set_table(block: Block, width: int) -> list[str]:
    """Return a table block in lines of ``width`` cells where its columns can be had that narrow."""
    rows = table_rows(block)
    widths = _column_widths(rows, width)
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        lines += _set_row(row, widths)
        if number == block.header_rows:
            lines.append(_GAP.join("─" * size for size in widths))
    return lines


def _column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Every column as wide as its widest cell, then the widest give way until all fit."""
    widths = [max(1, *(cells(cell) for cell in column)) for column in zip(*rows, strict=True)]
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while over > 0 and max(widths) > _NARROWEST:
        widest = max(widths)
        runner_up = max((size for size in widths if size < widest), default=_NARROWEST)
        share = -(-over // widths.count(widest))
        floor = max(runner_up, widest - share, _NARROWEST)
        for index, size in enumerate(widths):
            if size == widest and over > 0:
                cut = min(size - floor, over)
                widths[index] -= cut
                over -= cut
    return widths


def _set_row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    height = max(len(column) for column in columns)
    filled = [column + [""] * (height - len(column)) for column in columns]
    lines = zip(*filled, strict=True)
    return [_GAP.join(pad(cell, size) for cell, size in zip(line, widths, strict=True)).rstrip() for line in lines]
