"""From what the index marked in a text to the place to land on and the words to show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import Place
from tui.library.indexing import JOINT, MARK_END, MARK_START, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 90
"""How much text is shown on either side of what was found, in code points."""

NEAR = 300
"""Words found within this many code points of each other count as found together."""

_MARKED = re.compile(f"{MARK_START}([^{MARK_END}]*){MARK_END}")
_BLANK = re.compile(r"\s")

Span = tuple[int, int]


def plain_and_spans(marked: str) -> tuple[str, list[Span]]:
    """Return a text without the marks that the index put in, and the stretches that it marked."""
    marked = readable(marked)
    spans = []
    for number, found in enumerate(_MARKED.finditer(marked)):
        start = found.start() - 2 * number
        spans.append((start, start + len(found[1])))
    return marked.replace(MARK_START, "").replace(MARK_END, ""), spans


def best_span(text: str, spans: Sequence[Span]) -> Span:
    """Return the stretch from which the most different words stand together, most closely; the first of equals."""
    words = [text[start:end].casefold() for start, end in spans]
    ranks = [_together(text, spans, words, first) for first in range(len(spans))]
    return spans[max(range(len(spans)), key=lambda number: (ranks[number], -number))]


def _together(text: str, spans: Sequence[Span], words: Sequence[str], first: int) -> tuple[int, int]:
    """Return how many different words begin with the one at ``first`` and follow near it in its block, how closely."""
    begin, seen, reach = spans[first][0], set[str](), 0
    limit = text.find(JOINT, begin)
    limit = min(begin + NEAR, limit if limit >= 0 else len(text))
    at = first
    while at < len(spans) and spans[at][0] < limit:
        if words[at] not in seen:
            seen.add(words[at])
            reach = spans[at][1] - begin
        at += 1
    return len(seen), -reach


def place_of(body: str, span: Span) -> Place:
    """Return the place of a stretch of the indexed body; it ends where its first block ends."""
    start, end = span
    block = body.count(JOINT, 0, start)
    begin = body.rfind(JOINT, 0, start) + 1
    limit = body.find(JOINT, start)
    return Place(block, start - begin, min(end, limit if limit >= 0 else len(body)) - begin)


def snippet_at(text: str, span: Span, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return one line around ``span``, within its block, and what is marked in it."""
    begin = max(text.rfind(JOINT, 0, span[0]) + 1, span[0] - REACH)
    limit = text.find(JOINT, span[0])
    end = min(len(text) if limit < 0 else limit, span[1] + REACH)
    if begin and text[begin - 1] != JOINT:
        begin = _after_blank(text, begin, span[0])
    if end < len(text) and text[end] != JOINT:
        end = _before_blank(text, span[1], end)
    head = "" if not begin or text[begin - 1] == JOINT else "…"
    tail = "" if end == len(text) or text[end] == JOINT else "…"
    inside = [(max(start, begin), min(stop, end)) for start, stop in spans if start < end and stop > begin]
    shift = len(head) - begin
    marks = tuple((start + shift, stop + shift) for start, stop in inside)
    return head + _BLANK.sub(" ", text[begin:end]) + tail, marks


def _after_blank(text: str, begin: int, limit: int) -> int:
    """Return the first beginning of a word from ``begin`` on, or ``begin`` in a text without blanks."""
    found = _BLANK.search(text, begin - 1, limit)
    return found.end() if found else begin


def _before_blank(text: str, limit: int, end: int) -> int:
    for at in range(end, limit - 1, -1):
        if text[at].isspace():
            return at
    return end
