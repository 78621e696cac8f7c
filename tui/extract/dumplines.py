"""What a single line of a plain-text dump is: headline, byline, label, prose."""
# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re

from tui.extract.credits import split_credit
from tui.extract.datelines import find_dateline
from tui.extract.furniture import furniture_kind
from tui.extract.names import is_organisation, read_byline, reads_like_person
from tui.extract.surveying import weigh

COUNTER = re.compile(r"^(\d{1,3})\s?(?:/|of|von|de|sur|di|van)\s?(\d{1,3})$", re.IGNORECASE)
"""A gallery's counter: "1 / 24", "1 of 24"."""

NOTICE = re.compile(
    r"^(?:copyright\s|©|\(c\)\s).{0,80}\b(?:\d{4}|rights? reserved|rechte vorbehalten|droits réservés|derechos reservados)\b.{0,240}$",
    re.IGNORECASE,
)
"""Whose the page is, which is no picture's credit."""

_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|oleh)\s+[A-ZÀ-Þ]", re.IGNORECASE)
_DATED = re.compile(
    r"^(?:(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)\b.{0,100}"
    r"|[^.!?]{0,24}\b(?:19|20)\d{2}\b.{0,40}|.{0,40}\b(?:ago|uhr))$",
    re.IGNORECASE,
)
_TAGS = re.compile(r"^(?:tags?|topics?|themen|schlagworte|mots-clés|temas|etiquetas|argomenti)\s?[:：]", re.IGNORECASE)
_UPDATED = re.compile(
    r"\b(?:updated?|aktualisiert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|oppdatert|opdateret|uppdaterad)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:image|photo|picture)\s(?P<what>caption|source|credit)|(?P<caption>bildunterschrift|légende|leyenda|didascalia|bildtext)|(?P<credit>bildquelle|bildnachweis))\s?[,:：]\s{0,3}",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…。！？]['\"”’»)\]]{0,3}$")
_PROSE = 100
"""Letters, in Latin's worth, of the shortest paragraph of a story."""

_MENU = 3
"""Short lines in a row that make a menu."""


def is_prose(line: str) -> bool:
    """Whether ``line`` reads like a paragraph of the story: it has a dateline, or is long and a sentence."""
    return bool(find_dateline(line)) or (weigh(line) >= _PROSE and bool(_ENDED.search(line)))


def is_byline(line: str) -> bool:
    """Whether a line between headline and story names who wrote it, for whom, or when."""
    if _DATED.match(line) or is_tags(line):
        return True
    if _ENDED.search(line):
        return False
    if _BYLINE.match(line):
        return True
    names = read_byline(line)
    return bool(names) and (
        all(reads_like_person(name) for name in names) or (len(names) == 1 and is_organisation(line))
    )


def is_tags(line: str) -> bool:
    """Whether ``line`` lists the page's subjects."""
    return bool(_TAGS.match(line))


def is_update(line: str) -> bool:
    """Whether the moment on ``line`` is that of a later version."""
    return bool(_UPDATED.search(line))


def read_label(line: str) -> tuple[str, str]:
    """Return ``caption`` or ``credit`` when ``line`` announces one, and what follows on it."""
    match = _LABEL.match(line)
    if not match:
        return "", line
    is_caption = match["caption"] or (match["what"] or "").lower() == "caption"
    return "caption" if is_caption else "credit", line[match.end() :]


def reads_like_names(line: str) -> bool:
    """Whether a line under a picture is nothing but names: "Bo Lind, Harbour Pool Photo"."""
    words = line.split()
    return (
        len(line) < 80 and len(words) < 10 and line[-1:] not in ".!?…:" and all(not word[0].islower() for word in words)
    )


def find_headline_line(lines: list[str]) -> int:
    """Return the index of the headline: the topmost full line between the page's menus and its story; -1 without any."""
    story = next((index for index, line in enumerate(lines) if is_prose(line) and not _is_apart(line)), len(lines))
    best, short = -1, 0
    for index in range(min(story, len(lines)) - 1, -1, -1):
        line = lines[index]
        if _is_apart(line):
            continue
        words = len(line.split())
        short = short + 1 if words < 3 and weigh(line) < 16 else 0
        if short >= _MENU and best >= 0:
            break
        if words >= 4 or (not line.isascii() and weigh(line) >= 16):
            best = index
    if best < 0:
        best = next(
            (index for index in range(story) if not _is_apart(lines[index]) and len(lines[index].split()) > 2), -1
        )
    return best if best >= 0 else (0 if lines and (story > 0 or len(lines) == 1) else -1)


def _is_apart(line: str) -> bool:
    """Whether a line is no headline whatever its length: furniture, a caption, a date, a byline."""
    if COUNTER.match(line) or NOTICE.match(line) or furniture_kind(line) or _LABEL.match(line):
        return True
    if len(line) < 120 and (_BYLINE.match(line) or _DATED.match(line)):
        return True
    return bool(split_credit(line)[1])
