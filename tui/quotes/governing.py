"""What governs a mention: a preposition, a genitive, a noun it describes; then it is no subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.quotes.mentions import Mention, Sort

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.words import Word

_APPOSITION = 24


def place_mention(mention: Mention, words: Sequence[Word], lexicon: Lexicon, before: Sequence[Mention]) -> None:
    """Note whether a preposition or a genitive governs the mention, also through "X and Y"."""
    index = _before_modifiers(_phrase_start(mention, words, lexicon) - 1, words, lexicon)
    if index >= 0 and words[index].low in lexicon["and"] and before and before[-1].last == index - 1:
        mention.oblique = before[-1].oblique
        return
    bracket = index >= 0 and words[index].text in "(["
    governed = bracket or (index >= 0 and words[index].low in lexicon["preposition"])
    if governed and index + 1 < len(words) and words[index + 1].text[:1].isdigit():
        governed = words[index].low not in lexicon["quantifier"]  # "about 200 millers"
    clause = governed and (bracket or words[index].low in lexicon["conjunction"])
    if clause and mention.last + 1 < len(words):
        governed = not _has_verb_behind(mention.last + 1, words, lexicon)  # "as Vale put it"
    belongs = _is_genitive(mention, words, lexicon, before) or _is_relative(mention, lexicon, before)
    region = mention.head in lexicon["region"] and index >= 1 and words[index].text == "," and words[index - 1].capital
    mention.oblique = governed or belongs or region or _is_apposed(mention, words, before)
    if mention.possessor and mention.last + 1 < len(words) and words[mention.last + 1].low in lexicon["statement"]:
        mention.possessor = False  # "Vale's letter said": Vale


def _is_relative(mention: Mention, lexicon: Lexicon, before: Sequence[Mention]) -> bool:
    """Whether a pronoun right behind a noun is the subject of what describes it: "the miller I met"."""
    if lexicon.language != "en" or mention.sort is not Sort.PRONOUN or not before:
        return False
    noun = before[-1].sort is Sort.NOUN and not before[-1].possessor
    return noun and before[-1].last == mention.first - 1 and mention.head not in lexicon["object"]


def _is_genitive(mention: Mention, words: Sequence[Word], lexicon: Lexicon, before: Sequence[Mention]) -> bool:
    """Whether a phrase right after a noun belongs to it: "die Sprecherin der Fraktion"."""
    low = words[mention.begin].low
    if low in lexicon["oblique_article"]:
        return True
    noun = before[-1] if before and before[-1].last == mention.begin - 1 else None
    if noun is not None and noun.oblique and noun.sort is Sort.NOUN and mention.name is not None:
        return words[noun.last].low in lexicon["institution"]  # "von der Universität Norland"
    return low in lexicon["genitive_article"] and bool(before) and before[-1].last == mention.begin - 1


def _has_verb_behind(index: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands at ``index``, or behind an apposition within commas that begins there."""
    if words[index].low in lexicon["describing"]:  # "as Vale of the Courier put it"
        stop = next((at for at in range(index, len(words)) if not words[at].is_word), len(words))
        return any(_is_verb_at(at, words, lexicon) for at in range(index + 2, min(stop, index + _APPOSITION)))
    if words[index].text != ",":
        return _is_verb_at(index, words, lexicon)
    return any(
        words[at].text == "," and _is_verb_at(at + 1, words, lexicon)
        for at in range(index + 1, min(len(words) - 1, index + _APPOSITION))
    )


def _is_verb_at(index: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    while index < len(words) - 1 and words[index].low in lexicon["adverb"]:
        index += 1
    return words[index].low in lexicon["say"] or words[index].low in lexicon.phrases


def _is_apposed(mention: Mention, words: Sequence[Word], before: Sequence[Mention]) -> bool:
    """Whether a noun within commas explains somebody who is no subject: "to Vale, the harbour master, …"."""
    comma = mention.begin - 1
    if mention.sort is not Sort.NOUN or comma < 0 or words[comma].text != "," or not before:
        return False
    closed = mention.last + 1 < len(words) and words[mention.last + 1].text == ","
    return closed and before[-1].last == comma - 1 and before[-1].oblique


def _before_modifiers(index: int, words: Sequence[Word], lexicon: Lexicon) -> int:
    """Index before one adjective that a preposition stands before: "in downtown Vale"."""
    if lexicon.language == "de" or index < 1:
        return index
    low = words[index].low
    if words[index].text[0].isdigit():
        return index - 1
    if not words[index].is_word or words[index].capital or low in lexicon["stop"] or low in lexicon["say"]:
        return index
    return index - 1 if words[index - 1].low in lexicon["preposition"] else index


def _phrase_start(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> int:
    """Index of the first word of the whole phrase, roles and article before a name included."""
    index = mention.name.phrase_first if mention.name else mention.first
    while index and words[index - 1].possessive:
        index -= 1
        while index and words[index - 1].capital and words[index - 1].low not in lexicon["preposition"]:
            index -= 1
    return index
