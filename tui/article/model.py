"""Page, Article and what an article holds."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

WORDS_A_MINUTE = 230
"""Silent reading of non-fiction in English: Brysbaert 2019, 238 ± 30 words a minute, rounded down."""

CHARACTERS_A_WORD_CJK = 2
"""Chinese, Japanese and Thai do not space their words; two characters count as one word."""


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


class MarkKind(StrEnum):
    """What is said of a stretch of a block's text."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


class QuoteKind(StrEnum):
    """What a stretch between quotation marks is."""

    DIRECT = "direct"
    """A statement that somebody made, sentence-like."""
    PARTIAL = "partial"
    """A fragment of what somebody said, built into the writer's own sentence."""
    SCARE = "scare"
    """A word held at arm's length."""
    TITLE = "title"
    """A title of a work, a nickname, a term."""
    OTHER = "other"
    """An inscription, a slogan, a lyric."""


class Place(Struct, frozen=True, order=True, gc=False):
    """A stretch of an article's text: ``blocks[block].text[start:end]``."""

    block: int
    """Index into ``Article.blocks``."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""


class Mark(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something said of ``text[start:end]`` of the block that holds it."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""
    """Where a link leads: absolute http or https, cleaned. Empty for other kinds."""


class Block(Struct, frozen=True, gc=False):
    """One paragraph, heading, list item, … of the body."""

    kind: BlockKind
    text: str = ""
    r"""Cleaned. ``\n`` breaks a line; in a table it ends a row and ``\t`` a cell. Empty for a rule."""
    marks: tuple[Mark, ...] = ()
    """In order of ``start``; they may nest, and never reach past the text."""
    level: int = 0
    """A heading's level, 1 to 6; a list item's or block quote's depth, from 1; else 0."""
    number: int | None = None
    """An ordered list item's number; None for a bullet and all else."""
    header_rows: int = 0
    """How many of a table's first rows are its head."""
    language: str = ""
    """The programming language of a code block as the page names it, else empty."""


class Figure(Struct, frozen=True, gc=False):
    """A content picture (or a video's still) with what the page says of it."""

    position: int
    """From 1, in reading order; within ``total``."""
    total: int
    """How many pictures there are, as the page's gallery counts them, else as found."""
    block: int
    """Index of the block that it stands before; the last block for one after the end."""
    src: str
    """Absolute http(s) address of the best version; empty when the page names none (a plain-text dump)."""
    alt: str = ""
    """The page's alternative text. Never passed off as a caption."""
    caption: str = ""
    """Without the credit."""
    credit: str = ""
    """As written, without brackets around it."""
    photographer: str = ""
    """The person within ``credit``, where that can be told."""
    agency: str = ""
    """The agency, outlet or licence holder within ``credit``, where that can be told."""
    kind: str = "image"
    """``image`` or ``video`` (a video's still)."""
    width: int = 0
    """Pixels as the page states them; 0 when it does not."""
    height: int = 0
    """Pixels as the page states them; 0 when it does not."""


