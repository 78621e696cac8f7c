"""What stands above an article's first paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article.model import WORDS_A_MINUTE

if TYPE_CHECKING:
    from datetime import datetime

    from tui.article.model import Article

SAMPLE = 100
"""About so many blocks of a book, from all its parts, have their words counted."""


class HeadLine(Struct, frozen=True):
    """One part of the head."""

    face: str
    """``title``, ``standfirst``, ``byline`` or ``warning``."""
    text: str
    space: int
    """Empty rows above it."""


def head_of(article: Article) -> tuple[HeadLine, ...]:
    """Return headline, standfirst, byline with source, date and minutes, and what the reader is to be warned of."""
    standfirst = "" if article.opens_with_standfirst else article.standfirst
    parts = [("title", article.title, 1), ("standfirst", standfirst, 1), ("byline", _byline(article), 1)]
    parts += [("warning", warning, 1) for warning in article.warnings[:3]]
    return tuple(HeadLine(face, text, space) for face, text, space in parts if text)


def _byline(article: Article) -> str:
    names = article.authors[:4]
    people = " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    when = ""
    if article.published is not None:
        when = _date(article.published)
        if article.updated is not None and article.updated.date() != article.published.date():
            when += f" (updated {_date(article.updated)})"
    dateline = "" if article.opens_with_dateline else article.dateline
    minutes = f"{minutes_of(article)}\xa0min" if article.blocks else ""
    return "\xa0· ".join(part for part in (people, article.site, dateline, when, minutes) if part)


def minutes_of(article: Article) -> int:
    """Return the minutes to read it; of a book only about: to count its words takes longer than to set it."""
    blocks = article.blocks
    if len(blocks) < 500 and sum(len(block.text) for block in blocks) < 50_000:
        return article.reading_minutes
    sample = blocks[:: max(1, len(blocks) // SAMPLE)]
    words = sum(block.text.count(" ") + 1 for block in sample)
    return max(1, words * len(blocks) // len(sample) // WORDS_A_MINUTE)


def _date(when: datetime) -> str:
    """Return a date that no line end tears."""
    return f"{when.day}\xa0{when:%B}\xa0{when.year}"
