"""What a person may name to be read: an address, a file, standard input."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from tui.article import Page, clean_line, clean_text, clean_url
from tui.errors import NotAPage, SourceError, UsageError
from tui.reading.mhtml import find_archived_page

FILE_LIMIT = 20 * 1024 * 1024
"""Largest file read, in bytes: the same as for a fetched page."""

PASTE_LIMIT = 65_536
"""Longest text in which addresses are looked for, in code points."""

# Compiled by re when something is named to be read.
_SCHEME = r"(?i)[a-z][a-z0-9+.-]*:(?=//)|(?:javascript|data|mailto|about|view-source):"
_HOST_LIKE = r"(?i)(?:(?:[\w-]+\.)+[a-z]{2,}|localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]|\Z)"
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}


class SourceKind(StrEnum):
    """Where a source is read from."""

    URL = "url"
    FILE = "file"
    STDIN = "stdin"


class Source(Struct, frozen=True):
    """One thing to read, as a person named it, or as an article did that they read."""

    text: str
    """As it was typed."""
    kind: SourceKind
    location: str
    """A clean http(s) address, an absolute path, or ``-``."""
    linked_from: str = ""
    """For a link, what a person named to get the article that it stands in: only the place of that may be private."""


def parse_source(text: str) -> Source:
    """Return what ``text`` names.

    A host without a scheme is an address, unless there is such a file (or directory), or it is
    a mere name that ends as a page's file does: ``page.html`` is a file, ``tern.example/page.html`` an address.

    Raises:
        UsageError: it is empty, or an address of a kind that is not read.
    """
    text = text.strip()
    if not text:
        raise UsageError("There is no address. Give a web address, a file, or - for standard input.")
    if text == "-":
        return Source(text, SourceKind.STDIN, "-")
    scheme = re.match(_SCHEME, text)
    if scheme:
        return _addressed(text, scheme[0].rstrip(":").lower())
    if re.match(_HOST_LIKE, text) and not _names_file(text):
        return _web(text)
    return Source(text, SourceKind.FILE, _absolute(text))


def find_addresses(text: str) -> tuple[str, ...]:
    """Return the web addresses that ``text`` is made of, cleaned; none when it begins with anything else."""
    words = clean_text(text[:PASTE_LIMIT]).split()
    urls = [clean_url(word) if word.lower().startswith(("http://", "https://")) else "" for word in words]
    return tuple(takewhile(bool, urls))


def read_source(source: Source, *, base_url: str = "", stdin: BinaryIO | None = None) -> Page:
    """Return the page in a file or on standard input.

    Args:
        source: A source of kind FILE or STDIN.
        base_url: What its relative links are relative to; empty when unknown.
        stdin: Where ``-`` is read from; standard input unless a test says otherwise.

    Raises:
        SourceError: it is missing, a directory, too large, or may not be read.
        NotAPage: it is empty, a picture, an archive, …
    """
    name = "Standard input" if source.kind is SourceKind.STDIN else clean_line(source.text)
    body = _read_stdin(stdin) if source.kind is SourceKind.STDIN else _read_file(Path(source.location), name)
    if len(body) > FILE_LIMIT:
        raise SourceError(f"{name} is larger than {FILE_LIMIT >> 20} MB; nothing that large is read as an article.")
    from tui.fetch import NOTHING, SNIFFED, name_what_is_no_page  # noqa: PLC0415  as in _web

    if not body.strip(NOTHING):
        raise NotAPage(f"{name} is empty; there is nothing to read.")
    media_type, charset, url = _MEDIA_TYPES.get(Path(source.location).suffix.lower(), ""), "", clean_url(base_url)
    if archived := find_archived_page(body):
        body, media_type, charset, url = archived.body, "text/html", archived.charset, url or archived.url
    what = name_what_is_no_page(media_type, body[:SNIFFED])
    if what:
        raise NotAPage(f"{name} is {what}, not a page to read.")
    return Page(
        source=source.location,
        url=url,
        body=body,
        content_type=media_type,
        charset=charset,
        fetched_at=datetime.now(UTC),
    )


def _addressed(text: str, scheme: str) -> Source:
    if scheme == "file":
        return Source(text, SourceKind.FILE, _absolute(unquote(urlsplit(text).path)))
    if scheme not in ("http", "https"):
        raise UsageError(f"“{clean_line(scheme, 20)}:” addresses are not read; only http, https, files and - are.")
    return _web(text)


def _web(text: str) -> Source:
    from tui.fetch import parse_address  # noqa: PLC0415  a start that shows what is kept does without

    return Source(text, SourceKind.URL, parse_address(text))


def _absolute(path: str) -> str:
    try:
        return str(Path(path).expanduser().absolute())
    except RuntimeError as error:
        raise SourceError(f"{clean_line(path)}: there is no such home directory.") from error


def _names_file(text: str) -> bool:
    """Whether what looks like a host, or an address without its scheme, is a file's name all the same."""
    first, slash, _ = text.partition("/")
    return _exists(text) or (_exists(first) if slash else text.lower().endswith(tuple(_MEDIA_TYPES)))


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("Standard input is closed; nothing can be read from it.")
    body: bytes = stream.read(FILE_LIMIT + 1)
    return body


def _read_file(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{name} is a directory; name a file in it.")
        if path.exists() and not path.is_file():
            raise SourceError(f"{name} is not an ordinary file; pipe it in as - if it is meant.")
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise SourceError(f"{name} does not exist; check the path.") from error
    except PermissionError as error:
        raise SourceError(f"{name} may not be read; check its permissions.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not a usable path"
        raise SourceError(f"{name} cannot be read: {reason}.") from error
