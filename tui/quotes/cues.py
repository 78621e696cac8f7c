"""Cues: the verbs and phrases of saying in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.words import Word

# nouns in -s that stand behind an adjective: "his scathing remarks"
_PLURALS = frozenset({"remarks", "comments", "claims", "posts", "tweets", "reports", "notes", "talks"})
_ADJECTIVES = ("ing", "ed", "ous", "al", "ive", "ful", "ic", "ent", "ant", "ble", "ary", "ish", "er", "ier")
_REACH = 16
_CLAUSE_ENDS = frozenset(":;.!?")
_PLAIN = frozenset({"said", "says", "told", "tells", "added", "adds", "wrote", "writes"})


class Cue(Struct, frozen=True, gc=False):
    """A word or phrase of saying at its place in a sentence."""

    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    word: str
    """Its first word, lower case."""
    weak: bool
    """Whether it often means something else: "called", "found"."""
    participle: bool
    """Whether it needs the subject of another verb: "saying"."""
    according: bool = False
    """Whether the speaker follows: "according to"."""


def cues_of(sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of a sentence, found once."""
    if sentence.cues is None:
        sentence.cues = find_cues(sentence.words, lexicon)
    return sentence.cues


def find_cues(words: Sequence[Word], lexicon: Lexicon) -> list[Cue]:
    """Return the cues of one sentence, in order."""
    say = lexicon["say"]
    found: list[Cue] = []
    for index, word in enumerate(words):
        if not word.cue:
            continue
        if word.low in lexicon.phrases:
            cue = _phrase_at(words, index, lexicon)
            if cue is not None:
                found.append(cue)
                continue
        verb = word.low in say and not (word.capital and index) and not _is_passive(words, index, lexicon)
        if verb and not _is_noun(words, index, lexicon):
            found.append(_verb(words, index, lexicon))
        elif word.low in lexicon["according"] or (word.low in lexicon["tag"] and _is_tag(words, index, lexicon)):
            found.append(Cue(index, index, word.low, weak=False, participle=False, according=True))
    return _without_nouns(found) if lexicon.language == "en" else found


def _without_nouns(found: list[Cue]) -> list[Cue]:
    """Drop "states", "reports", "calls" where a plain verb of saying stands in the same sentence."""
    if not any(cue.word in _PLAIN for cue in found):
        return found
    return [cue for cue in found if cue.word in _PLAIN or cue.word[-1] != "s" or cue.according]


def _is_tag(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a small word like "so" leads in the speaker: "…, so Vale weiter: …"."""
    if not index or words[index - 1].text not in {",", "“"}:
        return False
    return index + 1 < len(words) and (words[index + 1].capital or words[index + 1].low in lexicon["definite"])


def _verb(words: Sequence[Word], index: int, lexicon: Lexicon) -> Cue:
    low = words[index].low
    before = words[index - 1].low if index else ""
    participle = (lexicon.language == "en" and low.endswith("ing")) or before in lexicon["infinitive"] or index == 0
    participle = participle or low in lexicon["participle"]
    weak = low in lexicon["weak"] and not _is_completed(words, index, lexicon)
    return Cue(index, index, low, weak=weak, participle=participle)


def _is_completed(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the second part of a verb in two makes it one of saying: "warf dem Rat vor"."""
    if not lexicon["separable"]:
        return False
    for word in words[index + 1 : index + _REACH]:
        if word.quote or word.text in _CLAUSE_ENDS:
            return False
        if f"{words[index].low}_{word.low}" in lexicon["separable"]:
            return True
    return False


def _phrase_at(words: Sequence[Word], index: int, lexicon: Lexicon) -> Cue | None:
    for phrase in lexicon.phrases[words[index].low]:
        last = index + len(phrase) - 1
        if last < len(words) and tuple(word.low for word in words[index : last + 1]) == phrase:
            according = "_".join(phrase) in lexicon["according"]
            participle = phrase[0].endswith("ing") and lexicon.language == "en"
            return Cue(index, last, phrase[0], weak=False, participle=participle, according=according)
    return None


def _has_plural_subject(before: Word, lexicon: Lexicon) -> bool:
    """Whether a verb without an ending may follow: "they state", "officials report", "to claim"."""
    low = before.low
    if low in lexicon["they"] or low in lexicon["i"] or low in lexicon["infinitive"] or low in {"you", "and"}:
        return True
    return low in lexicon["auxiliary"] or low in lexicon["plural"] or low in lexicon["adverb"] or low in lexicon["who"]


def _is_passive(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the subject of a doubtful verb is what is found or called, nobody who speaks: "it can be found"."""
    before = words[index - 1].low if index else ""
    return words[index].low in lexicon["weak"] and before in lexicon["passive"] and not words[index].low.endswith("ing")


def _is_determiner(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon["definite"] or low in lexicon["indefinite"] or low in lexicon["possessive"]


def _is_noun(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a word that can be a verb of saying is a noun here: "the report", "his comments"."""
    if lexicon.language != "en" or not index:
        return False
    low = words[index].low
    before = words[index - 1]
    people = before.capital and before.low[-1:] == "s" and index > 1 and words[index - 2].low == "the"
    if low in lexicon["noun_too"] and not people and not _has_plural_subject(before, lexicon):
        # "The Courier reports:" before what it reports
        return not (before.capital and index + 1 < len(words) and words[index + 1].text == ":")
    if low.endswith(("ed", "ing")) or low in {"said", "told", "wrote", "says", "tells"}:
        return before.low in lexicon["indefinite"] and low.endswith("ing")
    if before.low == "that" or before.low in lexicon["he"] | lexicon["she"] - {"her"} | lexicon["they"]:
        return False
    described = low in _PLURALS and index > 1 and not before.capital and before.low.endswith(_ADJECTIVES)
    leading = words[index - 2] if described else before
    if leading.possessive or _is_determiner(leading.low, lexicon):
        return True
    return before.low in lexicon["preposition"] and before.low not in lexicon["infinitive"]
