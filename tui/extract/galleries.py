"""Pictures that a page tells of in JSON: JSON-LD's image objects, and the galleries of its scripts.

A gallery that a script draws stands in the page as JSON: a list of objects, each
with a picture's address and a caption. It is looked for only where the page's own
counter tells of more pictures than were found.
"""

# ruff: noqa: SIM905 - lists of keys are read by the line

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from tui.article import Figure, clean_line, clean_url
from tui.extract.credits import clean_credit, split_credit, split_names
from tui.extract.pictures import picture_key
from tui.extract.structured import text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.extract.structured import Facts

_ADDRESSES = "contentUrl url src image imageUrl image_url original href fullUrl large full file thumbnailUrl".split()
_CAPTIONS = ("caption", "captionText", "caption_text", "longCaption", "description", "body", "text", "title", "name")
_CREDITS = "creditText credit credits copyrightHolder copyrightNotice photographer author source byline".split()
_MARKUP = re.compile(r"<[^<>]{0,400}>")
_NODE_LIMIT = 30_000
_MOST = 300


@dataclass(frozen=True, slots=True)
class Told:
    """What JSON says of a picture."""

    url: str
    caption: str
    credit: str


def told_pictures(facts: Facts, base: str) -> dict[str, Told]:
    """Return what the JSON-LD says of the article's pictures (schema.org ``ImageObject``), by their keys."""
    told: dict[str, Told] = {}
    for node in (facts.article, *facts.nodes):
        images = node.get("image") if node is facts.article else node
        for item in images if isinstance(images, list) else [images]:
            if isinstance(item, dict) and "imageobject" in types_of(item):
                known = _told(item, base)
                if known and (known.caption or known.credit):
                    told.setdefault(picture_key(known.url), known)
    return told


def find_gallery(facts: Facts, base: str, counted: int, shown: list[str]) -> list[Figure]:
    """Return the pictures of the page's gallery that are not among the addresses ``shown``.

    ``counted`` is how many the page's counter tells of; of several lists the one of just that length is the gallery.
    """
    if counted <= len(shown) or counted < 2:
        galleries = [found for node in facts.nodes if "imagegallery" in types_of(node) for found in _lists(node, base)]
    else:
        galleries = [found for value in (*facts.nodes, *facts.states()) for found in _lists(value, base)]
    if not galleries:
        return []
    best = max(galleries, key=lambda found: (len(found) == counted, min(len(found), counted or _MOST)))
    keys = {picture_key(url) for url in shown if url}
    return [_figure(item) for item in best[:_MOST] if picture_key(item.url) not in keys]


def _figure(item: Told) -> Figure:
    photographer, agency = split_names(item.credit)
    return Figure(1, 1, 0, item.url, "", item.caption, item.credit, photographer, agency)


def _lists(value: object, base: str) -> Iterator[list[Told]]:
    """Yield every list in ``value`` whose items are pictures with captions."""
    queue: list[Any] = [value]
    seen = 0
    while queue and seen < _NODE_LIMIT:
        item = queue.pop()
        seen += 1
        if isinstance(item, dict):
            queue.extend(child for child in item.values() if isinstance(child, dict | list))
        elif isinstance(item, list):
            objects = [child for child in item if isinstance(child, dict)]
            pictures = [told for child in objects[:_MOST] if (told := _told(child, base))] if len(objects) > 1 else []
            if len(pictures) > 1 and sum(1 for told in pictures if told.caption) * 2 > len(pictures):
                yield pictures
            else:
                queue.extend(objects)


def _told(item: dict[str, Any], base: str) -> Told | None:
    url = ""
    for name in _ADDRESSES:
        value = item.get(name)
        text = (
            value if isinstance(value, str) else value.get("url") or value.get("src") if isinstance(value, dict) else ""
        )
        if isinstance(text, str) and text and _looks_like_picture(name, text):
            url = clean_url(text, base)
            break
    if not url:
        return None
    caption = next((text for name in _CAPTIONS if (text := _plain(item.get(name)))), "")
    credit = next((text for name in _CREDITS if (text := _plain(item.get(name)))), "")
    if not credit:
        caption, credit = split_credit(caption)
    return Told(url, caption, clean_credit(credit))


def _looks_like_picture(name: str, text: str) -> bool:
    if re.search(r"\.(?:jpe?g|png|webp|gif)\b", text[:2000], re.IGNORECASE):
        return True
    return name == "contentUrl" or (name in ("src", "imageUrl", "image_url") and text.startswith(("http", "/")))


def _plain(value: object) -> str:
    text = text_of(value)
    return clean_line(_MARKUP.sub(" ", unescape(text)) if "<" in text or "&" in text else text)
