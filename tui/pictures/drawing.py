"""A picture's file and a wish -> what the screen needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.pictures.decoding import opened, scaled, upright_size
from tui.pictures.kitty import kitty_escape
from tui.pictures.model import Drawing, Road, Wish
from tui.pictures.sixel import sixel_escape
from tui.pictures.sizing import fit_cells, fit_pixels

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_CELLS = 500
"""Wider or higher than this no picture is drawn, in cells."""

MOST_SIDE = 1000
"""Longest side of what is sent to the terminal, in pixels: a megabyte or two, which a terminal takes at once."""


def draw_picture(body: bytes, wish: Wish) -> Drawing:
    """Return the first frame of ``body`` drawn as wished, in proportion, within the cells wished for.

    Raises:
        BadPicture: It is no picture, too large, broken or cut short.
    """
    with opened(body) as image:
        width, height = upright_size(image)
        if wish.road is Road.WORDS:
            return Drawing(Road.WORDS, 0, 0, width, height)
        columns, rows = fit_cells(width, height, wish)
        columns, rows = min(columns, MOST_CELLS), min(rows, MOST_CELLS)
        if wish.road is Road.BLOCKS:
            colours = 0 if wish.indexed else wish.colours
            return half_blocks(scaled(image, columns, rows * 2, wish.ground), (width, height), colours)
        if wish.road is Road.KITTY:
            pixels = scaled(
                image, *fit_pixels(columns * wish.cell_width, rows * wish.cell_height, MOST_SIDE), wish.ground
            )
            return Drawing(wish.road, columns, rows, width, height, escape=kitty_escape(pixels, columns, rows))
        columns, rows = fit_cells(width, height, _bounded(wish))
        pixels = scaled(image, columns * wish.cell_width, rows * wish.cell_height, wish.ground)
        return Drawing(wish.road, columns, rows, width, height, escape=sixel_escape(pixels))


def _bounded(wish: Wish) -> Wish:
    """Sixels cannot be scaled by the terminal, so the room itself is bounded."""
    most_columns, most_rows = max(1, MOST_SIDE // wish.cell_width), max(1, MOST_SIDE // wish.cell_height)
    return replace(wish, columns=min(wish.columns, most_columns), rows=min(wish.rows, most_rows))


def half_blocks(pixels: Image, whole: tuple[int, int], colours: int = 256) -> Drawing:
    """Return ``pixels``, two to a cell, as half blocks.

    Args:
        pixels: RGB, an even number of rows.
        whole: Width and height of the picture that they were made of.
        colours: Most colours used, 2 to 256; 0 for those that every terminal of 256 has.
    """
    reduced = pixels.quantize(max(2, min(colours, 256))) if colours else _indexed(pixels)
    columns, rows = pixels.width, pixels.height // 2
    indices = reduced.tobytes()
    cells = bytearray(2 * columns * rows)
    for row in range(rows):
        start = 2 * columns * row
        cells[start : start + 2 * columns : 2] = indices[start : start + columns]
        cells[start + 1 : start + 2 * columns : 2] = indices[start + columns : start + 2 * columns]
    palette = bytes(reduced.getpalette() or b"")
    return Drawing(Road.BLOCKS, columns, rows, *whole, palette=palette, cells=bytes(cells), indexed=not colours)


def _indexed(pixels: Image) -> Image:
    """Return ``pixels`` in the 240 colours of xterm that stand fast: a cube of 6 by 6 by 6, and 24 greys."""
    from PIL import Image  # noqa: PLC0415  30 ms, and only the child process needs it

    steps = (0, 95, 135, 175, 215, 255)
    cube = [part for red in steps for green in steps for blue in steps for part in (red, green, blue)]
    greys = [8 + 10 * (number // 3) for number in range(72)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*cube, *greys, *greys[:48]])  # 256 are needed: the last 16 are greys once more
    reduced = pixels.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    return reduced.point([index if index < 240 else index - 24 for index in range(256)])
