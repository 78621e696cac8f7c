from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.library.logical import EVERYTHING, contents
from tests.library.stories import CLOSING, OPENING, SPOKEN, Clock, story
from tui.article import Article, Place
from tui.errors import NotKept
from tui.library import Library, State, View

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Step = tuple[str, int, int]

_WORDINGS = ((OPENING, SPOKEN, CLOSING), (SPOKEN, OPENING), (OPENING, "The baker has left."))
_SLUGS = ("ferry", "bakery", "harbour", "winter")
_TAGS = ("Boats", "boats", "Bread", "food and drink")
_KINDS = ("keep", "keep_many", "state", "read", "all_read", "tag", "untag", "speaker", "quote", "remove_note", "query")

steps = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(0, 11), st.integers(0, 11)), max_size=14)


def take(library: Library, step: Step) -> None:
    """Do one thing that a person can do; which one is in ``step``."""
    kind, one, other = step
    ids = library.ids(View(states=EVERYTHING))
    chosen = [number for place, number in enumerate(ids) if place % 3 != one % 3]
    state = list(State)[other % 4]
    if kind in ("speaker", "quote", "remove_note"):
        if ids:
            _note(library, kind, ids[one % len(ids)], other)
        return
    actions: dict[str, Callable[[], object]] = {
        "keep": lambda: library.keep(_wording(one, other), state=state if state is not State.DELETED else None),
        "keep_many": lambda: library.keep_many([(_wording(one + n, other + n), None) for n in range(3)], state=None),
        "state": lambda: library.set_state(chosen, state),
        "read": lambda: library.set_read(chosen, bool(other % 2)),
        "all_read": lambda: library.mark_all_read(View("ferry" if other % 2 else "")),
        "tag": lambda: library.tag(chosen, [_TAGS[other % 4]]),
        "untag": lambda: library.tag(chosen, [_TAGS[one % 4]], [_TAGS[other % 4]]),
        "query": lambda: _folder(library, one, other),
    }
    actions[kind]()


def _wording(one: int, other: int) -> Article:
    more: dict[str, object] = (
        {"site": ("The Tern Post", "Gull & Co")[other % 2], "published": None} if other % 3 else {}
    )
    return story(_SLUGS[one % 4], f"The {_SLUGS[one % 4]}", paragraphs=_WORDINGS[other % 3], **more)


def _folder(library: Library, one: int, other: int) -> None:
    if other % 3:
        library.save_query(("Sea", "Land")[one % 2], ("ferry", "is:unread", "tag:boats")[other % 3])
    else:
        library.remove_query(("Sea", "Land")[one % 2])


def _note(library: Library, kind: str, article_id: int, other: int) -> None:
    article = library.article(article_id)
    notes = library.notes(article_id)
    if kind == "speaker" and article.quotes:
        library.set_speaker(
            article_id, article.quotes[other % len(article.quotes)], ("Bo Lind", "", "Ida Holm")[other % 3]
        )
    elif kind == "quote":
        library.add_quote(article_id, Place(0, other, other + 9), ("", "Bo Lind")[other % 2])
    elif kind == "remove_note" and notes:
        library.remove_note(notes[other % len(notes)].id)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=steps, after=steps)
def test_any_sequence_undone_gives_the_library_back_and_redone_the_result(
    fresh: Callable[[], Library], before: list[Step], after: list[Step]
) -> None:
    library = fresh()
    for step in before:
        take(library, step)
    was, done = contents(library), len(library.history(1000))
    for step in after:
        take(library, step)
    result, changes = contents(library), len(library.history(1000)) - done
    assert [bool(library.undo()) for _ in range(changes)] == [True] * changes
    assert contents(library) == was
    assert [bool(library.redo()) for _ in range(changes)] == [True] * changes
    assert contents(library) == result
    assert library.redo() is None
    assert library.check() == []


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    script=st.lists(
        st.tuples(st.sampled_from((*_KINDS, "undo", "undo", "redo")), st.integers(0, 11), st.integers(0, 11))
    )
)
def test_each_undo_gives_back_what_was_before_that_change(fresh: Callable[[], Library], script: list[Step]) -> None:
    library = fresh()
    done: list[dict[str, object]] = [contents(library)]
    undone: list[dict[str, object]] = []
    for step in script[:16]:
        if step[0] == "undo":
            assert (library.undo() is not None) == (len(done) > 1)
            if len(done) > 1:
                undone.append(done.pop())
        elif step[0] == "redo":
            assert (library.redo() is not None) == bool(undone)
            if undone:
                done.append(undone.pop())
        else:
            changes = len(library.history(1000))
            take(library, step)
            if len(library.history(1000)) > changes:
                done.append(contents(library))
                undone.clear()
        assert contents(library) == done[-1]


