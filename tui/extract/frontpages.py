"""Telling a front page, or a section's, from a story: it lists what stands elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.extract.links import is_link, leads_out
from tui.extract.structured import ARTICLE_TYPES, types_of
from tui.extract.surveying import reads_like_prose
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.extract.outline import Line, Outline
    from tui.extract.structured import Facts

_A_HEADLINE = 20
"""Letters that a link to a story has at least."""
_MANY = 12
"""Headlines that a page must lead on by to be a list of them."""
_A_STORY = 700
"""Letters of prose, with no headline of another story among them, that make a page more than a list."""
_PLACE = re.compile(r"[^\d\W]+(?:[-_][^\d\W]+){0,2}(?:\.\w{2,5})?")
"""A step of an address that names a part of a site, not one story of it."""


def is_front_page(facts: Facts, outline: Outline, kept: Iterable[int], url: str) -> bool:
    """Whether the page at ``url`` lists stories and is none itself: by its address, its data and how it is made."""
    if _calls_itself_story(facts) or not _names_a_place(url):
        return False
    headlines = {line.text for line in outline.lines if _is_headline(line, url)}
    return len(headlines) >= _MANY and _longest_run(outline, set(kept), url) < _A_STORY


def _calls_itself_story(facts: Facts) -> bool:
    kind = facts.meta("og:type").lower()
    return kind == "article" or bool(facts.meta("article:published_time") or types_of(facts.article) & ARTICLE_TYPES)


def _names_a_place(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    steps = [step for step in parts.path.split("/") if step]
    return bool(parts.netloc) and not parts.query and len(steps) <= 2 and all(map(_PLACE.fullmatch, steps))


def _is_headline(line: Line, url: str) -> bool:
    if len(line.text) < _A_HEADLINE or line.zone.above & (Sign.NAVIGATION | Sign.FOOTER):
        return False
    return is_link(line) and not leads_out(line, url)


def _longest_run(outline: Outline, kept: set[int], url: str) -> int:
    """Return the most letters of prose that stand together with no headline of another story among them."""
    longest = run = 0
    for index, line in enumerate(outline.lines):
        if index in kept and reads_like_prose(line):
            run += len(line.text)
            longest = max(longest, run)
        elif _is_headline(line, url):
            run = 0
    return longest
