"""Pictures: shown over the page, and kept with what is saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from tui.browser import open_in_browser
from tui.errors import Unreadable
from tui.library import Library
from tui.screens.base import FAILURE_SECONDS, NOTICE_SECONDS, told
from tui.screens.copying import Copying
from tui.widgets.captionspane import THUMBNAIL, CaptionsPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.notifications import SeverityLevel

    from tui.article import Figure
    from tui.screens.picture import PictureScreen

THUMBNAIL_SECONDS = 0.1
"""How long after an article is asked for its thumbnails are: its text is painted first."""


class Photos(Copying):
    """What concerns an article's pictures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "picture", "Picture", id="picture.show"),
        Binding("w", "export", "Export as…", id="article.export"),
    ]

    _gallery: PictureScreen | None = None

    def tell(self, sentence: str, severity: SeverityLevel = "information") -> None:
        """Show a notice; over a picture in the row that is kept free for it."""
        if self._gallery is None:
            super().tell(sentence, severity)
        else:
            self._gallery.say(sentence, NOTICE_SECONDS if severity == "information" else FAILURE_SECONDS)

    @work(group="menu", exclusive=True)
    @told
    async def action_picture(self) -> None:
        """Show the picture under the cursor, or the one nearest to what is read; arrow keys go through the others."""
        from tui.pictures import CLEAR, Road  # noqa: PLC0415  not needed to start
        from tui.screens.picture import GalleryDesk, PictureScreen  # noqa: PLC0415

        if self.opened is None or not self.figures:
            self.tell("There are no pictures in this article.")
            return
        pane = self.captions_pane
        index = pane.cursor_index() if self.focused is pane else pane.current
        draw = partial(self.reading.photos.draw, article_id=self.row.id if self.row else None, asked=self.opened.named)
        choice = await self.easel.choice()
        self._gallery = PictureScreen(
            self.figures, index or 0, GalleryDesk(draw, self.copy_caption, self.browse_picture), choice
        )
        try:
            last = await self.app.push_screen_wait(self._gallery)
        finally:
            self._gallery = None
        if choice.road is Road.KITTY:
            self.easel.write(CLEAR)
        self.article_pane.go_to_figure(last)

    # Thumbnails: of what is kept, since nothing is fetched that nobody asked for

    def watch_figures(self) -> None:
        """Look for thumbnails once the article itself is on the screen."""
        self.workers.cancel_group(self, "thumbnails")
        if self.figures:
            self.set_timer(THUMBNAIL_SECONDS, self.find_thumbnails)

    @work(group="kept-pictures", exclusive=True)
    @told
    async def find_thumbnails(self) -> None:
        """Tell the captions which pictures are kept."""
        row, figures = self.row, self.figures
        if row is None or not self.easel.has_colours:
            return
        kept = await self.reading.library(Library.pictures, row.id)
        if figures is self.figures:
            self.captions_pane.kept = kept

    @on(CaptionsPane.ThumbnailsWanted)
    def _draw_wanted(self, event: CaptionsPane.ThumbnailsWanted) -> None:
        self._draw_thumbnails(event)

    @work(group="thumbnails", exclusive=True)
    @told
    async def _draw_thumbnails(self, event: CaptionsPane.ThumbnailsWanted) -> None:
        """Draw what is in view; others wanted meanwhile, or another article, end this."""
        from tui.pictures import Road, Wish  # noqa: PLC0415  not needed to start

        row = self.row
        if row is None:
            return
        ground = event.pane.background_colors[1].rgb
        indexed = self.app.console.color_system in ("256", "standard")
        wish = Wish(Road.BLOCKS, *THUMBNAIL, ground=ground, colours=64, indexed=indexed)
        for figure in event.figures:
            try:
                drawing = await self.reading.photos.draw_kept(figure, wish, row.id)
            except Unreadable:
                drawing = None
            event.pane.show_thumbnail(figure, drawing)

    # Opening, keeping

    @work(group="browser")
    @told
    async def browse_picture(self, figure: Figure) -> None:
        """Open a picture in the browser."""
        self.tell(await open_in_browser(figure.src, self.environ))

    @work(group="menu", exclusive=True)
    @told
    async def action_export(self) -> None:
        """Ask for a file, and write the article into it with its pictures."""
        from tui.reading.exporting import ENDINGS, export_article, file_name, named_file  # noqa: PLC0415  not needed to start
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415

        opened = self.opened
        if opened is None:
            self.tell("Nothing is open.", "warning")
            return
        says = f"The ending says which kind: {', '.join(ENDINGS)}"
        typed = await self.app.push_screen_wait(PromptScreen("Export as…", says, f"~/{file_name(opened.article)}"))
        if typed and typed.strip():
            target = named_file(typed)
            count = await export_article(self.reading, opened, target)
            self.tell(f"Written to {target}" + (f", with {count} pictures." if count else "."))

    @work(group="pictures")
    @told
    async def keep_pictures(self, numbers: Sequence[int]) -> None:
        """Keep the pictures of saved articles, in the background; what fails is counted, not asked about."""
        if not self.settings.pictures:
            return
        for number in numbers:
            opened = await self.reading.kept_by_id(number)
            article = opened.article
            if not article.figures:
                continue
            count = await self.reading.photos.keep(number, article.figures, asked=opened.named)
            if count.missed:
                self.tell(f"{count.kept} of {count.kept + count.missed} pictures kept of “{article.title}”.", "warning")
            if self.row is not None and self.row.id == number:
                self.find_thumbnails()
