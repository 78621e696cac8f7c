"""An article laid out at one width: which row holds which characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.article.model import BlockKind
from tui.widgets.codelines import wrap_code
from tui.widgets.tables import Fragment, TableSetting, set_table
from tui.widgets.wrapping import ONE_LINE, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.model import Article, Block
    from tui.widgets.heading import HeadLine

CODE_PADDING = 2
"""Cells left and right of code, in its background."""
GROUPED = 3
"""More pictures than this in one place are one row."""


@dataclass(slots=True)
class Setting:
    """Rows of one article. Items are the lines of the head, then the blocks; an item's characters are its text's."""

    head: tuple[HeadLine, ...]
    blocks: Sequence[Block]
    measure: int
    """Cells a row of body text may take."""
    room: int
    """Cells that a table may take: up to the pane's right edge."""
    tops: list[int] = field(default_factory=list)
    """First row of each item."""
    starts: list[Sequence[int]] = field(default_factory=list)
    """For each item, the first code point of each of its rows."""
    tables: dict[int, TableSetting] = field(default_factory=dict)
    figure_rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    """For a row between items, which figures it stands for: first, and one past the last."""
    figure_row_of: dict[int, int] = field(default_factory=dict)
    """For each figure, its row."""
    rows: int = 0
    """How many there are."""

    def text(self, item: int) -> str:
        """Return an item's text."""
        head = len(self.head)
        return self.head[item].text if item < head else self.blocks[item - head].text

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
        start = starts[line]
        end = starts[line + 1] if line + 1 < len(starts) else len(text)
        return (Fragment(0, start, start + len(text[start:end].rstrip(" \n\u3000"))),)

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


def set_article(article: Article, head: tuple[HeadLine, ...], measure: int, room: int) -> Setting:
    """Lay out the head and all blocks at ``measure`` cells."""
    setting = Setting(head, article.blocks, measure, room)
    row = _set_head(setting)
    tops, starts = setting.tops, setting.starts
    standing = _figures_by_block(article)
    previous: Block | None = None
    paragraph = BlockKind.PARAGRAPH
    for index, block in enumerate(article.blocks):
        plain = block.kind is paragraph and previous is not None and previous.kind is paragraph
        row += 1 if plain else _gap(previous, block, bool(head))
        if index in standing:
            row = _set_figures(setting, standing[index], row)
        tops.append(row)
        text = block.text
        if plain and len(text) <= measure and text.isascii() and text.isprintable():
            starts.append(ONE_LINE)
            row += 1
        else:
            lines = wrap(text, measure) if plain else _set_block(setting, index, block)
            starts.append(lines)
            row += len(lines)
        previous = block
    if not article.blocks and article.figures:
        row = _set_figures(setting, (0, len(article.figures)), row + 1)
    setting.rows = row + 1 if tops else 0
    return setting


def _set_head(setting: Setting) -> int:
    row = 0
    for line in setting.head:
        row += line.space
        setting.tops.append(row)
        lines = wrap(line.text, setting.measure)
        setting.starts.append(lines)
        row += len(lines)
    return row


def _set_block(setting: Setting, index: int, block: Block) -> Sequence[int]:
    indent = indent_of(block, setting.measure)
    if block.kind is BlockKind.TABLE:
        table = set_table(block.text, block.header_rows, setting.room)
        setting.tables[index + len(setting.head)] = table
        return table.starts
    if block.kind is BlockKind.CODE:
        return wrap_code(block.text, max(1, setting.measure - 2 * indent))
    return wrap(block.text, max(1, setting.measure - indent))


def _gap(previous: Block | None, block: Block, headed: bool) -> int:
    """Return how many empty rows stand before ``block``."""
    if previous is None:
        return 2 if headed else 1
    if block.kind is BlockKind.ITEM and previous.kind is BlockKind.ITEM:
        return 0
    if block.kind is BlockKind.HEADING and block.level <= 2 and previous.kind is not BlockKind.HEADING:
        return 2
    return 1


def _figures_by_block(article: Article) -> dict[int, tuple[int, int]]:
    """Return for each block that figures stand before which those are; they come in reading order."""
    standing: dict[int, tuple[int, int]] = {}
    last = len(article.blocks) - 1
    for number, figure in enumerate(article.figures):
        block = max(0, min(figure.block, last))
        first = standing.get(block, (number, number))[0]
        standing[block] = (first, number + 1)
    return standing


def _set_figures(setting: Setting, figures: tuple[int, int], row: int) -> int:
    """Give figures their rows from ``row`` on; return the row after the blank one below them."""
    first, last = figures
    groups = [(number, number + 1) for number in range(first, last)] if last - first <= GROUPED else [figures]
    for group in groups:
        setting.figure_rows[row] = group
        for number in range(*group):
            setting.figure_row_of[number] = row
        row += 1
    return row + 1
