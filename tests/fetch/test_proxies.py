"""Proxies from the environment: used where they can be, told where they cannot."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from tests.fetch.stage import PUBLIC
from tui.errors import BadStatus, FetchError, Refused, SettingsError, Unreachable

if TYPE_CHECKING:
    import socket

    from tests.fetch.stage import Stage
    from tests.loopback import Request, Site
    from tui.fetch import Fetcher

STORY = "<p>The ferry ran again.</p>"
PAGE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(STORY)}\r\n\r\n{STORY}".encode()


@pytest.fixture
def proxy(site: Site) -> Site:
    """A proxy that has one page for every address."""
    site.answer("*", lambda _request, connection: connection.sendall(PAGE))
    return site


async def test_a_proxy_is_asked_with_its_name_and_password(
    stage: Stage, fetcher: Fetcher, proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.names["news.example"] = [[PUBLIC]]
    monkeypatch.setenv("http_proxy", f"http://an%20na:s%40@127.0.0.1:{proxy.port}")
    page = await fetcher.fetch("http://news.example/story?x=1")
    assert page.body == STORY.encode()
    assert proxy.requests[0].target == "http://news.example/story?x=1"
    login = base64.b64encode(b"an na:s@").decode()
    assert proxy.requests[0].headers["proxy-authorization"] == f"Basic {login}"
    assert stage.dialled == ["127.0.0.1"]


async def test_a_proxy_is_asked_to_let_https_through(
    stage: Stage, fetcher: Fetcher, proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.names["news.example"] = [[PUBLIC]]
    monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{proxy.port}")

    def deny(_request: Request, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")

    proxy.answer("*", deny)
    with pytest.raises(Unreachable, match=r"The proxy does not let us through to news.example"):
        await fetcher.fetch("https://news.example/")
    assert (proxy.requests[0].method, proxy.requests[0].target) == ("CONNECT", "news.example:443")


async def test_a_proxy_that_wants_a_password_is_told(
    stage: Stage, fetcher: Fetcher, proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.names["news.example"] = [[PUBLIC]]
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.port}")
    proxy.raw("*", b"HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises(BadStatus, match="The proxy wants a name and a password"):
        await fetcher.fetch("http://news.example/")
    with pytest.raises(FetchError, match="The proxy wants a name and a password"):
        await fetcher.fetch("https://news.example/")


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_is_not_there_is_told_as_the_proxy(
    stage: Stage, fetcher: Fetcher, proxy: Site, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    stage.names["news.example"] = [[PUBLIC]]
    proxy.close()
    monkeypatch.setenv("ALL_PROXY", f"http://anna:secret@127.0.0.1:{proxy.port}")
    with pytest.raises(Unreachable) as told:
        await fetcher.fetch(f"{scheme}://news.example/")
    assert str(told.value).startswith(f"The proxy 127.0.0.1:{proxy.port} ")
    assert "HTTPS_PROXY" in str(told.value)
    monkeypatch.setenv("ALL_PROXY", "http://nowhere.example:3128")
    with pytest.raises(Unreachable, match=r"The proxy nowhere.example:3128 "):
        await fetcher.fetch(f"{scheme}://news.example/")


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("socks5://127.0.0.1:1080", r"asks for the proxy “127.0.0.1:1080” \(socks5\)"),
        ("socks5h://anna:secret@tor:9050", r"asks for the proxy “tor:9050” \(socks5h\)"),
        ("ftp://127.0.0.1", "http proxies only"),
        ("http://[::1", "which is no address"),
        ("http://", "which is no address"),
        ("http://127.0.0.1:99999", "which is no address"),
        ("http://127.0.0.1:port", "which is no address"),
        ("http://a b:1", "proxy"),
        ("http://" + "a" * 70 + ":1", "proxy"),
        ("http://xn--:1", "proxy"),
        ("http://\x1b[31m:1", "proxy"),
        ("http://\udce9:1", "proxy"),
        ("nonsense://", "http proxies only"),
        ("127.0.0.1:99999", "which is no address"),
        (":3128", "which is no address"),
    ],
)
async def test_a_proxy_that_is_set_up_wrong_is_told_with_what_to_do(
    stage: Stage, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, setting: str, words: str
) -> None:
    stage.names["news.example"] = [[PUBLIC]]
    monkeypatch.setenv("HTTPS_PROXY", setting)
    with pytest.raises((SettingsError, FetchError), match=words) as told:
        await fetcher.fetch("https://news.example/")
    assert "HTTPS_PROXY" in str(told.value)
    assert "secret" not in str(told.value)
    assert "\x1b" not in str(told.value)
    assert str(told.value).isprintable()


async def test_what_is_excepted_goes_straight(
    stage: Stage, fetcher: Fetcher, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://nowhere.example:1")
    site.page("/", STORY)
    for excepted in ("news.example", "*", "other, .example", "*.example", "EXAMPLE"):
        monkeypatch.setenv("NO_PROXY", excepted)
        assert (await fetcher.fetch(f"{stage.host('news.example', site)}/")).body == STORY.encode()
    monkeypatch.setenv("NO_PROXY", "ews.example")
    with pytest.raises(FetchError):
        await fetcher.fetch("http://news.example/")


async def test_this_machine_is_never_asked_for_through_a_proxy(
    fetcher: Fetcher, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://nowhere.example:1")
    site.page("/", STORY)
    assert (await fetcher.fetch(f"{site.url}/")).body == STORY.encode()
    assert (await fetcher.fetch(f"http://localhost:{site.port}/")).body == STORY.encode()


async def test_no_private_place_is_reached_through_a_proxy_either(
    stage: Stage, fetcher: Fetcher, proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.port}")
    stage.names["inside.example"] = [["10.0.0.1"]]
    for address in ("http://inside.example/", "http://10.0.0.1/", "https://[fd00::1]/", "http://2130706433/"):
        with pytest.raises(Refused):
            await fetcher.fetch(address, typed=False)
    assert proxy.requests == []
    assert (await fetcher.fetch("http://10.0.0.1/")).body == STORY.encode()
