"""An article that is on the screen before all of it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.articledrawing import ArticleDrawing
from tui.widgets.linepane import GAP_SECONDS, REST_SECONDS, SLICE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

SEEN_SECONDS = 0.008
"""What a new width or article may spend at once on what is seen of it: some hundred windows, but no monster."""
ASKED_SECONDS = 0.012
"""What a jump may spend at once on laying out up to where it leads: a book of 300,000 words, but no monster.

All that one key can ask for in turn, and the drawing after it, must stay below 50 ms.
"""


class ArticleLaying(ArticleDrawing):
    """Lays out what is seen at once, the rest when the reader rests, and what a jump needs when it is asked for."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._waiting: tuple[int, int, Callable[[], None]] | None = None

    def begin_laying(self) -> int:
        """Lay out what the window needs; return how many rows there will be, as far as one can tell."""
        setting = self.setting
        if setting is None:
            return 0
        setting.lay_on(SEEN_SECONDS, rows=self.scroll_offset.y + 2 * self.page_rows)
        if not setting.whole:
            self.lay_later(REST_SECONDS)
        return setting.likely_rows

    def lay_out_all(self) -> None:
        """Lay out all that is left, however long it takes."""
        if self.setting is not None:
            self.setting.lay_on()
            self._tell_rows()

    def reach(self, item: int, char: int, then: Callable[[], None]) -> bool:
        """Whether a character has a row; if it needs more work than a moment's, ``then`` is called when it has one."""
        setting = self.setting
        if setting is None:
            return False
        if not setting.holds(item, char):
            setting.lay_on(ASKED_SECONDS, item=item)
            self._tell_rows()
        if setting.holds(item, char):
            return True
        self._waiting = (item, char, then)
        self.lay_later(GAP_SECONDS)
        return False

    def stop_waiting(self) -> None:
        """Whoever moves on by himself no longer waits for where a jump would have led."""
        self._waiting = None

    def scroll_to_row(self, row: int) -> None:
        """Bring ``row`` to the top; it and the window below it are laid out first."""
        setting = self.setting
        if setting is not None and not setting.whole and setting.rows < row + self.page_rows:
            setting.lay_on(ASKED_SECONDS, rows=row + 2 * self.page_rows)
            self._tell_rows()
        super().scroll_to_row(row)

    def action_bottom(self) -> None:
        """To the last row."""
        setting = self.setting
        if setting is not None and setting.items:
            last = setting.items - 1
            if not self.reach(last, len(setting.text(last)), self.action_bottom):
                return
        super().action_bottom()

    def _tell_rows(self) -> None:
        if self.setting is not None and self.setting.likely_rows != self.row_count:
            self.tell_row_count(self.setting.likely_rows)

    def lay_slice(self) -> None:
        """Lay out more of the article."""
        setting = self.setting
        if setting is None or setting.whole:
            return
        whole = setting.lay_on(SLICE_SECONDS)
        self._strips.clear()  # the last rows may have been drawn before they were laid out
        if self._waiting is not None and setting.holds(*self._waiting[:2]):
            then, self._waiting = self._waiting[2], None
            self._tell_rows()
            then()
        if whole:
            self._tell_rows()
            self.refresh()
        else:
            self.lay_later(GAP_SECONDS)
