"""The picture view asks for drawings, shows the one that fits, and says a word where there is none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult

from tests.pictures.conftest import encode, quarters
from tui.article import Figure
from tui.pictures import CLEAR, Drawing, Road, Wish, draw_picture
from tui.widgets.picture_view import PictureView

BODY = encode(quarters(800, 400))
GALLERY = tuple(
    Figure(n, 3, 0, f"https://first-edition.example/{n}.jpg", caption=f"Clock number {n}.", credit="Lena Oduya")
    for n in (1, 2, 3)
)


@dataclass
class Asked:
    """What the view asked for."""

    index: int
    wish: Wish


class Window(App[None]):
    """A view alone; the test answers for the screen."""

    def __init__(self, road: Road, gallery: tuple[Figure, ...] = GALLERY) -> None:
        super().__init__()
        self.view = PictureView(road)
        self.gallery = gallery
        self.asked: list[Asked] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.figures = self.gallery
        self.view.focus()

    def on_picture_view_wanted(self, event: PictureView.Wanted) -> None:
        self.asked.append(Asked(event.index, event.wish))

    def lines(self) -> list[str]:
        return [self.view.render_line(y).text for y in range(self.view.size.height)]

    def sequences(self) -> str:
        strips = (self.view.render_line(y) for y in range(self.view.size.height))
        return "".join(segment.text for strip in strips for segment in strip if segment.control)


async def test_the_caption_stands_below_with_its_place_and_its_credit() -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=(60, 20)):
        assert [line.strip() for line in app.lines()[-2:]] == ["Clock number 1.", "1/3 · Lena Oduya"]
        assert any("on its way" in line for line in app.lines())


async def test_half_blocks_fill_the_room_that_was_asked_for() -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=(60, 20)):
        asked = app.asked[-1]
        assert (asked.wish.columns, asked.wish.rows) == (60, 17)
        app.view.show_drawing(asked.index, draw_picture(BODY, asked.wish))
        drawn = [line for line in app.lines() if "▀" in line]
        assert len(drawn) == 15
        assert all(line == "▀" * 60 for line in drawn)


async def test_the_arrows_go_through_the_gallery_and_stop_at_its_ends() -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("left", "right", "right", "right", "right")
        assert app.view.index == 2
        assert app.lines()[-1].strip() == "3/3 · Lena Oduya"
        assert [asked.index for asked in app.asked[-2:]] == [1, 2]
        await pilot.press("home")
        assert app.view.index == 0


async def test_a_drawing_that_comes_after_one_has_moved_on_is_let_go() -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=(60, 20)) as pilot:
        late = app.asked[-1]
        await pilot.press("right")
        app.view.show_drawing(late.index, draw_picture(BODY, late.wish))
        assert not any("▀" in line for line in app.lines())


async def test_a_drawing_for_a_larger_window_is_let_go_and_a_fitting_one_asked_for() -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=(60, 20)) as pilot:
        large = app.asked[-1]
        await pilot.resize_terminal(30, 12)
        await pilot.pause()
        app.view.show_drawing(large.index, draw_picture(BODY, large.wish))
        assert not any("▀" in line for line in app.lines())
        assert app.asked[-1].wish.columns == 30


@pytest.mark.parametrize("road", [Road.KITTY, Road.SIXEL])
async def test_graphics_are_sent_once_at_their_place_and_take_no_cells(road: Road) -> None:
    app = Window(road)
    async with app.run_test(size=(60, 20)):
        asked = app.asked[-1]
        drawing = draw_picture(BODY, asked.wish)
        app.view.show_drawing(asked.index, drawing)
        top, left = (17 - drawing.rows) // 2 + 1, (60 - drawing.columns) // 2 + 1
        assert app.sequences() == f"\x1b7\x1b[{top};{left}H{drawing.escape}\x1b8"
        assert all(app.view.render_line(y).cell_length == 60 for y in range(20))


async def test_kitty_is_told_to_forget_the_last_picture() -> None:
    app = Window(Road.KITTY)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.show_drawing(0, draw_picture(BODY, app.asked[-1].wish))
        await pilot.press("right")
        assert app.sequences() == CLEAR


async def test_where_nothing_goes_words_say_so_and_nothing_is_asked() -> None:
    app = Window(Road.WORDS)
    async with app.run_test(size=(60, 20)):
        assert app.asked == []
        assert any("shows no pictures" in line for line in app.lines())
        assert any("Clock number 1." in line for line in app.lines())


async def test_a_failure_is_a_word_and_markup_in_a_caption_is_text() -> None:
    figure = replace(GALLERY[0], caption="[@click=app.bell]x[/] [bold", credit="[/]")
    app = Window(Road.BLOCKS, (figure,))
    async with app.run_test(size=(60, 20)):
        app.view.show_words(0, "[red]404[/] said the server.")
        assert any("[red]404[/] said the server." in line for line in app.lines())
        assert any("[@click=app.bell]x[/] [bold" in line for line in app.lines())


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (300, 4)])
async def test_the_smallest_window_is_no_failure(size: tuple[int, int]) -> None:
    app = Window(Road.BLOCKS)
    async with app.run_test(size=size) as pilot:
        for asked in app.asked:
            app.view.show_drawing(asked.index, draw_picture(BODY, asked.wish))
        await pilot.press("right")
        assert app.view.index == 1
        assert isinstance(draw_picture(BODY, app.asked[-1].wish), Drawing)
