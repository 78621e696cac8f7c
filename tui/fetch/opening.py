"""Builds the one client, with everything in it that a client does unasked turned off."""

from __future__ import annotations

import asyncio

import httpcore
import httpx

from tui.fetch.environment import certificates
from tui.fetch.exchange import Exchange
from tui.fetch.guard import Internet, Network
from tui.fetch.transport import GuardedTransport


def open_exchange(user_agent: str, redirects: int, network: Network | None) -> Exchange:
    """Return an exchange over ``network``, the internet when it is None.

    It reads the certificates and loads all that a request needs, which takes
    long enough to be kept off the event loop.

    Raises:
        SettingsError: The environment names certificates that cannot be read.
    """
    # Loads anyio's half for asyncio, which else is loaded by the first request, on its event loop: 25 ms.
    asyncio.run(httpcore.AnyIOBackend().sleep(0))
    client = httpx.AsyncClient(
        transport=GuardedTransport(network or Internet(), certificates()),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"},
        timeout=None,  # noqa: S113 - one deadline holds for the whole request, and it is not httpx's to keep
        trust_env=False,
        follow_redirects=False,
    )
    return Exchange(client, redirects)
