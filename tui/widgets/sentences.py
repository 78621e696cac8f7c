"""Where sentences begin."""

from __future__ import annotations

import re

NEAR = 5_000
"""Code points looked at before and after a place; a longer sentence is not read as one."""

# Compiled by re at the first step by sentences: they take milliseconds of a start that may not need them.
_END = (
    r"[.!?…]+[\"”’»')\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-zß-öø-ÿа-яё]|[\"“‘«(\[]+\d)|[。！？][”’」』）]*\s*(?=\S)|\n+(?=\S)"
)
_ABBREVIATED = (
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|Jr|Sr|vs|No|Mt|Ft|Inc|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\w)\.\s+\Z"
)


def sentence_starts(text: str) -> list[int]:
    """Return where each sentence of ``text`` begins; abbreviated titles and initials end none."""
    abbreviated = re.compile(_ABBREVIATED)
    ends = [
        match.end()
        for match in re.finditer(_END, text)
        if not abbreviated.search(text, max(0, match.start() - 8), match.end())
    ]
    return [start for start in (0, *ends) if start < len(text)] or [0]


def starts_around(text: str, char: int) -> list[int]:
    """Return where sentences begin near ``char``: of a text of any length only as much is looked at."""
    low = max(0, char - NEAR)
    found = [low + start for start in sentence_starts(text[low : char + NEAR])]
    return found[1:] if low else found
