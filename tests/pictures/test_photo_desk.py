"""Pictures from a real server, through the darkroom's child, into the library, and out again with the server gone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.pictures.conftest import encode, quarters
from tui.article import Article, Block, BlockKind, Figure
from tui.errors import BadPicture, BadStatus, Refused, Unreadable
from tui.fetch import Fetcher, Picture
from tui.library import Library
from tui.pictures import Road, Wish
from tui.pressroom import Pressroom
from tui.reading import LibraryDesk
from tui.reading.darkroom import DARKROOM_JOBS, DARKROOM_LIMITS
from tui.reading.pictures import AT_ONCE, PhotoDesk, PicturesKept

if TYPE_CHECKING:
    from tests.loopback import Site

WISH = Wish(Road.BLOCKS, 20, 10)


def _figures(site: Site, count: int) -> tuple[Figure, ...]:
    body = encode(quarters(), "JPEG")
    return tuple(
        Figure(number, count, 0, site.page(f"/{number}.jpg", body, content_type="image/jpeg"), caption=f"No. {number}")
        for number in range(1, count + 1)
    )


async def kept_article(library: LibraryDesk, site: Site, figures: tuple[Figure, ...]) -> int:
    article = Article(
        source=f"{site.url}/story",
        url=f"{site.url}/story",
        title="A gallery in Marrowby",
        blocks=(Block(BlockKind.PARAGRAPH, "Six clocks."),),
        figures=figures,
    )
    return (await library(Library.keep, article)).id


async def test_twenty_four_kept_pictures_are_drawn_when_the_server_is_gone(
    desk: PhotoDesk, library: LibraryDesk, site: Site
) -> None:
    figures = _figures(site, 24)
    article = await kept_article(library, site, figures)
    assert await desk.keep(article, figures, asked=site.url) == PicturesKept(24, 0)
    site.close()
    async with Fetcher() as fetcher, Pressroom(DARKROOM_LIMITS, jobs=DARKROOM_JOBS) as darkroom:
        afresh = PhotoDesk(library, fetcher, darkroom)
        drawings = [await afresh.draw(figure, WISH, article_id=article) for figure in figures]
    assert all(drawing.columns and drawing.rows for drawing in drawings)


async def test_what_is_kept_is_not_fetched_again(desk: PhotoDesk, library: LibraryDesk, site: Site) -> None:
    figures = _figures(site, 3)
    article = await kept_article(library, site, figures)
    await desk.keep(article, figures, asked=site.url)
    heard = len(site.requests)
    assert await desk.keep(article, figures, asked=site.url) == PicturesKept(3, 0)
    assert len(site.requests) == heard


async def test_pictures_that_cannot_be_had_are_counted_and_the_others_kept(
    desk: PhotoDesk, library: LibraryDesk, site: Site
) -> None:
    gone = Figure(3, 4, 0, site.page("/gone.jpg", b"", status=404))
    broken = Figure(4, 4, 0, site.page("/half.jpg", encode(quarters(), "JPEG")[:300], content_type="image/jpeg"))
    figures = (*_figures(site, 2), gone, broken, Figure(5, 5, 0, ""))
    article = await kept_article(library, site, figures)
    assert await desk.keep(article, figures, asked=site.url) == PicturesKept(2, 2)


async def test_a_thumbnail_has_nobody_asked(desk: PhotoDesk, library: LibraryDesk, site: Site) -> None:
    kept, other = _figures(site, 2)
    article = await kept_article(library, site, (kept, other))
    await desk.keep(article, (kept,), asked=site.url)
    heard = len(site.requests)
    assert await desk.draw_kept(kept, WISH, article) is not None
    assert await desk.draw_kept(other, WISH, article) is None
    assert len(site.requests) == heard


async def test_going_back_in_a_gallery_asks_nobody(desk: PhotoDesk, site: Site) -> None:
    (figure,) = _figures(site, 1)
    first = await desk.draw(figure, WISH, asked=site.url)
    assert await desk.draw(figure, WISH, asked=site.url) == first
    await desk.draw(figure, Wish(Road.KITTY, 5, 5), asked=site.url)
    assert len(site.requests) == 1


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        pytest.param(b"", 404, BadStatus, id="gone"),
        pytest.param(b"no hot links", 403, BadStatus, id="hot links refused"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", 200, Unreadable, id="SVG"),
        pytest.param(b"<!DOCTYPE html><p>Buy a subscription", 200, Unreadable, id="a page"),
        pytest.param(encode(quarters())[:60], 200, BadPicture, id="cut short at the source"),
    ],
)
async def test_a_picture_that_cannot_be_shown_is_told(
    desk: PhotoDesk, site: Site, body: bytes, status: int, error: type[Exception]
) -> None:
    figure = Figure(1, 1, 0, site.page("/picture", body, status=status, content_type="image/png"))
    with pytest.raises(error):
        await desk.draw(figure, WISH, asked=site.url)


async def test_a_figure_without_an_address_is_told(desk: PhotoDesk) -> None:
    with pytest.raises(BadPicture):
        await desk.draw(Figure(1, 1, 0, ""), WISH)


async def test_a_page_from_elsewhere_cannot_have_a_private_address_visited(desk: PhotoDesk, canary: Site) -> None:
    figure = Figure(1, 1, 0, canary.page("/admin.png", encode(quarters())))
    with pytest.raises(Refused):
        await desk.draw(figure, WISH, asked="https://first-edition.example/")
    assert canary.connections == 0


class _Holding(Fetcher):
    """Takes every order and delivers none."""

    def __init__(self) -> None:
        super().__init__()
        self.orders = 0
        self.busy = asyncio.Event()

    async def fetch_picture(self, url: str, *, asked: str = "") -> Picture:
        self.orders += 1
        if self.orders == AT_ONCE:
            self.busy.set()
        await asyncio.Event().wait()
        raise AssertionError(url, asked)


async def test_of_500_pictures_no_more_than_a_few_are_fetched_side_by_side(library: LibraryDesk, site: Site) -> None:
    figures = tuple(Figure(n, 500, 0, f"{site.url}/{n}.jpg") for n in range(1, 501))
    article = await kept_article(library, site, figures)
    async with Pressroom(DARKROOM_LIMITS, jobs=DARKROOM_JOBS) as darkroom:
        fetcher = _Holding()
        task = asyncio.create_task(PhotoDesk(library, fetcher, darkroom).keep(article, figures))
        await asyncio.wait_for(fetcher.busy.wait(), 10)
        for _ in range(50):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert fetcher.orders == AT_ONCE
