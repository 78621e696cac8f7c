"""NO_COLOR: no colour code where no theme was chosen, greys in one that has colours of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(rb"(?:[34]8;[25];[\d;]+|(?<![\d;])(?:\d;)*(?:3|4|9|10)[0-7](?=[;m]))")
"""A colour of 256 or of millions, or one of the terminal's sixteen."""
MILLIONS = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")


def drawn(environ: dict[str, str]) -> bytes:
    """What comes out until the list has the focus."""
    app = Pty([PULLQUOTE], environ, 120)
    try:
        app.shows("Ottilie")
        app.press_and_see("1", "open")
        return app.raw
    finally:
        app.close()


@pytest.mark.parametrize("chosen", [{}, {"PULLQUOTE_THEME": "terminal"}])
def test_no_colour_is_sent_and_the_chosen_row_is_turned(tmp_path: Path, chosen: dict[str, str]) -> None:
    raw = drawn({**home_environ(tmp_path), "NO_COLOR": "1", **chosen})
    styles = re.findall(rb"\x1b\[([\d;]*)m", raw)
    assert not [style for style in styles if COLOUR.search(style + b"m")]
    assert any("7" in style.decode().split(";") for style in styles)


def test_a_theme_that_was_chosen_is_grey(tmp_path: Path) -> None:
    raw = drawn({**home_environ(tmp_path), "NO_COLOR": "1", "PULLQUOTE_THEME": "sepia"})
    shades = set(MILLIONS.findall(raw))
    assert len(shades) > 3
    assert all(red == green == blue for red, green, blue in shades)
