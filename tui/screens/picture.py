"""A gallery over the page: one picture at a time, its caption below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.errors import PullquoteError
from tui.pictures import Road
from tui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tui.article import Figure
    from tui.pictures import Drawing, Wish


class PictureScreen(ModalScreen[int]):
    """Shows ``figures`` from ``index`` on; ends with the index of the one shown last."""

    CSS = """
    PictureScreen { background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "close", "Back to the text", id="picture.close"),
    ]

    def __init__(
        self,
        figures: tuple[Figure, ...],
        index: int,
        draw: Callable[[Figure, Wish], Awaitable[Drawing]],
        *,
        road: Road = Road.BLOCKS,
        cell: tuple[int, int] = (10, 20),
    ) -> None:
        super().__init__()
        self._figures = figures
        self._index = index
        self._draw = draw
        self._view = PictureView(road, cell, id="picture")

    def compose(self) -> ComposeResult:
        """The picture, nothing else."""
        yield self._view

    def on_mount(self) -> None:
        """Begin with the picture that was asked for."""
        self._view.set_reactive(PictureView.index, self._index)
        self._view.figures = self._figures
        self._view.focus()

    @on(PictureView.Wanted)
    def _wanted(self, event: PictureView.Wanted) -> None:
        self._load(event)

    @work(group="picture", exclusive=True)
    async def _load(self, event: PictureView.Wanted) -> None:
        """Get the drawing; another picture wanted meanwhile ends this."""
        try:
            drawing = await self._draw(event.figure, event.wish)
        except PullquoteError as error:
            event.view.show_words(event.index, str(error))
        else:
            event.view.show_drawing(event.index, drawing)

    def action_close(self) -> None:
        """Go back to the text, at this picture."""
        self.dismiss(self._view.index)
