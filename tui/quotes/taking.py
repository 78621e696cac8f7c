"""Taking the inventory: every name of the text, with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.cues import cues_of
from tui.quotes.nouns import is_noun, noun_gender, noun_kind
from tui.quotes.people import Entity, Inventory, decide
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.mentions import Mention
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

_APPOSITION = 14


def take_inventory(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Mention]],
    lexicon: Lexicon,
    known: Inventory | None = None,
) -> Inventory:
    """Return who is named in the sentences, given the mentions of each, and who is ``known`` from before."""
    taker = _Taker(sentences, lexicon)
    if known is not None:
        taker.inventory.remember(known)
    single: list[tuple[int, Mention]] = []
    for at, mentions in enumerate(found):
        for mention in mentions:
            if mention.name is None:
                continue
            if len(mention.name.words) == 1 or mention.name.words[0].lower() in lexicon["particle"]:
                single.append((at, mention))
            else:
                taker.take(mention, at, full=True)
    decide(taker.met(), lexicon)
    for at, mention in single:
        if lexicon.language == "de" and mention.name and is_noun(mention.name.words[0].lower(), lexicon):
            continue
        taker.take(mention, at, full=False)
    decide(taker.met(), lexicon)
    return taker.inventory


class _Taker:
    def __init__(self, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.inventory = Inventory(lexicon)
        self._sentences = sentences
        self._lexicon = lexicon
        self._cues: dict[int, frozenset[int]] = {}
        self._met: dict[int, Entity] = {}

    def met(self) -> list[Entity]:
        """Return who was taken up since this was asked last."""
        met = list(self._met.values())
        self._met.clear()
        return met

    def take(self, mention: Mention, at: int, *, full: bool) -> None:
        """Add a name, or tie a last name to the full one."""
        name = mention.name
        if name is None:
            return
        entity = None if full else self.inventory.find(name, at)
        if entity is None:
            entity = self.inventory.add(name, at)
        self._describe(entity, mention, at)

    def _describe(self, entity: Entity, mention: Mention, at: int) -> None:
        """Take up what stands around one mention: roles before it, an apposition after it, a verb of saying."""
        name, lexicon, sentence = mention.name, self._lexicon, self._sentences[at]
        if name is None:
            return
        entity.count += 1
        self._met[id(entity)] = entity
        entity.roles |= name.roles - lexicon["sentence_start"]
        entity.roles |= lexicon.spelt_out(name.roles)
        if name.gender and not entity.sure:
            entity.gender, entity.sure = name.gender, True
        if name.titled:
            entity.votes["person"] += 3
        if mention.definite and not name.titled:
            entity.votes["group"] += 2
        self._read_apposition(entity, mention, sentence)
        before = sentence.words[name.phrase_first - 1].low if name.phrase_first else ""
        if before in lexicon["place_preposition"]:
            entity.votes["place"] += 1
        elif self._is_beside_cue(mention, at):
            entity.votes["speaks"] += 1

    def _is_beside_cue(self, mention: Mention, at: int) -> bool:
        if at not in self._cues:
            cues = cues_of(self._sentences[at], self._lexicon)
            self._cues[at] = frozenset(cue.first for cue in cues if not cue.weak and not cue.according)
        return mention.last + 1 in self._cues[at] or mention.begin - 1 in self._cues[at]

    def _read_apposition(self, entity: Entity, mention: Mention, sentence: Sentence) -> None:
        words, lexicon = sentence.words, self._lexicon
        index = mention.last + 1
        if index + 1 >= len(words) or words[index].text not in {",", "("} or words[index + 1].low in lexicon["and"]:
            return
        found, closed = _read_roles(words, index + 1, lexicon)
        if not closed and words[index].text == ",":
            return  # "…, met Vale, his son said"
        for low in found:
            entity.roles.add(low)
            _note_role(entity, low, lexicon, bracket=words[index].text == "(")
        after = words[min(index + 1 + len(found), len(words) - 1)].low
        entity.votes["person"] += 2 * (after in lexicon["personal_who"])


def _read_roles(words: Sequence[Word], begin: int, lexicon: Lexicon) -> tuple[list[str], bool]:
    """Return the words that may tell a role from ``begin`` on, and whether they do not lead to a verb of saying."""
    found: list[str] = []
    for at in range(begin, min(len(words), begin + _APPOSITION)):
        word, after = words[at], words[at + 1].low if at + 1 < len(words) else ""
        if (word.low in lexicon["who"] and after in lexicon["being"]) or word.low in lexicon["being"]:
            continue
        if word.low in lexicon["say"] or word.low in lexicon["auxiliary"]:
            return found, False
        if word.quote or not (word.is_word or word.text in "-/&.") or word.low in lexicon["who"] | lexicon["whose"]:
            return found, True
        if at + 1 < len(words) and words[at + 1].capital and noun_kind(word.low, lexicon) == "role":
            return found, True  # "Vale, miller Ida Orme and …" is a list
        found.append(word.low)
        if word.low in lexicon["preposition"]:
            return found, True
    return found, True


def _note_role(entity: Entity, low: str, lexicon: Lexicon, *, bracket: bool) -> None:
    if low.isdigit() and not bracket and len(low) < 3:
        entity.roles.add(f"{low}-year-old")
        entity.votes["person"] += 2
    elif noun_kind(low, lexicon) in {"role", "plural"}:
        entity.votes["person"] += 2
        gender = noun_gender(low, lexicon)
        given = given_gender(entity.words[0])
        if gender and not entity.sure and given not in {"m", "f"} - {gender}:  # a woman may be chairman
            entity.gender, entity.sure = gender, True
