"""The body's blocks as HTML that is well-formed XML too: lists that nest, quotations, tables, listings."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind
from tui.exchange.inline import inline_spans
from tui.exchange.tabulating import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Block
    from tui.exchange.inline import Span

_TAGS = {
    MarkKind.STRONG: "strong",
    MarkKind.EMPHASIS: "em",
    MarkKind.STRIKE: "del",
    MarkKind.SUBSCRIPT: "sub",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.CODE: "code",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0, 2.2: what may not stand in a document, not even escaped."""


def html_text(text: str) -> str:
    """Return ``text`` such that it is text, in an element or in an attribute."""
    return escape(_NOT_XML.sub("\ufffd", text))


def blocks_html(blocks: Sequence[Block], opening: str = "") -> list[str]:
    """Return the blocks as HTML elements, ``opening`` (text) before the first paragraph's own."""
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        together = list(group)
        if kind is BlockKind.ITEM:
            parts.append(_list(together))
        elif kind is BlockKind.QUOTE:
            parts += [_quotation(block) for block in together]
        else:
            parts += [_block(block) for block in together]
        if kind is BlockKind.PARAGRAPH and opening:
            first = len(parts) - len(together)
            parts[first] = f"<p>{html_text(opening)}{parts[first].removeprefix('<p>')}"
            opening = ""
    return parts


def inline_html(block: Block) -> str:
    """Return the block's text with its marks; its line breaks are breaks."""
    return _write(inline_spans(block), block.text)


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            level = min(max(2, block.level), 6)
            return f"<h{level}>{inline_html(block)}</h{level}>"
        case BlockKind.CODE:
            return f"<pre><code>{html_text(block.text)}</code></pre>"
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.RULE:
            return "<hr />"
        case _:
            return f"<p>{inline_html(block)}</p>"


def _write(spans: Iterable[Span], text: str) -> str:
    return "".join(_write_span(span, text) for span in spans)


def _write_span(span: Span, text: str) -> str:
    if span.kind is None:
        return html_text(text[span.start : span.end]).replace("\n", "<br />")
    inner = _write(span.children, text) or html_text(text[span.start : span.end])
    if span.kind is MarkKind.LINK:
        return f'<a href="{html_text(span.href)}">{inner}</a>'
    return f"<{_TAGS[span.kind]}>{inner}</{_TAGS[span.kind]}>"


def _list(items: Sequence[Block]) -> str:
    """Return a list; an item that is deeper than the one before it begins a list within that one."""
    parts: list[str] = []
    open_lists: list[tuple[int, str]] = []
    for item in items:
        level = max(1, item.level)
        while open_lists and open_lists[-1][0] > level:
            parts.append(f"</li></{open_lists.pop()[1]}>")
        if open_lists and open_lists[-1][0] == level:
            parts.append("</li>")
        else:
            tag = "ul" if item.number is None else "ol"
            open_lists.append((level, tag))
            parts.append(f"<{tag}>")
        parts.append("<li>" if item.number is None else f'<li value="{item.number}">')
        parts.append(inline_html(item))
    parts += [f"</li></{tag}>" for _, tag in reversed(open_lists)]
    return "".join(parts)


def _quotation(block: Block) -> str:
    depth = min(max(1, block.level), 6)
    return "<blockquote>" * depth + f"<p>{inline_html(block)}</p>" + "</blockquote>" * depth


def _table(block: Block) -> str:
    rows = []
    for number, row in enumerate(table_rows(block)):
        tag = "th" if number < block.header_rows else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{html_text(cell)}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(rows)}</table>"
