"""The reader loads asyncio without TLS (tui/lean.py): connections that are encrypted must not need it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.loopback import Site

CODE = """
import sys
from tui.lean import load_asyncio_alone
load_asyncio_alone()
import asyncio
from tui.fetch import Fetcher

async def read(url):
    async with Fetcher() as fetcher:
        return (await fetcher.fetch(url)).body

assert "ssl" not in sys.modules
assert asyncio.base_events.ssl is None
print(asyncio.run(read(sys.argv[1])).decode())
assert "ssl" in sys.modules
"""


def test_a_page_comes_over_tls(trusted_site: Site) -> None:
    url = trusted_site.page("/story", "<p>The ferry to Kell is late.</p>")
    done = subprocess.run([sys.executable, "-c", CODE, url], check=True, capture_output=True, text=True)
    assert "The ferry to Kell is late." in done.stdout
