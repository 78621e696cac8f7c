"""Which lines of a page belong to the story: first version, by plain rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.furniture import furniture_kind
from tui.extract.surveying import reads_like_prose
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Line, Outline, Zone

_FOREIGN = (
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
    | Sign.CONTENTS
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something was chosen, dropped or told."""

    action: str
    """``chosen``, ``dropped`` or ``told``."""
    rule: str
    """Name of the rule, as in ``docs/extraction.md``."""
    text: str
    """The line, or what is told of the page."""


def judge_lines(outline: Outline, title: str) -> tuple[list[int], list[Decision]]:
    """Return the indices of the lines that belong to the story, and why the others do not."""
    region = _choose_region(outline)
    kept, decisions = [], []
    for index in range(region.first, region.last):
        line = outline.lines[index]
        rule = _foreign_rule(line, title)
        if rule:
            decisions.append(Decision("dropped", rule, line.text[:120]))
        else:
            kept.append(index)
    return _trim(outline, kept), decisions


def _foreign_rule(line: Line, title: str) -> str:
    signs = line.zone.above | line.signs
    if signs & _FOREIGN:
        return "box"
    kind = furniture_kind(line.text)
    if kind:
        return kind
    if line.linked > len(line.text) * 0.7:
        return "links"
    if line.text == title:
        return "title"
    return ""


def _choose_region(outline: Outline) -> Zone:
    scores: dict[int, float] = {}
    for line in outline.lines:
        if line.zone.above & _FOREIGN or not reads_like_prose(line):
            continue
        worth = float(len(line.text))
        for zone in line.zone.ancestors()[1:5]:
            scores[id(zone)] = scores.get(id(zone), 0.0) + worth
            worth *= 0.8
    return max(outline.zones, key=lambda zone: scores.get(id(zone), 0.0))


def _trim(outline: Outline, kept: list[int]) -> list[int]:
    while kept and outline.lines[kept[-1]].kind in (BlockKind.HEADING, BlockKind.RULE):
        kept.pop()
    while kept and outline.lines[kept[0]].kind is BlockKind.RULE:
        kept.pop(0)
    return kept
