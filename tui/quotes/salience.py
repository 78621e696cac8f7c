"""Salience: who was met when and how, and whom a word that points back means most likely."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.quotes.people import Being

if TYPE_CHECKING:
    from tui.quotes.people import Entity

FADE = 14
"""A salience below minus this is none."""
_AGREES = 1.5
# a given name only hints; whom a title or a role tells is left out before
_DISAGREES = -3.5
# sentences after which it no longer counts who spoke
_EARSHOT = 8
_MEMORY = 40
_NEVER = -1000


class Trace(Struct, gc=False):
    """When an entity was last met."""

    mentioned: int = _NEVER
    """The sentence that mentioned it last."""
    subject: int = _NEVER
    """The sentence that was about it last."""
    spoke: int = _NEVER
    """The sentence in which it spoke last."""
    times: int = 0
    """How often it was mentioned."""
    oblique: bool = False
    """Whether a preposition stood before it the last time."""


class Memory:
    """Who was met, sentence after sentence."""

    def __init__(self) -> None:
        self.at = 0
        """The present sentence."""
        self._traces: dict[int, Trace] = {}
        self._recent: dict[int, Entity] = {}

    @property
    def recent(self) -> Iterable[Entity]:
        """Those who were met not long ago."""
        return self._recent.values()

    def begin(self, at: int) -> None:
        """Go on to sentence ``at``; forget those who were met longest ago."""
        self.at = at
        if len(self._recent) <= _MEMORY:
            return
        ranked = sorted(self._recent.values(), key=lambda entity: self._traces[id(entity)].mentioned)
        for entity in ranked[: _MEMORY // 2]:
            del self._recent[id(entity)]
            if entity.nameless:  # nobody else holds it: another may get its id
                del self._traces[id(entity)]

    def trace(self, entity: Entity) -> Trace:
        """When somebody was last met; from now on he counts as met."""
        self._recent.setdefault(id(entity), entity)
        return self._traces.setdefault(id(entity), Trace(mentioned=self.at))

    def note(self, entity: Entity, *, oblique: bool) -> None:
        """Note that the present sentence mentions somebody."""
        trace = self._traces.setdefault(id(entity), Trace())
        self._recent.pop(id(entity), None)
        self._recent[id(entity)] = entity
        trace.oblique = oblique and (trace.mentioned != self.at or trace.oblique)
        trace.mentioned = self.at
        trace.times += 1

    def salience(self, entity: Entity, gender: str) -> float:
        """How likely a pronoun of ``gender`` means somebody who was met: near, subject, speaker, often."""
        trace = self._traces[id(entity)]
        score = -2.0 * (self.at - trace.mentioned) + 1.25 * math.log(1 + trace.times)
        score += 2.0 if trace.subject == trace.mentioned else 0.0
        score += 2.0 * max(0.0, 1 - (self.at - trace.spoke) / _EARSHOT)
        score -= 1.0 if trace.oblique else 0.0
        if gender in {"m", "f"} and entity.gender:
            score += _AGREES if entity.gender == gender else _DISAGREES
        score -= 2.0 if entity.being is Being.UNKNOWN or entity.nameless else 0.0
        return score

    def freshness(self, entity: Entity) -> float:
        """How likely a last name that several bear means this one."""
        trace = self._traces.get(id(entity))
        if trace is None:
            return float(_NEVER) - entity.born
        last = max(trace.mentioned, trace.spoke + 4)
        return last + 4 * min(entity.count, 8) / 8 + 3 * (trace.spoke > _NEVER)

    def acts(self, entity: Entity) -> bool:
        """Whether something was more than a place or an object so far."""
        trace = self._traces[id(entity)]
        return trace.subject >= 0 or trace.spoke >= 0 or not trace.oblique
