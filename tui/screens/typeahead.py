"""Keys one after the other: what one key opens, the next one is typed into, however fast they come."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key
from textual.worker import WorkerState

if TYPE_CHECKING:
    from textual.events import Event

BURST_SECONDS = 0.05
"""Keys nearer to each other than this may have come in one piece: over a slow line, on a busy machine, pasted."""
HOPS = 12
"""Turns of the event loop in which what a key has set off goes from a line that is typed into up to the screen."""
LOOKS, LOOK_SECONDS = 200, 0.0025
"""How often it is looked whether the box is there that the last key opens: a key waits half a second at most."""


class TypeAhead(App[None]):
    """An app that takes a key when all that the last one did is done.

    Textual hands each key to the widget that has the focus at that moment, and
    looks for its binding only when the key has come back up from there. Of
    “/year” in one piece all five would go to the article before the line to type
    into is there: y copies, e archives, a asks for an address, r fetches again.
    """

    _last_key = 0.0

    async def on_event(self, event: Event) -> None:
        """Run what a key is bound to at once, unless the widget in focus takes it as text."""
        if isinstance(event, Key) and not event.is_forwarded:
            if monotonic() - self._last_key < BURST_SECONDS or self._is_starting():
                await self._settle()
            taken = await self._take_key(event)
            self._last_key = monotonic()
            if taken:
                return
        await super().on_event(event)

    async def _take_key(self, event: Key) -> bool:
        self.app_focus = True  # a terminal that sends keys is the one in use
        focused = self.focused
        if focused is None or focused.check_consume_key(event.key, event.character):
            return False  # before there is a focus, at the start, the key waits with the screen
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    async def _settle(self) -> None:
        """Wait until what was typed is where it belongs, what the start shows is there, and a box can be typed into."""
        for _ in range(HOPS):
            await asyncio.sleep(0)
        for _ in range(LOOKS):
            if self.screen.is_mounted and not (self._is_under_way("menu") or self._is_starting()):
                break
            await asyncio.sleep(LOOK_SECONDS)

    def _is_starting(self) -> bool:
        """Whether the first screen has yet to show its article and to give a pane the focus."""
        return len(self.screen_stack) == 1 and (self.focused is None or self._is_under_way("start"))

    def _is_under_way(self, group: str) -> bool:
        """Whether a worker of a group brings to the first screen what the next key may be for."""
        busy = (WorkerState.PENDING, WorkerState.RUNNING)
        return len(self.screen_stack) == 1 and any(one.group == group and one.state in busy for one in self.workers)
