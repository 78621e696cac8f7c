"""The article: a page of type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.article.model import Article, Place
from tui.widgets.linepane import LinePane

if TYPE_CHECKING:
    from collections.abc import Sequence

NOWHERE = Place(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the body."""

    place: Place
    text: str
    href: str


class ArticleView(LinePane):
    """One article, set at a measure, with everything that can be done in it."""

    article: reactive[Article | None] = reactive[Article | None](None, repaint=False)
    measure: reactive[int] = reactive(66, repaint=False)
    focused_quote: reactive[int | None] = reactive[int | None](None, repaint=False)
    highlights: reactive[tuple[Place, ...]] = reactive[tuple[Place, ...]]((), repaint=False)
    show_quote_numbers: reactive[bool] = reactive(True, repaint=False)

    @dataclass
    class Moved(Message):
        """The first text in view is another."""

        place: Place
        progress: float
        """How much of the article lies above the window's last row, 0 to 1."""

    @dataclass
    class LinkChosen(Message):
        """A link was followed."""

        href: str
        here: bool
        """To be read here, not in the browser."""

    @dataclass
    class EndReached(Message):
        """A page down was asked for at the end."""

    @dataclass
    class SelectionChanged(Message):
        """Another text is selected, or none."""

        text: str

    def lay_out(self, width: int) -> int:
        """See LinePane."""
        return 0

    def draw_row(self, row: int, width: int) -> Strip:
        """See LinePane."""
        return Strip.blank(width)

    def go_to(self, place: Place, *, flash: bool = True, where: Literal["top", "middle", "keep"] = "middle") -> None:
        """Show ``place``; with ``flash`` it is marked until the next move of the kind."""

    def place(self) -> Place:
        """Return the first text in view."""
        return NOWHERE

    def restore(self, place: Place) -> None:
        """Bring ``place`` to the window's first row, unmarked."""

    def progress(self) -> float:
        """Return how much of the article has been in view, 0 to 1."""
        return 0.0

    def find(self, pattern: str) -> int:
        """Mark what ``pattern`` hits, go to the first hit from here on, and return how many there are."""
        return 0

    def next_match(self, step: int = 1) -> int:
        """Go ``step`` hits on, round the end; return the hit's number from 1, 0 when there is none."""
        return 0

    def clear_find(self, *, go_back: bool = False) -> None:
        """Unmark the hits; with ``go_back`` return to where the find began."""

    def select_place(self, place: Place) -> None:
        """Select ``place``."""

    def selected_text(self) -> str:
        """Return the selected text without wraps and margins, "" when none is."""
        return ""

    def selected_places(self) -> tuple[Place, ...]:
        """Return the selected stretches of the body, one a block."""
        return ()

    def selected_place(self) -> Place | None:
        """Return the first of ``selected_places``."""
        return None

    def clear_selection(self) -> None:
        """Select nothing."""

    def links(self) -> Sequence[Link]:
        """Return the body's links, in order."""
        return ()

    def headings(self) -> Sequence[tuple[Place, int, str]]:
        """Return place, level and text of each heading."""
        return ()
