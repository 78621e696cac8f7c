"""Colours and faces, worked out once for a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widget import Widget


class Face(Struct, frozen=True):
    """How a part of a pane looks; what is empty is as it is around it."""

    ink: str = ""
    """The theme's variable for the letters."""
    ground: str = ""
    """The theme's variable for what is behind them."""
    style: str = ""
    """Words such as ``bold`` and ``not bold``."""
    turns: bool = False
    """Drawn the other way round in a theme whose ground has no colour of its own: else it would not be seen."""


Faces = dict[str, Face]
"""A pane's faces by their names. A name that is not there looks as the pane does.

They are no CSS: Textual would parse 60 more rules at every start, and match them for each face that is drawn.
"""


def face_style(widget: Widget, face: Face | None) -> Style:
    """Return what ``face`` says, to be laid over other styles of ``widget``.

    A colour that a theme gives a share of opacity is blended with what is behind it.
    """
    if face is None:
        return Style.null()
    variables = widget.app.theme_variables
    around = widget.background_colors[1]
    ground = _shade(variables.get(face.ground, ""), around)
    behind = around if ground is None else around + ground
    ink = _shade(variables.get(face.ink, ""), behind)
    if face.turns and (ground is None or not ground.a):
        return Style.parse(f"reverse {face.style}")
    return Style(
        color=None if ink is None else (behind + ink).rich_color,
        bgcolor=None if ground is None or not ground.a else behind.rich_color,
    ) + Style.parse(face.style)


def _shade(value: str, behind: Color) -> Color | None:
    """Return a theme's colour: "#e0b067", "#e0b067 60%", or "auto 87%" for what can be read; None for none."""
    name, _, share = value.partition(" ")
    if name in ("", "initial"):
        return None
    alpha = float(share.rstrip("%")) / 100 if share else 1.0
    return behind.get_contrast_text(alpha) if name == "auto" else Color.parse(name).multiply_alpha(alpha)


class Inks:
    """Styles worked out once for a theme: a pane's faces laid over each other."""

    __slots__ = ("_faces", "_kept", "_widget")

    def __init__(self, widget: Widget, faces: Mapping[str, Face]) -> None:
        self._widget = widget
        self._faces = faces
        self._kept: dict[tuple[tuple[str, ...], str], Style] = {}

    def clear(self) -> None:
        """Forget all: another theme."""
        self._kept.clear()

    def ink(self, names: tuple[str, ...], href: str = "") -> Style:
        """Return the styles of ``names`` laid over each other; with ``href`` a terminal's own link (OSC 8)."""
        key = (names, href)
        style = self._kept.get(key)
        if style is None:
            if len(self._kept) > 5_000:
                self._kept.clear()
            style = Style()
            for name in names:
                style += face_style(self._widget, self._faces.get(name))
            if href:
                style += Style(link=href)
            self._kept[key] = style
        return style
