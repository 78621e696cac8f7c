"""From characters and what is said of them to segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.widgets.codelines import TAB
from tui.widgets.graphemes import is_single

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.widgets.inks import Inks
    from tui.widgets.runs import Run


_RAISED = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
"""Characters of one cell each; what has no raised or lowered form stays where it is."""

GAPS = ("gap", "gap-1", "gap-2")
"""Names of blanks that are drawn wider, by so many cells."""


class FixedChar(int):
    """A character's number that stays what it is.

    Textual adds the cell within a segment to the offset stamped on it; a
    margin is many cells and stands for one character.
    """

    __slots__ = ()

    def __add__(self, other: object) -> int:
        return int(self)


def stamp(char: int, item: int) -> Style:
    """Return a style that tells a pointer which character it is over."""
    return Style.from_meta({"offset": (char, item)})


def paint_runs(text: str, runs: Iterable[Run], base: Style, inks: Inks, item: int | None = None) -> list[Segment]:
    """Return a row's segments; those of an ``item`` have their characters stamped."""
    segments = []
    for run in runs:
        style = base + inks.ink(run.names, run.href) if run.names else base
        for left, piece in _pieces(text[run.start : run.end]):
            shown = _shape(piece, run.names) if run.names else piece
            if item is None:
                segments.append(Segment(shown, style))
            else:
                char = run.start + left if len(shown) == len(piece) else FixedChar(run.start + left)
                segments.append(Segment(shown, style + stamp(char, item)))
    return segments


def _shape(text: str, names: tuple[str, ...]) -> str:
    """Raise what is superscript, lower what is subscript, widen gaps; what is selected and copied stays as it is."""
    if "superscript" in names:
        return text.translate(_RAISED)
    if "subscript" in names:
        return text.translate(_LOWERED)
    return text + " " * GAPS.index(names[0]) if names[0] in GAPS else text


def cells_in(segments: Iterable[Segment]) -> int:
    """Return how many cells segments take."""
    return sum(len(text) if is_single(text) else cell_len(text) for text, _style, _control in segments)


def cut(text: str, room: int) -> str:
    """Return ``text`` cut to ``room`` cells, with "…" where something is left out."""
    if room <= 0 or cell_len(text) <= room:
        return text if room > 0 else ""
    used, end = 0, 0
    for char in text:
        used += cell_len(char)
        if used > room - 1:
            break
        end += 1
    return text[:end].rstrip() + "…"


def _pieces(text: str) -> list[tuple[int, str]]:
    """Cut out tabs, which terminals would draw as they like."""
    if "\t" not in text:
        return [(0, text)]
    pieces, at = [], 0
    for number, part in enumerate(text.split("\t")):
        if number:
            pieces.append((at, " " * TAB))
            at += 1
        if part:
            pieces.append((at, part))
            at += len(part)
    return pieces
