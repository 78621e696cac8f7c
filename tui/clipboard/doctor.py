"""What ``pullquote doctor`` finds out about the roads to a clipboard, and what it tells to set."""

from __future__ import annotations

import asyncio
import contextlib
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.clipboard import terminal, tmux
from tui.clipboard.asking import QUESTION, says_it_copies
from tui.clipboard.model import Finding, Health
from tui.clipboard.native import copy_checked, is_remote, paste_by, tools_at_hand
from tui.clipboard.private import write_privately
from tui.clipboard.running import ask_tool, feed_tool
from tui.clipboard.tools import Tool, find_tools
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_PROBE = "Pullquote’s doctor was here: “žluťoučký 記者 עיתון 📰”"
_BUFFER = "pullquote-doctor"
_DEAD_DISPLAY = "Start Pullquote inside the graphical session, or unset {needs}."
_SET_CLIPBOARD = "Add to ~/.tmux.conf:  set -g set-clipboard on"
_PASSTHROUGH = "Add to ~/.tmux.conf:  set -g set-clipboard on  and  set -g allow-passthrough on"
_FEATURE = "Add to ~/.tmux.conf, with the terminal's TERM:  set -as terminal-features ',TERM:clipboard'"


async def examine(
    environ: Mapping[str, str], state_dir: Path, *, has_terminal: bool, ask: Callable[[str], str] | None
) -> list[Finding]:
    """Return what every road is like, in the order in which a copy tries them.

    Args:
        environ: The environment.
        state_dir: Where a copy goes that finds no clipboard.
        has_terminal: Whether there is one to write to.
        ask: Puts a question to it and returns its answer, when it may be asked.
    """
    tools = await asyncio.to_thread(tools_at_hand, environ)
    findings = [await _examine_tool(tool, environ) for tool in tools] or [_no_tool(environ)]
    if tmux.inside(environ):
        findings.append(await _examine_tmux(environ))
    findings.append(await asyncio.to_thread(_examine_terminal, environ, ask, has_terminal=has_terminal))
    findings.append(await asyncio.to_thread(_examine_file, state_dir))
    return findings


def _no_tool(environ: Mapping[str, str]) -> Finding:
    if is_remote(environ):
        there = ", ".join(tool.name for tool in find_tools(environ)) or "a tool"
        sentence = f"You are here over SSH: {there} would copy to this machine's clipboard, not to yours."
        return Finding("tool", Health.ABSENT, sentence, "Nothing need be done where the terminal takes OSC 52, below.")
    if environ.get("WAYLAND_DISPLAY"):
        return Finding("tool", Health.ABSENT, "This is Wayland, without wl-copy.", "Install wl-clipboard.")
    if environ.get("DISPLAY"):
        return Finding("tool", Health.ABSENT, "This is X11, without xclip or xsel.", "Install xclip.")
    return Finding("tool", Health.ABSENT, "There is no graphical session: neither WAYLAND_DISPLAY nor DISPLAY is set.")


async def _examine_tool(tool: Tool, environ: Mapping[str, str]) -> Finding:
    if tool.trial is None:
        sentence = f"{tool.name} is there; it was not tried, since that would overwrite what you last copied."
        return Finding(tool.name, Health.UNKNOWN, sentence)
    aside = replace(tool, paste=tool.trial[1])
    before = ""
    with contextlib.suppress(ClipboardError):  # nothing there
        before = await paste_by(aside, environ, most=65_536)
    try:
        await copy_checked(tool, tool.trial, _PROBE, environ)
    except ClipboardError as error:
        remedy = _DEAD_DISPLAY.format(needs=tool.needs) if tool.needs else ""
        return Finding(tool.name, Health.FAILS, str(error), remedy)
    with contextlib.suppress(ClipboardError):
        await feed_tool(tool.trial[0], before.encode("utf-8"), environ)
    return Finding(tool.name, Health.WORKS, f"{tool.name} took a text and gave the same back.")


