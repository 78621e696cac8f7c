"""What pictures are drawn on: the terminal, asked at the first need and only then."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from tui.pictures import AUTO, QUESTION, SECONDS, Road, choose_road, is_worth_asking, read_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from tui.pictures import Choice


class Easel:
    """Which road pictures take here, and the way past what Textual draws."""

    def __init__(
        self,
        environ: Mapping[str, str],
        write: Callable[[str], None],
        ask: Callable[[str, float], Awaitable[str]],
        *,
        setting: str = AUTO,
    ) -> None:
        self.write = write
        """Sends a control sequence of our own making to the terminal."""
        self._environ = environ
        self._ask = ask
        self._setting = setting
        self._turn = asyncio.Lock()
        self._choice: Choice | None = None

    @property
    def has_colours(self) -> bool:
        """Whether half blocks can be drawn; the terminal need not be asked for that."""
        return choose_road(self._environ, tty=True, setting=self._setting).road is not Road.WORDS

    async def choice(self) -> Choice:
        """Return the road, found out once: it may take as long as the terminal takes to answer."""
        async with self._turn:
            if self._choice is None:
                answer = None
                if is_worth_asking(self._environ, self._setting):
                    answer = read_answer(await self._ask(QUESTION, SECONDS))
                self._choice = choose_road(
                    self._environ, tty=True, setting=self._setting, answer=answer, fileno=_screen_fileno()
                )
        return self._choice


def _screen_fileno() -> int:
    """The terminal that Textual draws on, -1 when it draws on none."""
    screen = sys.__stderr__
    return screen.fileno() if screen is not None and screen.isatty() else -1
