"""What a single line of a plain-text dump is: headline, byline, label, prose."""
# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from tui.extract.counters import read_counter
from tui.extract.credits import split_credit
from tui.extract.datelines import find_dateline
from tui.extract.furniture import furniture_kind
from tui.extract.names import is_organisation, read_byline, reads_like_person
from tui.extract.surveying import weigh

NOTICE = re.compile(
    r"^(?:copyright\s|©|\(c\)\s).{0,80}\b(?:\d{4}|rights? reserved|rechte vorbehalten|droits réservés|derechos reservados)\b.{0,240}$",
    re.IGNORECASE,
)
"""Whose the page is, which is no picture's credit."""

_BYLINE = re.compile(
    r"^(?:by|von|par|por|per|di|door|deur|av|af|oleh|piše)\s+[A-ZÀ-Þ]|^(?:autor(?:in|ka)?|author|auteur|autore|автор|szerző|penulis|yazan|كتب|بقلم|מאת|نویسنده)\s?:|"
    r"^(?:记者|記者|作者|文|撰文)\s?[:：/／\s]\s?[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|^[가-힣]{2,4}\s?(?:선임)?기자(?:\s|$)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?:(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)\b.{0,100}"
    r"|[^.!?]{0,24}(?<!\d)(?:19|20)\d{2}(?!\d).{0,40}|.{0,40}\b(?:ago|uhr))$",
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
_BETWEEN_NAMES = frozenset(("via", "for", "and", "und", "et", "y", "e", "de", "van", "von", "der", "pour", "für"))
_PROSE = 100
"""Letters, in Latin's worth, of the shortest paragraph of a story."""

_SHORT = 25
"""Letters of the shortest sentence that ends a story."""

_GAP = 9
"""Lines of headings and furniture that part one story from another, not counting its gallery's."""

_WINDOW = 30
"""Lines above the story in which its headline is looked for, not counting its gallery's."""

_READ = 6_000
"""Letters of the story in which the headline's words are looked for."""

_LONGEST_CAPTION = 700
_MENU = 4
"""Short lines in a row that make a menu."""


def is_prose(line: str) -> bool:
    """Whether ``line`` reads like a paragraph of the story: it has a dateline, or is long and a sentence."""
    return bool(find_dateline(line)) or (weigh(line) >= _PROSE and bool(_ENDED.search(line)))


def is_byline(line: str) -> bool:
    """Whether a line between headline and story names who wrote it, for whom, or when."""
    if is_dated(line) or is_tags(line):
        return True
    if _ENDED.search(line):
        return False
    if _BYLINE.match(line):
        return True
    names = read_byline(line)
    return bool(names) and (
        all(reads_like_person(name) for name in names) or (len(names) == 1 and is_organisation(line))
    )


def is_dated(line: str) -> bool:
    """Whether ``line`` says hardly more than a day, or begins with a word for it."""
    return bool(_DATED.match(line))


def opens_byline(line: str) -> bool:
    """Whether ``line`` begins as a byline does: "By Edda Marsh"."""
    return len(line) < _PROSE and bool(_BYLINE.match(line))


def is_network(line: str) -> bool:
    """Whether ``line`` is a button that shares the page, though pictures come from there too."""
    return line.lower() in ("facebook", "instagram", "twitter", "youtube", "x", "whatsapp", "pinterest", "flickr")


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
    if weigh(line) >= 80 or len(words) >= 10 or line[-1:] in ".!?…:。！？：" or "，" in line:
        return False
    return all(not word[0].islower() or word in _BETWEEN_NAMES for word in words)


class Span(Struct, frozen=True):
    """Where the story of a dump stands."""

    headline: int
    """Index of the headline's line; -1 without any."""
    first: int
    """Index of the story's first paragraph."""
    last: int
    """Index of its last."""


def find_span(lines: list[str]) -> Span:
    """Return where headline and story of a dump stand: the most prose in one run, and the line above that it speaks of."""
    runs = _prose_runs(lines)
    if not runs:
        return Span(_first_full(lines, len(lines)), 0, len(lines) - 1)
    first, last = max(
        runs, key=lambda run: sum(weigh(lines[index]) for index in range(run[0], run[1] + 1) if is_prose(lines[index]))
    )
    return Span(_headline_above(lines, first, last), first, _end_of(lines, last))


def _prose_runs(lines: list[str]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    between = 0
    for index, line in enumerate(lines):
        if not is_prose(line) or _is_apart(line):
            between += not _is_of_gallery(lines, index)
            continue
        if runs and between < _GAP:
            runs[-1] = runs[-1][0], index
        else:
            runs.append((index, index))
        between = 0
    return runs


def _is_of_gallery(lines: list[str], index: int) -> bool:
    """Whether a line is a gallery's, which may be long and in the middle of a story: counter, caption, credit."""
    if read_counter(lines[index]) or _credit_of(lines[index])[1]:
        return True
    return any(map(read_counter, lines[max(index - 2, 0) : index])) or is_bare_credit(
        "".join(lines[index + 1 : index + 2])
    )


def is_bare_credit(line: str) -> bool:
    """Whether ``line`` is nothing but a credit."""
    caption, credit = _credit_of(line)
    return bool(credit) and not caption


@lru_cache(maxsize=1_000)
def _credit_of(line: str) -> tuple[str, str]:
    """Return caption and credit of a line that is not too long for one; asked of each line and of its neighbours."""
    return split_credit(line) if len(line) <= _LONGEST_CAPTION else (line, "")


def _end_of(lines: list[str], last: int) -> int:
    """Return the end of a story: a short sentence or two after its last long one are still its own."""
    for index in range(last + 1, min(last + _GAP, len(lines))):
        line = lines[index]
        if _ENDED.search(line) and weigh(line) >= _SHORT and not _is_apart(line):
            last = index
        elif len(line.split()) > 2:
            break
    return last


def _headline_above(lines: list[str], first: int, last: int) -> int:
    """Return the topmost line above the story whose words the story takes up, short of the page's menus."""
    story = " ".join(lines[first : last + 1])[:_READ].lower()
    shares: dict[int, float] = {}
    short = 0
    passed = 0
    for index in range(first - 1, -1, -1):
        line = lines[index]
        if _is_of_gallery(lines, index):
            continue
        passed += 1
        if passed > _WINDOW:
            break
        if _is_apart(line):
            continue
        short = short + 1 if len(line.split()) < 3 and weigh(line) < 16 else 0
        if short >= _MENU and shares:
            break
        if len(line.split()) > 3 or (not line.isascii() and weigh(line) >= 16):
            shares[index] = _share(line.lower(), story) * (0.6 if _ENDED.search(line) else 1.0)
    if not shares:
        return _first_full(lines, first)
    enough = max(shares.values()) * 0.7
    return min(index for index, share in shares.items() if share >= enough)


def _share(line: str, story: str) -> float:
    """Return which part of a line's long words, or of its pairs of ideographs, stands in the story."""
    words = (
        re.findall(r"\w{4,}", line)
        if line.isascii() or " " in line
        else [line[i : i + 2] for i in range(len(line) - 1)]
    )
    return sum(1 for word in words if word[:6] in story) / len(words) if words else 0.0


def _first_full(lines: list[str], end: int) -> int:
    """Return the first line of more than two words, else the first line there is."""
    full = (index for index in range(end) if not _is_apart(lines[index]) and len(lines[index].split()) > 2)
    return next(full, 0 if lines and (end > 0 or len(lines) == 1) else -1)


def _is_apart(line: str) -> bool:
    """Whether a line is no headline whatever its length: furniture, a caption, a date, a byline."""
    if read_counter(line) or NOTICE.match(line) or furniture_kind(line) or _LABEL.match(line):
        return True
    if len(line) < 120 and (_BYLINE.match(line) or _DATED.match(line)):
        return True
    return bool(_credit_of(line)[1])
