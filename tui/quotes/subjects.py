"""Subjects: who stands for the subject of a verb of saying, and through what it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.cues import Cue, cues_of
from tui.quotes.mentions import Mention, Sort
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

_FAR = 12
_ASIDE = 3
# what stands in marks within an apposition is the name of a house or a book
_SHORT_QUOTE = 60
_DASHES = frozenset({",", "–", "—", "-", "-t-"})


class Subjects:
    """One sentence's mentions and cues, and whose cue is whose."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._words: list[Word] = sentence.words
        self._mentions = mentions
        self._lexicon = lexicon
        self._joints = lexicon["and"] | {"but", "then"}
        self.starts = {mention.begin: mention for mention in mentions}
        self.cues = cues_of(sentence, lexicon)

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
            found = self.first_free(comma, len(words), strict=True) if comma else None
            if found is not None:
                return found
        return self.first_free(0, len(words))

    def speaker(self, cue: Cue, at: int) -> Mention | None:
        """Return the subject of a cue."""
        if cue.according:
            return self.mention_from(cue.last + 1)
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
        return self._words[joint].low == "then" and any(m.last == joint - 1 and _is_free(m) for m in self._mentions)

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
        for mention in self._mentions:
            after = mention.last + 1
            closed = after < end and self._words[after].text in ",(" and _is_free(mention)
            able = mention.sort is Sort.NAME or (mention.sort is Sort.NOUN and mention.known)
            if closed and able and not self.has_quote(after, cue.first, longest=_SHORT_QUOTE):
                return self.apposed(mention)
        return None

    def _adjacent_before(self, cue: Cue) -> bool:
        return any(m.last == cue.first - 1 and _is_free(m) and m.known for m in self._mentions)

    def _clause_subject(self, cue: Cue) -> Mention | None:
        lead = self.lead()
        if lead is None or lead.last >= cue.first or not _is_free(lead):
            lead = None
        said = self._just_said(cue) or self._shown(cue)
        if said is not None:
            return said
        if lead is not None and cue.participle:
            return lead
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
        mention = self.mention_from(cue.last + 1)
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

    def nearest(self, begin: int, stop: int) -> Mention | None:
        """The free mention that stands nearest before ``stop``; an unknown noun only right before it."""
        fallback, edge = None, stop
        for mention in reversed(self._mentions):
            if mention.last >= stop or mention.first < begin:
                continue
            if not _is_free(mention) or mention.head in self._lexicon["object"]:
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
        return lead if lead is not None and lead.last < mention.begin and _is_free(lead) else mention

    def _explained(self, mention: Mention) -> Mention:
        """The name that a noun right behind it explains: "Jon Vale, a miller …"."""
        comma = mention.begin - 1
        joined = next((one for one in self._mentions if one.company and one.last == mention.begin - 2), None)
        if joined is not None:
            return joined
        if mention.sort is Sort.NOUN and mention.head in self._lexicon["statement"] and self._words[comma].possessive:
            return next((one for one in self._mentions if one.last == comma), mention)  # "Vale's letter said": Vale
        if mention.sort is not Sort.NOUN or mention.definite or comma < 1 or self._words[comma].text != ",":
            return mention
        before = next((one for one in self._mentions if one.last == comma - 1), None)
        return before if before is not None and before.sort is Sort.NAME and _is_free(before) else mention

    def first_free(self, begin: int, stop: int, *, strict: bool = False) -> Mention | None:
        """The first known mention that can be a subject; unless ``strict``, else one that a preposition governs."""
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

    def mention_from(self, index: int, reach: int = 6) -> Mention | None:
        """The mention that begins at ``index`` or a word or two later, itself or the name apposed to it."""
        index = self.skip(index)
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

    def quoted(self, cue: Cue) -> Mention | None:
        """Whom somebody else quotes: "zitiert der Bote den Müller"."""
        if cue.word not in self._lexicon["quoting"]:
            return None
        return next((one for one in reversed(self._mentions) if one.begin > cue.last), None)

    def _behind_participle(self, at: int) -> Mention | None:
        """Vale in "die in Norland geborene Vale": the article's noun stands behind what describes it."""
        lexicon, words = self._lexicon, self._words
        article = words[at].low in lexicon["definite"] or words[at].low in lexicon["indefinite"]
        if not article or at + 1 >= len(words) or words[at + 1].low not in lexicon["preposition"]:
            return None
        for mention in self._mentions:
            before = words[mention.first - 1] if mention.first else None
            if before is None or not at + 2 < mention.first <= at + _FAR or before.capital:
                continue
            if before.low.endswith(("ene", "te", "ende", "ter", "ener", "ender")) and before.low not in lexicon["say"]:
                return mention
        return None

    def apposed(self, mention: Mention) -> Mention:
        """The name instead of the noun: "the mayor, Jon Vale", "a spokesman for the mill, Jon Vale"."""
        if mention.sort is not Sort.NOUN or mention.plural:
            return mention
        for other in self._mentions:
            if other.sort is not Sort.NAME or not mention.last < other.begin <= mention.last + _FAR:
                continue
            if self._ends_genitive(mention, other):
                return other
            if self._words[other.begin - 1].text in ",–—" and not self._has_cue(mention.last, other.begin):
                return other if other.begin == mention.last + 2 or self._is_closed(other) else mention
        return mention

    def _ends_genitive(self, mention: Mention, other: Mention) -> bool:
        """Whether a name ends a German genitive: "Der Vorsitzende des Verbandes Norland Jon Vale"."""
        if self._lexicon.language != "de" or other.name is None or not given_gender(other.name.words[0].lower()):
            return False
        between = self._words[mention.last + 1 : other.begin]
        return self._lexicon["oblique_article"] >= {between[0].low} if between else False

    def _is_closed(self, mention: Mention) -> bool:
        """Whether an apposition may end after a name: the sentence goes on behind a mark or a cue."""
        after = mention.last + 1
        return after >= len(self._words) or not self._words[after].is_word or self.cue_at(after) is not None

    def owned(self, mention: Mention | None) -> Mention | None:
        """Jon Vale instead of the Courier in "the Courier's Jon Vale"."""
        while mention is not None and mention.possessor:
            mention = self.starts.get(mention.last + 1)
        return mention

    def skip(self, index: int) -> int:
        """Index after punctuation and adverbs."""
        words, adverbs = self._words, self._lexicon["adverb"]
        while index < len(words) and (words[index].text in _DASHES or words[index].low in adverbs):
            index += 1
        return index

    def cue_at(self, index: int) -> Cue | None:
        """The cue that begins at ``index``."""
        return next((cue for cue in self.cues if cue.first == index), None)

    def _has_cue(self, begin: int, stop: int) -> bool:
        return any(begin < cue.first < stop for cue in self.cues)

    def has_quote(self, begin: int, stop: int, *, longest: int = 0) -> bool:
        """Whether a quotation of more than ``longest`` code points stands in that stretch of words."""
        return any(word.quote and word.quote.end - word.quote.start > longest for word in self._words[begin:stop])


def _is_free(mention: Mention) -> bool:
    """Whether a mention can be a subject."""
    return not mention.oblique and not mention.possessor
