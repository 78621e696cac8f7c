"""The captions of an article, with thumbnails of the pictures that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive

from tui.article.model import Figure
from tui.widgets.entrypane import EntryPane, Slot
from tui.widgets.entrysetting import Entry, Part
from tui.widgets.runs import Range

if TYPE_CHECKING:
    from tui.pictures import Drawing

THUMBNAIL = (16, 5)
"""Columns and rows of the largest thumbnail."""

ROOM_FOR_THUMBNAILS = 42
"""Narrowest pane with thumbnails: half of it is left to the words."""

MOST_THUMBNAILS = 100
"""How many drawn thumbnails are held; past it all are let go, and those in view asked for again."""


class CaptionsPane(EntryPane):
    """Every picture's caption, its credit apart."""

    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), repaint=False)
    kept: reactive[frozenset[str]] = reactive[frozenset[str]](frozenset(), repaint=False)
    """The ``src`` of the figures that have a thumbnail: their pictures are at hand, and nobody need be asked."""

    class ThumbnailsWanted(Message):
        """Thumbnails are in view and not drawn; answer each with ``show_thumbnail``, in half blocks."""

        def __init__(self, pane: CaptionsPane, figures: tuple[Figure, ...]) -> None:
            super().__init__()
            self.pane = pane
            self.figures = figures

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.empty_text = "No pictures"
        self._thumbnails: dict[str, list[list[Segment]]] = {}
        self._asked: frozenset[Figure] = frozenset()
        self._asking = False

    def watch_figures(self) -> None:
        """List another article's captions."""
        self.marked.clear()
        self._thumbnails.clear()
        self._asked = frozenset()
        self.set_reactive(CaptionsPane.current, None)
        self.set_reactive(CaptionsPane.kept, frozenset())
        self.list_again(keep=False)

    def watch_kept(self) -> None:
        """Leave room for the thumbnails; what is at the top stays there."""
        anchor = self.anchor_row()
        self.list_again()
        if self.row_count and not self.has_focus:
            self.scroll_to_row(self.row_of_anchor(anchor))

    def cursor_figure(self) -> Figure | None:
        """Return the figure under the cursor."""
        index = self.cursor_index()
        return None if index is None else self.figures[index]

    def marked_figures(self) -> tuple[Figure, ...]:
        """Return the selected figures in order; the one under the cursor when none is."""
        return tuple(self.figures[index] for index in self.marked_indexes())

    def list_slots(self) -> list[Slot]:
        """Return the captions in order."""
        return [Slot(index) for index in range(len(self.figures))]

    def make_entry(self, slot: Slot) -> Entry:
        """Return a caption with its credit."""
        figure = self.figures[slot.source]
        return Entry(slot.source, str(figure.position), _parts(figure), figure.src in self.kept)

    # Thumbnails

    def inset(self, width: int) -> tuple[int, int]:
        """See EntryPane: a thumbnail and a blank."""
        columns, rows = THUMBNAIL
        return (columns + 1, rows) if width >= ROOM_FOR_THUMBNAILS else (0, 0)

    def draw_inset(self, index: int, row: int) -> list[Segment] | None:
        """See EntryPane; a thumbnail that is seen and not drawn is asked for."""
        rows = self._thumbnails.get(self.figures[index].src)
        if rows is None and not self._asking:
            self._asking = True
            self.call_later(self._ask)
        return rows[row] if rows and row < len(rows) else None

    def show_thumbnail(self, figure: Figure, drawing: Drawing | None) -> None:
        """Draw a figure's thumbnail; None when there is none after all."""
        if figure not in self.figures:
            return
        if len(self._thumbnails) >= MOST_THUMBNAILS:
            self._thumbnails.clear()
            self._asked = frozenset()
            self.repaint()
        self._thumbnails[figure.src] = _centred_rows(drawing) if drawing else []
        for entry in range(self.entry_count()):
            if self.figures[entry].src == figure.src:
                self.redraw_entry(entry)

    def _ask(self) -> None:
        self._asking = False
        first = self.scroll_offset.y
        seen = {self.entry_at(row) for row in range(first, min(first + self.page_rows, self.row_count))}
        wanted = [self.figures[entry] for entry in sorted(entry for entry in seen if entry is not None)]
        missing = tuple(one for one in wanted if one.src in self.kept and one.src not in self._thumbnails)
        if not self._asked.issuperset(missing):  # a new question ends the one that is being answered
            self._asked = frozenset(missing)
            self.post_message(self.ThumbnailsWanted(self, missing))


def _centred_rows(drawing: Drawing) -> list[list[Segment]]:
    """Return a thumbnail's rows, each as wide as the largest one."""
    from tui.widgets.blockrows import block_rows  # noqa: PLC0415  not needed to start

    spare = THUMBNAIL[0] - drawing.columns
    left, right = Segment(" " * (spare // 2)), Segment(" " * (spare - spare // 2))
    return [[left, *row, right] for row in block_rows(drawing)]


def alternative(figure: Figure) -> str:
    """Return the page's alternative text, told as what it is; "" when there is none."""
    return f"Alt text: {figure.alt}" if figure.alt else ""


def _parts(figure: Figure) -> tuple[Part, ...]:
    if figure.caption:
        caption = Part(figure.caption, (Range(0, len(figure.caption), "words"),))
    else:
        text = alternative(figure) or ("Video without caption" if figure.kind == "video" else "No caption")
        faces = ("italic",) if figure.alt else ("italic", "quiet")
        caption = Part(text, tuple(Range(0, len(text), face) for face in faces))
    place = " · ".join(filter(None, (f"{figure.position}/{figure.total}", figure.credit)))
    foot = f"{place} · still of a video" if figure.kind == "video" else place
    return (caption, Part(foot, (Range(0, len(foot), "quiet"),)))
