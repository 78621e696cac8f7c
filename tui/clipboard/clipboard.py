"""The clipboard: which road a copy takes, and what may be said of it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.article import clean_text
from tui.clipboard import terminal, tmux
from tui.clipboard.doctor import examine
from tui.clipboard.model import Clip, Copied, Finding
from tui.clipboard.native import copy_by, copy_primary_by, copy_rich_by, paste_by, tools_at_hand
from tui.clipboard.private import write_privately
from tui.clipboard.ring import keep_clip, read_clips
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tui.clipboard.tools import Tool

MOST_CHARACTERS = 2_000_000
"""Longest copy, in code points; the rest is cut and told."""

MOST_PASTED = 65_536
"""Longest text taken from a clipboard, in bytes: an address is looked for, not a book."""

FILE_NAME = "copied.txt"
"""Where a copy goes that found no clipboard, in the state directory."""


class _Load(Struct, frozen=True):
    """What is to be copied."""

    text: str
    """Cleaned, and cut."""
    html: str
    """The same as rich text; empty when there is none, or the text was cut."""
    whole: int
    """How many code points the text had before it was cut."""

    @property
    def amount(self) -> str:
        """As the notice counts it."""
        count = len(self.text)
        if count < self.whole:
            return f"the first {count:,} of {self.whole:,} characters"
        return "1 character" if count == 1 else f"{count:,} characters"

    def copied(self, road: str, sentence: str, *, confirmed: bool = False) -> Copied:
        """What it came to."""
        return Copied(road, confirmed, len(self.text), sentence)


class Clipboard:
    """The roads to a clipboard, tried in order: native tool, tmux, the terminal, a file.

    Args:
        environ: The environment; it decides what is near.
        state_dir: Where the last copies are kept, and those that found no clipboard.
        write_terminal: Writes to the terminal, past the screen's own drawing; None when there is no terminal.
        primary: Whether a copy also goes to the primary selection (X11, Wayland).
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        state_dir: Path,
        write_terminal: Callable[[str], None] | None,
        *,
        primary: bool = False,
    ) -> None:
        self._environ = environ
        self._state_dir = state_dir
        self._write_terminal = write_terminal
        self._primary = primary
        self._turn = asyncio.Lock()

    async def copy(self, text: str, html: str = "") -> Copied:
        """Copy ``text`` and say what is known of it.

        Args:
            text: Control characters are taken out, so that what is pasted into a shell does not run.
            html: The same as rich text; where a tool can offer it, it goes in place of ``text``.

        Raises:
            ClipboardError: there is nothing to copy, or not even the file can be written.
        """
        load = _loaded(text, html)
        faults: list[str] = []
        async with self._turn:
            await self._keep(load.text, faults)
            copied = await self._by_tool(load, faults) or await self._by_tmux(load, faults)
            copied = copied or await self._by_terminal(load, faults) or await self._by_file(load)
        return replace(copied, sentence="; ".join([copied.sentence, *faults]))

    def clips(self) -> tuple[Clip, ...]:
        """Return the last 50 copies, the newest first. Reads files: call it in a thread."""
        return read_clips(self._state_dir)

    async def paste(self) -> str:
        """Return the clipboard's text, cleaned; empty when there is none, or none within reach."""
        for tool in await asyncio.to_thread(tools_at_hand, self._environ):
            with contextlib.suppress(ClipboardError):
                return clean_text(await paste_by(tool, self._environ, most=MOST_PASTED))
        if tmux.inside(self._environ):
            with contextlib.suppress(ClipboardError):
                return clean_text((await tmux.read_buffer(self._environ, most=MOST_PASTED)).decode("utf-8", "replace"))
        return ""

    async def diagnose(self, ask: Callable[[str], str] | None = None) -> list[Finding]:
        """Try every road, without touching what the clipboard holds, and say what to set.

        Args:
            ask: Puts a question to the terminal and returns its answer, when it may be asked.
        """
        return await examine(self._environ, self._state_dir, has_terminal=self._write_terminal is not None, ask=ask)

    async def _by_tool(self, load: _Load, faults: list[str]) -> Copied | None:
        for tool in await asyncio.to_thread(tools_at_hand, self._environ):
            with _told(faults):
                return await self._by_this(tool, load, faults)
        return None

    async def _by_this(self, tool: Tool, load: _Load, faults: list[str]) -> Copied:
        how = ""
        if load.html and tool.copy_html:
            await copy_rich_by(tool, load.html, self._environ)
            how = " as rich text"
        else:
            await copy_by(tool, load.text, self._environ)
        if self._primary and tool.copy_primary:
            with _told(faults):  # the clipboard itself has it
                await copy_primary_by(tool, load.text, self._environ)
        return load.copied(tool.name, f"Copied {load.amount}{how} ({tool.name}, read back)", confirmed=True)

    async def _by_tmux(self, load: _Load, faults: list[str]) -> Copied | None:
        if not tmux.inside(self._environ):
            return None
        try:
            await tmux.load_buffer(load.text.encode("utf-8"), self._environ)
        except ClipboardError as error:
            faults.append(str(error).rstrip("."))
            return None
        where = "in tmux's buffer, read back; the terminal gives no answer"
        return load.copied("tmux", f"Sent {load.amount} to tmux and its terminal ({where})")

    async def _by_terminal(self, load: _Load, faults: list[str]) -> Copied | None:
        data = load.text.encode("utf-8")
        if self._write_terminal is None or not terminal.can_copy(self._environ):
            return None
        if len(data) > terminal.MOST_BYTES:
            faults.append(f"a terminal takes no more than {terminal.MOST_BYTES >> 20} MB")
            return None
        try:
            self._write_terminal(terminal.copy_sequence(data, self._environ, primary=self._primary))
        except OSError as error:
            faults.append(f"the terminal cannot be written to: {error.strerror}")
            return None
        if len(data) <= terminal.SAFE_BYTES:
            return load.copied("osc52", f"Sent {load.amount} to the terminal (OSC 52; it gives no answer)")
        with _told(faults):
            await self._write_file(load.text)
            faults.append(f"written to {self._state_dir / FILE_NAME} too")
        how = "OSC 52; it gives no answer, and some terminals drop as much"
        return load.copied("osc52", f"Sent {load.amount} to the terminal ({how})")

    async def _by_file(self, load: _Load) -> Copied:
        await self._write_file(load.text)
        what = "" if len(load.text) == load.whole else f"{load.amount} "
        return load.copied("file", f"No clipboard here: {what}written to {self._state_dir / FILE_NAME}")

    async def _write_file(self, text: str) -> None:
        path = self._state_dir / FILE_NAME
        try:
            await asyncio.to_thread(write_privately, path, text)
        except OSError as error:
            raise ClipboardError(f"No clipboard here, and {path} cannot be written: {error.strerror}.") from error

    async def _keep(self, text: str, faults: list[str]) -> None:
        """Keep the copy in the ring."""
        try:
            await asyncio.to_thread(keep_clip, self._state_dir, text)
        except OSError as error:
            faults.append(f"the list of copies could not be written: {error.strerror}")


@contextlib.contextmanager
def _told(faults: list[str]) -> Iterator[None]:
    """Go on to the next road when one fails, and remember what the notice must tell of it."""
    try:
        yield
    except ClipboardError as error:
        faults.append(str(error).rstrip("."))


def _loaded(text: str, html: str) -> _Load:
    whole = clean_text(text)
    if not whole:
        message = "There is nothing to copy."
        raise ClipboardError(message)
    cut = whole[:MOST_CHARACTERS]
    return _Load(cut, clean_text(html) if len(cut) == len(whole) else "", len(whole))
