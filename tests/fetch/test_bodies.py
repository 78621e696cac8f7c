"""How much of a body is taken, and what is said when not all of it came."""

from __future__ import annotations

import asyncio
import gzip
import random
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.fetch.conftest import SMALL
from tui.errors import FetchError, NoArticle, NotAPage, TooLarge, TooSlow, Unreachable
from tui.fetch.asking import CUT_SHORT

if TYPE_CHECKING:
    from tests.loopback import Site
    from tui.fetch import Fetcher, Progress

STORY = b"<!doctype html><p>" + b"The ferry ran again on Monday. " * 400
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ZIPPED = {"Content-Encoding": "gzip"}


async def test_a_packed_body_is_unpacked(fetcher: Fetcher, site: Site) -> None:
    assert (await fetcher.fetch(site.zipped("/", STORY))).body == STORY
    assert (await fetcher.fetch(site.zipped("/x", STORY, headers={"Content-Encoding": " X-GZip , identity"}))).body


async def test_a_bomb_is_left_before_it_swells(fetcher: Fetcher, site: Site) -> None:
    address = site.bomb("/", 256)
    await fetcher.warm()
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="sends more than 2 MB"):
            await fetcher.fetch(address)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 3 * SMALL.page_bytes


@pytest.mark.parametrize("name", ["br", "zstd", "deflate", "compress", "gzip, gzip", "gzip,br", "br, gzip", "aes\x80"])
async def test_a_packing_that_was_not_asked_for_is_refused_unopened(fetcher: Fetcher, site: Site, name: str) -> None:
    body = gzip.compress(gzip.compress(STORY))
    address = site.page("/", body, headers={"Content-Encoding": name})
    with pytest.raises(FetchError, match="packs the page in a way that was not asked for"):
        await fetcher.fetch(address)
    assert site.requests[0].headers["accept-encoding"] == "gzip"


async def test_what_is_said_to_be_packed_and_is_not_is_told(fetcher: Fetcher, site: Site) -> None:
    for number, body in enumerate((STORY, zlib.compress(STORY), b"\x1f\x8b\x08\x04" + STORY)):
        with pytest.raises(FetchError, match="compression is broken"):
            await fetcher.fetch(site.page(f"/{number}", body, headers=ZIPPED))


async def test_a_body_shorter_than_promised_is_read_and_told(fetcher: Fetcher, site: Site) -> None:
    page = await fetcher.fetch(site.cut("/", STORY, len(STORY) + 1))
    assert (page.body, page.warnings) == (STORY, (CUT_SHORT,))


async def test_a_packed_body_cut_short_is_read_as_far_as_it_came_and_told(fetcher: Fetcher, site: Site) -> None:
    whole = STORY + random.Random(5).randbytes(4_000).hex().encode()
    packed = gzip.compress(whole, 1)
    page = await fetcher.fetch(site.page("/", packed[:-200], headers=ZIPPED))
    assert whole.startswith(page.body)
    assert len(page.body) > 2_000
    assert page.warnings == (CUT_SHORT,)
    page = await fetcher.fetch(site.page("/end", packed[:-1], headers=ZIPPED))
    assert (page.body, page.warnings) == (whole, (CUT_SHORT,))


async def test_a_packed_body_with_a_wrong_checksum_is_read_and_told(fetcher: Fetcher, site: Site) -> None:
    packed = bytearray(gzip.compress(STORY))
    packed[-6] ^= 0xFF
    page = await fetcher.fetch(site.page("/", bytes(packed), headers=ZIPPED))
    assert (page.body, page.warnings) == (STORY, (CUT_SHORT,))


async def test_a_chunked_body_is_whole_only_with_its_last_chunk(fetcher: Fetcher, site: Site) -> None:
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    chunk = b"%x\r\n%s\r\n" % (len(STORY), STORY)
    whole = await fetcher.fetch(site.raw("/whole", head + chunk + b"0\r\n\r\n"))
    assert (whole.body, whole.warnings) == (STORY, ())
    for number, tail in enumerate((b"", b"0", b"400\r\nhalf", b"nonsense\r\n\r\n")):
        page = await fetcher.fetch(site.raw(f"/{number}", head + chunk + tail))
        assert page.body.startswith(STORY)
        assert page.warnings == (CUT_SHORT,)


async def test_a_connection_that_breaks_in_the_middle_is_told(fetcher: Fetcher, site: Site) -> None:
    page = await fetcher.fetch(site.breaks_off("/", HEAD + b"Content-Length: 90000\r\n\r\n" + STORY))
    assert (page.body, page.warnings) == (STORY, (CUT_SHORT,))


async def test_a_part_that_nobody_asked_for_is_told_as_a_part(fetcher: Fetcher, site: Site) -> None:
    page = await fetcher.fetch(site.page("/", STORY, status=206, headers={"Content-Range": "bytes 0-9/99999"}))
    assert page.warnings == (CUT_SHORT,)


