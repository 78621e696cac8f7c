"""The photo desk: an article's pictures, kept or fetched, drawn for the screen or made ready to be kept.

Everything is bounded: pictures fetched at once, bytes, pixels, time, and what
is held in memory. The heavy work is done in a child of its own, so that a
picture never holds up a page. A call that is cancelled lets go at once.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.edition import PICTURES
from tui.errors import BadPicture, FetchError, Refused, TooHard, Unreadable, UsageError
from tui.library import KeptPicture, Library
from tui.pictures import Drawing, KeepLimits, Wish, decode_drawing, decode_kept, encode_limits, encode_wish, pack_parcel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Figure
    from tui.fetch import Fetcher
    from tui.pressroom import Pressroom
    from tui.reading.desk import LibraryDesk

MEGABYTE = 1024 * 1024

AT_ONCE = 4
"""How many pictures are fetched side by side."""

MOST_KEPT = 200
"""How many pictures of one article are kept; the others are fetched when they are looked at."""

MOST_KEPT_BYTES = 60 * MEGABYTE
"""How many bytes of pictures are kept for one article."""

MEMORY = 24 * MEGABYTE
"""How many bytes of files and drawings are held, so that going back and forth in a gallery is instant."""

_TOO_HARD = "The picture is too much work to be shown here. Open it in a browser."
_NO_WEB_ADDRESS = "The page gives an address for the picture that is none of the web."
_FIRST_EDITION = "The first edition is printed without its pictures. Those of the articles that you open are shown."
_NOWHERE = "The page does not say where this picture is."


class PicturesKept(Struct, frozen=True):
    """What came of keeping an article's pictures."""

    kept: int
    """How many the library has now."""
    missed: int
    """How many it has not: refused, gone, broken, or over a limit."""


