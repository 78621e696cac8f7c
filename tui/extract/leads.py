"""The standfirst: it often stands in the page's head, outside of the box that holds the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.comparing import squash
from tui.extract.lines import line_rule
from tui.extract.surveying import reads_like_prose
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Line
    from tui.extract.rules import Case

_REACH = 80
"""Lines between headline and story in which a standfirst is looked for."""
_LONGEST = 1_000
_OVERRULED = ("related box", "tags box")
"""Rules that do not hold between headline and story: German pages call a standfirst a teaser."""


def find_lead(kept: list[int], case: Case) -> list[int]:
    """Return the indices of the lines of a standfirst between the headline and the first line of ``kept``."""
    lines = case.outline.lines
    start = _below_headline(kept[0], case) if kept else 0
    if not start:
        return []
    said = squash(" ".join(lines[index].text for index in kept[:12]))
    return [
        index
        for index in range(start, kept[0])
        if _is_lead(lines[index], case) and squash(lines[index].text)[:60] not in said
    ]


def _below_headline(first: int, case: Case) -> int:
    """Return the index of the line below the headline above ``first``, or 0.

    It is said again in breadcrumbs, under pictures and by share buttons: the page's own ``h1`` is meant before those.
    """
    title = squash(case.clues.title)
    heading = said = 0
    for index in range(first - 1, max(-1, first - _REACH), -1):
        line = case.outline.lines[index]
        is_title = bool(title) and squash(line.text[:400]) == title
        if line.kind is BlockKind.HEADING and line.level == 1 and (is_title or not heading):
            heading = index + 1
        elif is_title and not said:
            said = index + 1
    return heading or said


def _is_lead(line: Line, case: Case) -> bool:
    if (
        (line.zone.rule and not _is_overruled(line))
        or not 40 <= len(line.text) <= _LONGEST
        or line.linked * 2 > len(line.text)
    ):
        return False
    if line_rule(line, case):
        return False
    return _is_summary(line, case) or _is_called_lead(line) or reads_like_prose(line)


def _is_overruled(line: Line) -> bool:
    """Whether the name of the box around ``line`` does not count here: sentences without a link below the headline."""
    return line.zone.rule in _OVERRULED and not line.linked and (reads_like_prose(line) or _is_called_lead(line))


def _is_summary(line: Line, case: Case) -> bool:
    text = squash(line.text)
    return any(
        text[:60] in told or (len(told) > 40 and told[:60] in text) for told in map(squash, case.clues.summaries)
    )


def _is_called_lead(line: Line) -> bool:
    return any(zone.signs & Sign.LEAD and zone.chars <= _LONGEST for zone in line.zone.ancestors()[:4])
