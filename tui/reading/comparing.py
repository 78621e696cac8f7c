"""What changed between two versions of an article, as an article to read: struck through what went, bold what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.article import Block, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article

ALIKE = 0.4
"""Two paragraphs that share less of their words than this are told as one that went and one that came."""

MOST_WORDS = 3_000
"""Paragraphs of more words are told as a whole: comparing them word by word takes time by the square."""

LOOKED_AHEAD = 30
"""In so many old paragraphs the one that a new one was made of is looked for: in all, the time goes by the square."""


def compare_versions(old: Article, new: Article, told: str) -> Article:
    """Return ``new`` with what ``old`` said in its place, each marked; ``told`` stands at its head.

    Pictures, quotations and the formatting of paragraphs that changed are left out: their places would be wrong.
    """
    before, after = [block.text for block in old.blocks], [block.text for block in new.blocks]
    blocks: list[Block] = []
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            blocks += new.blocks[first:last]
        else:
            blocks += _changed(old.blocks[start:end], new.blocks[first:last])
    changed = old.title != new.title
    told += f" The headline was “{old.title}”." if changed else ""
    return replace(new, blocks=tuple(blocks), figures=(), quotes=(), dateline="", warnings=(told,))


def _changed(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """Give paragraphs that took the place of others, each after what it took the place of."""
    twins = _twins(old, new)
    told = 0
    for number, block in enumerate(new):
        upto = next((twin for twin in twins[number:] if twin is not None), len(old))
        for gone in old[told:upto]:
            yield _whole(gone, MarkKind.STRIKE)
        told, twin = upto, twins[number]
        if twin is None:
            yield _whole(block, MarkKind.STRONG)
        else:
            yield _mixed(old[twin], block)
            told = twin + 1
    for gone in old[told:]:
        yield _whole(gone, MarkKind.STRIKE)


def _twins(old: Sequence[Block], new: Sequence[Block]) -> list[int | None]:
    """Return for each new paragraph which old one it was made of, in order; None for none."""
    twins: list[int | None] = []
    first = 0
    for block in new:
        after = range(first, min(first + LOOKED_AHEAD, len(old)))
        twin = next((n for n in after if old[n].kind is block.kind and _alike(old[n].text, block.text)), None)
        first = first if twin is None else twin + 1
        twins.append(twin)
    return twins


def _whole(block: Block, kind: MarkKind) -> Block:
    return replace(block, marks=(Mark(0, len(block.text), kind),) if block.text else ())


def _alike(one: str, other: str) -> bool:
    words, others = _words(one), _words(other)
    if max(len(words), len(others)) > MOST_WORDS:
        return False
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _mixed(old: Block, new: Block) -> Block:
    """One paragraph with the words of both."""
    words, others = _words(old.text), _words(new.text)
    text, marks = "", []
    for kind, start, end, first, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        came = "".join(others[first:last])
        if kind == "equal":
            text += came
            continue
        for said, mark in (("".join(words[start:end]), MarkKind.STRIKE), (came, MarkKind.STRONG)):
            if said:
                marks.append(Mark(len(text), len(text) + len(said), mark))
                text += said
    return replace(new, text=text, marks=tuple(marks))


def _words(text: str) -> list[str]:
    """The words of a text, each with the blanks behind it; signs that stand between words alone."""
    return re.findall(r"\w+\s*|\W", text)
