"""What a copy came to, what was copied before, and what the doctor found."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Copied(Struct, frozen=True):
    """Where a copy went, and how much of that is known."""

    road: str
    """The tool's name ("xclip"), ``tmux``, ``osc52`` or ``file``."""
    confirmed: bool
    """Whether the clipboard was read back and held the same text. Never true for a terminal."""
    characters: int
    """How many code points went; fewer than asked for when it was cut, which ``sentence`` tells."""
    sentence: str
    """The notice for the person. It claims no more than is known."""


class Clip(Struct, frozen=True):
    """One of the last copies."""

    text: str
    """As it was copied."""
    at: datetime
    """When: aware UTC."""


class Health(StrEnum):
    """How a road to the clipboard is."""

    WORKS = "works"
    """Tried, and what was written came back."""
    FAILS = "fails"
    """It is there, and does not work."""
    ABSENT = "absent"
    """It is not there."""
    UNKNOWN = "unknown"
    """It may work; nothing answers that could tell."""


class Finding(Struct, frozen=True):
    """What the doctor has to say of one road."""

    road: str
    """As in ``Copied.road``."""
    health: Health
    """What the trial came to."""
    sentence: str
    """What was found."""
    remedy: str = ""
    """What the person can do about it; empty when nothing need be done."""
