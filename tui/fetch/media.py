"""What a body is, by what the server says of it and by its first bytes.

The first bytes win where they are plain (WHATWG MIME Sniffing, 7): servers
send pictures as text/html and pages as application/octet-stream.
"""

from __future__ import annotations

import re

from tui.article.signatures import name_by_signature
from tui.errors import NotAPage, Unreadable

SNIFFED = 1_024
"""How many first bytes are looked at."""

NOTHING = b" \t\n\r\f\v\0\xef\xbb\xbf\xff\xfe"
"""Blanks and byte order marks: a body of nothing else is empty."""

SURELY_BINARY = 0.05
"""The share of control characters from which on nothing is text; random bytes have 0.1, text has none."""

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""What Pullquote can show, and so what it asks for."""

_PICTURE_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_DECLARED = (
    ("application/pdf", "a PDF document"),
    ("image/", "a picture"),
    ("video/", "a video"),
    ("audio/", "a sound file"),
    ("font/", "a font"),
    ("application/zip", "an archive"),
    ("application/gzip", "an archive"),
    ("application/x-tar", "an archive"),
    ("application/epub", "an e-book"),
    ("application/msword", "a word processor's document"),
    ("application/vnd.", "an office document"),
    ("application/rss", "a feed"),
    ("application/atom", "a feed"),
    ("application/feed+json", "a feed"),
    ("application/json", "data for programs (JSON)"),
    ("application/ld+json", "data for programs (JSON)"),
    ("application/javascript", "a program"),
    ("text/javascript", "a program"),
    ("text/css", "a style sheet"),
    ("text/calendar", "a calendar"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|script|!--)[\s>/-]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,40})", re.IGNORECASE)
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type(header: str) -> tuple[str, str]:
    """Return media type and charset as a Content-Type header names them, lower case, each empty when it does not."""
    essence, _, parameters = header[:300].partition(";")
    essence = essence.partition(",")[0].strip().lower()
    charset = _CHARSET.search(parameters)
    return essence if "/" in essence and essence.isascii() else "", charset[1].lower() if charset else ""


def name_what_is_no_page(declared: str, head: bytes) -> str:
    """Return what a body is that begins with ``head`` and cannot be a page ("a picture"), "" when it may be one."""
    return _told_by_bytes(head) or _told_by_header(declared, head)


def check_page(host: str, declared: str, head: bytes) -> None:
    """See that what begins with ``head`` may be a page.

    Raises:
        NotAPage: It is something else.
    """
    what = name_what_is_no_page(declared, head)
    if what:
        message = f"{host} sends {what}, not a page to read. Open it in a browser."
        raise NotAPage(message)


def picture_type(host: str, head: bytes) -> str:
    """Return the media type of the picture that begins with ``head``.

    Raises:
        Unreadable: It is none that Pullquote can show.
    """
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    for magic, name in _PICTURE_MAGIC.items():
        if head.startswith(magic):
            return name
    message = f"{host} sends something else than a PNG, JPEG, GIF or WebP picture."
    raise Unreadable(message)


def _told_by_bytes(head: bytes) -> str:
    """Return what ``head`` plainly is, empty when it may be text."""
    what = name_by_signature(head)
    if what or head.startswith(_UTF16_OR_32):
        return what
    return "a feed" if _FEED.search(head) and not _HTML.search(head) else ""


def _told_by_header(declared: str, head: bytes) -> str:
    lead = _LEAD.match(head)
    if _HTML.match(head, lead.end() if lead else 0):
        return ""
    for prefix, what in _DECLARED:
        if declared.startswith(prefix):
            return what
    sure = declared.startswith("text/") or "xml" in declared or "html" in declared
    return "a file for programs" if _is_binary(head, SURELY_BINARY if sure else 0.0) else ""


def _is_binary(head: bytes, share: float) -> bool:
    """Whether more than ``share`` of ``head`` are controls; NUL does not count where the server speaks of text."""
    if head.startswith(_UTF16_OR_32):
        return False
    controls = len(_CONTROLS.findall(head)) - (head.count(0) if share else 0)
    return controls > len(head) * share
