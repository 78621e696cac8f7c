"""The guard at the connect: no connection to an address that is not public, unless it was asked for.

A name is looked up once, every address that it has is checked, and the
connection goes to one of these very addresses; so there is no moment between
check and connect in which a name can change its mind (DNS rebinding). The
order of attempts is Happy Eyeballs (RFC 8305).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import httpcore

from tui.errors import Refused, Unreachable
from tui.fetch.addresses import is_public
from tui.fetch.closing import ClosingStream
from tui.fetch.resolving import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ATTEMPTS = 6
"""How many of a host's addresses are tried."""

ATTEMPT_DELAY = 0.25
"""Seconds until the next address is tried beside the one that does not answer (RFC 8305, 5)."""


class Network(Protocol):
    """The way out. Tests put their own in its place."""

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """Return the numeric addresses of ``host``; raise OSError or UnicodeError when there are none."""

    async def dial(self, address: str, port: int) -> httpcore.AsyncNetworkStream:
        """Return a connection to a numeric address."""


class Internet:
    """The real network."""

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """Ask the system."""
        return await look_up(host, port)

    async def dial(self, address: str, port: int) -> httpcore.AsyncNetworkStream:
        """Connect by TCP."""
        return await httpcore.AnyIOBackend().connect_tcp(address, port)


class AddressGuard(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, or with ``private`` to any."""

    def __init__(self, network: Network, *, private: bool) -> None:
        self._network = network
        self._private = private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore's signature; one deadline holds for all
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to ``host``.

        Raises:
            Refused: One of its addresses is not public.
            OSError: It cannot be had.
        """
        return ClosingStream(await self._race(await self.addresses(host, port), port))

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return where ``host`` is, all of it checked."""
        found = await self._network.look_up(host, port)
        for address in found:
            if not self._private and not is_public(address):
                message = (
                    f"The way leads to {host}, which is an address of a private network or of this machine. "
                    "Pullquote goes there only when you type it yourself."
                )
                raise Refused(message)
        if not found:
            message = f"{host} has no address."
            raise Unreachable(message)
        return _interleaved(found)[:ATTEMPTS]

    async def _race(self, addresses: Sequence[str], port: int) -> httpcore.AsyncNetworkStream:
        waiting = list(addresses)
        running: set[asyncio.Task[httpcore.AsyncNetworkStream]] = set()
        failure: BaseException | None = None
        try:
            while waiting or running:
                if waiting:
                    running.add(asyncio.create_task(self._network.dial(waiting.pop(0), port)))
                delay = ATTEMPT_DELAY if waiting else None
                done, _ = await asyncio.wait(running, timeout=delay, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    running.discard(task)
                    failure = task.exception()
                    if failure is None:
                        return task.result()
        finally:
            await _give_up(running)
        raise failure or OSError


async def _give_up(attempts: set[asyncio.Task[httpcore.AsyncNetworkStream]]) -> None:
    """Cancel ``attempts``, and close what connected all the same."""
    for task in attempts:
        task.cancel()
    for stream in await asyncio.gather(*attempts, return_exceptions=True):
        if isinstance(stream, httpcore.AsyncNetworkStream):
            await stream.aclose()


def _interleaved(addresses: Sequence[str]) -> list[str]:
    """Return ``addresses`` with the two families taking turns, the first one's first (RFC 8305, 4)."""
    first_has_colon = ":" in addresses[0]
    first = [address for address in addresses if (":" in address) == first_has_colon]
    second = [address for address in addresses if (":" in address) != first_has_colon]
    mixed: list[str] = []
    for turn in range(max(len(first), len(second))):
        mixed += first[turn : turn + 1] + second[turn : turn + 1]
    return mixed
