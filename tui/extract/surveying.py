"""How much of a page stands in each box, and what the boxes around a line say of it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Line, Outline, Zone

_SENTENCE_END = re.compile(r"[.!?…。！？。]['\"”’»›)\]]{0,3}(?:\s|$|\d)|[।۔؟。！？]")
_STORY_SHARE = 0.4
"""A box with more than this share of the page's prose is no furniture, whatever it is called."""

_COMMENT_SHARE = 0.8
"""Comments can be most of a page; a box with even more than that is called so by mistake."""

_STEADY = Sign.CONTENT | Sign.LEAD


def survey(outline: Outline) -> None:
    """Fill in ``chars``, ``linked``, ``prose`` and ``above`` of every box."""
    chars = [0, *accumulate(len(line.text) for line in outline.lines)]
    linked = [0, *accumulate(min(line.linked, len(line.text)) for line in outline.lines)]
    prose = [0, *accumulate(len(line.text) if reads_like_prose(line) else 0 for line in outline.lines)]
    for zone in outline.zones:
        zone.chars = chars[zone.last] - chars[zone.first]
        zone.linked = linked[zone.last] - linked[zone.first]
        zone.prose = prose[zone.last] - prose[zone.first]
    _spread_signs(outline, prose[-1] or 1)


def _spread_signs(outline: Outline, total: int) -> None:
    """Let every box know what is said of the boxes around it, but for names that most of the page's prose goes by."""
    shares: Counter[str] = Counter()
    for zone in outline.zones:
        name = _name_of(zone)
        if zone.signs and zone.prose and not any(_name_of(box) == name for box in zone.ancestors()[1:4]):
            shares[name] += zone.prose
    for zone in outline.zones:
        own = zone.signs
        if own and shares[_name_of(zone)] > total * _STORY_SHARE:
            own &= _STEADY | (Sign.COMMENT if zone.prose < total * _COMMENT_SHARE else 0)
        zone.above = own | (zone.parent.above if zone.parent else 0)


def _name_of(zone: Zone) -> str:
    return f"{zone.tag} {zone.element.get('class') or zone.element.get('id') or ''}"


def reads_like_prose(line: Line) -> bool:
    """Whether ``line`` reads like sentences: long enough, ended, and not made of links."""
    if line.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.RULE):
        return False
    length = len(line.text) if line.text.isascii() else weigh(line.text)
    return length >= 60 and line.linked * 3 < len(line.text) and bool(_SENTENCE_END.search(line.text))


def weigh(text: str) -> int:
    """Return the length of ``text`` in Latin letters' worth: an ideograph says as much as two or three of them."""
    return len(text) + sum(1 for char in text if "\u2e80" <= char <= "\ud7af" or "\uf900" <= char <= "\ufaff") * 3 // 2
