"""The reading screen: list, article, captions and quotations side by side, or one at a time where it is narrow."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus

from tui.errors import LibraryError
from tui.library import Library
from tui.screens.arranging import ARRANGEMENT, Arranging
from tui.screens.base import told
from tui.screens.finding import Finding
from tui.screens.footing import footer_keys
from tui.screens.keeping import Keeping
from tui.screens.outside import Outside
from tui.screens.quoting import Quoting
from tui.screens.versions import Versions
from tui.settings import remember
from tui.widgets.articlelist import ArticleList
from tui.widgets.articleview import ArticleView
from tui.widgets.captionspane import CaptionsPane
from tui.widgets.directions import terminal_reorders
from tui.widgets.entrypane import EntryPane
from tui.widgets.keyfooter import KeyFooter
from tui.widgets.quotespane import QuotesPane
from tui.widgets.statusheader import StatusHeader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from tui.article import Place
    from tui.reading import Beginning

STEP_SECONDS = 0.1
"""How long after a move the header and the side panes follow: once for many moves."""


FEW_CAPTIONS = 2
"""So many captions get less room than more of them do; a height for each count would lay out the screen each time."""


class ReaderScreen(Keeping, Quoting, Versions, Outside, Finding, Arranging):
    """Where Pullquote is used: everything else is laid over it."""

    AUTO_FOCUS = "#article"

    # Not CSS, which Textual does not load for an app's first screen; nor a mixin's, of which it loads the first only.
    DEFAULT_CSS = ARRANGEMENT

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="screen.back"),
        Binding("q", "leave", "Back, quit", id="screen.leave"),
        Binding("ctrl+z", "app.suspend_process", "To the shell; fg comes back", id="screen.suspend"),
    ]

    _moved: ArticleView.Moved | None = None
    _step_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self.set_reactive(ReaderScreen.measure, self.settings.measure)  # the width that the text was left at
        self.arrange_at_start()
        yield StatusHeader(id="status")
        with Horizontal(id="desk"):
            self.list_pane = ArticleList(id="list")
            self.list_pane.border_title = "Articles"
            yield self.list_pane
            self.article_pane = self._make_article_pane()
            yield self.article_pane.data_bind(ReaderScreen.measure)
            with Vertical(id="side"):
                self.captions_pane = CaptionsPane(id="captions")
                yield self.captions_pane.data_bind(ReaderScreen.figures)
                self.quotes_pane = QuotesPane(id="quotes")
                yield self.quotes_pane.data_bind(ReaderScreen.quotes)
        yield KeyFooter(id="footer")

    def _make_article_pane(self) -> ArticleView:
        pane, settings = ArticleView(id="article"), self.settings
        pane.justified, pane.hyphenated = settings.justify, settings.hyphenate
        pane.reorders = settings.bidi == "reader" or (settings.bidi == "auto" and not terminal_reorders(self.environ))
        return pane

    @work(group="start")
    @told
    async def begin(self, beginning: Awaitable[Beginning], sources: Sequence[str]) -> None:
        """Show what there is at the start, and open what was asked for."""
        if sources:
            self.open_many(sources)
        try:
            begun = await self.until_begun(beginning)
        except LibraryError:
            self.tell_unreadable()
            self._go_to_list(sources)
            raise
        finally:
            self.look_after_library()
        self.fill_list(begun)
        if begun.opened is not None:
            await self.show(begun.opened)
            laid_out = asyncio.Event()  # keys wait for it: what a pane does before it has its size is undone
            self.article_pane.call_after_refresh(laid_out.set)
            await laid_out.wait()
        else:
            self._go_to_list(sources)

    def _go_to_list(self, sources: Sequence[str]) -> None:
        """Go to the list when there is nothing else to look at."""
        if not sources:
            self.call_after_refresh(self.action_pane, "list")

    # The article, and the panes in step with it

    def watch_article(self) -> None:
        """Have the text follow at once; a binding comes late at the start, after the place was brought back."""
        self.article_pane.article = self.article

    async def article_shown(self) -> None:
        """Have header, list and footer follow the article; what was found in the last one is let go."""
        self.end_find()
        article, row = self.article, self.row
        header = self.query_one(StatusHeader)
        header.heading, header.source = (article.title, article.site) if article else ("", "")
        if article is not None:  # as it was left, until the text itself tells: else it would jump
            header.progress = row.progress if row else 0.0
            header.minutes_left = self.article_pane.minutes_left(header.progress)
        if row is not None:
            index = await self.reading.library(Library.position, self.list_view, row.id)
            if index is not None:
                self.list_pane.go_to(index)
            self.show_position(index)
        self.captions_pane.border_title = Content(f"Captions {len(self.figures)}")
        self.captions_pane.display = bool(self.figures)
        self.captions_pane.set_class(len(self.figures) > FEW_CAPTIONS, "-many")
        self.close_drawer()
        self._keep_step(self.article_pane.place())

    @on(ArticleView.MeasureChanged)
    def _remember_measure(self, event: ArticleView.MeasureChanged) -> None:
        self.measure = event.measure
        self.settings = remember(self.settings, measure=event.measure)

    @on(ArticleView.JustifyChanged)
    def _remember_justify(self, event: ArticleView.JustifyChanged) -> None:
        self.settings = remember(self.settings, justify=event.justified)

    @on(ArticleView.EndReached)
    def _next_unread(self) -> None:
        self.open_unread(1)

    @on(ArticleView.Moved)
    def _follow(self, event: ArticleView.Moved) -> None:
        self._moved = event
        if self._step_timer is None:
            self._step_timer = self.set_timer(STEP_SECONDS, self._fall_into_step)

    def _fall_into_step(self) -> None:
        """Have header and side panes follow the text; a page is painted without waiting for them."""
        self._step_timer = None
        if self._moved is not None:
            header = self.query_one(StatusHeader)
            header.progress, header.minutes_left = self._moved.progress, self._moved.minutes_left
            self._keep_step(self._moved.place)

    def _keep_step(self, place: Place) -> None:
        """Mark the quotation and the picture nearest to what is in view."""
        block = place.block
        self.quotes_pane.current = _nearest(
            bisect_right(self.quotes, block, key=lambda one: one.place.block), self.quotes
        )
        self.captions_pane.current = _nearest(
            bisect_right(self.figures, block, key=lambda one: one.block), self.figures
        )

    @on(EntryPane.Chosen)
    def _jump(self, event: EntryPane.Chosen) -> None:
        if event.pane is self.quotes_pane:
            self.article_pane.focused_quote = event.index
            self.article_pane.go_to(self.quotes[event.index].place)
        else:
            self.article_pane.go_to_figure(event.index)
        if self.close_drawer():
            self.set_focus(self.article_pane)

    # Going back

    def action_back(self) -> None:
        """Undo the innermost thing: a load, a find, zen, a selection, a filter, a drawer; then the text."""
        if self.cancel_loading() or self.end_find(go_back=True) or self._leave_zen():
            return
        if self._leave_marks() or self._leave_filter() or self.leave_past():
            return
        self.close_drawer()
        self.set_focus(self.article_pane)

    def _leave_zen(self) -> bool:
        zen = self.has_class("-zen")
        self.remove_class("-zen")
        return zen

    def _leave_filter(self) -> bool:
        if not self.list_view.query:
            return False
        self.filter_list("")
        return True

    def _leave_marks(self) -> bool:
        marked = bool(self.list_pane.marked) and self.focused is self.list_pane
        if marked:
            self.list_pane.clear_marks()
        return marked

    async def action_leave(self) -> None:
        """Go back; from the text, with nothing left to go back from, quit."""
        elsewhere = self.focused not in (None, self.article_pane)  # at the very start the text has no focus yet
        if elsewhere or self.has_class("-zen") or self.find_count is not None:
            self.action_back()
            return
        await self.put_place_down()
        self.app.exit()

    # Header and footer

    def watch_busy(self, busy: str) -> None:
        """Show what is being loaded."""
        for header in self.query(StatusHeader):  # none any more where it is the app's end that ends the loading
            header.busy = busy

    def find_note(self, words: str) -> None:
        """Show how many hits there are."""
        self.query_one(KeyFooter).note = words

    @on(DescendantFocus)
    @on(ArticleView.SelectionChanged)
    def _show_keys(self) -> None:
        """Show the keys that matter in the pane that now has the focus, and while something is selected by keys."""
        self.query_one(KeyFooter).keys = footer_keys(self)


def _nearest(after: int, ones: Sequence[object]) -> int | None:
    """Return the last of ``ones`` before ``after``, else the first; None when there is none."""
    return max(0, after - 1) if ones else None
