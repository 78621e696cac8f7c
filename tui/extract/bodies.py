"""The body of a page: from what it shows, and where that is next to nothing, from the data it carries."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from tui.extract.appstate import find_told_body
from tui.extract.comparing import squash
from tui.extract.judging import judge_lines, judge_story
from tui.extract.rules import Clues, Decision
from tui.extract.structured import strings
from tui.extract.surveying import prose_of, reads_like_prose
from tui.extract.walking import extend_outline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.extract.outline import Outline
    from tui.extract.structured import Facts

_TAG = re.compile(r"<[^<>]{1,2000}>")
_LONGEST = 400_000
_SCANT = 1_200
"""Letters of prose up to which a page's data are looked into: a longer body stands for itself."""
_NOTHING = 300
"""Letters of prose under which whatever the data hold is better; above, they must hold the same story."""


def gather_clues(facts: Facts, title: str, url: str) -> Clues:
    """Return what is known of the article before its body is."""
    names = ("og:description", "description", "twitter:description")
    told = [text for name in names for text in facts.metas.get(name, ())]
    told.extend(strings(facts.article.get("description")))
    body = facts.article.get("articleBody")
    letters = squash(_TAG.sub(" ", unescape(body[:_LONGEST]))) if isinstance(body, str) else ""
    return Clues(title, tuple(dict.fromkeys(told))[:6], url, letters)


def find_body(
    root: HtmlElement, outline: Outline, clues: Clues, captions: set[int]
) -> tuple[list[int], list[Decision]]:
    """Return the indices of the body's lines, and why those and no others; ``captions`` are none of it."""
    kept, decisions = judge_lines(outline, clues)
    kept = [index for index in kept if index not in captions]
    shown = prose_of(outline, kept)
    if shown > _SCANT or (told := find_told_body(root, clues)) is None:
        return kept, decisions
    first = next((squash(outline.lines[index].text) for index in kept if reads_like_prose(outline.lines[index])), "")
    if shown > _NOTHING and first[:80] not in squash(told.text_content()):
        return kept, decisions
    found = judge_story(outline, extend_outline(outline, told), clues)
    if not found or prose_of(outline, found) < 2 * shown:
        return kept, decisions
    return found, [*decisions, Decision("chosen", "page's data", outline.lines[found[0]].text[:120])]
