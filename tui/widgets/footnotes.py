"""Which note a raised figure calls, told by the text alone: links within a page are not kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.model import BlockKind, MarkKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article.model import Block

_CALL = r"\[?\(?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])\)?\]?"
"""What calls a note: a number, a sign, one letter, perhaps in brackets."""
_NOTES = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def calls_in(blocks: Sequence[Block], first: int, last: int) -> Iterator[tuple[Place, str]]:
    """Yield the place and the sign of each raised figure in blocks ``first`` to ``last``."""
    for index in range(max(0, first), min(last + 1, len(blocks))):
        block = blocks[index]
        for mark in block.marks:
            if mark.kind is MarkKind.SUPERSCRIPT and (call := re.fullmatch(_CALL, block.text[mark.start : mark.end])):
                yield Place(index, mark.start, mark.end), call[1]


def note_of(blocks: Sequence[Block], call: Place, sign: str) -> Place | None:
    """Return the note that ``sign`` calls at ``call``, looked for from the end; None when there is none.

    A note is a list item of that number or a paragraph that begins with the
    sign, after the text that calls it.
    """
    begins = re.compile(rf"[\[(^]*\s*{re.escape(sign)}(?:[\])}}.:]|\s)\s*(?=\S)")
    for index in range(len(blocks) - 1, call.block, -1):
        block = blocks[index]
        if block.kind not in _NOTES:
            continue
        if sign.isdigit() and block.number == int(sign):
            return Place(index, 0, len(block.text))
        if block.number is None and begins.match(block.text):
            return Place(index, 0, len(block.text))
    return None
