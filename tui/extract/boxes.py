"""Which boxes of a page are furniture: by what they are called, and by how they are made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.comparing import squash
from tui.extract.links import is_link, leads_out
from tui.extract.rules import BoxRule
from tui.extract.surveying import FOREIGN, name_of, reads_like_prose
from tui.extract.vocabulary import SIGN_NAMES

if TYPE_CHECKING:
    from tui.extract.outline import Zone
    from tui.extract.rules import Case

_HEAD = 12
"""Lines of a box among which its headline is looked for."""


def mark_boxes(case: Case) -> None:
    """Set ``rule`` of every box that is no part of the story, and of all boxes in it."""
    for zone in case.outline.zones:
        if zone.parent is not None and zone.parent.rule:
            zone.rule = zone.parent.rule
            continue
        zone.rule = _named(zone) or next((rule.name for rule in BOX_RULES if rule.holds(zone, case)), "")


def _named(zone: Zone) -> str:
    """Return what ``zone`` is called, where that is a name for furniture and its prose does not disprove it."""
    signs = zone.above & FOREIGN
    return f"{SIGN_NAMES[signs & -signs]} box" if signs else ""


def _is_form(zone: Zone, case: Case) -> bool:
    return zone.tag == "form" and zone.prose * 2 < case.prose


def _is_teaser_list(zone: Zone, case: Case) -> bool:
    """Whether ``zone`` holds three boxes or more that are made alike, each led by a link and short."""
    if len(zone.children) < 3 or case.prose - zone.prose < 200 or zone.linked * 8 < zone.chars:
        return False
    filled = [child for child in zone.children if child.last > child.first]
    if len(filled) < 3:
        return False
    tag, count = Counter(child.tag for child in filled).most_common(1)[0]
    teasers = [child for child in filled if child.tag == tag and _is_teaser(child, case)]
    return len(teasers) * 10 >= count * 7 and sum(child.chars for child in teasers) * 10 >= zone.chars * 7


def _is_teaser(zone: Zone, case: Case) -> bool:
    lines = case.outline.lines[zone.first : zone.last]
    if len(lines) < 2 or len(lines) > 8 or zone.chars > 900 or sum(map(reads_like_prose, lines)) > 1:
        return False
    return any(is_link(line) and not leads_out(line, case.clues.url) for line in lines[:4])


def _is_another_story(zone: Zone, case: Case) -> bool:
    """Whether ``zone`` has a headline of its own, and a box beside it that is made alike has the page's."""
    title = squash(case.clues.title)
    if zone.parent is None or not title or zone.prose < 200 or _headline(zone, case) in ("", title):
        return False
    twins = (twin for twin in zone.parent.children if twin is not zone and name_of(twin) == name_of(zone))
    return any(_headline(twin, case) == title for twin in twins)


def _headline(zone: Zone, case: Case) -> str:
    """Return the letters of the headline among the first lines of ``zone``: an ``h1``, in an ``article`` any."""
    for line in case.outline.lines[zone.first : min(zone.last, zone.first + _HEAD)]:
        if line.kind is BlockKind.HEADING and (line.level == 1 or (zone.tag == "article" and line.level == 2)):
            return squash(line.text)
    return ""


BOX_RULES = (
    BoxRule(
        "another story",
        _is_another_story,
        "Pages that scroll on without end stack whole stories; the one with the page's headline is meant.",
    ),
    BoxRule("form", _is_form, "What stands in a form asks the reader for something."),
    BoxRule(
        "teaser list",
        _is_teaser_list,
        "Three or more boxes made alike, each led by a link and short, lead to other stories.",
    ),
)
