"""Texts compared by what they say: two sources of a page seldom agree on blanks, marks and capitals."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\W_]+")


def squash(text: str) -> str:
    """Return only the letters and digits of ``text``, case folded, for comparing."""
    return _SIGNS.sub("", text).casefold()
