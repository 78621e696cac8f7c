"""Interviews and transcripts: who speaks is a name or a letter before the words, or a question is set in bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.quotes.marks import Span

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon

_LABEL = re.compile(r"\s*(\[?[^\W\d_][^\n:.?!,“”\"«»]{0,40})\s?:\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_TURNS = 3
_QUESTIONS = 2
_LONGEST_LABEL = 5
# so many paragraphs of an answer may stand behind the one that begins it
_LONGEST_ANSWER = 8
_QUESTION = frozenset({"q", "question", "f", "frage", "p", "pregunta", "pergunta", "d", "domanda", "v", "vraag"})
_ANSWER = frozenset({"a", "answer", "antwort", "r", "respuesta", "resposta", "réponse", "risposta", "antwoord"})


def find_turns(
    paragraphs: Sequence[str], spans: Sequence[Sequence[Span]], lexicon: Lexicon, bold: Mapping[int, int]
) -> dict[int, Span]:
    """Return what is said in each paragraph of an interview, none when the text is no interview.

    Args:
        paragraphs: the text.
        spans: what stands between marks.
        lexicon: the language's words.
        bold: paragraph to where its bold beginning ends.
    """
    begins = _labelled(paragraphs, bold)
    if begins:
        turns = {block: bare_span(paragraphs[block], block, begin, "label") for block, begin in begins.items()}
    else:
        questions = _bold_questions(paragraphs, lexicon, bold)
        turns = {block: bare_span(paragraphs[block], block, 0, "question") for block in questions}
        turns |= {block + 1: bare_span(paragraphs[block + 1], block + 1, 0, "answer") for block in questions}
    _go_on(paragraphs, spans, turns, lexicon)
    return turns


def turn_of(span: Span, text: str) -> str:
    """Return "q" for a question, "a" for an answer whose speaker no name tells, else ""."""
    if span.bare in {"question", "answer"}:
        return span.bare[0]
    label = text[: span.start].strip("[]() .:").lower() if span.bare == "label" else ""
    return "q" if label in _QUESTION else "a" if label in _ANSWER else ""


def bare_span(text: str, block: int, start: int, bare: str) -> Span:
    """Return what ``bare`` tells to be said, from ``start`` to the paragraph's end."""
    end = len(text.rstrip())
    start += len(text[start:]) - len(text[start:].lstrip())
    last = text[end - 1] if end > start else ""
    return Span(block, start, end, start, end, 0, closed=True, single=False, ends=last, bare=bare)


def _labelled(paragraphs: Sequence[str], bold: Mapping[int, int]) -> dict[int, int]:
    """Paragraph to where its speech begins, when several speakers take turns."""
    found: dict[int, tuple[str, int]] = {}
    for block, text in enumerate(paragraphs):
        match = _LABEL.match(text)
        if match and _may_label(match[1]):
            found[block] = (_key(match[1]), match.end())
        elif 0 < bold.get(block, 0) < len(text) and _may_label(text[: bold[block]].rstrip(" :")):
            begin = bold[block]
            while begin < len(text) and text[begin] in " :\u00a0":
                begin += 1
            found[block] = (_key(text[: bold[block]]), begin)
    counts = Counter(label for label, _ in found.values())
    turns = {label for label, count in counts.items() if count > 1 or label in _QUESTION or label in _ANSWER}
    if 2 * sum(label in turns for label, _ in found.values()) > len(found):
        turns = set(counts)  # who speaks once among them
    if len(found) < _TURNS or not turns or len(counts) < 2 or len(counts) > len(found) - 1:
        return {}
    taken = {block: begin for block, (label, begin) in found.items() if label in turns}
    return {block: begin for block, begin in taken.items() if begin < len(paragraphs[block])}


def _may_label(label: str) -> bool:
    words = label.split()
    return bool(words) and len(words) <= _LONGEST_LABEL and all(word[0].isupper() or len(word) < 4 for word in words)


def _key(label: str) -> str:
    """The last word: "Jon Vale" before his first answer is "Vale" before the others."""
    words = label.strip("[] :\u00a0").lower().split()
    return words[-1] if words else ""


def _bold_questions(paragraphs: Sequence[str], lexicon: Lexicon, bold: Mapping[int, int]) -> list[int]:
    """Bold questions, when those who answer speak of themselves; else they are an explainer's headings."""
    questions = [
        block
        for block, text in enumerate(paragraphs[:-1])
        if bold.get(block, 0) >= len(text.rstrip()) > 0 and text.rstrip()[-1] in "?？"
    ]
    answered = [block for block in questions if paragraphs[block + 1].strip() and block + 1 not in bold]
    personal = sum(_is_personal(paragraphs[block + 1], lexicon) for block in answered)
    return answered if len(answered) >= _QUESTIONS and 2 * personal >= len(answered) else []


def _is_personal(text: str, lexicon: Lexicon) -> bool:
    return any(match.group().lower() in lexicon["self"] for match in _WORD.finditer(text))


def _go_on(
    paragraphs: Sequence[str], spans: Sequence[Sequence[Span]], turns: dict[int, Span], lexicon: Lexicon
) -> None:
    """Add the paragraphs that go on with an answer; behind the last turn only those in which one speaks of oneself."""
    last = max(turns, default=-1)
    for begin in sorted(turns):
        block = begin + 1
        limit = min(len(paragraphs), begin + _LONGEST_ANSWER)
        while block < limit and block not in turns and paragraphs[block].strip() and not spans[block]:
            if (begin == last or turns[begin].bare == "label") and not _is_personal(paragraphs[block], lexicon):
                break
            turns[block - 1].closed = False
            turns[block] = bare_span(paragraphs[block], block, 0, turns[begin].bare)
            block += 1
