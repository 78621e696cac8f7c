"""A page to an article: the way through this room, from the first byte to the last figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import Article, BlockKind, clean_url
from tui.errors import NoArticle
from tui.extract.blocks import make_block
from tui.extract.bodies import find_body, gather_clues
from tui.extract.datelines import find_dateline
from tui.extract.decoding import decode_page
from tui.extract.figures import make_figures
from tui.extract.legends import read_album
from tui.extract.metadata import find_metadata
from tui.extract.pagekinds import tell_kind
from tui.extract.parsing import parse_text
from tui.extract.plaintext import read_plain_text
from tui.extract.rules import Decision
from tui.extract.structured import gather_facts
from tui.extract.surveying import survey
from tui.extract.walking import outline_page

if TYPE_CHECKING:
    from tui.article import Page

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|p|article|section|main|table|span|h[1-6]|meta|title|script|ul|ol|br|a|img|figure|frameset|blockquote|pre)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
# Blanks are never given back: a page of nothing but these made the search quadratic.
_REFRESH = re.compile(r"\s*+(\d{1,3})(?:\.\d*+)?\s*+[;,]\s*+(?:url\s*+=\s*+)?[\"']?\s*+([^\"'\s>]+)", re.IGNORECASE)


def extract_article(page: Page) -> Article:
    """Return the article on ``page``.

    Raises:
        NotAPage: it is a PDF, a picture, an archive, …
        NoArticle: there is nothing to read on it.
    """
    return explain_extraction(page)[0]


def explain_extraction(page: Page) -> tuple[Article, tuple[Decision, ...]]:
    """Return the article on ``page``, and what was chosen, dropped and told, and by which rule.

    Raises:
        NotAPage: it is a PDF, a picture, an archive, …
        NoArticle: there is nothing to read on it.
    """
    text, warnings = decode_page(page)
    if _is_plain(page, text):
        return read_plain_text(page, text, warnings)
    return _read_html(page, text, warnings)


def find_refresh(page: Page) -> str:
    """Return where an immediate meta refresh of ``page`` leads (WHATWG HTML 4.2.5.3), or "".

    One of more than a few seconds is a page that reloads itself, not one that has moved.
    """
    head = page.body[:20_000].decode("utf-8", "replace")
    if "refresh" not in head.lower():
        return ""
    try:
        facts = gather_facts(parse_text(head, []))
    except NoArticle:
        return ""
    match = _REFRESH.match(facts.meta("refresh"))
    return clean_url(match[2], page.url) if match and int(match[1]) <= 5 else ""


def _is_plain(page: Page, text: str) -> bool:
    if page.content_type in ("text/html", "application/xhtml+xml"):
        return False
    return not _MARKUP.search(text[:100_000])


def _read_html(page: Page, text: str, warnings: list[str]) -> tuple[Article, tuple[Decision, ...]]:
    root = parse_text(text, warnings)
    facts = gather_facts(root)
    outline = outline_page(root)
    survey(outline)
    base = clean_url(facts.base, page.url) or page.url
    metadata = find_metadata(facts, outline, page.url)
    album, shown = read_album(outline), len(outline.lines)
    kept, decisions = find_body(
        root,
        outline,
        gather_clues(facts, metadata.title, base or metadata.canonical_url),
        album.taken.union(metadata.headline),
    )
    if len(outline.lines) > shown:  # a story out of the page's data brings its own pictures and captions
        album = read_album(outline)
        kept = [index for index in kept if index not in album.taken]
    if not any(outline.lines[index].text for index in kept):
        message = "No article was found on this page."
        raise NoArticle(message)
    blocks = tuple(make_block(outline.lines[index], base) for index in kept)
    figures = make_figures(outline, album, kept, facts, base)
    warnings.extend(tell_kind(facts, outline, kept, figures, base or metadata.canonical_url))
    decisions = [*metadata.decisions, *decisions]
    decisions.extend(Decision("dropped", "caption", outline.lines[index].text[:120]) for index in sorted(album.taken))
    decisions.extend(Decision("told", "page", warning) for warning in warnings)
    first = next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    article = Article(
        source=page.source,
        url=page.url,
        title=metadata.title,
        blocks=blocks,
        canonical_url=metadata.canonical_url,
        standfirst=metadata.standfirst,
        authors=metadata.authors,
        site=metadata.site,
        published=metadata.published,
        updated=metadata.updated,
        dateline=find_dateline(first),
        language=metadata.language,
        tags=metadata.tags,
        figures=figures,
        warnings=tuple(warnings),
    )
    return article, tuple(decisions)
