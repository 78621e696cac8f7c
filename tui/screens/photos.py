"""Pictures: shown over the page, and kept with what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.library import Library
from tui.screens.base import ArticleScreen, told

if TYPE_CHECKING:
    from collections.abc import Sequence


class Photos(ArticleScreen):
    """What concerns an article's pictures."""

    @dataclass
    class TerminalWanted(Message):
        """A control sequence of our own making is to go to the terminal, past what Textual draws."""

        sequence: str

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "picture", "Picture", id="picture.show")]

    @work(group="menu", exclusive=True)
    @told
    async def action_picture(self) -> None:
        """Show the picture under the cursor, or the one nearest to what is read; arrow keys go through the others."""
        from tui.pictures import CLEAR, Road, choose_road  # noqa: PLC0415  not needed to start
        from tui.screens.picture import PictureScreen  # noqa: PLC0415

        if self.article is None or not self.figures:
            self.tell("There are no pictures in this article.")
            return
        pane = self.captions_pane
        index = pane.cursor_index() if self.focused is pane else pane.current
        draw = partial(
            self.reading.photos.draw, article_id=self.row.id if self.row else None, asked=self.article.source
        )
        road = choose_road(self.environ, tty=True).road
        last = await self.app.push_screen_wait(PictureScreen(self.figures, index or 0, draw, road=road))
        if road is Road.KITTY:
            self.post_message(self.TerminalWanted(CLEAR))
        self.article_pane.go_to_figure(last)

    @work(group="pictures")
    @told
    async def keep_pictures(self, numbers: Sequence[int]) -> None:
        """Keep the pictures of saved articles, in the background; what fails is counted, not asked about."""
        if not self.settings.pictures:
            return
        for number in numbers:
            article = await self.reading.library(Library.article, number)
            if not article.figures:
                continue
            count = await self.reading.photos.keep(number, article.figures, asked=article.source)
            if count.missed:
                self.tell(f"{count.kept} of {count.kept + count.missed} pictures kept of “{article.title}”.", "warning")
