"""Which lines of a page are the story: boxes first, then the region, then line by line, then the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.extract.boxes import mark_boxes
from tui.extract.ends import trim_ends
from tui.extract.leads import find_lead
from tui.extract.lines import line_rule
from tui.extract.links import is_link, repeated_leads
from tui.extract.regions import choose_region
from tui.extract.rules import Case, Clues, Decision
from tui.extract.surveying import survey
from tui.extract.witnesses import ask_readability, is_doubtful, prefer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.extract.outline import Outline, Zone


def judge_lines(outline: Outline, clues: Clues) -> tuple[list[int], list[Decision]]:
    """Return the indices of the lines that belong to the story, and why the others do not."""
    case = Case(outline, clues, outline.prose)
    mark_boxes(case)
    region = choose_region(case)
    kept, decisions = _judge(range(region.first, region.last), case)
    decisions.insert(0, Decision("chosen", "region", _describe(region)))
    if is_doubtful(kept, case) and (theirs := ask_readability(case)) and prefer(kept, theirs, case):
        told = Decision("chosen", "readability", outline.lines[theirs[0]].text[:120])
        kept = [index for index in theirs if not line_rule(outline.lines[index], case)]
        decisions.append(told)
    kept, ends = trim_ends(kept or _links_in(region, case), case)
    lead = find_lead(kept, case)
    decisions.extend(ends)
    decisions.extend(Decision("chosen", "standfirst", outline.lines[index].text[:120]) for index in lead)
    return lead + kept, decisions


def _links_in(region: Zone, case: Case) -> list[int]:
    """Return the lines of ``region`` that are links: all there is to read on a page that holds nothing else."""
    lines = case.outline.lines
    return [index for index in range(region.first, region.last) if not lines[index].zone.rule and is_link(lines[index])]


def _describe(region: Zone) -> str:
    """Return the start tag of ``region``, as far as it says something."""
    names = [f' {name}="{value[:60]}"' for name in ("id", "class") if (value := region.element.get(name))]
    return f"<{region.tag}{''.join(names)}>"


def judge_story(outline: Outline, indices: Iterable[int], clues: Clues) -> list[int]:
    """Return those of ``indices`` that belong to the story, where they are known to be one already."""
    survey(outline)
    case = Case(outline, clues, outline.prose)
    mark_boxes(case)
    return trim_ends(_judge(indices, case)[0], case)[0]


def _judge(indices: Iterable[int], case: Case) -> tuple[list[int], list[Decision]]:
    kept, decisions = [], []
    for index in indices:
        line = case.outline.lines[index]
        rule = line.zone.rule or line_rule(line, case)
        if rule:
            decisions.append(Decision("dropped", rule, line.text[:120]))
        else:
            kept.append(index)
    repeated = repeated_leads(kept, case.outline.lines, case.clues.url)
    decisions.extend(Decision("dropped", "same lead", case.outline.lines[index].text[:120]) for index in repeated)
    return [index for index in kept if index not in repeated], decisions
