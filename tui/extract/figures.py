"""Every content picture with its caption and its credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.article import Figure
from tui.extract.comparing import squash
from tui.extract.counters import read_counter_before
from tui.extract.credits import split_names
from tui.extract.galleries import attribute_states, find_gallery, told_pictures
from tui.extract.pictures import (
    Source,
    find_source,
    find_source_in,
    is_content_picture,
    is_trivial,
    leads_away,
    picture_key,
)
from tui.extract.picturewords import own_caption, own_credit, read_legend
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from tui.extract.galleries import Told
    from tui.extract.legends import Album, Legend
    from tui.extract.outline import Outline, Picture, Zone
    from tui.extract.structured import Facts

_FOREIGN = Sign.NAVIGATION | Sign.FOOTER | Sign.COMMENT | Sign.NEWSLETTER
_DOUBTFUL = Sign.RELATED | Sign.ADVERT | Sign.CONSENT | Sign.SHOP
"""What a box may be called though its picture is the story's: then the picture needs a caption that is no link."""

_BEFORE, _AFTER = 40, 12
"""How many lines before the story's first and after its last a picture with a caption is still the story's."""

_BESIDE = 4
"""Lines between a picture and the counter that speaks of it."""

_VIDEO = re.compile(r"(?:^|[\s_-])(?:video|videoplayer|jwplayer|brightcove|player)(?:[\s_-]|$)", re.IGNORECASE)
_GALLERY = re.compile(r"galler|galerie|galería|slideshow|diaporama|fotostrecke|bilderstrecke|fotogal", re.IGNORECASE)
_PLAY = re.compile(r"^(?:click to )?(?:play|watch)(?: the)? video\b|^video abspielen|^lire la vidéo", re.IGNORECASE)


def make_figures(outline: Outline, album: Album, kept: list[int], facts: Facts, base: str) -> tuple[Figure, ...]:
    """Return the figures of the article whose body is the lines ``kept``."""
    told = told_pictures(facts, base)
    region = _article_box(outline, kept, album.taken)
    found: list[tuple[Figure, int]] = []
    captions = {id(legend.picture): legend for legend in album.legends if legend.picture is not None}
    for picture in outline.pictures:
        legend = captions.get(id(picture))
        if _is_of_the_story(picture, legend, outline, kept, region):
            figure = _picture_figure(outline, picture, legend, told, base)
            if figure is not None:
                found.append((figure, picture.line))
    found.extend(
        (_bare_figure(outline, legend, base), legend.lines[0])
        for legend in album.legends
        if legend.picture is None and _is_near(legend.lines[0], legend.box, kept, region)
    )
    found.sort(key=lambda item: item[1])
    figures = [replace(_placed(figure, line, kept), position=_counted_at(album, line)) for figure, line in found]
    figures, counted = _without_counters(figures, _gallery_total(album, kept))
    if counted > len(figures) or _has_gallery(outline, kept):
        states = (*facts.nodes, *facts.states(), *attribute_states(outline.zones[0].element))
        figures = _with_gallery(figures, find_gallery(states, base, counted))
    return _numbered(_united(figures), counted)


def _without_counters(figures: list[Figure], counted: int) -> tuple[list[Figure], int]:
    """Take "1 / 24" off the captions, where it counts; return the figures in their places and how many there are.

    One caption alone may begin with a fraction; several that agree on the number and differ in the place count.
    """
    read = {index: found for index, figure in enumerate(figures) if (found := read_counter_before(figure.caption))}
    totals, places = {total for _, total, _ in read.values()}, {place for place, _, _ in read.values()}
    if len(totals) != 1 or len(places) < 2:
        return figures, counted
    for index, (place, _, words) in read.items():
        figures[index] = replace(figures[index], position=place, caption=words)
    return figures, max(counted, *totals)


