"""Appositions: the name behind a noun, the noun behind a name, and whom "who" means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.cues import Cue, cues_of
from tui.quotes.descriptions import begin_of
from tui.quotes.mentions import Mention, Sort
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

FAR = 12
"""Words over which an apposition, or what describes a noun, may run."""
_ASIDE = 3
_DASHES = frozenset({",", "–", "—", "-", "-t-"})


class Appositions:
    """One sentence's mentions and cues, and which mentions are one and the same."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._words: list[Word] = sentence.words
        self._mentions = mentions
        self._lexicon = lexicon
        self.starts = {mention.begin: mention for mention in mentions}
        self.cues = cues_of(sentence, lexicon)

    def apposed(self, mention: Mention) -> Mention:
        """The name instead of the noun: "the mayor, Jon Vale", "a spokesman for the mill, Jon Vale"."""
        if mention.sort is not Sort.NOUN or mention.plural:
            return mention
        author = self._author(mention)
        if author is not None:
            return author
        for other in self._mentions:
            if other.sort is not Sort.NAME or not mention.last < other.begin <= mention.last + FAR:
                continue
            if self._ends_genitive(mention, other):
                return other
            if self._words[other.begin - 1].text in ",–—" and not self._has_cue(mention.last, other.begin):
                return other if other.begin == mention.last + 2 or self._is_closed(other) else mention
        return mention

    def _author(self, mention: Mention) -> Mention | None:
        """Who wrote it: "a letter sent to the Courier by Jon Vale"."""
        words, lexicon = self._words, self._lexicon
        after = mention.last + 1
        if mention.head not in lexicon["statement"] or after >= len(words) or words[after].low not in lexicon["issued"]:
            return None
        stop = next((at for at in range(after, len(words)) if not words[at].is_word), len(words))
        for one in self._mentions:
            near = words[max(after, one.begin - 2) : one.begin]
            if after < one.begin < stop and any(word.low in lexicon["by"] for word in near):
                return one
        return None

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

    def described_at(self, index: int) -> Mention | None:
        """The mention that begins at ``index``, or right behind an adjective there: "tide experts Jon Vale and …"."""
        mention, following = self.starts.get(index), self.starts.get(index + 1)
        if mention is not None or following is None or following.oblique:
            return mention
        plain = begin_of(self._words, following.begin, self._lexicon) == index
        return following if plain or self._words[index].low in self._lexicon["noun_adjective"] else None

    def owned(self, mention: Mention | None) -> Mention | None:
        """Jon Vale instead of the Courier in "the Courier's Jon Vale" and "the Courier's herald, Jon Vale"."""
        while mention is not None and mention.possessor:
            begin = mention.last + 1
            mention = self.starts.get(begin)
            if mention is None and begin + 2 < len(self._words) and self._words[begin + 1].text == ",":
                mention = self.starts.get(begin + 2)
        return mention

    def _explained(self, mention: Mention) -> Mention:
        """The name that a noun right behind it explains: "Jon Vale, a miller …"."""
        comma = mention.begin - 1
        joined = next((one for one in self._mentions if one.company and one.last == mention.begin - 2), None)
        if joined is not None:
            return joined
        author = self._author(mention)
        if author is not None:
            return author
        if mention.sort is Sort.NOUN and mention.head in self._lexicon["statement"] and self._words[comma].possessive:
            return next((one for one in self._mentions if one.last == comma), mention)  # "Vale's letter said": Vale
        if mention.sort is not Sort.NOUN or mention.definite or comma < 1 or self._words[comma].text != ",":
            return mention
        before = next((one for one in self._mentions if one.last == comma - 1), None)
        return before if before is not None and before.sort is Sort.NAME and is_free(before) else mention

    def _antecedent(self, index: int) -> Mention | None:
        """Whom "who" at ``index`` means; the name before an apposition: "Jon Vale, a miller who said"."""
        for mention in reversed(self._mentions):
            if mention.last >= index:
                continue
            if mention.last < index - _ASIDE and (mention.last < index - FAR or mention.sort is not Sort.NAME):
                return None
            before = next((one for one in self._mentions if one.last == mention.begin - 2), None)
            comma = mention.begin >= 2 and self._words[mention.begin - 1].text == ","
            named = comma and before is not None and before.sort is Sort.NAME and mention.sort is Sort.NOUN
            return before if named else mention
        return None

    def _behind_participle(self, at: int) -> Mention | None:
        """Vale in "die in Norland geborene Vale": the article's noun stands behind what describes it."""
        lexicon, words = self._lexicon, self._words
        article = words[at].low in lexicon["definite"] or words[at].low in lexicon["indefinite"]
        if not article or at + 1 >= len(words) or words[at + 1].low not in lexicon["preposition"]:
            return None
        for mention in self._mentions:
            before = words[mention.first - 1] if mention.first else None
            if before is None or not at + 2 < mention.first <= at + FAR or before.capital:
                continue
            if before.low.endswith(("ene", "te", "ende", "ter", "ener", "ender")) and before.low not in lexicon["say"]:
                return mention
        return None

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
        return any(begin < cue.first < stop and not cue.weak for cue in self.cues)

    def has_quote(self, begin: int, stop: int, *, longest: int = 0) -> bool:
        """Whether a quotation of more than ``longest`` code points stands in that stretch of words."""
        return any(word.quote and word.quote.end - word.quote.start > longest for word in self._words[begin:stop])


def is_free(mention: Mention) -> bool:
    """Whether a mention can be a subject."""
    return not mention.oblique and not mention.possessor
