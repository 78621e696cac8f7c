from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.errors import BadStatus, FetchError, Refused, Unreachable

if TYPE_CHECKING:
    from tests.fetch.stage import Stage
    from tests.loopback import Site
    from tui.fetch import Fetcher

STORY = "<p>The ferry ran again.</p>"


def _chain(site: Site, length: int) -> None:
    for number in range(length):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.page(f"/{length}", STORY)


async def test_ten_redirections_are_followed(fetcher: Fetcher, site: Site) -> None:
    _chain(site, 10)
    page = await fetcher.fetch(f"{site.url}/0")
    assert (page.url, page.body.decode()) == (f"{site.url}/10", STORY)
    assert len(site.requests) == 11


async def test_an_eleventh_is_not(fetcher: Fetcher, site: Site) -> None:
    _chain(site, 11)
    with pytest.raises(Unreachable, match="leads from address to address without end"):
        await fetcher.fetch(f"{site.url}/0")
    assert len(site.requests) == 11


@pytest.mark.parametrize("back", ["/loop", "/loop?again", "/loop#again"])
async def test_a_loop_ends(fetcher: Fetcher, site: Site, back: str) -> None:
    address = site.redirect("/loop", back)
    with pytest.raises(Unreachable, match="without end"):
        await fetcher.fetch(address)
    assert len(site.requests) == 11


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_every_kind_of_redirection_is_followed_with_a_get(fetcher: Fetcher, site: Site, status: int) -> None:
    address = site.redirect("/old", "new?x=1#part", status=status)
    site.page("/new", STORY)
    assert (await fetcher.fetch(address)).url == f"{site.url}/new?x=1"
    assert [request.method for request in site.requests] == ["GET", "GET"]


@pytest.mark.parametrize("status", [300, 301, 304, 305, 306])
async def test_one_that_leads_nowhere_is_told(fetcher: Fetcher, site: Site, status: int) -> None:
    address = site.page("/", b"", status=status)
    with pytest.raises(BadStatus, match=rf"\({status}\)"):
        await fetcher.fetch(address)


@pytest.mark.parametrize(
    ("location", "error", "words"),
    [
        ("ftp://news.example/x", Refused, "leads on to a “ftp:” address"),
        ("file:///etc/passwd", Refused, "leads on to a “file:” address"),
        ("javascript:alert(1)", Refused, "leads on to a “javascript:” address"),
        ("http://[::1", Unreachable, "makes no sense"),
        ("http://news.example:99999/", Unreachable, "makes no sense"),
        ("http://" + "a" * 70 + ".example/", Unreachable, "cannot be the name of a host"),
        ("http://xn--/", Unreachable, "cannot be the name of a host"),
        ("http://a..b/", Unreachable, "cannot be the name of a host"),
        ("http://" + "a." * 140 + "example/", Unreachable, "cannot be the name of a host"),
        ("http://nowhere.example/", Unreachable, "There is no host named nowhere.example"),
        ("/" + "a" * 9_000, Unreachable, "makes no sense"),
    ],
)
async def test_one_that_leads_out_of_the_web_is_told(
    fetcher: Fetcher, site: Site, location: str, error: type[FetchError], words: str
) -> None:
    address = site.redirect("/", location)
    with pytest.raises(error, match=words) as told:
        await fetcher.fetch(address)
    assert len(str(told.value)) < 250


async def test_escapes_in_where_it_leads_do_not_reach_the_sentence(fetcher: Fetcher, site: Site) -> None:
    address = site.redirect("/", "http://\x1b]0;owned[/b]\u202e".encode().decode("latin-1") + "\x9b31m:x/")
    with pytest.raises(FetchError) as told:
        await fetcher.fetch(address)
    assert not any(char in str(told.value) for char in "\x1b\x9b\x07\u202e")


async def test_the_body_of_a_redirection_is_not_read(fetcher: Fetcher, site: Site) -> None:
    address = site.endless("/old", status=302, headers={"Location": "/new"})
    site.page("/new", STORY)
    assert (await fetcher.fetch(address)).body.decode() == STORY
    assert site.wait_until_left()


async def test_the_way_from_a_safe_address_to_an_open_one_is_told(
    stage: Stage, fetcher: Fetcher, site: Site, trusted_site: Site
) -> None:
    safe = stage.host("safe.example", trusted_site)
    plain = stage.host("news.example", site, "93.184.215.15")
    trusted_site.redirect("/", f"{plain}/story")
    site.page("/story", STORY)
    page = await fetcher.fetch(f"{safe}/")
    assert page.warnings == ("The way to this page led from a safe address (https) to an open one (http).",)


async def test_the_way_from_an_open_address_to_a_safe_one_needs_no_word(
    stage: Stage, fetcher: Fetcher, site: Site, trusted_site: Site
) -> None:
    safe = stage.host("safe.example", trusted_site)
    plain = stage.host("news.example", site, "93.184.215.15")
    site.redirect("/", f"{safe}/story")
    trusted_site.page("/story", STORY)
    page = await fetcher.fetch(f"{plain}/")
    assert (page.url, page.warnings) == ("https://safe.example/story", ())