def _has_gallery(outline: Outline, kept: list[int]) -> bool:
    """Whether a box of the story is called a gallery though it holds no more than one picture: a script fills it."""
    return any(
        zone.signs & Sign.MEDIA
        and zone.pictures < 2
        and kept[0] - _BEFORE <= zone.first <= kept[-1] + _AFTER
        and _GALLERY.search(f"{zone.element.get('class') or ''} {zone.element.get('id') or ''}")
        for zone in outline.zones
    )


def _with_gallery(figures: list[Figure], gallery: list[Figure]) -> list[Figure]:
    """Put the pictures of a gallery where the first of them is shown, those that are shown in their own words."""
    keys = [picture_key(figure.src) for figure in gallery]
    shown = {picture_key(figure.src): figure for figure in figures if figure.src}
    at = next((index for index, figure in enumerate(figures) if picture_key(figure.src) in keys), len(figures))
    block = figures[at].block if at < len(figures) else figures[-1].block if figures else 0
    row = [
        _merged(shown[key], figure) if key in shown else replace(figure, block=block)
        for key, figure in zip(keys, gallery, strict=True)
    ]
    rest = [figure for figure in figures[at:] if picture_key(figure.src) not in keys]
    return [*figures[:at], *row, *rest]


def _is_of_the_story(picture: Picture, legend: Legend | None, outline: Outline, kept: list[int], region: Zone) -> bool:
    """Whether a picture belongs to the story by where it stands and what stands around it."""
    around = legend.box.parent if legend and legend.box.tag == "figure" else None
    signs = (around.above if around else picture.zone.above | picture.signs) & ~region.above
    if signs & _FOREIGN or not _is_near(picture.line, picture.zone, kept, region, captioned=legend is not None):
        return False
    if not signs & _DOUBTFUL and not leads_away(picture):
        return True
    # A carousel is called what a list of related stories is called, a lightbox what a consent wall is called, …
    return legend is not None and _has_own_words(outline, legend)


def _has_own_words(outline: Outline, legend: Legend) -> bool:
    lines = [outline.lines[index] for index in legend.lines]
    linked = sum(line.linked for line in lines)
    return sum(len(line.text) for line in lines) > 30 and linked * 3 < sum(len(line.text) for line in lines)


def _is_near(line: int, zone: Zone, kept: list[int], region: Zone, *, captioned: bool = True) -> bool:
    if _is_in(zone, region):
        return True
    return captioned and kept[0] - _BEFORE <= line <= kept[-1] + _AFTER


def _is_in(zone: Zone | None, box: Zone) -> bool:
    while zone is not None and zone.depth >= box.depth:
        if zone is box:
            return True
        zone = zone.parent
    return False


def _article_box(outline: Outline, kept: list[int], captions: set[int]) -> Zone:
    """Return the box that holds the story and its headline: pictures above the first paragraph are the story's too.

    ``captions``, which may be more than the story, do not count.
    """
    zone = outline.lines[kept[0]].zone
    while zone.parent is not None and not (zone.first <= kept[0] and zone.last > kept[-1]):
        zone = zone.parent
    while zone.parent is not None and zone.tag not in ("article", "main", "body"):
        around = zone.parent
        said = sum(len(outline.lines[index].text) for index in captions if around.first <= index < around.last)
        if around.chars - said >= 3 * zone.chars + 600:
            break
        zone = around
    return zone


def _picture_figure(
    outline: Outline, picture: Picture, legend: Legend | None, told: dict[str, Told], base: str
) -> Figure | None:
    source = find_source(picture.element, base)
    if legend is None and not is_content_picture(picture, source):
        return None
    if legend is not None and is_trivial(source) and (picture.zone.above | picture.signs) & Sign.BYLINE:
        return None
    caption, credit = read_legend(outline, legend) if legend else own_caption(picture)
    known = told.get(picture_key(source.url)) if source.url else None
    credit = credit or own_credit(picture, caption) or (known.credit if known else "")
    figure = _make_figure(source, caption, credit, "video" if _is_video(picture) else "image")
    return figure if figure.src or figure.caption else None


