"""The walk through a tree, once, that makes its outline."""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind
from tui.extract.outline import PLAIN, Line, Outline, Picture, Style, Zone
from tui.extract.tables import is_data_table, read_table, seen_text
from tui.extract.vocabulary import Sign, signs_of_element, signs_of_id, signs_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table caption tbody "
    "thead tfoot tr td th ul video audio".split()
)
_SKIPPED = frozenset(
    "script style noscript template head title meta link iframe embed math input textarea frameset frame noframes param "
    "track base datalist rp rt".split()
)
_SOFT = frozenset("button svg select option object canvas".split())
"""libxml2 can nest all of an article under an unclosed one of these; dropped only when no story stands in it."""
_PICTURES = frozenset("img amp-img video".split())
_MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "s": MarkKind.STRIKE,
    "strike": MarkKind.STRIKE,
    "del": MarkKind.STRIKE,
    "sub": MarkKind.SUBSCRIPT,
    "sup": MarkKind.SUPERSCRIPT,
}
_UNSEEN = re.compile(r"(?:^|;)\s{0,20}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def outline_page(root: HtmlElement) -> Outline:
    """Return the outline of the page of ``root``; the tree is left as it is."""
    walker = _Walker()
    for body in root.iter("body"):
        walker.walk(body)
        break
    else:
        walker.walk(root)
    return walker.outline


def extend_outline(outline: Outline, root: HtmlElement) -> range:
    """Walk ``root`` too, a tree of its own, and return the indices of its lines in ``outline``."""
    first = len(outline.lines)
    walker = _Walker(outline)
    for body in root.iter("body"):
        walker.walk(body)
        break
    return range(first, len(outline.lines))


class _Walker:
    def __init__(self, outline: Outline | None = None) -> None:
        self.outline = outline or Outline()
        self._parts: list[tuple[str, Style]] = []
        self._zone: Zone = None  # type: ignore[assignment]  # set by walk before anything reads it
        self._lists: list[list[int | None]] = []
        """For every open list, the number of its next item, or None for bullets."""
        self._item: tuple[int, int | None] | None = None
        """Depth and number of an item whose first line is still to come."""
        self._quotes = 0

    def walk(self, root: HtmlElement) -> None:
        """Walk ``root``: a stack of open elements, for pages nest deeper than Python may call."""
        self._open_zone(root, "body")
        stack: list[tuple[HtmlElement, Iterator[HtmlElement], Style, bool]] = [(root, iter(root), PLAIN, True)]
        self._add(root.text, PLAIN)
        while stack:
            element, children, style, block = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if block:
                    self._close_zone(element.tag)
                if stack:
                    self._add(element.tail, stack[-1][2])
                continue
            opened = self._enter(child, style)
            if opened is None:
                self._add(child.tail, style)
                continue
            stack.append((child, iter(child), *opened))
            self._add(child.text, opened[0])

    def _add(self, text: str | None, style: Style) -> None:
        if text:
            self._parts.append((text, style))

    def _enter(self, element: HtmlElement, style: Style) -> tuple[Style, bool] | None:
        """Open ``element``; None when it is done with, else the style of its text and whether it is a block."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            if tag == "noscript":  # a lazy picture's twin for browsers without scripts
                for picture in element.iter("img"):
                    self._picture(picture, style)
            return None
        if tag == "br":
            self._parts.append(("\n", style))
            return None
        if tag in _PICTURES:
            self._picture(element, style)
            return None
        if tag in _SOFT and next(element.iter("p", "article", "main", "h1"), None) is None:
            return None
        if tag in _BLOCKS or ("-" in tag and len(element)):
            return self._enter_block(element, tag, style)
        return _inline_style(element, tag, style), False

    def _enter_block(self, element: HtmlElement, tag: str, style: Style) -> tuple[Style, bool] | None:
        self._flush()
        if tag == "hr":
            self.outline.lines.append(Line(self._zone, BlockKind.RULE, [], ""))
            return None
        self._open_zone(element, tag)
        if tag == "table" and is_data_table(element):
            self._table(element)
            self._close_zone(tag)
            return None
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists.append([_first_number(element) if tag == "ol" else None])
        elif tag == "li":
            self._item = self._open_item(element)
        elif tag == "blockquote":
            self._quotes += 1
        return _block_style(style), True

    def _open_item(self, element: HtmlElement) -> tuple[int, int | None]:
        if not self._lists:
            return 1, None
        number = self._lists[-1][0]
        if number is not None:
            value = element.get("value") or ""
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 7 else number
            self._lists[-1][0] = number + 1
        return len(self._lists), number

    def _open_zone(self, element: HtmlElement, tag: str) -> None:
        parent = self._zone
        signs = signs_of_element(tag, element.get("role") or "") | _signs_of(element)
        zone = Zone(element, parent, tag, parent.depth + 1 if parent else 0, signs, len(self.outline.lines))
        self.outline.zones.append(zone)
        if parent:
            parent.children.append(zone)
        self._zone = zone

    def _close_zone(self, tag: str) -> None:
        self._flush()
        zone = self._zone
        zone.last = len(self.outline.lines)
        if zone.parent is not None:
            self._zone = zone.parent
        if tag in ("ul", "ol", "menu", "dir") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag == "blockquote":
            self._quotes -= 1

    def _flush(self) -> None:
        parts, self._parts = self._parts, []
        if not parts:
            return
        if self._zone.tag == "pre":
            self._append(parts, BlockKind.CODE)
            return
        for piece in _split_paragraphs(parts):
            self._append(piece, BlockKind.PARAGRAPH)

    def _append(self, parts: list[tuple[str, Style]], kind: BlockKind) -> None:
        raw = "".join(part[0] for part in parts)
        text = " ".join(raw.split())
        if not text:
            return
        linked = sum(len(" ".join(part.split())) for part, style in parts if style.linked)
        line = Line(self._zone, kind, parts, text if kind is not BlockKind.CODE else raw.strip("\n"), linked)
        line.signs = _common_signs(parts)
        if kind is not BlockKind.CODE:
            self._shape(line)
        self.outline.lines.append(line)

    def _shape(self, line: Line) -> None:
        tag = self._zone.tag
        if tag in _HEADINGS or self._zone.element.get("role") == "heading":
            line.kind, line.level = BlockKind.HEADING, _HEADINGS.get(tag, 3)
        elif self._item:
            line.kind, (line.level, line.number) = BlockKind.ITEM, self._item
            self._item = None
        elif self._quotes:
            line.kind, line.level = BlockKind.QUOTE, self._quotes

    def _table(self, element: HtmlElement) -> None:
        text, header_rows, linked = read_table(element)
        title = next(element.iterchildren("caption"), None)
        if text and title is not None:
            self._append([(seen_text(title), PLAIN)], BlockKind.PARAGRAPH)
        if text:
            line = Line(self._zone, BlockKind.TABLE, [(text, PLAIN)], text, linked)
            line.header_rows = header_rows
            self.outline.lines.append(line)

    def _picture(self, element: HtmlElement, style: Style) -> None:
        alone = not any(part.strip() for part, _ in self._parts)
        linked = next((href for _, href in style.marks if href), "")
        signs = style.signs | _signs_of(element)
        self.outline.pictures.append(Picture(element, self._zone, len(self.outline.lines), alone, linked, signs))


def _signs_of(element: HtmlElement) -> int:
    """Return what the class, id and data attributes of ``element`` say, and whether it is hidden."""
    if not element.attrib:
        return 0
    get = element.get
    signs = 0
    if name := get("class"):
        signs = signs_of_name(name)
    if name := get("id"):
        signs |= signs_of_id(element.tag, name)
    for attribute in ("data-component", "data-testid", "data-type", "aria-label", "data-module", "data-block"):
        value = get(attribute)
        if value and len(value) < 40:
            signs |= signs_of_name(value)
    if signs & Sign.FOLDED:  # a panel that the reader unfolds: its name tells of its state, not of what it holds
        signs &= ~Sign.HIDDEN
    elif get("aria-hidden") == "true":
        signs |= Sign.HIDDEN
    return signs | Sign.HIDDEN if _is_unseen(element) else signs


def _is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of ``element``, whatever the page's style sheets say."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _UNSEEN.search(style))


def _inline_style(element: HtmlElement, tag: str, style: Style) -> Style:
    signs = _signs_of(element)
    if tag == "time":
        signs |= Sign.DATE
    mark = _MARKS.get(tag)
    if tag == "a":
        href = element.get("href") or ""
        return Style((*style.marks, (MarkKind.LINK, href)), style.signs | signs, bool(href) or style.linked)
    if mark is None:
        return Style(style.marks, style.signs | signs, style.linked) if signs & ~style.signs else style
    return Style((*style.marks, (mark, "")), style.signs | signs, style.linked)


def _block_style(style: Style) -> Style:
    """Return what an inline element around blocks says of them: that they are hidden, nothing else.

    A publishing system may wrap a whole story in a ``span`` that it calls a meta field.
    """
    signs = style.signs & Sign.HIDDEN
    return style if signs == style.signs else Style(style.marks, signs, style.linked)


def _common_signs(parts: list[tuple[str, Style]]) -> int:
    common: int | None = None
    for text, style in parts:
        if not text.isspace():
            common = style.signs if common is None else common & style.signs
    return common or 0


def _split_paragraphs(parts: list[tuple[str, Style]]) -> list[list[tuple[str, Style]]]:
    """Split at two line breaks with nothing between: older pages end their paragraphs so."""
    pieces: list[list[tuple[str, Style]]] = [[]]
    broken = False
    for part in parts:
        if part[0] == "\n":
            if broken:
                pieces.append([])
            broken = True
        elif not part[0].isspace():
            broken = False
        pieces[-1].append(part)
    return pieces


def _first_number(element: HtmlElement) -> int:
    start = element.get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
