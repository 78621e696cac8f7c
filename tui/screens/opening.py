"""Opening articles: from the list, from an address, the next and the one before."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.article import Place
from tui.errors import LibraryError, PullquoteError, SourceError
from tui.exchange import quotation_text
from tui.library import Library
from tui.library.anchors import follow_words
from tui.reading import Opened, SourceKind, parse_source
from tui.screens.base import told
from tui.screens.placing import Placing
from tui.widgets.articlelist import ArticleList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.fetch import Progress
    from tui.library import Row, View
    from tui.reading import Source

NO_ARTICLE = "a adds another address, 1 shows the list, q quits."
"""What one can do where nothing could be opened."""


class Opening(Placing):
    """What brings an article onto the screen.

    Every opening has a number. The article of the highest number asked for is
    shown; one that arrives late joins the list and says so, and never takes
    the place of what was asked for after it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J", "neighbour(1)", "Next article", id="article.next"),
        Binding("K", "neighbour(-1)", "Previous article", id="article.previous"),
        Binding("r", "fetch_again", "Fetch again", id="article.fetch-again"),
    ]

    busy: reactive[str] = reactive("", repaint=False)

    _asked = 0
    _steps = (0, 0)
    """How many articles on or back are asked for, and the number of what was asked for before."""

    @cached_property
    def _loading(self) -> set[int]:
        """The numbers of what is being loaded."""
        return set()

    @cached_property
    def came_from(self) -> list[tuple[Opened, Place]]:
        """The articles whose links were followed to get here, each with the place of the link."""
        return []

    # Asking

    def open_text(self, text: str, *, linked_from: str = "") -> None:
        """Open an address or a file: what was typed, or a link (see ``Source.linked_from``)."""
        self._open_source(text, self.next_number(), linked_from)

    def open_many(self, texts: Sequence[str]) -> None:
        """Open the first, and put the others into the list as they arrive."""
        first, *others = texts
        for text in others:
            self._open_source(text, self._asked)
        self.open_text(first)

    def cancel_loading(self) -> bool:
        """Stop what is being loaded; tell whether there was anything."""
        if not self._loading:
            return False
        self.workers.cancel_group(self, "load")
        self._loading.clear()
        self._show_busy("")
        return True

    def next_number(self) -> int:
        """Ask for another article; what was asked for before no longer takes the screen."""
        self._asked += 1
        return self._asked

    # Loading

    @work(group="load", exit_on_error=True)
    @told
    async def _open_source(self, text: str, number: int, linked_from: str = "") -> None:
        try:
            source = replace(_source(text), linked_from=linked_from)
            found = await self._kept_already(source)
            if found is None:
                found = await self._put_in_list(await self._load(source, number))
        except PullquoteError as error:
            # A notice goes by; without an article the screen would then be bare.
            self.article_pane.say_instead(f"{error}\n\n{NO_ARTICLE}")
            raise
        await self._arrive(found, number)

    async def _load(self, source: Source, number: int) -> Opened:
        self._loading.add(number)
        self._show_busy(f"Opening {source.location}")
        try:
            return await self.reading.load(source, progress=self._report)
        finally:
            self._loading.discard(number)
            self._show_busy("")

    async def _kept_already(self, source: Source) -> Opened | None:
        """Return the article if the library has it; one that cannot be read is told when the article is put in."""
        try:
            return await self.reading.find(source)
        except LibraryError:
            return None

    async def _put_in_list(self, loaded: Opened) -> Opened:
        """Add what was loaded to the inbox; a library that cannot take it does not keep it from being read."""
        try:
            return await self.reading.take_in(loaded)
        except LibraryError as error:
            self.tell(str(error), "error")
            return loaded

    async def _arrive(self, opened: Opened, number: int) -> None:
        with suppress(LibraryError):  # told already; the article is here all the same
            await self.list_changed()
        if number == self._asked:
            await self.show(opened)
        else:
            self.tell(f"In the list: {opened.article.title}")

    @work(group="open", exclusive=True)
    @told
    async def _open_kept(self, article_id: int, number: int) -> None:
        opened = await self.reading.kept_by_id(article_id)
        if number == self._asked:
            await self.show(opened)

    def action_neighbour(self, step: int) -> None:
        """Open the next article of the list (or, with -1, the one before), without leaving the text.

        Keys that come faster than articles are read, as over a slow line, count together: none is lost.
        """
        asked, steps = self._steps
        self._steps = (self._asked, step + (steps if asked == self._asked else 0))
        self._open_neighbour(self._steps[1])

    @work(group="open", exclusive=True)
    @told
    async def _open_neighbour(self, steps: int) -> None:
        row = await self._beside(self.list_view, steps)
        if row is None:
            if steps:
                self.tell(f"This is the {'last' if steps > 0 else 'first'} article of the list.")
            self._steps = (self._asked, 0)
            return
        opened = await self.reading.kept(row)
        await self.put_place_down()
        self.next_number()
        await self.show(opened)

    @work(group="open", exclusive=True)
    @told
    async def open_unread(self, step: int) -> None:
        """Open the nearest unread article after this one (or, with -1, before it)."""
        query = f"{self.list_view.query} is:unread".strip()
        row = await self._beside(replace(self.list_view, query=query), step)
        if row is None:
            self.tell("There is no unread article further down." if step > 0 else "There is none further up.")
            return
        self.next_number()
        await self.show(await self.reading.kept(row))

    async def _beside(self, view: View, steps: int) -> Row | None:
        """The article so many after the one shown (before it if below 0), or at the end; the first if none is shown."""
        if self.row is None:
            rows = await self.reading.library(Library.rows, view, 0, 1)
            return rows[0] if rows else None
        found, number = None, self.row.id
        for _ in range(abs(steps)):
            row = await self.reading.library(Library.neighbour, view, number, 1 if steps > 0 else -1)
            if row is None:
                break
            found, number = row, row.id
        return found

    @work(group="load")
    @told
    async def action_fetch_again(self) -> None:
        """Fetch the article anew; what is kept stays unless that succeeds."""
        before, number = self.opened, self.next_number()
        if before is None:
            self.tell("Nothing is open.", "warning")
            return
        self._loading.add(number)
        self._show_busy(f"Fetching {before.article.address} again")
        try:
            opened, changed = await self.reading.fetch_again(before, progress=self._report)
        finally:
            self._loading.discard(number)
            self._show_busy("")
        await self._arrive(opened, number)
        self.tell("Another version came; = shows those that there were." if changed else "Nothing has changed in it.")

    def _report(self, progress: Progress) -> None:
        whole = f" of {progress.total // 1024:,}" if progress.total else ""
        if progress.done:
            self._show_busy(f"Reading what {progress.host} sent")
        elif progress.received:
            self._show_busy(f"{progress.host}: {progress.received // 1024:,}{whole} KB")
        else:
            self._show_busy(f"Waiting for {progress.host}")

    def _show_busy(self, words: str) -> None:
        """Show that something loads, until nothing does any more."""
        self.busy = words if self._loading else ""

    # Showing

    async def show(self, opened: Opened, place: Place | None = None) -> None:
        """Put an article on the screen, at ``place``, else where it was left."""
        await self.put_place_down()
        place = place or self._place_in_new_version(opened)
        self.opened = opened
        row = opened.row
        self.article = opened.article
        self.quotes_pane.say = lambda quote: quotation_text(quote, opened.article)
        self.figures, self.quotes = opened.article.figures, opened.article.quotes
        place = place or (row.place if row is not None else None)
        if place is not None:
            self.article_pane.restore(place)
        self.list_pane.open_id = row.id if row else None
        await self.article_shown()

    def _place_in_new_version(self, opened: Opened) -> Place | None:
        """Return where the words that are read stand in another version of the same article; None for another one."""
        before, here = self.opened, self.article_pane.place()
        if before is None or before.row is None or opened.row is None or before.row.id != opened.row.id:
            return None
        return follow_words(before.article, here, opened.article) if (here.block, here.start) != (0, 0) else None

    async def article_shown(self) -> None:
        """Have the rest of the screen follow; the screen that owns it does so."""

    @on(ArticleList.Chosen)
    def _open_chosen(self, event: ArticleList.Chosen) -> None:
        self._open_kept(event.row.id, self.next_number())


def _source(text: str) -> Source:
    """Return what ``text`` names; not standard input, where the keys come from."""
    source = parse_source(text)
    if source.kind is SourceKind.STDIN:
        raise SourceError("Standard input cannot be read again while the reader is open. Name an address or a file.")
    return source
