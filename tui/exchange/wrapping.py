"""Lines of a given width, measured in terminal cells.

wcwidth is loaded only for text that needs it: it costs more than setting an
article in Latin, Greek or Cyrillic letters does.
"""

from __future__ import annotations

import re
import textwrap

_SINGLE = re.compile("[^\t\n -~\xa0-\xac\xae-\u02ff\u0370-\u0373\u0376-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u205e€]")
"""Finds what may not be one cell wide."""

# Line-breaking classes CL, CP, EX, IS, NS and OP, QU of UAX #14, for the marks that Chinese and Japanese use.
_NEVER_FIRST = frozenset("、。，．：；？！）」』】〉》〕｝…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’)]},.!?;:%")
_NEVER_LAST = frozenset("（「『【〈《〔｛“‘([{")


def cells(text: str) -> int:
    """Return how many terminal cells ``text``, a single line, takes."""
    if not _SINGLE.search(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415  only where it is needed, see above

    return max(0, wcswidth(text))


def wrap(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells.

    Args:
        text: Its own line breaks stay; other blanks are folded.
        width: In cells. What cannot be broken otherwise is broken anywhere, but never within a cluster.
        first: Stands before the first line, and counts.
        rest: Stands before the others; as many blanks as ``first`` has cells when not given.
    """
    rest = " " * cells(first) if rest is None else rest
    room = max(2, width - max(cells(first), cells(rest)))
    lines = [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, room)]
    return [
        (rest if index else first) + line if line else (rest if index else first).rstrip()
        for index, line in enumerate(lines)
    ]


def pad(text: str, width: int) -> str:
    """Return ``text`` filled up with blanks to ``width`` cells."""
    return text + " " * (width - cells(text))


def _wrap_paragraph(text: str, width: int) -> list[str]:
    if not _SINGLE.search(text):
        return textwrap.wrap(text, width, break_on_hyphens=False, tabsize=1) or [""]
    lines, line, used = [], "", 0
    for atom, glue in _atoms(text):
        gap = 1 if glue and line else 0
        for piece, size in _cut(atom, width):
            if line and used + gap + size > width:
                lines.append(line)
                line, used, gap = "", 0, 0
            line += " " * gap + piece
            used += gap + size
            gap = 0
    return [*lines, line]


def _atoms(text: str) -> list[tuple[str, bool]]:
    """Return the stretches that no line break may divide, each with whether a blank stands before it."""
    atoms = []
    for word in re.split(r"[ \t]+", text.strip(" \t")):
        if not _SINGLE.search(word):
            atoms.append((word, True))
            continue
        glue = True
        for stretch in _divide(word):
            atoms.append((stretch, glue))
            glue = False
    return atoms


def _divide(word: str) -> list[str]:
    """Divide at wide characters, but not before a closing mark or after an opening one."""
    from wcwidth import iter_graphemes, wcswidth  # noqa: PLC0415

    stretches: list[str] = []
    was_wide, bound = False, True
    for cluster in iter_graphemes(word):
        is_wide = wcswidth(cluster) > 1
        if stretches and (bound or cluster[0] in _NEVER_FIRST or not (is_wide or was_wide)):
            stretches[-1] += cluster
        else:
            stretches.append(cluster)
        was_wide, bound = is_wide, cluster[-1] in _NEVER_LAST
    return stretches


def _cut(atom: str, width: int) -> list[tuple[str, int]]:
    """Return ``atom`` in pieces that fit, with their cells."""
    size = cells(atom)
    if size <= width:
        return [(atom, size)]
    from wcwidth import iter_graphemes  # noqa: PLC0415

    pieces, piece, used = [], "", 0
    for cluster in iter_graphemes(atom):
        size = cells(cluster)
        if piece and used + size > width:
            pieces.append((piece, used))
            piece, used = "", 0
        piece += cluster
        used += size
    return [*pieces, (piece, used)]
