"""Text that is written from right to left, for terminals that draw every line from left to right."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

from tui.widgets.graphemes import cluster_ends

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Scripts that are written from right to left."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_RIGHT, _LEFT, _DIGITS = ("R", "AL"), ("L",), ("EN", "AN")


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph is one from right to left: by its first letter that has a direction (UAX #9, P2)."""
    if not has_right_to_left(text):
        return False
    for char in text[:2_000]:
        direction = unicodedata.bidirectional(char)
        if direction in _RIGHT:
            return True
        if direction in _LEFT:
            return False
    return False


def terminal_reorders(environ: Mapping[str, str]) -> bool:
    """Whether the terminal draws such text in its own order: GNOME's and its kin, KDE's, Apple's, mlterm."""
    names = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
    return any(environ.get(name) for name in names) or environ.get("TERM_PROGRAM") == "Apple_Terminal"


def has_right_to_left(text: str) -> bool:
    """Whether something in ``text`` is written from right to left."""
    return not text.isascii() and bool(_ANY_RIGHT.search(text))


def visual_order(text: str, *, right_to_left: bool) -> list[tuple[int, str]]:
    """Return a line's pieces in the order in which they are drawn from left to right: where each begins, its text.

    A short form of UAX #9 for one line without embeddings: runs of one
    direction, numbers among them, neutral characters with their neighbours
    or else with the paragraph; brackets are mirrored.
    """
    levels = _levels(text, 1 if right_to_left else 0)
    pieces: list[tuple[int, int, str]] = []
    start = 0
    for end in cluster_ends(text):
        level = levels[start]
        piece = text[start:end].translate(_MIRRORED) if level % 2 else text[start:end]
        if pieces and level % 2 == 0 and pieces[-1][1] == level and pieces[-1][0] + len(pieces[-1][2]) == start:
            pieces[-1] = (pieces[-1][0], level, pieces[-1][2] + piece)
        else:
            pieces.append((start, level, piece))
        start = end
    for least in (2, 1):
        pieces = _turn(pieces, least)
    return [(place, piece) for place, _level, piece in pieces]


def _levels(text: str, base: int) -> list[int]:
    """Return each character's level: odd is from right to left, 2 is a number or a word within such text."""
    ways = _ways(text, base)
    levels = {"R": 1, "L": 2 * base, "N": 2}
    settled = []
    for way, run in itertools.groupby(range(len(ways)), key=ways.__getitem__):
        places = list(run)
        if way:
            settled += [levels[way]] * len(places)
            continue
        edges = [ways[place] if 0 <= place < len(ways) else "" for place in (places[0] - 1, places[-1] + 1)]
        before, after = ("R" if edge == "N" else edge or "LR"[base] for edge in edges)  # N1, N2
        settled += [levels[before if before == after else "LR"[base]]] * len(places)
    return settled


def _ways(text: str, base: int) -> list[str]:
    """Return for each character L, R, N for a number that is not part of text from the left, "" for a neutral one."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    ways: list[str] = []
    strong = "LR"[base]
    for place, kind in enumerate(kinds):
        if kind in _RIGHT or kind in _LEFT:
            strong = "R" if kind in _RIGHT else "L"
            ways.append(strong)
        elif kind in _DIGITS or (kind in ("CS", "ES") and _within_number(kinds, place)):  # W4
            ways.append("L" if strong == "L" and kind != "AN" else "N")  # W7
        elif kind == "ET" and "EN" in kinds[max(0, place - 1) : place + 2]:  # W5
            ways.append("L" if strong == "L" else "N")
        elif kind in ("NSM", "BN"):
            ways.append(ways[-1] if ways else "")
        else:
            ways.append("")
    return ways


def _within_number(kinds: list[str], place: int) -> bool:
    return 0 < place < len(kinds) - 1 and kinds[place - 1] == kinds[place + 1] == "EN"


def _turn(pieces: list[tuple[int, int, str]], least: int) -> list[tuple[int, int, str]]:
    """Turn round each run of pieces of at least this level (UAX #9, L2)."""
    turned: list[tuple[int, int, str]] = []
    run: list[tuple[int, int, str]] = []
    for piece in pieces:
        if piece[1] >= least:
            run.append(piece)
            continue
        turned += [*reversed(run), piece]
        run = []
    return [*turned, *reversed(run)]
