"""When it was published and when it was changed: the sources for a page's two moments, in the order of trust."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from tui.extract.dates import read_date
from tui.extract.structured import strings
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tui.extract.outline import Line, Outline, Zone
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
_FOREIGN = Sign.COMMENT | Sign.RELATED | Sign.NAVIGATION | Sign.ADVERT | Sign.CONSENT | Sign.CAPTION
_LATER = re.compile(
    r"updat|aktualis|mis à jour|modifi|actualiz|aggiorn|atualiz|bijgewerkt|oppdater|opdater|uppdater|päivit|обновл|"
    r"수정|更新|geändert|edited|corrected",
    re.IGNORECASE,
)
_URL_DATE = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)|/((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?[/_.-]"
)
_BRITISH = ("en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in")
_BEFORE, _AFTER = 8, 16
"""How many lines before and after the headline its date may stand."""

_LONGEST = 110
_WIDEST_ZONE = timedelta(hours=14)


def find_moments(facts: Facts, outline: Outline, headline: int, url: str) -> tuple[datetime | None, datetime | None]:
    """Return when the article was published and when it was last changed; None when the page does not say, or never."""
    shown = list(_shown_moments(facts, outline, headline))
    told = _first([*strings(facts.article.get("datePublished")), *_metas(facts, _PUBLISHED), *_microdata(facts)])
    if told is None:
        told = _first([*strings(facts.article.get("dateCreated")), *strings(facts.article.get("uploadDate"))])
    first = next((moment for moment, later in shown if not later), None)
    published = _in_zone_of(told, [moment for moment, _ in shown]) if told else first or _in_address(url)
    published = published or next((moment for moment, _ in shown), None) or _elsewhere(outline)
    updated = _first([*strings(facts.article.get("dateModified")), *_metas(facts, _UPDATED)])
    updated = updated or next((moment for moment, later in shown if later), None)
    return published, updated if updated and published and updated > published else None


def _metas(facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [text for name in names for text in facts.metas.get(name, ())]


def _first(texts: Iterable[str]) -> datetime | None:
    return next((moment for text in texts if (moment := read_date(text))), None)


def _microdata(facts: Facts) -> Iterator[str]:
    """Yield what elements marked as schema.org ``datePublished`` say, outside of comments and other stories."""
    for element in facts.marked:
        if element.get("itemprop") == "datePublished":
            value = element.get("content") or element.get("datetime")
            yield value or " ".join("".join(element.itertext()).split())[:_LONGEST]


def _shown_moments(facts: Facts, outline: Outline, headline: int) -> Iterator[tuple[datetime, bool]]:
    """Yield the moments on lines around the headline, those below it first, and whether each is a later version's."""
    at = max(headline, 0)
    below = outline.lines[at : at + _AFTER]
    above = reversed(outline.lines[max(at - _BEFORE, 0) : at])
    american = facts.language.lower().startswith("en") and facts.language.lower() not in _BRITISH
    for lines, foreign in ((below, _FOREIGN), (above, _FOREIGN | Sign.HEADER)):
        for line in lines:
            if len(line.text) > _LONGEST or line.zone.above & foreign:
                continue
            moment = _machine_moment(line) or read_date(line.text, american=american)
            if moment is not None:
                yield moment, bool(_LATER.search(line.text))


def _machine_moment(line: Line) -> datetime | None:
    """Return the moment of the ``datetime`` attribute (HTML 4.5.14) of the box that ``line`` stands in."""
    for zone in line.zone.ancestors(2):
        value = zone.element.get("datetime")
        if value and (moment := read_date(value)):
            return moment
    if Sign.DATE & line.signs and (time := next(line.zone.element.iter("time"), None)) is not None:
        return read_date(time.get("datetime") or "")
    return None


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
    match = _URL_DATE.search(url)
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
        if len(line.text) < _LONGEST and _is_dated(line.zone, line.signs) and not line.zone.above & _FOREIGN
    )
    return _first(dated)


def _is_dated(zone: Zone, signs: int) -> bool:
    return bool((zone.signs | signs) & (Sign.DATE | Sign.BYLINE))
