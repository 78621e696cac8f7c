"""Laying out an article, a stretch of it at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.model import BlockKind
from tui.widgets.codelines import wrap_code
from tui.widgets.setting import Setting, indent_of
from tui.widgets.tables import lay_table
from tui.widgets.wrapping import STRETCH, wrap, wrap_by_stretches, wrap_hyphenated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.article.model import Article, Block
    from tui.widgets.heading import HeadLine
    from tui.widgets.hyphenation import Hyphens

GROUPED = 3
"""More pictures than this in one place are one row."""
BLOCK_COST = 60
"""What a block costs beside its text, in code points of plain text."""


def set_article(
    article: Article, head: tuple[HeadLine, ...], measure: int, room: int, hyphens: Hyphens | None = None
) -> Setting:
    """Return the article set at ``measure`` cells, tables at ``room``; nothing but the head is laid out yet.

    With ``hyphens`` words are parted where a line would else be short.
    """
    setting = Setting(head, article.blocks, article.opens_with_standfirst, measure, room, hyphens)
    row = _set_head(setting)
    setting.rows = row + 1 if setting.tops else 0
    setting.work = _compose(setting, article, row)
    return setting


def _compose(setting: Setting, article: Article, row: int) -> Iterator[float]:
    """Lay out block after block; yield after each stretch how many are laid out."""
    standing = _figures_by_block(article)
    starts, paragraph = setting.starts, BlockKind.PARAGRAPH if setting.hyphens is None else None
    previous: Block | None = None
    done = 0
    for index, block in enumerate(article.blocks):
        plain = block.kind is paragraph and previous is not None and previous.kind is paragraph
        row += 1 if plain else _gap(previous, block, bool(setting.head))
        if index in standing:
            row = _set_figures(setting, standing[index], row)
        setting.tops.append(row)
        if plain and len(block.text) <= STRETCH:
            starts.append(wrap(block.text, setting.measure))
        else:
            starts.append([])
            for share in _lay_block(setting, index, block):
                setting.rows = row + len(starts[-1])
                yield index + share
        row += len(starts[-1])
        previous = block
        done += len(block.text) + BLOCK_COST
        if done > STRETCH:
            done, setting.rows = 0, row + 1
            yield index + 1
    if not article.blocks and article.figures:
        row = _set_figures(setting, (0, len(article.figures)), row + 1)
    setting.rows = row + 1 if setting.tops else 0


def _set_head(setting: Setting) -> int:
    row = 0
    for line in setting.head:
        row += line.space
        setting.tops.append(row)
        lines = wrap(line.text, setting.measure)
        setting.starts.append(lines)
        row += len(lines)
    return row


def _lay_block(setting: Setting, index: int, block: Block) -> Iterator[float]:
    """Find the starts of a block's rows; yield after each stretch how much of it is laid out."""
    lines: list[int] = []
    setting.starts[-1] = lines
    indent = indent_of(block, setting.measure)
    if block.kind is BlockKind.TABLE:
        table = yield from lay_table(block.text, block.header_rows, setting.room)
        setting.tables[index + len(setting.head)] = table
        lines += table.starts
        return
    if block.kind is BlockKind.CODE:
        steps = wrap_code(block.text, max(1, setting.measure - 2 * indent), lines)
    elif setting.hyphens is not None and block.kind is not BlockKind.HEADING and len(block.text) <= STRETCH:
        starts, parted = wrap_hyphenated(block.text, max(1, setting.measure - indent), setting.hyphens)
        lines += starts
        setting.parted[len(setting.starts) - 1] = frozenset(parted)
        return
    else:
        steps = wrap_by_stretches(block.text, max(1, setting.measure - indent), lines)
    for _ in steps:
        yield lines[-1] / len(block.text)


def _gap(previous: Block | None, block: Block, headed: bool) -> int:
    """Return how many empty rows stand before ``block``."""
    if previous is None:
        return 2 if headed else 1
    if block.kind is BlockKind.ITEM and previous.kind is BlockKind.ITEM:
        return 1 if block.level <= 1 and _begins_list(previous, block) else 0
    if block.kind is BlockKind.HEADING and block.level <= 2 and previous.kind is not BlockKind.HEADING:
        return 2
    return 1


def _begins_list(previous: Block, block: Block) -> bool:
    """Whether an item that follows another cannot be of the same list."""
    if block.number == 1:
        return True
    same_level, kinds = block.level == previous.level, (previous.number is None, block.number is None)
    return same_level and (kinds[0] != kinds[1] or (block.number or 0) < (previous.number or 0))


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