class PhotoDesk:
    """Gets pictures and has them drawn."""

    def __init__(
        self, library: LibraryDesk, fetcher: Fetcher, darkroom: Pressroom, limits: KeepLimits | None = None
    ) -> None:
        self._limits = encode_limits(limits or KeepLimits())
        self._library = library
        self._fetcher = fetcher
        self._darkroom = darkroom
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._held: OrderedDict[tuple[str, Wish | None], bytes] = OrderedDict()

    async def draw(self, figure: Figure, wish: Wish, *, article_id: int | None = None, asked: str = "") -> Drawing:
        """Return a figure's picture drawn as wished; the kept one where there is one, else fetched.

        Args:
            figure: Whose picture.
            wish: How and how large.
            article_id: The article's row in the library; None when it is not kept.
            asked: The address that a person typed to read the article (see ``Fetcher.fetch_picture``).

        Raises:
            FetchError: It cannot be had.
            Unreadable: It is no picture that can be shown; BadPicture among them.
        """
        drawn = self._recall((figure.src, wish))
        if drawn is not None:
            return decode_drawing(drawn)
        body = await self._at_hand(figure, article_id)
        if body is None:
            async with self._turns:
                body = await self._fetch(figure, asked)
        return await self._draw(figure, wish, body)

    async def draw_kept(self, figure: Figure, wish: Wish, article_id: int) -> Drawing | None:
        """Return the same of a kept picture, or None when it is not kept: nothing is fetched that nobody asked for.

        Raises:
            Unreadable: It is no picture that can be shown.
        """
        drawn = self._recall((figure.src, wish))
        if drawn is not None:
            return decode_drawing(drawn)
        body = await self._at_hand(figure, article_id)
        return None if body is None else await self._draw(figure, wish, body)

    async def keep(self, article_id: int, figures: Sequence[Figure], *, asked: str = "") -> PicturesKept:
        """Keep the pictures of a kept article, several at once; those that cannot be had are counted, not raised.

        Raises:
            LibraryError: The library cannot keep them; NotKept when the article is gone by now.
        """
        known = await self._library(Library.pictures, article_id)
        sources = dict.fromkeys(figure.src for figure in figures if figure.src and not figure.src.startswith(PICTURES))
        wanted = [figure for figure in figures if sources.pop(figure.src, "") is None and figure.src not in known]
        room = _Room(MOST_KEPT_BYTES)
        tasks = [asyncio.create_task(self._keep_one(article_id, figure, room, asked)) for figure in wanted[:MOST_KEPT]]
        try:
            kept = sum(await asyncio.gather(*tasks))  # no TaskGroup: it would wrap what is raised
        finally:
            for task in tasks:
                task.cancel()
        return PicturesKept(len(known) + kept, len(wanted) - kept)

    async def collect(
        self, figures: Sequence[Figure], article_id: int | None, *, asked: str = ""
    ) -> dict[str, KeptPicture]:
        """Return the files of an article's pictures by their ``src``, kept or fetched, within the limits of keeping.

        Those that cannot be had, or are over the limit of bytes, are left out.
        """
        wanted = list({figure.src: figure for figure in figures if figure.src}.values())[:MOST_KEPT]
        room = _Room(MOST_KEPT_BYTES)
        found = await asyncio.gather(*(self._collect_one(figure, article_id, room, asked) for figure in wanted))
        return {figure.src: picture for figure, picture in zip(wanted, found, strict=True) if picture is not None}

    async def _collect_one(self, figure: Figure, article_id: int | None, room: _Room, asked: str) -> KeptPicture | None:
        async with self._turns:
            if article_id is not None and (kept := await self._library(Library.picture, article_id, figure.src)):
                picture = kept
            else:
                try:
                    picture = await self._shrunk(figure, asked)
                except (FetchError, Unreadable):
                    return None
        room.left -= len(picture.data)
        return picture if room.left >= 0 else None

    async def _shrunk(self, figure: Figure, asked: str) -> KeptPicture:
        body = self._recall((figure.src, None)) or await self._fetch(figure, asked)
        kept = decode_kept(await self._work("shrink", pack_parcel(self._limits, body)))
        return KeptPicture(kept.body, kept.media_type, kept.width, kept.height)

    async def _keep_one(self, article_id: int, figure: Figure, room: _Room, asked: str) -> bool:
        async with self._turns:
            if room.left <= 0:
                return False
            try:
                picture = await self._shrunk(figure, asked)
            except (FetchError, Unreadable):
                return False
            room.left -= len(picture.data)
            await self._library(Library.keep_picture, article_id, figure.src, picture)
            return True

    async def _at_hand(self, figure: Figure, article_id: int | None) -> bytes | None:
        if not figure.src:
            raise BadPicture(_NOWHERE)
        body = self._recall((figure.src, None))
        if body is None and article_id is not None:
            kept = await self._library(Library.picture, article_id, figure.src)
            body = kept.data if kept else None
        return body

    async def _draw(self, figure: Figure, wish: Wish, body: bytes) -> Drawing:
        self._hold((figure.src, None), body)
        data = await self._work("draw", pack_parcel(encode_wish(wish), body))
        self._hold((figure.src, wish), data)
        return decode_drawing(data)

    async def _fetch(self, figure: Figure, asked: str) -> bytes:
        if figure.src.startswith(PICTURES):
            raise BadPicture(_FIRST_EDITION)
        try:
            return (await self._fetcher.fetch_picture(figure.src, asked=asked)).body
        except UsageError as error:
            raise BadPicture(_NO_WEB_ADDRESS) from error
        except Refused as error:
            raise Refused("The picture lies at an address that Pullquote does not visit unasked.") from error

    async def _work(self, job: str, payload: bytes) -> bytes:
        try:
            return await self._darkroom.run(job, payload)
        except TooHard as error:
            raise BadPicture(_TOO_HARD) from error

    def _recall(self, key: tuple[str, Wish | None]) -> bytes | None:
        data = self._held.get(key)
        if data is not None:
            self._held.move_to_end(key)
        return data

    def _hold(self, key: tuple[str, Wish | None], data: bytes) -> None:
        self._held[key] = data
        self._held.move_to_end(key)
        while len(self._held) > 1 and sum(map(len, self._held.values())) > MEMORY:
            self._held.popitem(last=False)


class _Room(Struct):
    """What is left of a limit that several share."""

    left: int
