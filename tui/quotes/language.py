"""Which language a text is in, by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.quotes.lexicon import LANGUAGES, read_sections

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4_000


def tell_language(paragraphs: Sequence[str], said: str | None) -> str:
    """Return the primary subtag to read by: what was ``said`` when we know it, else the likeliest."""
    subtag = (said or "").partition("-")[0].partition("_")[0].lower()
    if subtag in LANGUAGES:
        return subtag
    sample = _sample(paragraphs)
    if not sample.isascii() and _count(sample, "\u4e00", "\u9fff") > len(sample) / 8:
        return "ja" if _count(sample, "\u3040", "\u30ff") > len(sample) / 20 else "zh"
    if _count(sample, "\u0400", "\u04ff") > len(sample) / 2:
        return "ru"  # its neighbours are nearer to it than to English
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    best, top = "en", 0
    for language in sorted(LANGUAGES):
        score = sum(counts[word] for word in read_sections(language).get("common", ()))
        if score > top:
            best, top = language, score
    return best


def _count(sample: str, first: str, last: str) -> int:
    return sum(first <= char <= last for char in sample)


def _sample(paragraphs: Sequence[str]) -> str:
    parts: list[str] = []
    length = 0
    for text in paragraphs:
        parts.append(text[:_ENOUGH])
        length += len(parts[-1])
        if length > _ENOUGH:
            break
    return " ".join(parts)
