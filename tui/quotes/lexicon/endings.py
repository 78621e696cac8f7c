"""What the ending of a word tells, where a language builds words (German: -minister, -sprecherin)."""

from __future__ import annotations

from msgspec import Struct


class Endings(Struct, frozen=True):
    """Endings by what they make of a word."""

    role: tuple[str, ...]
    """A person by office or trade."""
    role_female: tuple[str, ...]
    """A woman by office or trade."""
    group: tuple[str, ...]
    """A group, an office, a company."""
    age: tuple[str, ...]
    """What makes a number a person: 49-year-old, 49-Jährige."""


def read_endings(sections: dict[str, frozenset[str]]) -> Endings:
    """Return the endings that the sections ``*_ending`` hold."""
    return Endings(
        role=tuple(sorted(sections.get("role_ending", ()))),
        role_female=tuple(sorted(sections.get("role_female_ending", ()))),
        group=tuple(sorted(sections.get("group_ending", ()))),
        age=tuple(sorted(sections.get("age_ending", ()))),
    )
