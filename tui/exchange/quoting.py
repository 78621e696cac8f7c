"""A quotation as it should read elsewhere: in its marks, in one piece, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.article import QuoteKind, to_json
from tui.exchange.marks import Marks, marks_for, set_inner_marks

if TYPE_CHECKING:
    from tui.article import Article, Place, Quote

_BREAK = "\n\n"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_SMALL_NOUNS = ("fr", "es", "pt", "it", "nl", "ca", "sv", "da", "nb", "pl", "ru", "uk")
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
    within are those that the language sets within others. What was selected over
    several paragraphs keeps them, and each begins with a mark.
    """
    words = spoken_words(quote, article)
    marks = marks_for(article.language, words)
    return enclose(words, marks)


def article_json(article: Article) -> dict[str, Any]:
    """Return the public JSON; a quotation has beside its exact ``text`` what was ``said``, as one quotes it."""
    data = to_json(article)
    for fields, quote in zip(data["quotes"], article.quotes, strict=True):
        fields["said"] = spoken_words(quote, article)
    return data


def enclose(words: str, marks: Marks) -> str:
    """Return ``words`` in ``marks``, with the marks inside made fit for that; a new paragraph opens them again."""
    inner = set_inner_marks(words, marks).replace(_BREAK, _BREAK + marks.opening)
    return marks.opening + inner + marks.closing


def quotation_line(quote: Quote, article: Article) -> str:
    """Return the same on one line, where a format has no paragraphs."""
    words = spoken_words(quote, article).replace("\n", " ")
    return enclose(" ".join(filter(None, words.split(" "))), marks_for(article.language, words))


def spoken_words(quote: Quote, article: Article) -> str:
    """Return what was said in one piece and on one line, without its outer marks; a selection in its paragraphs."""
    pieces = _pieces(quote, article)
    selected = quote.kind is QuoteKind.OTHER and (len(quote.parts) > 1 or _BREAK in quote.text)
    if selected:  # nobody's words that an attribution parted
        return _BREAK.join(pieces) if len(pieces) > 1 else _in_paragraphs(quote.text)
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


def _in_paragraphs(text: str) -> str:
    return _BREAK.join(" ".join(paragraph.split()) for paragraph in text.split(_BREAK))


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
    text = article.blocks[before.block].text
    between = text[before.end : after.start].strip(_CLOSING)
    if between.endswith((*_SENTENCE_ENDS, ":", "：")):
        return True
    # « A », dit-elle, « Il B »: where nouns are small a capital begins a sentence; English may have a name or “I” there
    small = article.language.lower().startswith(_SMALL_NOUNS)
    return small and between.startswith(",") and text[before.end - 1].isalnum()


def _with_full_stop(words: str) -> str:
    if words.endswith(","):
        return words[:-1] + "."
    return words + "." if words[-1:].isalnum() and words[-1] < "\u2e80" else words
