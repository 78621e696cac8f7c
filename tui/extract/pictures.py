"""A picture's address, size and worth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from tui.article import clean_line, clean_url
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui.extract.outline import Picture

_ADDRESSES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-full-src",
    "data-hi-res-src",
    "data-large",
    "data-url",
    "data-image",
    "data-img",
    "src",
    "poster",
    "data-poster",
)
"""Attributes that hold one address, those of lazy loaders (the real picture) before ``src`` (its placeholder)."""

_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_CANDIDATE = re.compile(
    r"\s{0,20}(?P<url>[^\s,][^\s]*?)(?:\s{1,20}(?P<size>\d{1,5}(?:\.\d{1,3})?)[wx])?\s{0,20}(?:,(?=\s|https?:|/)|$)"
)
"""One candidate of a ``srcset`` (HTML 4.8.4.3.10); commas within an address are part of it."""

_WIDEST = 2600
"""Pixels past which a version of a picture is a download and no better on a screen."""

_BACKGROUND = re.compile(r"background(?:-image)?\s{0,5}:[^;]{0,60}?url\(\s{0,5}[\"']?([^\"')]{4,2000})", re.IGNORECASE)
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif)(?:$|[?#])", re.IGNORECASE)
_TRIVIAL = re.compile(
    r"(?:^|[/_.-])(?:logo|logos|icon|icons|sprite|pixel|spacer|blank|avatar|avatars|gravatar|placeholder|badge|emoji|button|1x1|transparent|loading|spinner|favicon|"
    r"headshot|headshots|mugshot|profile|author|authors|autoren|byline|default|fallback|dummy|noimage|appstore|googleplay)(?:[/_.-]|\d|$)|\.svg(?:\?|$)|doubleclick|/ads?/|/adserver/|"
    r"scorecardresearch|feedburner|quantserve",
    re.IGNORECASE,
)
_ALT_TRIVIAL = re.compile(
    r"\b(?:logo|icon|avatar|profile (?:picture|photo|image)|headshot|portrait of the author|gravatar)\b", re.IGNORECASE
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
    | Sign.SHOP
)
_TRIVIAL_LINK = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)|^#|^$|^javascript:|attachment|[?&]lightbox|/(?:images?|photos?|article_photo|galler(?:y|ies)|galeri[ea]|fotostrecken?|bilder(?:galerien?)?|fotos?|slideshows?|diaporama|pictures?)[/_?-]",
    re.IGNORECASE,
)
_SIZE_IN_NAME = re.compile(
    r"(?:[-_.](?:\d{2,5}x\d{0,5}|x\d{2,5}|w\d{2,5}|scaled|large|medium|small|thumb(?:nail)?|big|full|hd|original|master|crop(?:ped)?|social|share))+(?=\.|$)|@\dx",
    re.IGNORECASE,
)
_DULL_NAME = re.compile(
    r"^(?:\d{1,5}|image|photo|original|master|default|index|picture|img|file|\d+x\d+|[a-z]{1,3})?(?:\.\w{2,5})?$",
    re.IGNORECASE,
)


class Source(Struct, frozen=True):
    """The best version of a picture that a page names."""

    url: str
    alt: str
    width: int
    height: int


def find_source(element: HtmlElement, base: str) -> Source:
    """Return the address of the best version of the picture ``element``, its alternative text and its size."""
    width, height = _pixels(element.get("width")), _pixels(element.get("height"))
    widest = _widest(element)
    url = next((url for text in (widest, *_addresses(element)) if (url := _picture_url(text, base))), "")
    return Source(url, clean_line(element.get("alt") or ""), width, height)


def _addresses(element: HtmlElement) -> Iterator[str]:
    for name in _ADDRESSES:
        value = element.get(name)
        if value and not value.startswith("data:") and (name != "data-url" or _IMAGE_FILE.search(value)):
            yield value


def _picture_url(text: str, base: str) -> str:
    url = clean_url(text, base) if text else ""
    return "" if _is_placeholder(url) else url


def find_source_in(box: HtmlElement, base: str) -> str:
    """Return the address of the picture that ``box`` shows without an ``img``: of its script, its style or its link."""
    for element in box.iter():
        if not isinstance(element.tag, str):
            continue
        for value in _hidden_addresses(element):
            url = clean_url(value, base)
            if url and not _TRIVIAL.search(url):
                return url
    return ""


def _hidden_addresses(element: HtmlElement) -> Iterator[str]:
    if element.tag == "source" and (candidates := _candidates(element)):
        yield max(candidates)[1]
    for name, value in element.attrib.items():
        if name == "style" and (match := _BACKGROUND.search(str(value))):
            yield match[1]
        elif (name in _ADDRESSES or name in ("href", "content") or name.startswith("data-")) and _IMAGE_FILE.search(
            str(value)[:2000]
        ):
            yield str(value)


def _is_placeholder(address: str) -> bool:
    return bool(
        re.search(
            r"placeholder|/(?:blank|spacer|transparent|pixel|1x1|lazy|loading)\b[^/]{0,20}$", address, re.IGNORECASE
        )
    )


def _widest(element: HtmlElement) -> str:
    """Return the widest candidate of the element's sets; libxml2 nests ``img`` within the ``source`` before it."""
    candidates = _candidates(element)
    box = element.getparent()
    while box is not None and box.tag in ("source", "noscript"):
        box = box.getparent()
    if box is not None and box.tag == "picture":
        for source in box.iter("source"):
            if "avif" not in (source.get("type") or "").lower():  # Pillow's formats here are PNG, JPEG, GIF, WebP
                candidates.extend(_candidates(source))
    fitting = [candidate for candidate in candidates if candidate[0] <= _WIDEST]
    return max(fitting, key=lambda candidate: candidate[0])[1] if fitting else candidates[0][1] if candidates else ""


