"""Opens an address in the person's browser, and tells whether that worked.

``webbrowser`` hands ``--version``, ``file:`` and ``ssh:`` addresses on to
whatever is installed, and runs a console browser inside our own terminal; so
the address is rebuilt here, and the program runs detached, without a terminal.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
from typing import TYPE_CHECKING

from tui.article import clean_url
from tui.errors import BrowserError

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 1.5
"""Seconds in which a browser that cannot start has usually said so."""

_OPENERS = ("xdg-open", "wslview", "gio open", "firefox", "chromium", "google-chrome")
_CONSOLE = frozenset({"lynx", "w3m", "links", "elinks", "www-browser", "browsh"})


async def open_in_browser(url: str, environ: Mapping[str, str]) -> str:
    """Open ``url`` and return the sentence that says by what.

    Raises:
        BrowserError: it is no web address, there is no browser, or the browser failed at once.
    """
    address = clean_url(url)
    if not address:
        raise BrowserError("This article has no web address to open.")
    command = _command(environ)
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            address,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise BrowserError(f"{command[0]} could not be started: {error.strerror}.") from error
    try:
        code = await asyncio.wait_for(process.wait(), PATIENCE)
    except TimeoutError:
        code = 0
    if code:
        raise BrowserError(f"{command[0]} could not open the page (exit code {code}). The address is {address}")
    return f"Opened in the browser ({command[0]})."


def _command(environ: Mapping[str, str]) -> list[str]:
    """The program that opens addresses: $BROWSER, the system's opener, a known browser."""
    for wanted in filter(None, environ.get("BROWSER", "").split(":")):
        words = [word for word in wanted.split() if word != "%s"]
        if words and words[0] not in _CONSOLE and shutil.which(words[0]):
            return words
    openers = ("open",) if sys.platform == "darwin" else _OPENERS
    graphical = sys.platform == "darwin" or any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSLENV"))
    for opener in openers if graphical else ():
        words = opener.split()
        if shutil.which(words[0]):
            return words
    raise BrowserError("No browser can be opened from here; y copies the address instead.")
