"""Every content picture with its caption and its credit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.article import Figure, clean_line
from tui.extract.credits import clean_credit, split_credit, split_names, take_credit
from tui.extract.pictures import Source, find_source, is_content_picture
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.outline import Line, Outline, Picture, Style, Zone

_CAPTION = Sign.CAPTION | Sign.CREDIT
_FOREIGN = Sign.RELATED | Sign.NAVIGATION | Sign.FOOTER | Sign.COMMENT | Sign.ADVERT | Sign.NEWSLETTER | Sign.CONSENT
_REACH = 6
"""How many boxes up from its caption a picture may stand."""


@dataclass(slots=True)
class Legend:
    """What stands under one picture: its lines, and the picture once it is found."""

    zone: Zone
    lines: list[int]
    picture: Picture | None = None


@dataclass(slots=True)
class Album:
    """The pictures of a page with their legends."""

    legends: list[Legend] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Indices of lines that are captions or credits and so no part of the body."""


def read_album(outline: Outline) -> Album:
    """Find every caption on the page and the picture that it belongs to."""
    album = Album()
    boxes: dict[int, Legend] = {}
    for index, line in enumerate(outline.lines):
        box = _caption_box(line)
        if box is None:
            continue
        legend = boxes.get(id(box))
        if legend is None:
            legend = boxes[id(box)] = Legend(box, [])
        legend.lines.append(index)
    owned: set[int] = set()
    for legend in boxes.values():
        legend.picture = _picture_of(legend, outline, owned)
        if legend.picture is not None:
            owned.add(id(legend.picture))
            album.legends.append(legend)
            album.taken.update(legend.lines)
    return album


def _caption_box(line: Line) -> Zone | None:
    """Return the figure, or else the outermost caption box, that ``line`` stands in."""
    found = None
    for zone in line.zone.ancestors()[:8]:
        if zone.tag == "figcaption" or zone.signs & _CAPTION:
            found = zone
        if zone.tag == "figure":
            return zone if zone.chars < 1500 else found
    if found is None and line.signs & _CAPTION and len(line.text) < 600:
        return line.zone
    return found if found is None or found.chars < 1500 else None


def _picture_of(legend: Legend, outline: Outline, owned: set[int]) -> Picture | None:
    """Return the picture in the nearest box around the legend, the last before it first."""
    at = legend.lines[0]
    for zone in legend.zone.ancestors()[:_REACH]:
        inside = [
            picture
            for picture in outline.pictures
            if zone.first <= picture.line <= zone.last and id(picture) not in owned and _is_in(picture.zone, zone)
        ]
        if inside:
            before = [picture for picture in inside if picture.line <= at]
            return before[-1] if before else inside[0]
        if zone.prose > 1500:
            break
    return None


def _is_in(zone: Zone | None, box: Zone) -> bool:
    while zone is not None and zone.depth >= box.depth:
        if zone is box:
            return True
        zone = zone.parent
    return False


def make_figures(outline: Outline, album: Album, kept: list[int], base: str) -> tuple[Figure, ...]:
    """Return the figures of the article whose body is the lines ``kept``."""
    captions = {id(legend.picture): legend for legend in album.legends}
    region = _article_box(outline, kept)
    figures: list[Figure] = []
    seen: set[str] = set()
    for picture in outline.pictures:
        legend = captions.get(id(picture))
        if not _is_in(picture.zone, region) or (picture.zone.above | picture.signs) & _FOREIGN:
            continue
        source = find_source(picture.element, base)
        if legend is None and not is_content_picture(picture, source):
            continue
        figure = _make_figure(outline, picture, legend, source)
        key = figure.src.rsplit("/", 1)[-1].split("?")[0] + figure.caption or str(len(figures))
        if key not in seen and (figure.src or figure.caption):
            seen.add(key)
            figures.append(_placed(figure, picture, kept))
    return _numbered(figures)


def _article_box(outline: Outline, kept: list[int]) -> Zone:
    """Return the box that holds the story and its headline: pictures above the first paragraph are the story's too."""
    zone = outline.lines[kept[0]].zone
    while zone.parent is not None and not (zone.first <= kept[0] and zone.last > kept[-1]):
        zone = zone.parent
    while (
        zone.parent is not None
        and zone.tag not in ("article", "main", "body")
        and zone.parent.chars < 3 * zone.chars + 600
    ):
        zone = zone.parent
    return zone


def _make_figure(outline: Outline, picture: Picture, legend: Legend | None, source: Source) -> Figure:
    caption, credit = _read_legend(outline, legend) if legend else ("", "")
    photographer, agency = split_names(credit)
    return Figure(
        position=1,
        total=1,
        block=0,
        src=source.url,
        alt=clean_line(source.alt),
        caption=caption,
        credit=credit,
        photographer=photographer,
        agency=agency,
        kind="video" if picture.element.tag == "video" else "image",
        width=source.width,
        height=source.height,
    )


def _read_legend(outline: Outline, legend: Legend) -> tuple[str, str]:
    captions: list[str] = []
    credits_found: list[str] = []
    for index in legend.lines:
        line = outline.lines[index]
        if _own_signs(line, legend.zone) & Sign.CREDIT and len(line.text) < 200:
            credits_found.append(line.text)
            continue
        text, credit = _split_parts(line.parts)
        captions.extend([text] if text else [])
        credits_found.extend([credit] if credit else [])
    credit = clean_credit(clean_line("; ".join(dict.fromkeys(credits_found))))
    caption = clean_line(" ".join(dict.fromkeys(captions)))
    if credit:
        return take_credit(caption, credit), credit
    caption, credit = split_credit(caption)
    return caption, clean_line(credit)


def _own_signs(line: Line, box: Zone) -> int:
    signs = line.signs
    for zone in line.zone.ancestors():
        if zone is box:
            break
        signs |= zone.signs
    return signs


def _split_parts(parts: list[tuple[str, Style]]) -> tuple[str, str]:
    """Split by what the inline elements are called: a span named "credit" at the end."""
    credit = "".join(text for text, style in parts if style.signs & Sign.CREDIT)
    rest = "".join(text for text, style in parts if not style.signs & Sign.CREDIT)
    return " ".join(rest.split()), " ".join(credit.split()) if rest.strip() else ""


def _placed(figure: Figure, picture: Picture, kept: list[int]) -> Figure:
    block = sum(1 for index in kept if index < picture.line)
    return replace(figure, block=min(block, max(len(kept) - 1, 0)))


def _numbered(figures: list[Figure]) -> tuple[Figure, ...]:
    return tuple(replace(figure, position=index, total=len(figures)) for index, figure in enumerate(figures, 1))
