"""Answers of a web server with something wrong in them, the same ones for the same seed."""

from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STORY = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry runs again</title>'
    b'<link rel="canonical" href="https://tern.example/ferry"></head><body><article><h1>Ferry runs again</h1>'
    b"<p>The ferry to Quill Island ran again on Monday after eleven days in the dock.</p>"
    b"<p>\xe2\x80\x9cWe counted the loaves,\xe2\x80\x9d said Marit Osk, who runs the bakery on the island.</p>"
    b'<figure><img src="/quay.jpg"><figcaption>A quay. (Bo Lind via TNA)</figcaption></figure></article></body></html>'
)
_PACKED = gzip.compress(_STORY)
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
_ANSWERS = (
    _OK + b"Content-Length: %d\r\n\r\n" % len(_STORY) + _STORY,
    _OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_PACKED) + _PACKED,
    _OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(_STORY) + _STORY + b"\r\n0\r\n\r\n",
    _OK + b'ETag: "v1"\r\nLast-Modified: Mon, 23 Nov 2026 08:00:00 GMT\r\nSet-Cookie: a=b\r\n\r\n' + _STORY,
    b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 4\r\n\r\nBusy",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + "Schön war’s.".encode("utf-16"),
    b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<meta http-equiv=refresh content="0;url=/elsewhere">',
)
_TOKENS = (
    b"\r\n", b"\r\n\r\n", b"\0", b"\xff\xfe", b"\x1b]0;x\x07", b"[@click=app.bell]x[/]", b"99999999999999999999", b"-1",
    b"Content-Encoding: br\r\n", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Location: http://[::1\r\n", b"Location: //a\xc3\xa9\xff..b/\r\n", b"Content-Length: 5\r\n", b"charset=utf-7",
    b"charset=idna", b"HTTP/1.1 100 Go\r\n\r\n",
    b"<meta charset=undefined>", b'<base href="http://[">', b"<![CDATA[", b"&#x110000;", b"<p" * 300,
    b"\xed\xa0\x80", b"<!--",
)  # fmt: skip


def mutated_answers(seed: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` answers, each with one to six places changed."""
    chance = random.Random(seed)
    for _ in range(count):
        data = bytearray(chance.choice(_ANSWERS))
        for _ in range(chance.randint(1, 6)):
            _change(data, chance)
        yield bytes(data)


def _change(data: bytearray, chance: random.Random) -> None:
    """Change one place: half of them nearer to the beginning, since the head is short and the body long."""
    place = min(chance.randint(0, len(data)), chance.randint(0, len(data) * chance.randint(1, 9)))
    end = place + chance.choice((1, 1, 4, 40))
    kind = chance.choice((0, 0, 1, 1, 2, 2, 3, 4, 5, 5))
    if kind == 0:
        data[place:end] = chance.randbytes(end - place)
    elif kind == 1:
        del data[place:end]
    elif kind == 2:
        data[place:place] = data[place:end]
    elif kind == 3:
        del data[place or 1 :]
    elif kind == 4:
        other = chance.choice(_ANSWERS)
        data[place:] = other[min(place, len(other)) :]
    else:
        data[place:place] = chance.choice(_TOKENS)
