from __future__ import annotations

import gzip
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import NotAPage, Unreadable
from tui.fetch.media import check_page, media_type, picture_type

if TYPE_CHECKING:
    from tests.loopback import Site
    from tui.fetch import Fetcher

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PAGE = b"<!DOCTYPE html><html><body><p>The ferry ran again.</p></body></html>"

NO_PAGES = [
    ("text/html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
    ("application/pdf", b"<broken>", "a PDF document"),
    ("text/html; charset=utf-8", PNG, "a picture"),
    ("", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
    ("text/plain", b"GIF89a....", "a picture"),
    ("text/html", b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
    ("text/html", b"\0\0\0 ftypavif\0\0\0\0", "a picture"),
    ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a picture"),
    ("image/png", b"garbage", "a picture"),
    ("text/html", b"PK\x03\x04\x14\0", "an archive"),
    ("application/zip", b"garbage", "an archive"),
    ("application/epub+zip", b"garbage", "an e-book"),
    ("text/html", gzip.compress(PAGE), "an archive"),
    ("text/html", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a word processor's document"),
    ("application/json", b'{"story": "none"}', "data for programs"),
    ("application/ld+json", b'{"story": "none"}', "data for programs"),
    ("application/rss+xml", b"<?xml version='1.0'?><rss>", "a feed"),
    ("text/xml", b"<?xml version='1.0'?><rss version='2.0'><channel>", "a feed"),
    ("text/html", b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", "a feed"),
    ("video/mp4", b"garbage", "a video"),
    ("text/html", b"\0\0\0\x18ftypisom", "a video"),
    ("audio/mpeg", b"garbage", "a sound file"),
    ("text/css", b"p { color: red }", "a style sheet"),
    ("text/javascript", b"alert(1)", "a program"),
    ("application/octet-stream", b"\x01\x02\x03\x04", "a file for programs"),
    ("", b"\0\x01\x02", "a file for programs"),
    ("text/html", b"\x7fELF\x02\x01", "a program"),
    ("text/html", b"SQLite format 3\0", "a database"),
]


@pytest.mark.parametrize(("declared", "body", "what"), NO_PAGES)
async def test_what_is_no_page_is_told_for_what_it_is(
    fetcher: Fetcher, site: Site, declared: str, body: bytes, what: str
) -> None:
    with pytest.raises(NotAPage, match=f"127.0.0.1 sends {what}.* not a page to read. Open it in a browser.") as told:
        await fetcher.fetch(site.page("/", body, content_type=declared))
    assert told.value.exit_code == 4


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        ("text/html", PAGE),
        ("application/xhtml+xml", PAGE),
        ("", PAGE),
        ("nonsense", PAGE),
        ("application/octet-stream", PAGE),
        ("application/json", PAGE),
        ("application/pdf", b"  \n" + PAGE),
        ("image/png", b"\xef\xbb\xbf" + PAGE),
        ("text/plain", b"The ferry ran again on Monday."),
        ("text/markdown; charset=utf-8", b"# Ferry\n\nIt ran again."),
        ("application/octet-stream", b"The ferry ran again on Monday."),
        ("application/xml", b"<article><p>The ferry ran again.</p></article>"),
        ("text/html", "\ufeffThe ferry ran again.".encode("utf-16-le")),
        ("text/html", "\ufeffThe ferry ran again.".encode("utf-16-be")),
        ("text/html", b"<!-- a comment --><rss></rss><p>A page about feeds.</p>"),
        ("text/html; " + "a=b; " * 5_000, PAGE),
        ("text/html, text/html", PAGE),
    ],
)
async def test_what_may_be_a_page_is_read_whatever_the_server_calls_it(
    fetcher: Fetcher, site: Site, declared: str, body: bytes
) -> None:
    assert (await fetcher.fetch(site.page("/", body, content_type=declared))).body == body


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("text/html", ("text/html", "")),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ('text/html; charset="windows-1251"', ("text/html", "windows-1251")),
        ("text/html; charset='koi8-r'; x=y", ("text/html", "koi8-r")),
        ("text/html;charset=", ("text/html", "")),
        ("text/html; charset = utf-8", ("text/html", "utf-8")),
        ("charset=utf-8", ("", "")),
        ("; charset=utf-8", ("", "utf-8")),
        ("téxt/html", ("", "")),
        ("", ("", "")),
    ],
)
def test_media_type_and_charset_are_read_as_browsers_read_them(header: str, told: tuple[str, str]) -> None:
    assert media_type(header) == told


@given(st.text(max_size=400), st.binary(max_size=1_100))
def test_any_header_and_any_bytes_are_judged(header: str, head: bytes) -> None:
    declared, charset = media_type(header)
    assert len(charset) <= 40
    with suppress(NotAPage):
        check_page("tern.example", declared, head)
    with suppress(Unreadable):
        assert picture_type("tern.example", head).startswith("image/")


async def test_a_picture_is_what_its_bytes_say(fetcher: Fetcher, site: Site) -> None:
    address = site.page("/", PNG, content_type="text/html")
    picture = await fetcher.fetch_picture(address, asked=site.url)
    assert (picture.media_type, picture.body, picture.url) == ("image/png", PNG, address)
    for number, body in enumerate((PAGE, b"", b"<svg/>", b"BM\0\0", b"%PDF-1.7")):
        with pytest.raises(Unreadable):
            await fetcher.fetch_picture(site.page(f"/{number}", body, content_type="image/png"), asked=site.url)


async def test_a_picture_cut_short_is_a_failure(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(Exception, match="did not send the whole picture"):
        await fetcher.fetch_picture(site.cut("/", PNG, 9_000), asked=site.url)
