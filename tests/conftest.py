"""What every test gets: no way off this machine, no proxy from outside, and a web server on loopback if it asks."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.end_to_end.terminal import need
from tests.loopback import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The same examples each time where a change is judged, so that a red run can be looked into; new ones elsewhere.
settings.register_profile("judging", derandomize=True, deadline=None)
settings.register_profile("trying", deadline=None)
settings.load_profile("judging" if os.environ.get("CI") else "trying")

_NUMERIC = re.compile(r"[0-9a-fx.:%]+\Z", re.IGNORECASE)
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy")


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket in the file system
    host = str(address[0]).partition("%")[0]
    if host in ("", "localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    # 0.0.0.0 and :: are this machine, to connect to
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return ip.is_loopback or ip.is_unspecified or (mapped is not None and mapped.is_loopback)


def _guarded(original: Callable[..., Any], where: int) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:  # noqa: ANN401 - as the method it stands before
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(arguments[where]):
            message = f"a test reaches for {arguments[where]!r}, off this machine"
            raise AssertionError(message)
        return original(self, *arguments)

    return guarded


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever connects off this machine, and know no names but localhost."""
    for name, where in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), where))
    original = socket.getaddrinfo

    def look_up(host: str | bytes | None, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function
        name = host.decode() if isinstance(host, bytes) else host or ""
        name.encode("idna")  # as the real one, which raises UnicodeError here
        if name and not _NUMERIC.match(name) and name.rstrip(".").rpartition(".")[2] != "localhost":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return original(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take proxies that the machine is set up with out of the environment, for child processes too."""
    for name in _PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Name of an X display of our own, with nobody at it."""
    server = subprocess.Popen(
        [need("Xvfb"), "-displayfd", "1", "-screen", "0", "64x64x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout
    yield f":{server.stdout.readline().decode().strip()}"
    server.terminate()
    server.stdout.close()
    server.wait(10)


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on 127.0.0.1 that serves what the test registers."""
    opened = Site()
    yield opened
    opened.close()


@pytest.fixture
def canary() -> Iterator[Site]:
    """A private service that nobody is to reach: its ``connections`` stay 0."""
    opened = Site()
    opened.page("/", "private")
    opened.page("/secret", "private")
    yield opened
    opened.close()
