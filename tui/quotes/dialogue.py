"""Speech without marks: interviews, dialogue led by dashes, and quotations set off."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.quotes.interviews import bare_span, find_turns

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.marks import Span

_DASH = re.compile(r"\s*[—–―]\s*(?=[^\W\d_]|[¿¡«“\"])")
# the writer's own words between dashes: " —dijo Ana—", " – sa Ana –"
_INSERT = re.compile(r"\s[—–―]\s?(?=[^\W\d_])")
_CLOSING = re.compile(r"[—–―]\s?[.,;:]?")
_TAG = re.compile(r"[,?!…](?=\s+[^,.!?\n]{2,60}[.,])")
_WORD = re.compile(r"[^\W\d_]+")


def find_dialogue(
    paragraphs: Sequence[str], spans: Sequence[Sequence[Span]], lexicon: Lexicon, bold: Mapping[int, int]
) -> list[list[Span]]:
    """Return the spans of each paragraph, with those of speech that no mark encloses.

    Args:
        paragraphs: the text.
        spans: what stands between marks.
        lexicon: the language's words.
        bold: paragraph to where its bold beginning ends, for interviews with bold names or questions.
    """
    found = [_parted(pairs, text, lexicon) for pairs, text in zip(spans, paragraphs, strict=True)]
    for block, turn in find_turns(paragraphs, spans, lexicon, bold).items():
        found[block] = [turn]
    for block in _dashed(paragraphs, found, lexicon):
        found[block] = _read_dashes(paragraphs[block], block, lexicon)
    return found


def _parted(pairs: Sequence[Span], text: str, lexicon: Lexicon) -> list[Span]:
    """Part what a tag parts within one pair of marks: «A, — сказал он, — B», «A —dijo Ana—, B»; not so in English."""
    if lexicon.language == "en" or not _INSERT.search(text):
        return list(pairs)
    found: list[Span] = []
    for span in pairs:
        inner = "" if span.depth else text[span.start : span.end]
        end, onward = _speech_end(inner, 0, lexicon)
        if not 0 < end < onward < len(inner):
            found.append(span)
            continue
        first, second = span.start + end, span.start + onward
        found.append(replace(span, end=first, right=first, ends=text[first - 1], bare="parted"))
        found.append(replace(span, start=second, left=second, bare="parted"))
    return found


def set_off(paragraphs: Sequence[str], spans: list[list[Span]], blocks: Collection[int]) -> None:
    """Make one quotation of each of ``blocks``, paragraphs set off as block quotes, that holds no marks."""
    for block in blocks:
        if not spans[block] and paragraphs[block].strip():
            spans[block] = [bare_span(paragraphs[block], block, 0, "block")]


# --- dashes


def _dashed(paragraphs: Sequence[str], spans: Sequence[Sequence[Span]], lexicon: Lexicon) -> list[int]:
    """Paragraphs that a dash leads and no mark encloses; none unless one of them has a verb of saying behind it."""
    led = [block for block, text in enumerate(paragraphs) if not spans[block] and _DASH.match(text)]
    if len(led) < 2 and lexicon.language == "en":
        return []
    return led if any(_has_tag(paragraphs[block], lexicon) for block in led) else []


def _has_tag(text: str, lexicon: Lexicon) -> bool:
    return any(_is_tag(text, match.end(), lexicon) for match in _INSERT.finditer(text)) or any(
        _is_tag(text, match.end(), lexicon) for match in _TAG.finditer(text)
    )


def _is_tag(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of saying is among the first two words at ``at``."""
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text, at, at + 60), range(2), strict=False)]
    return any(word in lexicon["say"] for word in words)


def _read_dashes(text: str, block: int, lexicon: Lexicon) -> list[Span]:
    lead = _DASH.match(text)
    start = lead.end() if lead else 0
    spans: list[Span] = []
    while start < len(text):
        end, onward = _speech_end(text, start, lexicon)
        if end > start:
            spans.append(bare_span(text[:end], block, start, "dash"))
        start = onward
    return spans


def _speech_end(text: str, start: int, lexicon: Lexicon) -> tuple[int, int]:
    """Where the speech that begins at ``start`` ends, and where it goes on."""
    for match in _INSERT.finditer(text, start):
        if _is_tag(text, match.end(), lexicon):
            closing = _CLOSING.search(text, match.end())
            onward = closing.end() if closing else len(text)
            while onward < len(text) and text[onward].isspace():
                onward += 1
            return match.start(), onward
    for match in _TAG.finditer(text, start):
        if _is_tag(text, match.end(), lexicon):
            return match.end(), len(text)
    return len(text), len(text)
