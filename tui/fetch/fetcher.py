"""The one who fetches: an address in, a page or a picture out, or one sentence that says why not."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from tui import __version__
from tui.article import Page, clean_line
from tui.errors import NoArticle, Unreachable, UsageError
from tui.fetch.addresses import Origin, is_downgrade, origin_of, parse_address
from tui.fetch.asking import CUT_SHORT, UNSAFE, Answer, Ask
from tui.fetch.media import NOTHING, PICTURES, SNIFFED, check_page, media_type, picture_type
from tui.fetch.model import Limits, Picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from tui.fetch.desk import Desk
    from tui.fetch.guard import Network
    from tui.fetch.model import Progress

USER_AGENT = f"Pullquote/{__version__} (a reader for the terminal)"

_ACCEPT_PAGE = "text/html, application/xhtml+xml, text/plain;q=0.9, text/*;q=0.8, */*;q=0.1"
_ACCEPT_PICTURE = ", ".join(PICTURES)
_LOGIN = r"(?i)(?:[a-z]+:)?/*[^/?#]*@"
_LOGIN_DROPPED = "The name and password in the address were not sent: Pullquote does not sign in."


class Fetcher:
    """Fetches pages and pictures over one client, which opens on first need."""

    def __init__(
        self, limits: Limits | None = None, *, user_agent: str = USER_AGENT, network: Network | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._user_agent = user_agent
        self._network = network
        self._desk: Desk | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        if self._desk is not None:
            await self._desk.aclose()

    async def fetch(
        self, url: str, *, typed: bool = True, asked: str = "", progress: Callable[[Progress], None] | None = None
    ) -> Page:
        """Return the page at ``url``.

        Args:
            url: As a person types it, or absolute.
            typed: Whether a person named this very address; then, and only then, its host may be private.
            asked: For an address that a person did not type, the one they did that led to it:
                its scheme, host and port may be private too.
            progress: Told how far it is, on the event loop.

        Raises:
            UsageError: ``url`` is no web address, or the environment is set up wrong (SettingsError).
            FetchError: It cannot be had; one of its children says why.
            Unreadable: It is no page.
        """
        ask = self._page_ask(url, typed=typed, asked=asked)
        page = _page(url, await self._open_desk().get(replace(ask, progress=progress)))
        return replace(page, warnings=(*page.warnings, _LOGIN_DROPPED)) if re.match(_LOGIN, url.strip()) else page

    async def fetch_onward(
        self, page: Page, target: str, *, asked: str, progress: Callable[[Progress], None] | None = None
    ) -> Page:
        """Return the page at ``target``, where ``page`` does nothing but send its readers (meta refresh).

        Args:
            page: The signpost.
            target: Absolute.
            asked: The address that a person typed: only its own scheme, host and port may be private.
            progress: Told how far it is, on the event loop.

        Raises:
            PullquoteError: As ``fetch``.
        """
        onward = await self.fetch(target, typed=False, asked=asked, progress=progress)
        warnings = [warning for warning in page.warnings if warning != CUT_SHORT]
        if is_downgrade(page.url, onward.url):
            warnings.append(UNSAFE)
        return replace(onward, warnings=tuple(dict.fromkeys((*warnings, *onward.warnings))))

    async def fetch_changed(
        self, known: Page, *, asked: str, progress: Callable[[Progress], None] | None = None
    ) -> Page | None:
        """Return the page at ``known.source`` as it is now, or None when its server says that nothing changed.

        Args:
            known: The page as it was; one that was cut short is asked for whole.
            asked: What a person named to get it, be it ``known.source`` itself: only the place of that may be private.
            progress: Told how far it is, on the event loop.

        Raises:
            PullquoteError: As ``fetch``.
        """
        ask = self._page_ask(known.source, typed=False, asked=asked)
        stamps = ("", "") if CUT_SHORT in known.warnings else (known.etag, known.last_modified)
        headers = zip(("If-None-Match", "If-Modified-Since"), stamps, strict=True)
        validators = tuple((name, value) for name, value in headers if value and value == _validator(value))
        answer = await self._open_desk().get(
            replace(ask, validators=validators, validated=known.url if validators else "", progress=progress)
        )
        return None if answer.unchanged else _page(known.source, answer)

    async def fetch_picture(self, url: str, *, asked: str = "") -> Picture:
        """Return the picture at ``url``, which a page names: never from a private address.

        Args:
            url: Absolute.
            asked: The address that a person typed to read the page: its own scheme, host and port may be private.

        Raises:
            FetchError: It cannot be had; one of its children says why.
            Unreadable: It is no PNG, JPEG, GIF or WebP, or not all of it came.
        """
        ask = Ask(
            url=parse_address(url),
            accept=_ACCEPT_PICTURE,
            limit=self._limits.picture_bytes,
            check=lambda host, _, head: picture_type(host, head),
            trusted=_origin(asked),
        )
        answer = await self._open_desk().get(ask)
        host = origin_of(answer.url).host
        if answer.cut:
            message = f"{host} did not send the whole picture. Try again later."
            raise Unreachable(message)
        return Picture(answer.url, picture_type(host, answer.body[:SNIFFED]), answer.body)

    async def warm(self) -> None:
        """Load what the first fetch will need, so that it does not wait for it."""
        await self._open_desk().open()

    def _page_ask(self, url: str, *, typed: bool, asked: str) -> Ask:
        address = parse_address(url)
        return Ask(
            url=address,
            accept=_ACCEPT_PAGE,
            limit=self._limits.page_bytes,
            check=check_page,
            trusted=origin_of(address) if typed else _origin(asked),
        )

    def _open_desk(self) -> Desk:
        if self._desk is None:
            from tui.fetch.desk import Desk  # noqa: PLC0415 - asyncio on first need; kept articles need no network

            self._desk = Desk(self._limits, self._user_agent, self._network)
        return self._desk


def _page(source: str, answer: Answer) -> Page:
    """Return ``answer`` as a page.

    Raises:
        NoArticle: There is nothing in it.
    """
    if not answer.body.strip(NOTHING):
        message = f"{origin_of(answer.url).host} sends an empty page. A browser may show more."
        raise NoArticle(message)
    kind, charset = media_type(answer.content_type)
    return Page(
        source=source,
        url=answer.url,
        body=answer.body,
        content_type=kind,
        charset=charset,
        fetched_at=datetime.now(UTC),
        etag=_validator(answer.etag),
        last_modified=_validator(answer.last_modified),
        warnings=answer.warnings,
    )


def _origin(address: str) -> Origin | None:
    """Return the origin of what a person typed, None when it was no web address (a file, standard input)."""
    try:
        return origin_of(parse_address(address)) if address else None
    except UsageError:
        return None


def _validator(value: str) -> str:
    """Return ``value`` if it can be kept and sent back as it is, else nothing."""
    return value if len(value) <= 300 and value.isascii() and clean_line(value) == value else ""
