"""The whole app on a library of its own, driven by keys, without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tui.app import PullquoteApp
from tui.cli.wiring import open_reading
from tui.screens.reader import ReaderScreen
from tui.settings import load_settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROUNDS = 1_000
"""How often the screen is looked at before what was expected counts as missing."""


class Desk:
    """The app with somebody at its keys."""

    def __init__(self, app: PullquoteApp, pilot: Pilot[None], notices: list[str]) -> None:
        self.app = app
        self.pilot = pilot
        self.notices = notices
        """What was told, the first first; also what is gone from the screen by now."""

    @property
    def reader(self) -> ReaderScreen:
        """The reading screen, also while a box is over it."""
        found = self.app.screen_stack[0]
        assert isinstance(found, ReaderScreen)
        return found

    @property
    def titles(self) -> list[str]:
        """The titles of the list's first lines."""
        pane = self.reader.list_pane
        rows = (pane.row(index) for index in range(min(pane.total, 20)))
        return [row.title for row in rows if row is not None]

    @property
    def heading(self) -> str:
        """What stands over the list."""
        return str(self.reader.list_pane.border_title)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type text."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", "*": "asterisk"}
        await self.pilot.press(*(names.get(char, char) for char in text))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(ROUNDS):
            if holds():
                return
            await self.pilot.pause(0.005)
        pytest.fail(f"it never came to that; list: {self.heading} {self.titles}, told: {self.notices}")


Opener = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def opened(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Open the app on the library at ``path``, with the sources that are given."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))

    @asynccontextmanager
    async def open_app(*sources: str) -> AsyncIterator[Desk]:
        settings = load_settings(library=path)
        async with open_reading(settings) as reading:
            beginning = asyncio.ensure_future(reading.begin(128, opening=not sources))
            app = PullquoteApp(settings, reading, {}, beginning, sources)
            notices, notify = list[str](), app.notify

            def note(message: str, **how: Any) -> None:  # noqa: ANN401  handed on
                notices.append(message)
                notify(message, **how)

            monkeypatch.setattr(app, "notify", note)
            async with app.run_test(size=(120, 40), notifications=True) as pilot:
                desk = Desk(app, pilot, notices)
                await desk.until(lambda: desk.reader._listed is not None or bool(desk.notices))
                yield desk

    return open_app
