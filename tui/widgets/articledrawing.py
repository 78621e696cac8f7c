"""How the rows of an article look."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.article.model import BlockKind
from tui.widgets.articlerows import ArticleRows
from tui.widgets.codecolours import colour_code
from tui.widgets.justifying import widen_gaps
from tui.widgets.painting import cells_in, cut
from tui.widgets.runs import Range, RangeIndex
from tui.widgets.setting import CODE_PADDING, indent_of, list_mark
from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.article.model import Block
    from tui.widgets.tables import Fragment

RULE = 9
"""Cells of a rule: a pause, not a wall."""


class ArticleDrawing(ArticleRows):
    """Draws each kind of row: text, the gaps between, rules, code, tables, pictures."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.justify = False
        """Whether lines are drawn as wide as the column."""
        self.sideways = 0
        """Cells by which tables too wide for the page are moved to the left."""
        self.empty_text = ""
        """What stands on the page while there is no article."""
        self._empty_starts: Sequence[int] = ()
        self._focused_figure: int | None = None
        self._coloured: set[int] = set()

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw a row of text, of a picture, or an empty one."""
        setting = self.setting
        if setting is None:
            return self._draw_empty(row, width)
        if not (setting.tops or setting.figure_rows):
            return Strip.blank(width, self.row_style())
        if row in setting.figure_rows:
            return self.fill(self._draw_figures(row, width), width)
        item, line = setting.find_row(row)
        if line < 0 or line >= len(setting.starts[item]):
            return self.fill(self._draw_gap(item, width), width)
        if item < len(setting.head):
            style = self.row_style(setting.head[item].face)
            return self.fill(self._draw_text(item, line, style, []), width)
        return self.fill(self._draw_block(item, line, setting.blocks[item - len(setting.head)]), width)

    def lay_out_empty(self, measure: int) -> int:
        """Break what stands on a page without an article, below one empty row; return how many rows there are."""
        self._empty_starts = wrap(self.empty_text, measure) if self.empty_text else ()
        return len(self._empty_starts) + 1

    def _draw_empty(self, row: int, width: int) -> Strip:
        if not 0 < row <= len(self._empty_starts):
            return Strip.blank(width, self.row_style())
        ends = [*self._empty_starts[1:], len(self.empty_text)]
        words = self.empty_text[self._empty_starts[row - 1] : ends[row - 1]].rstrip()
        segments = [
            Segment(" " * self.left, self.row_style()),
            Segment(words, self.row_style("warning")),
        ]
        return self.fill(segments, width)

    def _draw_block(self, item: int, line: int, block: Block) -> list[Segment]:
        if block.kind is BlockKind.RULE:
            return self._draw_rule(item)
        if block.kind is BlockKind.TABLE:
            return self._draw_table(item, line)
        style = self.row_style(self._face(item, block))
        if block.kind is BlockKind.CODE:
            return self._draw_code(item, line, style)
        return self._draw_text(item, line, style, self._beside(block, line))

    def _face(self, item: int, block: Block) -> str:
        if self.laid.led and item == len(self.laid.head):
            return "standfirst"
        if block.kind is BlockKind.HEADING:
            return "heading" if block.level <= 2 else "subheading"
        return "code-block" if block.kind is BlockKind.CODE else str(block.kind)

    def _draw_text(self, item: int, line: int, style: Style, beside: list[Segment]) -> list[Segment]:
        setting = self.laid
        (fragment,) = setting.fragments(item, line)
        beside = self.stand_for(beside, setting.starts[item][line], item)
        text = self.paint(item, fragment, style)
        if setting.runs_right_to_left(item):
            return [*self.margin(item, line), *self._from_the_right(item, fragment, beside, text)]
        if self.justify and item >= len(setting.head) and not setting.ends_paragraph(item, line):
            parted = setting.ends_with_hyphen(item, line)
            missing = setting.measure - cells_in(beside) - cells_in(text) - parted
            gaps = widen_gaps(setting.text(item), fragment, missing, odd=line % 2 == 1)
            text = self.paint(item, fragment, style, gaps) if gaps else text
        if setting.ends_with_hyphen(item, line):
            text += self.stand_for([Segment("-", style)], fragment.end, item)
        return [*self.margin(item, line), *beside, *text]

    def _from_the_right(
        self, item: int, fragment: Fragment, beside: list[Segment], text: list[Segment]
    ) -> list[Segment]:
        """Return a row that begins at the column's right edge, with its list's mark or bar there."""
        missing = max(0, self.laid.measure - cells_in(beside) - cells_in(text))
        space = self.stand_for([Segment(" " * missing, self.row_style())], fragment.start, item)
        turned = [Segment(part.text[::-1], part.style) for part in reversed(beside)]
        return [*space, *text, *turned]

    def _draw_gap(self, item: int, width: int) -> list[Segment]:
        """Draw an empty row; it stands for the end of the text before it."""
        setting = self.laid
        index = item - len(setting.head)
        segments = [Segment(" " * width, self.row_style())]
        if index >= 0 and all(block.kind is BlockKind.QUOTE for block in setting.blocks[index : index + 2]):
            segments = [Segment(" " * self.left, self.row_style()), *self._beside(setting.blocks[index], 1)]
        return self.stand_for(segments, len(setting.text(item)), item)

    def _draw_rule(self, item: int) -> list[Segment]:
        measure = self.laid.measure
        rule = "─" * min(RULE, measure)
        before = " " * (self.left + (measure - len(rule)) // 2)
        segments = [Segment(before, self.row_style()), Segment(rule, self.row_style("rule"))]
        return self.stand_for(segments, 0, item)

    def _draw_code(self, item: int, line: int, style: Style) -> list[Segment]:
        measure = self.laid.measure
        indent = min(CODE_PADDING, measure // 2)
        if item not in self._coloured:
            self._coloured.add(item)
            self.call_later(self._colour_code, item)
        (fragment,) = self.laid.fragments(item, line)
        text = self.paint(item, fragment, style)
        before = self.stand_for([Segment(" " * indent, style)], fragment.start, item)
        rest = Segment(" " * max(0, measure - indent - cells_in(text)), style)
        return [*self.margin(item, line), *before, *text, *self.stand_for([rest], fragment.end, item)]

    async def _colour_code(self, item: int) -> None:
        """Have the parts of a listing told apart; it is drawn plain until they are."""
        setting = self.setting
        if setting is None or item >= setting.items or not setting.block(item).language:
            return
        blocks, block = setting.blocks, setting.block(item)
        parts = await asyncio.to_thread(colour_code, block.text, block.language)
        if parts and self.setting is not None and self.setting.blocks is blocks:
            self.code_parts[item] = RangeIndex(Range(*part) for part in parts)
            self.repaint()

    # Tables

    def _draw_table(self, item: int, line: int) -> list[Segment]:
        setting = self.laid
        table = setting.tables[item]
        shift = max(0, min(self.sideways, table.width - setting.room))
        margin = self.margin(item, line)
        if not table.rows[line]:
            under = Segment("─" * min(table.width, setting.room), self.row_style("rule"))
            return [*margin, *self.stand_for([under], table.starts[line], item)]
        style = self.row_style("table-head" if line < table.head else "table")
        segments: list[Segment] = []
        at = shift
        for fragment in table.seen_in(line, shift, shift + setting.room):
            painted = self.paint(item, fragment, style)
            gap = Segment(" " * max(0, fragment.x - at), self.row_style("table"))
            segments += [*self.stand_for([gap], fragment.start, item), *painted]
            at = max(at, fragment.x)
            if fragment.x < shift:
                segments = list(Strip(segments).crop(shift - fragment.x))
                at = fragment.x
            at += cells_in(painted)
        if table.width > setting.room:
            segments = self._crop_table(segments, table.width - shift, shift, setting.room)
        return [*margin, *segments]

    def _crop_table(self, segments: list[Segment], left: int, shift: int, room: int) -> list[Segment]:
        """Cut a table's row to what is seen of it; an arrow says on which side there is more."""
        quiet = self.row_style("marker")
        strip = Strip(segments).adjust_cell_length(room, self.row_style())
        if shift and room > 2:
            strip = Strip([Segment("‹", quiet), *strip.crop(1, room)])
        if left > room > 2:
            strip = Strip([*strip.crop(0, room - 1), Segment("›", quiet)])
        return list(strip)

    # Pictures

    def _draw_figures(self, row: int, width: int) -> list[Segment]:
        """Draw the row that stands for one picture, or for all those that stand in one place."""
        setting = self.laid
        first, last = setting.figure_rows[row]
        focused = self._focused_figure if self._focused_figure in range(first, last) else None
        figure = self._figures[first if focused is None else focused]
        place = str(figure.position)
        if focused is None and last - first > 1:
            place = f"{figure.position}–{self._figures[last - 1].position}"
        words = figure.caption or figure.alt or figure.credit or "no caption"
        kind = "▶" if figure.kind == "video" else "▣"
        label = f"{kind} {place}/{figure.total}  {words}"
        room = max(1, min(setting.measure, width - self.left))
        style = self.row_style("figure" if focused is None else "figure-focus")
        segments = [Segment(" " * self.left, self.row_style()), Segment(cut(label, room), style)]
        if not setting.tops:
            return segments
        item, _line = setting.find_row(row)
        return self.stand_for(segments, len(setting.text(item)), item)

    def _beside(self, block: Block, line: int) -> list[Segment]:
        """Return what stands between the margin and the text: a list's mark, a quotation's bar."""
        indent = indent_of(block, self.laid.measure)
        if not indent:
            return []
        if block.kind is BlockKind.QUOTE:
            return [Segment(("▎ " * 4)[:indent], self.row_style("bar"))]
        mark = list_mark(block)[:indent] if line == 0 else ""
        return [Segment(" " * (indent - len(mark)) + mark, self.row_style("marker"))]
