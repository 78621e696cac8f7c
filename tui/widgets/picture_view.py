"""A gallery's picture as large as the window allows, its caption below."""

from __future__ import annotations

import gc
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.article.model import Figure
from tui.pictures import CLEAR, COMMON_CELL, Drawing, Road, Wish
from tui.widgets.blockrows import block_rows
from tui.widgets.captionspane import alternative
from tui.widgets.inks import Face, Faces, face_style
from tui.widgets.painting import cut
from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from textual.events import Resize

CAPTION_WIDTH = 76
"""Widest caption, in cells."""

HINT = "Esc back · ← → others · o browser · y copy"
"""What stands between picture and caption as long as there is nothing to tell; its keys as they are by default."""

CAPTION_ROWS = 6
"""Most rows of a caption; a longer one can be read whole in the captions pane."""

FEW_COLOURS, MANY_CELLS = 64, 3_000
"""A large half-block picture gets fewer colours: each pair of them costs time on the event loop."""


class PictureView(Widget, can_focus=True):
    """Shows one of ``figures``; asks for its drawing by ``Wanted``, and is given it by ``show_drawing``."""

    DEFAULT_CSS = """
    PictureView { width: 1fr; height: 1fr; min-width: 1; min-height: 1; background: $background; color: $foreground; }
    """

    FACES: ClassVar[Faces] = {
        "caption": Face("foreground"),
        "notice": Face("accent"),
        "quiet": Face("foreground-muted"),
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space,n", "turn(1)", "Next picture", id="picture.next"),
        Binding("left,h,b,N", "turn(-1)", "Previous picture", id="picture.previous"),
        Binding("home,g", "first", "First picture", id="picture.first"),
        Binding("end,G", "last", "Last picture", id="picture.last"),
    ]

    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), repaint=False)
    index: reactive[int] = reactive(0, repaint=False)

    class Wanted(Message):
        """A drawing is needed; answer with ``show_drawing`` or ``show_words`` and the same index."""

        def __init__(self, view: PictureView, index: int, figure: Figure, wish: Wish) -> None:
            super().__init__()
            self.view = view
            self.index = index
            self.figure = figure
            self.wish = wish

    def __init__(self, road: Road = Road.BLOCKS, cell: tuple[int, int] = COMMON_CELL, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._road = road
        self._cell = cell
        self._drawing: Drawing | None = None
        self._words = ""
        self._notice = ""
        self._lines: list[tuple[str, str]] = []
        self._strips: list[Strip] = []

    @property
    def figure(self) -> Figure | None:
        """The figure that is shown."""
        return self.figures[self.index] if self.index < len(self.figures) else None

    # What the screen answers

    def show_drawing(self, index: int, drawing: Drawing) -> None:
        """Show the drawing of figure ``index``; one that comes too late is let go."""
        if index == self.index and drawing.columns <= self.size.width and drawing.rows <= self.picture_rows:
            self._drawing, self._words = drawing, ""
            self._paint()

    def show_words(self, index: int, words: str) -> None:
        """Say why figure ``index`` is not shown."""
        if index == self.index:
            self._drawing, self._words = None, words
            self._paint()

    def show_notice(self, words: str) -> None:
        """Show a notice in the row between picture and caption; "" takes it away. The picture is not drawn again."""
        self._notice = words
        row = self.picture_rows
        if row < len(self._strips):
            self._strips[row] = self._notice_strip(max(1, self.size.width), self.rich_style)
            self.refresh(Region(0, row, self.size.width, 1))

    # What moves it

    def validate_index(self, index: int) -> int:
        """Stay within the gallery."""
        return max(0, min(index, len(self.figures) - 1))

    def watch_figures(self) -> None:
        """Show another gallery."""
        self.set_reactive(PictureView.index, self.validate_index(self.index))
        self._begin()

    def watch_index(self) -> None:
        """Show another picture."""
        self._begin()

    def on_resize(self, event: Resize) -> None:
        """Ask for a drawing that fits."""
        del event
        self._begin()

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        if self.is_attached and self.size:
            self._paint()

    def action_turn(self, step: int) -> None:
        """Go on, or back."""
        self.index += step

    def action_first(self) -> None:
        """To the first picture."""
        self.index = 0

    def action_last(self) -> None:
        """To the last picture."""
        self.index = len(self.figures) - 1

    @property
    def picture_rows(self) -> int:
        """How many rows there are for the picture, above the caption."""
        return max(1, self.size.height - len(self._lines) - 1)

    # Painting

    def _begin(self) -> None:
        figure = self.figure
        if figure is None or not self.size or not self.is_attached:
            return
        self._lines = _caption_lines(figure, max(1, min(CAPTION_WIDTH, self.size.width - 2)))
        self._drawing, self._words = None, "" if self._road is Road.WORDS else "The picture is on its way…"
        self._paint()
        if self._road is Road.WORDS:
            self._words = "This terminal shows no pictures; o opens it in a browser."
            self._paint()
            return
        columns, rows = max(1, self.size.width), self.picture_rows
        ground = self.background_colors[1].rgb
        colours = FEW_COLOURS if columns * rows > MANY_CELLS else 256
        indexed = self.app.console.color_system in ("256", "standard")
        wish = Wish(self._road, columns, rows, *self._cell, ground=ground, colours=colours, indexed=indexed)
        self.post_message(self.Wanted(self, self.index, figure, wish))
        # Textual's strips hold themselves, so the last picture's thousands of pieces are left to the collector: better
        # a few while the next picture is waited for than those of forty pictures in one long stall.
        self.call_after_refresh(gc.collect, 1)

    def _paint(self) -> None:
        width, base = max(1, self.size.width), self.rich_style
        top = [Strip.blank(width, base)] * self.picture_rows
        if self._drawing is not None:
            top = self._picture(self._drawing, width, base)
        elif self._words:
            face = base + face_style(self, self.FACES["quiet"])
            lines = _broken(self._words, max(1, width - 2))[: len(top)]
            first = (len(top) - len(lines)) // 2
            top[first : first + len(lines)] = [_centred([Segment(line, face)], width, base) for line in lines]
        if self._road is Road.KITTY and self._drawing is None:
            top[0] = Strip([*top[0], _control(CLEAR)], width)
        self._strips = [*top, self._notice_strip(width, base), *self._caption(width, base)]
        self.refresh()

    def _notice_strip(self, width: int, base: Style) -> Strip:
        face = base + face_style(self, self.FACES["notice" if self._notice else "quiet"])
        return _centred([Segment(cut(self._notice or HINT, width), face)], width, base)

    def _picture(self, drawing: Drawing, width: int, base: Style) -> list[Strip]:
        rows = self.picture_rows
        above = (rows - drawing.rows) // 2
        strips = [Strip.blank(width, base)] * rows
        if drawing.road is Road.BLOCKS:
            spare = width - drawing.columns
            left, right = Segment(" " * (spare // 2), base), Segment(" " * (spare - spare // 2), base)
            strips[above : above + drawing.rows] = [Strip([left, *row, right], width) for row in block_rows(drawing)]
            return strips
        column, top = self.content_region.offset
        place = f"\x1b[{top + above + 1};{column + (width - drawing.columns) // 2 + 1}H"
        # The last row is painted last: what a row paints wipes out the part of a picture that lies there.
        strips[-1] = Strip([*strips[-1], _control(f"\x1b7{place}{drawing.escape}\x1b8")], width)
        return strips

    def _caption(self, width: int, base: Style) -> list[Strip]:
        faces = {name: base + face_style(self, self.FACES[name]) for name in _FACES}
        margin = max(0, (width - CAPTION_WIDTH) // 2) if width > CAPTION_WIDTH else 1
        return [
            Strip([Segment(" " * margin, base), Segment(text, faces[face])]).adjust_cell_length(width, base)
            for face, text in self._lines
        ]

    def render_line(self, y: int) -> Strip:
        """Draw line ``y``."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)


_FACES = ("caption", "quiet")


def _caption_lines(figure: Figure, width: int) -> list[tuple[str, str]]:
    words = figure.caption or alternative(figure)
    lines = [("caption", line) for line in _broken(words, width)[:CAPTION_ROWS]] if words else []
    foot = " · ".join(filter(None, (f"{figure.position}/{figure.total}", figure.credit)))
    if figure.kind == "video":
        foot += " · still of a video"
    return [*lines, *(("quiet", line) for line in _broken(foot, width)[:2])]


def _broken(text: str, width: int) -> list[str]:
    starts = [*wrap(text, width), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


def _centred(segments: list[Segment], width: int, base: Style) -> Strip:
    cells = sum(cell_len(segment.text) for segment in segments)
    return Strip([Segment(" " * max(0, (width - cells) // 2), base), *segments]).adjust_cell_length(width, base)


def _control(sequence: str) -> Segment:
    """Return a segment that takes no cells and is written as it is."""
    return Segment(sequence, None, [(ControlType.CURSOR_FORWARD, 0)])
