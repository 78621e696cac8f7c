"""Spotting who is mentioned in a sentence, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.quotes.governing import place_mention
from tui.quotes.mentions import Mention, Sort
from tui.quotes.names import Name, read_name
from tui.quotes.nouns import noun_gender, noun_kind
from tui.quotes.phrases import Phrase, read_phrase
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.vocabulary import Vocabulary
    from tui.quotes.words import Word

_PRONOUNS = (("he", "m", False), ("she", "f", False), ("they", "", True), ("it", "n", False), ("i", "i", False))


def find_mentions(words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> list[Mention]:
    """Return the mentions of one sentence, in order."""
    found: list[Mention] = []
    index = 0
    while index < len(words):
        mention = _mention_at(words, index, lexicon, vocabulary) if words[index].leads else None
        if mention is None:
            index += 1
            continue
        place_mention(mention, words, lexicon, found)
        _note_company(mention, words, lexicon, found)
        found.append(mention)
        index = mention.last + 1
    return found


def _note_company(mention: Mention, words: Sequence[Word], lexicon: Lexicon, found: list[Mention]) -> None:
    """Note what belongs to a mention behind it, and whether it stands beside the one before it."""
    if lexicon.language in {"en", "de"} and mention.last + 1 < len(words):
        mention.tailed = words[mention.last + 1].low in lexicon["describing"]
    before = found[-1] if found else None
    if before is None or mention.begin != before.last + 2 or words[before.last + 1].low not in lexicon["and"]:
        return
    if mention.name is not None and mention.name.titled and _is_bare_role(before, words, lexicon):
        found.pop()  # "Norland Mills founder and chief executive Jon Vale"
        mention.name = replace(mention.name, phrase_first=before.begin, roles=mention.name.roles | {before.head})
        mention.oblique = before.oblique
        return
    two = _are_two(before, mention, words, lexicon)
    if two or (mention.owner and mention.plural):
        before.company = f"{before.text} {words[before.last + 1].text} {mention.text}"
        before.partner = mention if two else None


def _is_bare_role(mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a mention is a role without an article, which no name follows: "Norland Mills Founder"."""
    role = noun_kind(mention.head, lexicon) == "role" and not mention.possessor
    if mention.name is not None:
        return role and len(mention.name.words) > 1 and not given_gender(mention.name.words[0].lower())
    low = words[mention.begin].low
    return role and not (low in lexicon["definite"] or low in lexicon["indefinite"] or low in lexicon["possessive"])


def _are_two(before: Mention, mention: Mention, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether two names are one subject: "Jon Vale and Ida Orme said", but not "she met Vale and Orme said"."""
    if lexicon.language != "en" or before.sort is not Sort.NAME or mention.sort is not Sort.NAME or before.oblique:
        return False
    index = before.begin - 1
    while index >= 0 and words[index].is_word and not words[index].capital and words[index].low not in lexicon["stop"]:
        if words[index].low in lexicon["say"] or words[index].low in lexicon["preposition"]:
            break
        index -= 1
    leads = index < 0 or not words[index].is_word or words[index].low in lexicon["say"]
    return leads and not before.possessor and not mention.possessor


def _mention_at(words: Sequence[Word], index: int, lexicon: Lexicon, vocabulary: Vocabulary) -> Mention | None:
    word = words[index]
    if word.low in lexicon["alone"] and _is_alone(words, index, lexicon):
        return Mention(Sort.NOUN, index, index, word.low, word.text, plural=True)
    if word.low in lexicon["part_of"] and index + 2 < len(words) and words[index + 1].low in lexicon["office_link"]:
        part = _part(words, index, lexicon, vocabulary)
        if part is not None:
            return part
    phrase = read_phrase(words, index, lexicon, vocabulary)
    if phrase is not None:
        return _from_phrase(words, phrase, lexicon, vocabulary)
    return _pronoun(word, index, lexicon)


def _is_alone(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a word that else stands before a noun is who speaks: "others said", "“…,” wrote another"."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.low in lexicon["say"]:
        return True
    ends = after is None or not after.is_word
    behind = index > 1 and words[index - 1].low in lexicon["say"] and words[index - 2].quote is not None
    return ends and behind


def _part(words: Sequence[Word], index: int, lexicon: Lexicon, vocabulary: Vocabulary) -> Mention | None:
    """Some of a group: "one of the survivors", "dozens of farmers"."""
    begin = index + 2
    if not words[begin].capital and "-" in words[begin].text and begin + 1 < len(words):
        begin += 1  # "dozens of pro-harbour farmers"
    phrase = read_phrase(words, begin, lexicon, vocabulary)
    if phrase is None or phrase.name_first >= 0 or words[phrase.last].kind != "plural":
        return None
    text = _join(words[index : phrase.last + 1])
    return Mention(Sort.NOUN, index, phrase.last, words[phrase.last].low, text, plural=words[index].low != "one")


def _pronoun(word: Word, index: int, lexicon: Lexicon) -> Mention | None:
    if word.text == "US":  # the country
        return None
    for section, gender, plural in _PRONOUNS:
        if word.low in lexicon[section]:
            return Mention(Sort.PRONOUN, index, index, word.low, word.text, gender=gender, plural=plural)
    return None


def _from_phrase(words: Sequence[Word], phrase: Phrase, lexicon: Lexicon, vocabulary: Vocabulary) -> Mention | None:
    if phrase.name_first >= 0:
        name = read_name(words, phrase, lexicon, vocabulary)
        if name is not None:
            return Mention(
                Sort.NAME, name.first, phrase.last, name.last_word, " ".join(name.words), name=name,
                modifiers=name.roles, gender=name.gender, definite=phrase.definite, owner=phrase.owner,
                possessor=words[phrase.last].possessive,
                known=not _is_doubtful(name, words, lexicon, vocabulary),
            )  # fmt: skip
    return _noun(words, phrase, lexicon)


def _noun(words: Sequence[Word], phrase: Phrase, lexicon: Lexicon) -> Mention | None:
    head = words[phrase.last].low
    kind = words[phrase.last].kind
    if not kind and not phrase.determined:
        return None
    modifiers = frozenset(word.low for word in words[phrase.first : phrase.last] if word.is_word)
    gender = noun_gender(head, lexicon) or _article_gender(words[phrase.first].low, kind, lexicon)
    return Mention(
        Sort.NOUN, phrase.first, phrase.last, head, _join(words[phrase.first : phrase.last + 1]),
        modifiers=modifiers, gender=gender, plural=kind == "plural",
        definite=phrase.definite, owner=phrase.owner, known=bool(kind), possessor=words[phrase.last].possessive,
    )  # fmt: skip


def _article_gender(low: str, kind: str, lexicon: Lexicon) -> str:
    """The gender of one person that the article tells: "der Student"; "die" may be many, and "der" a genitive."""
    return "m" if kind == "role" and low in lexicon["article_male"] else ""


def _join(words: Sequence[Word]) -> str:
    return " ".join(f"{word.text}'s" if word.possessive and word is not words[-1] else word.text for word in words)


def _is_doubtful(name: Name, words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a lone word that begins a sentence, and has its capital nowhere else, may be no name at all."""
    if len(name.words) > 1 or name.titled:
        return False
    low = name.words[0].lower()
    if lexicon.language == "de":
        return low not in vocabulary.seconds and not name.words[0].isupper()
    if low in vocabulary.surnames or vocabulary.inner[low] or vocabulary.is_given(low) or name.words[0].isupper():
        return False
    return name.first == 0 or not words[name.first - 1].is_word
