"""Keys that come in one piece, as over a slow line, are taken as if somebody had waited between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key
from textual.widgets import Input

from tui.screens.choosing import ChoiceScreen

if TYPE_CHECKING:
    from tests.screens.conftest import Desk, Opener

NAMES = {"/": "slash", ":": "colon", "\r": "enter", "\x1b": "escape", " ": "space"}


def send(desk: Desk, typed: str) -> None:
    """Put all keys before the app at once."""
    for char in typed:
        desk.app.post_message(Key(NAMES.get(char, char), char))


async def test_what_is_typed_with_the_slash_is_found_and_none_of_it_is_a_command(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        titles, article = desk.titles, desk.reader.article
        send(desk, "/year e")
        await desk.until(lambda: [bar.value for bar in desk.reader.query(Input)] == ["year e"])
        assert desk.reader.find_count is not None
        assert (desk.titles, desk.reader.article, desk.notices) == (titles, article, [])


async def test_enter_in_the_same_piece_ends_the_find_and_the_next_key_is_a_command_again(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        send(desk, "/the\rn")
        await desk.until(lambda: desk.reader.article_pane.next_match(0) == 2)
        assert not desk.reader.query(Input)
        assert desk.reader.focused is desk.reader.article_pane


async def test_a_command_s_name_in_one_piece_is_typed_into_the_box_that_its_first_key_opens(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        theme = desk.app.theme
        send(desk, ":theme\rblackout")
        await desk.until(lambda: [box.value for box in desk.app.screen.query(Input)] == ["blackout"])
        assert isinstance(desk.app.screen, ChoiceScreen)
        send(desk, "\x1b")
        await desk.until(lambda: desk.app.screen is desk.reader)
        assert desk.app.theme == theme


async def test_tags_typed_at_once_wait_for_their_box_though_the_library_is_asked_first(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        titles = desk.titles
        send(desk, "tdes\r")
        await desk.until(lambda: any(row.tags == ("des",) for row in [desk.reader.list_pane.row(0)] if row))
        assert desk.titles == titles
        assert len(desk.notices) == 1
