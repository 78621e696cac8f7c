"""Every bad picture of the list, from a server: one sentence, bounded, and the good ones beside it are kept."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.pictures.conftest import encode, quarters
from tests.pictures.test_bad_pictures import BAD
from tests.pictures.test_photo_desk import WISH, kept_article
from tui.article import Figure
from tui.errors import FetchError, NotKept, Unreadable
from tui.pictures import Road, Wish
from tui.reading.pictures import PhotoDesk, PicturesKept

if TYPE_CHECKING:
    from tests.loopback import Site
    from tui.reading import LibraryDesk


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return encode(quarters(800, 400), "JPEG", exif=exif)


def _animated() -> bytes:
    frames = [Image.new("RGB", (80, 40), (shade, 0, 0)) for shade in range(0, 250, 10)]
    return encode(frames[0], "GIF", save_all=True, append_images=frames[1:])


ODD = {
    "animated": (_animated(), (80, 40)),
    "of four inks": (encode(quarters(800, 400).convert("CMYK"), "JPEG"), (800, 400)),
    "turned by the camera": (_turned(), (400, 800)),
    "of one pixel": (encode(quarters(1, 1)), (1, 1)),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_one_is_one_sentence(desk: PhotoDesk, site: Site, name: str) -> None:
    figure = Figure(1, 1, 0, site.page("/picture.jpg", BAD[name], content_type="image/jpeg"))
    with pytest.raises((FetchError, Unreadable)) as told:
        await desk.draw(figure, WISH, asked=site.url)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", ODD)
async def test_an_odd_one_is_drawn_and_kept(desk: PhotoDesk, library: LibraryDesk, site: Site, name: str) -> None:
    body, size = ODD[name]
    figure = Figure(1, 1, 0, site.page("/picture", body, content_type="application/octet-stream"))
    for road in (Road.BLOCKS, Road.SIXEL, Road.KITTY):
        drawing = await desk.draw(figure, Wish(road, 20, 10), asked=site.url)
        assert (drawing.width, drawing.height) == size
    article = await kept_article(library, site, (figure,))
    assert await desk.keep(article, (figure,), asked=site.url) == PicturesKept(1, 0)


@pytest.mark.parametrize(
    "src", ["data:image/png;base64,iVBORw0KGgo=", "file:///etc/passwd", "ftp://kell.example/1.jpg"]
)
async def test_an_address_that_is_not_of_the_web_is_no_picture_and_no_failure(
    desk: PhotoDesk, library: LibraryDesk, site: Site, src: str
) -> None:
    good = Figure(2, 2, 0, site.page("/good.png", encode(quarters()), content_type="image/png"))
    figures = (Figure(1, 2, 0, src), good)
    article = await kept_article(library, site, figures)
    assert await desk.keep(article, figures, asked=site.url) == PicturesKept(1, 1)


async def test_an_article_that_is_gone_meanwhile_is_told_as_one_error(desk: PhotoDesk, site: Site) -> None:
    figure = Figure(1, 1, 0, site.page("/good.png", encode(quarters()), content_type="image/png"))
    with pytest.raises(NotKept):
        await desk.keep(77, (figure,), asked=site.url)


async def test_a_picture_without_an_end_is_left(desk: PhotoDesk, site: Site) -> None:
    head = encode(quarters())[:200]
    address = site.drip(
        "/endless.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + head, bytes(1 << 20), every=0
    )
    with pytest.raises((FetchError, Unreadable)):
        await desk.draw(Figure(1, 1, 0, address), WISH, asked=site.url)
    assert site.wait_until_left()


async def test_500_pictures_good_and_bad_leave_the_app_small(desk: PhotoDesk, library: LibraryDesk, site: Site) -> None:
    bodies = [encode(quarters(900 + number, 600), "JPEG", quality=95) for number in range(8)]
    for number in range(500):
        body = BAD["a bomb"] if number % 50 == 0 else bodies[number % 8]
        site.page(f"/{number}.jpg", body, content_type="image/jpeg")
    figures = tuple(Figure(n + 1, 500, 0, f"{site.url}/{n}.jpg") for n in range(500))
    article = await kept_article(library, site, figures)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kept = await desk.keep(article, figures, asked=site.url)
    assert kept == PicturesKept(196, 304)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
