"""Thumbnails beside the captions: of kept pictures only, only those in view, and never at the cost of a place."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.pictures.conftest import encode, quarters
from tui.article import Figure
from tui.pictures import Road, Wish, draw_picture
from tui.widgets.captionspane import THUMBNAIL, CaptionsPane

DRAWING = draw_picture(encode(quarters(300, 200)), Wish(Road.BLOCKS, *THUMBNAIL))
GALLERY = tuple(
    Figure(n, 40, 0, f"https://first-edition.example/{n}.jpg", caption=f"Clock number {n}.", credit="Lena Oduya")
    for n in range(1, 41)
)
KEPT = frozenset(figure.src for figure in GALLERY)


class Window(App[None]):
    """The pane alone; the test answers for the screen."""

    CSS = "CaptionsPane { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.pane = CaptionsPane()
        self.asked: list[tuple[int, ...]] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_captions_pane_thumbnails_wanted(self, event: CaptionsPane.ThumbnailsWanted) -> None:
        self.asked.append(tuple(figure.position for figure in event.figures))

    async def settle(self, pilot: Pilot[None]) -> None:
        """Paint the pane and let it ask."""
        for _ in range(3):
            await pilot.pause()
            self.lines()

    def lines(self) -> list[str]:
        return [self.pane.render_line(y).text for y in range(self.pane.size.height)]


async def test_nothing_is_asked_for_of_pictures_that_are_not_kept() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.figures = GALLERY
        await app.settle(pilot)
        assert app.asked == []
        assert "Clock number 1." in app.lines()[0][:25]


async def test_only_those_in_view_are_asked_for_once_and_as_one_moves_on() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.figures = GALLERY
        app.pane.kept = KEPT
        await app.settle(pilot)
        assert app.asked == [(1, 2, 3, 4)]
        for figure in GALLERY[:4]:
            app.pane.show_thumbnail(figure, DRAWING)
        await app.settle(pilot)
        assert app.asked == [(1, 2, 3, 4)]
        app.pane.focus()
        await pilot.press("G")
        await app.settle(pilot)
        assert app.asked[-1][-1] == 40
        assert min(app.asked[-1]) > 30


async def test_a_thumbnail_stands_beside_its_caption_and_moves_nothing_when_it_comes() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.figures = GALLERY
        app.pane.kept = KEPT
        await app.settle(pilot)
        before = [line.replace("▀", " ") for line in app.lines()]
        app.pane.show_thumbnail(GALLERY[0], DRAWING)
        await app.settle(pilot)
        after = app.lines()
        assert "▀▀▀▀" in after[0]
        assert [line.replace("▀", " ") for line in after] == before
        assert {len(line) for line in after} == {len(after[0])}


async def test_a_narrow_pane_leaves_the_room_to_the_words() -> None:
    app = Window()
    async with app.run_test(size=(38, 20)) as pilot:
        app.pane.figures = GALLERY
        app.pane.kept = KEPT
        await app.settle(pilot)
        assert app.asked == []
        assert "Clock number 1." in app.lines()[0][:25]


async def test_keeping_the_pictures_leaves_what_was_at_the_top_at_the_top() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.figures = GALLERY
        app.set_focus(None)
        await app.settle(pilot)
        app.pane.scroll_to_row(app.pane.rows_of_entry(20)[0])
        app.pane.kept = KEPT
        await app.settle(pilot)
        assert "Clock number 21." in app.lines()[0]


async def test_a_drawing_of_another_article_is_let_go() -> None:
    app = Window()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.figures = GALLERY[:2]
        app.pane.kept = KEPT
        app.pane.show_thumbnail(GALLERY[9], DRAWING)
        await app.settle(pilot)
        assert not any("▀" in line for line in app.lines())


def test_a_terminal_of_256_colours_gets_those_that_stand_fast() -> None:
    drawing = draw_picture(encode(quarters()), Wish(Road.BLOCKS, 8, 2, indexed=True))
    assert drawing.indexed
    assert max(drawing.cells) < 240
    corners = [drawing.colour(drawing.cells[place]) for place in (0, 14, 17, 31)]
    assert corners == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
