from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.fetch.stage import Stage
from tests.loopback import Site
from tui.fetch import Fetcher, Limits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

SMALL = Limits(page_bytes=2 * 1024 * 1024, picture_bytes=1024 * 1024)
"""A size that a test can go over; the time is the real one, for machines that are busy."""

HASTY = Limits(seconds=0.4, page_bytes=2 * 1024 * 1024)
"""For answers that never end."""


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def fetcher(stage: Stage) -> AsyncIterator[Fetcher]:
    """A fetcher on the stage."""
    async with Fetcher(SMALL, network=stage) as opened:
        yield opened


@pytest.fixture
async def hasty(stage: Stage) -> AsyncIterator[Fetcher]:
    """A fetcher with a short deadline."""
    async with Fetcher(HASTY, network=stage) as opened:
        await opened.warm()
        yield opened


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate that signs itself, for this machine and two hosts of the stage, in one file."""
    if shutil.which("openssl") is None:
        (pytest.fail if os.environ.get("PULLQUOTE_REQUIRE_TOOLS") else pytest.skip)("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:news.example,DNS:safe.example"
    asked = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -keyout key.pem -out cert.pem"
    subprocess.run([*asked.split(), "-addext", names], check=True, capture_output=True, cwd=folder)
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return both


@pytest.fixture
def safe_site(certificate: Path) -> Iterator[Site]:
    """A web server that speaks TLS with the certificate, which nobody trusts yet."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    opened = Site(tls=context)
    yield opened
    opened.close()


@pytest.fixture
def trusted_site(safe_site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The same, and its certificate is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return safe_site
