"""What the page says about the article: who wrote it, when, where, in which language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.article import clean_line, clean_url
from tui.extract.bylines import SUMMARY_BYLINE, find_authors
from tui.extract.dates import read_date
from tui.extract.structured import strings, text_of, types_of
from tui.extract.titles import find_headline, plain
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from datetime import datetime

    from tui.extract.outline import Outline
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
    "last-modified-date",
    "og:pubdate",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its article, cleaned."""

    title: str
    standfirst: str
    authors: tuple[str, ...]
    site: str
    published: datetime | None
    updated: datetime | None
    language: str
    canonical_url: str
    tags: tuple[str, ...]


def find_metadata(facts: Facts, outline: Outline, url: str) -> Metadata:
    """Return what the page says about its article."""
    site = _find_site(facts, url)
    canonical = clean_url(facts.canonical or facts.meta("og:url"), url)
    sites = _site_names(facts, site, url or canonical)
    headline = find_headline(facts, outline, sites)
    published = _find_published(facts, outline, url or canonical)
    updated = _first_date([*strings(facts.article.get("dateModified")), *_metas(facts, _UPDATED)])
    return Metadata(
        title=headline.text,
        standfirst=_find_standfirst(facts),
        authors=find_authors(facts, outline, headline.line, sites),
        site=site,
        published=published,
        updated=updated if updated and published and updated > published else None,
        language=_find_language(facts),
        canonical_url=canonical or clean_url(url),
        tags=_find_tags(facts),
    )


def _metas(facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [text for name in names for text in facts.metas.get(name, ())]


def _find_site(facts: Facts, url: str) -> str:
    publisher = text_of(facts.article.get("publisher"))
    site = (
        facts.meta("og:site_name")
        or publisher
        or facts.meta("application-name", "apple-mobile-web-app-title", "publisher")
    )
    if not site:
        site = next(
            (
                text_of(node.get("name"))
                for node in facts.nodes
                if types_of(node) & {"website", "newsmediaorganization"}
            ),
            "",
        )
    return clean_line(site, 100) or _host(url)


def _site_names(facts: Facts, site: str, url: str) -> list[str]:
    """Return what the site is called: by itself, by its publisher, by its address ("globe" of www.globe.example)."""
    host = _host(url)
    label = max(host.split(".")[:-1], key=len, default="")
    names = (site, facts.meta("application-name"), text_of(facts.article.get("publisher")), host, label)
    return [name for name in names if len(name) > 2]


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _first_date(texts: list[str]) -> datetime | None:
    return next((moment for text in texts if (moment := read_date(text))), None)


def _find_published(facts: Facts, outline: Outline, url: str) -> datetime | None:
    told = _first_date([*strings(facts.article.get("datePublished")), *_metas(facts, _PUBLISHED)])
    if told is None:
        told = _first_date([*strings(facts.article.get("dateCreated")), *strings(facts.article.get("uploadDate"))])
    return told or _date_on_page(outline) or _date_in_address(url)


def _date_on_page(outline: Outline) -> datetime | None:
    for zone in outline.zones:
        if zone.tag == "time" or zone.element.get("datetime"):
            moment = read_date(zone.element.get("datetime") or "")
            if moment:
                return moment
    body = outline.zones[0].element
    for element in body.iter("time"):
        moment = read_date(element.get("datetime") or "".join(element.itertext()))
        if moment:
            return moment
    dated = (
        line
        for line in outline.lines
        if len(line.text) < 120 and (line.zone.signs | line.signs) & (Sign.DATE | Sign.BYLINE)
    )
    return _first_date([line.text for line in dated])


def _date_in_address(url: str) -> datetime | None:
    match = _URL_DATE.search(url)
    return read_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None


def _find_standfirst(facts: Facts) -> str:
    text = plain(facts.meta("og:description", "description") or text_of(facts.article.get("description")))
    return SUMMARY_BYLINE.sub("", text)


def _find_language(facts: Facts) -> str:
    told = (
        facts.language,
        facts.meta("content-language", "language", "dc.language"),
        facts.meta("og:locale"),
        text_of(facts.article.get("inLanguage")),
    )
    for text in told:
        tag = text.split(",")[0].strip()
        if _LANGUAGE.match(tag):
            primary, _, rest = tag.replace("_", "-").partition("-")
            return f"{primary.lower()}-{rest}" if rest else primary.lower()
    return ""


def _find_tags(facts: Facts) -> tuple[str, ...]:
    words = [*facts.metas.get("article:tag", ())]
    keywords = facts.article.get("keywords") or facts.meta("news_keywords", "keywords")
    for text in keywords if isinstance(keywords, list) else [keywords]:
        if isinstance(text, str):
            words.extend(text.split(","))
    cleaned = (clean_line(word, 80) for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word))[:40]
