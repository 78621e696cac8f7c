"""A gallery over the page: one picture at a time, its caption below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.errors import PullquoteError
from tui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from tui.article import Figure
    from tui.pictures import Choice, Drawing, Wish


class GalleryDesk(Struct, frozen=True):
    """What is done with a picture in the gallery, by the screen that it lies over."""

    draw: Callable[[Figure, Wish], Awaitable[Drawing]]
    copy: Callable[[Figure, bool], object]
    """Copies its caption; with True its credit and the article's source too."""
    browse: Callable[[Figure], object]
    """Opens it in the browser."""


class PictureScreen(ModalScreen[int]):
    """Shows ``figures`` from ``index`` on; ends with the index of the one shown last.

    A notice stands in a row of its own: where one lies over a picture, it
    leaves a hole in Sixel graphics and is hidden by Kitty's.
    """

    CSS = """
    PictureScreen { background: $background; }
    PictureScreen ToastRack { display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "close", "Back to the text", id="picture.close"),
        Binding("y", "copy(False)", "Copy the caption", id="copy.plain"),
        Binding("Y", "copy(True)", "Copy the caption with credit and source", id="copy.cited"),
        Binding("o", "browse", "Open in browser", id="article.browser"),
    ]

    def __init__(self, figures: tuple[Figure, ...], index: int, desk: GalleryDesk, choice: Choice) -> None:
        super().__init__()
        self._figures = figures
        self._index = index
        self._desk = desk
        self._view = PictureView(choice.road, choice.cell, id="picture")
        self._notice_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The picture, nothing else."""
        yield self._view

    def on_mount(self) -> None:
        """Begin with the picture that was asked for."""
        self._view.set_reactive(PictureView.index, self._index)
        self._view.figures = self._figures
        self._view.focus()

    def say(self, sentence: str, seconds: float) -> None:
        """Show a notice for some seconds."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
        self._view.show_notice(sentence)
        self._notice_timer = self.set_timer(seconds, lambda: self._view.show_notice(""))

    @on(PictureView.Wanted)
    def _wanted(self, event: PictureView.Wanted) -> None:
        self._load(event)

    @work(group="picture", exclusive=True)
    async def _load(self, event: PictureView.Wanted) -> None:
        """Get the drawing; another picture wanted meanwhile ends this."""
        try:
            drawing = await self._desk.draw(event.figure, event.wish)
        except PullquoteError as error:
            event.view.show_words(event.index, str(error))
        else:
            event.view.show_drawing(event.index, drawing)

    def action_copy(self, cited: bool) -> None:
        """Copy the caption of the picture that is shown."""
        if self._view.figure is not None:
            self._desk.copy(self._view.figure, cited)

    def action_browse(self) -> None:
        """Open the picture that is shown in the browser."""
        if self._view.figure is not None:
            self._desk.browse(self._view.figure)

    def action_close(self) -> None:
        """Go back to the text, at this picture."""
        self.dismiss(self._view.index)
