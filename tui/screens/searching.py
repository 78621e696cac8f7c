"""Searching the whole library as one types; choosing a hit lands on its sentence."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.errors import PullquoteError
from tui.library import Hit, Library

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.reading import Reading

MOST_HITS = 50
"""Hits shown; a search that finds more is better narrowed down than scrolled through."""

REST_SECONDS = 0.25
"""How long no key must come before the hits are put in order: ranking a common word takes longer than a key may."""


class SearchScreen(ModalScreen[Hit | None]):
    """Words, "phrases", by: site: tag: said: speaker: …; the newest first as one types, then the best; Enter opens."""

    CSS = """
    SearchScreen { align: center top; background: $background 50%; }
    #search-box { width: 96; max-width: 96%; height: auto; max-height: 85%; margin-top: 2; border: round $primary;
                  border-title-color: $primary; background: $surface; }
    #search-box Input { border: none; height: 1; padding: 0 1; background: $panel; }
    #search-box Label { width: 100%; padding: 0 1; color: $text-muted; }
    #search-box OptionList { border: none; background: $surface; height: auto; max-height: 100%; padding: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="search.leave"),
        Binding("down,ctrl+n", "move(1)", "Down", id="search.down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", id="search.up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", id="search.page-down", show=False, priority=True),
        Binding("pageup", "page(-1)", "Page up", id="search.page-up", show=False, priority=True),
    ]

    def __init__(self, reading: Reading, query: str = "") -> None:
        super().__init__()
        self._reading = reading
        self._query = query
        self._hits: list[Hit] = []
        self._shown = ""
        self._moved = False

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="search-box") as box:
            box.border_title = Content("Search the library")
            yield Input(
                self._query,
                select_on_focus=False,
                placeholder='words  "a phrase"  by:  site:  tag:  said:  speaker:  is:unread  before:2026-01',
            )
            yield Label("", id="search-note", markup=False)
            yield OptionList(id="search-hits", compact=True)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value, REST_SECONDS)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._shown == event.value:
            self._dismiss_with(self.query_one(OptionList).highlighted)
        else:
            self._search(event.value, 0)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._dismiss_with(event.option_index)

    @work(group="search", exclusive=True)
    async def _search(self, query: str, rest: float) -> None:
        """Show the newest hits, and after a rest the best: those with the words as they stand, then the others."""
        self._moved = False
        try:
            newest = await self._find(query, ranked=False)
            self._show(query, newest, "")
            await asyncio.sleep(rest)
            best = await self._find(query, ranked=True)
        except PullquoteError as error:
            self.query_one(Label).update(Content(str(error)))
            return
        known = {hit.row.id for hit in best}
        if best and not self._moved:
            others = [hit for hit in newest if hit.row.id not in known]
            self._show(query, [*best, *others][:MOST_HITS], ", best first")

    async def _find(self, query: str, *, ranked: bool) -> list[Hit]:
        return await self._reading.library(Library.search, query, MOST_HITS, ranked=ranked) if query.strip() else []

    def _show(self, query: str, hits: list[Hit], order: str) -> None:
        self._shown, self._hits = query, hits
        count = f"{len(hits)} found" if len(hits) < MOST_HITS else f"the first {MOST_HITS}"
        self.query_one(Label).update(Content(count + order if query.strip() else ""))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(_as_content(hit)) for hit in hits)
        options.highlighted = 0 if hits else None

    def _dismiss_with(self, index: int | None) -> None:
        if index is not None and index < len(self._hits):
            self.dismiss(self._hits[index])

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move the cursor, while the keys go on being typed into the query."""
        self._moved = True
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Move the cursor by as many hits as there is room for."""
        self._moved = True
        options = self.query_one(OptionList)
        if step > 0:
            options.action_page_down()  # type: ignore[no-untyped-call]
        else:
            options.action_page_up()  # type: ignore[no-untyped-call]


def _as_content(hit: Hit) -> Content:
    """Title and source, and under it the sentence with what was found in it."""
    title = Content(hit.row.title or hit.row.address).stylize("bold")
    source = Content(f"  {hit.row.site}").stylize("$text-muted")
    snippet = Content(hit.snippet)
    for start, end in hit.marks:
        snippet = snippet.stylize("bold $primary", start, end)
    return Content("\n").join([title + source, Content("  ") + snippet])
