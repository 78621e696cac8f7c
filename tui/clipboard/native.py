"""The native road: a clipboard program, asked afterwards what the clipboard holds."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import TYPE_CHECKING

from tui.clipboard.running import ask_tool, feed_tool
from tui.clipboard.tools import Tool, find_tools
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REMOTE = ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT")
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
    if await _read(tool, paste, environ, most=4 * len(text) + 64) != text:
        raise ClipboardError(f"{tool.name} took the text, but the clipboard holds another.")


async def copy_primary_by(tool: Tool, text: str, environ: Mapping[str, str]) -> None:
    """Copy ``text`` to the selection that the middle mouse button pastes, for a tool that has ``copy_primary``."""
    data = text.encode(tool.encoding, "replace")
    await feed_tool(tool.copy_primary, data, _environment(tool, environ), limit=tool.seconds)


async def paste_by(tool: Tool, environ: Mapping[str, str], *, most: int) -> str:
    """Return what the clipboard holds as text, cut after ``most`` bytes.

    Raises:
        ClipboardError: the tool failed or hung, or there is no text.
    """
    return await _read(tool, tool.paste, environ, most=most)


async def _read(tool: Tool, command: Sequence[str], environ: Mapping[str, str], *, most: int) -> str:
    answer = await ask_tool(command, _environment(tool, environ), most=most, limit=tool.seconds)
    if not tool.base64:
        return answer.decode("utf-8", "replace")
    try:
        return b64decode(answer, validate=False).decode("utf-8", "replace").replace("\r\n", "\n")
    except binascii.Error as error:
        raise ClipboardError(f"{tool.name} gave back something that is no Base64.") from error


def _environment(tool: Tool, environ: Mapping[str, str]) -> dict[str, str]:
    return {**environ, **dict(tool.variables)}
