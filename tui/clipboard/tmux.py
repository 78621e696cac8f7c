"""tmux as a road: its buffer, and through ``-w`` the terminal that it runs in.

``load-buffer -w`` (tmux 3.2) reaches the outer terminal whatever
``set-clipboard`` says; OSC 52 from inside is dropped under the default,
``external``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.clipboard.running import ask_tool, feed_tool
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSION = re.compile(r"(\d+)\.(\d+)")


def inside(environ: Mapping[str, str]) -> bool:
    """Whether the app runs in a tmux that can be reached from here."""
    return bool(environ.get("TMUX"))


async def load_buffer(data: bytes, environ: Mapping[str, str]) -> None:
    """Put ``data`` into tmux's buffer, read it back, and have tmux pass it on to its terminal.

    Raises:
        ClipboardError: tmux failed, or its buffer holds something else.
    """
    await feed_tool(("tmux", "load-buffer", "-w", "-"), data, environ)
    if await read_buffer(environ, most=len(data) + 1) != data:
        message = "tmux took the text, but its buffer holds another."
        raise ClipboardError(message)


async def read_buffer(environ: Mapping[str, str], *, most: int) -> bytes:
    """Return tmux's newest buffer, at most ``most`` bytes.

    Raises:
        ClipboardError: tmux failed, or has no buffer.
    """
    return await ask_tool(("tmux", "save-buffer", "-"), environ, most=most)


async def read_option(name: str, environ: Mapping[str, str]) -> str:
    """Return a tmux option's value; empty when this tmux does not know it.

    Raises:
        ClipboardError: tmux cannot be asked.
    """
    answer = await ask_tool(("tmux", "show-options", "-Agqv", name), environ, most=200)
    return answer.decode("utf-8", "replace").strip()


async def read_version(environ: Mapping[str, str]) -> tuple[int, int]:
    """Return tmux's version; (0, 0) for one that gives no number.

    Raises:
        ClipboardError: tmux cannot be asked.
    """
    answer = await ask_tool(("tmux", "-V"), environ, most=200)
    found = _VERSION.search(answer.decode("utf-8", "replace"))
    return (int(found[1]), int(found[2])) if found else (0, 0)
