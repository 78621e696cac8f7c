"""A good picture comes out right on every road."""

from __future__ import annotations

import re
from base64 import standard_b64decode
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.pictures.conftest import encode, quarters
from tui.pictures import (
    Drawing,
    Road,
    Wish,
    decode_drawing,
    decode_wish,
    draw_picture,
    encode_drawing,
    encode_wish,
    fit_cells,
)
from tui.pictures.model import Rgb

BLOCKS = Wish(Road.BLOCKS, 8, 2)


def corners(drawing: Drawing) -> list[Rgb]:
    """Return the colours at upper left, upper right, lower left, lower right."""
    wide, last = drawing.columns, 2 * drawing.columns * (drawing.rows - 1)
    return [drawing.colour(drawing.cells[i]) for i in (0, 2 * wide - 2, last + 1, last + 2 * wide - 1)]


def is_near(one: Rgb, other: Rgb, most: int = 40) -> bool:
    """Whether no channel differs by more than ``most``."""
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(encode(quarters()), id="PNG"),
        pytest.param(encode(quarters(), "JPEG", quality=95), id="JPEG"),
        pytest.param(encode(quarters(), "WEBP", lossless=True), id="lossless WebP"),
        pytest.param(encode(quarters(), "WEBP", quality=95), id="WebP"),
        pytest.param(encode(quarters(), "GIF"), id="GIF"),
        pytest.param(encode(quarters().quantize(8)), id="palette"),
        pytest.param(encode(quarters().convert("RGBA")), id="alpha"),
        pytest.param(encode(quarters().convert("CMYK"), "JPEG", quality=95), id="CMYK"),
        pytest.param(encode(quarters(2400, 1200), "JPEG", quality=90), id="one decoded at a fraction of its size"),
    ],
)
def test_every_kind_of_file_shows_its_colours_in_their_places(body: bytes) -> None:
    drawing = draw_picture(body, BLOCKS)
    assert (drawing.columns, drawing.rows) == (8, 2)
    for found, wanted in zip(corners(drawing), (RED, GREEN, BLUE, WHITE), strict=True):
        assert is_near(found, wanted)


@pytest.mark.parametrize(
    ("turn", "wanted"),
    [
        (1, (RED, GREEN, BLUE, WHITE)),
        (2, (GREEN, RED, WHITE, BLUE)),
        (3, (WHITE, BLUE, GREEN, RED)),
        (4, (BLUE, WHITE, RED, GREEN)),
        (5, (RED, BLUE, GREEN, WHITE)),
        (6, (BLUE, RED, WHITE, GREEN)),
        (7, (WHITE, GREEN, BLUE, RED)),
        (8, (GREEN, WHITE, RED, BLUE)),
    ],
)
def test_a_camera_held_otherwise_gives_an_upright_picture(turn: int, wanted: tuple[Rgb, ...]) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    drawing = draw_picture(encode(quarters(80, 40), "JPEG", quality=95, exif=exif), Wish(Road.BLOCKS, 8, 8))
    assert (drawing.width, drawing.height) == ((40, 80) if turn >= 5 else (80, 40))
    assert all(is_near(found, colour) for found, colour in zip(corners(drawing), wanted, strict=True))


def test_an_animation_shows_its_first_frame() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE, GREEN)]
    for kind in ("GIF", "WEBP", "PNG"):
        body = encode(frames[0], kind, save_all=True, append_images=frames[1:])
        assert is_near(corners(draw_picture(body, BLOCKS))[0], RED), kind


def test_the_ground_shows_through_a_transparent_picture() -> None:
    clear = encode(Image.new("RGBA", (40, 40), (255, 0, 0, 0)))
    drawing = draw_picture(clear, Wish(Road.BLOCKS, 4, 2, ground=(10, 200, 30)))
    assert is_near(corners(drawing)[0], (10, 200, 30), 2)


