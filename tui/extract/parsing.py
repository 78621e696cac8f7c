"""Text to tree, once, bounded, and without losing text in silence.

libxml2 drops what lies past 255 levels or 10 MB in one node without a word
unless ``huge_tree`` is set, and past 2,048 levels even then: its log is read,
and such a page is parsed again with its nesting taken out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.etree
import lxml.html

from tui.errors import NoArticle
from tui.extract.streams import settle_streamed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ELEMENT_LIMIT = 60_000
"""Most elements of a page that are looked at (shared measure: 100,000 links cost 8 seconds)."""

_XML_DECLARATION = re.compile(r"\s{0,1000}<\?xml[^>]{0,1000}\?>")
_NESTING = re.compile(
    r"</?(?:div|span|font|section|article|main|center|b|i|em|strong|u|blockquote|ul|ol|li|table|tbody|tr|td|form|dl|dd)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TOWER = re.compile(
    r"(?:<(?:div|span|font|section|b|i|em|strong|u|blockquote|ul|ol|li|p)\b[^<>]{0,200}>\s{0,9}){500,}", re.IGNORECASE
)
"""Hundreds of elements that only open: they hold nothing apart."""
_METADATA = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title")
)
"""What may stand in a head (HTML, 13.2.6.4.4)."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}>")
_TAG = re.compile(r"<[A-Za-z]")
_TOO_MANY_ATTRIBUTES = 2_000


def parse_text(text: str, warnings: list[str]) -> HtmlElement:
    """Return the tree of ``text``; what had to be left out is added to ``warnings``.

    Raises:
        NoArticle: there is not one element in it.
    """
    text = _bound(_prepare(text), warnings)
    root, complete = _parse(text)
    if not complete:
        warnings.append("The page is nested too deeply; it is shown without its finer structure.")
        root, complete = _parse(_NESTING.sub("<br><br>", text))
    if root is None:
        message = "The page holds no text."
        raise NoArticle(message)
    _end_head(root)
    settle_streamed(root, text)
    return root


def _end_head(root: HtmlElement) -> None:
    """Move what is no metadata out of the head: there a page without ``<body>`` begins (HTML, 13.2.6.4.4).

    libxml2 leaves elements that it does not know, as ``article``, in the head, and all that is in them.
    """
    head = root.find("head")
    if head is None:
        return
    first = next((index for index, child in enumerate(head) if child.tag not in _METADATA), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = lxml.etree.SubElement(root, "body")
    for place, child in enumerate(head[first:]):
        body.insert(place, child)


def _prepare(text: str) -> str:
    text = text.replace("\0", "")
    match = _XML_DECLARATION.match(text)
    text = text[match.end() :] if match else text
    return _LONG_TAG.sub(_spare_long_tag, text) if text.count("=") > _TOO_MANY_ATTRIBUTES else text


def _spare_long_tag(match: re.Match[str]) -> str:
    """Leave out a tag with thousands of attributes: libxml2 needs quadratic time for them."""
    return "" if match[0].count("=") > _TOO_MANY_ATTRIBUTES else match[0]


def _bound(text: str, warnings: list[str]) -> str:
    if text.count("<") <= ELEMENT_LIMIT:
        return text
    text = _TOWER.sub("<div>", text)
    for count, match in enumerate(_TAG.finditer(text)):
        if count == ELEMENT_LIMIT:
            warnings.append("The page holds more than 60,000 elements; only its beginning is shown.")
            return text[: match.start()]
    return text


def _parse(text: str) -> tuple[HtmlElement | None, bool]:
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None, True
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, not cut
