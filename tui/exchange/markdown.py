"""An article as Markdown that any CommonMark reader shows as it was written; tables are GitHub's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Block, BlockKind, Mark, MarkKind, QuoteKind
from tui.exchange.byline import byline, missing_dateline
from tui.exchange.markdown_blocks import blocks_markdown, heading_markdown
from tui.exchange.markdown_inline import escape_markdown, inline_markdown, markdown_link
from tui.exchange.quoting import quotation_text

if TYPE_CHECKING:
    from tui.article import Article, Figure, Quote


def article_markdown(article: Article) -> str:
    """Return the article as Markdown: headline, standfirst, byline, body, pictures, quotations."""
    parts = [heading_markdown(_plain(article.title or "Untitled"), 1)]
    parts.append("" if article.opens_with_standfirst else _strong(article.standfirst))
    parts.append(inline_markdown(_plain(byline(article)), one_line=True))
    if article.address.startswith(("http://", "https://")):
        parts.append(markdown_link(escape_markdown(article.address), article.address))
    opening = inline_markdown(_plain(missing_dateline(article).rstrip()))
    parts += blocks_markdown(article.blocks, opening)
    parts += _pictures(article)
    parts += _quotations(article)
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def _strong(text: str) -> str:
    return inline_markdown(Block(BlockKind.PARAGRAPH, text, (Mark(0, len(text), MarkKind.STRONG),)), one_line=True)


def _pictures(article: Article) -> list[str]:
    if not article.figures:
        return []
    return ["## Pictures", *(part for figure in article.figures for part in _figure(figure))]


def _figure(figure: Figure) -> list[str]:
    number = f"{figure.position}/{figure.total}"
    label = escape_markdown(figure.alt.replace("\n", " ")) or f"Picture {number}"
    said = " ".join(part for part in (figure.caption, f"Credit: {figure.credit}" if figure.credit else "") if part)
    picture = f"!{markdown_link(label, figure.src)}" if figure.src else ""
    return [picture, inline_markdown(_plain(f"{number}: {said}" if said else number))]


def _quotations(article: Article) -> list[str]:
    told = [quote for quote in article.quotes if quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)]
    return ["## Quotations", *(quoted_markdown(quote, article) for quote in told)] if told else []


def quoted_markdown(quote: Quote, article: Article, source: str = "") -> str:
    """Return a quotation as a block quote, with its speaker and ``source`` (Markdown) below."""
    lines = ["> " + inline_markdown(_plain(quotation_text(quote, article)), one_line=True)]
    below = ", ".join(part for part in (inline_markdown(_plain(quote.speaker), one_line=True), source) if part)
    return "\n".join([*lines, ">", f"> — {below}"] if below else lines)
