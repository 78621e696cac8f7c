"""The pane that every pane is made of: rows laid out at once, drawn only when seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.inks import Faces, Inks, face_style
from tui.widgets.thinbar import ThinBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.scrollbar import ScrollBar
    from textual.timer import Timer

KEPT_STRIPS = 2_000
"""Drawn rows kept for one width; past it they are all let go, since drawing one costs microseconds."""

REST_SECONDS = 0.3
"""After this long on one article the rest of it is laid out: who leafs through the list never pays for it."""
SLICE_SECONDS, GAP_SECONDS = 0.008, 0.012
"""The rest is laid out in slices, and keys are heard between them."""


class LinePane(ScrollView, can_focus=True, can_focus_children=False, inherit_bindings=False):
    """Rows of type. A pane says how many rows a width gives, and draws one row when asked.

    New content never lays out the screen: ``virtual_size`` is set behind the
    reactive's back, and the scrollbar is told by hand (a layout repaints the
    whole screen and costs more than all else together).
    """

    DEFAULT_CSS = """
    LinePane {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        min-width: 1;
    }
    """

    FACES: ClassVar[Faces] = {}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "line_down", "Down", id="pane.down", show=False),
        Binding("k,up", "line_up", "Up", id="pane.up", show=False),
        Binding("g,home", "top", "Top", id="pane.top", show=False),
        Binding("G,end", "bottom", "Bottom", id="pane.bottom", show=False),
        Binding("ctrl+d", "half_down", "Half a page down", id="pane.half-down", show=False),
        Binding("ctrl+u", "half_up", "Half a page up", id="pane.half-up", show=False),
        Binding("space,pagedown", "forward", "Page down", id="pane.page-down", show=False),
        Binding("b,pageup", "backward", "Page up", id="pane.page-up", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: dict[int, Strip] = {}
        self._styles_drawn: dict[str, Style] = {}
        self._inks = Inks(self, self.FACES)
        self._rows = 0
        self._width = 0
        self._slices: Timer | None = None

    # What a pane says of itself

    def lay_out(self, width: int) -> int:
        """Break the content into rows of ``width`` cells (at least 1), and return how many there are."""
        raise NotImplementedError

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw one row; ``row`` is within what ``lay_out`` returned."""
        raise NotImplementedError

    def anchor_row(self) -> tuple[int, int, int]:
        """Return what stands in the first row seen, as something that a new width does not move."""
        return self.scroll_offset.y, 0, 0

    def row_of_anchor(self, anchor: tuple[int, int, int]) -> int:
        """Return the row in which ``anchor`` stands now."""
        return anchor[0]

    # Rows and strips

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The pane's scrollbar, made when first asked for, as the framework makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = ThinBar(vertical=True, name="vertical")
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001  there is no public way to have another one
        return self._vertical_scrollbar

    @property
    def row_count(self) -> int:
        """How many rows the content has at this width."""
        return self._rows

    @property
    def page_rows(self) -> int:
        """How many rows are seen at once, at least 1."""
        return max(1, self.size.height)

    def set_again(self) -> None:
        """Lay out changed content, without a layout of the screen; the first row seen keeps its content."""
        if not self._width:
            return
        self._set_rows(self.lay_out(self._width))
        self.repaint()

    def tell_row_count(self, rows: int) -> None:
        """Take it that there are ``rows``: more of the content is laid out; what is seen stays."""
        self._rows = rows
        self.set_reactive(Widget.virtual_size, Size(self._width, rows))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = rows

    def lay_later(self, seconds: float) -> None:
        """Have ``lay_slice`` called in so many seconds; what was to come sooner or later comes then."""
        if self._slices is not None:
            self._slices.stop()
        self._slices = self.set_timer(seconds, self.lay_slice)

    def lay_slice(self) -> None:
        """Lay out more of what ``lay_out`` has left for later."""

    def repaint(self) -> None:
        """Draw all rows anew: what they hold looks different."""
        self._strips.clear()
        self.refresh()

    def row_style(self, name: str = "") -> Style:
        """Return a face over the pane's own style, worked out once for a theme."""
        style = self._styles_drawn.get(name)
        if style is None:
            style = self.rich_style
            if name:
                style += face_style(self, self.FACES.get(name))
            self._styles_drawn[name] = style
        return style

    def render_line(self, y: int) -> Strip:
        """Draw line ``y`` of the window, for a pointer over it."""
        return self._draw(y + self.scroll_offset.y, max(1, self.size.width))

    def _draw(self, row: int, width: int) -> Strip:
        if row < self._rows:
            return self.draw_row(row, width).adjust_cell_length(width, self.row_style())
        return Strip.blank(width, self.row_style())

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        super().notify_style_update()
        self._styles_drawn.clear()
        self._inks.clear()
        self._strips.clear()

    def on_resize(self) -> None:
        """Lay out anew for another width; what was at the top stays there."""
        self.fit_width()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of ``crop`` for the screen, each row once.

        They are fitted to the width first: Textual paints a new size before it
        tells of it. Its own way lays borders, padding and opacity round each
        line; a pane has no more than a border above, and a page costs a
        quarter less without.
        """
        self.fit_width()
        above = self.gutter.top
        if len(self._strips) >= KEPT_STRIPS:
            self._strips.clear()
        framed: list[Strip] = []
        if crop.y < above:
            framed = super().render_lines(Region(crop.x, crop.y, crop.width, min(crop.bottom, above) - crop.y))
        top = self.scroll_offset.y - above
        rows = range(top + max(crop.y, above), top + crop.bottom)
        self._draw_rows([row for row in rows if row not in self._strips])
        strips = [self._strips[row] for row in rows]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return [*framed, *strips]

    def drawn_width(self) -> int:
        """Return how many cells of a row are drawn."""
        return max(1, self.size.width)

    def _draw_rows(self, rows: Sequence[int]) -> None:
        """Draw rows as they are sent to the terminal."""
        if not rows:
            return
        width, filters, ground = self.drawn_width(), self.get_line_filters(), self.background_colors[1]
        for row in rows:
            strip = self._draw(row, width)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, ground)
            self._strips[row] = strip

    def fit_width(self) -> None:
        """Lay out anew if the width is another than that laid out for."""
        width = max(1, self.size.width)
        if width == self._width:
            return
        anchor = self.anchor_row() if self._width else (0, 0, 0)
        self._width = width
        self._set_rows(self.lay_out(width))
        self.scroll_to_row(self.row_of_anchor(anchor))
        self.repaint()

    def _set_rows(self, rows: int) -> None:
        self.tell_row_count(rows)
        LinePane.scroll_to_row(self, self.scroll_offset.y)  # what is to be seen is laid out already

    def scroll_to_row(self, row: int) -> None:
        """Bring ``row`` to the top, as far as the end of the content allows."""
        row = max(0, min(row, self.max_scroll_y))
        self.scroll_target_y = row
        self.scroll_y = row

    def show_row(self, row: int, last: int | None = None) -> None:
        """Scroll no further than needed to see ``row`` to ``last``; ``row`` wins when not all fits."""
        last = row if last is None else last
        top = self.scroll_offset.y
        if last >= top + self.page_rows:
            top = last - self.page_rows + 1
        self.scroll_to_row(min(top, row))

    # Moving

    def action_line_down(self) -> None:
        """One row on."""
        self.scroll_to_row(self.scroll_offset.y + 1)

    def action_line_up(self) -> None:
        """One row back."""
        self.scroll_to_row(self.scroll_offset.y - 1)

    def action_half_down(self) -> None:
        """Half a window on."""
        self.scroll_to_row(self.scroll_offset.y + max(1, self.page_rows // 2))

    def action_half_up(self) -> None:
        """Half a window back."""
        self.scroll_to_row(self.scroll_offset.y - max(1, self.page_rows // 2))

    def action_forward(self) -> None:
        """One window on, with two rows of the last one left."""
        self.scroll_to_row(self.scroll_offset.y + max(1, self.page_rows - 2))

    def action_backward(self) -> None:
        """One window back, with two rows of this one left."""
        self.scroll_to_row(self.scroll_offset.y - max(1, self.page_rows - 2))

    def action_top(self) -> None:
        """To the first row."""
        self.scroll_to_row(0)

    def action_bottom(self) -> None:
        """To the last row."""
        self.scroll_to_row(self.max_scroll_y)
