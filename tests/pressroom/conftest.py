from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tui.pressroom import PressLimits, Pressroom

STANDIN = "standin_jobs"
"""The jobs module of most tests here: see ``standin_jobs.py``."""


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child find the stand-in jobs: it is given this process's search path."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
async def room(standin: None) -> AsyncIterator[Pressroom]:  # noqa: ARG001 - for its effect
    """A pressroom with stand-in jobs and short limits."""
    limits = PressLimits(seconds=1.0, memory=512 * 1024 * 1024, grace=0.1, jobs=50)
    async with Pressroom(limits, jobs=STANDIN) as opened:
        yield opened
