"""Moving by what is written: paragraphs, sentences, headings, quotations, pictures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.article.model import BlockKind, Place
from tui.widgets.articlefinding import ArticleFinding
from tui.widgets.sentences import starts_around

if TYPE_CHECKING:
    from collections.abc import Sequence


class Heading(Struct, frozen=True):
    """A line of the outline."""

    place: Place
    level: int
    text: str


class ArticleMoving(ArticleFinding):
    """Steps through the text; a sentence that is stepped to stays marked until one lets it go."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._sentence: Place | None = None

    def watch_article(self) -> None:
        """Another article."""
        super().watch_article()
        self._sentence = None

    def eye(self) -> Place | None:
        """Return the marked sentence."""
        return self._sentence or super().eye()

    def headings(self) -> Sequence[Heading]:
        """Return the outline."""
        blocks = self.article.blocks if self.article is not None else ()
        return [
            Heading(Place(index, 0, len(block.text)), block.level, block.text)
            for index, block in enumerate(blocks)
            if block.kind is BlockKind.HEADING
        ]

    def action_paragraph(self, step: int) -> None:
        """Bring the next or the last paragraph's first row to the top."""
        if self.article is None or not self.article.blocks:
            return
        here, blocks = self.place(), self.article.blocks
        index = here.block - 1 if step < 0 and (here.start == 0 or self._at_top_of(here)) else here.block
        if step > 0:
            index = here.block + 1 if self.scroll_offset.y or here.block else self._first_below_head()
        while 0 <= index < len(blocks) and not blocks[index].text:
            index += step
        if index < 0:
            self.scroll_to_row(0)
        elif index < len(blocks):
            self.go_to(Place(index, 0, 0), flash=False, where="top")

    def _at_top_of(self, here: Place) -> bool:
        return self.setting is not None and self.setting.row_of(here.block + len(self.head), here.start) == (
            self.setting.row_of(here.block + len(self.head), 0)
        )

    def _first_below_head(self) -> int:
        """At the very top the next paragraph is the first, when the head fills the rows above it."""
        return 0 if self.setting is not None and self.setting.tops[len(self.head)] > 0 else 1

    def action_sentence(self, step: int) -> None:
        """Mark the next or the last sentence, and keep it in view."""
        blocks = self.article.blocks if self.article is not None else ()
        here = self._sentence
        block, char = (here.block, here.start) if here is not None else (self.place().block, self.place().start - 1)
        while 0 <= block < len(blocks):
            starts = starts_around(blocks[block].text, char) if blocks[block].text else []
            index = bisect_right(starts, char) if step > 0 else bisect_left(starts, char) - 1
            if 0 <= index < len(starts):
                end = starts[index + 1] if index + 1 < len(starts) else len(blocks[block].text)
                self._mark_sentence(Place(block, starts[index], end))
                return
            block += step
            char = -1 if step > 0 else len(blocks[block].text) + 1 if block >= 0 else 0

    def _mark_sentence(self, place: Place) -> None:
        text = self.article.blocks[place.block].text[: place.end] if self.article is not None else ""
        self._sentence = Place(place.block, place.start, max(place.start, len(text.rstrip())))
        self.go_to(self._sentence, flash=False, where="keep")
        self.set_layer("flash", [self._sentence])

    def action_heading(self, step: int) -> None:
        """Bring the next or the last heading to the top."""
        self._step_to([heading.place for heading in self.headings()], step)

    def action_quotation(self, step: int) -> None:
        """Bring the next or the last quotation into view, chosen."""
        quotes = self.article.quotes if self.article is not None else ()
        places = [quote.place for quote in quotes]
        index = self._step_from(places, step, self.focused_quote)
        if index is not None:
            self.focused_quote = index
            self.go_to(places[index], flash=False)

    def action_picture(self, step: int) -> None:
        """Bring the next or the last picture into view, chosen."""
        count = len(self._figures)
        if not count or self.setting is None:
            return
        if self.focused_figure is not None:
            index = self.focused_figure + step
        else:
            here = self.place().block  # a picture stands before its block
            blocks = [figure.block for figure in self._figures]
            index = bisect_left(blocks, here) if step > 0 else bisect_left(blocks, here) - 1
        if 0 <= index < count:
            self.go_to_figure(index)

    def _step_to(self, places: list[Place], step: int) -> None:
        index = self._step_from(places, step, None)
        if index is not None:
            self.go_to(places[index], where="top")

    def _step_from(self, places: list[Place], step: int, current: int | None) -> int | None:
        """Return the index of the place ``step`` on from ``current``, else from the first text in view."""
        if current is None:
            here = self.place()
            index = bisect_right(places, here) if step > 0 and self.scroll_offset.y else bisect_left(places, here)
            index += 0 if step > 0 else -1
        else:
            index = current + step
        return index if 0 <= index < len(places) else None