def _candidates(element: HtmlElement) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for name in _SETS:
        matches = _CANDIDATE.finditer((element.get(name) or "")[:20_000])
        found.extend(
            (float(match["size"] or 1), match["url"].rstrip(","))
            for match in matches
            if not match["url"].startswith("data:")
        )
    return found


def _pixels(value: str | None) -> int:
    digits = (value or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0


def picture_key(url: str) -> str:
    """Return what the sizes of one picture have in common: its file's name without the size in it.

    Where the name says nothing ("1.jpg", "original"), what stands before it in the path belongs to it.
    """
    parts = urlsplit(url)
    pieces = [piece for piece in parts.path.split("/") if piece]
    name = _SIZE_IN_NAME.sub("", pieces[-1]) if pieces else ""
    if not name or _DULL_NAME.match(name):
        name = "/".join(pieces[-3:])
    if not _IMAGE_FILE.search(parts.path):
        name += "?" + "&".join(
            sorted(
                pair
                for pair in parts.query.split("&")
                if not re.match(
                    r"(?:w|h|width|height|q|quality|fit|crop|format|fm|auto|resize|dpr|s|size|rect|v)=", pair
                )
            )
        )
    return name.rsplit(".", 1)[0].lower() if _IMAGE_FILE.search(name) else name.lower()


def is_trivial(source: Source) -> bool:
    """Whether it is a logo, an icon, a pixel or a portrait of the author, by its address, words and size."""
    if _TRIVIAL.search(source.url) or _ALT_TRIVIAL.search(source.alt):
        return True
    return 0 < source.width < _SMALLEST or 0 < source.height < _SMALLEST // 2


def leads_away(picture: Picture) -> bool:
    """Whether the picture is a link to another page, as those of related stories are."""
    return bool(picture.linked) and not _TRIVIAL_LINK.search(picture.linked)


def is_content_picture(picture: Picture, source: Source) -> bool:
    """Whether a picture without a caption is the story's and no logo, portrait of the author, pixel or teaser."""
    if not source.url or is_trivial(source) or (picture.zone.above | picture.signs) & _FURNITURE:
        return False
    if _is_counting_pixel(picture, source):
        return False
    return picture.alone and not leads_away(picture)


def _is_counting_pixel(picture: Picture, source: Source) -> bool:
    """Whether it counts readers whose browsers run no scripts: in a ``noscript``, without size, words, file."""
    parent = picture.element.getparent()
    bare = not source.alt and not source.width and not _IMAGE_FILE.search(source.url)
    return bare and parent is not None and parent.tag == "noscript"
