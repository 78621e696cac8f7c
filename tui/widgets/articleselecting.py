"""Selecting text, by mouse and by keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from tui.article.model import BlockKind, Place
from tui.widgets.articlemoving import ArticleMoving
from tui.widgets.graphemes import snap_end, snap_start
from tui.widgets.runs import Range
from tui.widgets.sentences import NEAR, starts_around

if TYPE_CHECKING:
    from textual import events

_WORD = r"[\w’'-]+|[^\w\s]+"
LONGEST_WORD = 200
"""Code points looked at before a place for the word that it is in."""
Point = tuple[int, int]
"""An item and a character in it."""


class ArticleSelecting(ArticleMoving):
    """The selection is a stretch of characters: it copies without wraps, and no resize moves it."""

    ALLOW_SELECT = True

    class SelectionChanged(Message):
        """Another text is selected, or none."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._selected: tuple[Point, Point] | None = None
        self._fixed: Point | None = None
        self._free: Point = (0, 0)
        self._by = "word"

    def watch_article(self) -> None:
        """Another article: nothing of it is selected."""
        if self.is_attached:
            self.clear_selection()
        super().watch_article()

    # What is selected

    @property
    def selecting(self) -> bool:
        """Whether keys extend a selection."""
        return self._fixed is not None

    def selected_text(self) -> str:
        """Return the selected text without wraps and margins, "" when none is."""
        if self._selected is None or self.setting is None:
            return ""
        parts = self._parts()
        text = ""
        for number, (item, start, end) in enumerate(parts):
            if number:
                text += self._between(parts[number - 1][0], item)
            text += self.setting.text(item)[start:end]
        return text

    def selected_places(self) -> tuple[Place, ...]:
        """Return the selected stretches of the body, one a block."""
        head = len(self.head)
        return tuple(Place(item - head, start, end) for item, start, end in self._parts() if item >= head)

    def selected_place(self) -> Place | None:
        """Return the first of ``selected_places``; None when nothing of the body is selected."""
        return next(iter(self.selected_places()), None)

    def _parts(self) -> list[tuple[int, int, int]]:
        if self._selected is None or self.setting is None:
            return []
        (first, start), (last, end) = self._selected
        parts = []
        for item in range(first, last + 1):
            length = len(self.setting.text(item))
            left, right = start if item == first else 0, end if item == last else length
            if left < right:
                parts.append((item, left, right))
        return parts

    def _between(self, before: int, after: int) -> str:
        """Return what stands between two selected items: list items are lines, all else is paragraphs."""
        blocks, head = self.setting.blocks if self.setting is not None else (), len(self.head)
        both = [blocks[item - head].kind for item in (before, after) if item >= head]
        return "\n" if both == [BlockKind.ITEM, BlockKind.ITEM] else "\n\n"

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text to the screen (its own copy key)."""
        del selection
        text = self.selected_text()
        return (text, "\n") if text else None

    # Selecting

    def clear_selection(self) -> None:
        """Select nothing."""
        self._fixed = None
        if self in self.screen.selections:
            others = {widget: kept for widget, kept in self.screen.selections.items() if widget is not self}
            self.screen.selections = others
        if self._selected is not None:  # the screen tells only of what it has drawn
            self.selection_updated(None)

    def _select(self, start: Point, end: Point) -> None:
        start, end = min(start, end), max(start, end)
        selection = Selection(Offset(start[1], start[0]), Offset(end[1], end[0]))
        self.selection_updated(selection)
        self.screen.selections = {self: selection}

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection that the screen tells, and tell the text."""
        before = self._selected
        self._selected = None if selection is None or self.setting is None else self._snap(selection)
        if self._selected is None:
            self._fixed = None
        if before != self._selected:
            self.repaint()
            self.post_message(self.SelectionChanged(self.selected_text()))

    def _snap(self, selection: Selection) -> tuple[Point, Point] | None:
        """Return the selection's ends within the text, at whole grapheme clusters."""
        setting = self.setting
        if setting is None or not setting.items:
            return None
        last = setting.items - 1
        start, end = selection.start, selection.end
        first = (0, 0) if start is None else (start.y, start.x)
        second = (last, len(setting.text(last))) if end is None else (end.y, end.x)
        points = []
        for (item, char), snap in ((first, snap_start), (second, snap_end)):
            item = max(0, min(item, last))  # noqa: PLW2901 - a pointer may be anywhere
            text = setting.text(item)
            points.append((item, snap(text, max(0, min(char, len(text))))))
        return points[0], max(points)

    def ranges_in(self, item: int, start: int, end: int) -> list[Range]:
        """Lay the selection over all else."""
        ranges = super().ranges_in(item, start, end)
        if self._selected is not None:
            (first, left), (last, right) = self._selected
            if first <= item <= last:
                low, high = left if item == first else 0, right if item == last else end
                if max(low, start) < min(high, end):
                    ranges.append(Range(max(low, start), min(high, end), "selection"))
        return ranges

    # Mouse

    async def _on_click(self, event: events.Click) -> None:
        """Two clicks select a word, three the paragraph (the framework would select the whole article)."""
        if event.widget is self and event.chain in (2, 3) and self.setting is not None:
            _widget, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
            if offset is not None and offset.y < self.setting.items:
                text = self.setting.text(offset.y)
                start, end = word_at(text, offset.x) if event.chain == 2 else (0, len(text))
                self._select((offset.y, start), (offset.y, end))
        event.prevent_default()
        await self.broker_event("click", event)

    # Keys

    def action_select(self, by: str) -> None:
        """Begin to select by word or by paragraph, from the first text in view; again: let go."""
        if self.setting is None or not self.setting.tops:
            return
        if self.selecting and self._by == by:
            self.clear_selection()
            return
        self._by = by
        if self._selected is None:
            place = self._start_of_selection()
            item = place.block + len(self.head)
            start, end = word_at(self.setting.text(item), place.start)
            self._fixed, self._free = (item, start), (item, end)
        else:
            self._fixed, self._free = self._selected
        if by == "paragraph":
            self._fixed, self._free = (self._fixed[0], 0), (self._free[0], len(self.setting.text(self._free[0])))
        self._select(self._fixed, self._free)

    def _start_of_selection(self) -> Place:
        """Return where to begin: the current hit, the chosen quotation, the marked sentence, or the first in view."""
        if self.finding:
            return self.matches[self.match_number - 1]
        if self.focused_quote is not None and self.article is not None:
            return self.article.quotes[self.focused_quote].place
        return self._sentence or self.place()

    def extend(self, by: str, step: int) -> None:
        """Move the selection's free end by a ``word``, ``sentence``, ``paragraph`` or ``line``."""
        if self._fixed is None or self.setting is None:
            return
        self._free = self._step_point(self._free, by, step)
        self._select(self._fixed, self._free)
        self._show_free_end()

    def _show_free_end(self) -> None:
        item, char = self._free[0], max(0, self._free[1] - 1)
        if self.setting is not None and self.reach(item, char, self._show_free_end):
            self.show_row(self.setting.row_of(item, char))

    def _step_point(self, point: Point, by: str, step: int) -> Point:
        """Return the next edge after ``point``, or the last one before it; blocks without one are passed over."""
        setting = self.setting
        item, char = point
        while setting is not None and 0 <= item < setting.items:
            edges = self._edges((item, char), by, step)
            beyond = [edge for edge in edges if (edge > char if step > 0 else edge < char)]
            if beyond:
                return item, beyond[0] if step > 0 else beyond[-1]
            item += step
            char = 0 if step > 0 or not 0 <= item < setting.items else len(setting.text(item))
        return point

    def _edges(self, point: Point, by: str, step: int) -> list[int]:
        """Return the places near a point at which a step of the kind may end, in order."""
        if self.setting is None:
            return []
        item, char = point
        text = self.setting.text(item)
        if by == "word":
            words = re.compile(_WORD).finditer(text, max(0, char - NEAR), char + NEAR)
            return [match.end() if step > 0 else match.start() for match in words]
        if by == "sentence":
            return [*starts_around(text, char), len(text)]
        self.setting.lay_on(item=item)
        return [*(self.setting.starts[item] if by == "line" else (0,)), len(text)]


def word_at(text: str, char: int) -> tuple[int, int]:
    """Return start and end of the word at ``char``, or of the nearest one after it, else before."""
    last = (0, len(text))
    for match in re.compile(_WORD).finditer(text, max(0, char - LONGEST_WORD)):
        last = match.span()
        if match.end() > char:
            break
    return last
