"""A program that keeps articles in a loop and prints ``SAVED address`` after each commit, until it is killed.

``python -m tests.library.keeper LIBRARY NAME [FIRST [NUMBER]]``; NAME tells its articles from other copies'.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tui.article import Article, Block, BlockKind, Page, Place, Quote, QuoteKind
from tui.library import Library

SENTENCE = "The harbour of Quill lay still, and {} of the boats had not come home. "


def article(name: str, number: int) -> Article:
    """The article with this number; ``word`` is found in no other."""
    words = f"{word(name, number)} said nothing for a while."
    blocks = (Block(BlockKind.PARAGRAPH, SENTENCE.format(number) * 20), Block(BlockKind.PARAGRAPH, words))
    quote = Quote("said nothing", QuoteKind.DIRECT, (Place(1, 0, 12),), speaker=name)
    url = address(name, number)
    return Article(source=url, url=url, title=f"Boats, day {number}", blocks=blocks, quotes=(quote,))


def address(name: str, number: int) -> str:
    """Where the article with this number is."""
    return f"https://tern.example/{name}/{number}"


def word(name: str, number: int) -> str:
    """A word that only the article with this number has."""
    return f"vessel{name}{number}"


def main(path: str, name: str, first: str = "0", number: str = "") -> None:
    """Keep articles from ``first`` on, for ever or ``number`` of them."""
    numbers = count(int(first)) if not number else range(int(first), int(first) + int(number))
    with Library.open(Path(path)) as library:
        for each in numbers:
            kept = article(name, each)
            library.keep(kept, page=Page(kept.source, kept.url, b"<p>boats</p>" * 200))
            sys.stdout.write(f"SAVED {kept.url}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
