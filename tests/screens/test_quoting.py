"""What a person knows better about quotations: who said one, and what else is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.library.stories import story
from tui.article import Place, Quote
from tui.library import TO_READ, Library
from tui.quotes import add_quotes
from tui.screens.prompt import PromptScreen
from tui.screens.searching import SearchScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.conftest import Desk, Opener

_SAID = "“The gate will stay open all summer,” he said."


@pytest.fixture
def filled(path: Path) -> Path:
    """A library of one story in which nobody can tell for sure who speaks."""
    paragraphs = (
        "Peter Lund met Tom Reed at the gate of the mill.",
        _SAID,
        "The sign at the gate says welcome to all of you.",
    )
    with Library.open(path) as library:
        library.keep(add_quotes(story("gate", "The gate", paragraphs=paragraphs)))
    return path


def quotes(desk: Desk) -> tuple[Quote, ...]:
    return desk.reader.quotes


async def go_to_quotations(desk: Desk) -> None:
    await desk.until(lambda: desk.reader.article is not None)
    await desk.press("4")
    await desk.until(lambda: desk.reader.focused is desk.reader.quotes_pane)


async def answer(desk: Desk, name: str) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, PromptScreen))
    desk.app.screen.query_one(Input).value = name
    await desk.press("enter")


async def test_a_wrong_speaker_is_mended_and_stays_mended(filled: Path, opened: Opener) -> None:
    async with opened() as desk:
        await go_to_quotations(desk)
        await desk.press("c")
        await answer(desk, "Tom Reed")
        await desk.until(lambda: [quote.speaker for quote in quotes(desk)] == ["Tom Reed"])
        assert quotes(desk)[0].confidence == 1
    with Library.open(filled) as library:
        assert [note.speaker for note in library.notes(1)] == ["Tom Reed"]


async def test_a_mended_speaker_is_taken_back_by_undo(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_quotations(desk)
        found = quotes(desk)[0].speaker
        await desk.press("c")
        await answer(desk, "Tom Reed Senior")
        await desk.until(lambda: quotes(desk)[0].speaker == "Tom Reed Senior")
        await desk.press("u")
        await desk.until(lambda: quotes(desk)[0].speaker == found)


async def test_what_was_said_of_a_quotation_is_taken_back_also_much_later(filled: Path, opened: Opener) -> None:
    with Library.open(filled) as library:
        (found,) = library.article(1).quotes
        library.set_speaker(1, found, "Tom Reed Senior")
        library.add_quote(1, Place(2, 0, 8), "Nobody")
        library.tag([1], ["mill"])
    async with opened() as desk:
        await go_to_quotations(desk)
        await desk.press("G", "D")
        await desk.until(
            lambda: len(quotes(desk)) == 1 and any("no quotation any more" in told for told in desk.notices)
        )
        await desk.press("g", "D")
        await desk.until(lambda: quotes(desk) == (found,))
        await desk.press("D")
        await desk.until(lambda: any("This one was found" in told for told in desk.notices))
        await desk.press("u", "u")
        await desk.until(lambda: [quote.speaker for quote in quotes(desk)] == ["Tom Reed Senior", "Nobody"])
    with Library.open(filled) as library:
        assert [row.tags for row in library.rows(TO_READ, 0, 1)] == [("mill",)]


async def test_selected_words_become_a_quotation(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("2", "V")
        await desk.until(lambda: desk.reader.article_pane.selected_place() is not None)
        words = desk.reader.article_pane.selected_text()
        await desk.press("Q")
        await answer(desk, "")
        await desk.until(lambda: words in [quote.text for quote in quotes(desk)])


async def test_without_a_selection_it_is_said_what_to_do(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("2", "Q")
        await desk.until(lambda: any("Select the words" in notice for notice in desk.notices))


async def test_all_by_one_speaker_are_searched_in_the_library(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await go_to_quotations(desk)
        name = quotes(desk)[0].speaker
        await desk.press("p")
        await desk.until(lambda: isinstance(desk.app.screen, SearchScreen))
        screen = desk.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.query_one(Input).value == f'speaker:"{name}"'
        await desk.until(lambda: [hit.row.title for hit in screen._hits] == ["The gate"])
