"""Subjects: who stands for the subject of a verb of saying, and through what it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.appositions import Appositions, is_free
from tui.quotes.mentions import Mention, Sort

if TYPE_CHECKING:
    from tui.quotes.cues import Cue
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence

# what stands in marks within an apposition is the name of a house or a book
_SHORT_QUOTE = 60


class Subjects(Appositions):
    """One sentence's mentions and cues, and whose cue is whose."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        super().__init__(sentence, mentions, lexicon)
        self._joints = lexicon["and"] | {"but", "then"}

    def reporter(self) -> Mention | None:
        """Return who says something here, in marks or not: "Vale said the mill was old"."""
        for cue in self.cues:
            if not cue.weak and not cue.according and not self._is_relative(cue):
                return self.speaker(cue, 0)
        return None

    def subject(self) -> Mention | None:
        """Return whom the sentence is about: the subject of its last cue, else its first free mention."""
        for cue in reversed(self.cues):
            mention = self.speaker(cue, 0)
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
            found = (self.first_free(comma, len(words), strict=True) or self._plain(comma)) if comma else None
            if found is not None:
                return found
        return self.first_free(0, len(words))

    def _plain(self, comma: int) -> Mention | None:
        """Who stands between a comma and a verb, by a noun that we do not know: "In May, the tanner ended …"."""
        words, lexicon = self._words, self._lexicon
        for mention in self._mentions:
            if mention.begin <= comma or not is_free(mention) or mention.last + 1 >= len(words):
                continue
            low = words[mention.last + 1].low
            if words[mention.begin - 1].text == "," and (
                low in lexicon["say"] or low in lexicon["verb"] or low[-2:] == "ed"
            ):
                return mention
        return None

    def speaker(self, cue: Cue, at: int) -> Mention | None:
        """Return the subject of a cue."""
        if cue.according:
            return self.source(cue)
        quoted = self.starts.get(cue.last + 1) if cue.word in self._lexicon["quoting"] else None
        if quoted is not None and quoted.known and quoted.last < (at or len(self._words)) - 1:
            return quoted  # "The Courier quotes Vale as saying"
        before = self._words[cue.first - 1].low if cue.first else ""
        if before in self._lexicon["who"]:
            return self._issuer(self._antecedent(cue.first - 1))
        return None if before in self._lexicon["anybody"] else self._main_subject(cue, at, before)

    def _main_subject(self, cue: Cue, at: int, before: str) -> Mention | None:
        if cue.participle or (before in self._joints and not self._has_own_subject(cue)):
            return self._clause_subject(cue)
        behind = self._opening(cue) or (self._behind(cue, at) if self._lexicon.language != "en" else None)
        behind = behind or (None if at else self.behind_comma(cue))
        return behind or self._enclosed(cue) or self.nearest(0, cue.first) or self._inverted(cue, at)

    def _has_own_subject(self, cue: Cue) -> bool:
        """Whether somebody stands right before "then": "she said he then asked"."""
        joint = cue.first - 1
        return self._words[joint].low == "then" and any(m.last == joint - 1 and is_free(m) for m in self._mentions)

    def _behind(self, cue: Cue, at: int) -> Mention | None:
        """The subject right behind its verb, as German and Spanish put it, when none stands before it."""
        mention = self.mention_from(cue.last + 1, reach=2)
        inverted = (
            mention is not None and mention.known and not mention.oblique and mention.last < (at or len(self._words))
        )
        return mention if inverted and not self._adjacent_before(cue) else None

    def _opening(self, cue: Cue) -> Mention | None:
        """The name that opens the sentence, before its apposition: "Jon Vale, ein Müller, sagte dem Boten"."""
        opening = self.starts.get(0)
        named = opening is not None and opening.sort is Sort.NAME and len(opening.text.split()) > 1
        return opening if named and self._enclosed(cue) is opening else None

    def behind_comma(self, cue: Cue) -> Mention | None:
        """The subject in "It rains, said Jon Vale."."""
        if not cue.first or self._words[cue.first - 1].text != ",":
            return None
        mention = self._inverted(cue, 0)
        ends = mention is not None and mention.begin == cue.last + 1 and self._is_closed(mention)
        return mention if ends else None

    def _enclosed(self, cue: Cue) -> Mention | None:
        """The subject before an apposition or a clause that a comma closes right before the cue."""
        end = cue.first - 1
        while end > 0 and self._words[end].low in self._lexicon["adverb"]:
            end -= 1
        if end < 0 or self._words[end].text not in ",)":
            return None
        doubtful: Mention | None = None
        for mention in self._mentions:
            after = mention.last + 1
            closed = after < end and self._words[after].text in ",(" and is_free(mention)
            able = mention.sort is Sort.NAME or (mention.sort is Sort.NOUN and mention.known)
            if not closed or not able or self.has_quote(after, cue.first, longest=_SHORT_QUOTE):
                continue
            if mention.sort is Sort.NAME or mention.definite or not mention.begin:
                return self.apposed(mention)
            doubtful = doubtful or mention  # "…, try new boards, Jon Vale, a miller, said"
        return self.apposed(doubtful) if doubtful is not None else None

    def _adjacent_before(self, cue: Cue) -> bool:
        """Whether the subject stands before, through what belongs to it: "Ein Sprecher der Werft in Norden sagte"."""
        end = cue.first - 1
        for mention in reversed(self._mentions):
            if mention.last > end:
                continue
            if mention.last < end:
                return False
            if is_free(mention):
                return mention.known
            end = mention.begin - 1
            end -= end >= 0 and self._words[end].low in self._lexicon["preposition"]
        return False

    def _clause_subject(self, cue: Cue) -> Mention | None:
        lead = self.lead()
        if lead is None or lead.last >= cue.first or not is_free(lead):
            lead = None
        said = self._just_said(cue) or self._shown(cue)
        if said is not None:
            return said
        if lead is not None and cue.participle:
            return self.apposed(lead)
        earlier = [
            other
            for other in self.cues
            if other.first < cue.first and not other.participle and not other.weak and not self._is_relative(other)
        ]
        for other in reversed(earlier):
            joined = other.first and self._words[other.first - 1].low in self._joints
            mention = lead if joined and lead else self.nearest(0, other.first)
            if mention is not None:
                return mention
        return lead or self.first_free(0, cue.first)

    def _shown(self, cue: Cue) -> Mention | None:
        """Who stands right before a participle, though governed: "footage of Vale saying", "with Vale asking"."""
        if cue.first and self._words[cue.first - 1].low in self._joints:
            earlier = [other for other in self.cues if other.participle and other.last < cue.first - 1]
            return self._shown(earlier[-1]) if earlier and cue.participle else None
        before = next((mention for mention in self._mentions if mention.last == cue.first - 1), None)
        if before is None or not cue.participle or not before.begin or before.possessor or not before.known:
            return None
        return before if self._words[before.begin - 1].low in self._lexicon["showing"] else None

    def _just_said(self, cue: Cue) -> Mention | None:
        """Who says something right before a participle: "Vale added, saying"."""
        for other in self.cues:
            close = other.last + 2 == cue.first and self._words[cue.first - 1].text == ","
            if close and cue.participle and not other.participle and not other.weak:
                return self.nearest(other.first - 2, other.first)
        return None

    def _is_relative(self, cue: Cue) -> bool:
        """Whether "who" or "which" is the subject: what such a clause says is not the sentence's main claim."""
        return cue.first > 0 and self._words[cue.first - 1].low in self._lexicon["who"] - self._lexicon["that"]

    def _inverted(self, cue: Cue, at: int) -> Mention | None:
        if at and cue.word in self._lexicon["naming"]:
            return None  # 'visitors called the ferry "late"': what is called so, by somebody unknown
        mention = self.mention_from(cue.last + 1) if cue.word not in self._lexicon["telling"] else None
        if mention is None or (mention.sort is Sort.PRONOUN and mention.head in self._lexicon["object"]):
            return None
        return mention if mention.last < (at or len(self._words)) or not at else None

    def nearest(self, begin: int, stop: int) -> Mention | None:
        """The free mention that stands nearest before ``stop``; an unknown noun only right before it."""
        fallback, edge = None, stop
        for mention in reversed(self._mentions):
            if mention.last >= stop or mention.first < begin:
                continue
            if not is_free(mention) or mention.head in self._lexicon["object"]:
                if self._lexicon.language == "de" and mention.last == edge - 1:
                    edge = mention.begin  # "Das Fazit des Berichts lautete"
                continue
            if mention.known:
                return self._explained(mention)
            if mention.last >= edge - 2:
                if self._lexicon.language != "de":
                    return self._explained(mention)
                fallback = mention
        return fallback

    def _issuer(self, mention: Mention | None) -> Mention | None:
        """Who issued what speaks in a relative clause: "Vale sent a letter that said …"."""
        if mention is None or mention.head not in self._lexicon["statement"]:
            return mention
        lead = self.lead()
        return lead if lead is not None and lead.last < mention.begin and is_free(lead) else mention

    def first_free(self, begin: int, stop: int, *, strict: bool = False) -> Mention | None:
        """The first known mention that can be a subject; unless ``strict``, else one that a preposition governs."""
        fallback = None
        for mention in self._mentions:
            if mention.first < begin or mention.last >= stop or not mention.known:
                continue
            if is_free(mention) and mention.head not in self._lexicon["object"]:
                return mention
            if fallback is None and not self._is_place(mention):
                fallback = mention
        return None if strict else fallback

    def _is_place(self, mention: Mention) -> bool:
        """Whether "in" or "at" stands before: a place or a time, nobody who speaks."""
        return mention.head in self._lexicon["region"] or any(
            word.low in self._lexicon["place_preposition"]
            for word in self._words[max(0, mention.begin - 2) : mention.begin]
        )

    def mention_from(self, index: int, reach: int = 6) -> Mention | None:
        """The mention that begins at ``index`` or a word or two later, itself or the name apposed to it."""
        index = self._behind_listener(self.skip(index))
        for offset in range(index, min(index + reach, len(self._words))):
            mention = self.starts.get(offset)
            if mention is not None:
                owned = self.owned(mention)
                return self.apposed(owned) if owned is not None else mention
            embedded = self._behind_participle(offset) if self._lexicon.language == "de" else None
            if embedded is not None:
                return embedded
            low = self._words[offset].low
            if not self._words[offset].is_word or low in self._lexicon["preposition"] or low in self._lexicon["object"]:
                return None
        return None

    def _behind_listener(self, index: int) -> int:
        """Index behind whom somebody speaks to: «…», dice al Corriere Ida Holm."""
        listener = self.starts.get(index + 1)
        if listener is None or self._words[index].low not in self._lexicon["addressee"]:
            return index
        return listener.last + 1 if listener.last + 1 in self.starts else index

    def source(self, cue: Cue) -> Mention | None:
        """Whom "according to" names: behind it, or before it ("Vale zufolge")."""
        if cue.word in self._lexicon["postposed"]:
            return next((one for one in self._mentions if one.last == cue.first - 1), None)
        return self.mention_from(cue.last + 1)

    def quoted(self, cue: Cue) -> Mention | None:
        """Whom somebody else quotes: "zitiert der Bote den Müller"."""
        if cue.word not in self._lexicon["quoting"]:
            return None
        return next((one for one in reversed(self._mentions) if one.begin > cue.last), None)
