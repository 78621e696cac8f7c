"""Asking a terminal what it can draw, and hearing its answer among what a person types.

One question, whose last part (DA1, "what are you?") every terminal answers, so
that its answer ends the wait. Nothing here runs at import. The question is
never put in tmux or screen (a Kitty query there became the pane's title), nor
on a pipe; ``tui.pictures.terminal.is_worth_asking`` says where it may be put.
"""

from __future__ import annotations

import os
import re
import time

from msgspec import Struct

SECONDS = 0.6
"""How long an answer is waited for. A terminal takes a few milliseconds, SSH round half the world 0.3 s."""

QUESTION = "\x1b_Gi=4207,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[14t\x1b[c"
"""Kitty graphics? (its protocol, "Querying support"); a cell's pixels, the window's pixels (XTWINOPS); DA1."""

_KITTY = re.compile(r"\x1b_Gi=4207;([^\x1b]*)\x1b\\")
_ATTRIBUTES = re.compile(r"\x1b\[\?([\d;]*)c")
_CELL = re.compile(r"\x1b\[6;(\d{1,5});(\d{1,5})t")
_ANSWERS = re.compile(r"\x1b_G[^\x1b]*\x1b\\|\x1b\[\?[\d;]*c|\x1b\[[46];\d+;\d+t")
_BEGUN = re.compile(r"\x1b(?:_(?:G[^\x1b]{0,200}\x1b?)?|\[(?:\?[\d;]{0,60}|[46](?:;[\d;]{0,20})?)?)?\Z")
_SIXEL = "4"
"""Among the attributes of DA1: sixel graphics (VT300 and later)."""


class Answer(Struct, frozen=True):
    """What the terminal said."""

    given: bool = False
    """Whether it answered at all."""
    kitty: bool = False
    sixel: bool = False
    cell: tuple[int, int] = (0, 0)
    """A cell's width and height in pixels; noughts when it did not tell."""


class Ear:
    """Takes a terminal's answers out of what comes from it; all else is what a person typed."""

    def __init__(self) -> None:
        self.heard = ""
        """The answers so far."""
        self._listening = False
        self._begun = ""

    @property
    def is_done(self) -> bool:
        """Whether the last answer was heard."""
        return _ATTRIBUTES.search(self.heard) is not None

    def listen(self) -> None:
        """Begin: answers are expected from now on, however late they come."""
        self._listening = True

    def hear(self, text: str) -> str:
        """Return ``text`` without answers; an answer begun at its end is held back until the rest of it comes."""
        if not self._listening:
            return text
        text = self._begun + text
        self.heard += "".join(_ANSWERS.findall(text))
        rest = _ANSWERS.sub("", text)
        begun = None if self.is_done else _BEGUN.search(rest)
        self._listening = not self.is_done
        self._begun = begun[0] if begun else ""
        return rest[: begun.start()] if begun else rest

    def let_go(self) -> str:
        """Return what was held back as the beginning of an answer: nothing followed, so somebody typed it."""
        begun, self._begun = self._begun, ""
        return begun


def read_answer(heard: str) -> Answer:
    """Return what the answers say."""
    kitty, attributes, cell = _KITTY.search(heard), _ATTRIBUTES.search(heard), _CELL.search(heard)
    return Answer(
        given=attributes is not None,
        kitty=kitty is not None and kitty[1] == "OK",
        sixel=attributes is not None and _SIXEL in attributes[1].split(";"),
        cell=(int(cell[2]), int(cell[1])) if cell else (0, 0),
    )


def put_question(question: str, reading: int, writing: int, seconds: float = SECONDS) -> str:
    """Return what a terminal answers while nothing else reads the keyboard: for ``pullquote doctor``.

    What is typed meanwhile is lost.

    Args:
        question: Ends with DA1, whose answer ends the wait.
        reading: File descriptor of the keyboard.
        writing: File descriptor of the screen.
        seconds: Longest wait.
    """
    import termios  # noqa: PLC0415  not on Windows
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(reading)
    try:
        tty.setcbreak(reading, termios.TCSANOW)
        os.write(writing, question.encode("ascii"))
        return _hear(reading, seconds)
    finally:
        termios.tcsetattr(reading, termios.TCSANOW, before)


def _hear(reading: int, seconds: float) -> str:
    import select  # noqa: PLC0415

    heard, deadline = "", time.monotonic() + seconds
    while not _ATTRIBUTES.search(heard) and len(heard) < 4096:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(reading, 1024) if ready else b""
        if not piece:
            break
        heard += piece.decode("latin-1")
    return heard
