"""Where the story starts and where it stops: what stands around its first and after its last paragraph."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.closings import TAIL_RULES, closing_share
from tui.extract.comparing import squash
from tui.extract.rules import Decision, LineRule
from tui.extract.surveying import FOREIGN, reads_like_prose

if TYPE_CHECKING:
    from tui.extract.outline import Line
    from tui.extract.rules import Case

_ENOUGH_TOLD = 300
"""Letters that the body told to machines must have to be believed."""

_MOST_COMPARED = 200_000_000
"""Letters of it times lines that are looked for in it: half a second at worst, and more than any story needs."""

_BYLINE = re.compile(
    r"(?:(?:written|story|text|words|photos?|reporting)\s{1,3})?(?:by|von|par|por|di|door|av|af|text|autor(?:in)?|texto|testo)\s?:?\s{1,3}\S.{0,80}\Z",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|"
    r"pubblicato|aggiornato|gepubliceerd|bijgewerkt|opublikowano|publisert|publicerad|oppdatert|uppdaterad)\b.{0,80}"
    r"|.{0,40}\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{2}|\d{4})\b.{0,60}|.{0,24}\b(?:19|20)\d{2}\b.{0,24}|.{0,24}\d{1,2}[:.h]\d{2}.{0,16}|.{0,30}\bago)\Z",
    re.IGNORECASE,
)


def trim_ends(kept: list[int], case: Case) -> tuple[list[int], list[Decision]]:
    """Return ``kept`` without what is no story at its ends, and why not."""
    lines = case.outline.lines
    first, second = _first_two([at for at, index in enumerate(kept) if reads_like_prose(lines[index])], len(kept))
    decisions, inner = [], []
    for at, index in enumerate(kept):
        rules = HEAD_RULES if at < first else LEAD_RULES if at < second else ()
        rule = _first_rule(rules, lines[index], case)
        if rule:
            decisions.append(Decision("dropped", rule, lines[index].text[:120]))
        else:
            inner.append(index)
    for name, cut in (("told end", _told_end(inner, case)), ("closing", _closing(inner, case))):
        decisions.extend(Decision("dropped", name, lines[index].text[:120]) for index in inner[cut:])
        del inner[cut:]
    headed = any(lines[index].kind is not BlockKind.HEADING for index in inner)
    while headed and len(inner) > 1 and (rule := _first_rule(TAIL_RULES, lines[inner[-1]], case)):
        decisions.append(Decision("dropped", rule, lines[inner.pop()].text[:120]))
    while inner and lines[inner[0]].kind is BlockKind.RULE:
        inner.pop(0)
    return inner, decisions


def _first_two(found: list[int], most: int) -> tuple[int, int]:
    """Return the first two of ``found``, or ``most``."""
    first, second, *_ = *found, most, most
    return first, second


def _told_end(kept: list[int], case: Case) -> int:
    """Return where in ``kept`` the body ends that the page tells machines, if all of that stands here.

    Such a body may be a beginning only, so what follows it must be little.
    """
    told, lines = case.clues.told, case.outline.lines
    if len(told) < _ENOUGH_TOLD or len(told) * len(kept) > _MOST_COMPARED:
        return len(kept)
    letters = [squash(lines[index].text) for index in kept]
    said = [at for at, text in enumerate(letters) if len(text) > 20 and text[:60] in told]
    if sum(len(letters[at]) for at in said) < 0.95 * len(told):
        return len(kept)
    end = said[-1] + 1
    return end if sum(map(len, letters[end:])) < 0.25 * len(told) else len(kept)


def _closing(kept: list[int], case: Case) -> int:
    """Return where in ``kept`` a heading stands under which only little follows that is no story any more."""
    lines = case.outline.lines
    total = sum(len(lines[index].text) for index in kept)
    cut = at = len(kept)
    below = 0
    for index in range(kept[-1], kept[0], -1) if kept else ():
        line = lines[index]
        if at and kept[at - 1] == index:
            at -= 1
            below += len(line.text)
        if below <= total * closing_share(line) and not line.zone.rule and not line.signs & FOREIGN:
            cut = at
    return cut


def _first_rule(rules: tuple[LineRule, ...], line: Line, case: Case) -> str:
    return next((rule.name for rule in rules if rule.holds(line, case)), "")


def _is_title(line: Line, case: Case) -> bool:
    title = squash(case.clues.title)
    text = squash(line.text[:400])
    if not title or len(text) <= 20:
        return bool(title) and text == title
    if line.level == 1:
        return text in title or title in text
    return text == title or (line.kind is BlockKind.HEADING and len(title) > 20 and title in text)


def _is_byline(line: Line, _case: Case) -> bool:
    return len(line.text) < 100 and line.kind is not BlockKind.HEADING and bool(_BYLINE.match(line.text))


def _is_dated(line: Line, _case: Case) -> bool:
    return len(line.text) < 100 and line.kind is not BlockKind.HEADING and bool(_DATED.match(line.text))


HEAD_RULES = (
    LineRule("title", _is_title, "The headline stands above the body already."),
    LineRule("byline", _is_byline, "Who wrote it is told apart from what was written."),
    LineRule("date", _is_dated, "When it was written is told apart from what was written."),
)
LEAD_RULES = tuple(rule for rule in HEAD_RULES if rule.name != "title")
"""What also stands between a standfirst and the story."""
