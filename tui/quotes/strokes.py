"""Strokes that look like quotation marks and are none: apostrophes, decades, feet and inches."""

from __future__ import annotations

import re

# 'em, 'til, 'n' …; Dutch 's avonds, 't, 'n.
_ELISION = re.compile(r"[’'‘](?:em|til|tis|twas|cause|cos|n|round|bout|nuff|s|t|k|ne)\b(?!\s*[’'])", re.IGNORECASE)
_DECADE = re.compile(r"[’'‘]\d\d(?:s|er|ers)?\b")


def is_apostrophe(text: str, at: int) -> bool:
    """Whether the single mark at ``at``, which could open, stands for letters left out."""
    return bool(_DECADE.match(text, at) or _ELISION.match(text, at))


def is_measure(text: str, at: int, following: tuple[bool, bool], *, opened: bool) -> bool:
    r"""Whether the straight double mark at ``at`` measures inches or seconds.

    ``following`` says whether another such mark follows and whether that one
    would close: then a mark after a digit within a quotation cannot be its end.
    """
    if text[at] not in '"”″' or at == 0 or not text[at - 1].isdigit():
        return False
    after = text[at + 1] if at + 1 < len(text) else " "
    if opened:
        exists, closes = following
        return exists and closes and after not in ".,"
    return after.isspace() or after in ".,;)-x×"
