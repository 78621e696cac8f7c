from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpcore
import pytest

from tui.fetch import Fetcher, Limits
from tui.fetch.resolving import look_up

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.loopback import Site


@dataclass
class Stage:
    """A small internet: names and public addresses that a test makes up, all of them served from loopback."""

    names: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    """What each name's look-ups give, one after another; the last one stays."""
    routes: dict[str, int] = field(default_factory=dict)
    """Which loopback port stands behind an address."""
    looked_up: list[str] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)

    def host(self, name: str, site: Site, address: str = "93.184.215.14") -> str:
        """Put ``site`` on the internet as ``name``; return its root address."""
        self.names[name] = [[address]]
        self.routes[address] = site.port
        return f"http://{name}"

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """Answer from ``names``, else as the system does."""
        self.looked_up.append(host)
        answers = self.names.get(host)
        if answers is None:
            return await look_up(host, port)
        return answers.pop(0) if len(answers) > 1 else answers[0]

    async def dial(self, address: str, port: int) -> httpcore.AsyncNetworkStream:
        """Connect to what stands behind ``address``."""
        self.dialled.append(address)
        if address in self.routes:
            return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", self.routes[address])
        return await httpcore.AnyIOBackend().connect_tcp(address, port)


QUICK = Limits(seconds=1.0, page_bytes=2 * 1024 * 1024, picture_bytes=1024 * 1024)
"""Limits that a test can reach."""


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def fetcher(stage: Stage) -> AsyncIterator[Fetcher]:
    """A fetcher with short limits, on the stage."""
    async with Fetcher(QUICK, network=stage) as opened:
        await opened.warm()
        yield opened
