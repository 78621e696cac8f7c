"""A plain-text dump of a page, as copied out of a browser: title, captions with their credits, body.

There are no elements to go by, only lines: their length, their order, and
whether they are furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.article import Article, Block, BlockKind, Figure, clean_line, clean_text
from tui.errors import NoArticle
from tui.extract.credits import clean_credit, looks_like_credit, split_credit, split_names
from tui.extract.datelines import find_dateline
from tui.extract.dates import read_date
from tui.extract.furniture import furniture_kind
from tui.extract.names import read_byline, unite_names
from tui.extract.rules import Decision

if TYPE_CHECKING:
    from datetime import datetime

    from tui.article import Page

_COUNTER = re.compile(r"^(\d{1,3})\s?(?:/|of|von|de)\s?(\d{1,3})$", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+[A-ZÀ-Þ]", re.IGNORECASE)
_BULLET = re.compile(r"^\s{0,8}[•*‣◦·–-]\s{1,4}(?=\S)")
_ENDED = re.compile(r"[.!?…。！？:;]['\"”’»)\]]{0,3}$")
_DATED = re.compile(
    r"^(?:(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|stand)\b.{0,80}"
    r"|[^.!?]{0,20}\b(?:19|20)\d{2}\b.{0,40}|.{0,40}\bago)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reading:
    title: str = ""
    authors: list[str] = field(default_factory=list)
    published: datetime | None = None
    blocks: list[Block] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    total: int = 0
    decisions: list[Decision] = field(default_factory=list)
    shelved: bool = False
    """Whether the lines that follow hang under a heading of furniture ("Recommended Videos")."""


def read_plain_text(page: Page, text: str, warnings: list[str]) -> tuple[Article, tuple[Decision, ...]]:
    """Return the article in a plain-text dump and why its lines were taken or left.

    Raises:
        NoArticle: there is no text in it.
    """
    reading = _Reading()
    for line in _paragraphs(clean_text(text)):
        _read_line(reading, line)
    if not reading.blocks and not reading.title:
        message = "The text holds nothing to read."
        raise NoArticle(message)
    if not reading.blocks:
        reading.blocks.append(Block(BlockKind.PARAGRAPH, reading.title))
    return _finish(page, reading, warnings), tuple(reading.decisions)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: lines, or the text between blank lines when lines were wrapped at a width."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    wrapped = sum(1 for line in filled if 55 <= len(line) <= 100 and not _ENDED.search(line.rstrip()))
    if "\n\n" in text and wrapped * 3 > len(filled) and max(map(len, filled), default=0) <= 120:
        return [" ".join(piece.split()) for piece in re.split(r"\n[ \t]*\n", text) if piece.strip()]
    return [line.strip() for line in filled]


def _read_line(reading: _Reading, line: str) -> None:
    rule = _furniture_rule(reading, line)
    if rule:
        reading.decisions.append(Decision("dropped", rule, line[:120]))
        return
    if not reading.title:
        reading.title = clean_line(line)
        return
    if _is_caption(reading, line):
        return
    if line != reading.title:
        reading.blocks.append(_block(reading, line))


def _furniture_rule(reading: _Reading, line: str) -> str:
    counter = _COUNTER.match(line)
    if counter:
        reading.total = max(reading.total, int(counter[2]))
        return "gallery counter"
    kind = furniture_kind(line)
    if kind:
        reading.shelved = kind == "related"
        return kind
    if reading.shelved and len(line) < 120 and not _ENDED.search(line):
        return "under a furniture heading"
    reading.shelved = False
    if not reading.blocks and reading.title and _byline_rule(reading, line):
        return "byline"
    return "before the headline" if not reading.title and len(line.split()) <= 2 else ""


def _byline_rule(reading: _Reading, line: str) -> bool:
    if len(line) > 120:
        return False
    if _BYLINE.match(line) and not _ENDED.search(line):
        reading.authors.extend(read_byline(line))
        return True
    if _DATED.match(line):
        reading.published = reading.published or read_date(line)
        return True
    return False


def _is_caption(reading: _Reading, line: str) -> bool:
    """A line that ends in a credit is a caption; one that is nothing but a credit belongs to the line before."""
    caption, credit = split_credit(line)
    if not credit or len(line) > 700:
        return False
    if not caption and reading.blocks and len(line) < 100 and not find_dateline(reading.blocks[-1].text):
        before = reading.blocks[-1]
        if before.kind is BlockKind.PARAGRAPH and len(before.text) < 400:
            reading.blocks.pop()
            caption = before.text
    if not caption and not looks_like_credit(line):
        return False
    _add_figure(reading, caption, clean_credit(credit))
    return True


def _add_figure(reading: _Reading, caption: str, credit: str) -> None:
    photographer, agency = split_names(credit)
    if any(figure.caption == caption and figure.credit == credit for figure in reading.figures):
        return
    reading.figures.append(
        Figure(len(reading.figures) + 1, 0, len(reading.blocks), "", "", caption, credit, photographer, agency),
    )


def _block(reading: _Reading, line: str) -> Block:
    bullet = _BULLET.match(line)
    if bullet:
        return Block(BlockKind.ITEM, line[bullet.end() :], level=1)
    if (
        reading.blocks
        and len(line) < 80
        and not _ENDED.search(line)
        and len(line.split()) > 1
        and line[0].isupper()
        and not line.endswith(",")
    ):
        return Block(BlockKind.HEADING, line, level=2)
    return Block(BlockKind.PARAGRAPH, line)


def _finish(page: Page, reading: _Reading, warnings: list[str]) -> Article:
    while len(reading.blocks) > 1 and reading.blocks[-1].kind is BlockKind.HEADING:
        reading.decisions.append(Decision("dropped", "heading without a text", reading.blocks.pop().text[:120]))
    total = max(reading.total, len(reading.figures))
    last = len(reading.blocks) - 1
    first = next((block.text for block in reading.blocks if block.kind is BlockKind.PARAGRAPH), "")
    return Article(
        source=page.source,
        url=page.url,
        title=reading.title,
        blocks=tuple(reading.blocks),
        canonical_url=page.url,
        authors=unite_names(reading.authors),
        published=reading.published,
        dateline=find_dateline(first),
        figures=tuple(replace(figure, total=total, block=min(figure.block, last)) for figure in reading.figures),
        warnings=tuple(warnings),
    )
