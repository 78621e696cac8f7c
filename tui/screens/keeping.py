"""Deciding about articles: save, archive, delete, read, tags, and taking all of that back."""

from __future__ import annotations

import asyncio
import functools
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from msgspec.structs import replace
from textual import on, work
from textual.binding import Binding, BindingType

from tui.errors import NotKept
from tui.library import Library, State
from tui.screens.base import told
from tui.screens.listing import Listing
from tui.screens.photos import Photos
from tui.widgets.articlelist import ArticleList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from tui.library import Change, Handful

K = TypeVar("K", bound="Keeping")

HISTORY_ROWS = 200
"""How many changes the history shows."""

PATIENCE_SECONDS = 0.3
"""How long a decision may take before it is shown that the library is at work."""

AT_WORK = "The library is at work"

TAGS_SHOWN = 15
"""How many of the tags in use are named when one is asked for: those that most articles have."""


def in_turn(work: Callable[[K], Awaitable[None]]) -> Callable[[K], Coroutine[Any, Any, None]]:
    """Wrap a decision so that the one before is carried out first, and the list shows it: keys outrun the disk."""

    @functools.wraps(work)
    async def wait(self: K) -> None:
        async with self.my_turn():
            await work(self)

    return wait


def about_hand(work: Callable[[K, Handful], Awaitable[None]]) -> Callable[[K], Coroutine[Any, Any, None]]:
    """Wrap a decision about what is in hand when its key is pressed; see ``in_turn``."""

    @functools.wraps(work)
    async def wait(self: K) -> None:
        pressed = self.numbers_in_hand()
        async with self.my_turn():
            await work(self, await self.hand_of(pressed))

    return wait


