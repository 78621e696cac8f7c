"""An article as one HTML file that needs nothing else: its pictures are in it, and no request is made to show it."""

from __future__ import annotations

from base64 import standard_b64encode
from typing import TYPE_CHECKING

from tui.exchange.byline import byline, missing_dateline
from tui.exchange.html_blocks import blocks_html, html_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.article import Article, Figure
    from tui.library import KeptPicture

STYLE = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.55 Georgia,serif}"
    "h1{line-height:1.2}figure{margin:1.5em 0}img{max-width:100%;height:auto}"
    "figcaption{font-size:.85em}.credit,.byline,.source{color:#666}"
    "table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2em .5em;text-align:left}"
    "pre{overflow-x:auto}"
)


def article_html(article: Article, pictures: Mapping[str, KeptPicture]) -> str:
    """Return the article as a page.

    Args:
        article: Which.
        pictures: The files at hand, by the figures' ``src``; the others are links, so that nobody is asked unasked.
    """

    def embedded(figure: Figure) -> str:
        picture = pictures.get(figure.src)
        if picture is None:
            return ""
        return f"data:{picture.media_type};base64,{standard_b64encode(picture.data).decode('ascii')}"

    return page(article, embedded, f"<style>{STYLE}</style>")


def page(article: Article, source_of: Callable[[Figure], str], head: str) -> str:
    """Return a whole page that is XML as well; ``source_of`` gives a figure's picture, "" where there is none."""
    language = html_text(article.language or "und")
    title = html_text(article.title or "Untitled")
    standfirst = "" if article.opens_with_standfirst else article.standfirst
    address = html_text(article.address)
    linked = f'<a href="{address}">{address}</a>' if address.startswith(("http://", "https://")) else address
    start = (
        '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'lang="{language}" xml:lang="{language}"><head><meta charset="utf-8" />'
        f'<meta name="viewport" content="width=device-width" /><title>{title}</title>{head}</head><body><article>'
    )
    parts = [
        start,
        f"<h1>{title}</h1>",
        f"<p><strong>{html_text(standfirst)}</strong></p>" if standfirst else "",
        f'<p class="byline">{html_text(byline(article))}</p>',
        *_body(article, source_of),
        f'<p class="source">{linked}</p>',
        "</article></body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _body(article: Article, source_of: Callable[[Figure], str]) -> list[str]:
    """The blocks, each picture before the block that it stands before."""
    parts: list[str] = []
    opening, done = missing_dateline(article), 0
    for figure in sorted(article.figures, key=lambda one: one.block):
        upto = max(done, min(figure.block, len(article.blocks)))
        if upto > done:
            parts += blocks_html(article.blocks[done:upto], opening)
            opening, done = "", upto
        parts.append(_figure(figure, source_of(figure)))
    return parts + blocks_html(article.blocks[done:], opening)


def _figure(figure: Figure, source: str) -> str:
    alt = html_text(figure.alt)
    picture = f'<img src="{html_text(source)}" alt="{alt}" />' if source else ""
    if not source and figure.src:
        picture = f'<p><a href="{html_text(figure.src)}">{alt or "Picture"}</a></p>'
    place = f"{figure.position}/{figure.total}"
    credit = html_text(" · ".join(filter(None, (place, figure.credit))))
    caption = f"{html_text(figure.caption)} " if figure.caption else ""
    return f'<figure>{picture}<figcaption>{caption}<span class="credit">{credit}</span></figcaption></figure>'
