"""Which lines within the story are no part of it: by what they say, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.furniture import furniture_kind
from tui.extract.rules import LineRule
from tui.extract.surveying import FOREIGN

if TYPE_CHECKING:
    from tui.extract.outline import Line
    from tui.extract.rules import Case


def line_rule(line: Line, case: Case) -> str:
    """Return the name of the rule by which ``line`` is no part of the story, or ""."""
    rule = next((rule.name for rule in LINE_RULES if rule.holds(line, case)), "")
    return rule or furniture_kind(line.text)


def _is_called_so(line: Line, _case: Case) -> bool:
    return bool(line.signs & FOREIGN)


def _is_links(line: Line, _case: Case) -> bool:
    return line.linked > len(line.text) * 0.7 and line.kind is not BlockKind.RULE


LINE_RULES = (
    LineRule(
        "inline name", _is_called_so, "An element around all of the line is called a byline, a date, a share link, …"
    ),
    LineRule("links", _is_links, "A line that is all links leads away."),
)