async def test_a_body_of_which_nothing_came_is_a_failure(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(Unreachable, match="hung up"):
        await fetcher.fetch(site.cut("/", b"", 500))
    with pytest.raises(FetchError):
        await fetcher.fetch(site.cut("/x", gzip.compress(STORY)[:5], 500, headers=ZIPPED))


@pytest.mark.parametrize("body", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\n"])
async def test_an_empty_page_is_told(fetcher: Fetcher, site: Site, body: bytes) -> None:
    for address in (site.page("/", body), site.zipped("/x", body)):
        with pytest.raises(NoArticle, match="sends an empty page") as told:
            await fetcher.fetch(address)
        assert told.value.exit_code == 4


async def test_an_announced_size_over_the_limit_is_not_even_begun(fetcher: Fetcher, site: Site) -> None:
    told: list[Progress] = []
    with pytest.raises(TooLarge, match="more than 2 MB"):
        await fetcher.fetch(site.cut("/", STORY, SMALL.page_bytes + 1), progress=told.append)
    assert all(progress.received == 0 for progress in told)


async def test_an_endless_body_is_left_at_the_limit(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(TooLarge, match="more than 2 MB"):
        await fetcher.fetch(site.endless("/"))
    assert site.wait_until_left()


async def test_a_body_of_the_very_limit_is_read(fetcher: Fetcher, site: Site) -> None:
    body = b"<p>".ljust(SMALL.page_bytes, b".")
    assert len((await fetcher.fetch(site.page("/", body))).body) == SMALL.page_bytes
    with pytest.raises(TooLarge):
        await fetcher.fetch(site.zipped("/x", body + b"."))


async def test_what_is_no_page_is_left_at_its_first_bytes(fetcher: Fetcher, site: Site) -> None:
    address = site.drip("/", HEAD + b"\r\n" + b"%PDF-1.7".ljust(1_024), b"", every=0.05)
    with pytest.raises(NotAPage, match="a PDF document"):
        await fetcher.fetch(address)


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (HEAD + b"\r\n<p>", b"."),
        (HEAD + b"Content-Length: 999999\r\n\r\n<p>", b"."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n.\r\n"),
        (HEAD, b"X-A: b\r\n"),
        (b"HTTP/1.1 200 O", b"O"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["body", "promised body", "chunks", "headers", "status line", "continue"],
)
async def test_what_drips_ends_with_the_one_deadline(hasty: Fetcher, site: Site, head: bytes, drop: bytes) -> None:
    address = site.drip("/", head, drop)
    began = time.monotonic()
    with pytest.raises(TooSlow, match=r"127.0.0.1 took longer than 0.4 seconds. Try again later."):
        await hasty.fetch(address)
    assert time.monotonic() - began < 4.0
    assert site.wait_until_left()


async def test_a_server_that_says_nothing_ends_with_the_deadline(hasty: Fetcher, site: Site) -> None:
    with pytest.raises(TooSlow) as told:
        await hasty.fetch(site.silent("/"))
    assert told.value.exit_code == 3
    assert site.wait_until_left()


async def test_the_deadline_holds_for_all_redirections_together(hasty: Fetcher, site: Site) -> None:
    def slowly(number: int) -> str:
        head = b"HTTP/1.1 302 Found\r\nLocation: /%d\r\nContent-Length: 0\r\n\r\n" % (number + 1)
        return site.late(f"/{number}", head, seconds=0.15)

    addresses = [slowly(number) for number in range(9)]
    with pytest.raises(TooSlow):
        await hasty.fetch(addresses[0])
    assert len(site.requests) < 9


@pytest.mark.parametrize(
    "flood",
    [
        b"X-Flood: " + b"a" * 2_000_000 + b"\r\n",
        b"X-Flood: a\r\n" * 200_000,
        b"X-" + b"a" * 2_000_000,
        b"".join(b"Set-Cookie: c%d=1\r\n" % number for number in range(100_000)),
    ],
    ids=["a long one", "many", "a long name", "cookies"],
)
async def test_a_flood_of_headers_is_left(fetcher: Fetcher, site: Site, flood: bytes) -> None:
    address = site.raw("/", HEAD + flood + b"\r\n<p>Here.</p>")
    with pytest.raises(Unreachable, match="not as a web server does"):
        await fetcher.fetch(address)


async def test_a_fetch_that_is_called_off_closes_its_connection(fetcher: Fetcher, site: Site) -> None:
    for address in (site.silent("/a"), site.drip("/b", HEAD + b"\r\n<p>", b"."), site.endless("/c")):
        task = asyncio.create_task(fetcher.fetch(address))
        assert await asyncio.to_thread(site.wait_until_asked)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(site.wait_until_left)


async def test_progress_tells_host_bytes_and_total(fetcher: Fetcher, site: Site) -> None:
    told: list[Progress] = []
    await fetcher.fetch(site.page("/", STORY), progress=told.append)
    assert (told[0].host, told[0].received) == ("127.0.0.1", 0)
    assert (told[-1].total, 0 < told[-1].received <= len(STORY)) == (len(STORY), True)
