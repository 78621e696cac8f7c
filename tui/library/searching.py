"""Finding words in all that is kept, and where they stand."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from msgspec import json

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

_MARK: Final = f"'{MARK_START}', '{MARK_END}'"
# CROSS JOIN holds the order: first the words, then whether the article stands on the right shelf. What is marked is
# asked for in the same breath, since matching the beginning of a word costs as much again for each row asked later.
_BY_WORDS: Final = (
    f"SELECT articles.id, highlight(text_index, 2, {_MARK}), highlight(text_index, 1, {_MARK}), "
    f"highlight(text_index, 0, {_MARK}), highlight(text_index, 3, {_MARK}) "
    "FROM text_index CROSS JOIN articles ON articles.id = text_index.rowid "
    "WHERE text_index MATCH ? AND {where} ORDER BY {order} LIMIT ? OFFSET ?"
)
_BY_REST: Final = "SELECT id FROM articles WHERE {where} ORDER BY arrived DESC, id DESC LIMIT ? OFFSET ?"
# The last kept first, so that as many are read as are asked for, however many quotations have the words.
_BY_SAID: Final = (
    f'SELECT quotes.article, block, start, "end", highlight(quote_index, 0, {_MARK}) '
    "FROM quote_index CROSS JOIN quotes ON quotes.id = quote_index.rowid "
    "CROSS JOIN articles ON articles.id = quotes.article "
    "WHERE quote_index MATCH ? AND {where} ORDER BY quote_index.rowid DESC"
)
# The plus sign keeps SQLite from matching anew for each quotation.
_SAID: Final = (
    f'SELECT article, block, start, "end", highlight(quote_index, 0, {_MARK}) '
    "FROM quote_index CROSS JOIN quotes ON quotes.id = quote_index.rowid WHERE quote_index MATCH ? "
    "AND +quote_index.rowid IN (SELECT id FROM quotes WHERE article IN (SELECT value FROM json_each(?)))"
)
# From the words when some are wanted, else article by article, so that only as many are read as are asked for.
_QUOTATIONS: Final = (
    'SELECT quotes.article, block, start, "end", text, speaker, title, site, published FROM {} '
    "AND state NOT IN ('deleted', 'withdrawn') "
    "ORDER BY arrived DESC, articles.id DESC, block, start LIMIT ? OFFSET ?"
)
_ALL_QUOTES: Final = "articles CROSS JOIN quotes WHERE quotes.article = articles.id"
_MATCHING_QUOTES: Final = (
    "quotes CROSS JOIN articles ON articles.id = quotes.article "
    "WHERE quotes.id IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ?)"
)

Shown = tuple[Place | None, str, tuple[tuple[int, int], ...]]
"""Where a hit lands, the words to show, and what is marked in them: the last three fields of ``Hit``."""

_NOTHING: Final[Shown] = (None, "", ())

QuoteLine = tuple[int, int, int, int, str]
"""A quotation found: its article, block, start, end, and its words with what was found marked in them."""

_PLACE: Final = itemgetter(1, 2, 3)


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
            part = (limit, max(0, offset))
            if selection.said and not selection.text and not ranked:
                found = _found_by_said(connection, selection, part)
            else:
                found = _found(connection, selection, part, ranked=ranked)
                if selection.said:
                    found |= _found_quotes(connection, selection.said, list(found))
            return [Hit(row, *found[row.id]) for row in read_rows(connection, list(found))]

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
        sql = _QUOTATIONS.format(_MATCHING_QUOTES if wanted else _ALL_QUOTES)
        values: tuple[str | int, ...] = (limit, max(0, offset))
        with self._reading() as connection:
            rows = connection.execute(sql, (wanted, *values) if wanted else values)
            return [_quotation(*row) for row in rows]


def _found(
    connection: sqlite3.Connection, selection: Selection, part: tuple[int, int], *, ranked: bool
) -> dict[int, Shown]:
    where, values = selection.where(with_text=False)
    if not selection.text:
        rows = connection.execute(_BY_REST.format(where=where), (*values, *part))
        return dict.fromkeys((number for (number,) in rows), _NOTHING)
    order = "text_index.rank" if ranked else "text_index.rowid DESC"
    rows = connection.execute(_BY_WORDS.format(where=where, order=order), (selection.text, *values, *part))
    return {number: _shown(*marked) for number, *marked in rows}


def _found_by_said(connection: sqlite3.Connection, selection: Selection, part: tuple[int, int]) -> dict[int, Shown]:
    limit, offset = part
    where, values = selection.where(with_said=False)
    rows = connection.execute(_BY_SAID.format(where=where), (selection.said, *values))
    by_article: dict[int, list[QuoteLine]] = {}
    for line in rows:
        if line[0] not in by_article and len(by_article) == limit + offset:
            break
        by_article.setdefault(line[0], []).append(line)
    return {number: _shown_quote(min(by_article[number], key=_PLACE)) for number in list(by_article)[offset:]}


def _found_quotes(connection: sqlite3.Connection, wanted: str, ids: list[int]) -> dict[int, Shown]:
    """Return the first quotation with the words of each article."""
    lines = connection.execute(_SAID, (wanted, json.encode(ids).decode())).fetchall()
    return {line[0]: _shown_quote(line) for line in sorted(lines, key=_PLACE, reverse=True)}


def _shown_quote(line: QuoteLine) -> Shown:
    _article, block, start, end, marked = line
    text, spans = plain_and_spans(marked)
    span = best_span(text, spans) if spans else (0, 0)
    return (Place(block, start, end), *snippet_at(text, span, spans))


def _shown(body: str, *heads: str) -> Shown:
    text, spans = plain_and_spans(body)
    if spans:
        span = best_span(text, spans)
        return (place_of(text, span), *snippet_at(text, span, spans))
    for head in heads:
        text, spans = plain_and_spans(head)
        if spans:
            return (None, *snippet_at(text, best_span(text, spans), spans))
    return _NOTHING


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
