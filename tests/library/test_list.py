from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.stories import OPENING, story
from tui.article import Place
from tui.errors import NotKept, QueryError
from tui.library import Library, Sort, State, View

if TYPE_CHECKING:
    from collections.abc import Callable

Spec = tuple[str, int | None, int, float, State, bool]
"""Site, year, paragraphs, progress, shelf, read."""

specs = st.lists(
    st.tuples(
        st.sampled_from(("Gull & Co", "The Tern Post", "ärger heute", "")),
        st.none() | st.integers(2020, 2024),
        st.integers(1, 4),
        st.sampled_from((0.0, 0.25, 1.0)),
        st.sampled_from(State),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def fill(library: Library, items: list[Spec]) -> None:
    for number, (site, year, length, progress, state, read) in enumerate(items):
        published = datetime(year, 5, 1, tzinfo=UTC) if year else None
        row = library.keep(
            story(f"s{number}", f"S{number}", paragraphs=(OPENING,) * length, site=site, published=published),
            state=State.SAVED,
        )
        library.set_place(row.id, Place(0, 0, 0), progress)
        library.set_read([row.id], read)
        library.set_state([row.id], state)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    items=specs, sort=st.sampled_from(Sort), reverse=st.booleans(), query=st.sampled_from(("", "is:unread", "ferry"))
)
def test_pages_positions_and_neighbours_agree_with_the_whole_order(
    fresh: Callable[[], Library], items: list[Spec], sort: Sort, reverse: bool, query: str
) -> None:
    library = fresh()
    fill(library, items)
    view = View(query, sort=sort, reverse=reverse)
    everything = library.rows(view, 0, 1000)
    ids = [row.id for row in everything]
    assert library.ids(view) == ids
    assert library.count(view) == len(ids)
    assert [row.id for offset in range(0, len(ids), 3) for row in library.rows(view, offset, 3)] == ids
    assert [library.position(view, number) for number in ids] == list(range(len(ids)))
    for index, number in enumerate(ids):
        after, before = library.neighbour(view, number, 1), library.neighbour(view, number, -1)
        assert (after and after.id) == (ids[index + 1] if index + 1 < len(ids) else None)
        assert (before and before.id) == (ids[index - 1] if index else None)
    backward = library.ids(View(query, sort=sort, reverse=not reverse))
    assert backward == ids[::-1]
    assert all(row.state is not State.DELETED for row in everything)


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        (Sort.ADDED, ["S3", "S2", "S1", "S0"]),
        (Sort.PUBLISHED, ["S2", "S1", "S0", "S3"]),
        (Sort.SOURCE, ["S3", "S1", "S2", "S0"]),
        (Sort.LENGTH, ["S3", "S0", "S2", "S1"]),
        (Sort.PROGRESS, ["S1", "S3", "S2", "S0"]),
    ],
)
def test_each_order_is_what_its_name_says(library: Library, sort: Sort, titles: list[str]) -> None:
    fill(
        library,
        [
            ("the tern post", 2021, 2, 0.0, State.SAVED, False),
            ("Gull & Co", 2023, 4, 1.0, State.SAVED, False),
            ("The Tern Post", None, 3, 0.25, State.INBOX, False),
            ("Gull & Co", 2020, 1, 0.25, State.ARCHIVED, False),
        ],
    )
    assert [row.title for row in library.rows(View(sort=sort))] == titles


def test_a_view_shows_the_shelves_that_it_names(library: Library) -> None:
    fill(library, [("", None, 1, 0.0, state, False) for state in State])
    assert [row.state for row in library.rows(View())] == [State.ARCHIVED, State.SAVED, State.INBOX]
    assert [row.state for row in library.rows(View("is:deleted"))] == [State.DELETED]
    saved = View(states=frozenset({State.SAVED, State.DELETED}))
    assert [row.state for row in library.rows(saved)] == [State.DELETED, State.SAVED]
    assert library.count(saved) == 2
    assert library.rows(View(states=frozenset())) == []


