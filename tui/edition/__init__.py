"""The first edition: eight articles of our own, so that the app is worth opening with no network.

Every place and person in them is invented, and each shows something that
pages in the wild do: a gallery with a counter, mixed quotation marks, a
quotation over several paragraphs, a table, code, other scripts, and the
furniture around it all. Their addresses lead nowhere on purpose (RFC 2606
reserves ``.example``).
"""

from __future__ import annotations

import re
from importlib.resources import files

from tui.article import Page

PICTURES = "https://first-edition.example/"
"""How the addresses of its pictures begin; there are none: it is printed without them."""

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def first_edition() -> tuple[Page, ...]:
    """Return the articles' pages in the order in which they are best read, the welcome first."""
    folder = files("tui.edition").joinpath("pages")
    entries = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".html")), key=lambda entry: entry.name
    )
    return tuple(_page(entry.read_bytes()) for entry in entries)


def _page(body: bytes) -> Page:
    address = _CANONICAL.search(body.decode("utf-8"))
    if address is None:
        message = "a page of the first edition must name its canonical address"
        raise ValueError(message)
    return Page(source=address[1], url=address[1], body=body, content_type="text/html", charset="utf-8")


__all__ = ["PICTURES", "first_edition"]
