from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fetch.stage import Stage
from tui.fetch import Fetcher, Limits
from tui.pressroom import Pressroom
from tui.reading import LibraryDesk, Reading
from tui.reading.darkroom import DARKROOM_JOBS, DARKROOM_LIMITS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def reading(stage: Stage, tmp_path: Path) -> AsyncIterator[Reading]:
    """The whole service, with the stage for its internet."""
    desk = LibraryDesk(tmp_path / "library.db")
    darkroom = Pressroom(DARKROOM_LIMITS, jobs=DARKROOM_JOBS)
    async with Fetcher(Limits(), network=stage) as fetcher, Pressroom() as pressroom, darkroom:
        yield Reading(desk, fetcher, pressroom, darkroom)
        await desk.close()
