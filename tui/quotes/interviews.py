"""Interviews and transcripts: who speaks is a name or a letter before the words, or a question is set in bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.quotes.marks import Span
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon

_LABEL = re.compile(r"\s*(\[?[^\W\d_][^\n:.?!,“”\"«»]{0,40})\s?:\s+(?=\S)")
_BEHIND = " :\u00a0\n"
_AROUND = "[]" + _BEHIND
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
_TURNS = 3
_QUESTIONS = 2
_LONGEST_LABEL = 5
# so many paragraphs of an answer may stand behind the one that begins it
_LONGEST_ANSWER = 8
_QUESTION = frozenset({"q", "question", "f", "frage", "p", "pregunta", "pergunta", "d", "domanda", "v", "vraag"})
_ANSWER = frozenset({"a", "answer", "antwort", "r", "respuesta", "resposta", "réponse", "risposta", "antwoord"})
_ASKED = _QUESTION | _ANSWER


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
    begins = _labelled(paragraphs, lexicon, bold)
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
    label = label_before(span, text).strip("(). ").lower() if span.bare == "label" else ""
    return "q" if label in _QUESTION else "a" if label in _ANSWER else ""


def label_before(span: Span, text: str) -> str:
    """Return the label that stands before what is said."""
    return text[: span.start].strip(_AROUND)


def bare_span(text: str, block: int, start: int, bare: str) -> Span:
    """Return what ``bare`` tells to be said, from ``start`` to the paragraph's end."""
    end = len(text.rstrip())
    start += len(text[start:]) - len(text[start:].lstrip())
    last = text[end - 1] if end > start else ""
    return Span(block, start, end, start, end, 0, closed=True, single=False, ends=last, bare=bare)


def _labelled(paragraphs: Sequence[str], lexicon: Lexicon, bold: Mapping[int, int]) -> dict[int, int]:
    """Paragraph to where its speech begins, when several speakers take turns."""
    found: dict[int, tuple[str, int]] = {}
    for block, text in enumerate(paragraphs):
        label, begin = _label(text, bold.get(block, 0))
        if label:
            found[block] = (label, begin)
    keys = {block: _key(label) for block, (label, _) in found.items()}
    counts = Counter(keys.values())
    if len(found) < _TURNS or not 2 <= len(counts) < len(found):
        return {}
    known = _known(paragraphs, found, lexicon)
    turns = {key for key, count in counts.items() if count > 1 or key in _ASKED}
    if not turns & known:
        return {}  # "Tip:" and "Price:" come again and again, and nobody speaks
    if 2 * sum(key in turns for key in keys.values()) > len(found):
        turns = set(counts)  # who speaks once among them
    if turns & _ASKED:
        turns &= known
    return {block: found[block][1] for block, key in keys.items() if key in turns}


def _label(text: str, bold: int) -> tuple[str, int]:
    """Return what may name a speaker at the beginning of a paragraph, and where the words behind it begin."""
    match = _LABEL.match(text)
    if match and _may_label(match[1]):
        return match[1].strip(), match.end()
    label = text[:bold].strip(_AROUND)
    begin = len(text) - len(text[bold:].lstrip(_BEHIND))
    return (label, begin) if begin < len(text) and "\n" not in label and _may_label(label) else ("", 0)


def _may_label(label: str) -> bool:
    words = label.split()
    fits = bool(words) and len(words) <= _LONGEST_LABEL and not words[-1][0].islower()
    return fits and all(word[0].isupper() or len(word) < 4 for word in words)


def _known(paragraphs: Sequence[str], found: Mapping[int, tuple[str, int]], lexicon: Lexicon) -> set[str]:
    """Return the keys of those labels that name somebody: by a given name in them, or as the rest of the text does."""
    keys = {_key(label) for label, _ in found.values()}
    known = (keys & _ASKED) | {_key(label) for label, _ in found.values() if _has_given(label)}
    capital: set[str] = set()
    small: set[str] = set()
    for block, text in enumerate(paragraphs):
        end, before = 0, ""
        for match in _NAME.finditer(text, found[block][1] if block in found else 0):
            word, low = match.group(), match.group().lower()
            if low in keys and word == low:
                small.add(low)
            elif low in keys and (given_gender(low) or _is_title(before, lexicon)):
                known.add(low)
            elif low in keys and before.islower() and text[end : match.start()] == " ":
                capital.add(low)
            end, before = match.end(), word
    return known if lexicon.language == "de" else known | (capital - small)  # every German noun is capital


def _has_given(label: str) -> bool:
    words = label.strip(_AROUND).lower().split()
    return len(words) > 1 and bool(given_gender(words[0]))


def _is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a name is likely behind ``word``: a given name or a title."""
    low = word.lower()
    return word[:1].isupper() and bool(given_gender(low) or low in lexicon.nouns or low in lexicon["title"])


def _key(label: str) -> str:
    """The last word: "Jon Vale" before his first answer is "Vale" before the others."""
    words = label.strip(_AROUND).lower().split()
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
