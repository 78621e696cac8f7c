"""Finding in the article that is read."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.widgets.articlepage import ArticlePage

if TYPE_CHECKING:
    from tui.article.model import Place
    from tui.widgets.finding import Finder


class ArticleFinding(ArticlePage):
    """Marks all hits, goes from one to the next, and back to where the find began."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.find_problem = ""
        """Why the last pattern could not be understood; empty when it could."""
        self._finder: Finder | None = None
        self._hits: list[Place] = []
        self._hit = -1
        self._came_from: Place | None = None
        self._left_at: Place | None = None

    def watch_article(self) -> None:
        """Another article: nothing is found in it yet."""
        super().watch_article()
        self._finder = None
        self._hits, self._hit, self._came_from, self._left_at = [], -1, None, None

    @property
    def finding(self) -> bool:
        """Whether hits are marked."""
        return bool(self._hits)

    @property
    def match_number(self) -> int:
        """The current hit's number from 1; 0 when there is none."""
        return self._hit + 1

    @property
    def matches(self) -> list[Place]:
        """All hits, in order."""
        return self._hits

    def find(self, pattern: str) -> int:
        """Mark what ``pattern`` hits, go to the first hit from where the find began, return how many there are.

        Case, accents and the shape of quotation marks matter only when typed;
        ``/…/`` is a regular expression.
        """
        from tui.widgets.finding import Finder, PatternError  # noqa: PLC0415  not before something is looked for

        if self.article is None:
            return 0
        if self._came_from is None or self._read_on():
            self._came_from = self.place()
        if self._finder is None:
            self._finder = Finder([block.text for block in self.article.blocks])
        try:
            self._hits, self.find_problem = self._finder.find(pattern), ""
        except PatternError as error:
            self._hits, self.find_problem = [], str(error)
        self._hit = bisect_left(self._hits, self._came_from) if self._hits else -1
        if self._hit >= len(self._hits):
            self._hit = 0
        self.set_layer("hit", self._hits)
        self._show_hit()
        return len(self._hits)

    def next_match(self, step: int = 1) -> int:
        """Go ``step`` hits on, round the end; return the hit's number from 1, 0 when there is none."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()
        return self.match_number

    def clear_find(self, *, go_back: bool = False) -> None:
        """Unmark the hits; with ``go_back`` return to where the find began, unless the reader has read on since."""
        came_from = None if self._read_on() else self._came_from
        self._hits, self._hit, self._came_from, self._left_at = [], -1, None, None
        self.set_layer("hit", [])
        self.set_layer("hit-current", [])
        if go_back and came_from is not None:
            self.restore(came_from)

    def eye(self) -> Place | None:
        """Return the hit that was shown last, unless the reader has read on."""
        return self._hits[self._hit] if self._hits and not self._read_on() else super().eye()

    def _read_on(self) -> bool:
        """Whether the reader has moved by himself since a hit was shown."""
        return self._left_at is not None and self._left_at != self.place()

    def _show_hit(self) -> None:
        current = self._hits[self._hit : self._hit + 1] if self._hit >= 0 else []
        self.set_layer("hit-current", current)
        for place in current:
            self.go_to(place, flash=False, where="keep")
        self._left_at = self.place()
