"""What is said of a picture: caption and credit, from its legend's lines and its own attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import clean_line
from tui.extract.credits import clean_credit, is_labelled_credit, join_credit, split_credit
from tui.extract.titles import plain
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.extract.legends import Legend
    from tui.extract.outline import Line, Outline, Picture, Style, Zone

_CREDIT = Sign.CREDIT | Sign.BYLINE | Sign.FOOTER
"""Within a caption, what is called an author is the photographer, and what is called copyright is the credit."""


def own_caption(picture: Picture) -> tuple[str, str]:
    """Return what lightboxes show under a picture that has no caption on the page: ``data-caption``.

    It stands on the picture, or on the link around it that opens the box.
    """
    for name in ("data-caption", "data-sub-html"):
        for element in _with_link(picture):
            caption = plain(element.get(name) or "")
            if caption and not caption.startswith(("#", ".")):  # a selector of what holds the caption
                return split_credit(caption)
    return "", ""


def own_credit(picture: Picture, caption: str) -> str:
    """Return the credit that stands in the picture's attributes: its own, or after the caption in its title."""
    for name in ("data-credit", "data-copyright", "data-source", "data-photographer"):
        for element in _with_link(picture):
            value = clean_line(element.get(name) or "", 120)
            if value and "<" not in value and "/" not in value[:1] and "." not in value.rsplit("/", 1)[-1]:
                return clean_credit(value)
    title = clean_line(picture.element.get("title") or picture.element.get("alt") or "")
    credit = split_credit(title)[1]
    if credit:
        return credit
    if caption and title.startswith(caption) and re.match(r"\s?[|/–—-]\s", title[len(caption) :]):
        return clean_credit(title[len(caption) :])
    return ""


def _with_link(picture: Picture) -> list[HtmlElement]:
    around = picture.element.getparent()
    return [picture.element, around] if around is not None and around.tag == "a" else [picture.element]


def read_legend(outline: Outline, legend: Legend) -> tuple[str, str]:
    """Return caption and credit out of a legend's lines: told by what they are called, else by what they say."""
    captions: list[str] = []
    credits_found: list[str] = []
    for index in legend.lines:
        line = outline.lines[index]
        if len(line.text) < 200 and (_is_called_credit(line, legend.box) or is_labelled_credit(line.text)):
            credits_found.append(line.text)
            continue
        text, credit = _split_parts(line.parts)
        captions.extend([text] if text else [])
        credits_found.extend([credit] if credit else [])
    if len(captions) > 1 and not credits_found and _reads_like_credit(captions[-1]):
        credits_found.append(captions.pop())
    credit = clean_credit(clean_line("; ".join(dict.fromkeys(credits_found))))
    caption = clean_line(" ".join(dict.fromkeys(captions)))
    return join_credit(caption, credit) if credit else split_credit(caption)


def _reads_like_credit(text: str) -> bool:
    """Whether the last line under a picture is a few names: "Getty Images", "Bo Lind for The Globe"."""
    words = text.split()
    return (
        len(words) <= 6 and len(text) < 50 and text[-1] not in ".!?…:" and all(not word[0].islower() for word in words)
    )


def _is_called_credit(line: Line, box: Zone) -> bool:
    """Whether the line, or a box around it within the caption's, is called a credit, an author, a copyright."""
    if line.signs & _CREDIT:
        return True
    for zone in line.zone.ancestors():
        if zone is box or zone.signs & Sign.CAPTION:
            return bool(zone.signs & Sign.CREDIT)
        if zone.signs & _CREDIT:
            return True
    return False


def _split_parts(parts: list[tuple[str, Style]]) -> tuple[str, str]:
    """Split by what the inline elements are called: a span named "credit" at the end."""
    credit = "".join(text for text, style in parts if style.signs & _CREDIT)
    rest = "".join(text for text, style in parts if not style.signs & _CREDIT)
    return " ".join(rest.split()), " ".join(credit.split()) if rest.strip() else ""
