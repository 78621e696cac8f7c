"""What of an article is searched, and keeping the full-text indices in step with it.

Both indices hold no text of their own: they point at ``texts`` and ``quotes``
("External Content Tables" in SQLite's FTS5 documentation), so taking an entry
out needs the text that was put in, read from there before it changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import QuoteKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tui.article import Article, Quote

GAP = "\u200b"
"""Stands between two characters of a script without spaces, so that each is a word of its own to the index.

Cleaned text never holds it, so what the index shows is turned back by taking it out.
"""

STATEMENTS = (QuoteKind.DIRECT, QuoteKind.PARTIAL)
"""Kinds of quotation that somebody said; the others are neither counted nor searched."""

JOINT = "\x1e"
"""Stands between two blocks of the body; cleaned text never holds it either."""

MARK_START, MARK_END = "\x02", "\x03"
"""Stand around what was found, in what the index shows."""

_RESERVED = dict.fromkeys(map(ord, f"\0{GAP}{JOINT}{MARK_START}{MARK_END}"), " ")
# Thai, Lao, Khmer, kana, Han: a combining sign stays with the character before it.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0ed0-\u0edf"
    "\u1780-\u17b3\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_CUT = f"(?<=[{_UNSPACED}])(?=\\w)|(?<=\\w)(?=[{_UNSPACED}])"  # compiled when needed: 2 ms of every start

_TAKE_OUT_TEXT = """
    INSERT INTO text_index (text_index, rowid, title, standfirst, body, authors)
    SELECT 'delete', article, title, standfirst, body, authors FROM texts WHERE article = ?
"""
_TAKE_OUT_QUOTES = """
    INSERT INTO quote_index (quote_index, rowid, text, speaker)
    SELECT 'delete', id, text, speaker FROM quotes WHERE article = ?
"""


def searchable(text: str) -> str:
    """Return ``text`` as it is indexed."""
    text = text.encode("utf-8", "replace").decode().translate(_RESERVED)
    return text if text.isascii() else re.sub(_CUT, GAP, text)


def readable(text: str) -> str:
    """Return what ``searchable`` was given."""
    return text.replace(GAP, "")


def statements(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotations that somebody said."""
    return tuple(quote for quote in quotes if quote.kind in STATEMENTS)


def index_text(connection: sqlite3.Connection, article_id: int, article: Article) -> None:
    """Make ``article`` what is searched of the article ``article_id``."""
    take_out_text(connection, article_id)
    row = (
        article_id,
        searchable(article.title),
        searchable(article.standfirst),
        JOINT.join(searchable(block.text) for block in article.blocks),
        searchable("\n".join(article.authors)),
    )
    connection.execute("INSERT INTO texts (article, title, standfirst, body, authors) VALUES (?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO text_index (rowid, title, standfirst, body, authors) VALUES (?, ?, ?, ?, ?)", row)


def index_quotes(connection: sqlite3.Connection, article_id: int, quotes: Sequence[Quote]) -> None:
    """Make the statements among ``quotes`` what is searched of the quotations of ``article_id``, and count them."""
    take_out_quotes(connection, article_id)
    said = statements(quotes)
    for quote in said:
        place, text, speaker = quote.place, searchable(quote.text), searchable(quote.speaker)
        cursor = connection.execute(
            'INSERT INTO quotes (article, text, speaker, block, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
            (article_id, text, speaker, place.block, place.start, place.end),
        )
        connection.execute(
            "INSERT INTO quote_index (rowid, text, speaker) VALUES (?, ?, ?)", (cursor.lastrowid, text, speaker)
        )
    connection.execute("UPDATE articles SET quotes = ? WHERE id = ?", (len(said), article_id))


def take_out_text(connection: sqlite3.Connection, article_id: int) -> None:
    """Take the text of ``article_id`` out of the index and away."""
    connection.execute(_TAKE_OUT_TEXT, (article_id,))
    connection.execute("DELETE FROM texts WHERE article = ?", (article_id,))


def take_out_quotes(connection: sqlite3.Connection, article_id: int) -> None:
    """Take the quotations of ``article_id`` out of the index and away."""
    connection.execute(_TAKE_OUT_QUOTES, (article_id,))
    connection.execute("DELETE FROM quotes WHERE article = ?", (article_id,))
