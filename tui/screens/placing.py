"""The place in an article, put down for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on, work

from tui.errors import PullquoteError
from tui.library import Library
from tui.screens.base import ArticleScreen
from tui.widgets.articleview import ArticleView

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.article import Place

READ_AT = 0.9
"""How far one must have come for an article to count as read: near its end, not at its opening."""

PLACE_SECONDS = 1.0
"""How long after a move the place is put down; moving on and quitting put it down at once."""


class Placing(ArticleScreen):
    """Writes down how far an article was read."""

    _place: tuple[int, Place, float] | None = None
    _place_timer: Timer | None = None

    @on(ArticleView.Moved)
    def _note_place(self, event: ArticleView.Moved) -> None:
        if self.opened is None or self.row is None or self.opened.past:
            return
        self._place = (self.row.id, event.place, event.progress)
        if self._place_timer is None:
            self._place_timer = self.set_timer(PLACE_SECONDS, self._place_is_due)

    @work(group="place")
    async def _place_is_due(self) -> None:
        await self.put_place_down()

    async def put_place_down(self) -> None:
        """Write down how far the article was read, and whether to its end."""
        if self._place_timer is not None:
            self._place_timer.stop()
            self._place_timer = None
        if self._place is None:
            return
        (number, place, progress), self._place = self._place, None
        read, opened = progress >= READ_AT, self.opened
        try:
            await self.reading.library(Library.set_place, number, place, progress, read=read)
            if read and opened and opened.row and opened.row.id == number and not opened.row.read:
                self.opened = replace(opened, row=replace(opened.row, read=True))
                await self.list_changed()
        except PullquoteError:
            return  # a place is not worth a notice each second; keeping tells when the library fails
