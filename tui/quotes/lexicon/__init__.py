"""The words that a language brings: one text file a language, which a native speaker can mend.

A file holds sections (``[say]``) of words apart by blanks; a phrase joins its
words by ``_``; ``#`` begins a comment. A missing section is an empty one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tui.quotes.lexicon.endings import Endings, read_endings

FOLDER = Path(__file__).parent
LANGUAGES = frozenset(path.stem for path in FOLDER.glob("??.txt"))
"""Languages that have a file; others are read as English."""
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words by section."""

    language: str
    """Primary subtag: "en", "de"."""
    sections: dict[str, frozenset[str]]
    """Section name to its words."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """First word of a phrase of saying to the whole phrases, longest first."""
    endings: Endings
    """What a word's ending tells."""
    nouns: dict[str, str]
    """Noun for persons or groups to what it is: "role", "plural" or "group"."""

    signs: str = ""
    """"zh" or "ja" where words cannot be told apart by blanks; the rest is English then."""

    @property
    def plural_s(self) -> bool:
        """Whether nouns add an "s" for more than one."""
        return self.language in {"en", "fr", "es", "pt"}

    def __getitem__(self, section: str) -> frozenset[str]:
        return self.sections.get(section, _NONE)


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the words of ``language``, a primary subtag; of English when there is no file for it."""
    if language in {"zh", "ja"}:
        return replace(load_lexicon("en"), signs=language)
    if language not in LANGUAGES:
        language = "en"
    sections = read_sections(language)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for section in ("say", "according"):
        for entry in sections.get(section, _NONE):
            if "_" in entry:
                words = tuple(entry.split("_"))
                phrases.setdefault(words[0], []).append(words)
    ordered = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
    return Lexicon(language, sections, ordered, read_endings(sections), _nouns(sections))


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
