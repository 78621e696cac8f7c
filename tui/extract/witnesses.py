"""A second opinion on where the story stands, asked for where our own is in doubt: readability-lxml's.

It is given a tree made of the outline alone, so scripts, styles, pictures and
what is hidden are gone, nothing is parsed twice, and what it needs quadratic
time for (thousands of pictures, runs of blanks) cannot reach it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.etree
import lxml.html
from readability import Document
from readability.readability import Unparseable

from tui.article import BlockKind
from tui.extract.comparing import squash
from tui.extract.surveying import prose_of, reads_like_prose
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.extract.outline import Outline, Zone
    from tui.extract.rules import Case

_ENOUGH = 300
"""Letters of prose under which a choice is in doubt."""
_MOST_LINES = 3_000
_MOST_LETTERS = 400_000
"""Lines, and letters, of a page that is not given to readability-lxml any more: it would need seconds for it."""
_REACH = 30
"""Lines below the headline in which the story should start."""
_NOWHERE = Sign.NAVIGATION | Sign.FOOTER | Sign.COMMENT | Sign.RELATED


def is_doubtful(kept: list[int], case: Case) -> bool:
    """Whether ``kept`` may be the wrong part of the page: hardly any prose, or none of it near below the headline."""
    if prose_of(case.outline, kept) < _ENOUGH:
        return True
    first = _first_below_headline(case)
    return first is not None and not any(0 <= index - first < 2 * _REACH for index in kept)


def ask_readability(case: Case) -> list[int]:
    """Return the indices of the lines that readability-lxml takes for the story; none where it cannot be asked."""
    outline = case.outline
    if len(outline.lines) > _MOST_LINES or outline.zones[0].chars > _MOST_LETTERS:
        return []
    try:
        summary = Document(_plain_tree(outline)).summary(html_partial=True)
        chosen = squash(" ".join(map(str, lxml.html.document_fromstring(summary).itertext())))
    except (Unparseable, lxml.etree.LxmlError, ValueError):
        return []
    found = {index for index, line in enumerate(outline.lines) if line.text and squash(line.text) in chosen}
    # a short line may stand elsewhere on the page too: it is meant where its neighbours are
    return sorted(index for index in found if len(outline.lines[index].text) > 25 or {index - 1, index + 1} & found)


def prefer(ours: list[int], theirs: list[int], case: Case) -> bool:
    """Whether the evidence speaks for ``theirs``: it starts below the headline, or is far more prose."""
    mine, other = prose_of(case.outline, ours), prose_of(case.outline, theirs)
    if mine < _ENOUGH:
        return other > 2 * mine
    return other * 2 >= mine and _first_below_headline(case) in theirs


def _first_below_headline(case: Case) -> int | None:
    """Return the index of the first line of prose below the headline, where there is one."""
    lines = case.outline.lines
    title = squash(case.clues.title)
    for at, line in enumerate(lines):
        if line.kind is not BlockKind.HEADING or line.zone.above & _NOWHERE or squash(line.text[:400]) != title:
            continue
        below = range(at + 1, min(len(lines), at + _REACH))
        first = next((index for index in below if reads_like_prose(lines[index])), None)
        if first is not None and not lines[first].zone.above & _NOWHERE:
            return first
    return None


def _plain_tree(outline: Outline) -> HtmlElement:
    """Return a tree of the outline's boxes and lines, named as on the page."""
    root = lxml.html.Element("html")
    body = lxml.etree.SubElement(root, "body")
    made: dict[int, HtmlElement] = {id(outline.zones[0]): body}
    for line in outline.lines:
        if line.text and not line.zone.above & Sign.HIDDEN:
            box = _element(line.zone, made)
            holder = box if box.tag in ("p", "h1", "h2", "h3", "li") else lxml.etree.SubElement(box, "p")
            part = lxml.etree.SubElement(holder, "a" if line.linked * 2 > len(line.text) else "span")
            part.text = "".join(char for char in line.text if char.isprintable())
    return root


def _element(zone: Zone, made: dict[int, HtmlElement]) -> HtmlElement:
    """Return the element that stands for ``zone``, made with those around it where it is not there yet."""
    missing = []
    at: Zone | None = zone
    while at is not None and id(at) not in made:
        missing.append(at)
        at = at.parent
    parent = made[id(at)]
    for box in reversed(missing):
        names = {name: value for name in ("class", "id") if (value := box.element.get(name))}
        parent = made[id(box)] = lxml.etree.SubElement(parent, box.tag if box.tag.isalnum() else "div", names)
    return parent
