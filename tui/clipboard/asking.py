r"""Does the terminal say that it copies? What ``pullquote doctor`` asks it.

Two questions go together. ``ESC P + q 4d73 ESC \`` (XTGETTCAP) asks for the capability Ms, which is OSC 52; kitty,
foot, WezTerm and others know it. ``ESC [ c`` (primary device attributes) is answered by every terminal, so its answer
ends the wait; 52 among the attributes is how newer terminals say that they copy. That one says nothing proves nothing.
"""

from __future__ import annotations

import re

QUESTION = "\x1bP+q4d73\x1b\\\x1b[c"

_ATTRIBUTES = re.compile(r"\x1b\[\?([0-9;]*)c")
_CAPABILITY = re.compile(r"\x1bP1\+r4d73", re.IGNORECASE)


def says_it_copies(answer: str) -> bool:
    """Whether a terminal that answers this to ``QUESTION`` says that it copies."""
    attributes = _ATTRIBUTES.search(answer)
    return bool(_CAPABILITY.search(answer)) or (attributes is not None and "52" in attributes[1].split(";"))
