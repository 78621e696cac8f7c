"""Which road a terminal knows: told by its environment, and asked only where that leaves it open.

Nothing here runs at import, in tmux (a question there became the pane's
title), or on a pipe. A question costs a round trip, and what a person types
meanwhile is caught and given back; so only a local terminal is asked, once,
before the app takes over the keyboard.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.pictures.model import Road

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 0.15
"""How long an answer is waited for. A local terminal takes one or two milliseconds."""

_KITTY_QUESTION = b"\x1b_Gi=4207,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_ATTRIBUTES_QUESTION = b"\x1b[c"
_KITTY_ANSWER = re.compile(rb"\x1b_Gi=4207;([^\x1b]*)\x1b\\")
_ATTRIBUTES = re.compile(rb"\x1b\[\?([\d;]*)c")
_MULTIPLEXERS = ("tmux", "screen")
_KITTY_TERMS = ("xterm-kitty", "xterm-ghostty")
_KITTY_PROGRAMS = ("kitty", "ghostty", "WezTerm")
_SIXEL_TERMS = ("foot", "mlterm", "yaft", "contour")
_SIXEL_PROGRAMS = ("iTerm.app", "mintty", "mlterm", "contour")
_ASKED = ("XTERM_VERSION", "WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION")


@dataclass(frozen=True, slots=True)
class Choice:
    """A road, and why that one."""

    road: Road
    reason: str
    """A clause for ``pullquote doctor``: "it is kitty", "tmux lets no pictures through"."""
    worth_asking: bool = False
    """Whether the terminal may know a better road, and can be asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the terminal said."""

    kitty: bool = False
    sixel: bool = False
    typed: bytes = b""
    """What a person typed meanwhile; to be handed on to the app."""


def choose_road(environ: Mapping[str, str], *, tty: bool, answer: Answer | None = None) -> Choice:
    """Return the best road that is known to work.

    Args:
        environ: The environment.
        tty: Whether the output is a terminal.
        answer: What ``ask_terminal`` heard, when it was asked.
    """
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if not tty:
        return Choice(Road.WORDS, "the output is no terminal")
    if term in ("", "dumb"):
        return Choice(Road.WORDS, "the terminal is a dumb one")
    if _is_multiplexed(environ):
        return _blocks(environ, "tmux and screen let no pictures through")
    if "KITTY_WINDOW_ID" in environ or term in _KITTY_TERMS or program in _KITTY_PROGRAMS:
        return Choice(Road.KITTY, f"{program or term} speaks the Kitty graphics protocol")
    if term.split("-")[0] in _SIXEL_TERMS or program in _SIXEL_PROGRAMS:
        return Choice(Road.SIXEL, f"{program or term} draws sixels")
    return _after_asking(environ, answer)


def ask_terminal(reading: int, writing: int, seconds: float = SECONDS) -> Answer:
    """Ask the terminal what it can draw; the answer to DA1, which every terminal gives, ends the wait.

    Call it only where ``choose_road`` finds it worth asking, and before anything else reads the keyboard.

    Args:
        reading: File descriptor of the keyboard.
        writing: File descriptor of the screen.
        seconds: Longest wait.
    """
    import termios  # noqa: PLC0415  not on Windows
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(reading)
    try:
        tty.setcbreak(reading, termios.TCSANOW)
        os.write(writing, _KITTY_QUESTION + _ATTRIBUTES_QUESTION)
        heard = _hear(reading, seconds)
    finally:
        termios.tcsetattr(reading, termios.TCSANOW, before)
    return read_answer(heard)


def read_answer(heard: bytes) -> Answer:
    """Return what ``heard`` says, and what in it was typed by a person."""
    kitty, attributes = _KITTY_ANSWER.search(heard), _ATTRIBUTES.search(heard)
    numbers = attributes[1].split(b";") if attributes else []
    typed = _ATTRIBUTES.sub(b"", _KITTY_ANSWER.sub(b"", heard))
    return Answer(kitty=bool(kitty and kitty[1] == b"OK"), sixel=b"4" in numbers, typed=typed)


def cell_size(writing: int) -> tuple[int, int]:
    """Return a cell's width and height in pixels as the terminal states them, else a common size (10, 20)."""
    import fcntl  # noqa: PLC0415  not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    try:
        rows, columns, width, height = struct.unpack("HHHH", fcntl.ioctl(writing, termios.TIOCGWINSZ, bytes(8)))
    except OSError:
        return 10, 20
    across, down = (width // columns, height // rows) if rows and columns else (0, 0)
    return (across, down) if 3 <= across <= 100 and 5 <= down <= 200 else (10, 20)


def _is_multiplexed(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "")
    return "TMUX" in environ or "STY" in environ or "ZELLIJ" in environ or term.startswith(_MULTIPLEXERS)


def _after_asking(environ: Mapping[str, str], answer: Answer | None) -> Choice:
    if answer is None:
        local = "SSH_CONNECTION" not in environ and "SSH_TTY" not in environ
        asking = local and any(name in environ for name in _ASKED)
        return _blocks(environ, "the terminal is not known to draw pictures", worth_asking=asking)
    if answer.kitty:
        return Choice(Road.KITTY, "the terminal says that it speaks the Kitty graphics protocol")
    if answer.sixel:
        return Choice(Road.SIXEL, "the terminal says that it draws sixels")
    return _blocks(environ, "the terminal says that it draws no pictures")


def _blocks(environ: Mapping[str, str], reason: str, *, worth_asking: bool = False) -> Choice:
    if environ.get("NO_COLOR"):
        return Choice(Road.WORDS, f"{reason}, and NO_COLOR leaves nothing to draw with", worth_asking)
    return Choice(Road.BLOCKS, reason, worth_asking)


def _hear(reading: int, seconds: float) -> bytes:
    import select  # noqa: PLC0415

    heard, deadline = b"", time.monotonic() + seconds
    while not _ATTRIBUTES.search(heard) and len(heard) < 4096:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            break
        piece = os.read(reading, 1024)
        if not piece:
            break
        heard += piece
    return heard
