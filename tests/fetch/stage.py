"""A small internet of a test's own making, and what the tests of this room share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpcore

from tui.fetch.resolving import look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.loopback import Site

PUBLIC = "93.184.215.14"
"""An address of the open internet; no test ever gets there."""


@dataclass
class Stage:
    """Names and public addresses that a test makes up, all of them served from loopback."""

    names: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    """What each name's look-ups give, one after another; the last one stays."""
    routes: dict[str, int] = field(default_factory=dict)
    """Which loopback port stands behind an address."""
    looked_up: list[str] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)

    def host(self, name: str, site: Site, address: str = PUBLIC) -> str:
        """Put ``site`` on the internet as ``name``; return its root address."""
        self.names[name] = [[address]]
        self.routes[address] = site.port
        return f"{'https' if site.tls else 'http'}://{name}"

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
