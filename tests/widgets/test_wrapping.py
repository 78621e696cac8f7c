"""Lines end where Unicode lets them, and no character is lost."""

from __future__ import annotations

import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.graphemes import cells_of, cluster_ends, snap_end, snap_start
from tui.widgets.linebreaks import find_breaks
from tui.widgets.wrapping import _analyse, _wrap_any, wrap

PROSE = st.text(alphabet="aab bc  de.,;:!?'’‘“”\"()-–—/…%$&é1 2«» \xa0", max_size=120)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
MIXED = st.text(alphabet="a b-河水。「」👍🏽👨‍👩‍👧🇺🇦é́ักรת\n ", max_size=60)


def lines_of(text: str, width: int) -> list[str]:
    starts = list(wrap(text, width))
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(st.one_of(PROSE, ANY, MIXED), st.integers(1, 90))
def test_the_lines_put_together_are_the_text(text: str, width: int) -> None:
    assert "".join(lines_of(text, width)) == text


@given(st.one_of(PROSE, ANY, MIXED), st.integers(1, 90))
def test_no_line_is_wider_than_the_page_unless_one_cluster_is(text: str, width: int) -> None:
    for line in lines_of(text, width):
        ink = line.rstrip(" \n\u3000")
        assert cell_len(ink) <= width or cluster_ends(ink)[0] == len(ink)


@given(st.one_of(PROSE, MIXED), st.integers(1, 60))
def test_no_line_begins_within_a_grapheme_cluster(text: str, width: int) -> None:
    assert set(wrap(text, width)) <= {0, *cluster_ends(text)}


@given(PROSE, st.integers(8, 60))
def test_the_quick_way_breaks_where_the_whole_way_does(text: str, width: int) -> None:
    quick, whole = list(wrap(text, width)), _wrap_any(_analyse(text), text, width)
    assert quick[:-1] == whole[: len(quick) - 1]
    assert set(quick[1:]) <= set(find_breaks(text)[0]) | set(whole)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("well-kept—or not", ["well-", "kept", "—", "or ", "not"]),
        ("1,000.50 % and 10\xa0km", ["1,000.50 ", "% ", "and ", "10\xa0km"]),
        ("“No,” (he) said", ["“No,” ", "(he) ", "said"]),
        ("水。水", ["水。", "水"]),
        ("« mot » !", ["« mot » !"]),
        ("a\nb", ["a\n", "b"]),
        ("1990–91", ["1990–", "91"]),
        ("👨‍👩‍👧👍🏽", ["👨‍👩‍👧", "👍🏽"]),
        ("🇺🇦🇫🇷", ["🇺🇦", "🇫🇷"]),
    ],
)
def test_lines_end_where_unicode_lets_them(text: str, pieces: list[str]) -> None:
    edges = [0, *find_breaks(text)[0], len(text)]
    assert [text[start:end] for start, end in itertools.pairwise(edges)] == pieces


def test_a_mark_on_a_blank_stays_on_it() -> None:
    assert lines_of("a \u0301b", 1) == ["a", " \u0301", "b"]


def test_a_short_last_word_does_not_stand_alone() -> None:
    assert lines_of("The council sat until it was late", 28) == ["The council sat until it ", "was late"]


@given(ANY)
def test_cells_are_counted_once_a_cluster_as_the_terminal_library_counts(text: str) -> None:
    cells, start = cells_of(text), 0
    if cells is None:
        assert cell_len(text) == len(text)
        return
    for end in cluster_ends(text):
        assert sum(cells[start:end]) == cell_len(text[start:end])
        start = end


@given(MIXED, st.integers(0, 60))
def test_a_selection_s_end_snaps_to_a_whole_cluster(text: str, char: int) -> None:
    char = min(char, len(text))
    edges = {0, *cluster_ends(text)}
    assert snap_start(text, char) in edges
    assert snap_end(text, char) in edges
    assert snap_start(text, char) <= char <= snap_end(text, char)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "x" * 10_000, "水" * 100_000, "a" + "\u0301" * 5_000, "مرحبا hello " * 5_000, "-" * 100_000],
    ids=["a megabyte", "one word", "no spaces", "marks", "two directions", "hyphens"],
)
@pytest.mark.parametrize("width", [1, 66])
def test_a_monster_is_laid_out_in_bounded_time(text: str, width: int) -> None:
    began = time.process_time()
    starts = wrap(text, width)
    assert time.process_time() - began < 3
    assert list(starts) == sorted(set(starts))


def test_combining_marks_stay_with_their_letters() -> None:
    text = unicodedata.normalize("NFD", "éàü" * 10)
    assert all(not unicodedata.combining(line[0]) for line in lines_of(text, 3))
