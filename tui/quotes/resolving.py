"""Who a mention is: names to their full form, pronouns and roles to the one they point back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.mentions import Mention, Sort
from tui.quotes.nouns import noun_kind
from tui.quotes.people import Being, Entity, Speaker
from tui.quotes.salience import FADE, Memory

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.names import Name
    from tui.quotes.people import Inventory
    from tui.quotes.sentences import Sentence

# what unknown nouns for persons end in: "defenceman", "keeper", "organist"
_AGENTS = {
    "en": ("er", "or", "ist", "ian", "man", "woman", "eer", "ant"),
    "de": ("er", "in", "or", "ist", "ent", "ant", "mann", "frau", "ling"),
}
# by how much the best candidate must lead
_CLEAR = 2.0
_FAR_AHEAD = 4.0
# a score from which a role was matched, not merely somebody near
_BY_ROLE = 6.0
_CLAUSE = 8


class Resolver:
    """Keeps who was mentioned when, and says whom a mention means."""

    def __init__(self, inventory: Inventory, lexicon: Lexicon, sentences: Sequence[Sentence]) -> None:
        self._inventory = inventory
        self._lexicon = lexicon
        self._sentences = sentences
        self._memory = Memory()
        self._nouns: dict[int, Speaker] = {}
        self._margins: dict[int, float] = {}
        self._named_here: list[tuple[int, Entity | None, bool]] = []
        self._candidates: dict[tuple[tuple[str, ...], str, frozenset[str]], list[Entity]] = {}

    def begin(self, at: int) -> None:
        """Go on to sentence ``at``."""
        self._memory.begin(at)

    def identify(self, mentions: Sequence[Mention]) -> None:
        """Find the entities of a sentence's names that a pronoun cannot mean: "he met Vale", "unlike Vale, he …"."""
        words, parting = self._sentences[self._memory.at].words, self._lexicon["parting"]
        self._named_here = [
            (mention.first, self._by_name(mention.name), mention.begin > 0 and words[mention.begin - 1].low in parting)
            for mention in mentions
            if mention.name is not None
        ]

    def resolve(self, mention: Mention) -> None:
        """Find the entity of a mention and note that it was met."""
        if mention.sort is Sort.NAME and mention.name is not None:
            mention.entity = self._by_name(mention.name)
        elif mention.sort is Sort.PRONOUN:
            mention.entity = self._pronoun(mention)
        if mention.entity is not None:
            self._memory.note(mention.entity, oblique=mention.oblique)

    def note_subject(self, speaker: Speaker | None) -> None:
        """Note whom the present sentence is about."""
        if (
            speaker is not None
            and speaker.entity is not None
            and (speaker.entity.plural or not speaker.entity.nameless)
        ):
            self._memory.trace(speaker.entity).subject = self._memory.at

    def note_speaker(self, speaker: Speaker) -> None:
        """Note who speaks in the present sentence."""
        if speaker.entity is not None:
            self._memory.trace(speaker.entity).spoke = self._memory.at

    # --- who

    def speaker(self, mention: Mention) -> Speaker | None:
        """Return who a mention is as a speaker."""
        if mention.sort is Sort.NAME:
            return self.company(mention) if mention.partner is not None else self._named(mention)
        if mention.sort is Sort.PRONOUN:
            return self._by_pronoun(mention)
        return self._by_noun(mention)

    def _named(self, mention: Mention) -> Speaker | None:
        if mention.entity is None and mention.name is not None:
            mention.entity = self._by_name(mention.name)
        entity = mention.entity
        if entity is None:
            return None
        # a group's name beside a verb may also be what is spoken of
        sure = 0.97 if entity.being is Being.PERSON else 0.88
        return Speaker(entity.name, entity, sure, may_speak=entity.being is not Being.PLACE)

    def _by_name(self, name: Name) -> Entity | None:
        """Of several with one last name, the person who was met last."""
        key = (name.words, name.gender, name.roles)
        found = self._candidates.get(key)
        if found is None:
            found = self._candidates[key] = self._inventory.candidates(name)
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda entity: (entity.being is Being.PERSON, self._memory.freshness(entity)))

    def _by_pronoun(self, mention: Mention) -> Speaker | None:
        if mention.entity is None:
            mention.entity = self._pronoun(mention)
        if mention.entity is None:
            return None
        margin = self._margins.get(id(mention), 0.0)
        sure = 0.92 if margin > _FAR_AHEAD else 0.84 if margin > _CLEAR else 0.7
        sure -= 0.0 if mention.entity.gender else 0.12
        sure -= 0.2 if mention.entity.nameless else 0.0
        return Speaker(mention.entity.name, mention.entity, 0.5 if mention.plural else sure)

    def _may_be(self, entity: Entity) -> bool:
        """Whether it is not known what it is; where every noun has a capital, one that never speaks is a noun."""
        noun = self._lexicon.language == "de" and not entity.votes["speaks"]
        return entity.being is Being.UNKNOWN and not noun

    def _pronoun(self, mention: Mention) -> Entity | None:
        if mention.gender == "i":
            return None
        being = Being.GROUP if mention.gender == "n" or mention.plural else Being.PERSON
        best, top, second = None, -FADE + 0.0, -FADE + 0.0
        barred = {
            id(entity)
            for first, entity, apart in self._named_here
            if mention.last < first <= mention.last + _CLAUSE or (apart and first < mention.first <= first + _CLAUSE)
        }
        for entity in self._memory.recent:
            if (
                (entity.being is not being and not self._may_be(entity))
                or not _fits(entity, mention.gender)
                or id(entity) in barred
            ):
                continue
            if entity.plural and mention.gender == "n":
                continue
            score = self._memory.salience(entity, mention.gender) + 3.0 * (mention.plural and entity.plural)
            if score > top:
                best, top, second = entity, score, top
            else:
                second = max(second, score)
        self._margins[id(mention)] = top - second
        return best

    def _by_noun(self, mention: Mention) -> Speaker | None:
        known = self._nouns.get(id(mention))
        if known is None:
            known = self._nouns[id(mention)] = self._read_noun(mention)
        return known

    def _read_noun(self, mention: Mention) -> Speaker:
        if mention.plural or not mention.definite:
            return self._nameless(mention, 0.8)
        entity, sure = self._by_role(mention)
        if entity is None and noun_kind(mention.head, self._lexicon) == "group":
            entity, sure = self._by_group(mention), 0.6
        if entity is None:
            return self._nameless(mention, 0.65)
        mention.entity = entity
        self._memory.note(entity, oblique=mention.oblique)
        if entity.being is Being.PERSON and mention.known:
            entity.roles.add(mention.head)  # an article keeps calling one person "the mayor"
        return Speaker(entity.name, entity, sure)

    def protagonist(self) -> Speaker | None:
        """The person whom the text is most about, and surely more than about any other."""
        persons = [one for one in self._inventory.entities if one.being is Being.PERSON]
        ranked = sorted(persons, key=lambda one: -one.count)[:2]
        if not ranked or (len(ranked) > 1 and ranked[0].count < 2 * ranked[1].count):
            return None
        return Speaker(ranked[0].name, ranked[0], 0.6)

    def company(self, mention: Mention) -> Speaker:
        """Somebody with others, whom "they" may mean: "Vale and her colleagues", "Vale and Orme"."""
        words = (mention.company.rpartition(" ")[2].lower(),)
        name = mention.company
        if mention.partner is not None:
            both = (self._named(mention), self._named(mention.partner))
            name = " and ".join(one.name for one in both if one is not None)
        entity = Entity(name, words, Being.GROUP, nameless=True, plural=True)
        return Speaker(entity.name, entity, 0.8)

    def _nameless(self, mention: Mention, confidence: float) -> Speaker:
        """Somebody without a name, whom a pronoun may mean from here on."""
        kind = noun_kind(mention.head, self._lexicon)
        new = mention.plural or (not mention.definite and mention.first < mention.last)
        if kind and (kind != "role" or new):
            person = kind == "role" and not mention.plural
            mention.entity = Entity(
                mention.text,
                (mention.head,),
                Being.PERSON if person else Being.GROUP,
                gender=mention.gender,
                sure=bool(mention.gender),
                roles=set(mention.modifiers),
                nameless=True,
                plural=mention.plural,
            )
        return Speaker(mention.text, mention.entity, confidence)

    def _by_group(self, mention: Mention) -> Entity | None:
        """The organisation met last, for a word that any of them may have: "the company"."""
        if mention.head not in self._lexicon["any_group"]:
            return None
        fitting = [
            one
            for one in self._memory.recent
            if one.being in {Being.GROUP, Being.UNKNOWN} and not one.nameless and self._memory.acts(one)
        ]
        best = max(
            fitting, key=lambda one: self._memory.salience(one, "") + 4 * (one.being is Being.GROUP), default=None
        )
        return best if best is not None and self._memory.salience(best, "") > -FADE else None

    def _by_role(self, mention: Mention) -> tuple[Entity | None, float]:
        """Who has that role; else, for a person's noun, who was spoken of just before; and how sure that is."""
        best, top, second = None, 0.0, 0.0
        for entity in self._memory.recent:
            if entity.being is Being.PLACE or not _fits(entity, mention.gender):
                continue
            score = self._role_score(entity, mention)
            if score > top:
                best, top, second = entity, score, top
            else:
                second = max(second, score)
        if top < _BY_ROLE:
            return best, 0.45
        return best, 0.65 if top - second > _CLEAR else 0.5

    def _role_score(self, entity: Entity, mention: Mention) -> float:
        trace = self._memory.trace(entity)
        distance = self._memory.at - trace.mentioned
        near = 2.5 * (trace.subject >= self._memory.at - 2) + 1.5 * (trace.spoke >= self._memory.at - 2)
        if mention.head in self._lexicon["statement"] and mention.head not in entity.words:
            return 0.0
        named = mention.known and mention.head in entity.words
        if named or (mention.head in entity.roles and not entity.nameless):
            matched = len(mention.modifiers & entity.roles)
            vice = 3 * ("vice" in entity.roles and "vice" not in mention.modifiers)
            return 10 + 2 * matched - 0.3 * min(distance, 25) + near - vice
        if mention.owner or mention.tailed or entity.being is not Being.PERSON or not self._is_personal(mention):
            return 0.0
        return 4 + near - 1.2 * distance if near else 0.0

    def _is_personal(self, mention: Mention) -> bool:
        if mention.head in self._lexicon["statement"]:
            return False
        if mention.head in self._lexicon["stranger"]:
            return False
        if mention.known:
            return noun_kind(mention.head, self._lexicon) == "role"
        agents = _AGENTS.get(self._lexicon.language)
        return agents is None or mention.head.endswith(agents)


def _fits(entity: Entity, gender: str) -> bool:
    return gender not in {"m", "f"} or not entity.gender or entity.gender == gender
