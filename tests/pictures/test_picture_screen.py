"""The gallery over the page: loads what is looked at, lets go of what is not."""

from __future__ import annotations

import asyncio

from textual.app import App

from tests.pictures.conftest import encode, quarters
from tests.pictures.test_picture_view import GALLERY
from tui.article import Figure
from tui.errors import BadStatus
from tui.pictures import Choice, Drawing, Road, Wish, draw_picture
from tui.screens.picture import GalleryDesk, PictureScreen
from tui.widgets.picture_view import PictureView

BODY = encode(quarters(800, 400))


class Window(App[None]):
    """An app that shows the gallery from its second picture on."""

    def __init__(self) -> None:
        super().__init__()
        self.road = Road.BLOCKS
        self.done: list[tuple[object, ...]] = []
        self.ended: int | None = None
        self.asked: list[int] = []
        self.left: list[int] = []
        self.slow: set[int] = set()
        self.gone: set[int] = set()

    def on_mount(self) -> None:
        desk = GalleryDesk(self.draw, lambda *words: self.done.append(words), lambda *words: self.done.append(words))
        self.gallery = PictureScreen(GALLERY, 1, desk, Choice(self.road, "for the test"))
        screen = self.gallery
        self.push_screen(screen, lambda index: setattr(self, "ended", index))

    async def draw(self, figure: Figure, wish: Wish) -> Drawing:
        self.asked.append(figure.position)
        if figure.position in self.slow:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.left.append(figure.position)
                raise
        if figure.position in self.gone:
            raise BadStatus("The picture is gone (404).", 404)
        return draw_picture(BODY, wish)

    def text(self) -> str:
        view = self.screen.query_one(PictureView)
        return "\n".join(view.render_line(y).text for y in range(view.size.height))


async def test_it_begins_where_it_was_asked_to_and_ends_where_one_has_gone() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "2/3" in app.text()
        assert "▀" in app.text()
        await pilot.press("right", "escape")
        assert app.ended == 2


async def test_moving_on_ends_the_loading_of_what_was_left() -> None:
    app = Window()
    app.slow = {2}
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("right")
        await pilot.pause()
        assert app.left == [2]
        assert "▀" in app.text()


async def test_a_picture_that_is_gone_leaves_its_caption_and_a_word() -> None:
    app = Window()
    app.gone = {2}
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "The picture is gone (404)." in app.text()
        assert "Clock number 2." in app.text()


async def test_the_caption_is_copied_and_the_picture_opened_of_what_is_shown() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("y", "right", "Y", "o")
    assert app.done == [(GALLERY[1], False), (GALLERY[2], True), (GALLERY[2],)]


async def test_a_notice_stands_beside_the_picture_and_has_nothing_of_it_drawn_again() -> None:
    app = Window()
    app.road = Road.SIXEL
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        view = app.gallery.query_one(PictureView)
        drawn = [view.render_line(y) for y in range(view.picture_rows)]
        app.gallery.say("Copied [b]to nowhere[/b].", 60)
        await pilot.pause()
        assert "Copied [b]to nowhere[/b]." in app.text().splitlines()[17]
        assert all(view.render_line(y) is strip for y, strip in enumerate(drawn))
