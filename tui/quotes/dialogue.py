"""Speech without marks: dialogue led by dashes, interviews and transcripts led by names, and quotations set off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.quotes.marks import Span

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon

_DASH = re.compile(r"\s*[—–―]\s*(?=[^\W\d_]|[¿¡«“\"])")
# the writer's own words between dashes: " —dijo Ana—", " – sa Ana –"
_INSERT = re.compile(r"\s[—–―]\s?(?=[^\W\d_])")
_CLOSING = re.compile(r"[—–―]\s?[.,;:]?")
_TAG = re.compile(r"[,?!…](?=\s+[^,.!?\n]{2,60}[.,])")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"\s*(\[?[^\W\d_][^\n:.?!,“”\"«»]{0,40})\s?:\s+(?=\S)")
_TURNS = 3
_LONGEST_LABEL = 5
_QUESTION = frozenset({"q", "question", "f", "frage", "p", "pregunta", "pergunta", "d", "domanda", "v", "vraag"})
_ANSWER = frozenset({"a", "answer", "antwort", "r", "respuesta", "resposta", "réponse", "risposta", "antwoord"})


def find_dialogue(
    paragraphs: Sequence[str], spans: Sequence[Sequence[Span]], lexicon: Lexicon, leads: Mapping[int, int]
) -> list[list[Span]]:
    """Return the spans of each paragraph, with those of speech that no mark encloses.

    Args:
        paragraphs: the text.
        spans: what stands between marks.
        lexicon: the language's words.
        leads: paragraph to where its bold beginning ends, for interviews with bold names.
    """
    found = [list(pairs) for pairs in spans]
    for block, begin in _labelled(paragraphs, leads).items():
        found[block] = [_span(paragraphs[block], block, begin, len(paragraphs[block]), "label")]
    for block in _dashed(paragraphs, found, lexicon):
        found[block] = _read_dashes(paragraphs[block], block, lexicon)
    return found


def set_off(paragraphs: Sequence[str], spans: list[list[Span]], blocks: Collection[int]) -> None:
    """Make one quotation of each of ``blocks``, paragraphs set off as block quotes, that holds no marks."""
    for block in blocks:
        if not spans[block] and paragraphs[block].strip():
            text = paragraphs[block].rstrip()
            spans[block] = [_span(text, block, len(text) - len(text.lstrip()), len(text), "block")]


def turn_of(label: str) -> str:
    """Return "q" for the label of a question, "a" for that of an answer, else ""."""
    low = label.strip("[]() .:").lower()
    return "q" if low in _QUESTION else "a" if low in _ANSWER else ""


def _span(text: str, block: int, start: int, end: int, bare: str) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    last = text[end - 1] if end > start else ""
    return Span(block, start, end, start, end, 0, closed=True, single=False, ends=last, bare=bare)


# --- names before what is said


def _labelled(paragraphs: Sequence[str], leads: Mapping[int, int]) -> dict[int, int]:
    """Paragraph to where its speech begins, when several speakers take turns."""
    found: dict[int, tuple[str, int]] = {}
    for block, text in enumerate(paragraphs):
        match = _LABEL.match(text)
        if match and _may_label(match[1]):
            found[block] = (match[1].strip("[] ").lower(), match.end())
        elif 0 < leads.get(block, 0) < len(text) and _may_label(text[: leads[block]].rstrip(" :")):
            begin = leads[block]
            while begin < len(text) and text[begin] in " :\u00a0":
                begin += 1
            found[block] = (text[: leads[block]].rstrip(" :").lower(), begin)
    counts = Counter(label for label, _ in found.values())
    turns = {label for label, count in counts.items() if count > 1 or turn_of(label)}
    if 2 * sum(label in turns for label, _ in found.values()) > len(found):
        turns = set(counts)  # who speaks once among them
    if len(found) < _TURNS or not turns or len(counts) < 2 or len(counts) > len(found) - 1:
        return {}
    taken = {block: begin for block, (label, begin) in found.items() if label in turns}
    return {block: begin for block, begin in taken.items() if begin < len(paragraphs[block])}


def _may_label(label: str) -> bool:
    words = label.split()
    return bool(words) and len(words) <= _LONGEST_LABEL and all(word[0].isupper() or len(word) < 4 for word in words)


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
            spans.append(_span(text, block, start, end, "dash"))
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
