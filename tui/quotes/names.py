"""Names: the titles, roles and adjectives before one, and the name itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.quotes.nouns import is_noun, noun_gender, noun_kind
from tui.quotes.vocabulary import given_gender

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.phrases import Phrase
    from tui.quotes.vocabulary import Vocabulary
    from tui.quotes.words import Word

_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Name(Struct, frozen=True, gc=False):
    """A name as it stands in a sentence."""

    words: tuple[str, ...]
    """Without titles and roles."""
    first: int
    """Index of its first word in the sentence."""
    last: int
    """Index of its last word."""
    phrase_first: int
    """Index of the first word of the whole phrase, titles, roles and article included."""
    roles: frozenset[str]
    """Titles, roles and adjectives before it, lower case."""
    gender: str
    """What title or role tell: "m", "f" or ""."""
    titled: bool
    """Whether a person's title or role stands before it."""
    shown: str = ""
    """As it is shown, with the full stops of its initials."""

    @property
    def last_word(self) -> str:
        """The last name, or the last word of an organisation, lower case."""
        words = self.words
        if len(words) > 1 and words[-1].lower() in _GENERATION:
            words = words[:-1]
        return words[-1].lower() if words else ""


def read_name(words: Sequence[Word], phrase: Phrase, lexicon: Lexicon, vocabulary: Vocabulary) -> Name | None:
    """Return the name at the end of a phrase, or None when only titles stand there: "the President"."""
    first, last = phrase.name_first, phrase.last
    start = _after_titles(words, first, last, lexicon)
    if start > last and _is_surname(words, phrase, lexicon, vocabulary):
        start = last
    if lexicon.language == "de":
        start = max(start, _after_nouns(words, first, last, lexicon, vocabulary))
    else:
        start = max(start, _after_roles(words, start, last, lexicon, vocabulary))
    if lexicon.language == "de" and _is_counted(words, start, vocabulary):
        return None
    if start > last or (lexicon.language == "de" and _is_common(words, phrase, start, lexicon, vocabulary)):
        return None
    start = _after_adjectives(words, start, last, lexicon)
    before = [word for word in words[phrase.first : start] if word.is_word]
    roles = frozenset(word.low for word in before)
    titled = any(_is_personal(word.low, lexicon) for word in before)
    gender = next((found for word in reversed(before) if (found := noun_gender(word.low, lexicon))), "")
    spoken = tuple(word.text for word in words[start : last + 1] if word.quote is None)
    if lexicon.language == "en" and start == last == phrase.first and _is_many(words, start, lexicon, vocabulary):
        return None
    if not spoken or _is_no_name(spoken, lexicon, vocabulary):
        return None
    return Name(spoken, start, last, phrase.first, roles, gender, titled, _show(words, start, last))


def _show(words: Sequence[Word], start: int, last: int) -> str:
    """The name as written; a full stop parts an initial from the next word by two code points: "Jon B. Vale"."""
    shown = [
        f"{word.text}."
        if index < last and len(word.text) == 1 and words[index + 1].start == word.end + 2
        else word.text
        for index, word in enumerate(words[start : last + 1], start)
        if word.quote is None
    ]
    return " ".join(shown)


