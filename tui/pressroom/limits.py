"""The bounds of the child's work."""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 1024 * 1024


class PressLimits(Struct, frozen=True):
    """When a job is given up, and when a child has worked for long enough."""

    seconds: float = 9.0
    """For one job, from its start; waiting for its turn does not count."""
    memory: int = 1_536 * MEGABYTE
    """Most address space of the child, in bytes."""
    start_seconds: float = 30.0
    """For the child to load what it needs; measured below one second."""
    jobs: int = 200
    """A child that has done so many makes place for a fresh one, so that no leak lasts."""
    peak: int = 400 * MEGABYTE
    """A child that once held so many bytes does the same: memory is seldom given back."""
    grace: float = 0.3
    """Seconds that a job which nobody waits for any more may still take; a new child takes longer to start."""
