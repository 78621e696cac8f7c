"""Which version of an article is shown: reading it, and bringing the list and the indices in step with it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from msgspec import json

from tui.article import Place, clean_line, decode_article
from tui.errors import NotKept
from tui.library.anchors import Anchor, Remark, with_remarks
from tui.library.indexing import index_quotes, index_text
from tui.library.model import NoteKind
from tui.library.store import to_seconds

if TYPE_CHECKING:
    import sqlite3

    from tui.article import Article

_DESCRIBE = """
    UPDATE articles SET
        version = ?, address = ?, title = ?, site = ?, site_key = ?, authors = ?, language = ?,
        published = ?, dated = coalesce(?, added), words = ?, minutes = ?, figures = ?
    WHERE id = ?
"""


def stored_article(connection: sqlite3.Connection, article_id: int, number: int | None = None) -> Article:
    """Return a version of a kept article as it was kept; the present one when ``number`` is None.

    Raises:
        NotKept: there is no such article or version.
    """
    row = connection.execute(
        "SELECT versions.body FROM articles JOIN versions ON versions.article = articles.id "
        "AND versions.number = coalesce(?, articles.version) "
        "WHERE articles.id = ? AND articles.state <> 'withdrawn' AND NOT versions.withdrawn",
        (number, article_id),
    ).fetchone()
    if row is None:
        raise not_kept(article_id) if number is None else NotKept(f"There is no version {number} of this article.")
    return decode_article(zlib.decompress(row[0]))


def not_kept(article_id: int) -> NotKept:
    """Return the error for an article that is not there."""
    return NotKept(f"The library has no article number {article_id} any more.")


def remarks_of(connection: sqlite3.Connection, article_id: int) -> tuple[Remark, ...]:
    """Return what the person said of an article, in the order of saying."""
    rows = connection.execute(
        'SELECT id, kind, exact, prefix, suffix, block, start, "end", speaker FROM notes '
        "WHERE article = ? AND NOT withdrawn ORDER BY id",
        (article_id,),
    )
    return tuple(
        Remark(number, NoteKind(kind), Anchor(exact, prefix, suffix, Place(block, start, end)), speaker)
        for number, kind, exact, prefix, suffix, block, start, end, speaker in rows
    )


def present(connection: sqlite3.Connection, article_id: int, number: int, article: Article | None = None) -> None:
    """Make version ``number`` the one that is shown and searched.

    Args:
        connection: Within a transaction.
        article_id: The article.
        number: A version of it.
        article: That version, when it is at hand.
    """
    connection.execute(
        "UPDATE versions SET withdrawn = 0 WHERE article = ? AND number = ? AND withdrawn", (article_id, number)
    )
    connection.execute("UPDATE articles SET version = ? WHERE id = ?", (number, article_id))
    if article is None:
        article = stored_article(connection, article_id)
    connection.execute(_DESCRIBE, (number, *description(article), article_id))
    index_text(connection, article_id, article)
    index_quotes(connection, article_id, with_remarks(article, remarks_of(connection, article_id)).quotes)


def present_quotes(connection: sqlite3.Connection, article_id: int) -> None:
    """Bring what is searched of an article's quotations in step with the person's notes."""
    article = with_remarks(stored_article(connection, article_id), remarks_of(connection, article_id))
    index_quotes(connection, article_id, article.quotes)


def description(article: Article) -> tuple[str | int | None, ...]:
    """Return what the list shows of ``article``, in the order of the columns of ``_DESCRIBE``."""
    site = clean_line(article.site)
    published = to_seconds(article.published) if article.published else None
    return (
        clean_line(article.address, 8_000),
        clean_line(article.title),
        site,
        site_key(site, article.address),
        json.encode([clean_line(author) for author in article.authors]).decode(),
        clean_line(article.language, 40),
        published,
        published,
        article.words,
        article.reading_minutes,
        len(article.figures),
    )


def site_key(site: str, address: str) -> str:
    """Return what the list is sorted by and ``site:`` looks in: the publication's name, then the host, folded."""
    host = address.split("/")[2] if address.startswith(("http://", "https://")) else ""
    return clean_line(f"{site}\t{host.removeprefix('www.')}").casefold()
