"""Finding words in all that is kept, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tui.article import Place
from tui.library.indexing import MARK_END, MARK_START, readable
from tui.library.model import Hit, Quotation, View
from tui.library.query import Field, Term
from tui.library.rows import read_rows
from tui.library.selecting import QUOTE_COLUMNS, match, select
from tui.library.snippets import best_span, place_of, plain_and_spans, snippet_at
from tui.library.store import Store, from_seconds

if TYPE_CHECKING:
    import sqlite3

    from tui.library.selecting import Selection

# CROSS JOIN holds the order: first the words, then whether the article stands on the right shelf.
_BY_WORDS: Final = (
    "SELECT articles.id FROM text_index CROSS JOIN articles ON articles.id = text_index.rowid "
    "WHERE text_index MATCH ? AND {where} ORDER BY {order} LIMIT ? OFFSET ?"
)
_BY_REST: Final = "SELECT id FROM articles WHERE {where} ORDER BY arrived DESC, id DESC LIMIT ? OFFSET ?"
_MARKED: Final = f"highlight(text_index, {{}}, '{MARK_START}', '{MARK_END}')"
_SHOW: Final = (
    f"SELECT {_MARKED.format(2)}, {_MARKED.format(1)}, {_MARKED.format(0)}, {_MARKED.format(3)} "
    "FROM text_index WHERE text_index MATCH ? AND rowid = ?"
)
_SHOW_SAID: Final = (
    f"SELECT block, start, \"end\", highlight(quote_index, 0, '{MARK_START}', '{MARK_END}') "
    "FROM quote_index JOIN quotes ON quotes.id = quote_index.rowid "
    "WHERE quote_index MATCH ? AND quotes.article = ? ORDER BY block, start LIMIT 1"
)
_QUOTATIONS: Final = (
    'SELECT quotes.article, block, start, "end", text, speaker, title, site, published '
    "FROM quotes JOIN articles ON articles.id = quotes.article "
    "WHERE {} state NOT IN ('deleted', 'withdrawn') "
    "ORDER BY arrived DESC, articles.id DESC, block, start LIMIT ? OFFSET ?"
)


Shown = tuple[Place | None, str, tuple[tuple[int, int], ...]]
"""Where a hit lands, the words to show, and what is marked in them: the last three fields of ``Hit``."""


class Searching(Store):
    """The search."""

    def search(self, query: str, limit: int = 50, offset: int = 0, *, ranked: bool = False) -> list[Hit]:
        """Return what a query finds, each with its place.

        Args:
            query: In the query language.
            limit: How many at most.
            offset: How many to leave out first.
            ranked: The best first, words as they stand. Else the newest first, which is quick enough for
                every key: the last word may be unfinished, and mistakes in the query are passed over.

        Raises:
            QueryError: the query cannot be understood; the error says where.
        """
        selection = select(View(query, typing=not ranked), self._clock().date())
        with self._reading() as connection:
            ids = _found(connection, selection, (limit, max(0, offset)), ranked=ranked)
            return [Hit(row, *_shown(connection, selection, row.id)) for row in read_rows(connection, ids)]

    def quotations(self, words: str = "", speaker: str = "", limit: int = 100, offset: int = 0) -> list[Quotation]:
        """Return quotations from everywhere outside the bin, those of the newest article first.

        Args:
            words: Words that stand in them; empty for any.
            speaker: Words of the speaker's name; empty for any.
            limit: How many at most.
            offset: How many to leave out first.
        """
        terms = [Term(Field.SAID, words, 0), Term(Field.SPEAKER, speaker, 0)]
        wanted = match([term for term in terms if any(map(str.isalnum, term.value))], QUOTE_COLUMNS)
        among = "quotes.id IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ?) AND" if wanted else ""
        with self._reading() as connection:
            values = (wanted, limit, max(0, offset)) if wanted else (limit, max(0, offset))
            return [_quotation(*row) for row in connection.execute(_QUOTATIONS.format(among), values)]


def _found(connection: sqlite3.Connection, selection: Selection, part: tuple[int, int], *, ranked: bool) -> list[int]:
    where, values = selection.where(with_text=False)
    if selection.text:
        order = "text_index.rank" if ranked else "text_index.rowid DESC"
        rows = connection.execute(_BY_WORDS.format(where=where, order=order), (selection.text, *values, *part))
    else:
        rows = connection.execute(_BY_REST.format(where=where), (*values, *part))
    return [number for (number,) in rows]


def _shown(connection: sqlite3.Connection, selection: Selection, article_id: int) -> Shown:
    if selection.said:
        return _shown_quote(connection, selection.said, article_id)
    if selection.text:
        return _shown_text(connection, selection.text, article_id)
    return None, "", ()


def _shown_quote(connection: sqlite3.Connection, wanted: str, article_id: int) -> Shown:
    block, start, end, marked = connection.execute(_SHOW_SAID, (wanted, article_id)).fetchone()
    text, spans = plain_and_spans(marked)
    return (Place(block, start, end), *snippet_at(text, best_span(text, spans) if spans else (0, 0), spans))


def _shown_text(connection: sqlite3.Connection, wanted: str, article_id: int) -> Shown:
    body, *heads = connection.execute(_SHOW, (wanted, article_id)).fetchone()
    text, spans = plain_and_spans(body)
    if spans:
        span = best_span(text, spans)
        return (place_of(text, span), *snippet_at(text, span, spans))
    for head in heads:
        text, spans = plain_and_spans(head)
        if spans:
            return (None, *snippet_at(text, best_span(text, spans), spans))
    return None, "", ()


def _quotation(*columns: Any) -> Quotation:  # noqa: ANN401  a row of _QUOTATIONS
    article, block, start, end, text, speaker, title, site, published = columns
    return Quotation(
        article=article,
        place=Place(block, start, end),
        text=readable(text),
        speaker=readable(speaker),
        title=title,
        site=site,
        published=None if published is None else from_seconds(published),
    )
