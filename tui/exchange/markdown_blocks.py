"""The body's blocks as Markdown: lists that nest, quotations, fenced code, tables."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.article import Block, BlockKind
from tui.exchange.markdown_inline import inline_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

_TICKS = re.compile("`{3,}")
_CLOSING_HASHES = re.compile(r"(#+)$")
_CELL_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\\?\|")
_MOST_DIGITS = 999_999_999
"""CommonMark 5.2: an ordered list's number has at most nine digits."""


def blocks_markdown(blocks: Sequence[Block], opening: str = "") -> list[str]:
    """Return the blocks as Markdown paragraphs, ``opening`` (Markdown) before the first one's text."""
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        together = list(group)
        if kind is BlockKind.ITEM:
            parts.append(_list(together))
        elif kind is BlockKind.QUOTE:
            parts.append(_quotation(together))
        else:
            parts += [_block(block) for block in together]
        if kind is BlockKind.PARAGRAPH and opening:
            first = len(parts) - len(together)
            parts[first] = f"{opening} {parts[first]}"
            opening = ""
    return parts


def heading_markdown(block: Block, level: int) -> str:
    """Return the block's text as a heading of ``level``."""
    text = _CLOSING_HASHES.sub(r"\\\1", inline_markdown(block, one_line=True))
    return f"{'#' * level} {text}".rstrip()


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return heading_markdown(block, min(max(2, block.level), 6))
        case BlockKind.CODE:
            return _code(block)
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.RULE:
            return "---"
        case _:
            return inline_markdown(block)


def _list(items: Sequence[Block]) -> str:
    """Return a list; an item that is deeper than the one before it stands under that one's text."""
    lines: list[str] = []
    open_levels: list[tuple[int, str]] = []
    for item in items:
        level = max(1, item.level)
        while open_levels and open_levels[-1][0] >= level:
            open_levels.pop()
        indent = open_levels[-1][1] if open_levels else ""
        numbered = item.number is not None and 0 <= item.number <= _MOST_DIGITS
        bullet = f"{item.number}. " if numbered else "- "
        text_indent = indent + " " * len(bullet)
        if lines and numbered and item.number != 1 and open_levels:
            lines.append("")  # only a list that begins with 1 may follow a paragraph without a blank line
        lines.append((indent + bullet + inline_markdown(item).replace("\n", "\n" + text_indent)).rstrip())
        open_levels.append((level, text_indent))
    return "\n".join(lines)


def _quotation(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    depth = 0
    for block in blocks:
        before, depth = depth, max(1, block.level)
        mark = "> " * depth
        if before:
            parts.append(("> " * min(before, depth)).rstrip())
        parts += [mark + line for line in inline_markdown(block).split("\n")]
    return "\n".join(parts)


def _code(block: Block) -> str:
    longest = max((len(run) for run in _TICKS.findall(block.text)), default=2)
    fence = "`" * (longest + 1)
    language = block.language if re.fullmatch(r"[\w+#.-]+", block.language) else ""
    return f"{fence}{language}\n{block.text}\n{fence}"


def _table(block: Block) -> str:
    """Return a table as GitHub writes it: with a head, which is empty when the table has none."""
    rows = [[_cell(cell) for cell in row] for row in _marked_cells(block)]
    head = rows.pop(0) if block.header_rows else [""] * len(rows[0])
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(cell: Block) -> str:
    return _CELL_BAR.sub(r"\1\\|", inline_markdown(cell, one_line=True))


def _marked_cells(block: Block) -> list[list[Block]]:
    """Return the cells with the marks that lie within each, all rows of one length."""
    rows: list[list[Block]] = []
    at = 0
    for line in block.text.split("\n"):
        rows.append([])
        for text in line.split("\t"):
            rows[-1].append(_stretch(block, at, at + len(text)))
            at += len(text) + 1
    most = max(len(row) for row in rows)
    return [row + [Block(BlockKind.PARAGRAPH)] * (most - len(row)) for row in rows]


def _stretch(block: Block, start: int, end: int) -> Block:
    within = [mark for mark in block.marks if mark.start < end and mark.end > start]
    marks = [replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start) for mark in within]
    return Block(BlockKind.PARAGRAPH, block.text[start:end], tuple(marks))
