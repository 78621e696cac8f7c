"""What the person knows better about quotations: who said one, what else is one, and what else somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from tui.errors import NotKept
from tui.library import Library, NoteKind
from tui.screens.base import told
from tui.screens.menus import Menus
from tui.widgets.quotespane import QuotesPane

if TYPE_CHECKING:
    from tui.article import Place
    from tui.library import Row

_ASK_WHO = "A name; empty for nobody. Fetching again keeps it."


class Quoting(Menus):
    """Mends and adds quotations; the library keeps what the person says and finds its place again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("Q", "add_quotation", "Add to the quotations", id="quotes.add", show=False),
    ]

    @on(QuotesPane.SpeakerDoubted)
    @work(group="menu", exclusive=True)
    @told
    async def _mend_speaker(self, event: QuotesPane.SpeakerDoubted) -> None:
        """Ask who said a quotation, and keep the answer."""
        quote, row = event.quote, self._kept_row()
        name = await self._ask_who(quote.speaker)
        if name is None:
            return
        await self.reading.library(Library.set_speaker, row.id, quote, name)
        await self._show_again(row, quote.place)
        self.tell(f"Kept as said by {name}; u takes it back." if name else "Kept as said by nobody; u takes it back.")

    @work(group="menu", exclusive=True)
    @told
    async def action_add_quotation(self) -> None:
        """Add what is selected in the text to the quotations."""
        place = self.article_pane.selected_place()
        if place is None:
            raise NotKept("Select the words in the text first, with v or the mouse.")
        row = self._kept_row()
        name = await self._ask_who("")
        if name is None:
            return
        await self.reading.library(Library.add_quote, row.id, place, name)
        await self._show_again(row, place)
        self.tell("Added to the quotations; u takes it back.")

    @on(QuotesPane.Forgotten)
    @work(group="menu", exclusive=True)
    @told
    async def _forget(self, event: QuotesPane.Forgotten) -> None:
        """Take back what was said of a quotation: its speaker is the one that was found, or it is none any more."""
        quote, row = event.quote, self._kept_row()
        notes = await self.reading.library(Library.notes, row.id)
        about = [note for note in notes if note.place == quote.place]
        if not about:
            self.tell("This one was found, not added or mended; c mends who said it.")
            return
        await self.reading.library(Library.remove_note, about[-1].id)
        await self._show_again(row, quote.place)
        done = "It is no quotation any more" if about[-1].kind is NoteKind.QUOTE else "The speaker is the one found"
        self.tell(f"{done}; u takes it back.")

    @on(QuotesPane.SpeakerAsked)
    def _search_speaker(self, event: QuotesPane.SpeakerAsked) -> None:
        """Search the library for what else this speaker said."""
        self.search_for('speaker:"{}"'.format(event.speaker.replace('"', " ")))

    async def _ask_who(self, speaker: str) -> str | None:
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415  not needed to start

        typed = await self.app.push_screen_wait(PromptScreen("Who said it?", _ASK_WHO, speaker))
        return None if typed is None else typed.strip()

    def _kept_row(self) -> Row:
        if self.row is None:
            raise NotKept("This article is not in the library; save it first, then its quotations can be mended.")
        return self.row

    async def _show_again(self, row: Row, place: Place) -> None:
        """Show the article with what was just said of it, where it was, the cursor on that quotation."""
        focused = self.focused
        await self.put_place_down()
        await self.show(await self.reading.kept_by_id(row.id))
        index = next((number for number, quote in enumerate(self.quotes) if quote.place == place), None)
        if index is not None:
            self.quotes_pane.put_cursor(index)
        if focused is not None:
            self.set_focus(focused)
