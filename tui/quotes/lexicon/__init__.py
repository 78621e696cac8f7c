"""The words that a language brings: one text file a language, which a native speaker can mend.

A file holds sections (``[say]``) of words apart by blanks; a phrase joins its
words by ``_``; ``#`` begins a comment. A missing section is an empty one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tui.quotes.lexicon.endings import Endings, read_endings

FOLDER = Path(__file__).parent
LANGUAGES = frozenset(path.stem for path in FOLDER.glob("??.txt"))
"""Languages that have a file; others are read as English."""
_NONE: frozenset[str] = frozenset()


class Lexicon(dict[str, frozenset[str]]):
    """One language's words by section; a missing section is an empty one.

    A dictionary itself, for it is asked for every word of a text.
    """

    __slots__ = ("asides", "endings", "language", "nouns", "phrases", "plural_s", "signs", "titles")

    def __init__(self, language: str, sections: dict[str, frozenset[str]], *, signs: str = "") -> None:
        super().__init__(sections)
        self.language = language
        """Primary subtag: "en", "de"."""
        self.signs = signs
        """"zh" or "ja" where words cannot be told apart by blanks; the rest is English then."""
        self.phrases = _phrases(sections)
        """First word of a phrase of saying to the whole phrases, longest first."""
        self.endings: Endings = read_endings(sections)
        """What a word's ending tells."""
        self.nouns = _nouns(sections)
        """Noun for persons or groups to what it is: "role", "plural" or "group"."""
        self.titles = _titles(sections)
        """Short title to the words it stands for: "sen" to "senator"."""
        self.asides = tuple(phrase.replace("_", " ") for phrase in sorted(self["aside"]))
        """How paragraphs begin that are none of the story."""
        self.plural_s = language in {"en", "fr", "es", "pt"}
        """Whether nouns add an "s" for more than one."""

    def spelt_out(self, words: Iterable[str]) -> set[str]:
        """Return what the short titles among ``words`` stand for: "senator" for "sen"."""
        return {long for word in words for long in self.titles.get(word, ())}

    def __missing__(self, section: str) -> frozenset[str]:
        return _NONE


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the words of ``language``, a primary subtag; of English when there is no file for it."""
    signs = language if language in {"zh", "ja"} else ""
    if language not in LANGUAGES:
        language = "en"
    return Lexicon(language, read_sections(language), signs=signs)


def _phrases(sections: dict[str, frozenset[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for section in ("say", "according"):
        for entry in sections.get(section, _NONE):
            if "_" in entry:
                words = tuple(entry.split("_"))
                phrases.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}


def _titles(sections: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Read "rep=representative=congressman"."""
    parts = [entry.split("=") for entry in sections.get("short_title", _NONE)]
    return {short: tuple(long) for short, *long in parts}


def _nouns(sections: dict[str, frozenset[str]]) -> dict[str, str]:
    nouns: dict[str, str] = {}
    for section in ("role_female", "title", "group", "plural", "role"):
        kind = section if section in {"group", "plural"} else "role"
        nouns.update(dict.fromkeys(sections.get(section, _NONE), kind))
    return nouns


@cache
def read_sections(name: str) -> dict[str, frozenset[str]]:
    """Return the sections of one file in this folder."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        words = line.partition("#")[0]
        if words.startswith("["):
            current = sections.setdefault(words.strip(" []"), set())
        else:
            current.update(words.split())
    return {section: frozenset(found) for section, found in sections.items()}
