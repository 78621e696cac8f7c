"""What a person does with the library in the app: list, filter, folders, selection, search."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList

from tests.cli.program import story as page_of
from tests.library.stories import Clock, story
from tui.library import Library, View, schema
from tui.screens.choosing import ChoiceScreen
from tui.screens.prompt import PromptScreen
from tui.screens.searching import SearchScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.conftest import Desk, Opener
    from tui.reading import Beginning


@pytest.fixture
def filled(path: Path) -> Path:
    """A library of six stories; "Story 5" came last and is the first of the list."""
    with Library.open(path) as library:
        for number in range(6):
            library.keep(story(f"s{number}", f"Story {number}"))
        library.tag([2, 4], ["boats"])
    return path


@pytest.fixture
def lost(filled: Path, tmp_path: Path) -> Path:
    """A library that was cut to nothing, in a folder with a copy of it and a page to read."""
    with Library.open(filled) as library:
        library.backup(tmp_path / "copy.db")
    filled.write_bytes(b"")
    (tmp_path / "page.html").write_bytes(page_of("The ferry waits", "ferry"))
    return tmp_path


async def go_to_list(desk: Desk) -> None:
    await desk.press("1")
    await desk.until(lambda: desk.reader.focused is desk.reader.list_pane)


async def test_a_filter_that_cannot_be_understood_says_where_and_waits_to_be_mended(
    filled: Path, opened: Opener
) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("slash")
        await desk.type("boats is:foo")
        await desk.press("enter")
        await desk.until(lambda: any("“is:foo” at character 7" in notice for notice in desk.notices))
        assert desk.reader.query_one(Input).cursor_position == 6
        await desk.press("escape")
        await desk.until(lambda: len(desk.titles) == 6)


async def test_a_filter_keeps_what_it_showed_when_it_is_entered(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("slash")
        await desk.type("story tag:boa")
        await desk.press("enter")
        await desk.until(lambda: desk.titles == ["Story 3", "Story 1"] and "boa*" in desk.heading)
        await desk.press("escape")
        await desk.until(lambda: len(desk.titles) == 6)


async def test_the_cursor_stays_in_its_place_when_an_article_leaves_the_list(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("j", "j", "d")
        await desk.until(lambda: desk.titles == ["Story 5", "Story 4", "Story 2", "Story 1", "Story 0"])
        await desk.press("e")
        await desk.until(lambda: desk.titles == ["Story 5", "Story 4", "Story 1", "Story 0"])
        assert desk.reader.list_pane.index == 2
        await desk.press("u", "u")
        await desk.until(lambda: len(desk.titles) == 6)
        await desk.press("slash")
        await desk.type("is:archived")
        await desk.press("enter")
        await desk.until(lambda: desk.titles == [])


async def test_keys_that_come_faster_than_the_disk_are_about_one_article_each(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        for _ in range(3):
            desk.reader.action_delete()
        await desk.until(lambda: desk.titles == ["Story 2", "Story 1", "Story 0"])
        await desk.press("m", "j", "m", "j", "k", "d")
        await desk.until(lambda: desk.titles == ["Story 2", "Story 0"])
        await desk.until(lambda: any("Deleted “Story 1”" in notice for notice in desk.notices))
        row = desk.reader.list_pane.cursor_row()
        assert row is not None
        assert row.title == "Story 0"
        assert [row.read for row in map(desk.reader.list_pane.row, (0, 1)) if row] == [True, False]


async def test_all_are_selected_deleted_and_brought_back(filled: Path, opened: Opener) -> None:
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("asterisk")
        await desk.until(lambda: "6 selected" in desk.heading)
        await desk.press("X")
        await desk.until(lambda: "selected" not in desk.heading)
        await desk.press("x", "x", "m")
        await desk.until(lambda: any("2 articles marked read" in notice for notice in desk.notices))
        await desk.press("asterisk", "d")
        await desk.until(lambda: desk.titles == [])
        await desk.press("u")
        await desk.until(lambda: len(desk.titles) == 6)
        await desk.press("u")
        await desk.until(lambda: any("Undone: Marked 2 articles read" in notice for notice in desk.notices))
    with Library.open(filled) as library:
        # The open article may count as read by now: it is short, and was in view to its end.
        assert [row.read for row in library.rows(View(), 1, 5)] == [False] * 5


async def test_the_keeping_of_the_open_article_is_taken_back_and_done_again(path: Path, opened: Opener) -> None:
    with Library.open(path) as library:
        library.keep(story("a", "The only one"))
    async with opened() as desk:
        await desk.until(lambda: desk.titles == ["The only one"])
        await desk.press("u")
        await desk.until(lambda: desk.titles == [] and "Undone: Kept “The only one”" in desk.notices)
        assert desk.reader.article is not None
        assert desk.reader.row is None
        await desk.press("U")
        await desk.until(lambda: desk.titles == ["The only one"] and desk.reader.row is not None)
        await desk.press("u", "s")
        await desk.until(lambda: desk.titles == ["The only one"] and "Saved; it can be read" in desk.notices[-1])


async def test_all_are_marked_read_in_the_list_only_and_that_is_taken_back(filled: Path, opened: Opener) -> None:
    def unread() -> int:
        with Library.open(filled) as library:
            return library.count(View("is:unread"))

    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("slash")
        await desk.type("tag:boats")
        await desk.press("enter", "2", "A", "1")
        await desk.until(lambda: desk.reader.focused is desk.reader.list_pane and len(desk.titles) == 2)
        assert unread() >= 5
        await desk.press("A")
        await desk.until(lambda: "2 articles marked read; u takes it back." in desk.notices)
        assert unread() >= 3
        await desk.press("A")
        await desk.until(lambda: "All is read here." in desk.notices)
        await desk.press("u")
        await desk.until(lambda: unread() >= 5)


async def test_it_is_shown_when_the_library_takes_its_time(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        async with desk.reader.my_turn():
            await desk.until(lambda: desk.reader.busy == "The library is at work")
        assert desk.reader.busy == ""


async def test_a_selection_in_the_list_is_not_what_the_text_decides_about(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("j", "x", "x", "2", "d")
        await desk.until(lambda: desk.titles == ["Story 4", "Story 3", "Story 2", "Story 1", "Story 0"])
        assert "2 selected" in desk.heading


async def test_a_filter_becomes_a_folder_that_is_opened_left_removed_and_brought_back(
    filled: Path, opened: Opener
) -> None:
    async with opened() as desk:
        await go_to_list(desk)
        await desk.press("slash")
        await desk.type("tag:boats")
        await desk.press("enter", "0")
        await desk.until(lambda: isinstance(desk.app.screen, ChoiceScreen))
        await desk.type("make")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, PromptScreen))
        await desk.type("Boats")
        await desk.press("enter")
        await desk.until(lambda: desk.reader.list_pane.folders == ("Boats",) and "Boats" in desk.heading)
        await desk.press("g", "enter")
        await desk.until(lambda: len(desk.titles) == 6)
        await desk.press("g", "enter")
        await desk.until(lambda: desk.titles == ["Story 3", "Story 1"])
        await desk.press("g", "d")
        await desk.until(lambda: desk.reader.list_pane.folders == ())
        await desk.press("u")
        await desk.until(lambda: desk.reader.list_pane.folders == ("Boats",))
    with Library.open(filled) as library:
        assert [(saved.name, saved.query) for saved in library.saved_queries()] == [("Boats", "tag:boats")]


async def test_rows_on_both_sides_of_a_page_are_shown(path: Path, opened: Opener) -> None:
    with Library.open(path) as library:
        library.keep_many([(story(f"s{number}", f"Story {number}"), None) for number in range(600)])
    async with opened() as desk:
        pane = desk.reader.list_pane
        pane.go_to(383)
        await desk.until(lambda: all(pane.row(index) is not None for index in (382, 383, 384)))
        pane.go_to(257)
        await desk.until(lambda: all(pane.row(index) is not None for index in (255, 256, 257)))


async def test_what_another_copy_keeps_appears_in_the_list(filled: Path, opened: Opener) -> None:
    async with opened() as desk:
        with Library.open(filled) as other:
            other.keep(story("late", "Late"))
        await desk.until(lambda: desk.titles[:2] == ["Late", "Story 5"])


async def test_a_newer_library_is_read_and_says_why_nothing_can_be_changed(filled: Path, opened: Opener) -> None:
    with Library.open(filled) as library:
        library._connection.execute(f"PRAGMA user_version = {schema.NEWEST + 5}")
    async with opened() as desk:
        await desk.until(lambda: any("written by a newer Pullquote" in notice for notice in desk.notices))
        await desk.until(lambda: len(desk.titles) == 6)
        await go_to_list(desk)
        await desk.press("d")
        await desk.until(lambda: sum("written by a newer Pullquote" in notice for notice in desk.notices) == 2)
        assert len(desk.titles) == 6


async def test_an_article_read_to_its_end_counts_as_read(path: Path, opened: Opener) -> None:
    with Library.open(path) as library:
        for slug in ("second", "first"):
            library.keep(story(slug, slug, paragraphs=("The keeper counted the loaves.",) * 80))
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("space", "J")
        await desk.until(lambda: desk.reader.article is not None and desk.reader.article.title == "second")
        await desk.press("G", "K")
        await desk.until(lambda: desk.reader.article is not None and desk.reader.article.title == "first")
    with Library.open(path) as library:
        assert [(row.title, row.read) for row in library.rows(View())] == [("first", False), ("second", True)]


async def test_a_library_that_is_lost_is_told_the_page_is_read_and_a_copy_brought_back_is_seen(
    lost: Path, path: Path, opened: Opener
) -> None:
    async with opened(str(lost / "page.html")) as desk:
        await desk.until(lambda: any("is empty (0 bytes)" in notice for notice in desk.notices))
        await desk.until(lambda: desk.reader.article is not None and desk.reader.article.title == "The ferry waits")
        assert "The library cannot be read" in desk.reader.list_pane.empty_text
        Library.restore(lost / "copy.db", path)
        await desk.until(lambda: len(desk.titles) == 6)


async def test_why_the_library_is_not_open_yet_stands_on_the_page(path: Path, opened: Opener) -> None:
    async with opened(str(path.with_name("absent.html"))) as desk:
        await desk.app.workers.wait_for_complete()  # the app's own start tells what it does in the same place
        beginning: asyncio.Future[Beginning] = asyncio.get_running_loop().create_future()
        waiting = asyncio.create_task(desk.reader.until_begun(beginning))
        desk.reader.reading.library.doing = "New library layout, needed once: 40 % copied"
        await desk.until(lambda: "needed once: 40 % copied …" in desk.reader.article_pane.empty_text)
        begun = await desk.reader.reading.begin(10, opening=False)
        beginning.set_result(begun)
        assert await waiting is begun
        assert desk.reader.article_pane.empty_text == ""


async def test_the_bin_is_emptied_at_the_start(path: Path, opened: Opener) -> None:
    clock = Clock()
    with Library.open(path, clock=clock) as library:
        library.keep_many([(story(f"s{number}", f"Story {number}"), None) for number in range(3)])
        library.delete([1, 2])
    clock.pass_by(timedelta(days=31))
    async with opened() as desk:
        await desk.until(lambda: desk.titles == ["Story 2"])
        await desk.app.workers.wait_for_complete()
    with Library.open(path) as library:
        assert library.count(View("is:deleted")) == 0


async def search(desk: Desk, words: str, note: str) -> None:
    await desk.press("F")
    await desk.until(lambda: isinstance(desk.app.screen, SearchScreen))
    await desk.type(words)
    await desk.until(lambda: note in str(desk.app.screen.query_one("#search-note").render()))


async def test_a_sentence_half_remembered_is_found_and_landed_on(filled: Path, opened: Opener) -> None:
    with Library.open(filled) as library:
        library.keep(story("lamp", "The lamp", paragraphs=("It was dark.", "Then the keeper counted loaves of light.")))
    async with opened() as desk:
        await search(desk, "counted loaves", "7 found, best first")
        assert desk.app.screen.query_one(OptionList).highlighted == 0
        await desk.press("enter")
        await desk.until(lambda: desk.reader.article is not None and desk.reader.article.title == "The lamp")
        await desk.until(lambda: desk.reader.focused is desk.reader.article_pane)


async def test_enter_opens_the_hit_under_the_cursor(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await search(desk, "tag:boats stor", "2 found")
        await desk.press("down", "enter")
        await desk.until(lambda: desk.reader.article is not None and desk.reader.article.title == "Story 1")


async def test_a_search_that_cannot_be_understood_says_where(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await search(desk, "loaves before:someday", "“before:someday” at character 8 is no date")
        await desk.press("escape")
        await desk.until(lambda: len(desk.app.screen_stack) == 1)
