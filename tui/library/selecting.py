"""From a view to SQL: which articles it shows, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct

from tui.library.indexing import searchable
from tui.library.model import Sort, State, View
from tui.library.query import READ, STATES, WORDED, Field, Term, day_of, parse_query
from tui.library.store import to_seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

TEXT_COLUMNS: Final = {Field.TEXT: "", Field.TITLE: "title : ", Field.BY: "authors : "}
QUOTE_COLUMNS: Final = {Field.SAID: "text : ", Field.SPEAKER: "speaker : "}

ORDER: Final = {
    Sort.ADDED: ("arrived", True),
    Sort.PUBLISHED: ("dated", True),
    Sort.SOURCE: ("site_key", False),
    Sort.LENGTH: ("words", False),
    Sort.PROGRESS: ("progress", True),
}
"""Column of each sort, and whether the largest comes first. Equals: the last kept first."""

# Each publication once, by leaps through the index (SQLite has no loose index scan of its own).
_SITES: Final = """site_key IN (
    WITH RECURSIVE sites (key) AS (
        SELECT min(site_key) FROM articles
        UNION ALL SELECT (SELECT min(site_key) FROM articles WHERE site_key > key) FROM sites WHERE key IS NOT NULL
    ) SELECT key FROM sites WHERE instr(key, ?)
)"""
_SAID: Final = (
    "articles.id IN (SELECT article FROM quotes WHERE id IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ?))"
)
_TEXT: Final = "articles.id IN (SELECT rowid FROM text_index WHERE text_index MATCH ?)"

T = TypeVar("T")

Condition = tuple[str, list[str | int]]
"""SQL over ``articles``, and what stands for its question marks."""


class Selection(Struct, frozen=True):
    """What a view comes to."""

    states: frozenset[State]
    """The shelves."""
    reads: frozenset[int]
    """0 for unread, 1 for read ones."""
    text: str
    """For ``text_index MATCH``; empty when no words are looked for."""
    said: str
    """For ``quote_index MATCH``; empty when no words of quotations are looked for."""
    others: tuple[Condition, ...]
    """All else that must hold."""

    @property
    def is_plain(self) -> bool:
        """Whether shelf and read say all."""
        return not (self.text or self.said or self.others)

    def where(self, *, with_text: bool = True, with_said: bool = True) -> Condition:
        """Return all as one condition; without the words of text or quotations when they are matched elsewhere."""
        conditions: list[Condition] = [_among("state", sorted(self.states)), *self.others]
        if len(self.reads) < 2:
            conditions.append(_among("read", sorted(self.reads)))
        if self.text and with_text:
            conditions.append((_TEXT, [self.text]))
        if self.said and with_said:
            conditions.append((_SAID, [self.said]))
        return " AND ".join(sql for sql, _ in conditions), [value for _, values in conditions for value in values]


def select(view: View, today: date) -> Selection:
    """Return what ``view`` shows.

    Raises:
        QueryError: its query cannot be understood.
    """
    terms = parse_query(view.query, typing=view.typing, today=today)
    return Selection(
        states=view.states if view.states is not None else _states(terms),
        reads=frozenset(_chosen(terms, READ)),
        text=match(terms, TEXT_COLUMNS),
        said=match([term for term in terms if not term.negated], QUOTE_COLUMNS),
        others=tuple(_others(terms, today)),
    )


def order(view: View) -> tuple[str, bool, bool]:
    """Return the column that ``view`` is ordered by, whether it and whether the id (for equals) descend."""
    column, descending = ORDER[view.sort]
    return column, descending != view.reverse, not view.reverse


def match(terms: Iterable[Term], columns: Mapping[Field, str]) -> str:
    """Return the terms of some fields as an FTS5 query; every word is quoted, so none is taken for an operator.

    Negated terms alone are no FTS5 query; they are left to ``_others`` then.
    """
    mine = [term for term in terms if term.field in columns]
    wanted = [columns[term.field] + quoted(term) for term in mine if not term.negated]
    unwanted = [columns[term.field] + quoted(term) for term in mine if term.negated]
    if not wanted or not unwanted:
        return " AND ".join(wanted)
    return f"({' AND '.join(wanted)}) NOT ({' OR '.join(unwanted)})"


def quoted(term: Term) -> str:
    """Return a term's words as an FTS5 string."""
    return '"' + searchable(term.value).replace('"', '""') + '"' + (" *" if term.prefix else "")


def _states(terms: Iterable[Term]) -> frozenset[State]:
    named = any(term.field is Field.IS and not term.negated and term.value.lower() in STATES for term in terms)
    chosen = _chosen(terms, STATES)
    return frozenset(chosen if named else chosen - {State.DELETED})


def _chosen(terms: Iterable[Term], names: Mapping[str, T]) -> set[T]:
    mine = [(names[term.value.lower()], term.negated) for term in terms if _names_one(term, names)]
    wanted = {value for value, negated in mine if not negated} or set(names.values())
    return wanted - {value for value, negated in mine if negated}


def _names_one(term: Term, names: Mapping[str, object]) -> bool:
    return term.field is Field.IS and term.value.lower() in names


def _others(terms: tuple[Term, ...], today: date) -> Iterable[Condition]:
    has_text = any(term.field in TEXT_COLUMNS and not term.negated for term in terms)
    for term in terms:
        if term.field in WORDED:
            if term.negated and not (term.field in TEXT_COLUMNS and has_text):
                yield _without_words(term)
        elif term.field is not Field.IS:
            sql, value = CONDITIONS[term.field](term, today)
            yield (f"NOT ({sql})" if term.negated else sql), [value] * sql.count("?")


def _without_words(term: Term) -> Condition:
    sql, columns = (_TEXT, TEXT_COLUMNS) if term.field in TEXT_COLUMNS else (_SAID, QUOTE_COLUMNS)
    return f"NOT ({sql})", [columns[term.field] + quoted(term)]


def _among(column: str, values: Iterable[str | int]) -> Condition:
    values = list(values)
    return f"{column} IN ({', '.join('?' * len(values))})", values


def _tagged(term: Term, _: date) -> tuple[str, str]:
    which = "key >= ? AND substr(key, 1, length(?)) = ?" if term.prefix else "key = ?"
    return f"articles.id IN (SELECT article FROM tags WHERE {which})", term.value.casefold()


CONDITIONS: Mapping[Field, Callable[[Term, date], tuple[str, str | int]]] = {
    Field.SITE: lambda term, _: (_SITES, term.value.casefold()),
    Field.TAG: _tagged,
    Field.LANG: lambda term, _: (
        "(lower(language) = ? OR substr(lower(language), 1, length(?) + 1) = ? || '-')",
        term.value.lower(),
    ),
    Field.BEFORE: lambda term, today: ("dated < ?", to_seconds(day_of(term.value, today))),
    Field.AFTER: lambda term, today: ("dated >= ?", to_seconds(day_of(term.value, today))),
}
"""Conditions that are neither shelf, read nor words."""
