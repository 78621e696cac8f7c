"""A block's text and its marks as a tree, for the formats that nest them."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Block, Mark

_OUTER_FIRST = (
    MarkKind.LINK,
    MarkKind.STRONG,
    MarkKind.EMPHASIS,
    MarkKind.STRIKE,
    MarkKind.SUBSCRIPT,
    MarkKind.SUPERSCRIPT,
    MarkKind.CODE,
)
_Coat = tuple[tuple[MarkKind, str], ...]
"""What is said of a stretch of text, the outermost first: kinds, and where a link leads."""


class Span(Struct, frozen=True):
    """A stretch of text, plain or marked."""

    start: int
    """First code point in the block's text."""
    end: int
    """One past the last."""
    kind: MarkKind | None = None
    """None for plain text, which has no children."""
    href: str = ""
    """Where a link leads."""
    children: tuple[Span, ...] = ()
    """What it is made of, in order and without gaps."""


def inline_spans(block: Block) -> tuple[Span, ...]:
    """Return the text of ``block`` as nested spans; marks that cross are divided, links never nest."""
    edges = {0, len(block.text), *(mark.start for mark in block.marks), *(mark.end for mark in block.marks)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(block.text))
    stretches = []
    active: list[Mark] = []
    coming = sorted(block.marks, key=lambda mark: mark.start)
    coming.reverse()  # of several that begin together, the first is popped first
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while coming and coming[-1].start <= start:
            active.append(coming.pop())
        stretches.append((start, end, _coat(mark for mark in active if mark.end > start)))
    return tuple(_nest(stretches, 0))


def _coat(marks: Iterable[Mark]) -> _Coat:
    there: dict[MarkKind, str] = {}
    for mark in marks:
        if mark.kind is not MarkKind.LINK or mark.href:
            there.setdefault(mark.kind, mark.href)
    return tuple((kind, there[kind]) for kind in _OUTER_FIRST if kind in there)


def _nest(stretches: Sequence[tuple[int, int, _Coat]], depth: int) -> Iterable[Span]:
    for outermost, group in groupby(stretches, key=lambda stretch: stretch[2][depth : depth + 1]):
        inside = list(group)
        start, end = inside[0][0], inside[-1][1]
        if outermost:
            kind, href = outermost[0]
            yield Span(start, end, kind, href, tuple(_nest(inside, depth + 1)))
        else:
            yield Span(start, end)