def test_the_neighbour_is_found_from_where_an_article_was(library: Library) -> None:
    fill(library, [("", None, 1, 0.0, State.SAVED, False)] * 3)
    last, middle, first = library.ids(View())
    library.set_state([middle], State.ARCHIVED)
    view = View("is:saved")
    assert library.position(view, middle) is None
    after, before = library.neighbour(view, middle, 1), library.neighbour(view, middle, -1)
    assert (after and after.id, before and before.id) == (first, last)
    assert library.position(view, 99) is None
    with pytest.raises(NotKept):
        library.neighbour(view, 99, 1)


def test_a_row_carries_the_tags_in_order(library: Library) -> None:
    row = library.keep(story())
    library.tag([row.id], ["winter", "Boats", "  food \n and drink "])
    assert library.row(row.id).tags == ("Boats", "food and drink", "winter")
    library.tag([row.id], ["BOATS"], ["Winter"])
    assert library.row(row.id).tags == ("Boats", "food and drink")
    assert library.tags() == [("Boats", 1), ("food and drink", 1)]


def test_saved_queries_are_listed_by_name_and_checked(library: Library) -> None:
    library.save_query("winter", "ferry is:unread")
    library.save_query("Boats", "tag:boats")
    library.save_query("winter", "ferry")
    assert [(saved.name, saved.query) for saved in library.saved_queries()] == [
        ("Boats", "tag:boats"),
        ("winter", "ferry"),
    ]
    with pytest.raises(QueryError):
        library.save_query("broken", "is:nothing")
    library.remove_query("winter")
    assert [saved.name for saved in library.saved_queries()] == ["Boats"]


def test_a_wrong_filter_is_told_and_passed_over_while_one_types(library: Library) -> None:
    library.keep(story())
    with pytest.raises(QueryError, match="never closed"):
        library.rows(View('"fer'))
    assert library.count(View('"fer', typing=True)) == 1
    assert library.count(View("is:unr", typing=True)) == 1


def test_the_lines_around_an_article_come_with_their_number(library: Library) -> None:
    fill(library, [("Gull & Co", 2020, 1, 0.0, State.SAVED, False)] * 9)
    ids = library.ids(View())
    stretch = library.stretch(View(), [99, ids[6]], 0, 4)
    assert (stretch.total, stretch.index, stretch.first) == (9, 6, 4)
    assert [row.id for row in stretch.rows] == ids[4:8]
    assert library.stretch(View(), [99], 50, 4).index == 8
    assert library.stretch(View("is:archived"), ids, 3, 4).rows == ()


def test_a_handful_tells_what_its_articles_have_in_common(library: Library) -> None:
    shelves = (State.SAVED, State.SAVED, State.ARCHIVED)
    fill(library, [("", None, 1, 0.0, state, number < 2) for number, state in enumerate(shelves)])
    library.tag([1], ["boats"])
    two = library.handful([2, 1, 99])
    assert (two.ids, two.states) == ((1, 2), frozenset({State.SAVED}))
    assert (two.all_read, two.title, two.tags) == (True, "S0", ("boats",))
    assert str(two) == "2 articles"
    assert str(library.handful([3])) == "“S2”"
    assert not library.handful(range(1, 4)).all_read
    assert library.handful([]).ids == ()


def test_a_library_is_blank_until_something_was_kept_or_done(library: Library) -> None:
    assert library.is_blank()
    library.save_query("Boats", "tag:boats")
    library.undo()
    assert not library.is_blank()


def test_what_is_read_to_its_end_counts_as_read_and_that_is_no_change_to_undo(library: Library) -> None:
    fill(library, [("", None, 1, 0.0, State.SAVED, False)] * 2)
    library.set_place(1, Place(0, 0, 4), 0.95, read=True)
    library.set_place(1, Place(0, 0, 1), 0.1)
    assert (library.row(1).read, library.row(1).progress) == (True, 0.1)
    assert library.count(View("is:unread")) == 1
    undone = library.undo()
    assert undone is not None
    assert undone.kind == "keep"
