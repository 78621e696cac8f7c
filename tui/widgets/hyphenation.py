"""Where words may be parted, by a language's patterns (pyphen's, which are those of LibreOffice and TeX)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

Hyphens = Callable[[str], list[int]]
"""Tells where a word may be parted: how many of its letters may stand on the upper line."""

WORD = re.compile(r"[^\W\d_]{6,40}")
"""Shorter words are not parted, longer ones are none."""
LEAST_BEFORE, LEAST_AFTER = 2, 3
"""Letters that a part has at least: the custom of English and German setting."""

_NOUNS_ARE_CAPITALISED = ("de", "lb")


@lru_cache(maxsize=8)
def load_hyphens(language: str) -> Hyphens | None:
    """Return the patterns of a language (BCP 47), None for one without.

    Reads and parses them: some 0.2 s at the first call, not for the event loop.
    """
    import pyphen  # noqa: PLC0415  most readers do without

    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return None
    patterns = pyphen.Pyphen(lang=name, left=LEAST_BEFORE, right=LEAST_AFTER)
    names_stay_whole = not name.startswith(_NOUNS_ARE_CAPITALISED)

    def hyphens(word: str) -> list[int]:
        """A name is not parted, nor an abbreviation."""
        if word.isupper() or (names_stay_whole and word[:1].isupper()):
            return []
        return [int(place) for place in patterns.positions(word)]

    return hyphens
