"""Which lines of a page are the story: boxes first, then the region, then line by line, then the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.extract.boxes import mark_boxes
from tui.extract.ends import trim_ends
from tui.extract.leads import find_lead
from tui.extract.lines import line_rule
from tui.extract.regions import choose_region
from tui.extract.rules import Case, Clues, Decision

if TYPE_CHECKING:
    from tui.extract.outline import Outline


def judge_lines(outline: Outline, clues: Clues) -> tuple[list[int], list[Decision]]:
    """Return the indices of the lines that belong to the story, and why the others do not."""
    case = Case(outline, clues, outline.prose)
    mark_boxes(case)
    region = choose_region(case)
    kept, decisions = [], []
    for index in range(region.first, region.last):
        line = outline.lines[index]
        rule = line.zone.rule or line_rule(line, case)
        if rule:
            decisions.append(Decision("dropped", rule, line.text[:120]))
        else:
            kept.append(index)
    kept, ends = trim_ends(kept, case)
    lead = find_lead(kept, case)
    decisions.extend(ends)
    decisions.extend(Decision("chosen", "standfirst", outline.lines[index].text[:120]) for index in lead)
    return lead + kept, decisions
