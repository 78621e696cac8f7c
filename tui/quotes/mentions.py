"""Who is mentioned in a sentence: names, pronouns, and nouns for persons and groups."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tui.quotes.names import Name
    from tui.quotes.people import Entity


class Sort(Enum):
    """How somebody is mentioned."""

    NAME = auto()
    PRONOUN = auto()
    NOUN = auto()


class Mention(Struct):
    """Somebody, or something that may speak, at its place in a sentence."""

    sort: Sort
    """How."""
    first: int
    """Index of its first word in the sentence."""
    last: int
    """Index of its last word."""
    head: str
    """The noun or the pronoun, lower case; a name's last word."""
    text: str
    """As written, without what belongs to it before a name."""
    name: Name | None = None
    """For a name."""
    modifiers: frozenset[str] = frozenset()
    """The other words of a noun phrase, lower case."""
    gender: str = ""
    """"m", "f", or "" when the words do not tell."""
    plural: bool = False
    """Whether it is more than one."""
    definite: bool = False
    """Whether it points back: "the minister", "this man"."""
    owner: str = ""
    """The possessive pronoun before a noun: "her" of "her lawyer"."""
    oblique: bool = False
    """Whether a preposition stands before it."""
    possessor: bool = False
    """Whether 's follows: Trump's."""
    known: bool = True
    """Whether the head is a word for persons or groups; if not, it speaks only right beside a cue."""
    tailed: bool = False
    """Whether more tells who it is, so that it points to nobody before: "the mayor of Vale"."""
    company: str = ""
    """The whole of "Vale and her colleagues"."""
    partner: Mention | None = None
    """Orme in "Vale and Orme"."""
    entity: Entity | None = None
    """Who it is, once resolved."""

    @property
    def begin(self) -> int:
        """Index of the first word of the whole phrase, titles and roles before a name included."""
        return self.name.phrase_first if self.name else self.first
