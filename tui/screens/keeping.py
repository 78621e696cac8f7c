"""Deciding about articles: save, archive, delete, read, tags, and taking all of that back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.library import Library, Sort, State
from tui.reading import Opened
from tui.screens.base import told
from tui.screens.photos import Photos

if TYPE_CHECKING:
    from tui.library import Row


HISTORY_ROWS = 200
"""How many changes the history shows."""

_SORTED = {
    Sort.ADDED: "date added",
    Sort.PUBLISHED: "date published",
    Sort.SOURCE: "source",
    Sort.LENGTH: "length",
    Sort.PROGRESS: "progress",
}


def _count(rows: tuple[Row, ...]) -> str:
    return f"“{rows[0].title}”" if len(rows) == 1 else f"{len(rows)} articles"


class Keeping(Photos):
    """What a person decides about the article in hand, or about those selected in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "toggle_saved", "Save", id="article.save"),
        Binding("e", "archive", "Archive", id="article.archive"),
        Binding("m", "toggle_read", "Read/unread", id="article.read"),
        Binding("d", "delete", "Delete", id="article.delete"),
        Binding("t", "tag", "Tags", id="article.tags"),
        Binding("S", "sort", "Sort the list", id="list.sort"),
        Binding("f2", "history", "What was done", id="library.history"),
        Binding("A", "mark_all_read", "Mark all read", id="list.mark-all-read"),
        Binding("u", "undo", "Undo", id="library.undo"),
        Binding("U", "redo", "Redo", id="library.redo"),
    ]

    async def _rows_in_hand(self) -> tuple[Row, ...]:
        """The selected articles; else, in the list, the one under the cursor; else the one that is read."""
        marked = tuple(sorted(self.list_pane.marked))
        if not marked and self.focused is self.list_pane:
            under_cursor = self.list_pane.cursor_row()
            marked = (under_cursor.id,) if under_cursor else ()
        if not marked and self.row is not None:
            marked = (self.row.id,)
        return tuple([await self.reading.library(Library.row, number) for number in marked])

    async def _decided(self, sentence: str) -> None:
        self.list_pane.marked.clear()
        await self.list_changed()
        await self._read_row_again()
        self.tell(sentence)

    async def _read_row_again(self) -> None:
        if self.row is not None and self.opened is not None:
            self.opened = Opened(self.opened.article, await self.reading.library(Library.row, self.row.id))

    @work(group="keep")
    @told
    async def action_toggle_saved(self) -> None:
        """Save what is in hand; if all of it is saved, put it back into the inbox."""
        if self.opened is not None and self.opened.row is None and self.focused is not self.list_pane:
            self.opened = await self.reading.save(self.opened)
            self.keep_pictures([self.opened.row.id] if self.opened.row else [])
            await self._decided("Saved; it can be read with no network.")
            return
        rows = await self._rows_in_hand()
        if not rows:
            return
        saved = all(row.state is State.SAVED for row in rows)
        await self.reading.library(Library.set_state, [r.id for r in rows], State.INBOX if saved else State.SAVED)
        if not saved:
            self.keep_pictures([row.id for row in rows])
        await self._decided(f"{_count(rows)} {'no longer saved' if saved else 'saved'}; u takes it back.")

    @work(group="keep")
    @told
    async def action_archive(self) -> None:
        """Archive what is in hand; if all of it is archived, save it again."""
        rows = await self._rows_in_hand()
        if rows:
            archived = all(row.state is State.ARCHIVED for row in rows)
            state = State.SAVED if archived else State.ARCHIVED
            await self.reading.library(Library.set_state, [row.id for row in rows], state)
            await self._decided(f"{_count(rows)} {'brought back' if archived else 'archived'}; u takes it back.")

    @work(group="keep")
    @told
    async def action_delete(self) -> None:
        """Delete what is in hand; nothing is asked, since it can be taken back for 30 days."""
        rows = await self._rows_in_hand()
        if rows:
            await self.reading.library(Library.set_state, [row.id for row in rows], State.DELETED)
            await self._decided(f"Deleted {_count(rows)}; u takes it back.")

    @work(group="keep")
    @told
    async def action_toggle_read(self) -> None:
        """Mark what is in hand as read; if all of it is, as unread."""
        rows = await self._rows_in_hand()
        if rows:
            read = all(row.read for row in rows)
            await self.reading.library(Library.set_read, [row.id for row in rows], not read)
            await self._decided(f"{_count(rows)} marked {'unread' if read else 'read'}.")

    @work(group="keep")
    @told
    async def action_mark_all_read(self) -> None:
        """Mark every article of the list as read."""
        count = await self.reading.library(Library.mark_all_read, self.list_view)
        await self._decided(f"Marked {count} articles read; u takes it back.")

    @work(group="menu", exclusive=True)
    @told
    async def action_tag(self) -> None:
        """Ask for tags, and put them on what is in hand; a tag with - before it is taken off."""
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415  not needed to start

        rows = await self._rows_in_hand()
        if not rows:
            return
        present = " ".join(rows[0].tags) if len(rows) == 1 else ""
        says = (
            f"{_count(rows)}: words put on, -words taken off" if len(rows) > 1 else "Words; what is erased is taken off"
        )
        typed = await self.app.push_screen_wait(PromptScreen("Tags", says, f"{present} " if present else ""))
        if typed is None:
            return
        words = typed.replace(",", " ").split()
        add = [word for word in words if not word.startswith("-")]
        remove = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
        remove += [tag for tag in present.split() if tag not in add]
        await self.reading.library(Library.tag, [row.id for row in rows], add, remove)
        await self._decided(f"{_count(rows)} tagged; u takes it back.")

    @work(group="keep", exclusive=True)
    @told
    async def action_sort(self) -> None:
        """Order the list by the next of date added, date published, source, length, progress."""
        sorts = list(Sort)
        following = sorts[(sorts.index(self.list_view.sort) + 1) % len(sorts)]
        self.list_view = replace(self.list_view, sort=following)
        await self.list_changed()
        self.tell(f"Sorted by {_SORTED[following]}.")

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
    async def action_undo(self) -> None:
        """Take the last change back."""
        change = await self.reading.library(Library.undo)
        await self._decided(f"Undone: {change.text}" if change else "There is nothing to undo.")

    @work(group="keep")
    @told
    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        change = await self.reading.library(Library.redo)
        await self._decided(f"Done again: {change.text}" if change else "There is nothing to do again.")
