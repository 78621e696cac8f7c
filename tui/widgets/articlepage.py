"""An article on a page: what is shown, and places in it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

from textual.message import Message
from textual.reactive import reactive

from tui.article.model import Article, Place
from tui.widgets.articleholding import ArticleHolding
from tui.widgets.composing import set_article
from tui.widgets.heading import head_of, minutes_of
from tui.widgets.hyphenation import Hyphens, load_hyphens
from tui.widgets.quotenumbers import gutter_of, number_quotes
from tui.widgets.runs import Layer

if TYPE_CHECKING:
    from textual.timer import Timer

FLASH_SECONDS = 1.5
"""How long a place that was jumped to stays marked."""
Where = Literal["top", "middle", "keep"]


class ArticlePage(ArticleHolding):
    """Holds the article and the place in it, which is a character and not a row."""

    article: reactive[Article | None] = reactive[Article | None](None, repaint=False)
    measure: reactive[int] = reactive(66, repaint=False)
    """Cells of a row of body text, where the pane has as many."""
    focused_quote: reactive[int | None] = reactive[int | None](None, repaint=False)
    """Index of the quotation that is drawn as chosen."""
    focused_figure: reactive[int | None] = reactive[int | None](None, repaint=False)
    """Index of the figure that is drawn as chosen."""
    highlights: reactive[tuple[Place, ...]] = reactive[tuple[Place, ...]]((), repaint=False)
    justified: reactive[bool] = reactive(False, repaint=False)
    """Whether lines are as wide as the column."""
    hyphenated: reactive[bool] = reactive(False, repaint=False)
    """Whether words are parted at line ends, in languages that there are patterns for."""
    show_quote_numbers: reactive[bool] = reactive(True, repaint=False)

    class Moved(Message):
        """Another text is the first in view, or the article is another."""

        def __init__(self, place: Place, progress: float, minutes_left: int) -> None:
            super().__init__()
            self.place = place
            self.progress = progress
            """How much of the article has been in view, 0 to 1."""
            self.minutes_left = minutes_left
            """What is left to read, 0 at the end."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._minutes = 0
        self._hyphens: dict[str, Hyphens | None] = {}
        self._flash_timer: Timer | None = None

    # What is shown

    def lay_out(self, width: int) -> int:
        """Set the article at this width."""
        quotes = self.article.quotes if self.article is not None else ()
        gutter = (gutter_of(len(quotes)) if self.show_quote_numbers and quotes else 2) if width >= 40 else width // 20
        right = min(2, width // 20)
        measure = max(1, min(self.measure, width - gutter - right))
        self.left = max(gutter, (width - measure) // 2)
        if self.article is None:
            self.setting = None
            return self.lay_out_empty(measure)
        hyphens = self._hyphens.get(self.article.language) if self.hyphenated else None
        self.setting = set_article(self.article, self.head, measure, max(1, width - self.left - right), hyphens)
        return self.begin_laying()

    def watch_article(self) -> None:
        """Show another article from its top, with nothing marked in it."""
        self._marks.clear()
        self.range_layers.clear()
        self.code_parts.clear()
        self._coloured.clear()
        self._held = (0, 0)
        self._at_end = False
        self.sideways = 0
        self.set_reactive(ArticlePage.focused_quote, None)
        self.set_reactive(ArticlePage.focused_figure, None)
        self._focused_figure = None
        self.head = head_of(self.article) if self.article is not None else ()
        self._minutes = minutes_of(self.article) if self.article is not None else 0
        self._figures = self.article.figures if self.article is not None else ()
        self.stop_waiting()
        self._show_again()
        self._want_hyphens()
        self.post_moved()

    def say_instead(self, words: str) -> None:
        """Have ``words`` stand where the article would, until there is one; they are text, never markup."""
        self.empty_text = words
        self._show_again()

    def watch_measure(self) -> None:
        """Set the text wider or narrower; the place stays."""
        self._show_again()

    def watch_justified(self) -> None:
        """Draw lines as wide as the column, or ragged."""
        self.justify = self.justified
        self.repaint()

    def watch_hyphenated(self) -> None:
        """Part words, or no longer."""
        self._show_again()
        self._want_hyphens()

    def _want_hyphens(self) -> None:
        """Have the patterns of the article's language loaded, once."""
        language = self.article.language if self.article is not None else ""
        if self.hyphenated and language and language not in self._hyphens:
            self._hyphens[language] = None
            self.call_later(self._load_hyphens, language)

    async def _load_hyphens(self, language: str) -> None:
        self._hyphens[language] = await asyncio.to_thread(load_hyphens, language)
        if self.article is not None and self.article.language == language:
            self._show_again()

    def watch_show_quote_numbers(self) -> None:
        """Show or hide the numbers in the margin."""
        self._show_again()

    def watch_focused_quote(self) -> None:
        """Draw the chosen quotation as chosen."""
        quotes = self.article.quotes if self.article is not None else ()
        parts: tuple[Place, ...] = ()
        if self.focused_quote is not None and 0 <= self.focused_quote < len(quotes):
            parts = quotes[self.focused_quote].parts
        self.set_layer("quote-focus", parts)
        self._number_quotes()

    def watch_focused_figure(self) -> None:
        """Draw the chosen picture's row as chosen."""
        self._focused_figure = self.focused_figure
        self.repaint()

    def watch_highlights(self) -> None:
        """Draw what the reader has marked."""
        self.set_layer("highlight", self.highlights)

    def set_layer(self, name: str, places: tuple[Place, ...] | list[Place]) -> None:
        """Lay ``places`` over the text under ``name``; none takes the layer away."""
        self.range_layers[name] = Layer(name, places, len(self.head))
        self.repaint()

    def _show_again(self) -> None:
        self._number_quotes()
        if self._width:
            with self.holding():  # there may be fewer rows
                self.set_again()
            self._return_to_held()

    def _number_quotes(self) -> None:
        self.numbers = {}
        if self.article is None or not self.show_quote_numbers:
            return
        head = len(self.head)
        for index, number in number_quotes(self.article.quotes).items():
            place = self.article.quotes[index].place
            self.numbers.setdefault(place.block + head, []).append((place.start, number, index == self.focused_quote))

    # Places

    def restore(self, place: Place) -> None:
        """Bring ``place`` to the window's first row, unmarked; the very beginning brings the headline."""
        if (place.block, place.start) == (0, 0):
            self.hold((0, 0))
        else:
            self.hold((place.block + len(self.head), place.start))
        self.post_moved()

    def go_to(self, place: Place, *, flash: bool = True, where: Where = "middle") -> None:
        """Show ``place``; with ``flash`` it is marked for a moment."""
        if self.setting is None:
            return
        item = place.block + len(self.head)
        if not self.reach(item, max(place.start, place.end - 1), lambda: self.go_to(place, flash=flash, where=where)):
            return
        row = self.setting.row_of(item, place.start)
        last = self.setting.row_of(item, max(place.start, place.end - 1))
        if flash:
            self.flash([place])
        self.show_rows(row, last, where)

    def go_to_figure(self, index: int) -> None:
        """Show the row of a figure, drawn as chosen."""
        self.focused_figure = index
        if self.setting is None or not 0 <= index < len(self._figures):
            return
        item = min(len(self.head) + self._figures[index].block, self.setting.items - 1)
        if self.reach(item, 0, lambda: self.go_to_figure(index)) and index in self.setting.figure_row_of:
            row = self.setting.figure_row_of[index]
            self.show_rows(row, row, "middle")

    def show_rows(self, row: int, last: int, where: Where) -> None:
        """Scroll so that ``row`` to ``last`` are seen: at the top, a third down, or no further than needed."""
        if where == "top":
            self.scroll_to_row(row)
        elif where == "middle":
            self.scroll_to_row(row - max(0, (self.page_rows - (last - row)) // 3))
        else:
            self.show_row(max(0, row - 2), last + 2)

    def flash(self, places: list[Place]) -> None:
        """Mark ``places`` for a moment."""
        self.set_layer("flash", places)
        if self._flash_timer is not None:
            self._flash_timer.stop()
        self._flash_timer = self.set_timer(FLASH_SECONDS, self._end_flash)

    def _end_flash(self) -> None:
        self.set_layer("flash", [])

    def progress(self) -> float:
        """Return how much of the article has been in view, 0 to 1."""
        if not self.row_count:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.page_rows) / self.row_count)

    def post_moved(self) -> None:
        """Tell where the reader is."""
        progress = self.progress()
        self.post_message(self.Moved(self.place(), progress, self.minutes_left(progress)))

    def minutes_left(self, progress: float) -> int:
        """Return the minutes that are left to read when so much was in view, 0 to 1; of a book only about."""
        return round(self._minutes * (1 - progress))
