"""What is chosen from a box: links, headings, themes, commands, search hits, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.theme import BUILTIN_THEMES

from tui.browser import open_in_browser
from tui.library import Library
from tui.screens.base import told
from tui.screens.opening import Opening
from tui.settings import remember
from tui.widgets.articleview import ArticleView

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

OPENS_HERE = 200
"""Longest link text shown in the list of links, in code points."""


class Menus(Opening):
    """Boxes over the page. Their modules are loaded when first asked for: the start does without them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L", "links", "Links", id="article.links"),
        Binding("O", "outline", "Outline", id="article.outline"),
        Binding("F", "search", "Search the library", id="library.search"),
        Binding("question_mark,f1", "help", "Keys", id="screen.help"),
        Binding("T", "themes", "Theme", id="screen.theme"),
        Binding("colon,ctrl+p", "commands", "Commands", id="screen.commands"),
        Binding("o", "browser", "Open in browser", id="article.browser"),
        Binding("backspace", "return_from_link", "Back from a link", id="article.return"),
    ]

    # Links

    @work(group="menu", exclusive=True)
    @told
    async def action_links(self) -> None:
        """Choose a link of the article; it opens here."""
        links = self.article_pane.links()
        if not links:
            self.tell("There are no links in this article.")
            return
        index = await self._choose("Links", [f"{link.text[:OPENS_HERE]}  {link.href}" for link in links])
        if index is not None:
            self.follow_link(links[index].href)

    def follow_link(self, href: str) -> None:
        """Open a linked article here; Backspace comes back to this place."""
        linked_from = ""
        if self.opened is not None:
            self.came_from.append((self.opened, self.article_pane.place()))
            linked_from = self.opened.named
        self.open_text(href, linked_from=linked_from)

    @work(group="open", exclusive=True)
    @told
    async def action_return_from_link(self) -> None:
        """Go back to the article whose link was followed, at the place of the link."""
        if not self.came_from:
            self.tell("No link was followed to get here.")
            return
        opened, place = self.came_from.pop()
        self.next_number()
        await self.show(opened, place)

    @on(ArticleView.LinkChosen)
    @work(group="browser")
    @told
    async def _open_link(self, event: ArticleView.LinkChosen) -> None:
        """Follow a link, here or in the browser."""
        if event.here:
            self.follow_link(event.href)
        else:
            self.tell(await open_in_browser(event.href, self.environ))

    @work(group="browser")
    @told
    async def action_browser(self) -> None:
        """Open the article in hand in the browser; from the captions, the picture."""
        figure = self.captions_pane.cursor_figure() if self.focused is self.captions_pane else None
        row = self.list_pane.cursor_row() if self.focused is self.list_pane else None
        address = (await self.reading.library(Library.row, row.id)).address if row else figure.src if figure else ""
        if not address and self.article is not None:
            address = self.article.address
        self.tell(await open_in_browser(address, self.environ))

    # Headings, search, themes, commands

    @work(group="menu", exclusive=True)
    @told
    async def action_outline(self) -> None:
        """Choose a heading, and go to it."""
        headings = self.article_pane.headings()
        if not headings:
            self.tell("There are no headings in this article.")
            return
        index = await self._choose("Outline", [f"{'  ' * (one.level - 1)}{one.text}" for one in headings])
        if index is not None:
            self.article_pane.go_to(headings[index].place, where="top")

    def action_search(self) -> None:
        """Search the whole library, and land on the sentence that is chosen."""
        self.search_for("")

    @work(group="menu", exclusive=True)
    @told
    async def search_for(self, query: str) -> None:
        """Search the whole library, beginning with ``query``."""
        from tui.screens.searching import SearchScreen  # noqa: PLC0415  see the class

        hit = await self.app.push_screen_wait(SearchScreen(self.reading, query))
        if hit is None:
            return
        self.next_number()
        await self.show(await self.reading.kept(hit.row))
        self.set_focus(self.article_pane)
        if hit.place is not None:
            self.article_pane.go_to(hit.place)

    @work(group="menu", exclusive=True)
    @told
    async def action_themes(self) -> None:
        """Choose a theme; each is worn as the cursor comes to it."""
        names = sorted(name for name in self.app.available_themes if name not in BUILTIN_THEMES)
        before = self.app.theme

        def wear(index: int) -> None:
            self.app.theme = names[index]

        start = names.index(before) if before in names else 0
        index = await self._choose(
            "Theme", [name.replace("-", " ") for name in names], start=start, highlighted=wear, corner=True
        )
        self.app.theme = before if index is None else names[index]
        if index is None:
            return
        self.settings = remember(self.settings, theme=names[index])
        if "theme" in self.settings.fixed:
            self.tell("Your settings name another theme; this one is worn until Pullquote ends.")

    @work(group="menu", exclusive=True)
    @told
    async def action_commands(self) -> None:
        """Choose a command by its name."""
        actions = {active.binding.id: active for active in self.active_bindings.values() if active.binding.id}
        named: list[ActiveBinding] = [active for active in actions.values() if active.binding.description]
        named.sort(key=lambda active: not active.binding.show)  # moving about needs no name: it comes last
        width = max(len(active.binding.description) for active in named)
        index = await self._choose(
            "Commands",
            [f"{one.binding.description:<{width}}  {self.app.get_key_display(one.binding)}" for one in named],
        )
        if index is not None:
            await self.app.run_action(named[index].binding.action, named[index].node)

    def action_help(self) -> None:
        """Show all keys of the focused pane."""
        from tui.screens.help import HelpScreen, help_groups  # noqa: PLC0415  see the class

        self.app.push_screen(HelpScreen(help_groups(self)))

    async def _choose(self, title: str, entries: list[str], **how: object) -> int | None:
        from tui.screens.choosing import ChoiceScreen  # noqa: PLC0415  see the class

        return await self.app.push_screen_wait(ChoiceScreen(title, entries, **how))  # type: ignore[arg-type]
