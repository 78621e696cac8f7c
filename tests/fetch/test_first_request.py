"""What is loaded when, in a process of its own that has loaded nothing yet."""

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
        await fetcher.warm()
        loaded = set(sys.modules)
        print((await fetcher.fetch(url)).body.decode())
        print(sorted(name for name in set(sys.modules) - loaded if not name.startswith("encodings")))

assert "ssl" not in sys.modules
assert asyncio.base_events.ssl is None
asyncio.run(read(sys.argv[1]))
"""


def read(site: Site) -> list[str]:
    url = site.page("/story", "<p>The ferry to Kell is late.</p>")
    done = subprocess.run([sys.executable, "-c", CODE, url], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_a_page_comes_over_tls_where_asyncio_has_none(trusted_site: Site) -> None:
    """The reader loads asyncio without TLS (tui/lean.py); connections that are encrypted must not need it."""
    assert any("The ferry to Kell is late." in line for line in read(trusted_site))


def test_the_first_request_loads_no_module_on_the_event_loop(site: Site) -> None:
    assert read(site)[-1] == "[]"
