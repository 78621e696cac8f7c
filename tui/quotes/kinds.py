"""Kinds: a statement, a fragment of one, or marks around a word, a title, a slogan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article import QuoteKind
from tui.quotes.clauses import Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotes.discourse import Attribution
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.words import Word

_INSIDE_END = frozenset(".,?!…;:—–-")
_LONGEST_TITLE = 10
_AFTER_END = frozenset(".,?!;…")
# kana, Chinese signs and Korean syllables are a word a pair, and there are no capitals among them
_FIRST_SIGN, _LAST_SIGN = "\u3040", "\ud7af"


class Shape(Struct, frozen=True, gc=False):
    """What a quotation looks like."""

    words: int
    """How many words it has; two Chinese or Japanese signs count as one."""
    high: bool
    """Whether it begins with a capital, a digit or a bracket."""
    ends_inside: bool
    """Whether punctuation ends it within its marks."""
    ends: bool
    """Whether punctuation ends it within its marks or right after them."""
    full_stop: bool
    """Whether it ends as a sentence does."""
    titled: bool
    """Whether its long words have capitals, as in the name of a book or a programme."""

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as a statement of its own."""
        if self.words >= 12:
            return True
        if self.high:
            return self.ends or self.words >= 8
        return self.words >= 6 and self.ends_inside


def read_shape(text: str, start: int, end: int, right: int) -> Shape:
    """Return the shape of the quotation ``text[start:end]`` whose marks end at ``right``."""
    inner = text[start:end]
    count = len(inner.split())
    if not inner.isascii():
        count += sum(_FIRST_SIGN <= char <= _LAST_SIGN for char in inner) // 2
    first = inner[0]
    high = first.isupper() or first.isdigit() or first in "[(¿¡" or _FIRST_SIGN <= first <= _LAST_SIGN
    ends_inside = inner[-1] in _INSIDE_END
    after = text[right : right + 1]
    return Shape(
        count, high, ends_inside, ends_inside or after in _AFTER_END, inner[-1] in ".?!…。！？", _is_titled(inner)
    )


def _is_titled(inner: str) -> bool:
    long = [word for word in inner[:200].split() if len(word) > 3]
    return bool(long) and len(long) <= 10 and all(word[0].isupper() or not word[0].isalpha() for word in long)


def tell_kind(
    shape: Shape, attribution: Attribution, before: Sequence[Word], alone: bool, lexicon: Lexicon
) -> QuoteKind:
    """Return what the quotation is; ``before`` are the words before it in its sentence."""
    tied = attribution.strength >= Strength.NEAR or attribution.after_colon
    if _is_word_in_marks(before, shape, attribution, lexicon):
        return QuoteKind.PARTIAL if tied and not shape.high else QuoteKind.SCARE
    if attribution.span.title or _is_named(before, shape, attribution, lexicon):
        return QuoteKind.TITLE
    whole = shape.full_stop or (shape.high and shape.ends and not before)
    if shape.is_sentence and (tied or alone or attribution.follows or whole):
        opens = shape.high and (not before or attribution.after_colon)
        spoken = attribution.strength or alone or attribution.follows or opens
        return QuoteKind.DIRECT if spoken else QuoteKind.OTHER
    if shape.is_sentence and attribution.strength:
        return QuoteKind.DIRECT
    if tied:
        return QuoteKind.PARTIAL
    return QuoteKind.SCARE


def _is_word_in_marks(before: Sequence[Word], shape: Shape, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether few words stand in the midst of the writer's sentence: a name, a term, no statement."""
    if shape.words > 5 or attribution.after_colon or not before:
        return False
    last = before[-1]
    if last.possessive:
        return True
    if not last.is_word or last.low in lexicon["say"]:
        return False
    if shape.words <= 2 and last.low not in lexicon["that"]:
        return True  # its full stop or comma is the sentence's
    return attribution.strength is not Strength.BESIDE and not shape.full_stop


def _is_named(before: Sequence[Word], shape: Shape, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether a word for works or for naming stands right before: the book “…”, so-called “…”."""
    if not before or (shape.words > 8 and shape.full_stop and not shape.titled):
        return False
    sentence = shape.full_stop or (shape.high and shape.ends and not shape.titled)  # the full stop may stand outside
    shown = attribution.after_colon and not attribution.cue and shape.words <= 5 and not sentence
    if shown or attribution.written.rpartition(" ")[2].lower() in lexicon["inscription"]:
        return True  # the band's new record: “Low Water”
    last = before[-1].low
    noun = before[-2].low if last == "," and len(before) > 1 else last
    if noun in lexicon["work"] and shape.titled:
        return True  # her memoir, “Low Water”
    if shape.titled and 2 <= shape.words <= _LONGEST_TITLE and lexicon.language == "en" and before[-1].is_word:
        return last not in lexicon["say"] and last not in lexicon["that"]
    if last in lexicon["work"] and shape.high:
        return not shape.full_stop
    titled = shape.titled and lexicon.language == "en"  # a piece titled “Low Water Comes at Last.”
    return last in lexicon["naming"] and (titled or (shape.words <= 8 and not shape.full_stop))
