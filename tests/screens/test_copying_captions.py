"""What is copied of captions: one, several, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.library.stories import story
from tui.article import Figure
from tui.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.conftest import Desk, Opener

_QUAY, _MILL = "The quay at six.", "The mill at noon."


@pytest.fixture
def filled(path: Path) -> Path:
    """A library of one story with three pictures."""
    figures = (
        Figure(1, 3, 0, "", caption=_QUAY, credit="Bo Lind"),
        Figure(2, 3, 0, "", caption="Nets."),
        Figure(3, 3, 0, "", caption=_MILL),
    )
    with Library.open(path) as library:
        library.keep(replace(story("quay", "The quay"), figures=figures))
    return path


async def copied(desk: Desk, *keys: str) -> str:
    """Press keys, and return what the copy left in the file that stands in for a clipboard here."""
    told = len(desk.notices)
    await desk.press(*keys)
    await desk.until(lambda: len(desk.notices) > told)
    return (desk.reader.settings.state_dir / "copied.txt").read_text("utf-8")


async def test_the_captions_selected_are_copied_else_the_one_under_the_cursor(filled: Path, opened: Opener) -> None:
    del filled
    async with opened() as desk:
        await desk.until(lambda: len(desk.reader.figures) == 3)
        await desk.press("3", "g")
        assert await copied(desk, "y") == _QUAY
        assert await copied(desk, "x", "G", "x", "y") == f"{_QUAY}\n\n{_MILL}"
        cited = (await copied(desk, "Y")).split("\n\n")
        assert [one.splitlines()[0] for one in cited] == [f"{_QUAY} (Bo Lind)", _MILL]
        assert all("“The quay”" in one for one in cited)
