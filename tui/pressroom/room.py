"""The pressroom: takes jobs in turn, gives each to the child, ends it when it is stuck, starts another."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from tui.article import Article, Page, clean_line, decode_steps
from tui.errors import BadPicture, NoArticle, NotAPage, PullquoteError, TooHard, Unreadable
from tui.pressroom.framing import pack_page, unpack_parts
from tui.pressroom.limits import MEGABYTE, PressLimits
from tui.pressroom.press import Press, PressBroken, Reply

if TYPE_CHECKING:
    from types import TracebackType

    from tui.extract import Decision

_KINDS: dict[str, type[PullquoteError]] = {
    kind.kind: kind for kind in (Unreadable, NotAPage, NoArticle, BadPicture, TooHard)
}
_GIVEN_UP = "Open it in a browser, or copy its text there and open that."
_STOPPED = f"This page brought the process that reads pages to an end. {_GIVEN_UP}"


class _Order(Struct):
    """A job on its way; the only thing here that changes."""

    job: str
    payload: bytes
    unwanted: bool = False
    """Nobody waits for it any more."""
    clock: asyncio.Timeout | None = None
    """Runs while the child works on it."""

    def give_up(self, grace: float) -> None:
        """Have it end soon: not at all if it has not begun, else within ``grace`` seconds."""
        self.unwanted = True
        if self.clock is not None and not self.clock.expired():
            soon = asyncio.get_running_loop().time() + grace
            self.clock.reschedule(min(soon, self.clock.when() or soon))


class Pressroom:
    """Extraction, quotations and other heavy work in one niced child process, started on first need."""

    def __init__(self, limits: PressLimits | None = None, *, jobs: str = "tui.pressroom.jobs") -> None:
        self._limits = limits or PressLimits()
        self._jobs = jobs
        self._turn = asyncio.Lock()
        self._press: Press | None = None
        self._running: set[asyncio.Task[bytes]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """End the child; whoever still waits for it is cancelled."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._end_press()

    async def press(self, page: Page) -> Article:
        """Return the article that ``page`` holds, with its quotations.

        Raises:
            Unreadable: There is none; its child TooHard when it took too long or too much.
        """
        return await _decoded(await self.run("press", pack_page(page)))

    async def explain(self, page: Page) -> tuple[Article, tuple[Decision, ...]]:
        """Return the article as ``press`` does, and what was decided on the way there.

        Raises:
            Unreadable: As ``press``.
        """
        from tui.extract import Decision  # noqa: PLC0415 - brings lxml into this process; a rare wish

        article, told = unpack_parts(await self.run("explain", pack_page(page)))
        return await _decoded(article), tuple(Decision(*fields) for fields in json.loads(told))

    async def warm(self) -> None:
        """Start the child, so that the first page does not wait for it."""
        async with self._turn:
            await self._ready()

    async def run(self, job: str, payload: bytes) -> bytes:
        """Return what the child's ``job`` makes of ``payload``; jobs are done in the order they come.

        A call that is cancelled lets go at once. A job that has begun then has
        a moment left to end by itself, which is cheaper than a new child.

        Raises:
            Unreadable: The job found nothing, or was too much (TooHard).
        """
        order = _Order(job, payload)
        task = asyncio.create_task(self._serve(order))
        self._running.add(task)
        task.add_done_callback(self._forget)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            order.give_up(self._limits.grace)
            raise

    def _forget(self, task: asyncio.Task[bytes]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # seen, also where nobody waits for it any more

    async def _serve(self, order: _Order) -> bytes:
        async with self._turn:
            if order.unwanted:
                return b""
            used = self._press is not None and self._press.alive
            try:
                reply = await self._work(order)
            except PressBroken:
                if not used:
                    raise TooHard(_STOPPED) from None
                reply = await self._work_afresh(order)
            if reply.head.get("kind") == "memory" and used and not order.unwanted:
                reply = await self._work_afresh(order)
        return self._result(reply)

    async def _work(self, order: _Order) -> Reply:
        press = await self._ready()
        if order.unwanted:
            return Reply({}, b"")
        try:
            async with asyncio.timeout(self._limits.seconds) as order.clock:
                reply = await press.work(order.job, order.payload)
        except TimeoutError as error:
            await self._end_press()
            message = f"This page took longer than {self._limits.seconds:g} seconds to work through. {_GIVEN_UP}"
            raise TooHard(message) from error
        except PressBroken:
            await self._end_press()
            raise
        finally:
            order.clock = None
        if reply.head.get("last") or self._is_worn(press, reply):
            await self._end_press()
        return reply

    async def _work_afresh(self, order: _Order) -> Reply:
        """Try once more with a new child: the old one may have ended of what it did before."""
        await self._end_press()
        try:
            return await self._work(order)
        except PressBroken as error:
            raise TooHard(_STOPPED) from error

    async def _ready(self) -> Press:
        if self._press is not None and not self._press.alive:
            await self._end_press()
        if self._press is None:
            try:
                self._press = await Press.start(self._jobs, self._limits)
            except (PressBroken, OSError) as error:
                message = "Pullquote cannot start the process that reads pages. Is the memory full? Try again later."
                raise PullquoteError(message) from error
        return self._press

    def _is_worn(self, press: Press, reply: Reply) -> bool:
        return press.served >= self._limits.jobs or reply.head.get("peak", 0) > self._limits.peak

    async def _end_press(self) -> None:
        press, self._press = self._press, None
        if press is not None:
            await press.end()

    def _result(self, reply: Reply) -> bytes:
        """Return what came of a job, or raise what the child says went wrong."""
        kind = reply.head.get("kind")
        if kind is None:
            return reply.body
        said = clean_line(str(reply.head.get("message", "")))
        if kind in _KINDS:
            raise _KINDS[kind](said)
        if kind == "memory":
            message = f"This page needs more than {self._limits.memory // MEGABYTE} MB to work through. {_GIVEN_UP}"
            raise TooHard(message)
        if kind == "depth":
            message = f"This page is nested too deeply to work through. {_GIVEN_UP}"
            raise TooHard(message)
        if kind == "crash":
            message = f"Pullquote stumbled over this page ({said}). {_GIVEN_UP}"
            raise Unreadable(message)
        raise PullquoteError(said)


async def _decoded(data: bytes) -> Article:
    """Decode in steps on the event loop: a thread would hold the interpreter, and so the keys, for longer."""
    steps = decode_steps(data)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            article: Article = end.value
            return article
        await asyncio.sleep(0)
