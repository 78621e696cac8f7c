"""A place is remembered by its words: another version of an article has it too."""

from __future__ import annotations

from tui.article import Article, Block, BlockKind, Place
from tui.library.anchors import follow_words


def of(*texts: str) -> Article:
    return Article("orla", "", "Orla", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def test_a_place_follows_its_words_into_a_version_with_other_text_above_it() -> None:
    old = of("The river rose.", "Nobody slept on the pier that night, and nobody said so.")
    new = of("A correction.", "The river rose.", "It is said: Nobody slept on the pier that night, and nobody said so.")
    assert follow_words(old, Place(1, 0, 0), new) == Place(2, 12, 12)
    assert follow_words(old, Place(1, 7, 7), new) == Place(2, 19, 19)


def test_a_place_whose_words_are_gone_is_none() -> None:
    old = of("The river rose.", "Nobody slept.")
    assert follow_words(old, Place(1, 0, 0), of("The river fell.")) is None
    assert follow_words(old, Place(7, 0, 0), old) is None
