"""The quotations of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.article.model import Quote
from tui.widgets.entrypane import EntryPane, Slot
from tui.widgets.entrysetting import Entry, Part
from tui.widgets.quotenumbers import number_quotes
from tui.widgets.runs import Range

if TYPE_CHECKING:
    from collections.abc import Callable

SURE = 0.6
"""A speaker less sure than this is shown with a question mark."""


class QuotesPane(EntryPane):
    """Every quotation with its speaker, in the article's order or by speaker."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "by_speaker", "By speaker", id="quotes.by-speaker", show=False),
        Binding("c", "doubt_speaker", "Who said it", id="quotes.mend", show=False),
        Binding("D", "forget", "Take back what you said of it", id="quotes.forget", show=False),
        Binding("p", "ask_speaker", "All by this speaker", id="quotes.speaker", show=False),
        Binding("v", "show_all", "Scare quotes too", id="quotes.show-all", show=False),
    ]

    class SpeakerDoubted(Message):
        """Somebody else said it, as the person knows."""

        def __init__(self, quote: Quote) -> None:
            super().__init__()
            self.quote = quote

    class Forgotten(Message):
        """What the person said of it counts no more."""

        def __init__(self, quote: Quote) -> None:
            super().__init__()
            self.quote = quote

    class SpeakerAsked(Message):
        """What else did this speaker say?"""

        def __init__(self, speaker: str) -> None:
            super().__init__()
            self.speaker = speaker

    quotes: reactive[tuple[Quote, ...]] = reactive[tuple[Quote, ...]]((), repaint=False)
    by_speaker: reactive[bool] = reactive(False, repaint=False)
    """Grouped under their speakers, the one with most words said first."""
    show_all: reactive[bool] = reactive(False, repaint=False)
    """Words at arm's length, titles and slogans too."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.empty_text = "No quotations"
        self.say: Callable[[Quote], str] = lambda quote: f"“{quote.text}”"
        """How a quotation reads in one piece and in its marks; asked for when it is laid out."""
        self._said: dict[int, str] = {}
        self._numbers: dict[int, int] = {}

    def watch_quotes(self) -> None:
        """List another article's quotations."""
        self.marked.clear()
        self._said.clear()
        self.set_reactive(QuotesPane.current, None)
        self.list_again(keep=False)

    def watch_by_speaker(self) -> None:
        """List in the other order."""
        self.list_again()

    def watch_show_all(self) -> None:
        """List more or fewer."""
        self.list_again()

    def action_by_speaker(self) -> None:
        """Change between the article's order and the speakers'."""
        self.by_speaker = not self.by_speaker

    def action_show_all(self) -> None:
        """Show or hide what nobody said."""
        self.show_all = not self.show_all

    def action_doubt_speaker(self) -> None:
        """Say that somebody else said the quotation under the cursor."""
        quote = self.cursor_quote()
        if quote is not None:
            self.post_message(self.SpeakerDoubted(quote))

    def action_forget(self) -> None:
        """Take back who was named for the quotation under the cursor, or that it is one."""
        quote = self.cursor_quote()
        if quote is not None:
            self.post_message(self.Forgotten(quote))

    def action_ask_speaker(self) -> None:
        """Ask for all that the speaker under the cursor said."""
        quote = self.cursor_quote()
        if quote is not None and quote.speaker:
            self.post_message(self.SpeakerAsked(quote.speaker))

    def cursor_quote(self) -> Quote | None:
        """Return the quotation under the cursor."""
        index = self.cursor_index()
        return None if index is None else self.quotes[index]

    def marked_quotes(self) -> tuple[Quote, ...]:
        """Return the selected quotations in the article's order; the one under the cursor when none is."""
        return tuple(self.quotes[index] for index in self.marked_indexes())

    def list_slots(self) -> list[Slot]:
        """Return the quotations in order; their speakers above them where they stand by speaker."""
        self._numbers = number_quotes(self.quotes)
        shown = [index for index in range(len(self.quotes)) if self.show_all or index in self._numbers]
        self.border_title = Content(f"Quotations {len(shown)}")
        if not self.by_speaker:
            return [Slot(index) for index in shown]
        theirs: dict[str, list[int]] = {}
        for index in shown:
            theirs.setdefault(self.quotes[index].speaker, []).append(index)
        slots = []
        for speaker in sorted(theirs, key=lambda name: (not name, -len(theirs[name]))):
            slots.append(Slot(-1, f"{speaker or 'unattributed'}  {len(theirs[speaker])}"))
            slots += [Slot(index) for index in theirs[speaker]]
        return slots

    def make_entry(self, slot: Slot) -> Entry:
        """Return a quotation with its speaker, or a speaker that stands above theirs."""
        if slot.source < 0:
            heading, name = slot.heading, slot.heading.rpartition("  ")[0]
            return Entry(-1, "", (Part(heading, _faces(heading, name, "heading")),))
        quote = self.quotes[slot.source]
        if slot.source not in self._said:
            self._said[slot.source] = self.say(quote)
        words = self._said[slot.source]
        parts = (Part(words, (Range(0, len(words), "words"),)),)
        named = () if self.by_speaker else (_speaker_part(quote),)
        return Entry(slot.source, str(self._numbers.get(slot.source, "·")), (*named, *parts))


def _faces(text: str, name: str, face: str) -> tuple[Range, ...]:
    return Range(0, len(name), face), Range(len(name), len(text), "quiet")


def _speaker_part(quote: Quote) -> Part:
    if not quote.speaker:
        return Part("unattributed", (Range(0, 12, "quiet"), Range(0, 12, "italic")))
    name = quote.speaker
    rest = ("?" if quote.confidence < SURE else "") + (f" {quote.cue}" if quote.cue else "")
    return Part(name + rest, _faces(name + rest, name, "strong"))
