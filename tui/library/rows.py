"""Lines of the list, read by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import json

from tui.article import Place
from tui.library.model import Row, State
from tui.library.store import from_seconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

COLUMNS: Final = (
    "articles.id, address, title, site, authors, published, added, minutes, words, progress, "
    "place_block, place_start, place_end, read, state, quotes, figures, language"
)


def read_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    """Return the rows of ``ids`` in their order; those that are not there are left out."""
    wanted = json.encode(list(ids)).decode()
    lines = connection.execute(
        f"SELECT {COLUMNS} FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'withdrawn'",
        (wanted,),
    )
    by_id = {line[0]: line for line in lines}
    tags = _tags(connection, wanted)
    return [_row(by_id[number], tags.get(number, ())) for number in ids if number in by_id]


def _tags(connection: sqlite3.Connection, wanted: str) -> dict[int, tuple[str, ...]]:
    tags: dict[int, tuple[str, ...]] = {}
    for article, tag in connection.execute(
        "SELECT article, tag FROM tags WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, key",
        (wanted,),
    ):
        tags[article] = (*tags.get(article, ()), tag)
    return tags


def _row(line: tuple[Any, ...], tags: tuple[str, ...]) -> Row:
    number, address, title, site, authors, published, added, minutes, words, progress, *rest = line
    block, start, end, read, state, quotes, figures, language = rest
    return Row(
        id=number,
        address=address,
        title=title,
        site=site,
        authors=tuple(json.decode(authors)),
        published=None if published is None else from_seconds(published),
        added=from_seconds(added),
        minutes=minutes,
        words=words,
        progress=progress,
        place=None if block is None else Place(block, start, end),
        read=bool(read),
        state=State(state),
        tags=tags,
        quotes=quotes,
        figures=figures,
        language=language,
    )