def test_sixteen_bits_of_grey_are_not_all_white() -> None:
    grey = Image.new("I;16", (40, 40), 0x8000)
    assert is_near(corners(draw_picture(encode(grey), BLOCKS))[0], (128, 128, 128), 3)


def test_words_ask_for_the_size_alone(photo: bytes) -> None:
    assert draw_picture(photo, Wish(Road.WORDS, 80, 24)) == Drawing(Road.WORDS, 0, 0, 900, 600)


def test_kitty_gets_a_png_in_pieces_that_it_can_put_together(photo: bytes) -> None:
    drawing = draw_picture(photo, Wish(Road.KITTY, 40, 20))
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", drawing.escape)
    assert "".join(f"\x1b_G{keys};{data}\x1b\\" for keys, data in pieces) == drawing.escape
    assert all(len(data) <= 4096 for _, data in pieces)
    assert [keys.endswith("m=1") for keys, _ in pieces] == [True] * (len(pieces) - 1) + [False]
    assert f"c={drawing.columns},r={drawing.rows},C=1,q=2" in pieces[0][0]
    image = Image.open(BytesIO(standard_b64decode("".join(data for _, data in pieces))))
    assert image.size == (drawing.columns * 10, drawing.rows * 20)


def _read_sixels(escape: str) -> dict[tuple[int, int], int]:
    """Return which register each pixel is painted with; written from the manual, not from the encoder."""
    body = re.fullmatch(r"\x1bP0;1;0q\"1;1;\d+;\d+(?:#\d+;2;\d+;\d+;\d+)+(.*)\x1b\\", escape, re.DOTALL)
    assert body
    painted: dict[tuple[int, int], int] = {}
    x = y = register = 0
    for token in re.finditer(r"#(\d+)|(\$)|(-)|!(\d+)([?-~])|([?-~])", body[1]):
        colour, back, down, times, run, single = token.groups()
        if colour:
            register = int(colour)
        elif back or down:
            x, y = 0, y + (6 if down else 0)
        for _ in range(int(times or 1) if run or single else 0):
            bits = ord(run or single) - 63
            painted.update({(x, y + bit): register for bit in range(6) if bits >> bit & 1})
            x += 1
    return painted


def test_sixels_paint_every_pixel_once_and_none_outside() -> None:
    drawing = draw_picture(encode(quarters(64, 64)), Wish(Road.SIXEL, 4, 2, cell_width=9, cell_height=19))
    painted = _read_sixels(drawing.escape)
    size = (drawing.columns * 9, drawing.rows * 19)
    assert painted.keys() == {(x, y) for x in range(size[0]) for y in range(size[1])}
    assert painted[0, 0] == painted[1, 1]
    assert (
        len({painted[0, 0], painted[size[0] - 1, 0], painted[0, size[1] - 1], painted[size[0] - 1, size[1] - 1]}) == 4
    )


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(1, 300), st.integers(1, 200))
def test_a_picture_fits_where_it_was_wished(width: int, height: int, columns: int, rows: int) -> None:
    across, down = fit_cells(width, height, Wish(Road.BLOCKS, columns, rows))
    assert 1 <= across <= columns
    assert 1 <= down <= rows


def test_proportions_are_kept() -> None:
    assert fit_cells(1600, 800, Wish(Road.BLOCKS, 80, 100)) == (80, 20)
    assert fit_cells(800, 1600, Wish(Road.BLOCKS, 80, 20)) == (20, 20)


def test_an_icon_is_not_blown_up_to_a_wall() -> None:
    assert fit_cells(16, 16, Wish(Road.BLOCKS, 200, 60)) == (3, 2)


@pytest.mark.parametrize("road", list(Road))
def test_wish_and_drawing_survive_the_way_to_a_child_and_back(road: Road, photo: bytes) -> None:
    wish = Wish(road, 40, 12, ground=(1, 2, 3))
    drawing = draw_picture(photo, wish)
    assert decode_wish(encode_wish(wish)) == wish
    assert decode_drawing(encode_drawing(drawing)) == drawing
