from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.article import Article, Block, BlockKind
from tui.errors import SourceError, UsageError
from tui.reading import Opened
from tui.reading.exporting import export_article, named_file

if TYPE_CHECKING:
    from tui.reading import Reading

OPENED = Opened(Article("k", "", "Quill lamp lit", (Block(BlockKind.PARAGRAPH, "The lamp burns again."),)))
LONGEST = "q" * 251 + ".txt"
"""As long as a file's name may be on the systems that we know."""


async def test_a_file_is_written_whole_and_nothing_is_left_beside_it(reading: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert await export_article(reading, OPENED, folder / LONGEST) == 0
    assert [one.name for one in folder.iterdir()] == [LONGEST]
    assert "The lamp burns again." in (folder / LONGEST).read_text("utf-8")


@pytest.mark.parametrize("name", ["q" * 300 + ".txt", "missing/story.txt", "story.txt/under.txt"])
async def test_a_file_that_cannot_be_written_is_told(reading: Reading, tmp_path: Path, name: str) -> None:
    (tmp_path / "story.txt").write_text("a file, no folder", "utf-8")
    with pytest.raises(SourceError, match="cannot be written"):
        await export_article(reading, OPENED, tmp_path / name)


async def test_what_is_there_stays_unless_it_is_to_be_replaced(reading: Reading, tmp_path: Path) -> None:
    target = tmp_path / "story.txt"
    target.write_text("kept", "utf-8")
    with pytest.raises(UsageError, match="is there already"):
        await export_article(reading, OPENED, target)
    assert target.read_text("utf-8") == "kept"
    await export_article(reading, OPENED, target, replace=True)
    assert "The lamp burns again." in target.read_text("utf-8")


def test_the_home_of_nobody_here_is_told() -> None:
    assert named_file(" ~/story.html ") == Path.home() / "story.html"
    with pytest.raises(UsageError, match=r"~nobody-of-this-name/story\.html: there is no such home directory"):
        named_file("~nobody-of-this-name/story.html")
