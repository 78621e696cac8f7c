"""What stands under a picture: which lines of a page are captions and credits, and of which picture.

Most captions stand in a ``figcaption``; the rest is told by the box that holds a
picture and little else: named for what it is, saying what the picture's own
attributes say, or ending in a credit.
"""

# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind
from tui.extract.credits import split_credit
from tui.extract.furniture import furniture_kind
from tui.extract.names import read_byline
from tui.extract.pictures import leads_away
from tui.extract.surveying import weigh
from tui.extract.titles import squash
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.extract.outline import Line, Outline, Picture, Zone

_CAPTION = Sign.CAPTION | Sign.CREDIT
_NO_CAPTION = Sign.BYLINE | Sign.DATE | Sign.SHARE | Sign.COMMENT | Sign.NEWSLETTER | Sign.NAVIGATION | Sign.ADVERT
_NO_NOTE = Sign.TITLE | Sign.HIDDEN | Sign.PAYWALL
_NOT_TEXT = (BlockKind.TABLE, BlockKind.CODE, BlockKind.RULE)
_MEDIA_NAME = re.compile(
    r"image|img|photo|foto|bild|picture|media|galler|galer|slide|figure|caption|thumb", re.IGNORECASE
)
_COUNTER = re.compile(
    r"^\W{0,3}(?:(?:image|photo|slide|picture|bild|foto|immagine|imagen|imagem|zdjęcie)\s)?(\d{1,3})\s?(?:/|of|von|de|sur|di|van|av|из|z|／)\s?(\d{1,3})\W{0,3}$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?:vandaag|heute|gestern|today|yesterday|hoy|ayer|oggi|ieri|aujourd.hui|hier|gisteren|i dag)\b.{0,12}\d{1,2}[:.h]\d\d|^\d{1,2}:\d{2}(?::\d{2})?\s\D|^\W{0,3}(?:\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)?\d{2}|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})|^(?:von|by|par|por)\s[A-ZÀ-Þ].{3,60}(?:\d{4}|\d\d:\d\d)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:by|von|par|por)\s[A-ZÀ-Þ][\w.'’-]+\s[A-ZÀ-Þ]", re.IGNORECASE)
_NEVER = ("player", "newsletter", "skip", "share", "comment")
"""Kinds of furniture that are none the less for standing in a caption's box."""

_REACH = 7
"""How many boxes up from a picture its caption may stand, or the other way round."""

_LARGEST = 1500
"""Letters in a box past which it holds more than a picture and its caption."""

_STORY = 600
"""Letters of prose around a box that make it a part of a story."""

_NOT_IN_STORY = Sign.SIDE | Sign.RELATED | Sign.FOOTER | Sign.COMMENT | Sign.BYLINE | Sign.NAVIGATION | Sign.CONSENT
_LONGEST = 700
"""Letters of the longest line that is a caption; magazines do write them."""


@dataclass(slots=True, eq=False)
class Legend:
    """What stands under one picture: its lines, and the picture once it is found."""

    box: Zone
    """What holds the lines, and mostly the picture too."""
    lines: list[int]
    picture: Picture | None = None


@dataclass(slots=True)
class Album:
    """The pictures of a page with their legends."""

    legends: list[Legend] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Indices of lines that are captions or credits and so no part of the body."""
    counters: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Place and number of pictures, by the index of the line that counts them ("1 / 24")."""


def read_album(outline: Outline) -> Album:
    """Find every caption on the page and the picture that it belongs to."""
    album = Album()
    within = _pictures_within(outline)
    groups: dict[int, Legend] = {}
    for index, line in enumerate(outline.lines):
        counter = _COUNTER.match(line.text) if len(line.text) < 24 else None
        if counter and 0 < int(counter[1]) <= int(counter[2]):
            album.counters[index] = int(counter[1]), int(counter[2])
            continue
        box = _caption_box(line, outline.lines)
        if box is not None and _may_be_caption(line):
            groups.setdefault(id(box), Legend(box, [])).lines.append(index)
    owned: set[int] = set()
    for legend in groups.values():
        legend.picture = _picture_of(legend, within, owned)
        _add(album, legend, owned, named=_is_named(outline, legend))
    for picture in outline.pictures:
        if id(picture) not in owned:
            found = _legend_around(picture, outline, within, album.taken)
            found = found or _note_after(picture, outline, album.taken)
            if found:
                _add(album, found, owned, named=True)
    return album


def _add(album: Album, legend: Legend, owned: set[int], *, named: bool) -> None:
    if legend.picture is not None:
        owned.add(id(legend.picture))
    elif not named:
        return
    album.legends.append(legend)
    album.taken.update(legend.lines)


def _is_named(outline: Outline, legend: Legend) -> bool:
    """Whether it is called a picture's caption: then there is a picture, even where only a script can put it in."""
    line = outline.lines[legend.lines[0]]
    signs = line.signs
    for zone in line.zone.ancestors()[: _REACH + 1]:
        signs |= zone.signs | (Sign.MEDIA if zone.tag == "figcaption" else 0)
        if zone is legend.box:
            break
    named = signs & Sign.CAPTION and signs & Sign.MEDIA
    return bool(named) and sum(len(outline.lines[index].text) for index in legend.lines) >= 15


def _pictures_within(outline: Outline) -> dict[int, list[Picture]]:
    within: dict[int, list[Picture]] = {}
    for picture in outline.pictures:
        for zone in picture.zone.ancestors()[: _REACH + 2]:
            within.setdefault(id(zone), []).append(picture)
    return within


