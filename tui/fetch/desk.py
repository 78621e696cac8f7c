"""Who waits, for how long, and for what: turns, the deadline, and the client that opens on first need."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from tui.errors import TooSlow
from tui.fetch.addresses import origin_of

if TYPE_CHECKING:
    from tui.fetch.asking import Answer, Ask
    from tui.fetch.exchange import Exchange
    from tui.fetch.guard import Network
    from tui.fetch.model import Limits


class Desk:
    """Takes asks in turn and gives each its time."""

    def __init__(self, limits: Limits, user_agent: str, network: Network | None) -> None:
        self._limits = limits
        self._user_agent = user_agent
        self._network = network
        self._opening: asyncio.Task[Exchange] | None = None
        self._turns = asyncio.Semaphore(limits.at_once)

    async def get(self, ask: Ask) -> Answer:
        """Return the answer to ``ask``.

        Raises:
            SettingsError: The environment is set up wrong.
            FetchError: It cannot be had; one of its children says why.
            Unreadable: ``ask.check`` does not want it.
        """
        async with self._turns:
            try:
                async with asyncio.timeout(self._limits.seconds):
                    exchange = await self.open()
                    return await exchange.get(ask)
            except TimeoutError as error:
                host = origin_of(ask.url).host
                message = f"{host} took longer than {self._limits.seconds:g} seconds. Try again later."
                raise TooSlow(message) from error

    async def open(self) -> Exchange:
        """Return the client, opened once."""
        if self._opening is None:
            work = asyncio.to_thread(_load_exchange, self._user_agent, self._limits.redirects, self._network)
            self._opening = asyncio.create_task(work)
        return await asyncio.shield(self._opening)

    async def aclose(self) -> None:
        """Close every connection."""
        opening, self._opening = self._opening, None
        if opening is None:
            return
        await asyncio.wait([opening])
        if not opening.cancelled() and opening.exception() is None:
            await opening.result().aclose()


def _load_exchange(user_agent: str, redirects: int, network: Network | None) -> Exchange:
    """Load httpx and open its client: a tenth of a second, on a thread."""
    # httpx's own command line loads Rich where it finds click: 70 ms, and the core is not to know the terminal.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    from tui.fetch.opening import open_exchange  # noqa: PLC0415 - on first need

    return open_exchange(user_agent, redirects, network)
