"""Finding words in what is shown, and the bars that are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.article import clean_line
from tui.errors import ClipboardError, QueryError
from tui.library import parse_query
from tui.reading import find_addresses
from tui.screens.listing import Listing

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.widgets import Input

    from tui.widgets.bars import AddressBar, FindBar


class Finding(Listing):
    """The line at the foot that is typed into: an address, a find in the article, a filter of the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="library.add"),
        Binding("slash", "find", "Find", id="pane.find"),
        Binding("n", "next_found(1)", "Next match / unread", id="pane.next-match"),
        Binding("N", "next_found(-1)", "Previous match / unread", id="pane.previous-match"),
    ]

    find_count: int | None = None
    """How many hits the find on has; None while none is on."""
    _finds_in_list = False
    _filter_before = ""
    _before_bar: Widget | None = None

    # The bar's coming and going

    def _put_up(self, bar: Input) -> None:
        """Show a bar above the footer; what has the focus gets it back when the bar goes."""
        self.take_down_bar()
        self._before_bar = self.focused
        self.mount(bar, before="#footer")
        self.set_focus(bar)  # at once: the next key is typed into it

    def take_down_bar(self) -> bool:
        """Remove the bar; tell whether there was one."""
        bars = self.query("AddressBar, FindBar")
        if not bars:
            return False
        bars.remove()
        self.set_focus(self._before_bar or self.article_pane)
        return True

    # An address

    @work(group="bar", exclusive=True)
    async def action_add(self) -> None:
        """Ask for an address; one that is on the clipboard is offered."""
        from tui.widgets.bars import AddressBar  # noqa: PLC0415  Input is not needed to start

        self._put_up(AddressBar(placeholder="Address or file to open"))
        try:
            addresses = find_addresses(await self.clipboard.paste())
        except ClipboardError:
            return
        bars = self.query(AddressBar)
        if bars and addresses and not bars.first().value:
            bars.first().value = addresses[0]

    def on_address_bar_opened(self, event: AddressBar.Opened) -> None:
        """Open what was typed."""
        self.take_down_bar()
        self.open_text(event.source)

    def on_address_bar_cancelled(self) -> None:
        """Leave everything as it was."""
        self.take_down_bar()

    def open_pasted(self, text: str) -> None:
        """Open the addresses that were pasted where nothing is typed into; boxes that lie over the page are closed."""
        addresses = find_addresses(text)
        if addresses:
            while isinstance(self.app.screen, ModalScreen):
                self.app.screen.dismiss(None)
            self.open_many(addresses)
        elif text.strip():
            self.tell("What was pasted is no web address; a opens files, / finds words.", "warning")

    # A find in the article, a filter of the list

    def action_find(self) -> None:
        """Ask what to find in the article, or what the list shall be filtered by."""
        from tui.widgets.bars import FindBar  # noqa: PLC0415  Input is not needed to start

        self._finds_in_list = self.focused is self.list_pane
        self._filter_before = self.list_view.query
        words = "Filter: words, by: site: tag: is:unread said:" if self._finds_in_list else "Find in this article"
        value = self._filter_before if self._finds_in_list else ""
        self._put_up(FindBar(value, placeholder=words))

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Follow what is typed."""
        if not self._finds_in_list:
            self._find_in_article(event.pattern)
        elif event.pattern.strip() != self.list_view.query:
            self.filter_list(event.pattern, typing=True)

    def on_find_bar_entered(self, event: FindBar.Entered) -> None:
        """Keep what was found; a filter that cannot be understood stays, with the cursor where it goes wrong."""
        if self._finds_in_list:
            try:
                parse_query(event.pattern)
            except QueryError as error:
                event.bar.cursor_position = error.position
                self.tell(str(error), "error")
                return
            self.take_down_bar()
            self.filter_list(event.pattern)
            return
        self.take_down_bar()
        if self.find_count == 0:
            problem = self.article_pane.find_problem
            self.tell(problem or f"“{clean_line(event.pattern, 60)}” does not stand in this article.", "warning")
            self.end_find()

    def on_find_bar_cancelled(self) -> None:
        """Go back to where one was."""
        self.take_down_bar()
        if self._finds_in_list:
            self.filter_list(self._filter_before)
        else:
            self.end_find(go_back=True)

    def _find_in_article(self, pattern: str) -> None:
        if not pattern:
            self.end_find(go_back=True)
            return
        self.find_count = self.article_pane.find(pattern)
        self.find_note(f"{self.find_count} found")

    def end_find(self, *, go_back: bool = False) -> bool:
        """Unmark the hits; tell whether there were any to unmark."""
        if self.find_count is None:
            return False
        self.find_count = None
        self.article_pane.clear_find(go_back=go_back)
        self.find_note("")
        return True

    def find_note(self, words: str) -> None:
        """Show a quiet word about the find; the screen that owns the footer does so."""

    def action_next_found(self, step: int) -> None:
        """Go to the next hit while a find is on, else to the next unread article."""
        if self.find_count:
            number = self.article_pane.next_match(step)
            self.find_note(f"{number} of {self.find_count}")
        else:
            self.open_unread(step)
