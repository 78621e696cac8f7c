"""Pages that a server sends out of order: each late part is put where it belongs.

React streams what is ready first and sends the rest in hidden boxes at the end
of the page, ``<div hidden id="S:3">``; a script moves each to the place kept
for it, ``<template id="B:3">`` for a boundary and ``P:3`` for a segment
(ReactDOMServer's ``renderToPipeableStream``). No script runs here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SENT = "S:"
_KEPT = ("P:", "B:")
_MOST = 1_000
"""Parts that are looked at: a page of a thousand has gone wrong."""
_SIGN = 'id="S:'


def settle_streamed(root: HtmlElement, text: str) -> None:
    """Move the late parts of the page ``text``, parsed as ``root``, to the places that were kept for them."""
    if _SIGN not in text:
        return
    places = {key: place for place in root.iter("template") if (key := place.get("id") or "").startswith(_KEPT)}
    parts = [part for part in root.iter("div") if (part.get("id") or "").startswith(_SENT)]
    for part in parts[:_MOST]:
        key = part.get("id") or ""
        if part.get("hidden") is None:
            continue
        place = next((places[kept + key[2:]] for kept in _KEPT if kept + key[2:] in places), None)
        if place is not None and part not in place.iterancestors():
            _move(part, place)


def _move(part: HtmlElement, place: HtmlElement) -> None:
    """Put ``part`` where ``place`` stands, no longer hidden."""
    parent = place.getparent()
    if parent is None:
        return
    part.drop_tree()  # what stands behind it stays where it was
    del part.attrib["hidden"]
    part.tail = None
    parent.insert(parent.index(place), part)