def test_undo_and_redo_work_after_a_restart(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        row = library.keep(story())
        library.delete([row.id])
    with Library.open(path, clock=clock) as library:
        change = library.undo()
        assert change is not None
        assert (change.text, change.undone, change.first) == ("Deleted “Ferry runs again”", True, row.id)
        assert library.row(row.id).state is State.SAVED
    with Library.open(path, clock=clock) as library:
        assert library.redo() is not None
        assert library.row(row.id).state is State.DELETED


def test_mark_all_read_is_one_change_and_one_undo(library: Library) -> None:
    library.keep_many([(story(f"s{number}"), None) for number in range(30)])
    assert library.mark_all_read() == 30
    assert library.count(View("is:unread")) == 0
    change = library.undo()
    assert change is not None
    assert (change.text, change.articles) == ("Marked 30 articles read", 30)
    assert library.count(View("is:unread")) == 30


def test_what_changes_nothing_is_no_change(library: Library) -> None:
    row = library.keep(story())
    assert library.set_state([row.id, 99], State.SAVED) == 0
    assert library.set_read([row.id], False) == 0
    assert library.tag([row.id], remove=["boats"]) == 0
    assert library.tag([row.id], [" ", ""]) == 0
    library.remove_query("Sea")
    assert len(library.history()) == 1


def test_a_new_change_ends_what_could_be_redone(library: Library) -> None:
    row = library.keep(story())
    library.tag([row.id], ["Boats"])
    library.undo()
    library.set_read([row.id], True)
    assert library.redo() is None
    assert library.row(row.id).tags == ()


def test_a_keep_that_was_undone_is_out_of_sight_and_can_be_kept_anew(library: Library) -> None:
    row = library.keep(story())
    library.undo()
    assert library.find("https://tern.example/ferry") is None
    assert library.search("bakery") == []
    assert library.quotations() == []
    for call in (library.article, library.row, library.notes):
        with pytest.raises(NotKept):
            call(row.id)
    assert library.keep(story(paragraphs=(OPENING,))).words == len(OPENING.split())
    assert library.count(View()) == 1


def test_the_place_is_no_change_and_survives_undo(library: Library) -> None:
    row = library.keep(story())
    library.set_read([row.id], True)
    library.set_place(row.id, Place(1, 5, 9), 0.4)
    library.undo()
    assert (library.row(row.id).place, library.row(row.id).progress) == (Place(1, 5, 9), 0.4)
    assert len(library.history()) == 2
    library.set_place(row.id, None, 7.0)
    assert (library.row(row.id).place, library.row(row.id).progress) == (None, 1.0)


def test_the_history_tells_what_was_done_and_what_was_taken_back(library: Library) -> None:
    rows = library.keep_many([(story("one", "One"), None), (story("two", "Two"), None)])
    ids = [row.id for row in rows]
    library.tag(ids, ["Boats"], ["Bread"])
    library.set_read(ids[:1], True)
    library.set_state(ids, State.ARCHIVED)
    library.save_query("Sea", "ferry")
    library.add_quote(ids[0], Place(0, 0, 9), "Bo Lind")
    library.undo()
    assert [(change.text, change.undone) for change in library.history()] == [
        ("Added a quotation", True),
        ("Made the folder “Sea”", False),
        ("Archived 2 articles", False),
        ("Marked “One” read", False),
        ("Tagged 2 articles Boats, no longer Bread", False),
        ("Kept 2 articles", False),
    ]
    assert [change.text for change in library.history(1)] == ["Added a quotation"]


def test_what_is_gone_for_good_is_passed_over_by_undo(library: Library, clock: Clock) -> None:
    row = library.keep(story())
    other = library.keep(story("other", "Other"))
    library.set_read([other.id], True)
    library.delete([row.id])
    clock.pass_by(timedelta(days=31))
    assert library.purge_deleted() == 1
    change = library.undo()
    assert change is not None
    assert change.text == "Marked “Other” read"


def test_a_failed_refetch_leaves_everything_as_it_was(library: Library) -> None:
    row = library.keep(story())
    was = contents(library)
    broken = replace(story(paragraphs=(CLOSING,)), published="no date")
    with pytest.raises(AttributeError):
        library.keep(broken)
    assert contents(library) == was
    assert library.article(row.id) == story()


def test_what_came_by_itself_is_not_taken_away_by_undo(library: Library) -> None:
    library.set_read([library.keep(story()).id], True)
    library.undo()
    library.keep_many([(story("news", "News"), None)], state=State.INBOX, by_person=False)
    assert [change.text for change in library.history()] == [
        "Marked “Ferry runs again” read",
        "Kept “Ferry runs again”",
    ]
    change = library.redo()
    assert change is not None
    while library.undo():
        pass
    assert [row.title for row in library.rows(View())] == ["News"]


def test_redoing_a_keep_never_makes_a_double_of_what_came_meanwhile(library: Library) -> None:
    row = library.keep(story())
    library.undo()
    [again] = library.keep_many([(story(paragraphs=(OPENING,)), None)], state=State.INBOX, by_person=False)
    assert again.id == row.id
    library.redo()
    assert library.count(View()) == 1
    assert library.article(row.id) == story()
