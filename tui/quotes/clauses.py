"""Attribution within a sentence: which cue, and whose, governs a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.quotes.cues import Cue
from tui.quotes.mentions import Mention, Sort
from tui.quotes.subjects import Subjects

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

_APPOSITION = 40
_FAR = 12


class Strength(IntEnum):
    """How sure an attribution is."""

    NONE = 0
    LOOSE = 1
    """A cue or a subject somewhere in the sentence."""
    NEAR = 2
    """A cue before the quotation with its subject."""
    BESIDE = 3
    """Cue and speaker right beside the quotation."""


class Tie(Struct, gc=False):
    """What ties one quotation to a speaker."""

    mention: Mention | None
    """Who, as written; None when only the cue is there."""
    cue: Cue | None
    """The cue; None for a colon after a name, or nothing."""
    strength: Strength
    """How sure it is."""


# what a verb that no list holds ends in
_VERB_ENDINGS = {"en": ("ed",), "de": ("t", "te", "ten", "en")}
_NOTHING = Tie(None, None, Strength.NONE)


class Clauses:
    """One sentence's mentions and cues, and the ties between them."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._words: list[Word] = sentence.words
        self._mentions = mentions
        self._lexicon = lexicon
        self.subjects = Subjects(sentence, mentions, lexicon)

    def tie(self, at: int) -> Tie:
        """Return what ties the quotation at word ``at``."""
        if self._is_after_colon(at):
            after = self._after(at)
            beside = after if after is not None and after.strength is Strength.BESIDE else None
            before = self._before(at)
            told = before if before is not None and before.mention is not None else None
            return told or beside or self._colon(at, cued=before is not None) or before or after or _NOTHING
        return self._after(at) or self._before(at) or self._trailing(at) or _NOTHING

    # --- after the quotation

    def _after(self, at: int) -> Tie | None:
        index = self.subjects.skip(at + 1)
        if index >= len(self._words) or not self._is_open_ended(at, index):
            return None
        cue = self.subjects.cue_at(index) or self._verb_at(at, index)
        if cue is not None and cue.participle and not cue.according and at:
            return self._before(at) or Tie(self.subjects.first_free(0, at), cue, Strength.LOOSE)
        if cue is not None:
            mention = self.subjects.quoted(cue) or self.subjects.mention_from(cue.last + 1)
            if mention is None and not cue.according:
                mention = self.subjects.first_free(0, at)
            return Tie(mention, cue, Strength.BESIDE if mention else Strength.LOOSE)
        if self._words[index].low in self._lexicon["conjunction"] and index + 1 < len(self._words):
            index += 1  # "“…,” as Vale put it"
        subject = self.subjects.owned(self.subjects.described_at(index))
        if subject is None or subject.oblique:
            return None
        subject = self.subjects.apposed(subject)
        return self._subject_then_cue(subject) or self._subject_then_verb(at, subject)

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
        if low not in lexicon["tag"] and (empty or not low.endswith(_VERB_ENDINGS.get(lexicon.language, ""))):
            return None
        following = self.subjects.starts.get(index + 1)
        if low in lexicon["tag"] and following is None:
            return self._tagged_verb(index)
        if following is None or following.oblique or following.head in lexicon["object"]:
            return None
        return Cue(index, index, low, weak=False, participle=False)

    def _tagged_verb(self, index: int) -> Cue | None:
        """The verb in "„…“, so nannte ihn Jon Vale", which no list need hold."""
        verb = self._words[index + 1] if index + 2 < len(self._words) else None
        if verb is None or verb.capital or verb.low[-2:] != "te":
            return None
        last = index + 1 + (self._words[index + 2].low in self._lexicon["object"])
        return Cue(index, last, verb.low, weak=False, participle=False) if last + 1 in self.subjects.starts else None

    def _subject_then_verb(self, at: int, subject: Mention) -> Tie | None:
        """A verb that no list holds, after the speaker: “…,” Vale thundered."""
        index = self.subjects.skip(subject.last + 1)
        fronted = self._words[0].low in self._lexicon["fronting"]
        if fronted and any(cue.last < at and not cue.weak for cue in self.subjects.cues):
            return None  # "When Vale told of a “dry year,” Orme nodded"
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
        if span is None or self.subjects.cue_at(index) is not None:
            return True
        return span.ends in ",?!…-—–."

    def _subject_then_cue(self, subject: Mention) -> Tie | None:
        limit = subject.last + _APPOSITION
        for cue in self.subjects.cues:
            if cue.first <= subject.last or cue.according or (cue.participle and not self._is_finite(cue)):
                continue
            if cue.first > limit or self.subjects.has_quote(subject.last + 1, cue.first):
                break
            if self._reaches(subject, cue):
                return Tie(subject, cue, Strength.BESIDE)
        return None

    def _is_finite(self, cue: Cue) -> bool:
        """Whether a participle has its verb: "is quoted as saying", "was saying"."""
        before = self._words[cue.first - 1].low if cue.first else ""
        return before in self._lexicon["auxiliary"] or before in {"as", "heard", "seen"}

    def _reaches(self, subject: Mention, cue: Cue) -> bool:
        """Whether nothing but adverbs or an apposition within commas stands between."""
        between = self._words[subject.last + 1 : cue.first]
        if len(between) <= 3 and not any(word.text in ".;:" for word in between):
            return True
        return (bool(between) and between[0].text in ",(" and between[-1].text in ",)") or len(between) < _FAR

    # --- before the quotation

    def _before(self, at: int) -> Tie | None:
        fallback = None
        for cue in reversed(self.subjects.cues):
            if cue.last >= at:
                continue
            mention = self.subjects.speaker(cue, at)
            if (mention is None and fallback is not None) or self._is_parenthesis(cue) or self._is_heard(cue, at):
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

    def _is_parenthesis(self, cue: Cue) -> bool:
        """Whether "according to" stands within commas behind a verb of saying: "Vale said, per a clerk, that …"."""
        if not cue.according or cue.first < 2 or self._words[cue.first - 1].text != ",":
            return False
        return any(other.last == cue.first - 2 and not other.weak for other in self.subjects.cues)

    def _is_heard(self, cue: Cue, at: int) -> bool:
        """Whether a cue tells of the listener only: "Vale told a man who had asked that “…”"."""
        words, lexicon = self._words, self._lexicon
        if (
            cue.first < 2
            or words[at - 1].low not in lexicon["joining"]
            or words[cue.first - 1].low not in lexicon["who"]
        ):
            return False
        told = [
            other for other in self.subjects.cues if other.last < cue.first - 2 and other.word in lexicon["addressing"]
        ]
        return any(
            mention.last == cue.first - 2 and told[-1].last == mention.begin - 1 for mention in self._mentions if told
        )

    def _colon(self, at: int, *, cued: bool) -> Tie | None:
        """Who stands free before a colon; with a ``cued`` verb, nobody behind a preposition."""
        if any(word.low in self._lexicon["subjunctive"] for word in self._words[:at]):
            return None  # "Er sei zufrieden: „…“": whoever said that goes on
        lead = self.subjects.lead()
        mention = lead if lead is not None and lead.last < at else self.subjects.first_free(0, at)
        stating = any(cue.last < at and cue.word in self._lexicon["stating"] for cue in self.subjects.cues)
        if cued and mention is not None and mention.oblique and not stating:  # but "in the letter it says: “…”"
            return None
        mention = mention or next((m for m in self._mentions if m.last < at and (stating or not cued)), None)
        if mention is not None and mention.owner and mention.last + 2 == at:
            return Tie(self._owner(mention), None, Strength.NEAR)
        if mention is not None and not mention.known and not (stating and mention.head in self._lexicon["statement"]):
            return None
        return Tie(self.subjects.apposed(mention), None, Strength.NEAR) if mention is not None else None

    def _owner(self, mention: Mention) -> Mention:
        """Whose answer it is: "Her answer: “…”"."""
        gender = next((sex for key, sex in (("his", "m"), ("hers", "f")) if mention.owner in self._lexicon[key]), "")
        return Mention(Sort.PRONOUN, mention.first, mention.first, mention.owner, mention.owner, gender=gender)

    def _trailing(self, at: int) -> Tie | None:
        """A cue later in the sentence: The “plan” would fail, Vale said."""
        for cue in self.subjects.cues:
            if cue.first < at or cue.participle:
                continue
            if cue.according:
                return Tie(self.subjects.source(cue), cue, Strength.LOOSE)
            mention = (
                self.subjects.behind_comma(cue)
                or self.subjects.nearest(at, cue.first)
                or self.subjects.mention_from(cue.last + 1)
                or self.subjects.first_free(0, at)
            )
            if mention is not None and not cue.weak:
                return Tie(mention, cue, Strength.LOOSE)
        return None

    # --- subjects

    # --- words

    def _is_after_colon(self, at: int) -> bool:
        return bool(at) and self._words[at - 1].text in {":", "："}
