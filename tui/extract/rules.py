"""What a rule is: a name that ``--explain`` shows, and the reason it exists.

The rules stand in tables in ``boxes``, ``lines`` and ``ends``;
``docs/extraction.md`` tells what each is worth.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tui.extract.outline import Line, Outline, Zone


class Clues(Struct, frozen=True):
    """What is known of a page's article before its body is."""

    title: str = ""
    """The headline."""
    summaries: tuple[str, ...] = ()
    """What the page says the article is about: descriptions, in any form."""
    url: str = ""
    """Where the page was fetched from."""
    told: str = ""
    """Letters and digits of the body that the page tells machines (schema.org ``articleBody``)."""


class Case(Struct, frozen=True):
    """One page on trial."""

    outline: Outline
    clues: Clues
    prose: int
    """Letters of prose outside of what is surely furniture by its name."""


class BoxRule(Struct, frozen=True):
    """A sign that a box, and all in it, is no part of the story."""

    name: str
    holds: Callable[[Zone, Case], bool]
    reason: str


class LineRule(Struct, frozen=True):
    """A sign that a line is no part of the story that it stands in."""

    name: str
    holds: Callable[[Line, Case], bool]
    reason: str


class Decision(Struct, frozen=True):
    """Why something was chosen, dropped or told."""

    action: str
    """``chosen``, ``dropped`` or ``told``."""
    rule: str
    """Name of the rule, as in ``docs/extraction.md``."""
    text: str
    """The line, or what is told of the page."""
