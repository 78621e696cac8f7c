"""A story that stands in no element, only in the page's data: JSON-LD's article body, or an app's state.

Looked for only where the page itself shows next to nothing. What is found is
markup or paragraphs of text; it is weighed by how much of it reads like prose,
by the name it goes by, and by whether the headline stands beside it.
"""
# ruff: noqa: SIM905 - lists of words are read by the line

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import lxml.etree
import lxml.html
from msgspec import Struct

from tui.extract.comparing import squash
from tui.extract.scriptjson import LONGEST, streamed_text, values_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui.extract.rules import Clues

_MOST_NODES = 60_000
_ENOUGH = 400
"""Letters of prose that a text must have to be taken for a story."""
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]{0,2}(?=\s|<|$)|[。！？।۔؟]")
_A_SENTENCE = 300
"""Most letters that one sentence's end vouches for."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_NAMES = frozenset(
    "articlebody body bodyhtml bodytext content contenthtml contentbody html text story storybody storytext article "
    "articlehtml articletext articlecontent fulltext paragraphs paragraph blocks components elements maincontent "
    "richtext value data children items markup copy".split()
)
_ASIDE = re.compile(
    r"comment|related|recommend|cookie|consent|privacy|terms|policy|footer|caption|bio|i18n|locale|message|translation|faq|seo|meta"
)


class _Found(Struct, frozen=True):
    """One text in the page's data, as markup, and how much it weighs."""

    markup: str
    weight: float


def find_told_body(root: HtmlElement, clues: Clues) -> HtmlElement | None:
    """Return the story that the scripts of ``root`` hold, as a tree of its own, or None."""
    best = _Found("", 0.0)
    for script in root.iter("script"):
        text = script.text or ""
        if 500 < len(text) <= LONGEST:
            best = max([best, *_texts_of(text, clues)], key=lambda found: found.weight)
    if best.weight < _ENOUGH:
        return None
    try:
        return lxml.html.document_fromstring(f"<body>{best.markup}</body>")
    except (lxml.etree.LxmlError, ValueError):
        return None


def _texts_of(text: str, clues: Clues) -> Iterator[_Found]:
    for value in values_in(text):
        yield from _texts_in(value, clues)
    streamed = streamed_text(text)
    start, end = streamed.find("<p"), streamed.rfind("</p>")
    if 0 <= start < end:
        yield from _weigh(streamed[start : end + 4], "", named=False)


def _texts_in(value: object, clues: Clues) -> Iterator[_Found]:
    """Yield the texts in a JSON value: long strings, and lists whose items each hold a paragraph."""
    queue: list[tuple[object, str, bool]] = [(value, "", False)]
    seen = 0
    title = squash(clues.title)
    while queue and seen < _MOST_NODES:
        item, name, named = queue.pop()
        seen += 1
        if isinstance(item, str):
            yield from _weigh(item, name, named=named)
        elif isinstance(item, list):
            yield from _weigh("".join(_paragraphs(item)), name, named=named)
            queue.extend((child, name, named) for child in item)
        elif isinstance(item, dict):
            beside = bool(title) and any(
                isinstance(text, str) and squash(text[:400]) == title for text in item.values()
            )
            queue.extend((child, str(key).lower(), named or beside) for key, child in item.items())


def _paragraphs(items: list[object]) -> Iterator[str]:
    """Yield the paragraphs of a list of blocks: strings, or objects with one text that reads like a sentence."""
    for item in items[:2_000]:
        if isinstance(item, dict):
            texts = [text for key, text in item.items() if isinstance(text, str) and str(key).lower() in _NAMES]
            text = max(texts, key=len, default="")
        else:
            text = item if isinstance(item, str) else ""
        if text:
            yield text if text.lstrip().startswith("<") else f"<p>{html.escape(text, quote=False)}</p>"


def _weigh(text: str, name: str, *, named: bool) -> Iterator[_Found]:
    """Yield ``text`` as markup with its weight: its prose, more beside the headline or by its name."""
    if len(text) < _ENOUGH or _ASIDE.search(name):
        return
    if "&lt;p" in text[:2_000]:
        text = html.unescape(text)
    plain = _TAG.sub(" ", text)
    ends = len(_SENTENCE_END.findall(plain))
    prose = min(len(plain), ends * _A_SENTENCE)
    if prose * 2 < len(plain) or ends < 3:
        return
    weight = prose * (1.5 if name in _NAMES else 1.0) * (2.0 if named else 1.0)
    yield _Found(text if "<" in text else _split(text), weight)


def _split(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\s*\n\s*", text) if part.strip())