async def _examine_tmux(environ: Mapping[str, str]) -> Finding:
    try:
        version = await tmux.read_version(environ)
        if version < (3, 2):
            return await _old_tmux(version, environ)
        await _try_buffer(environ)
        clients = await ask_tool(("tmux", "list-clients"), environ, most=1_000)
        features = await ask_tool(("tmux", "show-messages", "-T"), environ, most=262_144) if clients else b""
    except ClipboardError as error:
        remedy = "TMUX is set, but its server does not answer: start Pullquote in a new tmux window."
        return Finding("tmux", Health.FAILS, str(error), remedy)
    name = f"tmux {version[0]}.{version[1]}"
    if not clients:
        return Finding("tmux", Health.UNKNOWN, f"{name} took a text, and gave the same back; no terminal is attached.")
    if b"Ms: [missing]" in features:
        sentence = f"{name} takes the text, but holds a terminal that it is in for one without a clipboard."
        return Finding("tmux", Health.UNKNOWN, sentence, _FEATURE)
    sentence = f"{name} took a text, gave the same back, and passes it on to its terminal, which gives no answer."
    return Finding("tmux", Health.WORKS, sentence)


async def _old_tmux(version: tuple[int, int], environ: Mapping[str, str]) -> Finding:
    setting = await tmux.read_option("set-clipboard", environ)
    sentence = f"This tmux ({version[0]}.{version[1]}) cannot pass on its buffer; set-clipboard is “{setting}”."
    return Finding("tmux", Health.UNKNOWN, sentence, "" if setting == "on" else _SET_CLIPBOARD)


async def _try_buffer(environ: Mapping[str, str]) -> None:
    await feed_tool(("tmux", "load-buffer", "-b", _BUFFER, "-"), _PROBE.encode(), environ)
    try:
        answer = await ask_tool(("tmux", "save-buffer", "-b", _BUFFER, "-"), environ, most=1_000)
    finally:
        await feed_tool(("tmux", "delete-buffer", "-b", _BUFFER), b"", environ)
    if answer != _PROBE.encode():
        message = "tmux took a text, and gave back another."
        raise ClipboardError(message)


def _examine_terminal(environ: Mapping[str, str], ask: Callable[[str], str] | None, *, has_terminal: bool) -> Finding:
    term = environ.get("TERM", "")
    if not has_terminal:
        return Finding("osc52", Health.ABSENT, "There is no terminal.")
    if not terminal.can_copy(environ):
        name = environ.get("TERM_PROGRAM") or term or "without a TERM"
        return Finding("osc52", Health.ABSENT, f"This terminal ({name}) has no way to the clipboard (OSC 52).")
    if ask is not None and says_it_copies(ask(QUESTION)):
        sentence = f"The terminal ({term}) says that it copies by OSC 52; whether it is allowed to, it does not say."
        return Finding("osc52", Health.UNKNOWN, sentence, _terminal_remedy(environ))
    sentence = f"The terminal ({term}) can be asked by OSC 52; it gives no answer, so whether it copies cannot be told."
    return Finding("osc52", Health.UNKNOWN, sentence, _terminal_remedy(environ))


def _terminal_remedy(environ: Mapping[str, str]) -> str:
    term = environ.get("TERM", "")
    if environ.get("TMUX") or term.startswith(("tmux", "screen")):
        return _PASSTHROUGH + "  (in the tmux nearest to your screen)"
    if environ.get("TERM_PROGRAM") == "iTerm.app":
        return "In iTerm2: Settings, General, Selection, “Applications in terminal may access clipboard”."
    if environ.get("XTERM_VERSION"):
        return "Add to ~/.Xresources:  XTerm*disallowedWindowOps: 20,21,SetXprop"
    if environ.get("VTE_VERSION"):
        return "Most releases of this terminal's library (VTE) ignore OSC 52: install xclip or wl-clipboard."
    return "If nothing arrives, look for “clipboard” or “OSC 52” in the terminal's settings."


def _examine_file(state_dir: Path) -> Finding:
    path = state_dir / f".doctor-{os.getpid()}"
    try:
        write_privately(path, _PROBE)
        path.unlink()
    except OSError as error:
        sentence = f"{state_dir} cannot be written: {error.strerror}."
        return Finding("file", Health.FAILS, sentence, "Set PULLQUOTE_STATE_DIR to a directory of yours.")
    return Finding("file", Health.WORKS, f"A copy that finds no clipboard is written to {state_dir}.")
