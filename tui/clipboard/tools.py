"""The clipboard programs that pyperclip knows, in pyperclip's order, with pyperclip's choice first.

What is left out, and why: Qt (it ends the process when the display is dead)
and Klipper's qdbus (the text would stand on a command line for all to see).
"""

from __future__ import annotations

import platform
import shutil
from typing import TYPE_CHECKING

import pyperclip
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

_POWERSHELL_PASTE = "[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((Get-Clipboard -Raw)))"


class Tool(Struct, frozen=True):
    """How one clipboard program is called."""

    name: str
    """As the person knows it, and as the notice names it."""
    pyperclip_name: str
    """What pyperclip calls the function that copies by it."""
    copy: tuple[str, ...]
    """Program and arguments that copy standard input."""
    paste: tuple[str, ...]
    """Program and arguments that write the clipboard."""
    needs: str = ""
    """The environment variable without which it cannot work; empty for none."""
    copy_primary: tuple[str, ...] = ()
    """The same for the selection that the middle mouse button pastes; empty where there is none."""
    paste_primary: tuple[str, ...] = ()
    """Writes that selection."""
    copy_html: tuple[str, ...] = ()
    """The same for rich text; empty where it cannot."""
    paste_html: tuple[str, ...] = ()
    """Writes the rich text that the clipboard holds."""
    trial: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Copy and paste on another selection than the clipboard, for the doctor; None where there is none."""
    system: str = ""
    """The system, as ``platform.system()`` calls it, that alone has this program; empty for any."""
    variables: tuple[tuple[str, str], ...] = ()
    """What its environment needs besides the person's."""
    encoding: str = "utf-8"
    """What ``copy`` takes."""
    base64: bool = False
    """Whether ``paste`` writes Base64 of UTF-8."""
    seconds: float = 1.5
    """How long it may take."""


_XCLIP = ("xclip", "-selection")
TOOLS = (
    Tool(
        name="clip.exe",
        pyperclip_name="copy_wsl",
        copy=("clip.exe",),
        paste=("powershell.exe", "-noprofile", "-command", _POWERSHELL_PASTE),
        needs="WSL_DISTRO_NAME",
        encoding="utf-16le",
        base64=True,
        seconds=4.0,
    ),
    Tool(
        name="pbcopy",
        pyperclip_name="copy_osx_pbcopy",
        copy=("pbcopy",),
        paste=("pbpaste",),
        system="Darwin",
        variables=(("LC_CTYPE", "UTF-8"),),  # under the C locale it takes bytes for Mac Roman
        trial=(("pbcopy", "-pboard", "ruler"), ("pbpaste", "-pboard", "ruler")),
    ),
    Tool(
        name="wl-copy",
        pyperclip_name="copy_wl",
        copy=("wl-copy", "--type", "text/plain;charset=utf-8"),
        paste=("wl-paste", "-n", "-t", "text"),
        needs="WAYLAND_DISPLAY",
        copy_primary=("wl-copy", "--primary", "--type", "text/plain;charset=utf-8"),
        paste_primary=("wl-paste", "--primary", "-n", "-t", "text"),
        copy_html=("wl-copy", "--type", "text/html"),
        paste_html=("wl-paste", "-n", "-t", "text/html"),
        trial=(("wl-copy", "--primary", "--type", "text/plain"), ("wl-paste", "--primary", "-n", "-t", "text")),
    ),
    Tool(
        name="xclip",
        pyperclip_name="copy_xclip",
        copy=(*_XCLIP, "clipboard"),
        paste=(*_XCLIP, "clipboard", "-o"),
        needs="DISPLAY",
        copy_primary=(*_XCLIP, "primary"),
        paste_primary=(*_XCLIP, "primary", "-o"),
        copy_html=(*_XCLIP, "clipboard", "-t", "text/html"),
        paste_html=(*_XCLIP, "clipboard", "-t", "text/html", "-o"),
        trial=((*_XCLIP, "secondary"), (*_XCLIP, "secondary", "-o")),
    ),
    Tool(
        name="xsel",
        pyperclip_name="copy_xsel",
        copy=("xsel", "-b", "-i"),
        paste=("xsel", "-b", "-o"),
        needs="DISPLAY",
        copy_primary=("xsel", "-p", "-i"),
        paste_primary=("xsel", "-p", "-o"),
        trial=(("xsel", "-s", "-i"), ("xsel", "-s", "-o")),
    ),
)
"""In the order in which pyperclip looks for them."""


def find_tools(environ: Mapping[str, str]) -> list[Tool]:
    """Return the tools that could work here, the likeliest first."""
    here = [tool for tool in TOOLS if not missing(tool, environ)]
    if not here:
        return []  # pyperclip would go on to load Qt, which ends the process when the display is dead
    chosen = getattr(pyperclip.determine_clipboard()[0], "__name__", "")
    return sorted(here, key=lambda tool: tool.pyperclip_name != chosen)


def missing(tool: Tool, environ: Mapping[str, str]) -> str:
    """Return what ``tool`` lacks here: a system's, variable's or program's name, or empty for nothing."""
    if tool.system and tool.system != platform.system():
        return tool.system
    if tool.needs and not environ.get(tool.needs):
        return tool.needs
    programs = (tool.copy[0], tool.paste[0])
    path = environ.get("PATH")
    return next((program for program in programs if not shutil.which(program, path=path)), "")
