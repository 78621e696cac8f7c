"""An article laid out at one width: which row holds which characters."""

from __future__ import annotations

from bisect import bisect_right
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.article.model import BlockKind
from tui.widgets.directions import is_right_to_left
from tui.widgets.tables import Fragment, TableSetting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article.model import Block
    from tui.widgets.heading import HeadLine
    from tui.widgets.hyphenation import Hyphens

CODE_PADDING = 2
"""Cells left and right of code, in its background."""
_HANGING = " \n\u3000"
"""What is not drawn at the end of a row."""
_HANGING_IN_HEAD = " \n\xa0·"
"""In the byline the dot between two of its parts too."""


class Setting(Struct):
    """Rows of one article. Items are the lines of the head, then the blocks; an item's characters are its text's.

    The rows are worked out from the top on, as far as they are asked for: a
    long article is on the screen before its end is laid out.
    """

    head: tuple[HeadLine, ...]
    blocks: Sequence[Block]
    led: bool
    """Whether the first block is the standfirst."""
    measure: int
    """Cells a row of body text may take."""
    room: int
    """Cells that a table may take: up to the pane's right edge."""
    hyphens: Hyphens | None = None
    """Where words may be parted; None when they are not."""
    tops: list[int] = field(default_factory=list)
    """First row of each item."""
    starts: list[Sequence[int]] = field(default_factory=list)
    """For each item, the first code point of each of its rows."""
    parted: dict[int, frozenset[int]] = field(default_factory=dict)
    """For an item, the rows' starts that lie within a word: the row before ends with a hyphen."""
    tables: dict[int, TableSetting] = field(default_factory=dict)
    figure_rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    """For a row between items, which figures it stands for: first, and one past the last."""
    figure_row_of: dict[int, int] = field(default_factory=dict)
    """For each figure, its row."""
    _directions: dict[int, bool] = field(default_factory=dict)
    rows: int = 0
    """How many there are, so far."""
    work: Iterator[float] | None = None
    """What lays out the rest, a stretch at each step; it yields how many blocks are laid out. None when all are."""
    share: float = 0.0
    """How many blocks are laid out, the last one in part."""

    @property
    def items(self) -> int:
        """How many items there are, laid out or not."""
        return len(self.head) + len(self.blocks)

    @property
    def whole(self) -> bool:
        """Whether all is laid out."""
        return self.work is None

    @property
    def likely_rows(self) -> int:
        """How many rows there will be: as many as there are, or as the part laid out lets one expect."""
        if self.work is None or not self.share:
            return self.rows
        return max(self.rows, round(self.rows * len(self.blocks) / self.share))

    def holds(self, item: int, char: int) -> bool:
        """Whether the row of a character is laid out."""
        if self.work is None or item < len(self.tops) - 1:
            return True
        return item < len(self.tops) and bool(self.starts[item]) and char < self.starts[item][-1]

    def lay_on(self, seconds: float | None = None, rows: int | None = None, item: int | None = None) -> bool:
        """Lay out further, to the end or until there are ``rows``, ``item`` is laid out, ``seconds`` have passed.

        Returns:
            Whether all is laid out.
        """
        end = perf_counter() + seconds if seconds is not None else None
        while self.work is not None and (rows is None or self.rows < rows):
            if item is not None and len(self.tops) > item + 1:
                break
            share = next(self.work, None)
            if share is None:
                self.work = None
                break
            self.share = share
            if end is not None and perf_counter() > end:
                break
        return self.work is None

    def text(self, item: int) -> str:
        """Return an item's text."""
        head = len(self.head)
        return self.head[item].text if item < head else self.blocks[item - head].text

    def block(self, item: int) -> Block:
        """Return the block that is an item, which is none of the head's."""
        return self.blocks[item - len(self.head)]

    def runs_right_to_left(self, item: int) -> bool:
        """Whether an item is written from right to left."""
        if item not in self._directions:
            self._directions[item] = is_right_to_left(self.text(item))
        return self._directions[item]

    def find_row(self, row: int) -> tuple[int, int]:
        """Return the item at or before ``row``, and the row's number within it; past its last when between items."""
        item = max(0, bisect_right(self.tops, row) - 1)
        return item, row - self.tops[item]

    def row_of(self, item: int, char: int) -> int:
        """Return the row in which a character stands."""
        if not self.tops:
            return 0
        item = max(0, min(item, len(self.tops) - 1))
        return self.tops[item] + max(0, bisect_right(self.starts[item], char) - 1)

    def first_text(self, row: int) -> tuple[int, int]:
        """Return item and character of the first text in or after ``row``."""
        if not self.tops:
            return 0, 0
        item, line = self.find_row(row)
        if 0 <= line < len(self.starts[item]):
            return item, self.starts[item][line]
        if line >= 0 and item + 1 < len(self.tops):
            return item + 1, 0
        return item, 0 if line < 0 else len(self.text(item))

    def fragments(self, item: int, line: int) -> tuple[Fragment, ...]:
        """Return what of an item's text stands in its row ``line``; ``x`` from the item's own left."""
        if item in self.tables:
            return self.tables[item].rows[line]
        starts, text = self.starts[item], self.text(item)
        start, end = starts[line], starts[line + 1] if line + 1 < len(starts) else len(text)
        hanging = _HANGING if item >= len(self.head) else _HANGING_IN_HEAD
        return (Fragment(0, start, start + len(text[start:end].rstrip(hanging))),)

    def ends_with_hyphen(self, item: int, line: int) -> bool:
        """Whether the row is the first part of a word that is parted."""
        starts = self.starts[item]
        return line + 1 < len(starts) and starts[line + 1] in self.parted.get(item, ())

    def ends_paragraph(self, item: int, line: int) -> bool:
        """Whether the row is the last one before the text, or a line of it, ends."""
        starts = self.starts[item]
        return line + 1 >= len(starts) or self.text(item)[starts[line + 1] - 1] == "\n"

    def ends_of(self, item: int, line: int) -> tuple[int, int]:
        """Return first code point of a row, and one past its last, blanks at its end included."""
        starts = self.starts[item]
        return starts[line], starts[line + 1] if line + 1 < len(starts) else len(self.text(item))


def indent_of(block: Block, measure: int) -> int:
    """Return how many cells a block's text stands in from the column's left."""
    if block.kind is BlockKind.ITEM:
        indent = 2 * min(max(0, block.level - 1), 4) + len(list_mark(block))
    elif block.kind is BlockKind.QUOTE:
        indent = 2 * min(max(1, block.level), 4)
    elif block.kind is BlockKind.CODE:
        indent = CODE_PADDING
    else:
        return 0
    return min(indent, measure // 2)


def list_mark(block: Block) -> str:
    """Return what stands before a list item: a bullet by depth, or its number."""
    if block.number is not None:
        return f"{block.number:>2}. "
    return "•◦▪"[min(max(block.level, 1), 3) - 1] + " "