class Keeping(Photos, Listing):
    """What a person decides about the article in hand, or about those selected in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "toggle_saved", "Save", id="article.save"),
        Binding("e", "archive", "Archive", id="article.archive"),
        Binding("m", "toggle_read", "Read/unread", id="article.read"),
        Binding("d", "delete", "Delete", id="article.delete"),
        Binding("t", "tag", "Tags", id="article.tags"),
        Binding("f2", "history", "What was done", id="library.history"),
        Binding("u", "undo", "Undo", id="library.undo"),
        Binding("U", "redo", "Redo", id="library.redo"),
    ]

    @functools.cached_property
    def _deciding(self) -> asyncio.Lock:
        """Held while a decision is carried out."""
        return asyncio.Lock()

    @asynccontextmanager
    async def my_turn(self) -> AsyncIterator[None]:
        """Give way to the decisions before; where one takes longer, as about 100,000 articles, that is shown."""
        async with self._deciding:
            patience = self.set_timer(PATIENCE_SECONDS, self._show_work)
            try:
                yield
            finally:
                patience.stop()
                if self.busy == AT_WORK:
                    self.busy = ""

    def _show_work(self) -> None:
        self.busy = AT_WORK

    def numbers_in_hand(self) -> list[int]:
        """Return of the list what is selected, else what is under the cursor; elsewhere the article that is read."""
        if self.focused is self.list_pane:
            return self.list_pane.marked_or_cursor()
        return [self.row.id] if self.row else []

    async def hand_of(self, pressed: list[int]) -> Handful:
        """Return what a decision is about: what was in hand when its key was pressed.

        If the decision before took all of that out of the list, the key was meant for what came into its place.
        """
        if not any(map(self.list_pane.holds, pressed)):
            pressed = self.numbers_in_hand()
        return await self.reading.library(Library.handful, pressed)

    async def _decided(self, sentence: str) -> None:
        await self._read_row_again()
        await self.list_changed()
        self.tell(sentence)

    async def _show_note_of(self, change: Change | None) -> None:
        """Show the open article again when what was taken back or done again is what the person said of it."""
        if change is not None and change.kind == "note" and self.row is not None and change.first == self.row.id:
            await self.put_place_down()
            await self.show(await self.reading.kept_by_id(self.row.id))

    async def _read_row_again(self) -> None:
        """Take what the library says of the open article now; it may have gone from there, or come back."""
        opened = self.opened
        if opened is None:
            return
        try:
            if opened.row is not None:
                row = await self.reading.library(Library.row, opened.row.id)
            else:
                row = await self.reading.library(Library.get, opened.article.address)
        except NotKept:
            row = None
        self.opened = replace(opened, row=row)
        self.list_pane.open_id = row.id if row else None

    async def _put_on(self, shelf: State, hand: Handful, sentence: str) -> None:
        """Put articles on a shelf; they are done with, so none of them stays selected."""
        await self.reading.library(Library.set_state, hand.ids, shelf)
        if self.list_pane.marked.intersection(hand.ids):
            self.list_pane.clear_marks()
        await self._decided(f"{sentence}; u takes it back.")

    @work(group="keep")
    @told
    @about_hand
    async def action_toggle_saved(self, hand: Handful) -> None:
        """Save what is in hand; if all of it is saved, put it back into the inbox."""
        if self.opened is not None and self.opened.row is None and self.focused is not self.list_pane:
            self.opened = await self.reading.save(self.opened)
            self.keep_pictures([self.opened.row.id] if self.opened.row else [])
            await self._decided("Saved; it can be read with no network.")
            return
        if hand.ids and hand.states == {State.SAVED}:
            await self._put_on(State.INBOX, hand, f"{hand} no longer saved")
        elif hand.ids:
            self.keep_pictures(hand.ids)
            await self._put_on(State.SAVED, hand, f"{hand} saved")

    @work(group="keep")
    @told
    @about_hand
    async def action_archive(self, hand: Handful) -> None:
        """Archive what is in hand; if all of it is archived, save it again."""
        if hand.ids and hand.states == {State.ARCHIVED}:
            await self._put_on(State.SAVED, hand, f"{hand} brought back")
        elif hand.ids:
            await self._put_on(State.ARCHIVED, hand, f"{hand} archived")

    @work(group="keep")
    @told
    @about_hand
    async def action_delete(self, hand: Handful) -> None:
        """Delete what is in hand; nothing is asked, since it can be taken back for 30 days."""
        folder = self.list_pane.cursor_folder() if self.focused is self.list_pane else ""
        if folder and not self.list_pane.marked:
            await self.remove_folder(folder)
            return
        if hand.ids and hand.states == {State.DELETED}:
            await self._put_on(State.INBOX, hand, f"{hand} taken out of the bin")
        elif hand.ids:
            await self._put_on(State.DELETED, hand, f"Deleted {hand}")

    @work(group="keep")
    @told
    @about_hand
    async def action_toggle_read(self, hand: Handful) -> None:
        """Mark what is in hand as read; if all of it is, as unread."""
        if hand.ids:
            await self.reading.library(Library.set_read, hand.ids, not hand.all_read)
            await self._decided(f"{hand} marked {'unread' if hand.all_read else 'read'}.")

    @on(ArticleList.AllRead)
    def _mark_all_read(self) -> None:
        self.mark_all_read()

    @work(group="keep")
    @told
    @in_turn
    async def mark_all_read(self) -> None:
        """Mark every article of the list as read."""
        count = await self.reading.library(Library.mark_all_read, self.list_view)
        await self._decided(f"{_number(count)} marked read; u takes it back." if count else "All is read here.")

    @work(group="menu", exclusive=True)
    @told
    async def action_tag(self) -> None:
        """Ask for tags, and put them on what is in hand; a tag with - before it is taken off."""
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415  not needed to start

        pressed = self.numbers_in_hand()
        async with self.my_turn():
            hand = await self.hand_of(pressed)
        if not hand.ids:
            return
        single = len(hand.ids) == 1
        present = " ".join(hand.tags) if single else ""
        says = "Words; what is erased is taken off." if single else f"{hand}: words put on, -words taken off."
        known = sorted(await self.reading.library(Library.tags), key=lambda tag: -tag[1])[:TAGS_SHOWN]
        says += f" In use: {' '.join(tag for tag, _ in known)}" if known else ""
        typed = await self.app.push_screen_wait(PromptScreen("Tags", says, f"{present} " if present else ""))
        if typed is None:
            return
        words = typed.replace(",", " ").split()
        add = [word for word in words if not word.startswith("-")]
        remove = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
        remove += [tag for tag in present.split() if tag not in add]
        await self.reading.library(Library.tag, hand.ids, add, remove)
        await self._decided(f"{hand} tagged; u takes it back.")

    @work(group="menu", exclusive=True)
    @told
    async def action_history(self) -> None:
        """Show what was done, the last first."""
        from tui.screens.choosing import ChoiceScreen  # noqa: PLC0415  not needed to start

        changes = await self.reading.library(Library.history, HISTORY_ROWS)
        if not changes:
            self.tell("Nothing was done yet.")
            return
        lines = [f"{c.at.astimezone():%d %b %H:%M}  {c.text}{'  (undone)' if c.undone else ''}" for c in changes]
        await self.app.push_screen_wait(ChoiceScreen("What was done", lines))

    @work(group="keep")
    @told
    @in_turn
    async def action_undo(self) -> None:
        """Take the last change back."""
        change = await self.reading.library(Library.undo)
        await self._show_note_of(change)
        await self._decided(f"Undone: {change.text}" if change else "There is nothing to undo.")

    @work(group="keep")
    @told
    @in_turn
    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        change = await self.reading.library(Library.redo)
        await self._show_note_of(change)
        await self._decided(f"Done again: {change.text}" if change else "There is nothing to do again.")


def _number(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
