"""Elements that a page marks for machines (microdata, ``rel``), told by where they stand: this story's or another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

    from tui.extract.outline import Outline, Zone

FOREIGN = Sign.COMMENT | Sign.RELATED | Sign.NAVIGATION | Sign.ADVERT | Sign.CONSENT | Sign.CAPTION
"""What boxes are called whose bylines and dates are other texts'."""

_LOOSE = Sign.RELATED | Sign.ADVERT | Sign.CONSENT | Sign.CAPTION | Sign.SIDE
"""Names that templates also give to what a whole story stands in."""

BEFORE, AFTER = 6, 24
"""How many lines before and after the headline a byline stands, or an element that speaks of the story."""


class Setting(Struct, frozen=True):
    """What is known of a page's own story when it is asked who wrote it."""

    headline: int
    """Index of the headline's line; -1 when it is not on the page."""
    own: int = 0
    """What the boxes around the story are called too that would make other boxes foreign: "advert-page"."""
    sections: frozenset[str] = frozenset()
    """What the site's sections are called, squashed: "Tech Industry" reads like a person."""


def setting_of(outline: Outline, headline: int, sections: frozenset[str] = frozenset()) -> Setting:
    """Return the setting of the story whose headline is the line ``headline``."""
    above = outline.lines[headline].zone.above if 0 <= headline < len(outline.lines) else 0
    return Setting(headline, above & _LOOSE, sections)


def is_foreign(zone: Zone, own: int = 0) -> bool:
    """Whether the box of a byline is another story's: what is said around it counts, not its own "teaser-author".

    ``own`` is what the story's own boxes are called.
    """
    boxes = zone.ancestors()
    outermost = max((index for index, box in enumerate(boxes[:4]) if box.signs & Sign.BYLINE), default=-1)
    around = boxes[min(outermost + 1, len(boxes) - 1)]
    within = any(box.tag in ("article", "main") for box in boxes)
    return bool(around.above & ~own & (FOREIGN if within else FOREIGN | Sign.SIDE | Sign.FOOTER))


def near_headline(
    elements: Iterable[HtmlElement], outline: Outline, setting: Setting, read: Callable[[HtmlElement], list[str]]
) -> list[str]:
    """Return what ``read`` finds in the elements near the headline.

    Else in the first of them, for the later ones may stand under other stories.
    """
    near: list[str] = []
    first: list[str] = []
    for element, box in _placed(elements, outline):
        found = [] if is_foreign(box, setting.own) else read(element)
        first = first or found
        if -BEFORE <= box.first - setting.headline <= AFTER:
            near.extend(found)
    return near or first


def is_of_another(element: HtmlElement) -> bool:
    """Whether microdata say that it is part of what the story only holds: a comment, a cited work."""
    return any(box.get("itemprop") in ("citation", "comment", "hasPart") for box in element.iterancestors())


def _placed(elements: Iterable[HtmlElement], outline: Outline) -> Iterator[tuple[HtmlElement, Zone]]:
    boxes = {zone.element: zone for zone in outline.zones}
    for element in elements:
        box: HtmlElement | None = element
        while box is not None and box not in boxes:
            box = box.getparent()
        if box is not None:
            yield element, boxes[box]
