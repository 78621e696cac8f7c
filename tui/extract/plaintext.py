"""A plain-text dump of a page, as copied out of a browser: title, captions with their credits, body.

There are no elements to go by, only lines: their length, their order, and
whether they are furniture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.article import Article, Block, BlockKind, Figure, clean_line, clean_text
from tui.errors import NoArticle
from tui.extract.counters import read_counter
from tui.extract.credits import clean_credit, join_credit, split_credit, split_names
from tui.extract.datelines import find_dateline
from tui.extract.dates import read_date
from tui.extract.dumpcaptions import may_own_credit, speaks_of_picture
from tui.extract.dumplines import (
    NOTICE,
    find_span,
    is_bare_credit,
    is_byline,
    is_dated,
    is_network,
    is_prose,
    is_tags,
    is_update,
    opens_byline,
    read_label,
    reads_like_names,
)
from tui.extract.furniture import furniture_kind
from tui.extract.names import read_byline, reads_like_person, unite_names
from tui.extract.rules import Decision

if TYPE_CHECKING:
    from datetime import datetime

    from tui.article import Page

_BULLET = re.compile(r"^\s{0,8}[•*‣◦·–-]\s{1,4}(?=\S)")
_ENDED = re.compile(r"[.!?…。！？:;]['\"”’»)\]]{0,3}$")
_LONGEST_CAPTION = 700
_TOP = 6
"""Blocks at the top of a story in which its byline may still come: a standfirst, a name of the section, …"""

_NARROWEST, _WIDEST = 50, 120
"""Letters of lines that were wrapped at a terminal's or a mail's width."""

_MOST_LINES = 20_000


class _Reading(Struct):
    title: str = ""
    authors: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    """Names on lines without a word for them: the authors, where no byline names any."""
    published: datetime | None = None
    updated: datetime | None = None
    blocks: list[Block] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    pictures: set[tuple[str, str]] = field(default_factory=set)
    """Captions and credits of the figures: each picture stands once."""
    total: int = 0
    """How many pictures the gallery's counter tells of."""
    place: int = 0
    """The place in it of the picture that comes next."""
    decisions: list[Decision] = field(default_factory=list)
    shelved: bool = False
    """Whether the lines that follow hang under a heading of furniture ("Recommended Videos")."""
    pictured: bool = False
    """Whether a gallery's counter came last: what follows, up to the story, speaks of the picture."""
    credit: str = ""
    """A credit whose caption is still to come."""
    around: tuple[str, str] = ("", "")
    """The lines before and after the one that is read."""
    label: str = ""
    """``caption`` or ``credit`` when the line before announced one."""


