"""Pictures that a page tells of in JSON: JSON-LD's image objects, and the galleries of its scripts.

A gallery that a script draws stands in the page as JSON: a list of objects, each
with a picture's address and a caption. It is looked for only where the page's own
counter tells of more pictures than were found, or a box is called a gallery.
"""

# ruff: noqa: SIM905 - lists of keys are read by the line

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.article import Figure, clean_line, clean_url
from tui.extract.credits import clean_credit, join_credit, split_credit, split_names
from tui.extract.pictures import picture_key
from tui.extract.scriptjson import read_json
from tui.extract.structured import strings, text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from tui.extract.structured import Facts

_ADDRESSES = "contentUrl url src image imageUrl image_url original href fullUrl large full file thumbnailUrl".split()
_CAPTIONS = ("caption", "captionText", "caption_text", "longCaption")
_WORDS = ("description", "body", "text", "title", "name")
_STORY_KEYS = frozenset(("headline", "slug", "datePublished", "articleBody", "teaser", "articleUrl", "permalink"))
"""What a picture does not have and a story that is told by one does."""

_CREDITS = "creditText credit credits copyrightHolder copyrightNotice photographer author source byline".split()
_MARKUP = re.compile(r"<[^<>]{0,400}>")
_NODE_LIMIT = 30_000
_MOST = 300
_SHORTEST = 40


class Told(Struct, frozen=True):
    """What JSON says of a picture."""

    url: str
    caption: str
    credit: str
    named: bool = False
    """Whether its words are called a caption, and not a title or a description."""


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


def find_gallery(states: Iterable[object], base: str, counted: int) -> list[Figure]:
    """Return the pictures of the page's gallery that ``states``, the page's JSON, hold; none when that is not sure.

    ``counted`` is how many the page's own counter tells of, 0 without one: of several lists the one of that
    length is the gallery. Without a counter only a list counts whose items call their words a caption.
    """
    lists = [found for state in states for found in _lists(state, base)]
    if counted:
        lists = [found for found in lists if len(found) <= counted + 1]
    else:
        lists = [found for found in lists if all(told.named for told in found)]
    if not lists:
        return []
    best = max(lists, key=lambda found: (len(found) == counted, sum(told.named for told in found), len(found)))
    return [_figure(item) for item in best]


def attribute_states(body: HtmlElement) -> Iterator[object]:
    """Yield the values of attributes that hold a gallery's JSON (``data-gallery="[{…}]"``)."""
    for element in body.iter():
        for value in element.attrib.values():
            if len(value) > _SHORTEST and value[0] in "[{" and "caption" in value:
                yield read_json(str(value))


def _figure(item: Told) -> Figure:
    photographer, agency = split_names(item.credit)
    return Figure(0, 0, 0, item.url, "", item.caption, item.credit, photographer, agency)


def _lists(value: object, base: str) -> Iterator[list[Told]]:
    """Yield every list in ``value`` whose items are pictures with words of their own."""
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
    if _STORY_KEYS & item.keys():
        return None
    url = next((url for name in _ADDRESSES if (url := _address(name, item.get(name), base))), "")
    if not url:
        return None
    named = next((text for name in _CAPTIONS if (text := _plain(item.get(name)))), "")
    caption = named or next((text for name in _WORDS if (text := _plain(item.get(name)))), "")
    credit = next((text for name in _CREDITS if (text := _plain(item.get(name)) or _made_by(item.get(name)))), "")
    if credit:
        caption, credit = join_credit(caption, clean_credit(credit))
    else:
        caption, credit = split_credit(caption)
    return Told(url, caption, credit, named=bool(named))


def _made_by(value: object) -> str:
    """Return the persons and the houses in a field that parts them: ``{"by": […], "affiliation": […]}``."""
    if not isinstance(value, dict):
        return ""
    return "/".join(
        ", ".join(named)
        for key in ("by", "affiliation")
        if (named := [text for text in strings(value.get(key)) if text])
    )


def _address(name: str, value: object, base: str) -> str:
    """Return the address in a field: a text, an object with one, or a list of versions with the widest among them."""
    if isinstance(value, list):
        versions = [item for item in value if isinstance(item, dict)]
        value = max(versions, key=_width) if versions else next((item for item in value if isinstance(item, str)), "")
    if isinstance(value, dict):
        value = value.get("url") or value.get("src") or value.get("contentUrl")
    return clean_url(value, base) if isinstance(value, str) and value and _looks_like_picture(name, value) else ""


def _width(version: dict[str, Any]) -> int:
    width = version.get("width")
    return width if isinstance(width, int) else 0


def _looks_like_picture(name: str, text: str) -> bool:
    if re.search(r"\.(?:jpe?g|png|webp|gif)\b", text[:2000], re.IGNORECASE):
        return True
    return name == "contentUrl" or (name in ("src", "imageUrl", "image_url") and text.startswith(("http", "/")))


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("text", "html", "plain", "name", "@value") if value.get(key)), "")
    text = text_of(value)
    return clean_line(_MARKUP.sub(" ", unescape(text)) if "<" in text or "&" in text else text)
