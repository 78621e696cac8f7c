"""A quotation as it should read elsewhere: in its marks, in one piece, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import QuoteKind
from tui.exchange.marks import Marks, marks_for, set_inner_marks

if TYPE_CHECKING:
    from tui.article import Article, Place, Quote

_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_CLINGING = frozenset(
    word
    for line in (
        "am are is was were be been being isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't have has had",
        "can cannot can’t could couldn’t may might must shall should will would won’t do does did don’t didn’t",
        "that than of to",
    )
    for word in line.split()
)
"""Words that no comma parts from what they follow."""
_CLOSING = " \t\n\xa0\u202f“”„‟\"«»‘’‚'‹›「」『』"


def quotation_text(quote: Quote, article: Article) -> str:
    """Return what was said, in the quotation marks of the article's language.

    Pieces that an attribution parted are joined: a comma that stood for the end
    of a sentence is a full stop again, the words are never touched. Marks
    within are those that the language sets within others.
    """
    words = spoken_words(quote, article)
    marks = marks_for(article.language, words)
    return enclose(words, marks)


def enclose(words: str, marks: Marks) -> str:
    """Return ``words`` in ``marks``, with the marks inside made fit for that."""
    return marks.opening + set_inner_marks(words, marks) + marks.closing


def spoken_words(quote: Quote, article: Article) -> str:
    """Return what was said in one piece and on one line, without its outer marks."""
    pieces = _pieces(quote, article)
    words = pieces[0]
    for number, piece in enumerate(pieces[1:], 1):
        if _begins_sentence(piece) and _ends_sentence(quote.parts[number - 1], quote.parts[number], article):
            words = _with_full_stop(words)
        elif _is_only_typesetters(words, piece, article.language):
            words = words[:-1]
        words += f" {piece}"
    if words.endswith(","):
        words = words[:-1] + ("." if quote.kind is QuoteKind.DIRECT else "")
    return words


def _is_only_typesetters(words: str, piece: str, language: str) -> bool:
    """Whether the comma at the end of ``words`` stands there for the attribution alone, which is left out.

    English sets a comma before “she said”, whether the sentence has one there or not. It has none between a subject and
    its verb, or before “that”; but where another comma opened an aside before, this one closes it.
    """
    if language and not language.lower().startswith("en"):
        return False
    return words.count(",") == 1 and words.endswith(",") and piece.partition(" ")[0].strip(",.") in _CLINGING


def _pieces(quote: Quote, article: Article) -> list[str]:
    """Return the parts' texts; the quotation's own text when they are not where the parts say."""
    pieces = [" ".join(_text_at(part, article).split()) for part in quote.parts]
    whole = " ".join(quote.text.split())
    return pieces if " ".join(pieces) == whole else [whole]


def _text_at(place: Place, article: Article) -> str:
    if not 0 <= place.block < len(article.blocks):
        return ""
    return article.blocks[place.block].text[place.start : place.end]


def _begins_sentence(piece: str) -> bool:
    return piece[:1].isupper() or piece[:1].isdigit()


def _ends_sentence(before: Place, after: Place, article: Article) -> bool:
    """Whether the writer's own words between two parts end a sentence; between two paragraphs they do."""
    if before.block != after.block:
        return True
    between = article.blocks[before.block].text[before.end : after.start]
    return between.strip(_CLOSING).endswith(_SENTENCE_ENDS)


def _with_full_stop(words: str) -> str:
    if words.endswith(","):
        return words[:-1] + "."
    return words + "." if words[-1:].isalnum() and words[-1] < "\u2e80" else words