def read_plain_text(page: Page, text: str, warnings: list[str]) -> tuple[Article, tuple[Decision, ...]]:
    """Return the article in a plain-text dump and why its lines were taken or left.

    Raises:
        NoArticle: there is no text in it.
    """
    reading = _Reading()
    lines = _paragraphs(clean_text(text))
    if len(lines) > _MOST_LINES:
        warnings.append("The text holds more than 20,000 lines; only its beginning is shown.")
        del lines[_MOST_LINES:]
    span = find_span(lines)
    for index, line in enumerate(lines):
        if index == span.headline:
            reading.title = clean_line(line)
        else:
            apart = "before the headline" if index < span.headline else "after the story" if index > span.last else ""
            reading.around = (lines[index - 1] if index else "", lines[index + 1] if index + 1 < len(lines) else "")
            _read_line(reading, line, apart)
    if not reading.blocks and not reading.title:
        message = "The text holds nothing to read."
        raise NoArticle(message)
    if not reading.blocks:
        reading.blocks.append(Block(BlockKind.PARAGRAPH, reading.title))
    return _finish(page, reading, warnings), tuple(reading.decisions)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs: lines, or the text between blank lines when lines were wrapped at a width."""
    lines = [line.strip() for line in text.split("\n")]
    if max(map(len, lines)) > _WIDEST:
        return [line for line in lines if line]
    pieces = [piece.split("\n") for piece in re.split(r"\n{2,}", "\n".join(lines).strip("\n"))]
    wrapped = sum(len(line) for piece in pieces if _is_wrapped(piece) for line in piece)
    if wrapped * 3 < sum(map(len, lines)):
        return [line for line in lines if line]
    return [part for piece in pieces for part in ([" ".join(piece)] if _is_wrapped(piece) else piece) if part]


def _is_wrapped(piece: list[str]) -> bool:
    """Whether lines without a blank one between them are one paragraph: all but the last are about as wide."""
    return len(piece) > 1 and all(len(line) >= _NARROWEST for line in piece[:-1])


def _read_line(reading: _Reading, line: str, apart: str) -> None:
    if apart != "after the story" and _is_caption(reading, line, apart):
        return
    rule = _furniture_rule(reading, line) or apart
    if rule:
        reading.decisions.append(Decision("dropped", rule, line[:120]))
    elif line != reading.title:
        reading.pictured = False
        reading.blocks.append(_block(reading, line))


def _furniture_rule(reading: _Reading, line: str) -> str:
    counter = read_counter(line)
    if counter:
        reading.place, reading.total = counter[0], max(reading.total, counter[1])
        reading.pictured = True
        return "gallery counter"
    kind = "legal" if NOTICE.match(line) else furniture_kind(line)
    if kind:
        reading.shelved = kind == "related"
        return kind
    if reading.shelved and len(line) < 120 and not _ENDED.search(line):
        return "under a furniture heading"
    reading.shelved = False
    prose = sum(1 for block in reading.blocks[:_TOP] if is_prose(block.text))
    near = prose == 0 or (prose == 1 and (opens_byline(line) or is_dated(line)))
    near = near and len(reading.blocks) <= _TOP
    return "byline" if near and reading.title and _read_byline(reading, line) else ""


def _read_byline(reading: _Reading, line: str) -> bool:
    """Take authors and dates from a line between headline and story; whether it was one of those."""
    if len(line) > 120 or not is_byline(line):
        return False
    moment = read_date(line)
    if moment is not None and is_update(line):
        reading.updated = reading.updated or moment
    elif moment is not None:
        reading.published = reading.published or moment
    if not is_tags(line):
        names = read_byline(line)
        sure = moment is not None or opens_byline(line)
        (reading.authors if sure else reading.guessed).extend(filter(reads_like_person, names) if moment else names)
    return True


def _is_caption(reading: _Reading, line: str, apart: str) -> bool:
    """A line that ends in a credit is a caption; one that is nothing but a credit belongs to its neighbour."""
    label, rest = read_label(line) if not reading.label else (reading.label, line)
    reading.label = label if label and not rest else ""
    if label and not rest:
        return True
    if len(line) > _LONGEST_CAPTION or NOTICE.match(line) or read_counter(line):
        return False
    if label == "caption" or (reading.credit and not label and not is_prose(line)):
        _add_figure(reading, *split_credit(rest))
        return True
    caption, credit = ("", clean_credit(rest)) if label == "credit" else split_credit(line)
    if not credit and (reading.pictured or _waits_for_credit(reading)) and reads_like_names(line):
        caption, credit = "", line
    if not credit or (not caption and is_network(credit)) or opens_byline(caption):
        return _is_bare_caption(reading, line, apart)
    return _place_credit(reading, caption, credit)


def _is_bare_caption(reading: _Reading, line: str, apart: str) -> bool:
    if apart or not reading.title or opens_byline(line):
        return False
    before, after = reading.around
    counted = read_counter(before) and (reads_like_names(after) or is_bare_credit(after))
    if not counted and not speaks_of_picture(line, before, after):
        return False
    _add_figure(reading, line, "")
    return True


def _waits_for_credit(reading: _Reading) -> bool:
    """Whether the line before was a caption that had no credit."""
    last = reading.figures[-1] if reading.figures else None
    return bool(last and not last.credit and last.caption == reading.around[0])


def _place_credit(reading: _Reading, caption: str, credit: str) -> bool:
    """Put a credit to its caption: on its own line, on the line before, or still to come."""
    if caption:
        _add_figure(reading, caption, credit)
        return True
    if _waits_for_credit(reading):
        bare = reading.figures.pop()
        _add_figure(reading, bare.caption, credit)
        return True
    before = reading.blocks[-1] if reading.blocks else None
    if before and before.kind is not BlockKind.ITEM and len(before.text) < 400 and not find_dateline(before.text):
        if is_prose(before.text) and reading.pictured:  # the counter parts the story from what follows it
            reading.credit = credit
            return True
        if is_prose(before.text) and len(reading.blocks) > 1 and not may_own_credit(before.text):
            return False
        reading.blocks.pop()
        _add_figure(reading, before.text, credit)
        return True
    reading.credit = credit
    return True


def _add_figure(reading: _Reading, caption: str, credit: str) -> None:
    if reading.credit:
        caption, credit = join_credit(f"{caption} ({credit})" if credit else caption, reading.credit)
        reading.credit = ""
    if (caption, credit) in reading.pictures:
        return
    reading.pictures.add((caption, credit))
    photographer, agency = split_names(credit)
    position = max(reading.figures[-1].position + 1 if reading.figures else 1, reading.place)
    reading.figures.append(
        Figure(position, 0, len(reading.blocks), "", "", caption, credit, photographer, agency),
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
    if reading.credit:
        _add_figure(reading, "", "")
    total = max([reading.total, *(figure.position for figure in reading.figures)])
    last = len(reading.blocks) - 1
    first = next((block.text for block in reading.blocks if block.kind is BlockKind.PARAGRAPH), "")
    updated = reading.updated
    return Article(
        source=page.source,
        url=page.url,
        title=reading.title,
        blocks=tuple(reading.blocks),
        canonical_url=page.url,
        authors=unite_names(reading.authors or reading.guessed),
        published=reading.published,
        updated=updated if updated and reading.published and updated > reading.published else None,
        dateline=find_dateline(first),
        figures=tuple(replace(figure, total=total, block=min(figure.block, last)) for figure in reading.figures),
        warnings=tuple(warnings),
    )
