"""What NO_COLOR makes of a line: greys of a theme's own colours, and nothing at all of the terminal's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter, monochrome_style

if TYPE_CHECKING:
    from textual.color import Color as TextualColor

_PLAIN = Style(color="default", bgcolor="default")
_TURNED = Style(color="default", bgcolor="default", reverse=True)


class Uncoloured(LineFilter):
    """Leaves the terminal's colours to the terminal, where Textual's ``Monochrome`` draws them black on black.

    A ground of another colour, as the row under the cursor has, is drawn the other way round instead.
    """

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:  # noqa: ARG002  a filter's own
        """Return the segments without colour."""
        return [Segment(text, style and _uncoloured(style), None) for text, style, _ in segments]


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    if not (_is_terminals(style.color) or _is_terminals(style.bgcolor)):
        return monochrome_style(style)
    ground = style.bgcolor
    return style + (_PLAIN if ground is None or ground.is_default else _TURNED)


def _is_terminals(color: Color | None) -> bool:
    return color is not None and color.type in {ColorType.DEFAULT, ColorType.STANDARD}
