r"""OSC 52: the terminal is asked to copy. It gives no answer.

``ESC ] 52 ; c ; BASE64 BEL`` (XTerm Control Sequences, "Manipulate Selection
Data"). A multiplexer stands between: tmux passes on what is wrapped in
``ESC P tmux; … ESC \`` with each escape doubled, when it is allowed to; GNU
screen passes on the inside of ``ESC P … ESC \``, a short piece at a time.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 2 * 1024 * 1024
"""Longest text sent, in bytes of UTF-8; more than that is taken for noise."""

SAFE_BYTES = 74_994
"""Longest text that every terminal known to take OSC 52 takes: hterm stops at 100,000 bytes of sequence."""

_SCREEN_PIECE = 252
"""Characters in one of GNU screen's strings: the oldest in use keep 256, four of them are the frame's."""

_MUTE = frozenset({"", "dumb", "linux", "unknown", "vt100", "vt102", "vt220"})
"""Terminal types that are known to have no clipboard."""


def can_copy(environ: Mapping[str, str]) -> bool:
    """Whether the terminal may know OSC 52; that it does is never known."""
    return environ.get("TERM", "") not in _MUTE and environ.get("TERM_PROGRAM") != "Apple_Terminal"


def copy_sequence(data: bytes, environ: Mapping[str, str], *, primary: bool = False) -> str:
    """Return what to write to the terminal to have ``data`` copied."""
    payload = b64encode(data).decode("ascii")
    selections = ("p", "c") if primary else ("c",)
    return "".join(_wrapped(f"\x1b]52;{selection};{payload}\x07", environ) for selection in selections)


def _wrapped(sequence: str, environ: Mapping[str, str]) -> str:
    term = environ.get("TERM", "")
    if environ.get("TMUX"):
        return _for_tmux(sequence)
    if environ.get("STY"):
        return _for_screen(sequence)
    if term.startswith("tmux"):  # a tmux on the other side of SSH: takes the one or the other, as it is set
        return sequence + _for_tmux(sequence)
    if term.startswith("screen"):  # screen or tmux over there; each ignores what is for the other
        return sequence + _for_screen(sequence)
    return sequence


def _for_tmux(sequence: str) -> str:
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _for_screen(sequence: str) -> str:
    pieces = (sequence[start : start + _SCREEN_PIECE] for start in range(0, len(sequence), _SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
