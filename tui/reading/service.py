"""Opening and keeping: the way from a source to an article, and into the library."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.article import without_login
from tui.errors import Refused, SourceError
from tui.library import TO_READ, Library, State
from tui.reading.sources import SourceKind, parse_source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.article import Article, Page
    from tui.extract import Decision
    from tui.fetch import Progress
    from tui.library import Row, SavedQuery, Stretch
    from tui.reading.clients import Clients
    from tui.reading.desk import LibraryDesk
    from tui.reading.pictures import PhotoDesk
    from tui.reading.sources import Source

MOST_REFRESHES = 3
"""How many pages that only send on to another (meta refresh) are followed."""

REFRESH_PAGE_LIMIT = 50_000
"""Largest page that may be a mere signpost, in bytes; a longer one is read for what it says."""


class Opened(Struct, frozen=True):
    """An article in hand."""

    article: Article
    row: Row | None = None
    """Its row in the library; None when it is not kept."""
    page: Page | None = None
    """What it was made of; None when it came out of the library."""
    named: str = ""
    """What a person named to get it, were it by a link: only the place of that may be private."""
    past: bool = False
    """Whether this is not the article as it stands, but an older version of it, or what changed: its places differ."""


class Beginning(Struct, frozen=True):
    """What there is to show at the start, read in one go."""

    part: Stretch
    """The list, around the article to show."""
    folders: Sequence[SavedQuery]
    """The saved queries."""
    notice: str
    """Why the library is read only, as a sentence; empty when it can be written."""
    opened: Opened | None
    """The article to show; None when there is none, or none was asked for."""


class Reading:
    """The one service that the app and the command line talk to."""

    def __init__(self, library: LibraryDesk, clients: Clients, *, picture_side: int = 1600) -> None:
        self.library = library
        """The library, off the event loop."""
        self._clients = clients
        self._picture_side = picture_side

    @cached_property
    def photos(self) -> PhotoDesk:
        """Pictures, drawn and kept."""
        from tui.pictures import KeepLimits  # noqa: PLC0415  not needed to start
        from tui.reading.pictures import PhotoDesk  # noqa: PLC0415

        limits = KeepLimits(side=self._picture_side)
        return PhotoDesk(self.library, self._clients.fetcher, self._clients.darkroom, limits)

    async def find(self, source: Source) -> Opened | None:
        """Return the kept article that ``source`` names, or None."""
        if source.kind is SourceKind.STDIN or not self.library.path.exists():
            return None
        row = await self.library(Library.find, source.location)
        return await self.kept(row) if row else None

    async def kept(self, row: Row) -> Opened:
        """Return the article of a row of the library."""
        return await self.library(_of_row, row)

    async def kept_by_id(self, number: int) -> Opened:
        """Return an article of the library with its row as it is now.

        Raises:
            NotKept: there is none with this id.
        """
        return await self.library(_kept, number)

    async def load(
        self,
        source: Source,
        *,
        base_url: str = "",
        asked: str = "",
        progress: Callable[[Progress], None] | None = None,
    ) -> Opened:
        """Return the article that ``source`` holds now, fetched or read anew; nothing is kept.

        Args:
            source: An address, a file, standard input.
            base_url: What a file's relative links are relative to.
            asked: When it was the article itself that named ``source``: what a person named to get the article.
                Only the place of that may be private.
            progress: Told how far it is, on the event loop.

        Raises:
            SourceError, FetchError, Unreadable: with the sentence for the person.
        """
        page = await self._page(source, base_url, asked, progress)
        return await self._press(page, asked or source.linked_from)

    async def fetch_again(
        self, opened: Opened, *, progress: Callable[[Progress], None] | None = None
    ) -> tuple[Opened, bool]:
        """Take in what the source of an article holds now; tell too whether that is another text than before.

        Raises:
            SourceError, FetchError, Unreadable, LibraryError: with the sentence for the person; all is as it was.
        """
        before = await self._latest_version(opened.row)
        again = await self.take_in(await self._load_again(opened, progress))
        return again, await self._latest_version(again.row) != before

    async def explain(self, source: Source, *, base_url: str = "") -> tuple[Article, tuple[Decision, ...]]:
        """Return the article of ``source``, and what was chosen and dropped, by which rule."""
        return await self._clients.pressroom.explain(await self._page(source, base_url, "", None))

    async def open(
        self, source: Source, *, base_url: str = "", progress: Callable[[Progress], None] | None = None
    ) -> Opened:
        """Return the kept article that ``source`` names, else the one that it holds now."""
        return await self.find(source) or await self.load(source, base_url=base_url, progress=progress)

    async def save(self, opened: Opened) -> Opened:
        """Save an article; when this returns, the library has it for good.

        Raises:
            LibraryError: it could not be kept; the library is as it was.
        """
        row = await self.library(Library.keep, opened.article, page=opened.page, state=State.SAVED)
        return Opened(opened.article, row, named=opened.named)

    async def take_in(self, opened: Opened) -> Opened:
        """Put what was loaded into the inbox; one that is kept already stays on its shelf, with a new version.

        Raises:
            LibraryError: it could not be kept; the library is as it was.
        """
        known = await self.library(Library.find, opened.article.address)
        state = State.INBOX if known is None or known.state is State.DELETED else None
        row = await self.library(Library.keep, opened.article, page=opened.page, state=state)
        return await self.kept(row)

    async def begin(self, limit: int, *, opening: bool, last: int | None = None) -> Beginning:
        """Return what there is to show at the start; a new library is filled with the first edition first.

        Args:
            limit: How many rows of the list at most.
            opening: Whether an article is to be shown too: the last, else the list's first, or the first edition's.
            last: The id of the article that was open when the app was left; it may be gone.

        Raises:
            LibraryError: the library cannot be opened or read.
        """
        near = [last] if last is not None else []
        beginning = await self.library(_beginning, near, limit, opening)
        if beginning.part.total or not opening:
            return beginning
        first = await self.print_first_edition()
        return replace(await self.library(_beginning, [], limit, False), opened=first) if first else beginning

    async def print_first_edition(self) -> Opened | None:
        """Fill a library in which nothing was ever kept with the first edition; return its first article, else None."""
        if not await self.library(Library.is_blank):
            return None
        from tui.edition import first_edition  # noqa: PLC0415  needed once in a library's life

        pages = first_edition()
        articles = [await self._clients.pressroom.press(page) for page in pages]
        kept = list(reversed(list(zip(articles, pages, strict=True))))
        rows = await self.library(Library.keep_many, kept, state=State.INBOX, by_person=False)
        return Opened(articles[0], rows[-1], named=articles[0].source)

    async def _press(self, page: Page, named: str) -> Opened:
        """Return the article of ``page``, which is kept with what a person named."""
        named = named or page.source
        return Opened(await self._clients.pressroom.press(page), page=replace(page, source=named), named=named)

    async def _load_again(self, opened: Opened, progress: Callable[[Progress], None] | None) -> Opened:
        """Return what the source of an article holds now; a web page is asked for only if it changed.

        One that did not is made anew of the page as it was kept, since reading it may have become better meanwhile.
        """
        article, named = opened.article, opened.named
        source = parse_source(article.source)
        known = await self.library(Library.page, opened.row.id) if opened.row else None
        if known is not None and source.kind is SourceKind.URL:
            known = replace(known, source=article.source)
            page = await self._clients.fetcher.fetch_changed(known, asked=named, progress=progress)
            if page is None:
                return await self._press(replace(known, fetched_at=datetime.now(UTC)), named)
            return await self._press(await self._follow(page, named, progress), named)
        if source.kind is SourceKind.URL or await asyncio.to_thread(Path(source.location).is_file):
            return await self.load(source, asked=named, progress=progress)
        # The page itself chose this address: it must lead to no private place but the one that a person named.
        source = parse_source(article.address)
        if source.kind is not SourceKind.URL:
            what = "It came from standard input" if article.source == "-" else f"{source.location} is gone"
            raise SourceError(f"{what}, and the page names no address: it cannot be fetched again.")
        return await self.load(source, asked=named or article.source, progress=progress)

    async def _latest_version(self, row: Row | None) -> tuple[int, int] | None:
        """The id of an article and the number of the last version kept of it."""
        versions = await self.library(Library.versions, row.id) if row else ()
        return (row.id, versions[-1].number) if row and versions else None

    async def _page(
        self, source: Source, base_url: str, asked: str, progress: Callable[[Progress], None] | None
    ) -> Page:
        if source.kind is not SourceKind.URL:
            return await asyncio.to_thread(read_source, source, base_url=base_url)
        named = asked or source.linked_from
        # as it was typed: a name and password in it are not sent, and that is told
        page = await self._clients.fetcher.fetch(source.text, typed=not named, asked=named, progress=progress)
        page = replace(page, source=asked or without_login(source.text))
        return await self._follow(page, named or source.location, progress)

    async def _follow(self, page: Page, named: str, progress: Callable[[Progress], None] | None) -> Page:
        """Return the page that ``page`` sends its readers on to, if it does nothing else."""
        first = page
        for _ in range(MOST_REFRESHES + 1):
            target = _refresh_target(page)
            if not target or target == page.url:
                return replace(page, source=first.source)
            page = await self._clients.fetcher.fetch_onward(page, target, asked=named, progress=progress)
        raise Refused(f"{first.source} sends on and on to other pages; none of them was taken for the article.")


def _kept(library: Library, number: int) -> Opened:
    return _of_row(library, library.row(number))


def _of_row(library: Library, row: Row) -> Opened:
    article = library.article(row.id)
    return Opened(article, row, named=library.named(row.id) or article.source)


def _beginning(library: Library, near: Sequence[int], limit: int, opening: bool) -> Beginning:
    library.changed_elsewhere()  # from here on
    part = library.stretch(TO_READ, near, 0, limit)
    row = part.rows[part.index - part.first] if part.rows and opening else None
    opened = _of_row(library, row) if row else None
    return Beginning(part, library.saved_queries(), library.notice, opened)


def _refresh_target(page: Page) -> str:
    """Where a page that only sends on leads, or ""; parsing is loaded only for the few that may be one."""
    if len(page.body) > REFRESH_PAGE_LIMIT or b"refresh" not in page.body.lower():
        return ""
    from tui.extract import find_refresh  # noqa: PLC0415  lxml takes 30 ms to import, and few pages need it

    return find_refresh(page)
