"""The first edition fills a blank library once, by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.article import Article, Block, BlockKind
from tui.cli.wiring import open_reading
from tui.library import Library, View
from tui.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tui.reading import Reading


@pytest.fixture
async def reading(tmp_path: Path) -> AsyncIterator[Reading]:
    async with open_reading(load_settings(library=tmp_path / "library.db")) as service:
        yield service


async def test_the_first_edition_is_printed_once_and_no_undo_takes_it_away(reading: Reading) -> None:
    opened = await reading.print_first_edition()
    assert opened is not None
    assert opened.row == (await reading.library(Library.rows, View(), 0, 1))[0]
    assert await reading.library(Library.undo) is None
    assert await reading.library(Library.count, View()) == 8
    await reading.library(Library.delete, await reading.library(Library.ids, View()))
    assert await reading.print_first_edition() is None


async def test_a_library_in_which_something_was_kept_and_taken_back_stays_as_it_is(reading: Reading) -> None:
    article = Article(source="a.txt", url="", title="A note", blocks=(Block(BlockKind.PARAGRAPH, "One line."),))
    await reading.library(Library.keep, article)
    await reading.library(Library.undo)
    assert await reading.print_first_edition() is None
    assert await reading.library(Library.count, View()) == 0
