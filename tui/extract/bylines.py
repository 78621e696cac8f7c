"""Who wrote it: the witnesses for an article's authors, and the choice among them.

A page names its author in up to six ways, and each of them lies on some pages:
JSON-LD names the newsroom, ``meta`` the system's user, a portrait box the author
of another story. So they are heard in the order of how often each is right, and
one that only knows organisations waits for one that knows a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml.etree import XPath

from tui.article import clean_line
from tui.extract.bylinelines import byline_names, dated_names, first_names, labelled_names, opening_names, signature
from tui.extract.comparing import squash
from tui.extract.marked import AFTER, BEFORE, is_foreign, is_of_another, near_headline, setting_of
from tui.extract.names import is_organisation, read_byline, unite_names
from tui.extract.structured import strings, types_of
from tui.extract.titles import plain
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui.extract.marked import Setting
    from tui.extract.outline import Outline
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
_NAMED = XPath("descendant-or-self::*[@itemprop='name']")
_ORGANISATION_TYPES = frozenset(("organization", "newsmediaorganization", "corporation", "website"))
SUMMARY_BYLINE = re.compile(
    r"(?<=[.!?…\"“”»])\s{1,3}(?:Von|By|Par|Por|Door|Av|Af|Text:)\s(?:[A-ZÀ-Þ][\w.'’-]+(?:\s(?:und|and|et|y)\s|,?\s|\Z)){2,8}\Z"
)
_DOMAIN = re.compile(r"\s{0,9}(?:https?:|www\.|[\w-]+\.(?:com|net|org|[a-z]{2})\b)", re.IGNORECASE)
"""What stands after a domain in an author field is its owner's address."""

_WEIGHTS = {"json-ld": 3.0, "byline": 2.0, "marked": 1.0, "opening": 1.0, "meta": 0.45}
"""The first witness wins unless two others agree against it: JSON-LD is right most often, a lonely meta least."""

_FAR = {"label": 0.5, "end": 0.5}
_FARTHEST = 0.4
"""What witnesses weigh that are searched far and wide, when those above know nobody for certain."""

_CERTAIN = 0.5
_ONE_WORD = 0.2
"""What is left of a witness's weight that knows one word, other than on a byline: systems name their users so."""

_LONGEST_NAME = 60
_LONGEST_SECTION = 40
_LATIN = 0x24F


def find_authors(facts: Facts, outline: Outline, headline: int, sites: list[str]) -> tuple[tuple[str, ...], str]:
    """Return the persons who wrote the article, else the agency or newsroom that the page names; and who says so.

    ``headline`` is the index of the headline's line, -1 when it is not on the page.
    """
    own = {squash(site) for site in sites}
    organisations: list[str] = []
    itself: list[str] = []
    votes: dict[tuple[str, ...], float] = {}
    said_by: dict[tuple[str, ...], str] = {}
    for kind, names in witnesses(facts, outline, headline):
        if kind not in _WEIGHTS and max(votes.values(), default=0) >= _CERTAIN:
            break
        foreign = [name for name in names if squash(name) not in own]
        persons = unite_names([name for name in foreign if not is_organisation(name) and not _is_handle(name)])
        if persons:
            votes[persons] = votes.get(persons, 0) + _weigh(kind, persons)
            said_by.setdefault(persons, kind)
        organisations, itself = organisations or foreign, itself or names
    if not votes:
        newsroom = organisations or _newsroom(facts, outline, headline, own) or itself
        return unite_names(newsroom), "no person"
    chosen = max(votes, key=lambda persons: votes[persons])
    return chosen, said_by[chosen]


def _weigh(kind: str, persons: tuple[str, ...]) -> float:
    weight = _WEIGHTS.get(kind) or _FAR.get(kind, _FARTHEST)
    in_one_word = kind != "byline" and all(" " not in name and ord(max(name)) <= _LATIN for name in persons)
    return weight * _ONE_WORD if in_one_word else weight


def _newsroom(facts: Facts, outline: Outline, headline: int, own: set[str]) -> list[str]:
    """Return the site itself, where the page names it as the author: "globe.example", "The Citizen"."""
    told = [clean_line(plain(text)) for text in _told_authors(facts)]
    for name in told:
        if 1 < len(name) <= _LONGEST_NAME and "://" not in name and any(map(str.isalpha, name)):
            return [name] if squash(name) in own else []
    for line in outline.lines[max(headline, 0) : headline + AFTER]:
        if line.zone.above & Sign.BYLINE and squash(line.text) in own and not is_foreign(line.zone):
            return [line.text]
    return []


def _is_handle(name: str) -> bool:
    """Whether it is what somebody signs in with ("edda-m", "admin2") and no name that anybody is called by."""
    return name.isascii() and name.islower() and " " not in name


def witnesses(facts: Facts, outline: Outline, headline: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the names that each kind of source gives, the most trusted first."""
    yield "json-ld", _names(_told_authors(facts), trusted=True)
    near = outline.lines[max(headline - BEFORE, 0) : headline + AFTER] if headline >= 0 else outline.lines[:60]
    below = outline.lines[headline + 1 :]
    setting = setting_of(outline, headline, _sections(facts, outline))
    yield "byline", first_names(near, byline_names, setting)
    yield "marked", _marked(facts, outline, setting)
    yield "opening", first_names(near, opening_names, setting)
    yield "meta", _first_meta(facts)
    yield "end", first_names(below, byline_names, setting)
    yield "label", first_names(below, labelled_names, setting)
    yield "summary", _summary_names(facts)
    yield "dated", dated_names(outline, setting)
    yield "signature", signature(outline, setting)


def _sections(facts: Facts, outline: Outline) -> frozenset[str]:
    """Return what the site's sections are called, by metadata and menus: "Tech Industry" reads like a person."""
    told = (*facts.metas.get("article:section", ()), *strings(facts.article.get("articleSection")))
    shown = (
        line.text
        for line in outline.lines
        if len(line.text) < _LONGEST_SECTION and line.zone.above & Sign.NAVIGATION and not line.zone.above & Sign.BYLINE
    )
    return frozenset(map(squash, (*told, *shown)))


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


def _marked(facts: Facts, outline: Outline, setting: Setting) -> list[str]:
    """Return what microdata (schema.org ``author``) and links with ``rel=author`` (HTML 4.6.7.2) name."""
    elements = [element for element in facts.marked if _marks_author(element)]
    return near_headline(elements, outline, setting, _marked_names) if elements else []


def _marks_author(element: HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split():
        return True
    return bool({"author", "creator"} & set((element.get("itemprop") or "").split())) and not is_of_another(element)


def _marked_names(element: HtmlElement) -> list[str]:
    named = cast("list[HtmlElement]", _NAMED(element))[:4] if element.tag != "a" else []
    found: list[str] = []
    for item in named or [element]:
        text = " ".join((item.get("content") or "".join(item.itertext())).split())
        if len(text) < 300:
            found.extend(read_byline(text, trusted=bool(named) or element.tag == "a"))
    return found


def _summary_names(facts: Facts) -> list[str]:
    """Return the names that the page's summary ends in: broadcasters write "… Von Edda Marsh"."""
    match = SUMMARY_BYLINE.search(plain(facts.meta("og:description", "description")))
    return read_byline(match[0]) if match else []
