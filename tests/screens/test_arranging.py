"""Where the panes are, and what stands over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from tui.article.model import Place, Quote, QuoteKind
from tui.screens.choosing import ChoiceScreen
from tui.widgets.keyfooter import KeyFooter

if TYPE_CHECKING:
    from tests.screens.conftest import Opener


@pytest.mark.parametrize(("pane", "open_key"), [("list", "1"), ("captions", "3"), ("quotes", "4")])
async def test_keys_go_to_the_text_when_the_pane_that_had_them_folds_away(
    opened: Opener, pane: str, open_key: str
) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press(open_key)
        await desk.until(lambda: desk.reader.focused is not None and desk.reader.focused.id == pane)
        for columns in (80, 59):
            await desk.pilot.resize_terminal(columns, 24)
            await desk.until(lambda: desk.reader.focused is desk.reader.article_pane)
        footer = desk.reader.query_one(KeyFooter)
        await desk.until(lambda: "next" in dict(footer.keys).values())


async def test_an_open_drawer_keeps_the_keys_while_the_terminal_changes_its_size(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.pilot.resize_terminal(80, 24)
        await desk.press("4")
        await desk.pilot.resize_terminal(70, 20)
        await desk.pilot.pause()
        assert desk.reader.focused is desk.reader.quotes_pane


async def test_as_many_quotations_stand_over_the_pane_as_in_it(opened: Opener) -> None:
    said = Quote("The tide is late.", QuoteKind.DIRECT, (Place(0, 1, 17),), "Orla Finn")
    scare = Quote("express", QuoteKind.SCARE, (Place(0, 52, 59),))
    async with opened() as desk:
        pane = desk.reader.quotes_pane
        await desk.until(lambda: desk.reader.article is not None)
        pane.quotes = (said, scare)
        assert str(pane.border_title) == "Quotations 1"
        await desk.press("4", "v")
        assert str(pane.border_title) == "Quotations 2"


async def test_a_box_that_finds_nothing_says_so_and_enter_chooses_nothing(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("colon")
        await desk.until(lambda: isinstance(desk.app.screen, ChoiceScreen))
        await desk.type("zzz")
        options = desk.app.screen.query_one(OptionList)
        await desk.until(lambda: options.option_count == 1)
        assert str(options.get_option_at_index(0).prompt) == "Nothing has these words."
        await desk.press("down", "enter")
        assert isinstance(desk.app.screen, ChoiceScreen)


async def test_without_pictures_no_drawer_opens_for_captions(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.pilot.resize_terminal(80, 24)
        desk.reader.figures = ()
        await desk.press("3")
        await desk.until(lambda: "There are no pictures in this article." in desk.notices)
        assert not desk.reader.close_drawer()
