"""The compositor that draws only what is seen of what changed, beside the framework's own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from textual.strip import Strip

    from tests.screens.conftest import Desk, Opener

STEPS = (
    *(("space",), ("j",), ("J",), ("1",), ("j", "j"), ("4",), ("j",), ("3",), ("2",), ("right_curly_bracket",)),
    *(("slash", "t", "h", "e"), ("enter",), ("n",), ("escape",), ("v", "l", "l"), ("escape",), ("z",), ("z",)),
    *(("less_than_sign",), ("left_square_bracket",), ("u",)),
)
"""Keys after each of which the screen looks different; ``u`` with nothing to undo lays a notice over it."""


def drawn(desk: Desk, compositor: type[Compositor], crop: Region) -> list[tuple[int, int, Strip | None]]:
    """What ``compositor`` draws of ``crop``: line, column, what begins there."""
    own = desk.reader._compositor
    lines = compositor._render_chops(own, crop, lambda y: y in crop.line_range)
    return [
        (y, begin, lines[y][begin])
        for y in crop.line_range
        for begin, end in pairwise(own.cuts[y])
        if begin < crop.right and end > crop.x
    ]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_it_draws_the_same_as_the_framework(opened: Opener, size: tuple[int, int]) -> None:
    async with opened() as desk:
        await desk.pilot.resize_terminal(*size)
        await desk.until(lambda: desk.reader.article is not None)
        for keys in STEPS:
            await desk.press(*keys)
            own = desk.reader._compositor
            shown = [region.intersection(clip) for region, clip in own.visible_widgets.values()]
            for crop in (own.size.region, *shown, Region(3, 2, size[0] - 10, 3)):
                assert drawn(desk, type(own), crop) == drawn(desk, Compositor, crop)


async def test_a_page_of_the_article_asks_no_other_pane(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.pilot.pause()
        reader = desk.reader
        for pane in (reader.list_pane, reader.quotes_pane, reader.query_one("#desk"), reader):
            monkeypatch.setattr(pane, "render_lines", lambda _crop: pytest.fail("nothing of it has changed"))
        reader._compositor._dirty_regions.add(reader.article_pane.region)
        assert isinstance(reader._compositor.render_update(), ChopsUpdate)
