"""Tables in columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Generator

GAP = 2
"""Cells between columns."""
NARROWEST = 9
"""Cells that a column of words is never squeezed below."""
WIDEST = 28
"""Cells that a column of a table too wide for the page gets at most."""
PAUSE = 300
"""Cells laid out between two pauses."""

_NO_FIGURE = frozenset(("", "-", "–", "—", "…", "n/a"))
"""What stands in a column of figures where there is none."""


class Fragment(Struct, frozen=True):
    """``text[start:end]`` of a block, drawn ``x`` cells from the left of its row."""

    x: int
    start: int
    end: int


class TableSetting(Struct, frozen=True):
    """A table at one width."""

    rows: tuple[tuple[Fragment, ...], ...]
    """A row of cells each; an empty one is the line under the head."""
    width: int
    """Of all columns; more than there is room for means that it is to be scrolled sideways."""
    head: int
    """How many rows the table's head takes, without the line under it."""
    starts: tuple[int, ...]
    """First code point of each row, for looking places up."""

    def seen_in(self, row: int, left: int, right: int) -> tuple[Fragment, ...]:
        """Return the cells of a row between two columns of the table, the first perhaps in part."""
        fragments = self.rows[row]
        first = bisect_right(fragments, left, key=lambda fragment: fragment.x)
        last = bisect_right(fragments, right, key=lambda fragment: fragment.x)
        return fragments[max(0, first - 1) : last]


def lay_table(text: str, header_rows: int, width: int) -> Generator[float, None, TableSetting]:
    """Lay a table's text (rows ended by newlines, cells by tabs) out in columns.

    Now and then it pauses, and yields how much is laid out, 0 to 1.
    """
    table = _cells(text)
    yield 0.0
    columns = _column_widths(text, table, width)
    lefts = [0, *accumulate(column + GAP for column in columns)]
    right = []
    for index in range(len(columns)):
        right.append(_is_numeric(text, table, index, header_rows))
        if index % 16 == 15:
            yield 0.0
    rows: list[tuple[Fragment, ...]] = []
    starts: list[int] = []
    head = laid = 0
    for number, cells in enumerate(table):
        lines = _set_row(text, cells, columns, lefts, right)
        rows += lines
        starts += [cells[0][0]] * len(lines)
        if number == header_rows - 1:
            head = len(rows)
            rows.append(())
            starts.append(cells[0][0])
        laid += len(cells)
        if laid > PAUSE:
            laid = 0
            yield (number + 1) / len(table)
    return TableSetting(tuple(rows), max(0, lefts[-1] - GAP), head, tuple(starts))


def _cells(text: str) -> list[list[tuple[int, int]]]:
    table, at = [], 0
    for row in text.split("\n"):
        cells = []
        for cell in row.split("\t"):
            cells.append((at, at + len(cell)))
            at += len(cell) + 1
        table.append(cells)
    return table


def _cells_of(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def _column_widths(text: str, table: list[list[tuple[int, int]]], width: int) -> list[int]:
    natural = [1] * max(len(cells) for cells in table)
    for cells in table:
        for index, (start, end) in enumerate(cells):
            if end - start > natural[index] // 2:
                natural[index] = max(natural[index], _cells_of(text[start:end]))
    room = width - GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    least = [min(size, NARROWEST) for size in natural]
    if sum(least) > room:
        return [min(size, WIDEST) for size in natural]
    return _squeeze(natural, least, room)


def _squeeze(natural: list[int], least: list[int], room: int) -> list[int]:
    """Narrow columns keep their width; the wide ones share what is left evenly."""
    order = sorted(range(len(natural)), key=natural.__getitem__)
    widths, left = list(natural), room
    for number, index in enumerate(order):
        share = left // (len(order) - number)
        widths[index] = max(least[index], min(natural[index], share))
        left -= widths[index]
    return widths


def _is_numeric(text: str, table: list[list[tuple[int, int]]], column: int, header_rows: int) -> bool:
    """Whether a column's body is figures, which stand on the right."""
    found = [text[slice(*cells[column])] for cells in table[header_rows:200] if column < len(cells)]
    filled = [cell for cell in found if cell not in _NO_FIGURE]
    numbers = sum(1 for cell in filled if cell[-1:] in "0123456789%)" and any(char.isdigit() for char in cell[:3]))
    return bool(filled) and numbers * 4 >= len(filled) * 3


def _set_row(
    text: str, cells: list[tuple[int, int]], columns: list[int], lefts: list[int], right: list[bool]
) -> list[tuple[Fragment, ...]]:
    broken: list[list[tuple[int, int]]] = []
    for index, (start, end) in enumerate(cells):
        if end - start <= columns[index] and text[start:end].isascii():
            broken.append([(start, end)])
            continue
        starts = [start + place for place in wrap(text[start:end], columns[index])]
        broken.append(list(zip(starts, [*starts[1:], end], strict=True)))
    lines = []
    for number in range(max(len(lines_of) for lines_of in broken)):
        fragments = []
        for index, lines_of in enumerate(broken):
            if number < len(lines_of):
                start, end = lines_of[number]
                ink = start + len(text[start:end].rstrip())
                indent = columns[index] - _cells_of(text[start:ink]) if right[index] else 0
                fragments.append(Fragment(lefts[index] + max(0, indent), start, ink))
        lines.append(tuple(fragments))
    return lines