def _bare_figure(outline: Outline, legend: Legend, base: str) -> Figure:
    caption, credit = read_legend(outline, legend)
    box = legend.box if legend.box.tag == "figure" else legend.box.parent or legend.box
    return _make_figure(Source(find_source_in(box.element, base), "", 0, 0), caption, credit, "image")


def _make_figure(source: Source, caption: str, credit: str, kind: str) -> Figure:
    photographer, agency = split_names(credit)
    return Figure(
        position=0,
        total=0,
        block=0,
        src=source.url,
        alt=source.alt,
        caption=caption,
        credit=credit,
        photographer=photographer,
        agency=agency,
        kind=kind,
        width=source.width,
        height=source.height,
    )


def _is_video(picture: Picture) -> bool:
    """Whether a picture is a video's still: its element, or a box around it up to the figure, says so."""
    if picture.element.tag == "video" or _PLAY.search(picture.element.get("alt") or ""):
        return True
    for zone in picture.zone.ancestors(3):
        if _VIDEO.search(f"{zone.element.get('class') or ''} {zone.element.get('id') or ''}"):
            return True
        if zone.tag == "figure":
            break
    return False


def _placed(figure: Figure, line: int, kept: list[int]) -> Figure:
    return replace(figure, block=min(bisect_left(kept, line), max(len(kept) - 1, 0)))


def _gallery_total(album: Album, kept: list[int]) -> int:
    """Return how many pictures the page's own counter ("1 / 24") tells of, 0 without one."""
    totals = [total for line, (_, total) in album.counters.items() if kept[0] - _BEFORE <= line <= kept[-1] + _AFTER]
    return max(totals, default=0)


def _united(figures: list[Figure]) -> list[Figure]:
    """Return each picture once: what its sizes, or a place-holder and its script-free twin, say together."""
    united: dict[str, Figure] = {}
    captions: dict[str, str] = {}
    bare: set[str] = set()
    for figure in figures:
        key = picture_key(figure.src) if figure.src else "text " + squash(figure.caption)
        said = squash(figure.caption)
        if len(said) > 20 and (not figure.src or said in bare):
            key = captions.get(said, key)  # one without an address is the same as the one that has it
        if not figure.src:
            bare.add(said)
        captions.setdefault(said, key)
        before = united.get(key)
        if before is None:
            united[key] = figure
        elif not said or not before.caption or squash(before.caption) == said:
            united[key] = _merged(before, figure)
        else:
            united[f"{key} {said}"] = figure
    return list(united.values())


def _merged(one: Figure, other: Figure) -> Figure:
    said = one if one.caption or not other.caption else other
    seen = one if one.src and one.width >= other.width else other
    credit = said.credit or one.credit or other.credit
    photographer, agency = split_names(credit)
    return replace(
        one,
        src=seen.src or one.src,
        alt=one.alt or other.alt,
        caption=said.caption,
        credit=credit,
        photographer=photographer,
        agency=agency,
        width=seen.width,
        height=seen.height,
    )


def _counted_at(album: Album, line: int) -> int:
    """Return the place that the gallery's counter beside the picture gives it, 0 without one."""
    near = [index for index in range(line - _BESIDE, line + _BESIDE + 1) if index in album.counters]
    return album.counters[min(near, key=lambda index: abs(index - line))][0] if near else 0


def _numbered(figures: list[Figure], counted: int) -> tuple[Figure, ...]:
    """Number the figures in reading order; a gallery that shows its third picture says so."""
    numbered: list[Figure] = []
    last = 0
    for figure in figures:
        last = figure.position if last < figure.position <= counted else last + 1
        numbered.append(replace(figure, position=last))
    total = max(counted, last)
    return tuple(replace(figure, total=total) for figure in numbered)
