"""How many cells, and how many pixels, a picture takes."""

from __future__ import annotations

from tui.pictures.model import Wish


def fit_cells(width: int, height: int, wish: Wish) -> tuple[int, int]:
    """Return the columns and rows of a picture of ``width`` by ``height`` pixels, within the wish, in proportion.

    A picture is never drawn larger than twice its own pixels: an icon that fills the screen helps nobody.
    """
    width, height = max(1, width), max(1, height)
    share = min(wish.columns * wish.cell_width / width, wish.rows * wish.cell_height / height, 2.0)
    columns = round(width * share / wish.cell_width)
    rows = round(height * share / wish.cell_height)
    return max(1, min(wish.columns, columns)), max(1, min(wish.rows, rows))


def fit_pixels(width: int, height: int, side: int) -> tuple[int, int]:
    """Return ``width`` and ``height`` made smaller in proportion until neither is over ``side``."""
    share = min(1.0, side / max(width, height, 1))
    return max(1, round(width * share)), max(1, round(height * share))
