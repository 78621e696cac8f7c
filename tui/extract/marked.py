"""Elements that a page marks for machines (microdata, ``rel``), told by where they stand: this story's or another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

    from tui.extract.outline import Outline, Zone

_FOREIGN = Sign.COMMENT | Sign.RELATED | Sign.NAVIGATION | Sign.ADVERT | Sign.CONSENT | Sign.CAPTION
_BEFORE, _AFTER = 6, 24
"""How many lines before and after the headline an element stands that speaks of the story."""


def is_foreign(zone: Zone) -> bool:
    """Whether the box of a byline is another story's: what is said around it counts, not its own "teaser-author"."""
    boxes = zone.ancestors()
    outermost = max((index for index, box in enumerate(boxes[:4]) if box.signs & Sign.BYLINE), default=-1)
    around = boxes[min(outermost + 1, len(boxes) - 1)]
    within = any(box.tag in ("article", "main") for box in boxes)
    return bool(around.above & (_FOREIGN if within else _FOREIGN | Sign.SIDE | Sign.FOOTER))


def near_headline(
    elements: Iterable[HtmlElement], outline: Outline, headline: int, read: Callable[[HtmlElement], list[str]]
) -> list[str]:
    """Return what ``read`` finds in the elements near the headline.

    Else in the first of them, for the later ones may stand under other stories.
    """
    near: list[str] = []
    first: list[str] = []
    for element, box in _placed(elements, outline):
        found = [] if is_foreign(box) else read(element)
        first = first or found
        if headline - _BEFORE <= box.first <= headline + _AFTER:
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
