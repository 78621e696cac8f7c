"""The longest stall of an event loop while a slow page loads and ten articles are extracted (under 50 ms)."""

from __future__ import annotations

import asyncio
import contextlib
import time

from tui.article import Page
from tui.cli.read import calm_collector
from tui.errors import FetchError
from tui.fetch import Fetcher, Limits
from tui.pressroom import Pressroom

ARTICLES = 10
PARAGRAPHS = 1_500
TICK = 0.001


def page(number: int) -> Page:
    """A page of about 300 KB, our own prose."""
    sentence = "The ferry to Kell left at six, “full to the rails”, said Mira Holt, who runs the kiosk on pier {}. "
    text = "".join(f"<p>{sentence.format(count) * 2}</p>" for count in range(PARAGRAPHS))
    body = (
        f"<html><head><title>Ferry {number}</title></head><body><article><h1>Ferry</h1>{text}</article></body></html>"
    )
    return Page(f"page {number}", f"https://example.org/{number}", body.encode(), "text/html", "utf-8")


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Serve a page that never ends, a few bytes at a time."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>")
    with contextlib.suppress(ConnectionError, asyncio.CancelledError):
        while True:
            writer.write(b"slowly ")
            await writer.drain()
            await asyncio.sleep(0.02)
    writer.close()


async def longest_gap(work: asyncio.Task[None]) -> float:
    """Return the longest time between two ticks while ``work`` runs, in seconds."""
    longest, last = 0.0, time.perf_counter()
    while not work.done():
        await asyncio.sleep(TICK)
        now = time.perf_counter()
        longest, last = max(longest, now - last - TICK), now
    await work
    return longest


async def busy(fetcher: Fetcher, room: Pressroom, url: str, pages: list[Page]) -> None:
    loading = asyncio.create_task(fetcher.fetch(url))
    await asyncio.gather(*(room.press(one) for one in pages))
    loading.cancel()
    with contextlib.suppress(asyncio.CancelledError, FetchError):
        await loading


async def measure() -> None:
    pages = [page(number) for number in range(ARTICLES)]
    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with Fetcher(Limits(seconds=120)) as fetcher, Pressroom() as room:
        start = time.perf_counter()
        stalled = await longest_gap(asyncio.create_task(busy(fetcher, room, url, pages)))
        seconds = time.perf_counter() - start
        idle = await longest_gap(asyncio.create_task(asyncio.sleep(seconds)))
    server.close()
    print(f"{ARTICLES} pages of {len(pages[0].body) // 1024} KB pressed in {seconds:.1f} s while a slow page loads")
    print(f"longest stall of the event loop: {stalled * 1000:.1f} ms (goal: under 50 ms)")
    print(f"the same loop idle: {idle * 1000:.1f} ms; ratio {stalled / max(idle, 1e-6):.1f}")


def main() -> None:
    calm_collector()  # as the app does
    asyncio.run(measure())


if __name__ == "__main__":
    main()
