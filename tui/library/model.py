"""The library's own values: what the list, the search and the history are made of. All frozen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

    from tui.article import Place


class State(StrEnum):
    """On which shelf an article stands."""

    INBOX = "inbox"
    """Came by itself; nobody has decided yet."""
    SAVED = "saved"
    """Kept to be read."""
    ARCHIVED = "archived"
    """Done with, and kept."""
    DELETED = "deleted"
    """In the bin; gone for good 30 days later."""


class Sort(StrEnum):
    """What the list is ordered by; the first of two equals is the one that came last."""

    ADDED = "added"
    """The last to come in first."""
    PUBLISHED = "published"
    """The newest first; one without a date stands where it came in."""
    SOURCE = "source"
    """Publications from A to Z."""
    LENGTH = "length"
    """The shortest first."""
    PROGRESS = "progress"
    """The furthest read first."""


class View(Struct, frozen=True):
    """Which articles a list shows, and in what order."""

    query: str = ""
    """In the query language; empty for all."""
    sort: Sort = Sort.ADDED
    """The order."""
    reverse: bool = False
    """The order turned round."""
    states: frozenset[State] | None = None
    """Only these shelves; None for those that the query names, else for all but the bin."""
    typing: bool = False
    """Whether the query is still being typed: its last word may be unfinished, and mistakes are passed over."""


TO_READ = View(states=frozenset({State.INBOX, State.SAVED}))
"""The list as long as nothing else is asked for: what is archived is out of the way, and found by a query."""


class Row(Struct, frozen=True):
    """One line of the list: what is known of an article without opening it."""

    id: int
    """The library's number for it; never given to another."""
    address: str
    """The best link to it: canonical, else as fetched, else its source."""
    title: str
    """May be empty."""
    site: str
    """The publication's name; empty when unknown."""
    authors: tuple[str, ...]
    """As in the article."""
    published: datetime | None
    """Aware UTC, to the second."""
    added: datetime
    """Aware UTC, to the second: when it was kept."""
    minutes: int
    """Reading time, at least 1."""
    words: int
    """Of the body."""
    progress: float
    """How far it was read, 0 to 1."""
    place: Place | None
    """Where reading stopped; None before it began."""
    read: bool
    """Whether it counts as read."""
    state: State
    """Its shelf."""
    tags: tuple[str, ...]
    """The person's, in alphabetical order."""
    quotes: int
    """How many statements it quotes, the person's own ones included."""
    figures: int
    """How many pictures it has."""
    language: str
    """As in the article."""


class Stretch(Struct, frozen=True):
    """A part of the list, around one of its lines."""

    total: int
    """How many articles the view shows."""
    index: int
    """Which of them the part was asked for, from 0."""
    first: int
    """Where the part begins."""
    rows: tuple[Row, ...]
    """The part."""


class Handful(Struct, frozen=True):
    """What is to be known of several articles before something is done with them."""

    ids: tuple[int, ...]
    """Those that there are, upward."""
    states: frozenset[State]
    """The shelves that they stand on."""
    all_read: bool
    """Whether none of them is unread."""
    title: str
    """Of the first; empty when there is none."""
    tags: tuple[str, ...]
    """Of the first."""

    def __str__(self) -> str:
        """Name them: by the title, or by their number."""
        return f"“{self.title}”" if len(self.ids) == 1 else f"{len(self.ids)} articles"


class Version(Struct, frozen=True):
    """One state of an article's text as it was kept."""

    number: int
    """From 1, upward; a number that was undone is not used again."""
    at: datetime
    """Aware UTC: when it was kept."""
    title: str
    """The headline it had."""
    words: int
    """Of its body."""


class Hit(Struct, frozen=True):
    """An article that a search found, and where."""

    row: Row
    """The article."""
    place: Place | None
    """The words found; None when they stand in no paragraph (only in the headline, or nothing was searched for)."""
    snippet: str
    """The words found and what stands around them, one line."""
    marks: tuple[tuple[int, int], ...]
    """Which stretches of ``snippet`` were searched for: start and end, in code points."""


class Quotation(Struct, frozen=True):
    """A quotation somewhere in the library."""

    article: int
    """The article's id."""
    place: Place
    """Where it begins there."""
    text: str
    """What was said."""
    speaker: str
    """Full name; empty when unknown."""
    title: str
    """The article's."""
    site: str
    """The publication's name."""
    published: datetime | None
    """Aware UTC; the article's."""


class Change(Struct, frozen=True):
    """One thing that a person did to the library."""

    id: int
    """Upward in the order of doing."""
    at: datetime
    """Aware UTC."""
    kind: str
    """``keep``, ``state``, ``read``, ``tags``, ``note`` or ``query``."""
    text: str
    """What was done, for people: "Archived 20 articles"."""
    articles: int
    """How many articles it touched."""
    first: int | None
    """The id of the first of them; None when it was about none."""
    undone: bool = False
    """Whether it was taken back."""


class SavedQuery(Struct, frozen=True):
    """A query under a name; the list shows it as a folder."""

    name: str
    """Unique."""
    query: str
    """In the query language."""


class NoteKind(StrEnum):
    """What a person said of a stretch of an article."""

    SPEAKER = "speaker"
    """Who really said this quotation."""
    QUOTE = "quote"
    """This is a quotation, too."""


class Note(Struct, frozen=True):
    """Something that a person said of a stretch of text; it finds its place again in a changed version."""

    id: int
    """The library's number for it."""
    kind: NoteKind
    """What it is."""
    exact: str
    """The words it is about."""
    speaker: str
    """Who said them."""
    place: Place | None
    """Where they stand in the article as it is now; None when they are not in it any more."""
    at: datetime
    """Aware UTC: when it was made."""


class KeptPicture(Struct, frozen=True):
    """The bytes of a picture of an article."""

    data: bytes
    """The encoded picture."""
    media_type: str
    """``image/jpeg``, …"""
    width: int
    """Pixels; 0 when unknown."""
    height: int
    """Pixels; 0 when unknown."""


class Stats(Struct, frozen=True):
    """How much there is."""

    articles: dict[State, int]
    """By shelf."""
    unread: int
    """Outside the bin."""
    quotes: int
    """Statements quoted, in all articles kept."""
    pictures: int
    """Different pictures kept."""
    picture_bytes: int
    """What they take."""
    versions: int
    """Texts kept, over all articles."""
    tags: int
    """Different tags."""
    changes: int
    """Rows of the journal."""
    file_bytes: int
    """The library's file, with what is not yet written back into it."""
    free_bytes: int
    """Of that, what compacting would give back."""
    schema: int
    """The version of the file's layout."""
