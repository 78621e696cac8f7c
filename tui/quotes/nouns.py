"""Nouns for persons and groups, by list and by ending."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.quotes.lexicon import load_lexicon

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon


def is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word``, lower case, stands for a person or a group."""
    return bool(noun_kind(word, lexicon))


def noun_kind(word: str, lexicon: Lexicon) -> str:
    """What a noun is: "role", "plural", "group", or "" for anything else."""
    return lexicon.nouns.get(word) or _kind_by_ending(word, lexicon.language)


@lru_cache(maxsize=8192)
def _kind_by_ending(word: str, language: str) -> str:
    lexicon = load_lexicon(language)
    endings = lexicon.endings
    if lexicon.plural_s and word[-1:] == "s" and lexicon.nouns.get(word[:-1]) in {"role", "group"}:
        return "plural"
    if word.startswith("co-"):
        return noun_kind(word[3:], lexicon)
    if word[:1].isdigit() and word.endswith(endings.age):
        return "role"
    if endings.role and word.endswith(endings.role):
        return "role"
    if endings.role_female and word.endswith(endings.role_female):
        return "role"
    return "group" if endings.group and word.endswith(endings.group) else ""


def noun_gender(word: str, lexicon: Lexicon) -> str:
    """The gender that a noun tells, or ""."""
    if word in lexicon["role_female"] or word in lexicon["title_female"]:
        return "f"
    if word in lexicon["role_male"] or word in lexicon["title_male"]:
        return "m"
    return "f" if lexicon.endings.role_female and word.endswith(lexicon.endings.role_female) else ""