def _is_surname(words: Sequence[Word], phrase: Phrase, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a lone title is somebody's last name: "King", where the text has a Jon Ward King."""
    low = words[phrase.last].low
    titles = lexicon["title_male"] | lexicon["title_female"]
    return not phrase.determined and phrase.first == phrase.last and low in titles and low in vocabulary.seconds


def _is_common(words: Sequence[Word], phrase: Phrase, start: int, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a lone word, where nouns have capitals, is a noun: after an article, or known as one."""
    low = words[start].low
    if start != phrase.last or low in vocabulary.surnames or words[start].text.isupper():
        return False
    if is_noun(low, lexicon) or (phrase.determined and start == phrase.name_first):
        return True
    return low in vocabulary.articled and start == phrase.name_first


def _is_counted(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a number stands before a noun with its capital: "18 Monate Haft", "9.30 Uhr Ortszeit"."""
    return start > 0 and words[start - 1].text[0].isdigit() and not vocabulary.is_given(words[start].low)


def _is_many(words: Sequence[Word], at: int, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a word that begins a sentence is a noun for several: "Attorneys for the mill"."""
    low = words[at].low
    inner = vocabulary.inner[low] or low in vocabulary.surnames
    initial = at == 0 or not words[at - 1].is_word
    return initial and not inner and noun_kind(low, lexicon) == "plural"


def _is_no_name(spoken: tuple[str, ...], lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a lone word is a weekday or an adjective of origin."""
    low = spoken[0].lower()
    if len(spoken) == 1 and low[1:2] in {"-", "‑"} and lexicon.language == "en":  # a party and its state: R-Ohio
        return True
    if len(spoken) > 1 or low in vocabulary.surnames or (low in lexicon["surname_too"] and low in vocabulary.seconds):
        return False
    return (low in lexicon["month_day"] or low in lexicon["people_adjective"]) and len(low) > 3


def _is_personal(low: str, lexicon: Lexicon) -> bool:
    if low in lexicon["title"] or low in lexicon["title_male"] or low in lexicon["title_female"]:
        return True
    return noun_kind(low, lexicon) == "role"


def _after_titles(words: Sequence[Word], first: int, last: int, lexicon: Lexicon) -> int:
    """Index after the last title; past ``last`` when nothing but titles stands there."""
    start = first
    for index in range(first, last + 1):
        low = words[index].low
        if index < start:
            continue
        if low not in lexicon["title"] and low not in lexicon["title_male"] and low not in lexicon["title_female"]:
            continue
        if index < last and words[index + 1].low in lexicon["office_link"]:
            start = _after_office(words, index + 2, last, lexicon)
            continue
        if index < last and _is_organisation_tail(words, index + 1, last, lexicon):
            continue
        if index > start and given_gender(words[start].low):  # Jon King Vale
            continue
        if index == last and index > start and not _only_titles(words, first, index, lexicon):
            continue
        start = index + 1
    return start


def _after_roles(words: Sequence[Word], start: int, last: int, lexicon: Lexicon, vocabulary: Vocabulary) -> int:
    """Index of a name behind roles that no list has as titles: "Lead Designer Jon Vale", "Doctor Vale"."""
    for index in range(start + 1, last + 1):
        role = words[index - 1].low
        if noun_kind(role, lexicon) not in {"role", "plural"} or given_gender(role):
            continue
        if index < last and given_gender(words[index].low):
            return index
        first = index == start + 1 and words[last].low not in lexicon["org_word"]
        if first and (index < last or words[last].low in vocabulary.surnames):
            return index
    return start


def _after_office(words: Sequence[Word], index: int, last: int, lexicon: Lexicon) -> int:
    """Index after "of State", "of the House", as in "Secretary of State Jon Vale"."""
    while index < last and words[index].low in lexicon["definite"]:
        index += 1
    return index + 1


def _is_organisation_tail(words: Sequence[Word], start: int, last: int, lexicon: Lexicon) -> bool:
    """General Motors, Judge Rotenberg Center: the title is part of an organisation's name."""
    return words[last].low in lexicon["org_word"] or words[start].low in lexicon["org_link"] or words[start].text == "&"


def _only_titles(words: Sequence[Word], first: int, index: int, lexicon: Lexicon) -> bool:
    """Whether what stands before a closing title is a title, too, or an adjective: "Prime Minister"."""
    tests = lexicon["title"] | lexicon["people_adjective"] | lexicon["title_part"]
    return all(word.low in tests for word in words[first:index])


def _after_adjectives(words: Sequence[Word], start: int, last: int, lexicon: Lexicon) -> int:
    while start + 1 <= last - 1 and (
        words[start].low in lexicon["people_adjective"] or _is_day(words[start].low, lexicon)
    ):
        if words[last].low in lexicon["org_word"]:
            break
        start += 1
    if start + 1 == last and _is_day(words[start].low, lexicon):
        start += 1
    return start


def _is_day(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is a day or a month, and no given name: Jan, April, August."""
    return low in lexicon["month_day"] and not given_gender(low)


def _after_nouns(words: Sequence[Word], first: int, last: int, lexicon: Lexicon, vocabulary: Vocabulary) -> int:
    """Where nouns have capitals, index after those that stand before a name: "Trainer Jon Vale"."""
    start = first
    for index in range(first, last):
        low = words[index].low
        if vocabulary.is_given(low):
            return index
        if is_noun(low, lexicon) or low in vocabulary.articled or (low.endswith(("-", "er")) and index == first):
            start = index + 1
    if start == first and last - first >= 2 and not any(_is_particle(word, lexicon) for word in words[first:last]):
        return last - 1
    return start


def _is_particle(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon["particle"] or not word.is_word
