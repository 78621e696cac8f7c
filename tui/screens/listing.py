"""The list: which articles it shows, in which order, from which folder; always a part of what the library holds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.errors import LibraryError
from tui.library import TO_READ, Library, SavedQuery, Sort, View
from tui.screens.base import told
from tui.screens.opening import Opening
from tui.widgets.articlelist import ArticleList
from tui.widgets.rowpages import PAGE
from tui.widgets.statusheader import StatusHeader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from tui.library import Row, Stretch
    from tui.reading import Beginning
    from tui.widgets.rows import Row as Shown

LOOK_SECONDS = 2.0
"""How often it is asked whether another copy of Pullquote changed the library; the question costs microseconds."""

WAITING_SECONDS = 0.5
"""How often it is told why the library is not open yet."""

NOTHING_LOST = "A copy of the library as it was is kept beside it. Quitting loses nothing: the next start begins anew."

EMPTIED_AT_ONCE = 50
"""Articles emptied from the bin in one go; reading the list gets its turn in between."""

SORTED = {
    Sort.ADDED: "date added",
    Sort.PUBLISHED: "date published",
    Sort.SOURCE: "source",
    Sort.LENGTH: "length",
    Sort.PROGRESS: "progress",
}

SHELVES = (
    ("To read", ""),
    ("Inbox", "is:inbox"),
    ("Saved", "is:saved"),
    ("Unread", "is:unread"),
    ("Archive", "is:archived"),
    ("Bin", "is:deleted"),
)
"""Folders that are always there: their names and queries."""


class _Look(Struct, frozen=True):
    """What the list needs to know, read in one go."""

    stretch: Stretch
    folders: list[SavedQuery]
    opened: int | None
    """Where the open article stands."""


class Listing(Opening):
    """Has the list show what the library holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "folders", "Folders", id="list.folders"),
        Binding("S", "sort", "Sort the list", id="list.sort"),
    ]

    folders: Sequence[SavedQuery] = ()
    """The saved queries."""
    _listed: View | None = None

    # Filling it

    async def until_begun(self, beginning: Awaitable[Beginning]) -> Beginning:
        """Return what was read for the start; where that takes long, the page says why."""
        reading, said = asyncio.ensure_future(beginning), ""
        while not (await asyncio.wait({reading}, timeout=WAITING_SECONDS))[0]:
            if self.reading.library.doing:
                said = f"{self.reading.library.doing} …\n\n{NOTHING_LOST}"
                self.article_pane.say_instead(said)
        if said:
            self.article_pane.say_instead("")
        return await reading

    def fill_list(self, begun: Beginning) -> None:
        """Show what was read for the start."""
        if self._listed is None:  # else something that arrived meanwhile had the list read anew
            self._listed = self.list_view
            self._show_folders(begun.folders)
            self._show_rows(begun.part.total, begun.part.first, begun.part.rows)
        if begun.notice:
            self.tell(begun.notice, "warning")

    def tell_unreadable(self) -> None:
        """Have the list say that there is a library, and that it cannot be read."""
        self.list_pane.empty_text = "The library cannot be read"
        self.list_pane.set_again()

    def look_after_library(self) -> None:
        """Show what other copies do to the library, or that it can be read again; empty its bin."""
        self.set_interval(LOOK_SECONDS, self._look_elsewhere)
        self._empty_bin()

    async def list_changed(self) -> None:
        """Have the list show what the library holds now; in the same view the cursor stays where it is."""
        view, pane, row = self.list_view, self.list_pane, self.row
        under_cursor = pane.cursor_row()
        if view == self._listed:
            near, index = ([under_cursor.id] if under_cursor else []), pane.index
        else:
            near, index = ([row.id] if row and not view.query else []), 0
        look = await self.reading.library(_look, view, near, index, row.id if row else None)
        if view != self.list_view:
            return  # another filter is on, and its rows are on their way
        part, changed, self._listed = look.stretch, view != self._listed, view
        on_folder = bool(pane.cursor_folder()) and not changed
        target = part.index if changed else _moved(part, under_cursor, pane.cursor_row(), pane.index - index)
        self._show_folders(look.folders)
        self._show_rows(part.total, part.first, part.rows)
        if not on_folder:
            pane.go_to(target)
        self.show_position(look.opened)

    def _show_folders(self, folders: Sequence[SavedQuery]) -> None:
        self.folders = folders
        self.list_pane.set_folders([folder.name for folder in folders])
        self.list_pane.open_folder = self._folder_name()

    def _show_rows(self, total: int, first: int, rows: Sequence[Row]) -> None:
        pane = self.list_pane
        pane.empty_text = "Nothing matches" if self.list_view.query else "Nothing to read; a adds an address"
        pane.clear_rows()
        pane.total = total
        pane.set_rows(first, rows)
        self._title_list()

    def show_position(self, index: int | None) -> None:
        """Show in the header where the open article stands in the list."""
        header = self.query_one(StatusHeader)
        header.position, header.total = (0 if index is None else index + 1), self.list_pane.total

    def _folder_name(self) -> str:
        query = self.list_view.query
        return next((folder.name for folder in self.folders if folder.query == query and query), "")

    def _title_list(self) -> None:
        view, pane = self.list_view, self.list_pane
        parts = [f"{len(pane.marked)} selected of {pane.total}" if pane.marked else f"Articles {pane.total}"]
        if view.sort is not Sort.ADDED:
            parts.append(f"by {SORTED[view.sort]}")
        shelf = next((name for name, query in SHELVES if query and query == view.query), view.query)
        parts.append(self._folder_name() or shelf)
        pane.border_title = Content(" · ".join(part for part in parts if part))

    @on(ArticleList.RowsWanted)
    def _read_rows(self, event: ArticleList.RowsWanted) -> None:
        self.run_worker(self._fill_rows(event.offset, event.limit), group="rows")

    @told
    async def _fill_rows(self, offset: int, limit: int) -> None:
        view = self.list_view
        rows = await self.reading.library(Library.rows, view, offset, max(limit, PAGE))
        if view == self.list_view:
            self.list_pane.set_rows(offset, rows)

    # Looking after the library

    @work(group="elsewhere", exclusive=True)
    async def _look_elsewhere(self) -> None:
        """Show what another copy of Pullquote did to the library, or all of it if it could not be read before."""
        try:
            if await self.reading.library(Library.changed_elsewhere) or self._listed is None:
                await self.list_changed()
        except LibraryError:
            return  # whatever the person does next tells; a notice every two seconds would not help

    @work(group="bin")
    async def _empty_bin(self) -> None:
        """Take away for good what was deleted 30 days ago."""
        try:
            while await self.reading.library(Library.purge_deleted, EMPTIED_AT_ONCE):
                pass
        except LibraryError:
            return  # it is done at the next start

    # Selecting

    @on(ArticleList.Marked)
    def _tell_marked(self) -> None:
        self._title_list()

    @on(ArticleList.AllWanted)
    @work(group="select", exclusive=True)
    @told
    async def _select_all(self) -> None:
        self.list_pane.mark_only(await self.reading.library(Library.ids, self.list_view))

    # Order and filter

    @work(group="filter", exclusive=True)
    @told
    async def action_sort(self) -> None:
        """Order the list by the next of date added, date published, source, length, progress."""
        sorts = list(Sort)
        following = sorts[(sorts.index(self.list_view.sort) + 1) % len(sorts)]
        self.list_view = replace(self.list_view, sort=following)
        await self.list_changed()
        self.tell(f"Sorted by {SORTED[following]}.")

    @work(group="filter", exclusive=True)
    @told
    async def filter_list(self, query: str, *, typing: bool = False) -> None:
        """Have the list show what ``query`` asks for; a word left unfinished at the end stays one that begins so."""
        if query and not typing and not await self.reading.library(Library.count, View(query)):
            begun = await self.reading.library(Library.count, View(query, typing=True))
            query = f"{query}*" if begun else query
        states = None if query.strip() else TO_READ.states
        self.list_view = replace(self.list_view, query=query.strip(), typing=typing, states=states)
        await self.list_changed()

    # Folders

    @on(ArticleList.FolderChosen)
    def _open_folder(self, event: ArticleList.FolderChosen) -> None:
        """Show what is in a folder; when it is open already, everything again."""
        query = next((folder.query for folder in self.folders if folder.name == event.name), "")
        self.filter_list("" if query == self.list_view.query else query)

    @work(group="menu", exclusive=True)
    @told
    async def action_folders(self) -> None:
        """Choose a folder, or make the filter that is on one."""
        from tui.screens.choosing import ChoiceScreen  # noqa: PLC0415  not needed to start

        places = [*SHELVES, *((folder.name, folder.query) for folder in self.folders)]
        counts = await self.reading.library(_counts, [query for _, query in places])
        lines = [f"{count:>7}  {name}" for (name, _), count in zip(places, counts, strict=True)]
        query, name = self.list_view.query, self._folder_name()
        if query and not any(known == query for _, known in places):
            lines.append(f"      +  Make “{query}” a folder")
        elif name:
            lines.append(f"      −  Remove the folder “{name}”")
        here = next((number for number, place in enumerate(places) if place[1] == query), 0)
        index = await self.app.push_screen_wait(ChoiceScreen("Folders", lines, start=here))
        if index is None:
            return
        if index < len(places):
            self.filter_list(places[index][1])
        elif name:
            await self.remove_folder(name)
        else:
            await self._make_folder(query)

    async def _make_folder(self, query: str) -> None:
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415  not needed to start

        name = await self.app.push_screen_wait(PromptScreen("A name for the folder", query))
        if name is None:
            return
        await self.reading.library(Library.save_query, name, query)
        await self.list_changed()
        self.tell("The folder is at the head of the list; u takes it back.")

    async def remove_folder(self, name: str) -> None:
        """Forget a saved query; its articles stay where they are."""
        await self.reading.library(Library.remove_query, name)
        await self.list_changed()
        self.tell(f"Removed the folder “{name}”, not its articles; u takes it back.")


def _moved(part: Stretch, before: Shown | None, now: Shown | None, step: int) -> int:
    """Where the cursor belongs when it may have been moved while the list was read."""
    if now is None or (before is not None and before.id == now.id):
        return part.index
    places = {row.id: part.first + number for number, row in enumerate(part.rows)}
    return places.get(now.id, part.index + step)


def _look(library: Library, view: View, near: Sequence[int], index: int, open_id: int | None) -> _Look:
    opened = library.position(view, open_id) if open_id is not None else None
    return _Look(library.stretch(view, near, index, PAGE), library.saved_queries(), opened)


def _counts(library: Library, queries: Sequence[str]) -> list[int]:
    return [library.count(View(query) if query else TO_READ) for query in queries]
