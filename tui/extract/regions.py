"""Where on a page the story stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.extract.surveying import reads_like_prose

if TYPE_CHECKING:
    from tui.extract.outline import Zone
    from tui.extract.rules import Case

_ENOUGH = 0.85
"""Share of the page's prose that a box must hold to be gone into. Wide regions lose nothing: lines are judged one by
one, and a story split over sibling boxes stays whole."""

_MARKED = 0.6
"""The same for a box that the page itself marks as its main part or as the article's body."""


def choose_region(case: Case) -> Zone:
    """Return the smallest box that holds nearly all prose which is not furniture."""
    outline = case.outline
    worth: dict[int, int] = {}
    for line in outline.lines:
        if not line.zone.rule and reads_like_prose(line):
            for zone in line.zone.ancestors():
                worth[id(zone)] = worth.get(id(zone), 0) + len(line.text)
    region = outline.zones[0]
    total = max(1, worth.get(id(region), 0))
    while True:
        inner = next((zone for zone in region.children if worth.get(id(zone), 0) >= total * _needed(zone)), None)
        if inner is None:
            return region
        total = worth[id(inner)] if _needed(inner) == _MARKED else total
        region = inner


def _needed(zone: Zone) -> float:
    get = zone.element.get
    if zone.tag == "main" or get("role") == "main" or "articlebody" in (get("itemprop") or "").lower():
        return _MARKED
    return _ENOUGH
