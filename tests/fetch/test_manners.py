"""What is sent, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tui import __version__
from tui.fetch import Fetcher

if TYPE_CHECKING:
    from tests.fetch.stage import Stage
    from tests.loopback import Site

STORY = "<p>The ferry ran again.</p>"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


async def test_a_request_says_who_asks_and_nothing_about_the_person(fetcher: Fetcher, site: Site) -> None:
    await fetcher.fetch(site.page("/", STORY))
    sent = dict(site.requests[0].headers)
    assert sent.pop("user-agent") == f"Pullquote/{__version__} (a reader for the terminal)"
    assert sent == {
        "host": f"127.0.0.1:{site.port}",
        "connection": "keep-alive",
        "accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/*;q=0.8, */*;q=0.1",
        "accept-encoding": "gzip",
    }


async def test_no_cookie_is_kept_and_no_referer_sent_on_any_way(fetcher: Fetcher, site: Site) -> None:
    cookie = {"Set-Cookie": "who=anna; Path=/; Max-Age=99999"}
    site.page("/", b"", status=302, headers={"Location": "/story", **cookie})
    site.page("/story", STORY, headers=cookie)
    site.page("/a.png", PNG, headers=cookie)
    for _ in range(2):
        page = await fetcher.fetch(f"{site.url}/")
        await fetcher.fetch_changed(page, asked=page.source)
        await fetcher.fetch_picture(f"{site.url}/a.png", asked=page.url)
    assert len(site.requests) == 10
    for request in site.requests:
        assert not {"cookie", "referer", "authorization"} & set(request.headers)


async def test_a_name_and_password_are_not_sent_and_this_is_told(fetcher: Fetcher, site: Site) -> None:
    site.page("/", STORY)
    page = await fetcher.fetch(f"http://anna:secret@127.0.0.1:{site.port}/")
    assert page.warnings == ("The name and password in the address were not sent: Pullquote does not sign in.",)
    assert "authorization" not in site.requests[0].headers
    assert "secret" not in page.url


async def test_nothing_is_asked_for_that_a_page_merely_names(fetcher: Fetcher, site: Site, canary: Site) -> None:
    links = {"Link": f"<{canary.url}/secret>; rel=preload", "Refresh": f"0;url={canary.url}/secret"}
    body = f'<link rel=stylesheet href="{canary.url}/secret"><img src="{canary.url}/secret"><p>Story.</p>'
    await fetcher.fetch(site.page("/", body, headers={**links, "Alt-Svc": f'h2="127.0.0.1:{canary.port}"'}))
    assert len(site.requests) == 1
    assert canary.connections == 0


async def test_no_net_settings_of_the_person_are_read(
    fetcher: Fetcher, site: Site, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path  # noqa: PLC0415

    netrc = Path(str(tmp_path)) / ".netrc"
    netrc.write_text("machine 127.0.0.1 login anna password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(netrc))
    await fetcher.fetch(site.page("/", STORY))
    assert "authorization" not in site.requests[0].headers


async def test_a_page_that_did_not_change_is_not_sent_again(fetcher: Fetcher, site: Site) -> None:
    stamps = {"ETag": 'W/"v1"', "Last-Modified": "Mon, 23 Nov 2026 08:00:00 GMT"}
    known = await fetcher.fetch(site.page("/", STORY, headers=stamps))
    assert (known.etag, known.last_modified) == tuple(stamps.values())
    site.page("/", b"", status=304)
    assert await fetcher.fetch_changed(known, asked=known.source) is None
    sent = site.requests[1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == tuple(stamps.values())
    site.page("/", "<p>Changed.</p>")
    changed = await fetcher.fetch_changed(known, asked=known.source)
    assert changed
    assert changed.body == b"<p>Changed.</p>"


async def test_a_page_that_was_cut_short_is_asked_for_whole(fetcher: Fetcher, site: Site) -> None:
    known = await fetcher.fetch(site.cut("/", STORY.encode(), 900, headers={"ETag": '"v1"'}))
    assert known.etag == '"v1"'
    site.page("/", STORY, headers={"ETag": '"v1"'})
    whole = await fetcher.fetch_changed(known, asked=known.source)
    assert whole
    assert whole.warnings == ()
    assert "if-none-match" not in site.requests[1].headers


async def test_stamps_go_only_to_the_address_they_came_from(fetcher: Fetcher, site: Site, stage: Stage) -> None:
    root = stage.host("news.example", site)
    known = await fetcher.fetch(site.page("/", STORY, headers={"ETag": '"v1"'}).replace(site.url, root))
    site.redirect("/", "/elsewhere")
    site.page("/elsewhere", STORY)
    assert await fetcher.fetch_changed(known, asked=known.source)
    assert ["if-none-match" in request.headers for request in site.requests] == [False, True, False]


@pytest.mark.parametrize("etag", ["a\x1bb", "é", "x" * 301, "  ", "a\tb"])
async def test_a_stamp_that_cannot_be_sent_back_as_it_is_is_dropped(fetcher: Fetcher, site: Site, etag: str) -> None:
    page = await fetcher.fetch(site.page("/", STORY, headers={"ETag": etag}))
    assert page.etag == ""
    assert await fetcher.fetch_changed(replace(page, etag="a\r\nCookie: b", last_modified="é"), asked=page.source)
    assert not {"cookie", "if-none-match", "if-modified-since"} & set(site.requests[1].headers)


async def test_a_connection_to_a_private_place_is_not_kept(fetcher: Fetcher, site: Site, stage: Stage) -> None:
    site.page("/", STORY)
    for _ in range(2):
        await fetcher.fetch(f"{site.url}/")
    assert site.connections == 2
    root = stage.host("news.example", site)
    for _ in range(2):
        await fetcher.fetch(f"{root}/")
    assert site.connections == 3


async def test_one_fetcher_serves_many_at_once_and_closes_all_in_the_end(site: Site, stage: Stage) -> None:
    import asyncio  # noqa: PLC0415

    for number in range(30):
        site.page(f"/{number}", f"<p>Story {number}.</p>")
    async with Fetcher(network=stage) as fetcher:
        pages = await asyncio.gather(*(fetcher.fetch(f"{site.url}/{number}") for number in range(30)))
    assert [page.body.decode() for page in pages] == [f"<p>Story {number}.</p>" for number in range(30)]
