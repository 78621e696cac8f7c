"""The terminal's driver, which can ask the terminal something while the app runs.

Textual's parser takes an answer that it does not know for typed keys. So the
answers are taken out of what the terminal sends before the parser sees it;
every key that is typed meanwhile gets through.
"""

from __future__ import annotations

import asyncio
import os
import select
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

    from tui.pictures import Ear

TICK = 0.1
"""Seconds after which a lone Escape is a key, not the beginning of something longer."""


class AskingDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with an ear for answers."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._ear: Ear | None = None
        self._answered = asyncio.Event()

    async def ask(self, question: str, seconds: float) -> str:
        """Put the one question of this run, and return what was answered within ``seconds``; it may be ""."""
        from tui.pictures import Ear  # noqa: PLC0415  not needed to start

        ear = Ear()
        ear.listen()
        self._ear = ear
        self.write(question)
        self.flush()
        try:
            await asyncio.wait_for(self._answered.wait(), seconds)
        except TimeoutError:
            return ""
        return ear.heard

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the app leaves it, and pass on what the parser makes of it."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], TICK)
            data = os.read(self.fileno, 4096) if ready else b""
            if ready and not data:
                self.exit_event.wait(TICK)  # the other side is gone; what ends the app comes another way
                continue
            text = self._typed(decode(data))
            for message in [*(parser.feed(text) if text else ()), *parser.tick()]:
                self.process_message(message)

    def _typed(self, text: str) -> str:
        """Return what a person typed of ``text``; an empty one says that nothing followed what came before."""
        ear = self._ear
        if ear is None:
            return text
        typed = ear.hear(text) if text else ear.let_go()
        if ear.is_done and not self._answered.is_set():
            self._loop.call_soon_threadsafe(self._answered.set)
        return typed
