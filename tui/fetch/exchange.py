"""One request and its answer: hop by hop, byte by byte, within limits.

Imports httpx, which costs a tenth of a second; ``fetcher`` loads it on first need.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpcore
import httpx

from tui.errors import FetchError, Refused, TooLarge, Unreachable
from tui.fetch.addresses import follow, is_downgrade, origin_of
from tui.fetch.asking import CUT_SHORT, UNSAFE, Answer
from tui.fetch.failures import FORESEEN, tell
from tui.fetch.inflate import Inflater
from tui.fetch.media import SNIFFED, media_type
from tui.fetch.model import MEGABYTE, Progress
from tui.fetch.statuses import REDIRECTIONS, bad_status
from tui.fetch.transport import LOCATION, PRIVATE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tui.fetch.asking import Ask

REPORT_SECONDS = 0.1
"""Least time between two reports of progress."""

_LONGEST_NAME = 253
_LONGEST_LABEL = 63


class Exchange:
    """Asks and hears the answer; knows nothing of pages and pictures."""

    def __init__(self, client: httpx.AsyncClient, redirects: int) -> None:
        self._client = client
        self._redirects = redirects
        self._public: set[str] = set()
        """Hosts that were met at a public address: none of them may turn out private later (DNS rebinding)."""

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def get(self, ask: Ask) -> Answer:
        """Return the answer to ``ask``.

        Raises:
            FetchError: It cannot be had; one of its children says why.
            Unreadable: ``ask.check`` does not want it.
        """
        url = ask.url
        warnings: tuple[str, ...] = ()
        for _ in range(self._redirects + 1):
            async with self._hop(url, ask) as response:
                location = response.extensions[LOCATION]
                if response.status_code not in REDIRECTIONS or not location:
                    return await self._answer(url, response, ask, warnings)
            onward = follow(url, location)
            if is_downgrade(url, onward):
                warnings = (UNSAFE,)
            url = onward
        message = f"{origin_of(ask.url).host} leads from address to address without end. A browser may find the page."
        raise Unreachable(message)

    @asynccontextmanager
    async def _hop(self, url: str, ask: Ask) -> AsyncIterator[httpx.Response]:
        """Send one request; all that goes wrong while the answer is open is told in our own errors."""
        host = origin_of(url).host
        try:
            response = await self._send(url, ask)
            try:
                yield response
            finally:
                await response.aclose()
        except FORESEEN as error:
            raise tell(error, host) from error

    async def _send(self, url: str, ask: Ask) -> httpx.Response:
        _check_name(httpx.URL(url).raw_host.decode("ascii"))
        origin = origin_of(url)
        headers = {"Accept": ask.accept}
        if url == ask.validated:
            headers.update(ask.validators)
        if ask.progress:
            ask.progress(Progress(origin.host, 0, 0))
        try:
            response = await self._client.send(self._client.build_request("GET", url, headers=headers), stream=True)
        except Refused:
            if ask.trusted is None or not ask.trusted.covers(origin) or origin.host in self._public:
                raise
        else:
            self._public.add(origin.host)
            return response
        request = self._client.build_request("GET", url, headers=headers, extensions={PRIVATE: True})
        return await self._client.send(request, stream=True)

    async def _answer(self, url: str, response: httpx.Response, ask: Ask, warnings: tuple[str, ...]) -> Answer:
        host = origin_of(url).host
        status, headers = response.status_code, response.headers
        if status == 304 and url == ask.validated:
            return Answer(url, unchanged=True)
        if status not in (200, 203, 206):
            raise bad_status(host, status, headers.get("retry-after", ""))
        reading = _Reading(host, response, ask)
        body = await reading.read()
        cut = reading.cut or status == 206
        return Answer(
            url,
            body,
            content_type=headers.get("content-type", ""),
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
            cut=cut,
            warnings=(*warnings, CUT_SHORT) if cut else warnings,
        )


class _Reading:
    """The body of one answer while it comes in."""

    def __init__(self, host: str, response: httpx.Response, ask: Ask) -> None:
        self._host = host
        self._response = response
        self._ask = ask
        self._inflater = Inflater(_encoding(host, response))
        self._declared = media_type(response.headers.get("content-type", ""))[0]
        length = response.headers.get("content-length", "")
        self._total = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
        self._received = 0
        self._body = bytearray()
        self._unchecked = True
        self.cut = False
        """Whether the body ended before its end."""

    async def read(self) -> bytes:
        """Return the whole body, decompressed."""
        self._bound(self._total)
        try:
            await self._collect()
        except (httpcore.RemoteProtocolError, httpcore.ReadError):
            if not self._body:
                raise
            self.cut = True
        if not self._inflater.complete:
            self.cut = True
            if not self._body:
                message = f"{self._host} sends a page whose compression is broken. Try again later."
                raise FetchError(message)
        if self._unchecked:
            self._check()
        return bytes(self._body)

    async def _collect(self) -> None:
        loop = asyncio.get_running_loop()
        report_at = loop.time()
        async for part in self._response.aiter_raw():
            self._received += len(part)
            self._bound(self._received)
            await self._unpack(part)
            if self._ask.progress and loop.time() >= report_at:
                report_at = loop.time() + REPORT_SECONDS
                self._ask.progress(Progress(self._host, self._received, self._total))
        if self._ask.progress:
            self._ask.progress(Progress(self._host, self._received, self._total, done=True))

    async def _unpack(self, part: bytes) -> None:
        for piece in self._inflater.feed(part):
            self._body += piece
            self._bound(len(self._body))
            if self._unchecked and len(self._body) >= SNIFFED:
                self._check()
            await asyncio.sleep(0)  # a small body may inflate for a long time: let the keys through

    def _check(self) -> None:
        self._unchecked = False
        self._ask.check(self._host, self._declared, bytes(self._body[:SNIFFED]))

    def _bound(self, size: int) -> None:
        if size > self._ask.limit:
            most = self._ask.limit // MEGABYTE
            message = f"{self._host} sends more than {most} MB, which is more than Pullquote reads."
            raise TooLarge(message)


def _encoding(host: str, response: httpx.Response) -> str:
    """Return "gzip" or ""; nothing else was asked for, and nothing else can be bounded."""
    names = [name.strip() for name in response.headers.get("content-encoding", "").lower().split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if names in ([], ["gzip"], ["x-gzip"]):
        return "gzip" if names else ""
    message = f"{host} packs the page in a way that was not asked for and that Pullquote does not open."
    raise FetchError(message)


def _check_name(host: str) -> None:
    """Refuse what no name can be (RFC 1035, 2.3.4), before a resolver chokes on it."""
    labels = host.removesuffix(".").split(".")
    if len(host) <= _LONGEST_NAME + 1 and all(0 < len(label) <= _LONGEST_LABEL for label in labels):
        return
    message = f"“{host[:60]}…” cannot be the name of a host. Check the address."
    raise Unreachable(message)
