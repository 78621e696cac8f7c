"""When it was published and when it was changed: the sources for a page's two moments, in the order of trust."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from tui.extract.dates import read_date
from tui.extract.marked import FOREIGN, is_of_another, near_headline, setting_of
from tui.extract.shownmoments import LONGEST, labelled_moment, shown_moments
from tui.extract.structured import strings
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from lxml.html import HtmlElement

    from tui.extract.outline import Outline, Zone
    from tui.extract.shownmoments import Shown
    from tui.extract.structured import Facts

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "article.published",
    "published_time",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "date",
    "og:pubdate",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "uploaddate",
    "last-modified-date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_URL_DATE = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)|/((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?[/_.-]"
)
_URL_NUMBER = re.compile(r"[/=][A-Za-z-]{0,9}(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{4,12}(?:$|[/?#._-])")
"""A story's number in its address that begins with its day, as Korean and Japanese systems count them."""

_NAMED = re.compile(r"publi[sc]|pubdate|issue|release|posted|erschein|veroeffentlich|fecha|datum")
_WHEN = re.compile(r"date|time|fecha|datum|_at$|[-_.:]on$")
_NOT_NAMED = re.compile(r"updat|modif|expir|unpubl|last|end|valid|until|timezone|format")
_WIDEST_ZONE = timedelta(hours=14)


def find_moments(facts: Facts, outline: Outline, headline: int, url: str) -> tuple[datetime | None, datetime | None]:
    """Return when the article was published and when it was last changed; None when the page does not say, or never."""
    shown = list(shown_moments(outline, headline, facts.language))
    told = _first(
        [
            *strings(facts.article.get("datePublished")),
            *_metas(facts, _PUBLISHED),
            *_microdata(facts, outline, headline),
        ]
    )
    if told is None:
        told = _first(
            [
                *_named_metas(facts),
                *strings(facts.article.get("dateCreated")),
                *strings(facts.article.get("uploadDate")),
            ]
        )
    published = _published(told, shown) or labelled_moment(outline, facts.language)
    published = published or next((known.moment for known in shown if not known.later), None) or _in_address(url)
    published = published or next((known.moment for known in shown), None) or _elsewhere(outline)
    updated = _first([*strings(facts.article.get("dateModified")), *_metas(facts, _UPDATED)])
    updated = updated or next((known.moment for known in shown if known.later), None)
    return published, updated if updated and published and updated > published else None


def _published(told: datetime | None, shown: list[Shown]) -> datetime | None:
    """Return the moment that is told for machines, unless readers are shown another day right by the headline.

    Systems keep the day when a story was first made; a page that is brought up to date shows its own, without a word
    of an update, and that is the day by which it is known.
    """
    seen = next((known.moment for known in shown if known.certain and not known.later), None)
    if told is None:
        return seen
    moment = _in_zone_of(told, [known.moment for known in shown])
    if seen is None or any(_are_near(known.moment, told) for known in shown):
        return moment
    return seen


def _are_near(shown: datetime, told: datetime) -> bool:
    """Whether both may be one moment, written in two zones, or with day and month changed about."""
    if abs(shown - told) < timedelta(days=2):
        return True
    return shown.year == told.year and (shown.month, shown.day) == (told.day, told.month)


def _metas(facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [text for name in names for text in facts.metas.get(name, ())]


def _first(texts: Iterable[str]) -> datetime | None:
    return next((moment for text in texts if (moment := read_date(text))), None)


def _named_metas(facts: Facts) -> Iterator[str]:
    """Yield what is told under a name that only this site's system knows ("w-published-date"), if the name says it."""
    for name, texts in facts.metas.items():
        if _NAMED.search(name) and _WHEN.search(name) and not _NOT_NAMED.search(name):
            yield from texts


def _microdata(facts: Facts, outline: Outline, headline: int) -> list[str]:
    """Return what elements marked as schema.org ``datePublished`` say, outside of comments and other stories."""
    marked = [
        element for element in facts.marked if element.get("itemprop") == "datePublished" and not is_of_another(element)
    ]
    return near_headline(marked, outline, setting_of(outline, headline), _marked_text) if marked else []


def _marked_text(element: HtmlElement) -> list[str]:
    value = element.get("content") or element.get("datetime")
    return [value or " ".join("".join(element.itertext()).split())[:LONGEST]]


def _in_zone_of(told: datetime, shown: list[datetime]) -> datetime:
    """Return ``told`` in the zone that the page shows it in, so that its day is the day that readers see.

    The page shows the same moment with its zone, or without: then the difference, in quarters of an hour, is the zone.
    """
    if told.utcoffset():
        return told
    for moment in shown:
        if moment.utcoffset() and abs(moment - told) < timedelta(minutes=1):
            return moment
        if moment.utcoffset() or not (moment.hour or moment.minute):
            continue
        offset = moment - told.replace(second=0, microsecond=0)
        if offset and abs(offset) <= _WIDEST_ZONE and not offset % timedelta(minutes=15):
            return told.astimezone(timezone(offset))
    return told


def _in_address(url: str) -> datetime | None:
    match = _URL_DATE.search(url) or _URL_NUMBER.search(url)
    if not match:
        return None
    year, month, day = (part for part in match.groups() if part)
    return read_date(f"{year}-{int(month):02}-{int(day):02}")


def _elsewhere(outline: Outline) -> datetime | None:
    """Return the first moment of a ``time`` element, or on a line called a date, anywhere in the page's own story."""
    for element in outline.zones[0].element.iter("time"):
        moment = read_date(element.get("datetime") or "".join(element.itertext()))
        if moment:
            return moment
    dated = (
        line.text
        for line in outline.lines
        if len(line.text) < LONGEST and _is_dated(line.zone, line.signs) and not line.zone.above & FOREIGN
    )
    return _first(dated)


def _is_dated(zone: Zone, signs: int) -> bool:
    return bool((zone.signs | signs) & (Sign.DATE | Sign.BYLINE))
