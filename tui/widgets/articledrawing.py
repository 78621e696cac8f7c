"""How the rows of an article look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.article.model import BlockKind
from tui.widgets.inks import Inks
from tui.widgets.linepane import LinePane
from tui.widgets.painting import FixedChar, cut, paint_runs, stamp
from tui.widgets.runs import Layer, Range, RangeIndex, cut_runs, index_marks
from tui.widgets.setting import Setting, indent_of, list_mark

if TYPE_CHECKING:
    from tui.article.model import Block, Figure
    from tui.widgets.tables import Fragment

FACES = (
    *("title", "standfirst", "byline", "warning", "heading", "subheading", "paragraph", "item", "quote"),
    *("code-block", "table", "table-head", "rule", "marker", "bar", "figure", "figure-focus"),
    *("strong", "emphasis", "code", "link", "strike", "subscript", "superscript"),
    *("number", "number-focus", "highlight", "quote-focus", "flash", "hit", "hit-current", "selection", "hint"),
)
_LAYERS = ("highlight", "quote-focus", "flash", "hit", "hit-current")


class ArticleDrawing(LinePane):
    """Draws a setting: margins, numbers, marks, bars, and the text under its layers of ranges."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.setting: Setting | None = None
        self.left = 0
        """Cells left of the column of text."""
        self.sideways = 0
        """Cells by which tables too wide for the page are moved to the left."""
        self.range_layers: dict[str, Layer] = {}
        self.numbers: dict[int, list[tuple[int, int, bool]]] = {}
        """For each item the quotations that begin in it: character, number, whether it has the focus."""
        self._figures: tuple[Figure, ...] = ()
        self._focused_figure: int | None = None
        self._marks: dict[int, RangeIndex] = {}
        self._inks = Inks(lambda name: self.ink_of(f"article--{name}"))

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._inks.clear()

    # Rows

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw a row of text, of a picture, or an empty one."""
        setting = self.setting
        if setting is None:
            return Strip.blank(width, self.row_style())
        if row in setting.figure_rows:
            return self._draw_figures(row, width)
        item, line = setting.find_row(row) if setting.tops else (0, 0)
        if not setting.tops or line < 0 or line >= len(setting.starts[item]):
            return self._draw_gap(item, width)
        if item < len(setting.head):
            return self._draw_text(item, line, self.row_style(f"article--{setting.head[item].face}"), [])
        block = setting.blocks[item - len(setting.head)]
        return self._draw_block(item, line, block)

    def _draw_block(self, item: int, line: int, block: Block) -> Strip:
        if block.kind is BlockKind.RULE:
            return self._draw_rule(item)
        if block.kind is BlockKind.TABLE:
            return self._draw_table(item, line)
        style = self.row_style(f"article--{_face(block)}")
        if block.kind is BlockKind.CODE:
            return self._draw_code(item, line, style)
        return self._draw_text(item, line, style, self._beside(block, line))

    def _draw_text(self, item: int, line: int, style: Style, beside: list[Segment]) -> Strip:
        setting = self._set
        start = setting.starts[item][line]
        segments = [*self._margin(item, line), *_stamped(beside, start, item)]
        for fragment in setting.fragments(item, line):
            segments += self._paint(item, fragment, style)[0]
        return Strip(segments)

    def _draw_gap(self, item: int, width: int) -> Strip:
        """Draw an empty row; it stands for the end of the text before it."""
        setting = self._set
        if not setting.tops:
            return Strip.blank(width, self.row_style())
        end = len(setting.text(item))
        index = item - len(setting.head)
        if index >= 0 and all(block.kind is BlockKind.QUOTE for block in setting.blocks[index : index + 2]):
            bar = self._beside(setting.blocks[index], 1)
            return Strip(_stamped([Segment(" " * self.left, self.row_style()), *bar], end, item))
        return Strip(_stamped([Segment(" " * width, self.row_style())], end, item))

    def _draw_rule(self, item: int) -> Strip:
        setting = self._set
        rule = "─" * min(9, setting.measure)
        before = (setting.measure - len(rule)) // 2
        segments = [
            Segment(" " * (self.left + before), self.row_style()),
            Segment(rule, self.row_style("article--rule")),
        ]
        return Strip(_stamped(segments, 0, item))

    def _draw_code(self, item: int, line: int, style: Style) -> Strip:
        setting = self._set
        indent = (setting.measure - max(1, setting.measure - 2 * min(2, setting.measure // 2))) // 2
        fragment = setting.fragments(item, line)[0]
        text, cells = self._paint(item, fragment, style)
        pad = Segment(" " * indent, style + stamp(FixedChar(fragment.start), item))
        rest = Segment(" " * max(0, setting.measure - indent - cells), style + stamp(FixedChar(fragment.end), item))
        return Strip([*self._margin(item, line), pad, *text, rest])

    def _draw_table(self, item: int, line: int) -> Strip:
        setting = self._set
        table = setting.tables[item]
        fragments = table.rows[line]
        margin = self._margin(item, line)
        if not fragments:
            under = Segment("─" * min(table.width, setting.room), self.row_style("article--rule"))
            return Strip([*margin, *_stamped([under], table.starts[line], item)])
        style = self.row_style("article--table-head" if line < table.head else "article--table")
        segments: list[Segment] = []
        at = 0
        for fragment in fragments:
            gap = " " * max(0, fragment.x - at)
            segments += _stamped([Segment(gap, self.row_style("article--table"))], fragment.start, item)
            painted, cells = self._paint(item, fragment, style)
            segments += painted
            at = max(at, fragment.x) + cells
        strip = Strip(segments)
        if table.width > setting.room:
            strip = self._crop_table(strip, table.width, setting.room)
        return Strip([*margin, *strip])

    def _crop_table(self, strip: Strip, width: int, room: int) -> Strip:
        """Cut a table's row to what is seen of it; an arrow says on which side there is more."""
        quiet = self.row_style("article--marker")
        shift = min(self.sideways, width - room)
        strip = strip.adjust_cell_length(width, self.row_style()).crop(shift, shift + room)
        if shift and room > 2:
            strip = Strip([Segment("‹", quiet), *strip.crop(1, room)])
        if shift + room < width and room > 2:
            strip = Strip([*strip.crop(0, room - 1), Segment("›", quiet)])
        return strip

    def _draw_figures(self, row: int, width: int) -> Strip:
        """Draw the row that stands for one picture, or for all those that stand in one place."""
        first, last = self._set.figure_rows[row]
        focused = self._focused_figure if self._focused_figure in range(first, last) else None
        figure = self._figures[first if focused is None else focused]
        place = str(figure.position)
        if focused is None and last - first > 1:
            place = f"{figure.position}–{self._figures[last - 1].position}"
        words = figure.caption or figure.alt or figure.credit or "no caption"
        kind = "▶" if figure.kind == "video" else "▣"
        label = f"{kind} {place}/{figure.total}  {words}"
        room = max(1, min(self._set.measure, width - self.left))
        style = self.row_style("article--figure" if focused is None else "article--figure-focus")
        item, _line = self._set.find_row(row) if self._set.tops else (0, 0)
        end = len(self._set.text(item)) if self._set.tops else 0
        segments = [Segment(" " * self.left, self.row_style()), Segment(cut(label, room), style)]
        return Strip(_stamped(segments, end, item))

    # Parts of rows

    @property
    def _set(self) -> Setting:
        assert self.setting is not None, "rows are drawn of a setting"  # noqa: S101 - draw_row has looked
        return self.setting

    def _paint(self, item: int, fragment: Fragment, style: Style) -> tuple[list[Segment], int]:
        text = self._set.text(item)
        ranges = self.ranges_in(item, fragment.start, fragment.end)
        return paint_runs(text, item, cut_runs(fragment.start, fragment.end, ranges), style, self._inks)

    def ranges_in(self, item: int, start: int, end: int) -> list[Range]:
        """Return all that is said of a stretch of an item: its marks, then each layer over them."""
        ranges: list[Range] = []
        index = item - len(self._set.head)
        if index >= 0 and (marks := self._set.blocks[index].marks):
            if item not in self._marks:
                self._marks[item] = index_marks(marks)
            ranges += self._marks[item].touching(start, end)
        for name in _LAYERS:
            layer = self.range_layers.get(name)
            if layer and item in layer:
                ranges += layer[item].touching(start, end)
        return ranges

    def _margin(self, item: int, line: int) -> list[Segment]:
        """Return the left margin, with the number of the quotation that begins in this row."""
        start, end = self._set.ends_of(item, line)
        begun = [quote for quote in self.numbers.get(item, ()) if start <= quote[0] < end]
        blank = self.row_style()
        if not begun or self.left < 4:
            return _stamped([Segment(" " * self.left, blank)], start, item)
        label = str(begun[0][1]) if len(begun) == 1 else f"{begun[0][1]}+"
        focused = any(quote[2] for quote in begun)
        style = self.row_style("article--number-focus" if focused else "article--number")
        room = self.left - 2
        segments = [Segment(" " * max(0, room - len(label)), blank), Segment(label[:room], style), Segment("  ", blank)]
        return _stamped(segments, start, item)

    def _beside(self, block: Block, line: int) -> list[Segment]:
        """Return what stands between the margin and the text: a list's mark, a quotation's bar."""
        indent = indent_of(block, self._set.measure)
        if not indent:
            return []
        if block.kind is BlockKind.QUOTE:
            return [Segment(("▎ " * 4)[:indent], self.row_style("article--bar"))]
        mark = list_mark(block)[:indent] if line == 0 else ""
        return [Segment(" " * (indent - len(mark)) + mark, self.row_style("article--marker"))]


def _stamped(segments: list[Segment], char: int, item: int) -> list[Segment]:
    """Return ``segments`` that all stand for one character: nothing drawn here is text."""
    fixed = stamp(FixedChar(char), item)
    return [Segment(text, (style or Style()) + fixed) for text, style, _control in segments if text]


def _face(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "heading" if block.level <= 2 else "subheading"
    return "code-block" if block.kind is BlockKind.CODE else str(block.kind)