class Quote(Struct, frozen=True, gc=False):
    """One utterance: who said what, where."""

    text: str
    """What was said, without its marks; the parts' texts joined by one space."""
    kind: QuoteKind
    parts: tuple[Place, ...]
    """Where it stands, without its marks; one place for an unbroken quotation. Never empty."""
    speaker: str = ""
    """Full name as the article gives it, or a description; empty when it cannot be told."""
    speaker_as_written: str = ""
    """The words beside the quotation: "she", "the minister", "Karpenko"."""
    cue: str = ""
    """The verb or phrase of saying, as written: "said", "according to"."""
    confidence: float = 0.0
    """That ``speaker`` is right, 0 to 1."""
    context: str = ""
    """For a partial quotation, the sentence that it stands in; else empty."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.parts[0]

    @property
    def is_statement(self) -> bool:
        """Whether somebody says it; scare quotes, titles and terms are listed only on wish."""
        return self.kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL)


class Page(Struct, frozen=True, gc=False):
    """What was fetched or read, before anything is made of it."""

    source: str
    """What was asked for: an address, a path, or ``-``.

    As a page is kept with its article, it is what a person named to get there, were it by a link: only the place of
    that may be private.
    """
    url: str
    """Address after redirects, http(s), for making links absolute; empty when there is none."""
    body: bytes
    """After decompression."""
    content_type: str = ""
    """Media type without parameters, lower case; empty when unknown."""
    charset: str = ""
    """As the HTTP header names it; empty when it does not."""
    fetched_at: datetime | None = None
    """Aware UTC."""
    etag: str = ""
    """Validator for asking again (RFC 9110, 8.8.3)."""
    last_modified: str = ""
    """Validator for asking again (RFC 9110, 8.8.2)."""
    warnings: tuple[str, ...] = ()
    """What the fetch has to tell: cut short, …"""


class Article(Struct, frozen=True, gc=False):
    """What the reporter wrote, and what the page says about it. All text is cleaned."""

    source: str
    """What the person asked for."""
    url: str
    """Address it was fetched from, after redirects; empty for a file without one."""
    title: str
    """Without the site's name."""
    blocks: tuple[Block, ...]
    """The body, in order; no captions, no furniture."""
    canonical_url: str = ""
    """The address that the page itself prefers, else ``url``."""
    standfirst: str = ""
    """The summary under the headline; empty when there is none."""
    authors: tuple[str, ...] = ()
    """Persons, without "By" or roles."""
    site: str = ""
    """The publication's name."""
    published: datetime | None = None
    """Aware."""
    updated: datetime | None = None
    """Aware; None when never."""
    dateline: str = ""
    """"MOSCOW", "PARIS (AP)": as written before the first sentence, without its dash."""
    language: str = ""
    """BCP 47 tag, lower case primary subtag ("en", "pt-BR"); empty when unknown."""
    tags: tuple[str, ...] = ()
    """The page's own keywords."""
    figures: tuple[Figure, ...] = ()
    """In reading order."""
    quotes: tuple[Quote, ...] = ()
    """In order of their places."""
    warnings: tuple[str, ...] = ()
    """Sentences that the reader should see: a teaser only, cut short, a paywall, …"""

    @property
    def address(self) -> str:
        """The best link to it: canonical, else as fetched, else the source."""
        return self.canonical_url or self.url or self.source

    @property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks."""
        return "\n\n".join(block.text for block in self.blocks if block.text)

    @property
    def opens_with_standfirst(self) -> bool:
        """Whether the body's first block is the standfirst itself: then it is not to be shown twice."""
        return bool(self.standfirst and self.blocks) and self.blocks[0].text.casefold() == self.standfirst.casefold()

    @property
    def opens_with_dateline(self) -> bool:
        """Whether the story's first sentence begins with the dateline."""
        story = self.blocks[1:2] if self.opens_with_standfirst else self.blocks[:1]
        return bool(self.dateline) and any(block.text.startswith(self.dateline) for block in story)

    @property
    def words(self) -> int:
        """How many words the body has; see ``CHARACTERS_A_WORD_CJK`` for scripts without spaces."""
        return sum(_count_words(block.text) for block in self.blocks)

    @property
    def reading_minutes(self) -> int:
        """Rounded up, at least 1."""
        return max(1, -(-self.words // WORDS_A_MINUTE))


_UNSPACED = "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Characters of scripts that are written without spaces: Thai, Lao, Khmer, kana, Han. Takes re 3 ms, at first need."""

_FAR = r"[^\W\0-\u0dff]"
"""A letter behind the scripts of Europe, the Near East and India: without one, there is no need for the above."""


def _count_words(text: str) -> int:
    if text.isascii() or not (re.search(_FAR, text) and re.search(_UNSPACED, text)):
        return len(text.split())
    rest, unspaced = re.subn(_UNSPACED, " ", text)
    spaced = sum(1 for word in rest.split() if any(char.isalnum() for char in word))
    return spaced + -(-unspaced // CHARACTERS_A_WORD_CJK)