def _caption_box(line: Line, lines: list[Line]) -> Zone | None:
    """Return the figure, or else the outermost caption box, that ``line`` stands in; none of them holds a headline."""
    found = None
    for zone in line.zone.ancestors()[: _REACH + 1]:
        if zone.tag == "figure":
            return zone if zone.chars < _LARGEST else found
        if zone.tag == "figcaption" or (
            zone.signs & _CAPTION and zone.chars < _LARGEST and not _holds_heading(zone, lines)
        ):
            found = zone
    if found is None and line.signs & _CAPTION and len(line.text) < _LONGEST:
        return line.zone
    return found


def _holds_heading(zone: Zone, lines: list[Line]) -> bool:
    return any(line.kind is BlockKind.HEADING for line in lines[zone.first : zone.last])


def _may_be_caption(line: Line) -> bool:
    if line.kind in _NOT_TEXT or len(line.text) > _LONGEST:
        return False
    if any(zone.signs & Sign.QUOTE for zone in line.zone.ancestors()[:3]):
        return False
    if len(line.text) < 90 and (
        _DATED.search(line.text) or (_SIGNED.search(line.text) and len(read_byline(line.text)) > 0)
    ):
        return False
    kind = furniture_kind(line.text)
    if _is_named_caption(line):
        return not kind or (len(line.text) > 40 and kind not in _NEVER) or bool(split_credit(line.text)[1])
    if (
        line.kind is BlockKind.QUOTE
        or (line.zone.signs | line.signs) & _NO_CAPTION
        or line.linked * 3 > len(line.text) * 2
    ):
        return False
    return not kind or bool(split_credit(line.text)[1])


def _is_named_caption(line: Line) -> bool:
    if line.signs & _CAPTION:
        return True
    return any(zone.tag == "figcaption" or zone.signs & _CAPTION for zone in line.zone.ancestors()[:4])


def _picture_of(legend: Legend, within: dict[int, list[Picture]], owned: set[int]) -> Picture | None:
    """Return the picture in the nearest box around the legend, the last before it first."""
    at = legend.lines[0]
    reach = _REACH if legend.box.signs & Sign.CAPTION or legend.box.tag == "figure" else 3
    for zone in legend.box.ancestors()[:reach]:
        inside = [picture for picture in within.get(id(zone), ()) if id(picture) not in owned]
        if inside:
            before = [picture for picture in inside if picture.line <= at]
            return before[-1] if before else inside[0]
        if zone.prose > _LARGEST:
            break
    return None


def _legend_around(
    picture: Picture, outline: Outline, within: dict[int, list[Picture]], taken: set[int]
) -> Legend | None:
    """Return what stands in the first box around ``picture`` that holds text, when it is a caption."""
    for zone in picture.zone.ancestors()[:_REACH]:
        if zone.tag in ("body", "main", "article") or zone.chars > _LARGEST or len(within.get(id(zone), ())) > 2:
            return None
        lines = [
            index for index in range(zone.first, zone.last) if index not in taken and outline.lines[index].text.strip()
        ]
        if not lines:
            continue
        if any(outline.lines[index].kind is BlockKind.HEADING for index in lines):
            return None
        told = [index for index in lines if _speaks_of(outline.lines[index], picture, zone)]
        if not told:
            return None
        short = [index for index in lines if index in told or _is_short_note(outline.lines[index])]
        return Legend(zone, short, picture)
    return None


def _is_short_note(line: Line) -> bool:
    return len(line.text) < 120 and _may_be_caption(line) and line.linked * 2 < len(line.text)


def _speaks_of(line: Line, picture: Picture, box: Zone) -> bool:
    """Whether ``line``, alone in a box with ``picture``, is its caption."""
    if not _may_be_caption(line) or line.linked * 2 > len(line.text):
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
    return line.zone is picture.zone and len(line.text) < 250 and _is_set_apart(line)


def _is_label(line: Line, picture: Picture, box: Zone) -> bool:
    """Whether a line alone with a picture, in a box between the story's paragraphs, is no paragraph itself.

    Stories stand in ``p``; what scripts without a vocabulary put under pictures stands in ``div``.
    """
    if line.kind is not BlockKind.PARAGRAPH or line.zone.tag != "div" or leads_away(picture):
        return False
    if len(line.text.split()) < 3 or next(box.element.iter("button", "input", "form", "details"), None) is not None:
        return False
    around = box.ancestors()[1:4]
    return any(zone.prose > _STORY for zone in around) and not around[-1].above & _NOT_IN_STORY


def _note_after(picture: Picture, outline: Outline, taken: set[int]) -> Legend | None:
    """Return the short sentence, set strong or italic, that follows a picture in a figure without a caption."""
    index = picture.line
    if picture.zone.tag != "figure" or index >= len(outline.lines) or index in taken:
        return None
    line = outline.lines[index]
    short = len(line.text) < 100 and line.text.endswith((".", "。", ")"))
    if short and line.zone.parent is picture.zone.parent and _is_set_apart(line) and _may_be_caption(line):
        return Legend(line.zone, [index], picture)
    return None


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


def _is_set_apart(line: Line) -> bool:
    """Whether all of the line is set strong or italic, as captions in the picture's own paragraph are."""
    return line.kind is BlockKind.PARAGRAPH and all(
        any(kind in (MarkKind.STRONG, MarkKind.EMPHASIS) for kind, _ in style.marks)
        for text, style in line.parts
        if text.strip()
    )
