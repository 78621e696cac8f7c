"""Who wrote it: the witnesses for an article's authors, and the choice among them.

A page names its author in up to six ways, and each of them lies on some pages:
JSON-LD names the newsroom, ``meta`` the system's user, a portrait box the author
of another story. So they are heard in the order of how often each is right, and
one that only knows organisations waits for one that knows a person.
"""

# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml.etree import XPath

from tui.article import BlockKind, MarkKind
from tui.extract.comparing import squash
from tui.extract.names import is_organisation, read_byline, reads_like_person, unite_names
from tui.extract.structured import strings, types_of
from tui.extract.surveying import reads_like_prose
from tui.extract.titles import plain
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from tui.extract.outline import Line, Outline, Zone
    from tui.extract.structured import Facts

_METAS = (
    "byl",
    "parsely-author",
    "sailthru.author",
    "author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "article:author",
    "og:article:author",
    "dc.contributor",
)
_FOREIGN = Sign.COMMENT | Sign.RELATED | Sign.NAVIGATION | Sign.ADVERT | Sign.CONSENT | Sign.CAPTION
_NAMED = XPath("descendant-or-self::*[@itemprop='name']")
_AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|autor(?:en|es|in|a)?|auteurs?|autori|writers?|people|persons?|profiles?|staff|reporters?|journalists?|contributors?|by|columnists?|"
    r"correspondents?|redaktion|redakteure?|team|firma|opinionistas?|periodistas?|journalistes?|signatures?|user|mitarbeiter|experts?)/[^/]",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|oleh|text|tekst|texto|texte|autor(?:in)?|author|geschrieben von|written by|story by|words by|posted by|published by)\b[\s:]{1,3}(?=\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:author|autor(?:in)?(?:/autor)?|auteure?|autore|autora|text|texte|texto|författare|forfatter|автор)\s?[:：]?\s(?=[A-ZÀ-ÞА-Я])",
    re.IGNORECASE,
)
_KOREAN = re.compile(r"(?:^|\s|\]|=)([가-힣]{2,4})\s?(?:선임)?(?:기자|특파원|논설위원)(?![가-힣])")
_EAST_ASIAN = re.compile(r"(?:記者|记者|撰文|作者|文)\s?[/／:：丨|]\s?([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
_ORGANISATION_TYPES = frozenset(("organization", "newsmediaorganization", "corporation", "website"))
SUMMARY_BYLINE = re.compile(
    r"(?<=[.!?…\"“”»])\s{1,3}(?:Von|By|Par|Por|Door|Av|Af|Text:)\s(?:[A-ZÀ-Þ][\w.'’-]+(?:\s(?:und|and|et|y)\s|,?\s|\Z)){2,8}\Z"
)
_DOMAIN = re.compile(r"\s{0,9}(?:https?:|www\.|[\w-]+\.(?:com|net|org|[a-z]{2})\b)", re.IGNORECASE)
"""What stands after a domain in an author field is its owner's address."""

_LONGEST = 140
_WEIGHTS = {"json-ld": 3, "byline": 2, "marked": 1, "opening": 1, "meta": 1}
"""The first witness wins unless two others agree against it: JSON-LD is right most often, a lonely meta least."""

_BEFORE, _AFTER = 6, 24
"""How many lines before and after the headline a byline may stand."""


def find_authors(facts: Facts, outline: Outline, headline: int, sites: list[str]) -> tuple[tuple[str, ...], str]:
    """Return the persons who wrote the article, else the agency or newsroom that the page names; and who says so.

    ``headline`` is the index of the headline's line, -1 when it is not on the page.
    """
    own = {squash(site) for site in sites}
    organisations: list[str] = []
    votes: dict[tuple[str, ...], int] = {}
    said_by: dict[tuple[str, ...], str] = {}
    for kind, names in witnesses(facts, outline, headline):
        if votes and kind not in _WEIGHTS:
            break  # the rest is searched far and wide, and only when nobody has been named
        foreign = [name for name in names if squash(name) not in own]
        persons = unite_names([name for name in foreign if not is_organisation(name) and not _is_handle(name)])
        if persons:
            votes[persons] = votes.get(persons, 0) + _WEIGHTS.get(kind, 0)
            said_by.setdefault(persons, kind)
        organisations = organisations or foreign or names
    if not votes:
        return unite_names(organisations), "no person"
    chosen = max(votes, key=lambda persons: votes[persons])
    return chosen, said_by[chosen]


def _is_handle(name: str) -> bool:
    """Whether it is what somebody signs in with ("edda-m", "admin2") and no name that anybody is called by."""
    return name.isascii() and name.islower() and " " not in name


def witnesses(facts: Facts, outline: Outline, headline: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the names that each kind of source gives, the most trusted first."""
    yield "json-ld", _names(_told_authors(facts), trusted=True)
    near = outline.lines[max(headline - _BEFORE, 0) : headline + _AFTER] if headline >= 0 else outline.lines[:60]
    yield "byline", _first(near, _byline_names)
    yield "marked", _marked(facts, outline, headline)
    yield "opening", _first(near, _opening_names)
    yield "meta", _first_meta(facts)
    yield "end", _first(outline.lines[headline + 1 :], _byline_names)
    yield "label", _first(outline.lines[headline + 1 :], _labelled_names)
    yield "summary", _summary_names(facts)
    yield "signature", _signature(outline, headline)


def _told_authors(facts: Facts) -> list[str]:
    """Return the authors of JSON-LD, without organisations (schema.org types) that stand beside persons."""
    value = facts.article.get("author") or facts.article.get("creator")
    listed = value if isinstance(value, list) else [value]
    persons = [item for item in listed if not (isinstance(item, dict) and types_of(item) & _ORGANISATION_TYPES)]
    return [*strings(persons or listed)]


def _names(texts: list[str], *, trusted: bool) -> list[str]:
    return [name for text in texts for name in read_byline(plain(text), trusted=trusted)]


def _first_meta(facts: Facts) -> list[str]:
    for key in _METAS:
        texts = [text for text in facts.metas.get(key, []) if not _DOMAIN.match(text)]
        names = _names(texts, trusted=False)
        if names:
            return names
    label = facts.meta("twitter:label1").lower()  # Slack's and Yoast's way of saying it
    if label.startswith(("written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da")):
        return _names([facts.meta("twitter:data1")], trusted=True)
    return []


def _marked(facts: Facts, outline: Outline, headline: int) -> list[str]:
    """Return what microdata (schema.org ``author``) and links with ``rel=author`` (HTML 4.6.7.2) name.

    Those near the headline; else the first, for the later ones may stand under other stories.
    """
    elements = [element for element in facts.marked if _marks_author(element)]
    if not elements:
        return []
    boxes = {zone.element: zone for zone in outline.zones}
    near: list[str] = []
    first: list[str] = []
    for element in elements:
        box: HtmlElement | None = element
        while box is not None and box not in boxes:
            box = box.getparent()
        if box is None or _is_foreign(boxes[box]):
            continue
        names = _marked_names(element)
        first = first or names
        if headline - _BEFORE <= boxes[box].first <= headline + _AFTER:
            near.extend(names)
    return near or first


def _marks_author(element: HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split():
        return True
    if not {"author", "creator"} & set((element.get("itemprop") or "").split()):
        return False
    return not any(box.get("itemprop") in ("citation", "comment", "hasPart") for box in element.iterancestors())


def _marked_names(element: HtmlElement) -> list[str]:
    named = cast("list[HtmlElement]", _NAMED(element))[:4] if element.tag != "a" else []
    found: list[str] = []
    for item in named or [element]:
        text = " ".join((item.get("content") or "".join(item.itertext())).split())
        if len(text) < 300:
            found.extend(read_byline(text, trusted=bool(named) or element.tag == "a"))
    return found


def _is_foreign(zone: Zone) -> bool:
    """Whether the box of a byline is another story's: what is said around it counts, not its own "teaser-author"."""
    boxes = zone.ancestors()
    outermost = max((index for index, box in enumerate(boxes[:4]) if box.signs & Sign.BYLINE), default=-1)
    around = boxes[min(outermost + 1, len(boxes) - 1)]
    within = any(box.tag in ("article", "main") for box in boxes)
    return bool(around.above & (_FOREIGN if within else _FOREIGN | Sign.SIDE | Sign.FOOTER))


def _first(lines: list[Line], reader: Callable[[Line], list[str]]) -> list[str]:
    """Return what ``reader`` finds on the first line that has names, and on the list items after it."""
    names: list[str] = []
    row: Zone | None = None
    for line in lines:
        if names and (row is None or line.zone.tag != "li" or line.zone.parent is not row):
            break
        if len(line.text) > _LONGEST or reads_like_prose(line) or _is_foreign(line.zone):
            continue
        found = reader(line)
        if found:
            names.extend(found)
            row = line.zone.parent if line.zone.tag == "li" else None
    return names


def _byline_names(line: Line) -> list[str]:
    """Return the names on a line in a box called byline or author, its links first."""
    signs = line.signs
    for zone in line.zone.ancestors(4):
        signs |= zone.signs
    inner = 0
    for _, style in line.parts:
        inner |= style.signs
    if not (signs | inner) & Sign.BYLINE:
        return _linked_names(line, only_authors=True)
    names = _linked_names(line, only_authors=False)
    if names:
        every = read_byline(line.text)  # one of two authors may have no page of her own
        return every if set(names) < set(every) and all(map(reads_like_person, every)) else names
    if not signs & Sign.BYLINE:
        text = "".join(text for text, style in line.parts if style.signs & Sign.BYLINE)
        return [name for name in read_byline(text) if _is_full(name)]
    return [name for name in _plain_names(line.text) if _is_full(name)]


def _linked_names(line: Line, *, only_authors: bool) -> list[str]:
    """Return the names among the links of ``line``: those that lead to an author's page, else any of two words."""
    known: list[str] = []
    others: list[str] = []
    for text, style in line.parts:
        href = next((href for _, href in style.marks if href), "")
        if not href or href.startswith("mailto:"):
            continue
        if _AUTHOR_ADDRESS.search(href):
            known.extend(read_byline(text, trusted=bool(style.signs & Sign.BYLINE)))
        elif not only_authors:
            others.extend(name for name in read_byline(text) if _is_full(name))
    return known or others


def _is_full(name: str) -> bool:
    """Whether a name has a first and a family name; a single word on a byline is more often a section than a person."""
    return len(name.split()) > 1 or not name.isascii()


def _opening_names(line: Line) -> list[str]:
    """Return the names on a line that opens with "By", in several languages."""
    if _OPENS.match(line.text):
        return [name for name in read_byline(line.text) if len(name.split()) > 1]
    return _plain_names(line.text) if _KOREAN.search(line.text) or _EAST_ASIAN.search(line.text) else []


def _summary_names(facts: Facts) -> list[str]:
    """Return the names that the page's summary ends in: broadcasters write "… Von Edda Marsh"."""
    match = SUMMARY_BYLINE.search(plain(facts.meta("og:description", "description")))
    return read_byline(match[0]) if match else []


def _signature(outline: Outline, headline: int) -> list[str]:
    """Return the name that stands alone, set strong or apart, just before or just after the story.

    Newsrooms without a field for it let the reporter sign the text itself.
    """
    lines = outline.lines
    prose = [
        index
        for index in range(max(headline, -1) + 1, len(lines))
        if reads_like_prose(lines[index]) and not _is_foreign(lines[index].zone)
    ]
    for index in (prose[0] - 1, prose[-1] + 1) if prose else ():
        if 0 <= index < len(lines) and index != headline and _is_signed(lines[index]):
            text = lines[index].text.strip(" .-–—")
            names = [name for name in re.split(r"\s?[/,&]\s?", text) if reads_like_person(name)]
            if names:
                return names
    return []


def _is_signed(line: Line) -> bool:
    texts = [(text, style) for text, style in line.parts if text.strip()]
    strong = all(any(kind in (MarkKind.STRONG, MarkKind.EMPHASIS) for kind, _ in style.marks) for _, style in texts)
    return (
        line.kind is BlockKind.PARAGRAPH
        and len(line.text) <= 80
        and (strong or "right" in (line.zone.element.get("style") or ""))
    )


def _labelled_names(line: Line) -> list[str]:
    """Return the names after a label for them ("Autor: …"), as broadcasters write under their stories."""
    return read_byline(line.text) if _LABEL.match(line.text) else []


def _plain_names(text: str) -> list[str]:
    found = _KOREAN.findall(text) or _EAST_ASIAN.findall(text)
    return found or read_byline(text)
