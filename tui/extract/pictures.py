"""A picture's address, size and worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import clean_line, clean_url
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.extract.outline import Picture

_ADDRESSES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
    "src",
    "data-image",
    "poster",
)
_SETS = ("data-srcset", "srcset", "data-lazy-srcset")
_WIDTH = re.compile(r"\s(\d{1,5})(?:\.\d{1,3})?[wx]\Z")
_TRIVIAL = re.compile(
    r"(?:^|[/_.-])(?:logo|icon|icons|sprite|pixel|spacer|blank|avatar|gravatar|placeholder|badge|emoji|button|1x1|transparent|loading|spinner|favicon|"
    r"headshot|mugshot|profile|author|byline)(?:[/_.-]|\d|$)|\.svg(?:\?|$)|doubleclick|/ads?/|scorecardresearch|feedburner|quantserve",
    re.IGNORECASE,
)
_SMALLEST = 120
_FURNITURE = (
    Sign.SHARE
    | Sign.NAVIGATION
    | Sign.FOOTER
    | Sign.RELATED
    | Sign.COMMENT
    | Sign.ADVERT
    | Sign.NEWSLETTER
    | Sign.BYLINE
    | Sign.SIDE
    | Sign.CONSENT
)


@dataclass(frozen=True, slots=True)
class Source:
    """The best version of a picture that a page names."""

    url: str
    alt: str
    width: int
    height: int


def find_source(element: HtmlElement, base: str) -> Source:
    """Return the address of the widest version of the picture ``element``, its alternative text and its size."""
    width, height = _pixels(element.get("width")), _pixels(element.get("height"))
    url = _widest(element, base)
    if not url:
        plain = (
            clean_url(value, base)
            for name in _ADDRESSES
            if (value := element.get(name)) and not value.startswith("data:")
        )
        url = next((address for address in plain if address), "")
    return Source(url, clean_line(element.get("alt") or ""), width, height)


def _widest(element: HtmlElement, base: str) -> str:
    best, width = "", -1
    for holder in (element, *_picture_sources(element)):
        for name in _SETS:
            for entry in (holder.get(name) or "")[:20_000].split(", "):
                address, found = entry.strip().rstrip(","), _WIDTH.search(entry.strip().rstrip(","))
                size = int(found[1]) if found else 0
                if address and size > width and not address.startswith("data:"):
                    best, width = address.split()[0], size
    return clean_url(best, base) if best else ""


def _picture_sources(element: HtmlElement) -> list[HtmlElement]:
    parent = element.getparent()
    return list(parent.iterchildren("source")) if parent is not None and parent.tag == "picture" else []


def _pixels(value: str | None) -> int:
    digits = (value or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0


def is_content_picture(picture: Picture, source: Source) -> bool:
    """Whether a picture without a caption is the story's and no logo, portrait of the author, pixel or teaser."""
    if not source.url or _TRIVIAL.search(source.url) or (picture.zone.above | picture.signs) & _FURNITURE:
        return False
    if 0 < source.width < _SMALLEST or 0 < source.height < _SMALLEST // 2:
        return False
    return picture.alone and not (picture.linked and not _TRIVIAL_LINK.search(picture.linked))


_TRIVIAL_LINK = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)|^#|^$", re.IGNORECASE)
