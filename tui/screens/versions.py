"""What an article said before: the versions that were kept of it, and what changed between the last two."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import work
from textual.binding import Binding, BindingType

from tui.library import Library
from tui.reading import Opened
from tui.screens.base import told
from tui.screens.opening import Opening

if TYPE_CHECKING:
    from tui.article import Article
    from tui.library import Row, Version

_LEGEND = "Struck through: what it no longer says. Bold: what is new."


class Versions(Opening):
    """Shows what was kept of an article before it changed; nothing that is kept is touched by it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "versions", "Versions, what changed", id="article.versions"),
    ]

    @work(group="menu", exclusive=True)
    @told
    async def action_versions(self) -> None:
        """Choose a version of the article, or what changed since the last."""
        row = self.row
        if row is None:
            self.tell("Nothing that is kept is open.", "warning")
            return
        versions = await self.reading.library(Library.versions, row.id)
        if len(versions) < 2:
            self.tell("One version of this article is kept; r fetches it again, and keeps what changed.")
            return
        from tui.screens.choosing import ChoiceScreen  # noqa: PLC0415  not needed to start

        newest = list(reversed(versions))
        entries = [f"What changed since {_when(newest[1])}", *map(_line, newest)]
        index = await self.app.push_screen_wait(ChoiceScreen("Versions", entries))
        if index is not None:
            self.next_number()
            await self.show(await self._version(row, newest, index - 1))

    def leave_past(self) -> bool:
        """Come back from an earlier version, or from what changed, to what is kept now; tell whether one was read."""
        opened = self.opened
        if opened is None or not opened.past or opened.row is None:
            return False
        self.next_number()
        self._come_back(opened.row)
        return True

    @work(group="menu", exclusive=True)
    @told
    async def _come_back(self, row: Row) -> None:
        await self.show(await self.reading.kept_by_id(row.id))

    async def _version(self, row: Row, newest: list[Version], index: int) -> Opened:
        """Return one of the versions, the newest first; below 0 what changed between the first two."""
        if index == 0:
            return await self.reading.kept_by_id(row.id)
        old = await self._article(row, newest[max(1, index)])
        if index > 0:
            article = replace(old, warnings=(f"This is how it was on {_when(newest[index])}. Esc comes back.",))
        else:
            from tui.reading.comparing import compare_versions  # noqa: PLC0415  as above

            new = await self._article(row, newest[0])
            said = f"What changed from {_when(newest[1])} to {_when(newest[0])}. {_LEGEND} Esc comes back."
            article = await asyncio.to_thread(compare_versions, old, new, said)
        return Opened(article, row, named=self.opened.named if self.opened else "", past=True)

    async def _article(self, row: Row, version: Version) -> Article:
        return await self.reading.library(Library.article_version, row.id, version.number)


def _when(version: Version) -> str:
    return f"{version.at.astimezone():%d %b %Y %H:%M}"


def _line(version: Version) -> str:
    return f"{_when(version)}  {version.words:>6,} words  {version.title}"
