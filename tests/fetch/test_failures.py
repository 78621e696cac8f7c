from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from typing import TYPE_CHECKING

import httpcore
import httpx
import pytest

from tests.fetch.conftest import HASTY
from tests.fetch.stage import PUBLIC, Stage
from tests.loopback import Site
from tui.errors import FetchError, SettingsError, TlsFailed, TooSlow, Unreachable
from tui.fetch import Fetcher
from tui.fetch.failures import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


STORY = "<p>The ferry ran again.</p>"


async def test_a_host_that_is_unknown_is_told(fetcher: Fetcher) -> None:
    with pytest.raises(Unreachable) as told:
        await fetcher.fetch("https://nowhere.example/")
    assert str(told.value) == "There is no host named nowhere.example. Check the address."
    assert (told.value.kind, told.value.exit_code) == ("unreachable", 3)


async def test_a_port_where_nobody_listens_is_told(fetcher: Fetcher, site: Site) -> None:
    site.close()
    with pytest.raises(Unreachable, match=r"127.0.0.1 takes no connections there. Check the address and its port\."):
        await fetcher.fetch(f"{site.url}/")


async def test_a_host_without_an_address_is_told(stage: Stage, fetcher: Fetcher) -> None:
    stage.names["empty.example"] = [[]]
    with pytest.raises(Unreachable, match=r"empty.example has no address\."):
        await fetcher.fetch("http://empty.example/")


async def test_the_next_address_of_a_host_is_tried(stage: Stage, fetcher: Fetcher, site: Site) -> None:
    stage.names["many.example"] = [["93.184.215.20", "2606:4700::1", PUBLIC]]
    stage.routes.update({PUBLIC: site.port, "93.184.215.20": _closed_port(), "2606:4700::1": _closed_port()})
    site.page("/", STORY)
    assert (await fetcher.fetch("http://many.example/")).body == STORY.encode()
    assert stage.dialled == ["93.184.215.20", "2606:4700::1", PUBLIC]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"", "hung up before it had answered"),
        (b"HTTP/1.1 200", "hung up before it had answered"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "hung up before it had answered"),
        (b"220 mail.example ESMTP\r\n", "hung up before it had answered"),
        (b"<html><p>No head at all.</p></html>", "hung up before it had answered"),
        (b"HTTP/1.1 20 OK\r\n\r\n", "not as a web server does"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: some\r\n\r\n", "not as a web server does"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "not as a web server does"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabcdef", "not as a web server does"),
        (b"220 mail.example ESMTP\r\n\r\n", "not as a web server does"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\nabcdef", "not as a web server does"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", "not as a web server does"),
        (
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            "not as a web server does",
        ),
        (b"\0" * 300_000, "not as a web server does"),
    ],
)
async def test_who_answers_but_not_as_a_web_server_does_is_told(
    fetcher: Fetcher, site: Site, said: bytes, words: str
) -> None:
    with pytest.raises(FetchError, match=words) as told:
        await fetcher.fetch(site.raw("/", said))
    assert told.value.exit_code == 3


async def test_a_resolver_that_does_not_answer_ends_with_the_deadline() -> None:
    class Speechless(Stage):
        async def look_up(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002 - it never comes to that
            await asyncio.Event().wait()
            return []

    async with Fetcher(HASTY, network=Speechless()) as fetcher:
        await fetcher.warm()
        with pytest.raises(TooSlow, match=r"slow.example took longer than"):
            await fetcher.fetch("https://slow.example/")


async def test_a_handshake_that_does_not_come_about_ends_with_the_deadline(hasty: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(TooSlow):
        await hasty.fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/")


async def test_a_certificate_that_nobody_trusts_ends_it(fetcher: Fetcher, safe_site: Site) -> None:
    with pytest.raises(TlsFailed) as told:
        await fetcher.fetch(safe_site.page("/", STORY))
    assert str(told.value) == (
        "127.0.0.1 cannot prove that it is 127.0.0.1: its certificate is signed by nobody but itself. Nothing was read."
    )
    assert safe_site.requests == []


async def test_a_certificate_of_another_host_ends_it(stage: Stage, fetcher: Fetcher, trusted_site: Site) -> None:
    trusted_site.page("/", STORY)
    assert (await fetcher.fetch(f"{stage.host('safe.example', trusted_site)}/")).body == STORY.encode()
    with pytest.raises(TlsFailed, match=r"its certificate belongs to another host. Nothing was read"):
        await fetcher.fetch(f"{stage.host('other.example', trusted_site)}/")
    assert len(trusted_site.requests) == 1


async def test_a_port_that_does_not_speak_https_is_told_with_the_way_out(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(TlsFailed, match=r"does not speak https at that port.* try http:// instead"):
        await fetcher.fetch(f"https://127.0.0.1:{site.port}/")


async def test_a_safe_port_asked_for_in_the_open_is_told(fetcher: Fetcher, safe_site: Site) -> None:
    with pytest.raises(FetchError):
        await fetcher.fetch(f"http://127.0.0.1:{safe_site.port}/")


async def test_certificates_that_cannot_be_read_are_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nonsense = tmp_path / "nonsense.pem"
    nonsense.write_text("no certificate")
    for name in (str(tmp_path / "absent.pem"), str(nonsense), str(tmp_path), "\udce9.pem"):
        monkeypatch.setenv("SSL_CERT_FILE", name)
        async with Fetcher() as fetcher:
            for _ in range(2):
                with pytest.raises(SettingsError, match="The environment variable SSL_CERT_FILE names") as told:
                    await fetcher.fetch(f"{site.url}/")
    assert told.value.exit_code == 2
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "absent"))
    async with Fetcher() as fetcher:
        with pytest.raises(SettingsError, match="SSL_CERT_DIR"):
            await fetcher.fetch(f"{site.url}/")


ODD_ERRORS = [
    ValueError("x"),
    OSError("x"),
    ConnectionResetError("x"),
    OSError(errno.ENETUNREACH, "x"),
    OSError(errno.EMFILE, "x"),
    TimeoutError("x"),
    UnicodeError("x"),
    socket.gaierror(socket.EAI_AGAIN, "x"),
    ssl.SSLError("x"),
    ExceptionGroup("x", [ConnectionRefusedError("x"), OSError("x")]),
    httpx.InvalidURL("x"),
    httpx.ReadTimeout("x"),
    httpx.StreamClosed(),
    httpcore.ProxyError("407"),
    httpcore.ConnectTimeout("x"),
    httpcore.ConnectionNotAvailable("x"),
]


@pytest.mark.parametrize("error", ODD_ERRORS, ids=repr)
def test_every_failure_of_the_libraries_has_one_sentence(error: Exception) -> None:
    told = tell(error, "tern.example")
    assert isinstance(told, FetchError)
    assert "tern.example" in str(told) or "proxy" in str(told)
    assert str(told).endswith((".", "?"))


def test_a_failure_that_leads_back_to_itself_is_told() -> None:
    first, second = OSError("x"), OSError("y")
    first.__cause__, second.__cause__ = second, first
    assert isinstance(tell(first, "tern.example"), Unreachable)
    assert isinstance(tell(httpx.ConnectTimeout("x"), "tern.example"), TooSlow)


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
