"""The inventory: who appears in the text, under which names, with which roles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.quotes.vocabulary import given_gender, is_place

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.names import Name


# who is known by a last name windows later was named often; to look through more costs more than it finds
_REMEMBERED = 100
# the votes of one title before a name
_TITLED = 3


class Being(Enum):
    """What an entity is."""

    PERSON = auto()
    GROUP = auto()
    PLACE = auto()
    UNKNOWN = auto()


class Entity(Struct, eq=False):
    """Somebody or something with a name."""

    name: str
    """The fullest name."""
    words: tuple[str, ...]
    """Its words, lower case."""
    being: Being = Being.UNKNOWN
    """What it is."""
    gender: str = ""
    """"m", "f" or ""."""
    sure: bool = False
    """Whether a title or a role told the gender, not a given name."""
    roles: set[str] = field(default_factory=set)
    """Words that describe it: "president", "republican", "49-year-old"."""
    count: int = 0
    """How often it is named."""
    born: int = 0
    """The sentence where its full name stands first."""
    met: list[int] = field(default_factory=list)
    """The sentences that name it in full."""
    nameless: bool = False
    """Whether only a noun tells who it is: "a miller", "the letter"."""
    plural: bool = False
    """Whether it is more than one, without a name."""
    votes: Counter[str] = field(default_factory=Counter)
    """Signs of what it is."""


class Speaker(Struct, eq=False, gc=False):
    """Who said something."""

    name: str
    """Full name, or a description."""
    entity: Entity | None
    """The entity, when it has a name."""
    confidence: float
    """That the mention means this one."""
    may_speak: bool = True
    """Whether it is somebody who could go on speaking."""


class Inventory:
    """All entities of one text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.entities: list[Entity] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[str, list[Entity]] = defaultdict(list)

    def add(self, name: Name, at: int) -> Entity:
        """Return the entity of a full name, new when it is not yet known."""
        key = tuple(word.lower() for word in name.words)
        entity = self._by_words.get(key) or self._merge(key)
        if entity is None:
            entity = Entity(name.shown, key, born=at)
            self.entities.append(entity)
            self._by_last[name.last_word].append(entity)
            self._by_first[key[0]].append(entity)
        elif len(key) > len(entity.words):
            entity.name, entity.words = name.shown, key
        self._by_words[key] = entity
        entity.met.append(at)
        return entity

    def remember(self, known: Inventory) -> None:
        """Take over those who were named most in an earlier part of the text."""
        often = sorted(known.entities, key=lambda entity: -entity.count)[:_REMEMBERED]
        for entity in often:
            kept = Entity(
                entity.name, entity.words, entity.being, entity.gender, entity.sure, set(entity.roles), entity.count, -1
            )
            kept.votes.update(entity.votes)
            self.entities.append(kept)
            self._by_words[entity.words] = kept
            self._by_last[entity.words[-1]].append(kept)
            self._by_first[entity.words[0]].append(kept)

    def _merge(self, key: tuple[str, ...]) -> Entity | None:
        """Jon Vale and Jon B. Vale are one."""
        if len(key) < 2:
            return None
        for entity in self._by_last[key[-1]]:
            if entity.words[0] == key[0] and len(entity.words) >= 2 and _is_inner(entity.words, key):
                return entity
        return None

    def find(self, name: Name, at: int) -> Entity | None:
        """Return the entity that a name stands for at sentence ``at``, preferring one named just before."""
        fitting = self.candidates(name)
        return max(fitting, key=lambda entity: _closeness(entity, at)) if fitting else None

    def candidates(self, name: Name) -> list[Entity]:
        """Return all entities that a name may stand for; of several those who have the title before it."""
        fitting = self._fitting(tuple(word.lower() for word in name.words), name.gender)
        if len(fitting) < 2 or not name.roles:
            return fitting
        titles = name.roles | self._lexicon.spelt_out(name.roles)
        return [entity for entity in fitting if entity.roles & titles] or fitting

    def _fitting(self, key: tuple[str, ...], gender: str) -> list[Entity]:
        exact = self._by_words.get(key)
        if exact is not None and len(key) > 1:
            return [exact]
        last = key[-2] if len(key) > 1 and key[-1] in {"jr", "sr"} else key[-1]
        fitting = [entity for entity in self._by_last.get(last, ()) if _agrees(entity, gender)]
        if len(key) == 1:
            full = [entity for entity in fitting if len(entity.words) > 1 and entity.being is not Being.GROUP]
            fitting = full or fitting or [one for one in self._by_first.get(last, ()) if _is_first(one, gender)]
        else:
            fitting = [entity for entity in fitting if _is_short_for(key, entity.words)]
        return fitting or ([exact] if exact is not None else [])


def _is_first(entity: Entity, gender: str) -> bool:
    return entity.being is Being.PERSON and _agrees(entity, gender)


def _is_short_for(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """J. Vale for Jon Vale; van der Vale for Jon van der Vale."""
    return (len(key[0]) == 1 and words[0][0] == key[0]) or (len(words) > len(key) and words[-len(key) :] == key)


def _is_inner(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return set(short) <= set(long)


def _agrees(entity: Entity, gender: str) -> bool:
    if not gender or entity.gender == gender:
        return True
    given = given_gender(entity.words[0]) if len(entity.words) > 1 else ""
    return not entity.sure and given not in {"m", "f"} - {gender}  # "Mr. Vale" is not Ida Vale


def _closeness(entity: Entity, at: int) -> tuple[bool, bool, float]:
    """Persons first, then those named already, then those whose full name stands nearest before, or often."""
    before = bisect_right(entity.met, at)  # ``met`` is in order
    distance = at - entity.met[before - 1] if before else 60
    return (entity.being is Being.PERSON, entity.born <= at, 4 * min(entity.count, 8) / 8 - min(distance, 60) / 6)


def decide(entities: Iterable[Entity], lexicon: Lexicon) -> None:
    """Say what each entity is, by its signs."""
    for entity in entities:
        entity.being = _being(entity, lexicon)
        if not entity.gender and entity.being in {Being.PERSON, Being.UNKNOWN}:
            gender = given_gender(entity.words[0])
            entity.gender = gender if gender in {"m", "f"} else ""


def _being(entity: Entity, lexicon: Lexicon) -> Being:
    votes, words = entity.votes, entity.words
    person = votes["person"] + (min(votes["speaks"], 3) if len(words) > 1 else 0)
    if (is_place("_".join(words)) or words[-1] in lexicon["region"]) and votes["person"] < _TITLED:
        return Being.PLACE
    given = bool(given_gender(words[0]))
    if _is_organisation(words, entity.name, lexicon):
        return Being.PERSON if votes["person"] >= 2 and given else Being.GROUP
    if person > votes["group"] or (len(words) > 1 and given):
        return Being.PERSON
    if votes["group"] or (len(words) == 1 and entity.name.isupper() and len(entity.name) > 1):
        return Being.GROUP
    return _by_shape(entity)


def _is_organisation(words: tuple[str, ...], name: str, lexicon: Lexicon) -> bool:
    if words[0] in lexicon["institution"] or any(word in lexicon["org_word"] for word in words[1:]):
        return True
    parts = name.split()
    if len(parts) > 1 and any(part.isupper() and len(part) > 2 for part in parts) and not name.isupper():
        return True
    return len(words) > 1 and (is_place(words[-1]) or words[-1] in lexicon["people_adjective"])


def _by_shape(entity: Entity) -> Being:
    if entity.votes["place"] > 1:
        return Being.PLACE
    return Being.PERSON if 2 <= len(entity.words) <= 4 and not entity.name.isupper() else Being.UNKNOWN
