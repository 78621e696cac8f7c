"""The inventory: who appears in the text, under which names, with which roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.quotes.nouns import noun_gender, noun_kind
from tui.quotes.vocabulary import given_gender, is_place

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.mentions import Mention
    from tui.quotes.names import Name
    from tui.quotes.sentences import Sentence

_APPOSITION = 14


class Being(Enum):
    """What an entity is."""

    PERSON = auto()
    GROUP = auto()
    PLACE = auto()
    UNKNOWN = auto()


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something with a name."""

    name: str
    """The fullest name."""
    words: tuple[str, ...]
    """Its words, lower case."""
    being: Being = Being.UNKNOWN
    """What it is."""
    gender: str = ""
    """"m", "f" or ""."""
    roles: set[str] = field(default_factory=set)
    """Words that describe it: "president", "republican", "49-year-old"."""
    count: int = 0
    """How often it is named."""
    born: int = 0
    """The sentence where its full name stands first."""
    votes: Counter[str] = field(default_factory=Counter)
    """Signs of what it is."""


class Inventory:
    """All entities of one text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.entities: list[Entity] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[str, list[Entity]] = defaultdict(list)

    def add(self, name: Name, at: int) -> Entity:
        """Return the entity of a name of two or more words, new when it is not yet known."""
        key = tuple(word.lower() for word in name.words)
        entity = self._by_words.get(key) or self._merge(key)
        if entity is None:
            entity = Entity(" ".join(name.words), key, born=at)
            self.entities.append(entity)
            self._by_last[name.last_word].append(entity)
            self._by_first[key[0]].append(entity)
        elif len(key) > len(entity.words):
            entity.name, entity.words = " ".join(name.words), key
        self._by_words[key] = entity
        return entity

    def _merge(self, key: tuple[str, ...]) -> Entity | None:
        """Jon Vale and Jon B. Vale are one."""
        if len(key) < 2:
            return None
        for entity in self._by_last[key[-1]]:
            if entity.words[0] == key[0] and len(entity.words) >= 2 and _is_inner(entity.words, key):
                return entity
        return None

    def find(self, words: Sequence[str], gender: str, at: int) -> Entity | None:
        """Return the entity that a name stands for at sentence ``at``, preferring one named just before."""
        key = tuple(word.lower() for word in words)
        exact = self._by_words.get(key)
        if exact is not None and len(key) > 1:
            return exact
        last = key[-2] if len(key) > 1 and key[-1] in {"jr", "sr"} else key[-1]
        fitting = [entity for entity in self._by_last.get(last, ()) if _agrees(entity, gender)]
        if len(key) == 1:
            fitting = fitting or [entity for entity in self._by_first.get(last, ()) if _agrees(entity, gender)]
        else:
            fitting = [entity for entity in fitting if entity.words[0][0] == key[0][0] and len(key[0]) == 1]
        if not fitting:
            return exact
        return max(fitting, key=lambda entity: _closeness(entity, at))


def _is_inner(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return set(short) <= set(long)


def _agrees(entity: Entity, gender: str) -> bool:
    return not gender or not entity.gender or entity.gender == gender


def _closeness(entity: Entity, at: int) -> tuple[bool, bool, float]:
    """Persons first, then those named already, then those named often and of late."""
    return (entity.being is Being.PERSON, entity.born <= at, entity.count - 0.02 * abs(at - entity.born))


def take_inventory(sentences: Sequence[Sentence], found: Sequence[Sequence[Mention]], lexicon: Lexicon) -> Inventory:
    """Return who is named in the sentences, given the mentions of each."""
    inventory = Inventory(lexicon)
    single: list[tuple[int, Mention]] = []
    for at, mentions in enumerate(found):
        for mention in mentions:
            if mention.name is None:
                continue
            if len(mention.name.words) == 1:
                single.append((at, mention))
                continue
            entity = inventory.add(mention.name, at)
            _describe(entity, mention, sentences[at], lexicon)
    _decide(inventory.entities, lexicon)
    for at, mention in single:
        _take_single(inventory, mention, at, sentences[at], lexicon)
    _decide(inventory.entities, lexicon)
    return inventory


def _take_single(inventory: Inventory, mention: Mention, at: int, sentence: Sentence, lexicon: Lexicon) -> None:
    name = mention.name
    if name is None:
        return
    entity = inventory.find(name.words, name.gender, at)
    if entity is None:
        entity = inventory.add(name, at)
    _describe(entity, mention, sentence, lexicon)


def _describe(entity: Entity, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> None:
    """Take up what stands around one mention: roles before it, an apposition after it."""
    name = mention.name
    if name is None:
        return
    entity.count += 1
    entity.roles |= name.roles - lexicon["sentence_start"]
    if name.gender and not entity.gender:
        entity.gender = name.gender
    if name.titled:
        entity.votes["person"] += 3
    if mention.definite and not name.titled:
        entity.votes["group"] += 2
    _read_apposition(entity, mention, sentence, lexicon)
    before = sentence.words[name.phrase_first - 1].low if name.phrase_first else ""
    if before in lexicon["place_preposition"]:
        entity.votes["place"] += 1


def _read_apposition(entity: Entity, mention: Mention, sentence: Sentence, lexicon: Lexicon) -> None:
    words = sentence.words
    index = mention.last + 1
    if index + 1 >= len(words) or words[index].text not in {",", "("}:
        return
    for word in words[index + 1 : index + 1 + _APPOSITION]:
        low = word.low
        if word.quote or (not word.is_word and word.text not in "-/&.") or _ends_apposition(low, lexicon):
            entity.votes["person"] += low == "who"
            return
        entity.roles.add(low)
        if low in lexicon["preposition"]:
            return
        _note_role(entity, low, lexicon, bracket=words[index].text == "(")


def _ends_apposition(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon["who"] or low in lexicon["say"] or low in lexicon["auxiliary"]


def _note_role(entity: Entity, low: str, lexicon: Lexicon, *, bracket: bool) -> None:
    if low.isdigit() and not bracket and len(low) < 3:
        entity.roles.add(f"{low}-year-old")
        entity.votes["person"] += 2
    elif noun_kind(low, lexicon) in {"role", "plural"}:
        entity.votes["person"] += 2
        if not entity.gender:
            entity.gender = noun_gender(low, lexicon)


def _decide(entities: Iterable[Entity], lexicon: Lexicon) -> None:
    """Say what each entity is, by its signs."""
    for entity in entities:
        entity.being = _being(entity, lexicon)
        if not entity.gender and entity.being in {Being.PERSON, Being.UNKNOWN}:
            gender = given_gender(entity.words[0])
            entity.gender = gender if gender in {"m", "f"} else ""


def _being(entity: Entity, lexicon: Lexicon) -> Being:
    votes = entity.votes
    if is_place("_".join(entity.words)) and not votes["person"]:
        return Being.PLACE
    given = given_gender(entity.words[0])
    if _is_organisation(entity.words, lexicon):
        return Being.PERSON if votes["person"] >= 3 and given else Being.GROUP
    if votes["person"] > votes["group"] or (len(entity.words) > 1 and given):
        return Being.PERSON
    if votes["group"] or (len(entity.words) == 1 and entity.name.isupper() and len(entity.name) > 1):
        return Being.GROUP
    return _by_shape(entity)


def _is_organisation(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return any(word in lexicon["org_word"] for word in words[1:]) or words[0] in lexicon["institution"]


def _by_shape(entity: Entity) -> Being:
    if entity.votes["place"] > 1:
        return Being.PLACE
    return Being.PERSON if 2 <= len(entity.words) <= 4 and not entity.name.isupper() else Being.UNKNOWN
