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


def choose_region(case: Case) -> Zone:
    """Return the smallest box that holds nearly all prose which is not furniture."""
    outline = case.outline
    worth: dict[int, int] = {}
    for line in outline.lines:
        if not line.zone.rule and reads_like_prose(line):
            for zone in line.zone.ancestors():
                worth[id(zone)] = worth.get(id(zone), 0) + len(line.text)
    region = outline.zones[0]
    needed = max(1.0, _ENOUGH * worth.get(id(region), 0))
    while True:
        inner = next((zone for zone in region.children if worth.get(id(zone), 0) >= needed), None)
        if inner is None:
            return region
        region = inner
