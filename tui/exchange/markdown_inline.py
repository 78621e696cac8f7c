"""A block's text and marks as Markdown (CommonMark 0.31, and GitHub's strikethrough)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from tui.article import MarkKind
from tui.exchange.inline import Span, inline_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Block

_SPECIAL = re.compile(r"[\\`*\[\]<~]|!\Z|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"(?m)^([-+=#>|:]|\d{1,9}(?=[.)]))")
_RUNS = re.compile("`+")
_FENCED = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "_", MarkKind.STRIKE: "~~"}
_TAGS = {
    MarkKind.STRONG: "strong",
    MarkKind.EMPHASIS: "em",
    MarkKind.STRIKE: "del",
    MarkKind.SUBSCRIPT: "sub",
    MarkKind.SUPERSCRIPT: "sup",
}


def escape_markdown(text: str) -> str:
    """Return ``text`` such that Markdown shows it as it is, wherever in a paragraph it stands."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _LINE_START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], escaped)


def inline_markdown(block: Block, *, one_line: bool = False) -> str:
    r"""Return the block's text with its marks.

    Args:
        block: Any but code.
        one_line: Whether line breaks become blanks (headings, table cells) instead of hard breaks.
    """
    lines = [line.strip(" \t") for line in _write(inline_spans(block), block.text).split("\n")]
    kept = [line for line in lines if line]
    return " ".join(kept) if one_line else "\\\n".join(kept)


def markdown_link(label: str, href: str) -> str:
    """Return a link; ``label`` is Markdown already."""
    return f"[{label}]({_destination(href)})"


def code_span(text: str) -> str:
    """Return ``text`` as code, whatever backticks it holds."""
    longest = max((len(run) for run in _RUNS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    rim = " " if text[:1] in "` " or text[-1:] in "` " else ""
    if not text.strip():
        rim = ""
    return f"{fence}{rim}{text}{rim}{fence}"


def _write(spans: Iterable[Span], text: str) -> str:
    return "".join(_write_span(span, text) for span in spans)


def _write_span(span: Span, text: str) -> str:
    said = text[span.start : span.end]
    if span.kind is None:
        return escape_markdown(said) if _starts_line(span, text) else _SPECIAL.sub(r"\\\g<0>", said)
    if not said.strip():
        return said  # a marked blank shows nothing, and cannot be written
    if span.kind is MarkKind.CODE:
        return code_span(said.replace("\n", " "))
    inner = _write(span.children, text)
    if span.kind is MarkKind.LINK:
        return markdown_link(inner, span.href)
    fence = _FENCED.get(span.kind, "")
    if fence and _may_fence(fence, inner, text[: span.start][-1:], text[span.end :][:1]):
        return fence + inner + fence
    tag = _TAGS[span.kind]
    return f"<{tag}>{inner}</{tag}>"


def _starts_line(span: Span, text: str) -> bool:
    """Whether a line of the block begins in ``span``; its first character may be mid-line, then an escape is idle."""
    return True if not span.start else "\n" in text[span.start - 1 : span.end]


def _may_fence(fence: str, inner: str, before: str, after: str) -> bool:
    """Whether a run of ``fence`` can open before ``inner`` and close after it (CommonMark 6.2, flanking)."""
    if "\n" in inner:
        return False
    if fence == "_" and not (_is_edge(before) and _is_edge(after)):
        return False
    opens = inner[0].isalnum() or (not inner[0].isspace() and _is_edge(before))
    closes = inner[-1].isalnum() or (not inner[-1].isspace() and _is_edge(after))
    return opens and closes


def _is_edge(char: str) -> bool:
    return not char or char.isspace() or category(char).startswith("P")


def _destination(href: str) -> str:
    safe = re.sub(r"[<>\s\\]", lambda found: f"%{ord(found[0]):02X}", href)
    safe = re.sub(r"&(?=#?\w{1,32};)", r"\&", safe)
    return f"<{safe}>" if re.search(r"[()]", safe) else safe
