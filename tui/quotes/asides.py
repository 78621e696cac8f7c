"""Paragraphs that are none of the story: headings, captions, "Read more", where nobody goes on speaking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotes.lexicon import Lexicon
    from tui.quotes.words import Word

_FINAL = frozenset(".?!…:,;\"”“»’')。！？")
_LONGEST_HEADING = 130
_LONGEST_CAPTION = 700
_CREDIT = re.compile(
    r"\((?:[^()]{2,60}/[^()]{2,60}|[^()]*\b(?:Photo|File|Getty|AFP|Reuters|Images|AP|Press|Foto|dpa|EPA|Shutterstock)\b[^()]*)\)\s*\Z"
    r"|\b(?:Getty Images|FILE PHOTO|Photograph:|Photo:|Photo by|Foto:|Photographe? :)"
    r"|\A(?:FILE|File photo|PHOTO|Open this photo)\b"
)
_SPOKEN = re.compile(r"[\"“”„«»]")


def is_aside(text: str, lexicon: Lexicon, title: str) -> bool:
    """Whether a paragraph is a heading, a caption or furniture."""
    if title and len(text) < 2 * len(title) and text.strip().rstrip(".") == title.strip().rstrip("."):
        return True
    return is_heading(text, lexicon) or is_caption(text)


def is_headed(words: Sequence[Word]) -> bool:
    """Whether most words have a capital, as headlines are set: no name can be told from another word."""
    spoken = [word for word in words if word.is_word and len(word.text) > 3]
    return 10 * sum(word.capital for word in spoken) > 7 * len(spoken)


def is_heading(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a heading, or a line that leads elsewhere."""
    stripped = text.strip()
    start = stripped[:40].lower()
    if start.startswith(lexicon.asides):
        return True
    if not stripped or len(stripped) > _LONGEST_HEADING or stripped[-1] in _FINAL:
        return False
    return not _SPOKEN.search(stripped)


def is_caption(text: str) -> bool:
    """Whether a paragraph describes a picture and credits it."""
    return len(text) <= _LONGEST_CAPTION and bool(_CREDIT.search(text)) and not _SPOKEN.search(text)
