"""What the list shows of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class Row(Protocol):
    """One article in the list; ``tui.library.Row`` is one."""

    @property
    def id(self) -> int:
        """The library's number for it."""

    @property
    def title(self) -> str:
        """Cleaned."""

    @property
    def site(self) -> str:
        """The publication, or ""."""

    @property
    def published(self) -> datetime | None:
        """Aware, or None."""

    @property
    def added(self) -> datetime:
        """Aware."""

    @property
    def minutes(self) -> int:
        """To read it."""

    @property
    def progress(self) -> float:
        """0 to 1."""

    @property
    def read(self) -> bool:
        """Whether it was read."""

    @property
    def state(self) -> str:
        """Kept, archived, …."""

    @property
    def tags(self) -> Sequence[str]:
        """The person's own."""

    @property
    def quotes(self) -> int:
        """How many quotations it holds."""

    @property
    def figures(self) -> int:
        """How many pictures it holds."""
