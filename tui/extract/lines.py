"""Which lines within the story are no part of it: by what they say, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.furniture import furniture_kind
from tui.extract.links import is_link, leads_out, points_on
from tui.extract.rules import LineRule
from tui.extract.surveying import FOREIGN

if TYPE_CHECKING:
    from tui.extract.outline import Line
    from tui.extract.rules import Case


def line_rule(line: Line, case: Case) -> str:
    """Return the name of the rule by which ``line`` is no part of the story, or ""; code says what it does."""
    if line.kind is BlockKind.CODE:
        return ""
    rule = next((rule.name for rule in LINE_RULES if rule.holds(line, case)), "")
    return rule or furniture_kind(line.text)


def _is_called_so(line: Line, _case: Case) -> bool:
    return bool(line.signs & FOREIGN)


def _leads_on(line: Line, case: Case) -> bool:
    if not is_link(line):
        return False
    return line.kind not in (BlockKind.HEADING, BlockKind.ITEM) or not leads_out(line, case.clues.url)


def _points_on(line: Line, _case: Case) -> bool:
    return line.kind is not BlockKind.HEADING and points_on(line)


LINE_RULES = (
    LineRule(
        "inline name", _is_called_so, "An element around all of the line is called a byline, a date, a share link, …"
    ),
    LineRule(
        "links",
        _leads_on,
        "A line that is all links leads to other stories, but for headings and lists that name what lies elsewhere.",
    ),
    LineRule("arrow", _points_on, "An arrow before a line with a link in it points to another story."),
)
