"""What holds for every text, however it is made."""

from __future__ import annotations

import sys
import time
import tracemalloc
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Place
from tui.quotes import find_quotes, windows

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
_GIVEN = ("Ida", "Peter", "Mary", "Jon", "Greta", "Tom", "Anna")
_LAST = ("Holm", "Lund", "Orme", "Vale", "Voss")
_ENDING = ("", "er", "by", "sen", "ley", "mark", "wick", "ford", "stad", "thorpe", "ton")


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


def _ratio(short: list[str], long: list[str]) -> float:
    """How many times longer ``long`` takes, in the processor's time, the two measured in turns."""
    find_quotes(short, language="en")
    rounds = [(_seconds(short), _seconds(long)) for _ in range(2)]
    return min(one[1] for one in rounds) / max(min(one[0] for one in rounds), 1e-4)


def _steps(paragraphs: list[str]) -> int:
    """How many functions are called: the same number each time, however busy the machine is."""
    steps = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        find_quotes(paragraphs, language="en")
    finally:
        sys.setprofile(None)
    return steps


def _tale(length: int) -> list[str]:
    """Paragraphs of ``length`` code points in all, in which ever new people speak."""
    lines: list[str] = []
    while length > 0:
        number = len(lines)
        name = f"{_GIVEN[number % len(_GIVEN)]} {_LAST[number % len(_LAST)]}{_ENDING[number // 7 % len(_ENDING)]}"
        text = f"{name} crossed bridge {number} on Monday. “It will stand for years,” {_GIVEN[number % 4]} said. "
        lines.append((text + _STORY)[:length])
        length -= len(lines[-1])
    return lines


def test_the_work_grows_with_length_and_no_faster() -> None:
    find_quotes(_tale(1_000), language="en")
    few, more, most = (_steps(_tale(1_000 * factor)) for factor in (1, 10, 100))
    assert more < 10 * few * 1.3
    assert most < 10 * more * 1.3


def test_half_a_megabyte_takes_as_long_as_its_parts() -> None:
    # ten parts of 10 KB stand for all fifty: the whole may take twice as long as they before this fails
    part = _tale(10_000)
    short = 5 * sum(_seconds(part) for _ in range(10))
    assert _seconds(_tale(500_000)) < 2 * short


def test_one_long_paragraph_takes_no_longer_than_many_short_ones() -> None:
    assert _ratio([_STORY] * 300, [_STORY * 300]) < 3


@pytest.mark.parametrize(
    "piece",
    ["“", '"', "'", "„", "«", "「", "“”", "“ ", "“‘", "\u202e“a”\u202c", "said ", "Aaa ", "a: ", "— a ", ", ", "Q: "],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    few = 4_000 // len(piece)
    assert _ratio([piece * few], [piece * few * 5]) < 5 * 3


def _peak(paragraphs: list[str]) -> int:
    tracemalloc.start()
    find_quotes(paragraphs, language="en")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_more_marks_take_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    # small windows, so that a test need not read a million marks
    monkeypatch.setattr(windows, "WINDOW", 2_000)
    monkeypatch.setattr(windows, "WHOLE", 2_000)
    find_quotes(["“"], language="en")
    assert _peak(["“" * 20_000]) < 1.5 * _peak(["“" * 5_000])


def test_memory_grows_by_less_than_ten_times_the_text() -> None:
    plain = "It rained on the mill all day, and the river rose by the width of a hand, as it does in spring. " * 4
    short, long = ([f"{_STORY}{plain}{number}" for number in range(count)] for count in (120, 400))
    find_quotes(short[:10], language="en")
    assert _peak(long) - _peak(short) < 10 * (sum(map(len, long)) - sum(map(len, short)))


def test_places_of_a_long_text_are_places_of_the_whole() -> None:
    paragraphs = [_STORY * 300, *[_STORY] * 300]
    found = find_quotes(paragraphs, language="en")
    assert {quote.place.block for quote in found} == set(range(301))
    for quote in found:
        assert quote.text == " ".join(paragraphs[part.block][part.start : part.end] for part in quote.parts)


def test_who_was_named_at_the_beginning_is_known_at_the_end() -> None:
    rain = "It rained on the mill all day, and the river rose by the width of a hand. "
    found = find_quotes(["Ida Holm opened the bridge.", *[rain] * 900, "“It will stand,” Holm said."], language="en")
    assert [quote.speaker for quote in found] == ["Ida Holm"]
