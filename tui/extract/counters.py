"""A gallery's counter: "1 / 24", "Image 1 of 24", in several languages."""

from __future__ import annotations

import re

_COUNTER = re.compile(
    r"^\W{0,3}(?:(?:image|photo|slide|picture|bild|foto|immagine|imagen|imagem|afbeelding|zdjęcie|фото)\s)?"
    r"(\d{1,3})\s?(?:/|of|von|de|sur|di|van|av|af|из|z|／)\s?(\d{1,3})\W{0,3}$",
    re.IGNORECASE,
)
_LONGEST = 24
_BEFORE_WORDS = re.compile(r"\s*\(?(\d{1,3})\s?[/／]\s?(\d{1,3})\)?(?:\s*[|·:–—-])?\s+(?=[^\W\d_]|[“\"«„])")


def read_counter(line: str) -> tuple[int, int] | None:
    """Return the place and the number of pictures that ``line`` counts, if it does nothing else."""
    match = _COUNTER.match(line) if len(line) < _LONGEST else None
    if not match or not 0 < int(match[1]) <= int(match[2]):
        return None
    return int(match[1]), int(match[2])


def read_counter_before(caption: str) -> tuple[int, int, str] | None:
    """Return the place, the number of pictures and the words after them, if ``caption`` begins with a counter."""
    match = _BEFORE_WORDS.match(caption)
    if not match or not 0 < int(match[1]) <= int(match[2]):
        return None
    return int(match[1]), int(match[2]), caption[match.end() :]
