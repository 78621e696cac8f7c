"""An article as plain text for a terminal, a pager or a mail."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.article import BlockKind, QuoteKind
from tui.exchange.byline import byline, missing_dateline
from tui.exchange.quoting import quotation_text
from tui.exchange.tabulating import set_table
from tui.exchange.wrapping import cells, wrap

if TYPE_CHECKING:
    from tui.article import Article, Block, Figure, Quote

_NARROWEST = 10
_DEEPEST = 8
"""A list nested deeper than this is not indented further."""


def article_text(article: Article, *, width: int) -> str:
    """Return the article to be read: headline, standfirst, byline, body, pictures, quotations.

    Args:
        article: The article.
        width: In terminal cells; less than 10 counts as 10. Code is not wrapped.
    """
    width = max(_NARROWEST, width)
    parts = [wrap(article.title or "Untitled", width)]
    standfirst = "" if article.opens_with_standfirst else article.standfirst
    parts += [wrap(line, width) for line in (standfirst, byline(article)) if line]
    if article.address != "-":
        parts.append([article.address])
    parts += _body(article, width)
    parts += _pictures(article, width)
    parts += _quotations(article, width)
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n"


def _body(article: Article, width: int) -> list[list[str]]:
    parts: list[list[str]] = []
    opening = missing_dateline(article)
    for kind, group in groupby(article.blocks, key=lambda block: block.kind):
        together = list(group)
        if kind is BlockKind.PARAGRAPH:
            together[0] = replace(together[0], text=opening + together[0].text)
            opening = ""
        pieces = [_set_block(block, width) for block in together]
        if kind is BlockKind.ITEM:
            parts.append([line for piece in pieces for line in piece])
        elif kind is BlockKind.QUOTE:
            parts.append([line for piece in pieces for line in ("> ", *piece)][1:])
        else:
            parts += pieces
    return parts


def _set_block(block: Block, width: int) -> list[str]:
    match block.kind:
        case BlockKind.HEADING:
            lines = _set_heading(block.text, width)
        case BlockKind.ITEM:
            bullet = "• " if block.number is None else f"{block.number}. "
            lines = wrap(block.text, width, first=_indent(block.level, width) + bullet)
        case BlockKind.QUOTE:
            mark = _quote_mark(block.level)
            lines = wrap(block.text, width, first=mark, rest=mark)
        case BlockKind.CODE:
            lines = [f"    {line}" for line in block.text.split("\n")]
        case BlockKind.TABLE:
            lines = set_table(block, width)
        case BlockKind.RULE:
            lines = ["* * *"]
        case BlockKind.PARAGRAPH:
            lines = wrap(block.text, width)
    return lines


def _set_heading(text: str, width: int) -> list[str]:
    lines = wrap(text, width)
    return [*lines, "-" * max(cells(line) for line in lines)]


def _indent(level: int, width: int) -> str:
    depth = min(max(0, level - 1), _DEEPEST, width // 8)
    return "  " * depth


def _quote_mark(level: int) -> str:
    return "> " * min(max(1, level), 4)


def _pictures(article: Article, width: int) -> list[list[str]]:
    if not article.figures:
        return []
    return [_set_heading("Pictures", width), *(_set_figure(figure, width) for figure in article.figures)]


def _set_figure(figure: Figure, width: int) -> list[str]:
    number = f"[{figure.position}/{figure.total}] "
    said = figure.caption or (f"Without a caption; described as “{figure.alt}”" if figure.alt else "Without a caption")
    lines = wrap(said, width, first=number)
    if figure.credit:
        lines += wrap(figure.credit, width, first=" " * cells(number) + "Credit: ", rest=" " * (cells(number) + 2))
    return lines


def _quotations(article: Article, width: int) -> list[list[str]]:
    told = [quote for quote in article.quotes if quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)]
    if not told:
        return []
    return [_set_heading("Quotations", width), *(_set_quote(quote, article, width) for quote in told)]


def _set_quote(quote: Quote, article: Article, width: int) -> list[str]:
    lines = wrap(quotation_text(quote, article), width)
    return [*lines, *wrap(quote.speaker, width, first="    — ")] if quote.speaker else lines
