"""Who is mentioned in a sentence: names, pronouns, and nouns for persons and groups."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.quotes.names import Name, read_name
from tui.quotes.nouns import noun_gender, noun_kind
from tui.quotes.phrases import Phrase, read_phrase

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.people import Entity
    from tui.quotes.vocabulary import Vocabulary
    from tui.quotes.words import Word


_APPOSITION = 24


class Sort(Enum):
    """How somebody is mentioned."""

    NAME = auto()
    PRONOUN = auto()
    NOUN = auto()


class Mention(Struct):
    """Somebody, or something that may speak, at its place in a sentence."""

    sort: Sort
    """How."""
    first: int
    """Index of its first word in the sentence."""
    last: int
    """Index of its last word."""
    head: str
    """The noun or the pronoun, lower case; a name's last word."""
    text: str
    """As written, without what belongs to it before a name."""
    name: Name | None = None
    """For a name."""
    modifiers: frozenset[str] = frozenset()
    """The other words of a noun phrase, lower case."""
    gender: str = ""
    """"m", "f", or "" when the words do not tell."""
    plural: bool = False
    """Whether it is more than one."""
    definite: bool = False
    """Whether it points back: "the minister", "this man"."""
    owner: str = ""
    """The possessive pronoun before a noun: "her" of "her lawyer"."""
    oblique: bool = False
    """Whether a preposition stands before it."""
    possessor: bool = False
    """Whether 's follows: Trump's."""
    known: bool = True
    """Whether the head is a word for persons or groups; if not, it speaks only right beside a cue."""
    tailed: bool = False
    """Whether more tells who it is, so that it points to nobody before: "the mayor of Vale"."""
    company: str = ""
    """The whole of "Vale and her colleagues"."""
    entity: Entity | None = None
    """Who it is, once resolved."""

    @property
    def begin(self) -> int:
        """Index of the first word of the whole phrase, titles and roles before a name included."""
        return self.name.phrase_first if self.name else self.first


def find_mentions(words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary) -> list[Mention]:
    """Return the mentions of one sentence, in order."""
    found: list[Mention] = []
    index = 0
    while index < len(words):
        mention = _mention_at(words, index, lexicon, vocabulary)
        if mention is None:
            index += 1
            continue
        _place(mention, words, lexicon, found)
        _note_company(mention, words, lexicon, found)
        found.append(mention)
        index = mention.last + 1
    return found


def _note_company(mention: Mention, words: Sequence[Word], lexicon: Lexicon, found: Sequence[Mention]) -> None:
    """Note what belongs to a mention behind it, and whether it stands beside the one before it."""
    if lexicon.language in {"en", "de"} and mention.last + 1 < len(words):
        mention.tailed = words[mention.last + 1].low in lexicon["describing"]
    before = found[-1] if found else None
    if before is None or not mention.owner or not mention.plural or mention.begin != before.last + 2:
        return
    if words[before.last + 1].low in lexicon["and"]:
        before.company = f"{before.text} {words[before.last + 1].text} {mention.text}"


def _mention_at(words: Sequence[Word], index: int, lexicon: Lexicon, vocabulary: Vocabulary) -> Mention | None:
    word = words[index]
    if word.quote or not word.text[0].isalnum():
        return None
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
    if phrase is None or phrase.name_first >= 0 or noun_kind(words[phrase.last].low, lexicon) != "plural":
        return None
    text = _join(words[index : phrase.last + 1])
    return Mention(Sort.NOUN, index, phrase.last, words[phrase.last].low, text, plural=words[index].low != "one")


_PRONOUNS = (("he", "m", False), ("she", "f", False), ("they", "", True), ("it", "n", False), ("i", "i", False))


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
    kind = noun_kind(head, lexicon)
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


def _place(mention: Mention, words: Sequence[Word], lexicon: Lexicon, before: Sequence[Mention]) -> None:
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
    return low in lexicon["genitive_article"] and bool(before) and before[-1].last == mention.begin - 1


def _has_verb_behind(index: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands at ``index``, or behind an apposition within commas that begins there."""
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
