"""The native road: a clipboard program, asked afterwards what the clipboard holds."""

from __future__ import annotations

import asyncio
import binascii
import re
import time
from base64 import b64decode
from typing import TYPE_CHECKING

from tui.clipboard.running import ask_tool, feed_tool
from tui.clipboard.tools import Tool, find_tools
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REMOTE = ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT")
_LOOKS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds before each look: xclip and xsel return before the part that stays behind owns the clipboard. Until then
it is the former owner's, or nobody's, of which reading makes a failure."""

_FORWARDED = re.compile(r"[^:/]+:\d")


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine, so that programs here would copy to nobody's clipboard."""
    return any(environ.get(name) for name in _REMOTE)


def tools_at_hand(environ: Mapping[str, str]) -> list[Tool]:
    """Return the tools that reach the clipboard of the machine where the person sits, the likeliest first."""
    tools = find_tools(environ)
    if not is_remote(environ):
        return tools
    if _FORWARDED.match(environ.get("DISPLAY", "")):  # ssh -X: "localhost:10.0" is the person's own display
        return [tool for tool in tools if tool.needs == "DISPLAY"]
    return []


async def copy_by(tool: Tool, text: str, environ: Mapping[str, str]) -> None:
    """Copy ``text`` by ``tool`` and see that it arrived.

    Raises:
        ClipboardError: the tool failed, hung, or the clipboard holds something else afterwards.
    """
    await copy_checked(tool, (tool.copy, tool.paste), text, environ)


async def copy_rich_by(tool: Tool, html: str, environ: Mapping[str, str]) -> None:
    """The same for rich text, for a tool that has ``copy_html``."""
    await copy_checked(tool, (tool.copy_html, tool.paste_html), html, environ)


async def copy_checked(
    tool: Tool, commands: tuple[Sequence[str], Sequence[str]], text: str, environ: Mapping[str, str]
) -> None:
    """Write ``text`` by the first command of ``tool`` and read it back by the second.

    Raises:
        ClipboardError: as ``copy_by``.
    """
    copy, paste = commands
    await feed_tool(copy, text.encode(tool.encoding, "replace"), _environment(tool, environ), limit=tool.seconds)
    fault = ClipboardError(f"{tool.name} took the text, but the clipboard holds another.")
    end = time.monotonic() + tool.seconds
    for pause in _LOOKS:
        await asyncio.sleep(pause)
        try:
            if await _read(tool, paste, environ, most=4 * len(text) + 64, limit=_patience(tool)) == text:
                return
        except ClipboardError as error:
            fault = error
        if time.monotonic() >= end:
            break
    raise fault


def _patience(tool: Tool) -> float:
    """Return the seconds that one look may take: xclip waits for ever for an owner that ends without an answer."""
    return tool.seconds / 3 if tool.needs == "DISPLAY" else tool.seconds


async def copy_primary_by(tool: Tool, text: str, environ: Mapping[str, str]) -> None:
    """The same for the selection that the middle mouse button pastes, for a tool that has ``copy_primary``."""
    await copy_checked(tool, (tool.copy_primary, tool.paste_primary), text, environ)


async def paste_by(tool: Tool, environ: Mapping[str, str], *, most: int) -> str:
    """Return what the clipboard holds as text, cut after ``most`` bytes.

    Raises:
        ClipboardError: the tool failed or hung, or there is no text.
    """
    return await _read(tool, tool.paste, environ, most=most, limit=tool.seconds)


async def _read(tool: Tool, command: Sequence[str], environ: Mapping[str, str], *, most: int, limit: float) -> str:
    answer = await ask_tool(command, _environment(tool, environ), most=most, limit=limit)
    if not tool.base64:
        return answer.decode("utf-8", "replace")
    try:
        return b64decode(answer, validate=False).decode("utf-8", "replace").replace("\r\n", "\n")
    except binascii.Error as error:
        raise ClipboardError(f"{tool.name} gave back something that is no Base64.") from error


def _environment(tool: Tool, environ: Mapping[str, str]) -> dict[str, str]:
    return {**environ, **dict(tool.variables)}
