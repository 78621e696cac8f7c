from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fetch.stage import Stage
from tui.fetch import Fetcher, Limits
from tui.reading import Clients, LibraryDesk, Reading

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
    async with Clients() as clients:
        clients.fetcher = Fetcher(Limits(), network=stage)
        yield Reading(desk, clients)
        await desk.close()
