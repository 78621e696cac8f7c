"""What stands under a picture: which lines of a page are captions and credits, and of which picture.

Most captions stand in a ``figcaption``; the rest is told by the box that holds a
picture and little else: named for what it is, saying what the picture's own
attributes say, or ending in a credit.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.article import BlockKind
from tui.extract.captionlines import CAPTION, is_set_apart, is_short_note, may_be_caption, speaks_of
from tui.extract.counters import read_counter
from tui.extract.credits import is_labelled_credit
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Line, Outline, Picture, Zone

_REACH = 7
"""How many boxes up from a picture its caption may stand, or the other way round."""

_LARGEST = 1500
"""Letters in a box past which it holds more than a picture and its caption."""


class Legend(Struct, eq=False):
    """What stands under one picture: its lines, and the picture once it is found."""

    box: Zone
    """What holds the lines, and mostly the picture too."""
    lines: list[int]
    picture: Picture | None = None


class Album(Struct):
    """The pictures of a page with their legends."""

    legends: list[Legend] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Indices of lines that are captions or credits and so no part of the body."""
    counters: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Place and number of pictures, by the index of the line that counts them ("1 / 24")."""


def read_album(outline: Outline) -> Album:
    """Find every caption on the page and the picture that it belongs to."""
    album = Album()
    free = _pictures_within(outline)
    crowds = {zone: len(pictures) for zone, pictures in free.items()}
    owned: set[int] = set()
    for legend in _named_legends(outline, album):
        legend.picture = _picture_of(legend, free, owned)
        _add(album, legend, owned, named=_is_named(outline, legend))
    for picture in outline.pictures:
        if id(picture) not in owned:
            found = _legend_around(picture, outline, crowds, album.taken)
            found = found or _note_after(picture, outline, album.taken)
            if found:
                _add(album, found, owned, named=True)
    _take_lone_credits(album, outline)
    return album


def _named_legends(outline: Outline, album: Album) -> list[Legend]:
    """Return the lines in figures and caption boxes by box; counters go into ``album``."""
    legends: dict[int, Legend] = {}
    boxes: dict[int, Zone | None] = {}
    for index, line in enumerate(outline.lines):
        if counter := read_counter(line.text):
            album.counters[index] = counter
            continue
        key = id(line.zone)
        if key not in boxes:
            boxes[key] = _caption_box(line.zone, outline.lines)
        box = boxes[key] or (line.zone if line.signs & CAPTION else None)
        if box is not None and may_be_caption(line):
            legend = legends.get(id(box)) or _captioned_beside(box, index, legends)
            legends.setdefault(id(legend.box), legend).lines.append(index)
    return list(legends.values())


def _captioned_beside(box: Zone, index: int, legends: dict[int, Legend]) -> Legend:
    """Return the legend whose next line is ``index``, if ``box`` is its neighbour called a credit; else a new one."""
    last = next(reversed(legends.values()), None)
    follows = last is not None and last.lines[-1] == index - 1 and last.box.parent is box.parent
    if last and follows and box.signs & CAPTION == Sign.CREDIT and not last.box.signs & Sign.CREDIT:
        return last
    return Legend(box, [])


def _take_lone_credits(album: Album, outline: Outline) -> None:
    """Give a picture the line after it, or after its caption, that is nothing but a labelled credit."""
    known = {id(legend.picture): legend for legend in album.legends}
    for picture in outline.pictures:
        legend = known.get(id(picture))
        index = legend.lines[-1] + 1 if legend else picture.line
        if index >= len(outline.lines) or index in album.taken:
            continue
        line = outline.lines[index]
        around = (line.zone.parent or line.zone).above  # the line's own box may be called copyright
        if not is_labelled_credit(line.text) or around & (Sign.FOOTER | Sign.NAVIGATION):
            continue
        if legend is None:
            legend = Legend(line.zone, [], picture)
            album.legends.append(legend)
        legend.lines.append(index)
        album.taken.add(index)


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
    for zone in line.zone.ancestors(_REACH + 1):
        signs |= zone.signs | (Sign.MEDIA if zone.tag == "figcaption" else 0)
        if zone is legend.box:
            break
    named = signs & Sign.CAPTION and signs & Sign.MEDIA
    return bool(named) and sum(len(outline.lines[index].text) for index in legend.lines) >= 15


def _pictures_within(outline: Outline) -> dict[int, list[Picture]]:
    within: dict[int, list[Picture]] = {}
    for picture in outline.pictures:
        for zone in picture.zone.ancestors(_REACH + 2):
            within.setdefault(id(zone), []).append(picture)
    return within


def _caption_box(zone: Zone, lines: list[Line]) -> Zone | None:
    """Return the figure, or else the outermost caption box, around ``zone``; none of them holds a headline."""
    found = None
    for box in zone.ancestors(_REACH + 1):
        if box.tag == "figure":
            return box if box.chars < _LARGEST else found
        if box.tag == "figcaption" or (box.signs & CAPTION and box.chars < _LARGEST and not _holds_heading(box, lines)):
            found = box
    return found


def _holds_heading(zone: Zone, lines: list[Line]) -> bool:
    return any(line.kind is BlockKind.HEADING for line in lines[zone.first : zone.last])


def _picture_of(legend: Legend, free: dict[int, list[Picture]], owned: set[int]) -> Picture | None:
    """Return the picture in the nearest box around the legend, the last before it first."""
    at = legend.lines[0]
    reach = _REACH if legend.box.signs & Sign.CAPTION or legend.box.tag == "figure" else 3
    for zone in legend.box.ancestors(reach):
        picture = _nearest(free.get(id(zone), []), at, owned)
        if picture is not None or zone.prose > _LARGEST:
            return picture
    return None


def _nearest(free: list[Picture], at: int, owned: set[int]) -> Picture | None:
    """Return the last picture before line ``at``, else the first after it; what is owned meanwhile goes from ``free``.

    So a gallery of thousands takes as many steps.
    """
    place = bisect_right(free, at, key=lambda picture: picture.line)
    while place and id(free[place - 1]) in owned:
        place -= 1
        del free[place]
    while not place and free and id(free[0]) in owned:
        del free[0]
    return free[max(0, place - 1)] if free else None


def _legend_around(picture: Picture, outline: Outline, crowds: dict[int, int], taken: set[int]) -> Legend | None:
    """Return what stands in the first box around ``picture`` that holds text, when it is a caption."""
    for zone in picture.zone.ancestors(_REACH):
        if zone.tag in ("body", "main", "article") or zone.chars > _LARGEST or crowds.get(id(zone), 0) > 2:
            return None
        lines = [
            index for index in range(zone.first, zone.last) if index not in taken and outline.lines[index].text.strip()
        ]
        if not lines:
            continue
        if any(outline.lines[index].kind is BlockKind.HEADING for index in lines):
            return None
        told = [index for index in lines if speaks_of(outline.lines[index], picture, zone)]
        if not told:
            return None
        short = [index for index in lines if index in told or is_short_note(outline.lines[index])]
        return Legend(zone, short, picture)
    return None


def _note_after(picture: Picture, outline: Outline, taken: set[int]) -> Legend | None:
    """Return the short sentence, set strong or italic, that follows a picture in a figure without a caption."""
    index = picture.line
    if picture.zone.tag != "figure" or index >= len(outline.lines) or index in taken:
        return None
    line = outline.lines[index]
    short = len(line.text) < 100 and line.text.endswith((".", "。", ")"))
    if short and line.zone.parent is picture.zone.parent and is_set_apart(line) and may_be_caption(line):
        return Legend(line.zone, [index], picture)
    return None
