"""Lines drawn as wide as the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.painting import GAPS
from tui.widgets.runs import Range

if TYPE_CHECKING:
    from tui.widgets.tables import Fragment


def widen_gaps(text: str, line: Fragment, missing: int, *, odd: bool) -> list[Range]:
    """Return the blanks of a line that are to be widened for it to take ``missing`` cells more.

    None when the gaps would be wider than words bear: then the line stays
    ragged. The wider ones are spread over the line, and mirrored in ``odd``
    rows, so that they do not run down the page as rivers.
    """
    blanks = [place for place in range(line.start, line.end) if text[place] == " "]
    count = len(blanks)
    if missing <= 0 or missing > count * (len(GAPS) - 1):
        return []
    sizes = [(number + 1) * missing // count - number * missing // count for number in range(count)]
    if odd:
        sizes.reverse()
    return [Range(blank, blank + 1, GAPS[size]) for blank, size in zip(blanks, sizes, strict=True) if size]
