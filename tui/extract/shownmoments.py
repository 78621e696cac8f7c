"""The moments that a page shows to its readers: on the lines around its headline, and under labels of their own."""

# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article import BlockKind
from tui.extract.dates import cut_moments, read_date
from tui.extract.marked import FOREIGN
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tui.extract.outline import Line, Outline

_BESIDE = Sign.RELATED | Sign.CAPTION
"""What the box of a headline, with its date in it, is called too where one template makes teasers and stories."""

_LATER = re.compile(
    r"updat|aktuali[sz]|\bakt\.|mis à jour|mise à jour|\bmàj\b|modifi|actuali[zt]|aggiorn|atuali[zs]|bijgewerkt|gewijzigd|oppdater|opdater|uppdater|"
    r"päivit|обновл|оновл|수정|更新|geändert|edited|corrected|reviewed|\bas of\b|güncelle|ažurira|diperbarui|frissít|ενημ[εέ]ρω|cập nhật|تحديث|עודכן|uppfær",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^\W{0,3}(?:date|datum|fecha|data|dato|päivä|published(?: on| at)?|publication date|posted(?: on)?|veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|"
    r"publié(?: le)?|date de publication|publicado(?: el| em)?|fecha de publicación|pubblicato(?: il)?|gepubliceerd(?: op)?|publicerad|publisert|publiceret|"
    r"opublikowano|дата|опубликовано|입력|등록|발행일|发布时间|發布時間|发表时间|公開日|投稿日|掲載日|yayınlanma|diterbitkan|tayang)\b[\s:：|]{1,4}(?=.{0,20}\d)",
    re.IGNORECASE,
)
"""A label and nothing but a day after it: such a line speaks of the story wherever it stands."""

_BRITISH = ("en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in")
_BEFORE, _AFTER = 8, 16
"""How many lines before and after the headline its date may stand."""

_CLOSE = 8
"""How many lines below the headline a day may stand to be the one that readers take for the story's; above it stands
today's."""

LONGEST = 110
_REST = 45
"""Letters that a line may hold beside its day and still be a line about the day: names, a section, minutes to read."""


class Shown(Struct, frozen=True):
    """A moment on the page."""

    moment: datetime
    later: bool
    """Whether it is said to be a later version's."""
    certain: bool
    """Whether it stands right below the headline, on a line that says hardly more."""


def shown_moments(outline: Outline, headline: int, language: str) -> Iterator[Shown]:
    """Yield the moments on lines around the headline, those below it first, then those under labels of their own."""
    lines = outline.lines
    at = max(headline, 0)
    american = language.lower().startswith("en") and language.lower() not in _BRITISH
    own = lines[at].zone.above & ~Sign.COMMENT if headline >= 0 and lines else 0
    below = range(at, min(at + _AFTER, len(lines)))
    above = range(at - 1, max(at - _BEFORE, 0) - 1, -1)
    for indices, foreign in ((below, FOREIGN & ~own), (above, (FOREIGN | Sign.HEADER) & ~own)):
        for index in indices:
            line = lines[index]
            beside = _BESIDE if abs(index - at) == 1 else 0
            if len(line.text) > LONGEST or line.zone.above & foreign & ~beside:
                continue
            moment = _machine_moment(line) or read_date(line.text, american=american)
            if moment is not None:
                near = headline >= 0 and 0 <= index - at <= _CLOSE
                yield Shown(moment, bool(_LATER.search(line.text)), near and _is_about_a_day(line))


def labelled_moment(outline: Outline, language: str) -> datetime | None:
    """Return the day on the first line that is only a label and a day ("Datum: 3.5.2026"), wherever it stands."""
    american = language.lower().startswith("en") and language.lower() not in _BRITISH
    for line in outline.lines:
        if len(line.text) < _REST and _LABELLED.match(line.text) and not line.zone.above & FOREIGN:
            moment = read_date(line.text, american=american)
            if moment is not None:
                return moment
    return None


def _is_about_a_day(line: Line) -> bool:
    if line.kind in (BlockKind.QUOTE, BlockKind.TABLE, BlockKind.CODE):
        return False  # a message that the story shows has a day of its own
    return len(cut_moments(line.text)) <= _REST and not line.zone.above & Sign.QUOTE


def _machine_moment(line: Line) -> datetime | None:
    """Return the moment of the ``datetime`` attribute (HTML 4.5.14) of the box that ``line`` stands in."""
    for zone in line.zone.ancestors(2):
        value = zone.element.get("datetime")
        if value and (moment := read_date(value)):
            return moment
    if Sign.DATE & line.signs and (time := next(line.zone.element.iter("time"), None)) is not None:
        return read_date(time.get("datetime") or "")
    return None
