"""The query language of the list's filter, the search and the command line, from text to terms.

A query is a list of terms that must all hold: words, ``"phrases"`` and fields
(``by:karpenko``, ``tag:"local news"``); ``-`` before a term means that it must
not. Nothing else has a meaning: ``AND``, brackets and the like are words.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import QueryError
from tui.library.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000
"""Longest query, in code points."""

MOST_TERMS = 60
"""Most terms of a query."""

SHORTEST_PREFIX = 2
"""A word being typed is looked for as a beginning from this length on; one letter would find everything."""


class Field(StrEnum):
    """What a term looks at."""

    TEXT = ""
    TITLE = "title"
    BY = "by"
    SITE = "site"
    TAG = "tag"
    IS = "is"
    BEFORE = "before"
    AFTER = "after"
    SAID = "said"
    SPEAKER = "speaker"
    LANG = "lang"


WORDED: Final = (Field.TEXT, Field.TITLE, Field.BY, Field.SAID, Field.SPEAKER)
"""Fields that are looked up in a full-text index."""

STATES: Final = {state.value: state for state in State}
READ: Final = {"read": 1, "unread": 0}

_OPENING = '"“”„«'
_CLOSING = '"”“»'


class Term(Struct, frozen=True):
    """One thing that must hold, or must not."""

    field: Field
    """What it looks at."""
    value: str
    """What is looked for."""
    position: int
    """Where it begins in the query, in code points."""
    negated: bool = False
    """Whether it must not hold."""
    prefix: bool = False
    """Whether the last word of ``value`` is only a beginning."""


class _Wrong(QueryError):
    """A term that cannot be understood; passed over while one types."""


def parse_query(text: str, *, typing: bool = False, today: date | None = None) -> tuple[Term, ...]:
    """Return the terms of a query; none for one that asks for nothing.

    Args:
        text: The query.
        typing: It is still being typed: the last word may be unfinished, and what is wrong is passed over.
        today: The day that ``after:today`` means; today in UTC when None.

    Raises:
        QueryError: it cannot be understood; the error says where.
    """
    if len(text) > LONGEST:
        raise QueryError(f"This query is too long: at most {LONGEST} characters can be looked for.", LONGEST)
    terms = []
    for term in _scan(_harmless(text), typing=typing):
        try:
            terms.append(_checked(term, today or datetime.now(UTC).date()))
        except _Wrong:
            if not typing:
                raise
    terms = [term for term in terms if term.field not in WORDED or _has_word(term.value)]
    if len(terms) > MOST_TERMS:
        raise QueryError(f"This query has too many words: at most {MOST_TERMS}.", terms[MOST_TERMS].position)
    if text.strip() and not terms and not typing:
        raise QueryError("There is no word in this query that could be looked for.", 0)
    return tuple(terms)


def day_of(value: str, today: date) -> datetime:
    """Return the beginning, in UTC, of ``2024``, ``2024-05``, ``2024-05-17``, ``today``, ``yesterday`` or ``7d`` ago.

    Raises:
        ValueError: it is none of these.
    """
    value = value.casefold()
    if value in ("today", "yesterday"):
        day = today - timedelta(days=value == "yesterday")
    elif value.endswith("d") and value[:-1].isdecimal():
        day = today - timedelta(days=min(int(value[:-1][:6]), today.toordinal() - 1))
    else:
        parts = [int(part) for part in value.split("-")]
        day = date(*[*parts, 1, 1][: max(3, len(parts))])
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _harmless(text: str) -> str:
    """Return ``text``, as long as it was, with blanks for controls and nothing that cannot be encoded."""
    text = text.encode("utf-8", "replace").decode()
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def _scan(text: str, *, typing: bool) -> Iterator[Term]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        term, at = _scan_term(text, at, typing=typing)
        yield term


def _scan_term(text: str, start: int, *, typing: bool) -> tuple[Term, int]:
    """Return the term that begins at ``start``, and where it ends."""
    at = start
    negated = text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace()
    at += negated
    field = _field_at(text, at)
    if field is not Field.TEXT:
        at += len(field) + 1
    term = Term(field, "", start, negated)
    if at < len(text) and text[at] in _OPENING:
        return _scan_phrase(text, at, term, typing=typing)
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    value = text[at:end].rstrip("*")
    unfinished = typing and end == len(text) and len(value) >= SHORTEST_PREFIX
    return replace(term, value=value, prefix=unfinished or len(value) < end - at), end


def _scan_phrase(text: str, at: int, term: Term, *, typing: bool) -> tuple[Term, int]:
    end = at + 1
    while end < len(text) and text[end] not in _CLOSING:
        end += 1
    closed = end < len(text)
    if not closed and not typing:
        raise QueryError(f"The quotation mark at character {at + 1} is never closed.", at)
    starred = text[end + 1 : end + 2] == "*"
    value = text[at + 1 : end].strip()
    return replace(term, value=value, prefix=starred or not closed), end + 1 + starred


def _field_at(text: str, at: int) -> Field:
    name, colon, _ = text[at : at + 10].partition(":")
    try:
        return Field(name.lower()) if colon else Field.TEXT
    except ValueError:
        return Field.TEXT


def _checked(term: Term, today: date) -> Term:
    """Return ``term`` if its value makes sense for its field."""
    field, value = term.field, term.value.strip()
    if field is Field.TEXT:
        return term
    if not value or (field in WORDED and not _has_word(value)):
        raise _Wrong(f"There is nothing after “{field}:” at character {term.position + 1}.", term.position)
    if field is Field.IS and value.lower() not in STATES | READ:
        choice = ", ".join([*READ, *STATES])
        raise _Wrong(f"“is:{value}” at character {term.position + 1} is none of {choice}.", term.position)
    if field in (Field.BEFORE, Field.AFTER):
        _check_day(term, today)
    return term


def _check_day(term: Term, today: date) -> None:
    try:
        day_of(term.value, today)
    except (ValueError, TypeError, OverflowError) as error:
        raise _Wrong(
            f"“{term.field}:{term.value}” at character {term.position + 1} is no date; "
            "write 2024, 2024-05, 2024-05-17, today, yesterday or 7d.",
            term.position,
        ) from error


def _has_word(text: str) -> bool:
    """Whether the index would see a word in ``text`` (its ``unicode61``: letters, numbers, private use)."""
    return any(unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co" for char in text)
