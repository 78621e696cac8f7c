"""The headline, without the site's name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tui.article import clean_line
from tui.extract.structured import text_of
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Outline
    from tui.extract.structured import Facts

_SEPARATOR = re.compile(r"\s{1,3}(?:[|\-–—·•»«>/]|::|//)\s{1,3}|\s?[|»｜_]\s?|(?<=\S)\s–\s")
_LETTERS = re.compile(r"[\W_]+")


def squash(text: str) -> str:
    """Return only the letters and digits of ``text``, case folded, for comparing."""
    return _LETTERS.sub("", text).casefold()


def find_title(facts: Facts, outline: Outline, site: str) -> str:
    """Return the headline: the ``h1`` that the page's own metadata agree with, else the best of those."""
    told = [
        clean_line(text)
        for text in (
            text_of(facts.article.get("headline")),
            facts.meta("og:title"),
            facts.meta("twitter:title"),
            *facts.titles[:1],
        )
    ]
    told = [strip_site(text, site) for text in told if text]
    headings = _headings(outline)
    for heading in headings:
        if any(_agrees(heading, text) for text in told):
            return heading
    if told:
        return told[0]
    return headings[0] if headings else ""


def _headings(outline: Outline) -> list[str]:
    found = []
    for level in (1, 2):
        for line in outline.lines:
            if (
                line.level == level
                and line.kind == "heading"
                and not line.zone.above & (Sign.NAVIGATION | Sign.FOOTER | Sign.RELATED)
            ):
                text = clean_line(line.text)
                if len(text) > 3:
                    found.append(text)
        if found:
            break
    return found


def _agrees(heading: str, text: str) -> bool:
    short, long = sorted((squash(heading), squash(text)), key=len)
    if not short:
        return False
    if short in long:
        return len(short) * 2 >= len(long)
    return SequenceMatcher(None, short[:300], long[:300], autojunk=False).ratio() > 0.7


def strip_site(text: str, site: str) -> str:
    """Take the site's name, and what follows or precedes it, off the ends of ``text``."""
    pieces = _SEPARATOR.split(text)
    if len(pieces) < 2:
        return text
    name = squash(site)
    for index in (len(pieces) - 1, 0):
        piece = squash(pieces[index])
        if name and piece and (piece in name or name in piece) and len(piece) <= 2 * len(name) + 8:
            return _cut(text, pieces, index)
    return text


def _cut(text: str, pieces: list[str], index: int) -> str:
    if index == 0:
        rest = text[len(pieces[0]) :]
        match = _SEPARATOR.match(rest)
        return rest[match.end() :].strip() if match else text
    at = text.rfind(pieces[index])
    before = text[:at]
    ends = [match for match in _SEPARATOR.finditer(before) if match.end() == len(before)]
    return before[: ends[-1].start()].strip() if ends else text
