from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.library.stories import CLOSING, OPENING, SPOKEN, Clock, articles, page_of, story
from tui.article import Article, Block, BlockKind, Place, QuoteKind
from tui.errors import NotKept
from tui.library import Library, State, View
from tui.library.opening import marker_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles())
def test_what_is_kept_is_what_is_found(fresh: Callable[[], Library], article: Article) -> None:
    library = fresh()
    row = library.keep(article)
    assert library.article(row.id) == article
    assert library.find(article.source) == row
    assert row.words == article.words
    assert row.minutes == article.reading_minutes
    assert row.figures == len(article.figures)
    assert row.quotes == sum(quote.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL) for quote in article.quotes)
    assert row.published == article.published
    assert (row.title, row.site, row.authors) == (article.title, article.site, article.authors)
    assert library.check() == []


def test_a_kept_article_is_there_after_a_restart(path: Path, clock: Clock) -> None:
    with Library.open(path, clock=clock) as library:
        row = library.keep(story(), page=page_of(story()))
    with Library.open(path, clock=clock) as library:
        assert library.row(row.id) == row
        assert library.article(row.id) == story()
        assert library.page(row.id) == page_of(story())


def test_the_row_says_when_it_was_kept(library: Library) -> None:
    assert library.keep(story()).added == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_the_same_article_again_changes_nothing(library: Library) -> None:
    first = library.keep(story(), page=page_of(story()))
    again = library.keep(replace(story(), updated=datetime(2026, 3, 1, tzinfo=UTC), warnings=("Slow today.",)))
    assert again == first
    assert [version.number for version in library.versions(first.id)] == [1]
    assert len(library.history()) == 1


def test_an_article_that_changed_gets_a_new_version_and_keeps_the_old(library: Library, clock: Clock) -> None:
    first = library.keep(story())
    clock.pass_by(timedelta(hours=2))
    changed = story(title="Ferry runs, then stops", paragraphs=(OPENING, CLOSING))
    second = library.keep(changed)
    assert second.id == first.id
    assert (second.title, second.quotes) == ("Ferry runs, then stops", 0)
    assert library.article(first.id) == changed
    assert library.article_version(first.id, 1) == story()
    assert [(version.number, version.title) for version in library.versions(first.id)] == [
        (1, "Ferry runs again"),
        (2, "Ferry runs, then stops"),
    ]
    assert library.count(View()) == 1
    assert library.search("bakery") == []
    told = [change.text for change in library.history()]
    assert told == ["Kept another version of “Ferry runs, then stops”", "Kept “Ferry runs again”"]


def test_the_newest_page_that_was_given_is_kept(library: Library) -> None:
    row = library.keep(story(), page=page_of(story(), b"one"))
    library.keep(story(paragraphs=(OPENING,)))
    page = library.page(row.id)
    assert page is not None
    assert page.body == b"one"
    library.keep(story(paragraphs=(OPENING, OPENING)), page=page_of(story(), b"two"))
    page = library.page(row.id)
    assert page is not None
    assert page.body == b"two"


def test_the_same_words_fetched_again_bring_the_new_validators(library: Library) -> None:
    row = library.keep(story(), page=page_of(story()))
    library.keep(story(), page=replace(page_of(story(), b"other"), etag='"b2"'))
    page = library.page(row.id)
    assert page is not None
    assert (page.body, page.etag) == (page_of(story()).body, '"b2"')


def test_keeping_can_leave_an_article_on_its_shelf(library: Library) -> None:
    row = library.keep(story())
    library.set_state([row.id], State.ARCHIVED)
    assert library.keep(story(paragraphs=(OPENING,)), state=None).state is State.ARCHIVED
    assert library.keep(story("other"), state=None).state is State.SAVED
    assert library.keep(story(), state=State.SAVED).state is State.SAVED


def test_a_deleted_article_kept_again_comes_back_on_top(library: Library) -> None:
    first = library.keep(story())
    library.keep(story("second"))
    library.delete([first.id])
    again = library.keep(story())
    assert again.id == first.id
    assert library.ids(View())[0] == first.id


def test_several_are_kept_at_once_as_one_change(library: Library) -> None:
    rows = library.keep_many([(story(f"s{number}", f"Story {number}"), None) for number in range(20)])
    assert [row.title for row in rows] == [f"Story {number}" for number in range(20)]
    assert [change.text for change in library.history()] == ["Kept 20 articles"]


def test_one_article_twice_in_one_go_is_there_once(library: Library) -> None:
    first, second = library.keep_many([(story(), None), (story(paragraphs=(OPENING,)), None)])
    assert first.id == second.id
    assert library.count(View()) == 1
    assert library.article(first.id) == story(paragraphs=(OPENING,))


def test_an_article_that_is_not_there_is_said_so(library: Library) -> None:
    row = library.keep(story())
    for call in (library.article, library.row):
        with pytest.raises(NotKept, match="no article number 7"):
            call(7)
    with pytest.raises(NotKept, match="no version 3"):
        library.article_version(row.id, 3)
    with pytest.raises(NotKept, match=r"https://elsewhere\.example/ is not in the library"):
        library.get("https://elsewhere.example/")
    assert library.find("https://elsewhere.example/") is None
    assert library.page(row.id) is None


def test_text_that_no_encoding_can_hold_is_still_kept(library: Library) -> None:
    hostile = replace(
        story(title="Tern \ud800 \x00 Post", paragraphs=("A \udfff lone \x00 half \u200b and \x02 mark",)),
        authors=("\ud800",),
        site="\x00",
        language="\ud800",
        quotes=(),
    )
    row = library.keep(hostile, page=replace(page_of(hostile), etag="\ud800\x00"))
    assert library.article(row.id).blocks[0].text.startswith("A ? lone")
    assert [hit.place for hit in library.search("lone half", ranked=True)] == [Place(0, 4, 8)]
    assert library.check() == []


def test_an_article_without_anything_is_kept(library: Library) -> None:
    empty = Article(source="-", url="", title="", blocks=())
    row = library.keep(empty)
    assert library.article(row.id) == empty
    assert (row.title, row.address, row.minutes) == ("", "-", 1)
    assert library.keep(empty).id == row.id
    rule = Article(source="-", url="", title="", blocks=(Block(BlockKind.RULE),))
    assert library.keep(rule).id != row.id


def test_only_the_owner_may_read_the_library(library: Library, path: Path) -> None:
    library.keep(story())
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.glob("library.db*")}
    assert modes["library.db"] == 0o600
    assert modes["library.db-wal"] == 0o600
    assert marker_path(path).exists()


def test_the_first_paragraphs_are_as_they_were_spoken(library: Library) -> None:
    row = library.keep(story())
    assert library.article(row.id).quotes[0].place == Place(1, 1, 1 + len(library.article(row.id).quotes[0].text))
    assert SPOKEN in library.article(row.id).text
