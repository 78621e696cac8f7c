"""The way through: paragraphs in, quotations with their speakers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.quotes.asides import is_aside, is_headed
from tui.quotes.discourse import Reading
from tui.quotes.joining import join_quotes
from tui.quotes.language import tell_language
from tui.quotes.lexicon import load_lexicon
from tui.quotes.marks import pair_marks
from tui.quotes.mentions import find_mentions
from tui.quotes.sentences import Sentence, split_sentences
from tui.quotes.taking import take_inventory
from tui.quotes.vocabulary import read_vocabulary
from tui.quotes.words import read_plain, read_words

if TYPE_CHECKING:
    from tui.article import Article, Quote

_SEARCHED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def find_quotes(paragraphs: Sequence[str], *, language: str | None = None, title: str = "") -> tuple[Quote, ...]:
    """Return the quotations of a text in order, each with its speaker where that can be told.

    Args:
        paragraphs: the text; places count code points in these.
        language: a BCP 47 tag; guessed when None or unknown to us.
        title: the headline, which may name somebody whom the text calls by the last name only.

    Returns:
        Statements, fragments, and what merely stands in marks, told apart by ``kind``.
    """
    lexicon = load_lexicon(tell_language(paragraphs, language))
    spans = pair_marks(paragraphs, lexicon.language)
    lines = [read_words(text, pairs, lexicon) for text, pairs in zip(paragraphs, spans, strict=True)]
    vocabulary = read_vocabulary(lines, lexicon)
    sentences: list[Sentence] = []
    for block, words in enumerate(lines):
        found = split_sentences(block, paragraphs[block], words, lexicon)
        if found and is_aside(paragraphs[block], lexicon, title):
            found = [replace(sentence, aside=True) for sentence in found]
        sentences.extend(found)
    mentions = [find_mentions(sentence.words, lexicon, vocabulary) for sentence in sentences]
    heading = [Sentence(-1, 0, read_plain(title, 0, len(title), lexicon))] if title else []
    named = [[] if is_headed(one.words) else find_mentions(one.words, lexicon, vocabulary) for one in heading]
    taken = [
        [] if is_headed(sentence.words) and sentence.aside else found
        for sentence, found in zip(sentences, mentions, strict=True)
    ]
    inventory = take_inventory([*sentences, *heading], [*taken, *named], lexicon)
    attributions = Reading(paragraphs, sentences, mentions, inventory, lexicon).run()
    return join_quotes(paragraphs, sentences, attributions, lexicon)


def add_quotes(article: Article) -> Article:
    """Return ``article`` with the quotations of its paragraphs, items and block quotes found anew."""
    paragraphs = [block.text if block.kind in _SEARCHED else "" for block in article.blocks]
    if article.dateline and paragraphs and paragraphs[0].startswith(article.dateline):
        # a place, and no speaker; blanks keep the offsets
        paragraphs[0] = " " * len(article.dateline) + paragraphs[0][len(article.dateline) :]
    return replace(article, quotes=find_quotes(paragraphs, language=article.language or None, title=article.title))
