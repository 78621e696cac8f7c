"""Sentences: where one ends when quotations stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.quotes.lexicon import Lexicon
from tui.quotes.words import Word

if TYPE_CHECKING:
    from tui.quotes.cues import Cue

_ENDS = frozenset(".!?…") | {"...", "。", "！", "？"}
_WRAP = frozenset(")]}”’'\"")
_TAG = 9
_LONG_TAG = 30
_LONGEST = 400
_SHORT = 20_000


class Sentence(Struct, gc=False):
    """One sentence of the writer's, with the quotations that belong to it."""

    block: int
    """Index of its paragraph."""
    part: int
    """How many line breaks stand before it in its paragraph."""
    words: list[Word]
    """In order; a quotation is one word."""
    quotes: list[int] = field(default_factory=list)
    """Which words are quotations."""
    aside: bool = False
    """Whether it is a heading, a caption or furniture: nobody goes on speaking there."""
    cues: list[Cue] | None = None
    """Its verbs and phrases of saying, once they were looked for."""


def split_sentences(block: int, text: str, words: Sequence[Word], lexicon: Lexicon) -> list[Sentence]:
    """Return the sentences of one paragraph."""
    sentences: list[Sentence] = []
    begin = 0
    broken = "\n" in text
    for index, word in enumerate(words):
        if not broken and word.is_word and word.text != "..." and index - begin < _LONGEST:
            continue
        if index - begin >= _LONGEST or _ends_here(text, words, index, lexicon):
            stop = index + 1
            if stop < len(words) and words[stop].text in _WRAP and not words[stop].quote:
                continue
            sentences.append(_sentence(block, text, words[begin:stop]))
            begin = stop
    if begin < len(words):
        sentences.append(_sentence(block, text, words[begin:]))
    return sentences


def _sentence(block: int, text: str, words: Sequence[Word]) -> Sentence:
    part = text.count("\n", 0, min(words[0].start, _SHORT))
    return Sentence(block, part, list(words), [index for index, word in enumerate(words) if word.quote])


def _ends_here(text: str, words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    word = words[index]
    if index + 1 == len(words):
        return False
    after = words[index + 1]
    if word.quote:
        return _ends_at_quote(text, words, index, lexicon)
    if word.text in _WRAP and index and words[index - 1].text in _ENDS:
        return after.capital or after.quote is not None
    if word.text not in _ENDS or after.text in ",;:":  # a comma after an abbreviation
        return "\n" in text[word.end : after.start] and not after.text[:1].islower()
    if after.start == word.end and after.quote is None and (index == 0 or len(words[index - 1].text) < 4):
        return False
    return after.capital or after.quote is not None or not after.text[0].isalpha() or after.text in "¿¡"


def _ends_at_quote(text: str, words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    span, after = words[index].quote, words[index + 1]
    if span is None or after.text in _ENDS or after.text in ",;:)]-–—":
        return False
    if "\n" in text[span.right : after.start] and not after.text[:1].islower():
        return True
    last = text[span.start : span.end].rstrip("’'”\"»")[-1:] or text[span.end - 1]
    if after.quote is not None:
        return last in ".!?…"
    if last not in ".!?…" or after.text[:1].islower() or not after.text[0].isalnum():
        return False
    tagged = is_tag(words, index + 1, lexicon) or _points_back(words, index + 1, lexicon)
    if last == ".":
        return _leads_in(words, index + 1, lexicon) or not tagged
    return not tagged and not _is_long_tag(words, index + 1, lexicon)


def _points_back(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether what follows a quotation only says who said it: "„…“ Das sagte Vale"."""
    said = index + 1 < len(words) and words[index + 1].low in lexicon["say"]
    return said and words[index].low in lexicon["pointing_back"]


def _is_long_tag(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """After a question or a cry: "Jon Vale, the town's mayor, asked at noon", "Vale asked the crowd."."""
    start = index
    stop = min(len(words), index + _LONG_TAG)
    comma = next((at for at in range(index, min(index + _TAG, stop)) if words[at].text == ","), -1)
    if comma > 0:
        closing = next((at for at in range(comma + 1, stop) if words[at].text == "," and at + 1 < stop), -1)
        return closing > 0 and words[closing + 1].low in lexicon["say"]
    for at in range(index, min(index + _TAG, stop)):
        if words[at].low in lexicon["addressing"]:
            return at > start and _addresses(words, at + 1, lexicon)
        if words[at].quote or words[at].text in _ENDS or words[at].low in lexicon["say"]:
            return False
    return False


def _leads_in(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether what follows a full stop leads in the next quotation: "“It rains.” He added, “It pours.”"."""
    for at in range(index, min(len(words) - 2, index + _TAG)):
        if words[at].low in lexicon["say"] and at > index:
            return words[at + 1].text in {",", ":"} and words[at + 2].quote is not None
        if not words[at].is_word:
            return False
    return False


def _addresses(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a listener, and nothing that was said, follows: "asked the crowd."."""
    for word in words[index : index + _TAG]:
        if word.text in _ENDS or word.text == "," or word.quote or word.low in lexicon["tag_tail"]:
            return word.low != "to"
        if word.low in lexicon["that"] or word.low in lexicon["reported"]:
            return False
    return True


def is_tag(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a bare attribution begins at ``index``: "Smith said." and nothing that was said."""
    say = lexicon["say"]
    stop = min(len(words), index + _TAG)
    for at in range(index, stop):
        word = words[at]
        if word.quote or word.text in _ENDS or word.text in ",:;" or word.low in lexicon["modal"]:
            return False  # "Vale would later ask" tells what came then, not who spoke here
        if word.low in say and (at > index or not word.capital or lexicon.language != "en"):
            after = words[at + 1] if at + 1 < len(words) else None
            if after is not None and after.low in lexicon["month_day"]:  # "Vale said Monday.", not "said Monday she"
                after = words[at + 2] if at + 2 < len(words) else None
            return after is None or after.text in _ENDS or after.text == "," or after.low in lexicon["tag_tail"]
    return False
