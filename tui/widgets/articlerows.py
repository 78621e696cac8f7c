"""What all rows of an article share: margins, ranges over the text, and stamps for the pointer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.widgets.directions import has_right_to_left, visual_order
from tui.widgets.linepane import LinePane
from tui.widgets.painting import FixedChar, cells_in, paint_runs, stamp
from tui.widgets.runs import Layer, Range, RangeIndex, cut_runs, index_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article.model import Figure
    from tui.widgets.setting import Setting
    from tui.widgets.tables import Fragment

LAYERS = ("highlight", "quote-focus", "flash", "hit", "hit-current")
"""What lies over the text, the lowest first."""


class ArticleRows(LinePane):
    """Paints stretches of a setting's text under its layers of ranges.

    Only a pointer needs to know which character it is over. So rows are
    drawn without stamps for the screen, and with them when the framework
    asks for the one line under a pointer.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.setting: Setting | None = None
        self.left = 0
        """Cells left of the column of text."""
        self.range_layers: dict[str, Layer] = {}
        self.code_parts: dict[int, RangeIndex] = {}
        """The parts of the listings that are told apart already."""
        self.numbers: dict[int, list[tuple[int, int, bool]]] = {}
        """For each item the quotations that begin in it: character, number, whether it has the focus."""
        self._figures: tuple[Figure, ...] = ()
        self._marks: dict[int, RangeIndex] = {}
        self._stamping = False
        self.reorders = False
        """Whether text from right to left is put into the order in which it is seen; else the terminal does it."""

    # Lines for the screen, and for a pointer

    def drawn_width(self) -> int:
        """Leave out what lies under the scrollbar."""
        return max(1, self.size.width - self.scrollbar_size_vertical)

    def render_line(self, y: int) -> Strip:
        """Draw the line under a pointer, with each segment's place in the text stamped on it."""
        with self.stamps():
            return super().render_line(y)

    @contextmanager
    def stamps(self) -> Iterator[None]:
        """Draw rows with stamps."""
        self._stamping = True
        try:
            yield
        finally:
            self._stamping = False

    # Parts of rows

    @property
    def laid(self) -> Setting:
        """The setting that rows are drawn of."""
        assert self.setting is not None, "rows are drawn of a setting"  # noqa: S101 - draw_row has looked
        return self.setting

    def fill(self, segments: list[Segment], width: int) -> Strip:
        """Return a row of ``width`` cells."""
        cells = cells_in(segments)
        if cells < width:
            segments.append(Segment(" " * (width - cells), self.row_style()))
        strip = Strip(segments, max(cells, width))
        return strip if cells <= width else strip.crop(0, width)

    def stand_for(self, segments: list[Segment], char: int, item: int) -> list[Segment]:
        """Return ``segments`` that all stand for one character: nothing drawn here is text."""
        if not self._stamping:
            return [segment for segment in segments if segment.text]
        fixed = stamp(FixedChar(char), item)
        return [Segment(text, (style or Style()) + fixed) for text, style, _control in segments if text]

    def paint(self, item: int, fragment: Fragment, style: Style, gaps: Sequence[Range] = ()) -> list[Segment]:
        """Return a stretch of an item's text under all that is said of it; ``gaps`` are blanks to be widened."""
        ranges = [*gaps, *self.ranges_in(item, fragment.start, fragment.end)]
        text, stamped = self.laid.text(item), item if self._stamping else None
        if self.reorders and has_right_to_left(text[fragment.start : fragment.end]):
            return self._paint_reordered(item, fragment, style, ranges)
        return paint_runs(text, cut_runs(fragment.start, fragment.end, ranges), style, self._inks, stamped)

    def _paint_reordered(self, item: int, fragment: Fragment, style: Style, ranges: list[Range]) -> list[Segment]:
        """Paint a stretch in the order in which it is seen; each piece keeps the stamp of its place in the text."""
        text, stamped = self.laid.text(item), item if self._stamping else None
        segments = []
        line = text[fragment.start : fragment.end]
        for place, shown in visual_order(line, right_to_left=self.laid.runs_right_to_left(item)):
            start = fragment.start + place
            runs = cut_runs(start, start + len(shown), ranges)
            painted = paint_runs(text, runs, style, self._inks, stamped)
            if len(painted) == 1 and len(painted[0].text) == len(shown):
                painted = [Segment(shown, painted[0].style)]
            segments += painted
        return segments

    def ranges_in(self, item: int, start: int, end: int) -> list[Range]:
        """Return all that is said of a stretch of an item: its marks, then each layer over them."""
        ranges: list[Range] = []
        index = item - len(self.laid.head)
        if index >= 0 and (marks := self.laid.blocks[index].marks):
            if item not in self._marks:
                self._marks[item] = index_marks(marks)
            ranges += self._marks[item].touching(start, end)
        if item in self.code_parts:
            ranges += self.code_parts[item].touching(start, end)
        for name in LAYERS:
            layer = self.range_layers.get(name)
            if layer is not None:
                ranges += layer.touching(item, start, end)
        return ranges

    def margin(self, item: int, line: int) -> list[Segment]:
        """Return the left margin, with the number of the quotation that begins in this row."""
        start, end = self.laid.ends_of(item, line)
        begun = [quote for quote in self.numbers.get(item, ()) if start <= quote[0] < end]
        blank = self.row_style()
        if not begun or self.left < 4:
            return self.stand_for([Segment(" " * self.left, blank)], start, item)
        label = str(begun[0][1]) if len(begun) == 1 else f"{begun[0][1]}+"
        focused = any(quote[2] for quote in begun)
        style = self.row_style("number-focus" if focused else "number")
        room = self.left - 2
        segments = [Segment(" " * max(0, room - len(label)), blank), Segment(label[:room], style), Segment("  ", blank)]
        return self.stand_for(segments, start, item)
