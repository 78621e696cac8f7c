"""Putting the panes together into what is sent to the terminal, at the cost of those that changed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from textual._compositor import Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.strip import Strip

Line = dict[int, "Strip | None"]
"""What is drawn in one line of the screen, by the column at which it begins; None for nothing yet."""


class SparingCompositor(Compositor):
    """Textual's compositor, which asks only those panes that are seen in what changed, and for those lines only.

    Textual's own draws and cuts up every widget whose container touches the
    rectangle around all changes: for a page of the article also the list, both
    side panes, and the screen and boxes behind them, line by line. The result
    is the same; ``tests/screens/test_compositing.py`` holds both beside each other.
    """

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Draw the lines of ``crop`` that are wanted, front to back, until nothing is left to be drawn."""
        cuts = self.cuts
        lines: list[Line] = [dict.fromkeys(places[:-1]) for places in cuts]
        wanted = {y for y in crop.line_range if 0 <= y < len(cuts) and is_rendered_line(y)}
        left = sum(begin < crop.right and end > crop.x for y in wanted for begin, end in pairwise(cuts[y]))
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            rows = [y for y in shown.line_range if y in wanted]
            if not rows or not shown.overlaps(crop):
                continue
            part = Region(shown.x - region.x, rows[0] - region.y, shown.width, rows[-1] + 1 - rows[0])
            for y, strip in enumerate(widget.render_lines(part), rows[0]):
                if y in wanted:
                    left -= _lay(strip, shown.column_span, cuts[y], lines[y], crop.column_span)
            if left <= 0:
                break
        return cast("Sequence[Mapping[int, Strip]]", lines)  # the framework's own word for it


def _lay(strip: Strip, span: tuple[int, int], cuts: list[int], line: Line, crop: tuple[int, int]) -> int:
    """Put what stands in ``span`` wherever nothing stands yet; return how many places within ``crop`` it filled."""
    first, last = span
    places = [cut for cut in cuts if first <= cut <= last]
    if all(line.get(place) is not None for place in places[:-1]):
        return 0
    filled = 0
    for (begin, end), piece in zip(pairwise(places), strip.divide([cut - first for cut in places[1:]]), strict=False):
        if line[begin] is None:
            line[begin] = piece
            filled += begin < crop[1] and end > crop[0]
    return filled
