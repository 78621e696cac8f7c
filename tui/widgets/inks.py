"""Colours and faces, worked out once for a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.dom import DOMNode

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget


def component_ink(widget: Widget, name: str) -> Style:
    """Return what a class says of a part of ``widget``, to be laid over other styles.

    The part is no entry of COMPONENT_CLASSES: Textual works all of those out
    at every change of focus (70 of them, 10 ms), this one only when drawn.
    Textual's own partial style drops the alpha of a colour, so that what a
    theme calls muted would be drawn in full; here it is blended.
    """
    part = DOMNode(classes=name)
    part._attach(widget)  # noqa: SLF001  as Textual does for its component classes
    widget.app.stylesheet.apply(part)
    rules = part.styles
    ground = widget.background_colors[1]
    back = ground + rules.background if rules.has_rule("background") else ground
    ink = back + rules.color if rules.has_rule("color") else None
    if rules.has_rule("auto_color") and rules.auto_color:
        ink = back + back.get_contrast_text(rules.color.a)
    style = Style(
        color=ink.rich_color if ink is not None else None,
        bgcolor=back.rich_color if rules.has_rule("background") and rules.background.a else None,
    )
    return style + rules.text_style


class Inks:
    """Styles worked out once for a theme: a pane's component styles laid over each other."""

    __slots__ = ("_kept", "_style_of")

    def __init__(self, style_of: Callable[[str], Style]) -> None:
        self._style_of = style_of
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
                style += self._style_of(name)
            if href:
                style += Style(link=href)
            self._kept[key] = style
        return style
