"""What a line beside a picture is: its caption, a note of its credit, or neither."""
# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind
from tui.extract.comparing import squash
from tui.extract.credits import split_credit
from tui.extract.furniture import furniture_kind
from tui.extract.names import read_byline
from tui.extract.pictures import leads_away
from tui.extract.surveying import weigh
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.extract.outline import Line, Picture, Zone

CAPTION = Sign.CAPTION | Sign.CREDIT
_NO_CAPTION = Sign.BYLINE | Sign.DATE | Sign.SHARE | Sign.COMMENT | Sign.NEWSLETTER | Sign.NAVIGATION | Sign.ADVERT
_NO_NOTE = Sign.TITLE | Sign.HIDDEN | Sign.PAYWALL
_NOT_TEXT = (BlockKind.TABLE, BlockKind.CODE, BlockKind.RULE)
_MEDIA_NAME = re.compile(
    r"image|img|photo|foto|bild|picture|media|galler|galer|slide|figure|caption|thumb", re.IGNORECASE
)
_DATED = re.compile(
    r"^(?:vandaag|heute|gestern|today|yesterday|hoy|ayer|oggi|ieri|aujourd.hui|hier|gisteren|i dag)\b.{0,12}\d{1,2}[:.h]\d\d|^\d{1,2}:\d{2}(?::\d{2})?\s\D|^\W{0,3}(?:\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)?\d{2}|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})|^(?:von|by|par|por)\s[A-ZÀ-Þ].{3,60}(?:\d{4}|\d\d:\d\d)",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"^\W{0,3}\d{1,2}:\d{2}(?::\d{2})?\s(?=\D)|\blaufzeit\s\d|\bdurée\s?:\s?\d|\bduration\s?:\s?\d|"
    r"(?:aktivier\w*|enable|activ\w+|habilit\w+|abilit\w+)\s(?:\w+\s){0,2}javascript",
    re.IGNORECASE,
)
"""How long a video or a sound is, or what a player asks for: its title and no caption."""

_SIGNED = re.compile(r"^(?:by|von|par|por)\s[A-ZÀ-Þ][\w.'’-]+\s[A-ZÀ-Þ]", re.IGNORECASE)
_NEVER = ("player", "newsletter", "skip", "share", "comment")
"""Kinds of furniture that are none the less for standing in a caption's box."""

_STORY = 600
"""Letters of prose around a box that make it a part of a story."""

_NOT_IN_STORY = Sign.SIDE | Sign.RELATED | Sign.FOOTER | Sign.COMMENT | Sign.BYLINE | Sign.NAVIGATION | Sign.CONSENT
LONGEST = 700
"""Letters of the longest line that is a caption; magazines do write them."""


def may_be_caption(line: Line) -> bool:
    """Whether ``line``, in a box that is a picture's, may say what the picture shows or who made it."""
    text = line.text
    if line.kind in _NOT_TEXT or len(text) > LONGEST or _is_byline(text) or _PLAYED.search(text):
        return False
    if any(zone.signs & Sign.QUOTE for zone in line.zone.ancestors(3)):
        return False
    named = _is_named_caption(line)
    if not named and (
        (line.zone.signs | line.signs) & (_NO_CAPTION | _NO_NOTE)
        or line.kind is BlockKind.QUOTE
        or line.linked * 3 > len(text) * 2
    ):
        return False
    kind = furniture_kind(text)
    if not kind or split_credit(text)[1]:
        return True  # "© Bo Lind" and "Photo: …" are furniture anywhere else
    return named and len(text) > 40 and kind not in _NEVER


def _is_byline(text: str) -> bool:
    """Whether it says who wrote a story, or when, or how long a video is: portraits and stills stand in figures too."""
    if len(text) >= 90:
        return False
    return bool(_DATED.search(text) or (_SIGNED.search(text) and read_byline(text)))


def _is_named_caption(line: Line) -> bool:
    if line.signs & CAPTION:
        return True
    return any(zone.tag == "figcaption" or zone.signs & CAPTION for zone in line.zone.ancestors(4))


def is_short_note(line: Line) -> bool:
    """Whether ``line``, beside a caption in the same box, is likely its credit or the rest of it."""
    return len(line.text) < 120 and may_be_caption(line) and line.linked * 2 < len(line.text)


def speaks_of(line: Line, picture: Picture, box: Zone) -> bool:
    """Whether ``line``, alone in a box with ``picture``, is its caption."""
    if not may_be_caption(line) or line.linked * 2 > len(line.text):
        return False
    if any(_says_the_same(line.text, told) for told in _told_of(picture)):
        return True
    if split_credit(line.text)[1] and box.chars < 600:
        return True
    if (
        box.chars < 600
        and box.last - box.first <= 3
        and weigh(line.text) < 250
        and (_is_media_box(line, box) or _is_label(line, picture, box))
    ):
        return True
    return line.zone is picture.zone and len(line.text) < 250 and is_set_apart(line)


def _is_label(line: Line, picture: Picture, box: Zone) -> bool:
    """Whether a line alone with a picture, in a box between the story's paragraphs, is no paragraph itself.

    Stories stand in ``p``; what scripts without a vocabulary put under pictures stands in ``div``.
    """
    if line.kind is not BlockKind.PARAGRAPH or line.zone.tag != "div" or leads_away(picture):
        return False
    if len(line.text.split()) < 3 or next(box.element.iter("button", "input", "form", "details"), None) is not None:
        return False
    around = box.ancestors(4)[1:]
    return any(zone.prose > _STORY for zone in around) and not around[-1].above & _NOT_IN_STORY


def _told_of(picture: Picture) -> Iterator[str]:
    for name in ("alt", "title", "data-caption", "data-title", "aria-label"):
        value = picture.element.get(name)
        if value:
            yield value


def _says_the_same(text: str, told: str) -> bool:
    one, other = squash(text)[:80], squash(told)[:80]
    short = min(len(one), len(other))
    return short >= 15 and one[:short] == other[:short]


def _is_media_box(line: Line, box: Zone) -> bool:
    """Whether the box, or one between it and the line, is named for a picture: ``absatzbild``, ``image-wrapper``."""
    zone: Zone | None = line.zone
    while zone is not None:
        if _MEDIA_NAME.search(f"{zone.element.get('class') or ''} {zone.element.get('id') or ''}"):
            return True
        if zone is box:
            break
        zone = zone.parent
    return False


def is_set_apart(line: Line) -> bool:
    """Whether all of the line is set strong or italic, as captions in the picture's own paragraph are."""
    return line.kind is BlockKind.PARAGRAPH and all(
        any(kind in (MarkKind.STRONG, MarkKind.EMPHASIS) for kind, _ in style.marks)
        for text, style in line.parts
        if text.strip()
    )
