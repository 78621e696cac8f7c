"""Copying what is in hand, and saying where it went."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.errors import ClipboardError
from tui.library import Library
from tui.screens.base import ArticleScreen, told


class Copying(ArticleScreen):
    """What ``y`` and ``Y`` mean in each pane; the notice says which road was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="copy.plain"),
        Binding("Y", "copy_cited", "Copy with its source", id="copy.cited"),
        Binding("C", "copy_all", "Copy all quotations", id="copy.all"),
    ]

    @work(group="copy")
    @told
    async def action_copy(self) -> None:
        """Copy the selection, the quotation, the caption or the link."""
        await self._copy(await self._text_in_hand(cited=False))

    @work(group="copy")
    @told
    async def action_copy_cited(self) -> None:
        """Copy the same with its source."""
        await self._copy(await self._text_in_hand(cited=True))

    @work(group="copy")
    @told
    async def action_copy_all(self) -> None:
        """Copy all quotations that are listed (or those selected), each with its source."""
        from tui.exchange import cite  # noqa: PLC0415  not needed to start

        if self.article is None or not self.article.quotes:
            raise ClipboardError("There is no quotation to copy.")
        article = self.article
        wanted = self.quotes_pane.marked_quotes() or [quote for quote in article.quotes if quote.is_statement]
        await self._copy("\n\n".join(cite(article, self.settings.citation, quote=quote) for quote in wanted))

    async def _copy(self, text: str) -> None:
        copied = await self.clipboard.copy(text)
        self.tell(copied.sentence)

    async def _text_in_hand(self, *, cited: bool) -> str:
        from tui.exchange import caption_text, cite, quotation_text  # noqa: PLC0415  not needed to start

        if self.focused is self.list_pane:
            return await self._link_of_list(cited=cited)
        article = self.article
        if article is None:
            raise ClipboardError("There is nothing to copy: no article is open.")
        if self.focused is self.quotes_pane:
            quote = self.quotes_pane.cursor_quote()
            if quote is None:
                raise ClipboardError("There is no quotation to copy.")
            return cite(article, self.settings.citation, quote=quote) if cited else quotation_text(quote, article)
        if self.focused is self.captions_pane:
            figure = self.captions_pane.cursor_figure()
            if figure is None:
                raise ClipboardError("There is no caption to copy.")
            return caption_text(figure, article if cited else None)
        return self._text_of_article(cited=cited)

    def _text_of_article(self, *, cited: bool) -> str:
        from tui.exchange import article_link, cite  # noqa: PLC0415  not needed to start

        article = self.article
        if article is None:
            return ""
        selected = self.article_pane.selected_text()
        if selected and cited:
            return f"{selected}\n\n{cite(article, self.settings.citation)}"
        if selected:
            return selected
        return cite(article, self.settings.citation) if cited else article_link(article)

    async def _link_of_list(self, *, cited: bool) -> str:
        from tui.exchange import article_link, cite  # noqa: PLC0415  not needed to start

        row = self.list_pane.cursor_row()
        if row is None:
            raise ClipboardError("There is no article to copy the link of.")
        article = await self.reading.library(Library.article, row.id)
        return cite(article, self.settings.citation) if cited else article_link(article)
