from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.keyfooter import KeyFooter

if TYPE_CHECKING:
    from tests.screens.conftest import Opener


async def test_the_foot_says_how_to_select_copy_and_let_go_while_something_is_selected(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        footer = desk.reader.query_one(KeyFooter)
        await desk.until(lambda: "next" in dict(footer.keys).values())
        await desk.press("v")
        await desk.until(lambda: {"word", "sentence", "copy", "let go"} <= set(dict(footer.keys).values()))
        await desk.press("l")
        assert "let go" in dict(footer.keys).values()
        await desk.press("escape")
        await desk.until(lambda: "next" in dict(footer.keys).values())
