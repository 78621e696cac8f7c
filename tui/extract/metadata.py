"""What the page says about the article: who wrote it, when, where, in which language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from tui.article import clean_line, clean_url
from tui.extract.bylines import SUMMARY_BYLINE, find_authors
from tui.extract.moments import find_moments
from tui.extract.rules import Decision
from tui.extract.structured import text_of, types_of
from tui.extract.surveying import reads_like_prose
from tui.extract.titles import find_headline, plain
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from datetime import datetime

    from tui.extract.outline import Outline
    from tui.extract.rules import Decision
from tui.extract.structured import Facts

_AROUND = Sign.NAVIGATION | Sign.HEADER | Sign.FOOTER | Sign.CONSENT | Sign.SIDE | Sign.RELATED | Sign.CAPTION
_ABOVE = 6
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")


class Metadata(Struct, frozen=True):
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
    headline: range = range(0)
    """Indices of the headline's lines on the page, which are no part of the body."""
    decisions: tuple[Decision, ...] = ()
    """Where headline and authors come from."""


def find_metadata(facts: Facts, outline: Outline, url: str) -> Metadata:
    """Return what the page says about its article."""
    site = _find_site(facts, url)
    canonical = clean_url(facts.canonical or facts.meta("og:url"), url)
    sites = _site_names(facts, site, url or canonical)
    headline = find_headline(facts, outline, sites)
    at = headline.line if headline.lines else _story_start(outline)
    published, updated = find_moments(facts, outline, at, url or canonical)
    authors, said_by = find_authors(facts, outline, at, sites)
    return Metadata(
        title=headline.text,
        standfirst=_find_standfirst(facts),
        authors=authors,
        site=site,
        published=published,
        updated=updated,
        language=_find_language(facts),
        canonical_url=canonical or clean_url(url),
        tags=_find_tags(facts),
        headline=headline.lines,
        decisions=(
            Decision("chosen", "headline on the page" if headline.lines else "headline in metadata", headline.text),
            Decision("chosen", f"authors by {said_by}", ", ".join(authors)),
        ),
    )


def _story_start(outline: Outline) -> int:
    """Return where a headline would stand that only the page's metadata have: a little above the first paragraph."""
    for index, line in enumerate(outline.lines):
        if reads_like_prose(line) and not line.zone.above & _AROUND:
            return max(index - _ABOVE, 0)
    return -1


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
