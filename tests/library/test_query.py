from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import QueryError
from tui.library.query import MOST_TERMS, Field, Term, day_of, parse_query

TODAY = date(2026, 3, 1)


def terms(query: str, *, typing: bool = False) -> list[tuple[Field, str, bool, bool]]:
    return [
        (term.field, term.value, term.negated, term.prefix) for term in parse_query(query, typing=typing, today=TODAY)
    ]


def test_words_phrases_and_fields_are_told_apart() -> None:
    assert terms('ferry "quill island" by:holm -tag:"local news" said:loaves*') == [
        (Field.TEXT, "ferry", False, False),
        (Field.TEXT, "quill island", False, False),
        (Field.BY, "holm", False, False),
        (Field.TAG, "local news", True, False),
        (Field.SAID, "loaves", False, True),
    ]


def test_capitals_in_a_field_and_typographic_marks_are_understood() -> None:
    assert terms("Title:“Quill Island” IS:Unread") == [
        (Field.TITLE, "Quill Island", False, False),
        (Field.IS, "Unread", False, False),
    ]


def test_nothing_but_fields_and_marks_has_a_meaning() -> None:
    assert [value for _, value, _, _ in terms("ferry AND (boat OR don't) 10:30 https://tern.example/a -- NOT")] == [
        "ferry", "AND", "(boat", "OR", "don't)", "10:30", "https://tern.example/a", "NOT",
    ]  # fmt: skip


def test_a_minus_alone_negates_nothing() -> None:
    assert terms("ferry - boat") == terms("ferry boat")


def test_while_one_types_the_last_word_may_be_unfinished() -> None:
    assert terms("quill isl", typing=True)[-1] == (Field.TEXT, "isl", False, True)
    assert terms("quill isl ", typing=True)[-1] == (Field.TEXT, "isl", False, False)
    assert terms("quill i", typing=True)[-1] == (Field.TEXT, "i", False, False)
    assert terms('ferry "quill isl', typing=True)[-1] == (Field.TEXT, "quill isl", False, True)


def test_while_one_types_mistakes_are_passed_over() -> None:
    assert terms("ferry is:rea tag: before:20x (", typing=True) == [(Field.TEXT, "ferry", False, False)]


@pytest.mark.parametrize(
    ("query", "position", "sentence"),
    [
        ('ferry "quill', 6, "The quotation mark at character 7 is never closed."),
        (
            "ferry is:open",
            6,
            "“is:open” at character 7 is none of read, unread, inbox, saved, archived, deleted.",
        ),
        ("tag:", 0, "There is nothing after “tag:” at character 1."),
        ('x by:"!?"', 2, "There is nothing after “by:” at character 3."),
        (
            "before:spring",
            0,
            "“before:spring” at character 1 is no date; write 2024, 2024-05, 2024-05-17, today, yesterday or 7d.",
        ),
        ("%", 0, "There is no word in this query that could be looked for."),
        ("(((", 0, "There is no word in this query that could be looked for."),
        ("a " * (MOST_TERMS + 1), 2 * MOST_TERMS, "This query has too many words: at most 60."),
        ("a" * 2001, 2000, "This query is too long: at most 2000 characters can be looked for."),
    ],
)
def test_a_wrong_query_says_where(query: str, position: int, sentence: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query, today=TODAY)
    assert (str(caught.value), caught.value.position) == (sentence, position)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024", datetime(2024, 1, 1, tzinfo=UTC)),
        ("2024-05", datetime(2024, 5, 1, tzinfo=UTC)),
        ("2024-05-17", datetime(2024, 5, 17, tzinfo=UTC)),
        ("today", datetime(2026, 3, 1, tzinfo=UTC)),
        ("Yesterday", datetime(2026, 2, 28, tzinfo=UTC)),
        ("7d", datetime(2026, 2, 22, tzinfo=UTC)),
        ("999999999999d", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_days_are_understood(value: str, moment: datetime) -> None:
    assert day_of(value, TODAY) == moment


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "0", "20240517", "2024-5-17-1", "-5", "1.5d", "²d", "d"])
def test_what_is_no_day_is_refused(value: str) -> None:
    with pytest.raises(QueryError, match="is no date"):
        parse_query(f"after:{value}", today=TODAY)


def test_an_empty_query_asks_for_nothing() -> None:
    assert parse_query("") == parse_query(" \t\n") == ()


@given(st.text(max_size=60) | st.text(alphabet='"-:*()^ AND“”saidbeforeis2', max_size=60))
def test_any_text_is_understood_or_told(query: str) -> None:
    with suppress(QueryError):
        parsed = parse_query(query, today=TODAY)
        assert all(isinstance(term, Term) and term.position < len(query) for term in parsed)
    assert isinstance(parse_query(query, typing=True, today=TODAY), tuple)
