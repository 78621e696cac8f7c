"""Pull quotes: words set large that stand in the text as well, and count once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.quotes.discourse import Attribution

_SENTENCE = re.compile(r"[^.!?…]+")
_WORD = re.compile(r"\w+")
# how many code points of marks and blanks may stand around one, and how many words it has at least
_MARKS = 4
_FEWEST = 4


def without_pulled(attributions: Sequence[Attribution], paragraphs: Sequence[str]) -> list[Attribution]:
    """Return the attributions but for pull quotes: a paragraph of nothing but sentences that are quoted elsewhere."""
    told: Counter[str] = Counter()
    sentences = [_sentences(paragraphs[one.span.block][one.span.start : one.span.end]) for one in attributions]
    for found in sentences:
        told.update(found)
    kept: list[Attribution] = []
    for one, found in zip(attributions, sentences, strict=True):
        text = paragraphs[one.span.block]
        alone = not one.span.depth and len(text.strip()) - (one.span.end - one.span.start) <= _MARKS
        long = sum(key.count(" ") + 1 for key in found) >= _FEWEST
        if alone and long and not one.continues and all(told[key] > 1 for key in found):
            told.subtract(found)
        else:
            kept.append(one)
    return kept


def _sentences(text: str) -> list[str]:
    keys = (" ".join(_WORD.findall(sentence.lower())) for sentence in _SENTENCE.findall(text))
    return [key for key in keys if key]
