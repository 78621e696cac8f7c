"""Taking the inventory: every name of the text, with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.cues import cues_of
from tui.quotes.nouns import is_noun, noun_gender, noun_kind
from tui.quotes.people import Entity, Inventory, decide

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.mentions import Mention
    from tui.quotes.sentences import Sentence

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
        for word in words[index + 1 : index + 1 + _APPOSITION]:
            low = word.low
            if (
                word.low in lexicon["who"]
                and index + 2 < len(words)
                and words[index + 2].low in {"is", "was", "serves"}
            ):
                continue
            if word.low in {"is", "was", "serves", "also", "as"} and "who" in lexicon["who"]:
                continue
            if word.quote or (not word.is_word and word.text not in "-/&.") or _ends_apposition(low, lexicon):
                entity.votes["person"] += 2 * (low == "who")
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
        gender = noun_gender(low, lexicon)
        if gender and not entity.sure:
            entity.gender, entity.sure = gender, True
