"""The way through: paragraphs in, quotations with their speakers out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.article import BlockKind, MarkKind
from tui.quotes.asides import is_aside, is_headed
from tui.quotes.chunks import Chunks
from tui.quotes.dialogue import find_dialogue, set_off
from tui.quotes.discourse import Reading
from tui.quotes.joining import join_quotes
from tui.quotes.language import tell_language
from tui.quotes.lexicon import load_lexicon
from tui.quotes.marks import pair_marks
from tui.quotes.sentences import Sentence, split_sentences
from tui.quotes.spotting import find_mentions
from tui.quotes.taking import take_inventory
from tui.quotes.vocabulary import read_vocabulary
from tui.quotes.windows import Piece, read_windows
from tui.quotes.words import read_plain, read_words

if TYPE_CHECKING:
    from tui.article import Article, Quote
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.people import Inventory


class _Layout(Struct, frozen=True):
    """What an article's layout tells beyond its words."""

    bold: Mapping[int, int] = field(default_factory=dict)
    """Paragraph to where its bold beginning ends."""
    set_off: frozenset[int] = frozenset()
    """Paragraphs set off as block quotes."""


_DATELINE = re.compile(r"([^\W\d_][^(,—–]{2,29})(?:, [^(—–]{2,30})?(?: \([^)]{1,30}\))? ?[—–] ")
_DATELINE_BY = 4
"""A dateline stands in one of so many first paragraphs."""

_SEARCHED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def find_quotes(
    paragraphs: Sequence[str], *, language: str | None = None, title: str = "", bold: Mapping[int, int] | None = None
) -> tuple[Quote, ...]:
    """Return the quotations of a text in order, each with its speaker where that can be told.

    Args:
        paragraphs: the text; places count code points in these.
        language: a BCP 47 tag; guessed when None or unknown to us.
        title: the headline, which may name somebody whom the text calls by the last name only.
        bold: paragraph to where its bold beginning ends, which tells the turns of an interview.

    Returns:
        Statements, fragments, and what merely stands in marks, told apart by ``kind``.
    """
    return _find(_blank_dateline(paragraphs), language, title, _Layout(bold or {}))


def _blank_dateline(paragraphs: Sequence[str], known: str | None = None) -> list[str]:
    """Return the paragraphs with blanks, which keep all places, for a dateline: its place says nothing.

    A standfirst may come before it. Where it is not ``known``, it is a place in capitals and what follows up to a dash.
    """
    found = list(paragraphs)
    for index, text in enumerate(found[:_DATELINE_BY]):
        told = _DATELINE.match(text)
        length = len(told[0]) if told and told[1].isupper() else 0
        if known and text.startswith(known):
            length = len(known)
        if length:
            found[index] = " " * length + text[length:]
            break
    return found


def _find(paragraphs: Sequence[str], language: str | None, title: str, layout: _Layout) -> tuple[Quote, ...]:
    finder = _Finder(load_lexicon(tell_language(paragraphs, language)), title)
    found: list[Quote] = []
    for window in read_windows(paragraphs):
        here = _Layout(
            {index: layout.bold[piece.block] for index, piece in enumerate(window) if piece.block in layout.bold},
            frozenset(index for index, piece in enumerate(window) if piece.block in layout.set_off),
        )
        found.extend(finder.find(window, here))
    return tuple(found)


class _Finder:
    """Reads a text, or one window after another of a long one."""

    def __init__(self, lexicon: Lexicon, title: str) -> None:
        self._lexicon = lexicon
        self._chunks = Chunks(lexicon)
        self._title = title
        self._known: Inventory | None = None

    def find(self, window: Sequence[Piece], layout: _Layout) -> list[Quote]:
        """Return the quotations of a window, at their places in the whole text, knowing who was named before."""
        lexicon, title = self._lexicon, self._title
        paragraphs = [piece.text for piece in window]
        spans = find_dialogue(paragraphs, pair_marks(paragraphs, lexicon.language), lexicon, layout.bold)
        set_off(paragraphs, spans, layout.set_off)
        lines = [read_words(text, pairs, self._chunks) for text, pairs in zip(paragraphs, spans, strict=True)]
        vocabulary = read_vocabulary(lines, lexicon)
        sentences: list[Sentence] = []
        for block, words in enumerate(lines):
            found = split_sentences(block, paragraphs[block], words, lexicon)
            answers = any(span.bare in {"question", "answer"} for span in spans[block])  # "Yes" is no heading then
            if found and not answers and is_aside(paragraphs[block], lexicon, title):
                found = [replace(sentence, aside=True) for sentence in found]
            sentences.extend(found)
        mentions = [find_mentions(sentence.words, lexicon, vocabulary) for sentence in sentences]
        heading = [Sentence(-1, 0, read_plain(title, self._chunks))] if title else []
        named = [[] if is_headed(one.words) else find_mentions(one.words, lexicon, vocabulary) for one in heading]
        taken = [
            [] if sentence.aside and is_headed(sentence.words) else found
            for sentence, found in zip(sentences, mentions, strict=True)
        ]
        inventory = take_inventory([*sentences, *heading], [*taken, *named], lexicon, self._known)
        self._known = inventory
        attributions = Reading(paragraphs, sentences, mentions, inventory, lexicon).run()
        return join_quotes(window, sentences, attributions, lexicon)


def add_quotes(article: Article) -> Article:
    """Return ``article`` with the quotations of its paragraphs, items and block quotes found anew."""
    paragraphs = [block.text if block.kind in _SEARCHED else "" for block in article.blocks]
    quotes = _find(
        _blank_dateline(paragraphs, article.dateline), article.language or None, article.title, _read_layout(article)
    )
    return replace(article, quotes=quotes)


def _read_layout(article: Article) -> _Layout:
    bold = {
        index: mark.end
        for index, block in enumerate(article.blocks)
        for mark in block.marks[:2]
        if mark.kind is MarkKind.STRONG and mark.start == 0 and block.kind is BlockKind.PARAGRAPH
    }
    quoted = frozenset(index for index, block in enumerate(article.blocks) if block.kind is BlockKind.QUOTE)
    return _Layout(bold, quoted)
