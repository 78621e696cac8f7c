"""Attribution within a sentence: which cue, and whose, governs a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from tui.quotes.cues import Cue, find_cues
from tui.quotes.mentions import Mention, Sort

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

_APPOSITION = 40
_FAR = 12
_ASIDE = 3
_DASHES = frozenset({",", "–", "—", "-", "-t-"})


class Strength(IntEnum):
    """How sure an attribution is."""

    NONE = 0
    LOOSE = 1
    """A cue or a subject somewhere in the sentence."""
    NEAR = 2
    """A cue before the quotation with its subject."""
    BESIDE = 3
    """Cue and speaker right beside the quotation."""


@dataclass(slots=True)
class Tie:
    """What ties one quotation to a speaker."""

    mention: Mention | None
    """Who, as written; None when only the cue is there."""
    cue: Cue | None
    """The cue; None for a colon after a name, or nothing."""
    strength: Strength
    """How sure it is."""


_NOTHING = Tie(None, None, Strength.NONE)


class Clauses:
    """One sentence's mentions and cues, and the ties between them."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._words: list[Word] = sentence.words
        self._mentions = mentions
        self._lexicon = lexicon
        self.cues = find_cues(sentence.words, lexicon)
        self._joints = lexicon["and"] | {"but", "then"}
        self._starts = {mention.begin: mention for mention in mentions}

    def tie(self, at: int) -> Tie:
        """Return what ties the quotation at word ``at``."""
        if self._is_after_colon(at):
            return self._before(at) or self._colon(at) or self._after(at) or _NOTHING
        return self._after(at) or self._before(at) or self._trailing(at) or _NOTHING

    def subject(self) -> Mention | None:
        """Return whom the sentence is about: the subject of its last cue, else its first free mention."""
        for cue in reversed(self.cues):
            mention = self._speaker(cue, 0)
            if mention is not None and (not cue.weak or self._follows_closely(mention, cue)):
                return mention
        return self.lead()

    def _follows_closely(self, mention: Mention, cue: Cue) -> bool:
        """Whether a doubtful cue stands right behind a person: "Vale believes"."""
        return mention.last + 1 == cue.first and mention.sort is not Sort.NOUN

    def lead(self) -> Mention | None:
        """Return the first free mention, after what a fronted clause holds: "When Vale died, Orme …"."""
        words = self._words
        if words and words[0].low in self._lexicon["fronting"]:
            comma = next((index for index, word in enumerate(words) if word.text == ","), 0)
            found = self._first_free(comma, len(words), strict=True) if comma else None
            if found is not None:
                return found
        return self._first_free(0, len(words))

    # --- after the quotation

    def _after(self, at: int) -> Tie | None:
        index = self._skip(at + 1)
        if index >= len(self._words) or not self._is_open_ended(at, index):
            return None
        cue = self._cue_at(index) or self._verb_at(at, index)
        if cue is not None and cue.participle and not cue.according and at:
            return self._before(at) or Tie(self._first_free(0, at), cue, Strength.LOOSE)
        if cue is not None:
            mention = self._mention_from(cue.last + 1)
            if mention is None and not cue.according:
                mention = self._first_free(0, at)
            return Tie(mention, cue, Strength.BESIDE if mention else Strength.LOOSE)
        subject = self._owned(self._starts.get(index))
        if subject is None or subject.oblique:
            return None
        subject = self._apposed(subject)
        return self._subject_then_cue(subject) or self._subject_then_verb(at, subject)

    def _owned(self, mention: Mention | None) -> Mention | None:
        """Jon Vale instead of the Courier in "the Courier's Jon Vale"."""
        while mention is not None and mention.possessor:
            mention = self._starts.get(mention.last + 1)
        return mention

    def _ends_with_comma(self, at: int) -> bool:
        span = self._words[at].quote
        after = self._words[at + 1].text if at + 1 < len(self._words) else ""
        return span is not None and (span.ends in ",?!" or after in {",", "–", "—"})

    def _verb_at(self, at: int, index: int) -> Cue | None:
        """A verb that no list holds, between a quotation and its speaker: “…,” thundered Vale."""
        low, lexicon = self._words[index].low, self._lexicon
        if not self._ends_with_comma(at) or not low.isalpha() or self._words[index].capital:
            return None
        empty = low in lexicon["stop"] or low in lexicon["preposition"] or low in lexicon["sentence_start"]
        if low not in lexicon["tag"] and (empty or (lexicon.language == "en" and low[-2:] != "ed")):
            return None
        following = self._starts.get(index + 1)
        if following is None or following.oblique or following.head in lexicon["object"]:
            return None
        return Cue(index, index, low, weak=False, participle=False)

    def _subject_then_verb(self, at: int, subject: Mention) -> Tie | None:
        """A verb that no list holds, after the speaker: “…,” Vale thundered."""
        index = self._skip(subject.last + 1)
        if not self._ends_with_comma(at) or index >= len(self._words) or self._lexicon.language != "en":
            return None
        low = self._words[index].low
        if self._words[index].capital or low in self._lexicon["stop"] or low[-2:] != "ed":
            return None
        return Tie(subject, Cue(index, index, low, weak=False, participle=False), Strength.BESIDE)

    def _is_open_ended(self, at: int, index: int) -> bool:
        """Whether the quotation may be followed by its attribution: a comma, a dash, ? or ! at its end."""
        if index > at + 1:
            return True
        span = self._words[at].quote
        if span is None or self._cue_at(index) is not None:
            return True
        return span.ends in ",?!…-—–."

    def _subject_then_cue(self, subject: Mention) -> Tie | None:
        limit = subject.last + _APPOSITION
        for cue in self.cues:
            if cue.first <= subject.last or cue.participle or cue.according:
                continue
            if cue.first > limit or self._has_quote(subject.last + 1, cue.first):
                break
            if self._reaches(subject, cue):
                return Tie(subject, cue, Strength.BESIDE)
        return None

    def _reaches(self, subject: Mention, cue: Cue) -> bool:
        """Whether nothing but adverbs or an apposition within commas stands between."""
        between = self._words[subject.last + 1 : cue.first]
        if len(between) <= 3 and not any(word.text in ".;:" for word in between):
            return True
        return (bool(between) and between[0].text in ",(" and between[-1].text in ",)") or len(between) < _FAR

    # --- before the quotation

    def _before(self, at: int) -> Tie | None:
        fallback = None
        for cue in reversed(self.cues):
            if cue.last >= at:
                continue
            mention = self._speaker(cue, at)
            if mention is None and fallback is not None:
                continue
            near = (at - cue.last <= _FAR and not cue.weak) or at - cue.last <= 4
            tie = Tie(mention, cue, Strength.NEAR if near else Strength.LOOSE)
            if mention is not None and not cue.weak:
                return tie
            if mention is not None and near:
                fallback = fallback if fallback is not None and fallback.mention is not None else tie
                if at - cue.last <= 2:
                    return tie
                continue
            fallback = fallback or tie
        return fallback

    def _colon(self, at: int) -> Tie | None:
        lead = self.lead()
        mention = lead if lead is not None and lead.last < at else self._first_free(0, at)
        mention = mention or next((m for m in self._mentions if m.last < at), None)
        if mention is not None and not mention.known:
            return None
        return Tie(self._apposed(mention), None, Strength.NEAR) if mention is not None else None

    def _trailing(self, at: int) -> Tie | None:
        """A cue later in the sentence: The “plan” would fail, Vale said."""
        for cue in self.cues:
            if cue.first < at or cue.participle:
                continue
            if cue.according:
                return Tie(self._mention_from(cue.last + 1), cue, Strength.LOOSE)
            mention = self._nearest(at, cue.first) or self._mention_from(cue.last + 1) or self._first_free(0, at)
            if mention is not None and not cue.weak:
                return Tie(mention, cue, Strength.LOOSE)
        return None

    # --- subjects

    def _speaker(self, cue: Cue, at: int) -> Mention | None:
        """Return the subject of a cue."""
        if cue.according:
            return self._mention_from(cue.last + 1)
        before = self._words[cue.first - 1].low if cue.first else ""
        if before in self._lexicon["who"]:
            return self._issuer(self._antecedent(cue.first - 1))
        if before in self._lexicon["anybody"]:
            return None
        if cue.participle or before in self._joints:
            return self._clause_subject(cue)
        if self._lexicon.language != "en" and not cue.participle:
            mention = self._mention_from(cue.last + 1, reach=2)
            inverted = mention is not None and not mention.oblique and mention.last < (at or len(self._words))
            if inverted and not self._adjacent_before(cue):
                return mention
        if before == "," and not at and self._lexicon.language == "en":
            behind = self._inverted(cue, at)  # "It rains, said Jon Vale."
            if behind is not None and behind.begin == cue.last + 1:
                return behind
        return self._enclosed(cue) or self._nearest(0, cue.first) or self._inverted(cue, at)

    def _enclosed(self, cue: Cue) -> Mention | None:
        """The subject before an apposition or a clause that a comma closes right before the cue."""
        if not cue.first or self._words[cue.first - 1].text not in ",)":
            return None
        for mention in self._mentions:
            after = mention.last + 1
            closed = after < cue.first - 1 and self._words[after].text in ",(" and _is_free(mention)
            able = mention.sort is Sort.NAME or (mention.sort is Sort.NOUN and mention.known)
            if closed and able and not self._has_quote(after, cue.first):
                return self._apposed(mention)
        return None

    def _adjacent_before(self, cue: Cue) -> bool:
        return any(m.last == cue.first - 1 and _is_free(m) for m in self._mentions)

    def _clause_subject(self, cue: Cue) -> Mention | None:
        lead = self.lead()
        if lead is None or lead.last >= cue.first or not _is_free(lead):
            lead = None
        if lead is not None and cue.participle:
            return lead
        earlier = [
            other
            for other in self.cues
            if other.first < cue.first and not other.participle and not other.weak and not self._is_relative(other)
        ]
        for other in reversed(earlier):
            joined = other.first and self._words[other.first - 1].low in self._joints
            mention = lead if joined and lead else self._nearest(0, other.first)
            if mention is not None:
                return mention
        return lead or self._first_free(0, cue.first)

    def _is_relative(self, cue: Cue) -> bool:
        """Whether "who" or "which" is the subject: what such a clause says is not the sentence's main claim."""
        return cue.first > 0 and self._words[cue.first - 1].low in self._lexicon["who"] - self._lexicon["that"]

    def _inverted(self, cue: Cue, at: int) -> Mention | None:
        mention = self._mention_from(cue.last + 1)
        if mention is None or (mention.sort is Sort.PRONOUN and mention.head in self._lexicon["object"]):
            return None
        return mention if mention.last < (at or len(self._words)) or not at else None

    def _antecedent(self, index: int) -> Mention | None:
        """Whom "who" at ``index`` means; the name before an apposition: "Jon Vale, a miller who said"."""
        for mention in reversed(self._mentions):
            if mention.last >= index:
                continue
            if mention.last < index - _ASIDE and (mention.last < index - _FAR or mention.sort is not Sort.NAME):
                return None
            before = next((one for one in self._mentions if one.last == mention.begin - 2), None)
            comma = mention.begin >= 2 and self._words[mention.begin - 1].text == ","
            named = comma and before is not None and before.sort is Sort.NAME and mention.sort is Sort.NOUN
            return before if named else mention
        return None

    def _nearest(self, begin: int, stop: int) -> Mention | None:
        """The free mention that stands nearest before ``stop``; an unknown noun only right before it."""
        for mention in reversed(self._mentions):
            if mention.last >= stop or mention.first < begin:
                continue
            if not _is_free(mention) or mention.head in self._lexicon["object"]:
                continue
            if mention.known or mention.last >= stop - 2:
                return self._explained(mention)
        return None

    def _issuer(self, mention: Mention | None) -> Mention | None:
        """Who issued what speaks in a relative clause: "Vale sent a letter that said …"."""
        if mention is None or mention.head not in self._lexicon["statement"]:
            return mention
        lead = self.lead()
        return lead if lead is not None and lead.last < mention.begin and _is_free(lead) else mention

    def _explained(self, mention: Mention) -> Mention:
        """The name that a noun right behind it explains: "Jon Vale, a miller …"."""
        comma = mention.begin - 1
        if mention.sort is not Sort.NOUN or mention.definite or comma < 1 or self._words[comma].text != ",":
            return mention
        before = next((one for one in self._mentions if one.last == comma - 1), None)
        return before if before is not None and before.sort is Sort.NAME and _is_free(before) else mention

    def _first_free(self, begin: int, stop: int, *, strict: bool = False) -> Mention | None:
        fallback = None
        for mention in self._mentions:
            if mention.first < begin or mention.last >= stop or not mention.known:
                continue
            if _is_free(mention) and mention.head not in self._lexicon["object"]:
                return mention
            if fallback is None and not self._is_place(mention):
                fallback = mention
        return None if strict else fallback

    def _is_place(self, mention: Mention) -> bool:
        """Whether "in" or "at" stands before: a place or a time, nobody who speaks."""
        return mention.begin > 0 and any(
            word.low in self._lexicon["place_preposition"]
            for word in self._words[max(0, mention.begin - 2) : mention.begin]
        )

    def _mention_from(self, index: int, reach: int = 6) -> Mention | None:
        """The mention that begins at ``index`` or a word or two later, itself or the name apposed to it."""
        index = self._skip(index)
        for offset in range(index, min(index + reach, len(self._words))):
            mention = self._starts.get(offset)
            if mention is not None:
                owned = self._owned(mention)
                return self._apposed(owned) if owned is not None else mention
            low = self._words[offset].low
            if not self._words[offset].is_word or low in self._lexicon["preposition"] or low in self._lexicon["object"]:
                return None
        return None

    def _apposed(self, mention: Mention) -> Mention:
        """The name instead of the noun: "the mayor, Jon Vale", "a spokesman for the mill, Jon Vale"."""
        if mention.sort is not Sort.NOUN or mention.plural:
            return mention
        for other in self._mentions:
            if other.sort is not Sort.NAME or not mention.last < other.begin <= mention.last + _FAR:
                continue
            if self._words[other.begin - 1].text in ",–—" and not self._has_cue(mention.last, other.begin):
                return other if other.begin == mention.last + 2 or self._is_closed(other) else mention
        return mention

    def _is_closed(self, mention: Mention) -> bool:
        """Whether an apposition may end after a name: the sentence goes on behind a mark or a cue."""
        after = mention.last + 1
        return after >= len(self._words) or not self._words[after].is_word or self._cue_at(after) is not None

    # --- words

    def _skip(self, index: int) -> int:
        """Index after punctuation and adverbs."""
        words, adverbs = self._words, self._lexicon["adverb"]
        while index < len(words) and (words[index].text in _DASHES or words[index].low in adverbs):
            index += 1
        return index

    def _cue_at(self, index: int) -> Cue | None:
        return next((cue for cue in self.cues if cue.first == index), None)

    def _has_cue(self, begin: int, stop: int) -> bool:
        return any(begin < cue.first < stop for cue in self.cues)

    def _has_quote(self, begin: int, stop: int) -> bool:
        return any(word.quote for word in self._words[begin:stop])

    def _is_after_colon(self, at: int) -> bool:
        return bool(at) and self._words[at - 1].text in {":", "："}


def _is_free(mention: Mention) -> bool:
    """Whether a mention can be a subject."""
    return not mention.oblique and not mention.possessor
