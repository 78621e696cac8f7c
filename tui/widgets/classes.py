"""A table of character classes, as ``str.translate`` takes it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_STEP = re.compile(r"([0-9a-f]+)([^0-9a-f])")
_HANGUL = range(0xAC00, 0xD7A4)
"""Syllables: each 28th has no final consonant."""


class ClassMap(dict[int, str]):
    """Maps code points to class letters; each is looked up in the table's steps once."""

    def __init__(self, table: str, syllable: str, syllable_with_final: str) -> None:
        super().__init__()
        steps = _STEP.findall(table)
        self._starts = list(accumulate(int(step, 16) for step, _letter in steps))
        self._letters = [letter for _step, letter in steps]
        self._syllables = (syllable, syllable_with_final)

    def __missing__(self, code: int) -> str:
        if code in _HANGUL:
            letter = self._syllables[(code - _HANGUL.start) % 28 > 0]
        else:
            letter = self._letters[bisect_right(self._starts, code) - 1]
        self[code] = letter
        return letter
