"""How much of a page stands in each box, and what the boxes' names say of it as far as that bears them out."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.extract.outline import Line, Outline, Zone

_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟]['\"”’»›)\]]{0,3}(?:\s|$|\d)|[।۔؟。！？]")
_IDEOGRAPH = re.compile("[\u2e80-\ud7af\uf900-\ufaff]")
_DIGITS = re.compile(r"\d+")

FOREIGN = (
    Sign.SHARE
    | Sign.NEWSLETTER
    | Sign.ADVERT
    | Sign.RELATED
    | Sign.COMMENT
    | Sign.NAVIGATION
    | Sign.FOOTER
    | Sign.SIDE
    | Sign.BYLINE
    | Sign.DATE
    | Sign.TAGS
    | Sign.CAPTION
    | Sign.CREDIT
    | Sign.HIDDEN
    | Sign.PAYWALL
    | Sign.CONSENT
)
"""What a box is called that is no part of the story."""

_CERTAIN = Sign.NAVIGATION | Sign.FOOTER | Sign.COMMENT | Sign.HIDDEN | Sign.CONSENT | Sign.NEWSLETTER
"""Names that are seldom wrong: the prose of such boxes does not count as the page's own."""

_LOOSE = Sign.PAYWALL
"""Names that makers of pages also give to what the story stands in."""

_LONGEST_DATE = 300
"""Letters beyond which a box tells more than when."""


def survey(outline: Outline) -> None:
    """Fill in ``chars``, ``linked``, ``prose`` and ``above`` of every box."""
    chars = [0, *accumulate(len(line.text) for line in outline.lines)]
    linked = [0, *accumulate(min(line.linked, len(line.text)) for line in outline.lines)]
    prose = [0, *accumulate(len(line.text) if reads_like_prose(line) else 0 for line in outline.lines)]
    for zone in outline.zones:
        zone.chars = chars[zone.last] - chars[zone.first]
        zone.linked = linked[zone.last] - linked[zone.first]
        zone.prose = prose[zone.last] - prose[zone.first]
        zone.pictures = 0
    shares = _shares_by_name(outline)
    own = outline.prose = prose[-1] - _set_aside(outline, prose[-1])
    for picture in outline.pictures:
        for zone in picture.zone.ancestors():
            zone.pictures += 1
    for zone in outline.zones:
        signs = zone.signs & ~_disproved(zone, shares[name_of(zone)], own) if zone.signs & FOREIGN else zone.signs
        zone.above = signs | (zone.parent.above if zone.parent else 0)


def _shares_by_name(outline: Outline) -> Counter[str]:
    """Count the prose of all boxes that go by one name: a story may be split over twenty boxes called ``card``."""
    shares: Counter[str] = Counter()
    for zone in outline.zones:
        if zone.signs & FOREIGN and zone.prose:
            name = name_of(zone)
            if not any(name_of(box) == name for box in zone.ancestors()[1:4]):
                shares[name] += zone.prose
    return shares


def _set_aside(outline: Outline, total: int) -> int:
    """Return how much prose stands in boxes whose names are believed, for they do not hold most of the page."""
    foreign = until = 0
    for zone in outline.zones:
        zone.aside = zone.first < until
        if not zone.aside and zone.signs & _CERTAIN and zone.prose and not _outweighs(zone, total - zone.prose):
            foreign += zone.prose
            until = zone.last
            zone.aside = True
    return foreign


def _outweighs(zone: Zone, rest: int) -> bool:
    """Whether ``zone`` holds more prose than the rest; comments often do, and still are comments."""
    return zone.prose > rest * (9 if zone.signs & Sign.COMMENT else 1)


def _disproved(zone: Zone, share: int, own: int) -> int:
    """Return those of the signs of ``zone`` that its prose speaks against.

    Boxes called like furniture that hold most of the page's prose were the story in nearly all pages looked at.
    """
    if not zone.prose:
        return 0
    wrong = 0
    if zone.signs & _CERTAIN:
        if _outweighs(zone, own if zone.aside else own - zone.prose):
            wrong = FOREIGN
    elif share * 2 > own:
        wrong = FOREIGN
    if zone.prose >= 200 and zone.chars > _LONGEST_DATE:
        wrong |= Sign.DATE
    if zone.prose >= 200 and zone.prose >= 0.6 * zone.chars and zone.linked <= 0.15 * zone.chars:
        wrong |= _LOOSE
    return wrong | Sign.TAGS


def name_of(zone: Zone) -> str:
    """Return what ``zone`` is called, the same for ``card-1`` and ``card-2``."""
    return f"{zone.tag} {_DIGITS.sub('', zone.element.get('class') or zone.element.get('id') or '')}"


def reads_like_prose(line: Line) -> bool:
    """Whether ``line`` reads like sentences: long enough, ended, and not made of links."""
    if line.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.RULE):
        return False
    length = len(line.text) if line.text.isascii() else weigh(line.text)
    return length >= 60 and line.linked * 3 < len(line.text) and bool(_SENTENCE_END.search(line.text))


def prose_of(outline: Outline, indices: Iterable[int]) -> int:
    """Return how many letters of the lines ``indices`` read like prose."""
    lines = outline.lines
    return sum(len(lines[index].text) for index in indices if reads_like_prose(lines[index]))


def weigh(text: str) -> int:
    """Return the length of ``text`` in Latin letters' worth: an ideograph says as much as two or three of them."""
    return len(text) + len(_IDEOGRAPH.findall(text)) * 3 // 2
