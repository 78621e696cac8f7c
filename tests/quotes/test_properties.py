"""What holds for every text, however it is made."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Place
from tui.quotes import find_quotes

_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "「",
        "」",
        "said ",
        "Ida Holm ",
        "she ",
        ", ",
        ". ",
        "the mayor ",
        "\n",
        "a",
        "5",
    ]
)
_PARAGRAPHS = st.lists(st.lists(_PIECES, max_size=40).map("".join), max_size=6)
_STORY = (
    "Mayor Ida Holm opened the bridge on Monday. “It will stand for years,” she said. “We are proud of it.” "
    "Peter Lund, 49, called it “a folly” and walked home. "
)


def _check(paragraphs: list[str]) -> None:
    places: list[Place] = []
    for quote in find_quotes(paragraphs):
        assert quote.parts
        assert quote.text == " ".join(paragraphs[part.block][part.start : part.end] for part in quote.parts)
        assert 0 <= quote.confidence <= 1
        places.extend(quote.parts)
    for one in places:
        for other in places:
            apart = one.block != other.block or one.end <= other.start or other.end <= one.start
            nested = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or nested


@given(_PARAGRAPHS)
@settings(max_examples=150, deadline=None)
def test_text_stands_at_its_place_and_places_only_nest(paragraphs: list[str]) -> None:
    _check(paragraphs)


@given(st.lists(st.text(max_size=80), max_size=4))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_without_failing(paragraphs: list[str]) -> None:
    _check(paragraphs)


def _seconds(paragraphs: list[str]) -> float:
    begin = time.process_time()
    find_quotes(paragraphs, language="en")
    return time.process_time() - begin


def test_time_grows_with_length_and_no_faster() -> None:
    find_quotes([_STORY], language="en")
    small = min(_seconds([_STORY * 100]) for _ in range(2))
    assert _seconds([_STORY * 800]) < 8 * 4 * small + 0.1


def test_nothing_but_marks_is_read_in_linear_time() -> None:
    find_quotes(["“a”"], language="en")
    for mark in "“\"'‘„«":
        small = min(_seconds([mark * 20_000]) for _ in range(2))
        assert _seconds([mark * 160_000]) < 8 * 4 * small + 0.1
