"""The place in an article, held through scrolls and resizes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.article.model import Place
from tui.widgets.articlelaying import ArticleLaying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.widgets.heading import HeadLine


class ArticleHolding(ArticleLaying):
    """Holds the first character in view: no row, for another width gives it another one."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.head: tuple[HeadLine, ...] = ()
        """What stands above the first paragraph; its lines are the first items of what is set."""
        self._held: tuple[int, int] = (0, 0)
        self._at_end = False
        self._seen_size = self.size

    def place(self) -> Place:
        """Return the first text in view."""
        item, char = self._held
        block = item - len(self.head)
        return Place(block, char, char) if block >= 0 else Place(0, 0, 0)

    def anchor_row(self) -> tuple[int, int, int]:
        """Return the character that is held, not the first of the row that it stands in."""
        return (*self._held, 0)

    def row_of_anchor(self, anchor: tuple[int, int, int]) -> int:
        """Return the row of the held character."""
        item, char, _ = anchor
        if self.setting is None or (item, char) == (0, 0):
            return 0
        return self.setting.row_of(item, char)

    def on_resize(self) -> None:
        """Lay out anew; a shorter window keeps the place too."""
        super().on_resize()
        self._seen_size = self.size
        self._return_to_held()
        self._keep_eye_in_view()

    def eye(self) -> Place | None:
        """Return what is looked at within the window, None when only its first row is known.

        Who has come to the end of the article reads its last words.
        """
        if not self._at_end or self.setting is None or not self.setting.blocks:
            return None
        blocks = self.setting.blocks
        last = len(blocks[-1].text)
        return Place(len(blocks) - 1, last, last)

    def _keep_eye_in_view(self) -> None:
        """A shorter window shows what was looked at; the place that is held stays the same."""
        place = self.eye()
        if place is not None and self.setting is not None:
            item = place.block + len(self.head)
            if self.setting.holds(item, place.start):
                with self.holding():
                    self.show_row(self.setting.row_of(item, place.start))

    def hold(self, held: tuple[int, int]) -> None:
        """Bring an item's character to the window's first row; whether the end is read is not known from it."""
        self._held, self._at_end = held, False
        self._return_to_held()

    def _return_to_held(self) -> None:
        with self.holding():
            if self._held == (0, 0) or self.reach(*self._held, self._return_to_held):
                self.scroll_to_row(self.row_of_anchor((*self._held, 0)))

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Take what is scrolled within for no move of the reader's."""
        held, at_end = self._held, self._at_end
        yield
        self._held, self._at_end = held, at_end

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Hold the first character in view, unless it is the window that has changed."""
        super().watch_scroll_y(old_value, new_value)
        if self.setting is None or round(old_value) == round(new_value) or self.size != self._seen_size:
            return
        self.stop_waiting()
        row = round(new_value)
        self._held = self.setting.first_text(row) if row else (0, 0)
        self._at_end = 0 < self.max_scroll_y <= row
        self.post_moved()

    def post_moved(self) -> None:
        """Tell where the reader is; the page does."""
