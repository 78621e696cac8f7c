"""The page in a web archive (MHTML, RFC 2557): what browsers save as a "single file"."""

from __future__ import annotations

from msgspec import Struct

from tui.article import clean_url

_HEAD = 4_096
"""Within so many bytes an archive says that it is one."""


class ArchivedPage(Struct, frozen=True):
    """The page itself, without its pictures and styles."""

    body: bytes
    charset: str
    """As the archive names it; empty when it does not."""
    url: str
    """Where it was saved from, http(s); empty when that is not told."""


def find_archived_page(body: bytes) -> ArchivedPage | None:
    """Return the page in ``body`` if that is a web archive, else None."""
    head = body[:_HEAD].lower()
    if b"mime-version:" not in head or b"multipart/related" not in head:
        return None
    from email import message_from_bytes  # noqa: PLC0415  20 ms, for a kind of file that few have

    archive = message_from_bytes(body)
    for part in archive.walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes) and page.strip():
            place = str(part.get("Content-Location") or archive.get("Snapshot-Content-Location") or "")
            return ArchivedPage(page, part.get_content_charset() or "", clean_url(place))
    return None
