r"""Does the terminal say that it copies? For ``pullquote doctor``, while nothing else reads the keyboard.

Two questions go together. ``ESC P + q 4d73 ESC \`` (XTGETTCAP) asks for the capability Ms, which is OSC 52; kitty,
foot, WezTerm and others know it. ``ESC [ c`` (primary device attributes) is answered by every terminal, so its answer
ends the wait; 52 among the attributes is how newer terminals say that they copy. That one says nothing proves nothing.
"""

from __future__ import annotations

import os
import re
import select
import time

QUESTION = "\x1bP+q4d73\x1b\\\x1b[c"
SECONDS = 0.6
"""Longest wait: a terminal answers within milliseconds, one beyond SSH within its round trip."""

_ATTRIBUTES = re.compile(rb"\x1b\[\?([0-9;]*)c")
_CAPABILITY = re.compile(rb"\x1bP1\+r4d73", re.IGNORECASE)


def says_it_copies(reading: int, writing: int, seconds: float = SECONDS) -> bool:
    """Ask the terminal; what is typed meanwhile is lost.

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
        os.write(writing, QUESTION.encode("ascii"))
        heard = _hear(reading, seconds)
    finally:
        termios.tcsetattr(reading, termios.TCSANOW, before)
    attributes = _ATTRIBUTES.search(heard)
    return bool(_CAPABILITY.search(heard)) or (attributes is not None and b"52" in attributes[1].split(b";"))


def _hear(reading: int, seconds: float) -> bytes:
    heard, deadline = b"", time.monotonic() + seconds
    while not _ATTRIBUTES.search(heard) and len(heard) < 4096:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(reading, 1024) if ready else b""
        if not piece:
            break
        heard += piece
    return heard
