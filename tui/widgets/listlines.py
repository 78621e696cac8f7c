"""What the list says of an article, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from tui.widgets.painting import cut
from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from tui.widgets.rows import Row

LINES = 5
"""Rows an article takes: its title in one or two, where it comes from, what is in it, and air."""

LEAST_SITE = 5
"""Cells below which a cut name of a publication says nothing."""

SHELVES: Final = ("saved", "archived", "deleted")
"""Shelves that are named; an article of the inbox was decided about by nobody."""


class Line(Struct, frozen=True):
    """One row."""

    text: str
    face: str
    """``title``, ``unread`` or ``meta``."""


def lines_of(row: Row, room: int, year: int) -> tuple[Line, ...]:
    """Return an article's rows.

    Args:
        row: The article.
        room: Cells in a row.
        year: Of today: dates of this year do without it.
    """
    face = "title" if row.read else "unread"
    titles = [Line(title, face) for title in _titles(row.title or "Untitled", room)]
    return (*titles, Line(_source(row, room, year), "meta"), Line(cut(_holds(row), room), "meta"))


def _titles(title: str, room: int) -> list[str]:
    starts = wrap(title, max(1, room))
    if len(starts) == 1:
        return [title]
    return [title[: starts[1]].rstrip(), cut(title[starts[1] :], room)]


def _source(row: Row, room: int, year: int) -> str:
    """Return publication, date and minutes; when they do not fit it is the publication that is cut."""
    when = row.published or row.added
    date = f"{when.day} {when:%b}" if when.year == year else f"{when.day} {when:%b %Y}"
    rest = f"{date} · {row.minutes} min" if row.minutes else date
    left = room - len(rest) - len(" · ")
    return f"{cut(row.site, left)} · {rest}" if row.site and left >= LEAST_SITE else cut(rest, room)


def _holds(row: Row) -> str:
    parts = [
        row.state if row.state in SHELVES else "",
        f"{row.progress:.0%}" if 0 < row.progress < 1 else "",
        f"{row.quotes} “”" if row.quotes else "",
        f"{row.figures} ▣" if row.figures else "",
        " ".join(f"#{tag}" for tag in row.tags),
    ]
    return " · ".join(part for part in parts if part)
