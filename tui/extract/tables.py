"""Tables: telling data from layout, and reading data row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_CELL = 600
_MOST_ROWS = 2_000


def is_data_table(table: HtmlElement) -> bool:
    """Whether ``table`` holds data: two rows and two columns or more, short cells, no table within.

    After the signs that browsers go by when they tell screen readers; a table with ``role=presentation`` never does.
    """
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    wide = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        wide += len(cells) > 1
        if any(_is_prose(cell) for cell in cells):
            return False
    return wide > 1


def _is_prose(cell: HtmlElement) -> bool:
    return (
        sum(len(text) for text in cell.itertext()) > _LONGEST_CELL
        or next(cell.iter("article", "h1", "form"), None) is not None
    )


def read_table(table: HtmlElement) -> tuple[str, int, int]:
    r"""Return the rows of ``table`` (``\n`` between rows, ``\t`` between cells), its head rows, its linked letters."""
    rows: list[str] = []
    header_rows = 0
    for row in list(table.iter("tr"))[:_MOST_ROWS]:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        texts = [" ".join(seen_text(cell).split()) for cell in cells]
        if not any(texts):
            continue
        if header_rows == len(rows) and all(cell.tag == "th" for cell in cells):
            header_rows += 1
        rows.append("\t".join(texts))
    linked = sum(len("".join(link.itertext()).strip()) for link in table.iter("a"))
    return "\n".join(rows), header_rows if header_rows < len(rows) else 0, linked


def seen_text(cell: HtmlElement) -> str:
    """Return the text of ``cell``, or of a table's caption, without what no browser shows of it."""
    pieces = [cell.text or ""]
    for element in cell.iterdescendants():
        if element.tag not in ("script", "style", "noscript", "template"):
            pieces.append(" " if element.tag in ("br", "p", "div", "li") else "")
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return "".join(pieces)
