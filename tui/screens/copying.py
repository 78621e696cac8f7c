"""Copying what is in hand, and saying where it went."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui import exchange
from tui.article import Quote, QuoteKind, clean_line
from tui.errors import ClipboardError
from tui.library import Library
from tui.screens.base import ArticleScreen, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Figure

MOST_OF_A_PERSON = 200
"""How many quotations of one person are copied at once."""

SHOWN_OF_A_CLIP = 140
"""How much of a copy is listed, in code points."""


class Copying(ArticleScreen):
    """What ``y`` and ``Y`` mean in each pane; the notice says which road was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="copy.plain"),
        Binding("Y", "copy_cited", "Copy with its source", id="copy.cited"),
        Binding("C", "copy_all", "Copy all quotations", id="copy.all"),
        Binding("P", "copy_person", "Copy all of this person", id="copy.person"),
        Binding("f3", "clips", "What was copied", id="copy.clips"),
    ]

    @work(group="copy")
    @told
    async def action_copy(self) -> None:
        """Copy the selection, the quotations or captions selected, the one under the cursor, or the link."""
        if self.focused is self.list_pane:
            text = exchange.article_link(await self._article_of_list())
        elif self.focused is self.captions_pane:
            text = "\n\n".join(map(exchange.caption_text, self._figures_in_hand()))
        elif self.focused is self.quotes_pane:
            article = self._article_in_hand()
            text = "\n\n".join(exchange.quotation_text(quote, article) for quote in self._quotes_in_hand())
        else:
            text = self.article_pane.selected_text() or exchange.article_link(self._article_in_hand())
        await self._copy(text)

    @work(group="copy")
    @told
    async def action_copy_cited(self) -> None:
        """Copy the same with its source."""
        if self.focused is self.list_pane:
            await self._copy_cited([(await self._article_of_list(), ())])
        elif self.focused is self.captions_pane:
            await self._copy_captions_cited(self._figures_in_hand())
        else:
            in_pane = self.focused is self.quotes_pane
            quotes = self._quotes_in_hand() if in_pane else self._selection_in_hand()
            await self._copy_cited([(self._article_in_hand(), quotes)])

    @work(group="copy")
    @told
    async def copy_caption(self, figure: Figure, cited: bool) -> None:
        """Copy the caption of one picture; ``cited`` with its credit and the article's source."""
        await (self._copy_captions_cited([figure]) if cited else self._copy(exchange.caption_text(figure)))

    @work(group="copy")
    @told
    async def action_copy_all(self) -> None:
        """Copy all quotations of the article (or those selected), each with its source."""
        article = self._article_in_hand()
        marked = self.quotes_pane.marked_quotes() if self.quotes_pane.marked else ()
        wanted = marked or tuple(quote for quote in article.quotes if quote.is_statement)
        if not wanted:
            raise ClipboardError("There is no quotation to copy.")
        await self._copy_cited([(article, wanted)], told=_count(len(wanted)))

    @work(group="copy")
    @told
    async def action_copy_person(self) -> None:
        """Copy all that the speaker of the quotation in hand says, here and in the whole library, with sources."""
        article = self._article_in_hand()
        quote = self.quotes_pane.cursor_quote()
        if quote is None or not quote.speaker:
            raise ClipboardError("It is not known who says this." if quote else "There is no quotation to copy.")
        articles = [article, *await self._others_quoting(quote.speaker)]
        said = [(one, quotes) for one in articles if (quotes := _said_by(quote.speaker, one))]
        number = sum(len(quotes) for _, quotes in said)
        where = "this article" if len(said) == 1 else f"{len(said)} articles"
        await self._copy_cited(said, told=f"{_count(number)} of {quote.speaker} from {where}")

    @work(group="menu", exclusive=True)
    @told
    async def action_clips(self) -> None:
        """Show the last copies; one that is chosen is copied again."""
        from tui.screens.choosing import ChoiceScreen  # noqa: PLC0415  not needed to start

        clips = await asyncio.to_thread(self.clipboard.clips)
        if not clips:
            raise ClipboardError("Nothing was copied yet.")
        entries = [f"{clip.at.astimezone():%d %b %H:%M}  {clean_line(clip.text, SHOWN_OF_A_CLIP)}" for clip in clips]
        index = await self.app.push_screen_wait(ChoiceScreen("What was copied", entries))
        if index is not None:
            await self._copy(clips[index].text)

    async def _others_quoting(self, speaker: str) -> list[Article]:
        """Return the other articles of the library that quote a person."""
        found = await self.reading.library(Library.quotations, "", speaker, MOST_OF_A_PERSON)
        here = self.row.id if self.row is not None else None
        numbers = dict.fromkeys(one.article for one in found if one.speaker == speaker and one.article != here)
        return [await self.reading.library(Library.article, number) for number in numbers]

    async def _copy_cited(self, said: Sequence[tuple[Article, Sequence[Quote]]], told: str = "") -> None:
        """Copy quotations, each with its source; of an article without any its source alone."""
        style, templates = self.settings.citation, self.settings.templates
        texts = await asyncio.to_thread(
            lambda: [
                exchange.cite(article, style, quote=quote, templates=templates)
                for article, quotes in said
                for quote in (quotes or (None,))
            ]
        )
        await self._copy_styled(texts, told)

    async def _copy_captions_cited(self, figures: Sequence[Figure]) -> None:
        """Copy captions, each with its credit and source."""
        article, style, templates = self._article_in_hand(), self.settings.citation, self.settings.templates
        await self._copy_styled([exchange.caption_text(figure, article, style, templates) for figure in figures])

    async def _copy_styled(self, texts: Sequence[str], told: str = "") -> None:
        """Copy what stands in the person's style, as rich text too where that is HTML."""
        text = "\n\n".join(texts)
        await self._copy(text, html=text if self.settings.citation == "html" else "", told=told)

    async def _copy(self, text: str, html: str = "", told: str = "") -> None:
        copied = await self.clipboard.copy(text, html)
        self.tell(f"{told}: {copied.sentence[0].lower()}{copied.sentence[1:]}" if told else copied.sentence)

    def _article_in_hand(self) -> Article:
        if self.article is None:
            raise ClipboardError("There is nothing to copy: no article is open.")
        return self.article

    async def _article_of_list(self) -> Article:
        row = self.list_pane.cursor_row()
        if row is None:
            raise ClipboardError("There is no article to copy the link of.")
        return await self.reading.library(Library.article, row.id)

    def _figures_in_hand(self) -> tuple[Figure, ...]:
        figures = self.captions_pane.marked_figures()
        if not figures:
            raise ClipboardError("There is no caption to copy.")
        return figures

    def _quotes_in_hand(self) -> tuple[Quote, ...]:
        quotes = self.quotes_pane.marked_quotes()
        if not quotes:
            raise ClipboardError("There is no quotation to copy.")
        return quotes

    def _selection_in_hand(self) -> tuple[Quote, ...]:
        """Return what is selected in the text, as a quotation of the article itself; nothing when nothing is."""
        places = self.article_pane.selected_places()
        return (Quote(self.article_pane.selected_text(), QuoteKind.OTHER, places),) if places else ()


def _said_by(speaker: str, article: Article) -> tuple[Quote, ...]:
    return tuple(quote for quote in article.quotes if quote.is_statement and quote.speaker == speaker)


def _count(number: int) -> str:
    return "1 quotation" if number == 1 else f"{number} quotations"
