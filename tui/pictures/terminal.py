"""Which road pictures take in a terminal: as the person set, as the terminal answered, as the environment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.pictures.model import Road

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.pictures.asking import Answer

AUTO = "auto"
"""The setting that leaves the choice to Pullquote; the others are the names of the roads."""

COMMON_CELL = (10, 20)
"""A cell's width and height in pixels where the terminal does not tell."""

_MULTIPLEXERS = ("tmux", "screen")
_MUTE = ("linux", "eterm", "eterm-color", "cons25", "vt52", "ansi")
"""Terminals that may print what they do not understand, and draw no pictures."""
_KITTY_TERMS = ("xterm-kitty", "xterm-ghostty")
_KITTY_PROGRAMS = ("kitty", "ghostty", "WezTerm")
_SIXEL_TERMS = ("foot", "mlterm", "yaft", "contour")
_SIXEL_PROGRAMS = ("iTerm.app", "mintty", "mlterm", "contour")


class Choice(Struct, frozen=True):
    """A road, and why that one."""

    road: Road
    reason: str
    """A clause for ``pullquote doctor``: "the terminal says that it draws sixels"."""
    cell: tuple[int, int] = COMMON_CELL
    """A cell's width and height in pixels."""


def is_worth_asking(environ: Mapping[str, str], setting: str = AUTO) -> bool:
    """Whether a terminal may be asked, and the answer could change anything."""
    term = environ.get("TERM", "")
    mute = term in ("", "dumb", *_MUTE) or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    return not mute and not _is_multiplexed(environ) and setting in (AUTO, Road.KITTY, Road.SIXEL)


def choose_road(
    environ: Mapping[str, str], *, tty: bool, setting: str = AUTO, answer: Answer | None = None, fileno: int = -1
) -> Choice:
    """Return the best road that is known to work.

    Args:
        environ: The environment.
        tty: Whether the output is a terminal.
        setting: ``auto``, or the name of the road that the person wants.
        answer: What the terminal said, when it was asked.
        fileno: File descriptor of the terminal, whose pixels the system may know; -1 for none.
    """
    if not tty:
        return Choice(Road.WORDS, "the output is no terminal")
    if setting != AUTO:
        choice = Choice(Road(setting), "config.toml says so")
    elif environ.get("TERM", "") in ("", "dumb"):
        choice = Choice(Road.WORDS, "the terminal is a dumb one")
    else:
        choice = _best(environ, answer)
    told = answer.cell if answer else (0, 0)
    return Choice(choice.road, choice.reason, next(filter(_is_likely, (told, cell_size(fileno))), COMMON_CELL))


def _best(environ: Mapping[str, str], answer: Answer | None) -> Choice:
    if _is_multiplexed(environ):
        return _blocks(environ, "tmux and screen let no pictures through")
    if answer is not None and answer.given:
        return _answered(environ, answer)
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if "KITTY_WINDOW_ID" in environ or term in _KITTY_TERMS or program in _KITTY_PROGRAMS:
        return Choice(Road.KITTY, f"{program or term} is known to speak the Kitty graphics protocol")
    if term.split("-")[0] in _SIXEL_TERMS or program in _SIXEL_PROGRAMS:
        return Choice(Road.SIXEL, f"{program or term} is known to draw sixels")
    return _blocks(environ, "the terminal is not known to draw pictures")


def _answered(environ: Mapping[str, str], answer: Answer) -> Choice:
    if answer.kitty:
        return Choice(Road.KITTY, "the terminal says that it speaks the Kitty graphics protocol")
    if answer.sixel:
        return Choice(Road.SIXEL, "the terminal says that it draws sixels")
    return _blocks(environ, "the terminal says that it draws no pictures")


def _blocks(environ: Mapping[str, str], reason: str) -> Choice:
    if environ.get("NO_COLOR"):
        return Choice(Road.WORDS, f"{reason}, and NO_COLOR leaves nothing to draw with")
    return Choice(Road.BLOCKS, reason)


def cell_size(fileno: int) -> tuple[int, int]:
    """Return a cell's width and height in pixels as the system knows them, noughts when it does not."""
    if fileno < 0:
        return 0, 0
    import fcntl  # noqa: PLC0415  not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    try:
        rows, columns, width, height = struct.unpack("HHHH", fcntl.ioctl(fileno, termios.TIOCGWINSZ, bytes(8)))
    except OSError:
        return 0, 0
    return (width // columns, height // rows) if rows and columns else (0, 0)


def _is_likely(cell: tuple[int, int]) -> bool:
    return 3 <= cell[0] <= 100 and 5 <= cell[1] <= 200


def _is_multiplexed(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "")
    return "TMUX" in environ or "STY" in environ or "ZELLIJ" in environ or term.startswith(_MULTIPLEXERS)
