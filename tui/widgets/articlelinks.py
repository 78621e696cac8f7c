"""The links of an article, and following them by letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from tui.article.model import MarkKind, Place
from tui.widgets.articleselecting import ArticleSelecting
from tui.widgets.footnotes import calls_in, note_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

HINT_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Link(Struct, frozen=True):
    """A link in the body, or the call of a note."""

    place: Place
    text: str
    href: str
    """Empty for the call of a note."""
    note: Place | None = None
    """Where the note stands."""


class ArticleLinks(ArticleSelecting):
    """Shows a letter at each link in view while one is to be chosen."""

    class LinkChosen(Message):
        """A link is to be followed."""

        def __init__(self, href: str, here: bool) -> None:
            super().__init__()
            self.href = href
            self.here = here
            """To be read here, not in the browser."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._hints: dict[str, Link] = {}
        self._hint_rows: dict[int, list[tuple[int, str]]] = {}
        self._typed = ""
        self._calls: list[Place] = []

    def watch_article(self) -> None:
        """Another article: nobody comes back from a note of the last one."""
        super().watch_article()
        self._hints, self._hint_rows, self._typed, self._calls = {}, {}, "", []

    def links(self) -> Sequence[Link]:
        """Return the body's links, in order."""
        return self._links_of(0, len(self.article.blocks) if self.article is not None else 0)

    def links_in_view(self) -> list[Link]:
        """Return the links and the calls of notes whose beginning is in view."""
        if self.setting is None or not self.setting.tops:
            return []
        top, head = self.scroll_offset.y, len(self.head)
        first = max(0, self.setting.find_row(top)[0] - head)
        last = self.setting.find_row(top + self.page_rows)[0] - head
        rows = range(top, top + self.page_rows)
        links = sorted([*self._links_of(first, last), *self._calls_of(first, last)], key=lambda link: link.place)
        return [link for link in links if self.setting.row_of(link.place.block + head, link.place.start) in rows]

    def _links_of(self, first: int, last: int) -> list[Link]:
        blocks = self.article.blocks if self.article is not None else ()
        return [
            Link(Place(index, mark.start, mark.end), blocks[index].text[mark.start : mark.end], mark.href)
            for index in range(first, min(last + 1, len(blocks)))
            for mark in blocks[index].marks
            if mark.kind is MarkKind.LINK and mark.href
        ]

    def _calls_of(self, first: int, last: int) -> list[Link]:
        blocks = self.article.blocks if self.article is not None else ()
        return [
            Link(place, sign, "", note)
            for place, sign in calls_in(blocks, first, last)
            if (note := note_of(blocks, place, sign)) is not None
        ]

    # Hints

    @property
    def hinting(self) -> bool:
        """Whether letters stand at the links."""
        return bool(self._hints)

    def action_hints(self) -> None:
        """Show a letter, or two, at each link in view."""
        links = self.links_in_view()
        self._typed = ""
        self._hints = dict(zip(hint_labels(len(links)), links, strict=True))
        self._place_hints()

    def end_hints(self) -> None:
        """Take the letters away."""
        self._hints, self._typed = {}, ""
        self._place_hints()

    def _place_hints(self) -> None:
        self._hint_rows = {}
        for label, link in self._hints.items():
            if self.setting is not None and label.startswith(self._typed):
                item = link.place.block + len(self.head)
                row = self.setting.row_of(item, link.place.start)
                self._hint_rows.setdefault(row, []).append((link.place.start, label))
        self.repaint()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While letters stand at the links they are no other keys."""
        return self.hinting or super().check_consume_key(key, character)

    async def on_key(self, event: events.Key) -> None:
        """Take the letters of a hint; any other key ends them."""
        if not self.hinting:
            return
        event.stop()
        event.prevent_default()
        typed = self._typed + (event.character or "")
        if event.character and typed in self._hints:
            link = self._hints[typed]
            self.end_hints()
            self._follow(link)
        elif event.character and any(label.startswith(typed) for label in self._hints):
            self._typed = typed
            self._place_hints()
        else:
            self.end_hints()

    def draw_row(self, row: int, width: int) -> Strip:
        """Draw the letters over the links."""
        hints = self._hint_rows.get(row)
        if not hints:
            return super().draw_row(row, width)
        with self.stamps():
            strip = super().draw_row(row, width)
        style = self.row_style("hint")
        for char, label in hints:
            strip = _lay_over(strip, char, Segment(label, style))
        return strip

    # Following

    def action_follow(self) -> None:
        """Follow the only link in view; of several the letters choose."""
        links = self.links_in_view()
        if len(links) == 1:
            self._follow(links[0])
        elif links:
            self.action_hints()

    def _follow(self, link: Link) -> None:
        if link.note is None:
            self.post_message(self.LinkChosen(link.href, here=True))
            return
        self._calls.append(self.place())
        self.go_to(link.note)

    @property
    def at_note(self) -> bool:
        """Whether a note was gone to, and one may come back from it."""
        return bool(self._calls)

    def action_return_from_note(self) -> None:
        """Back to where the note was called."""
        if self._calls:
            self.restore(self._calls.pop())

    async def _on_click(self, event: events.Click) -> None:
        """A click on a link follows it; with Ctrl it goes to the browser."""
        href = event.style.link if event.chain == 1 else None
        if href and not self.selected_text():
            self.post_message(self.LinkChosen(href, here=not event.ctrl))


def hint_labels(count: int) -> list[str]:
    """Return ``count`` labels, none the beginning of another: one letter each as long as there are letters."""
    if count <= len(HINT_LETTERS):
        return list(HINT_LETTERS[:count])
    pairs = [first + second for first in HINT_LETTERS for second in HINT_LETTERS]
    return pairs[:count]


def _lay_over(strip: Strip, char: int, label: Segment) -> Strip:
    """Return ``strip`` with ``label`` over what stands at ``char``."""
    left = 0
    for segment in strip:
        offset = segment.style.meta.get("offset") if segment.style is not None else None
        if offset is not None and segment.text.strip() and offset[0] <= char < offset[0] + len(segment.text):
            left += Segment(segment.text[: char - offset[0]]).cell_length
            end = left + label.cell_length
            return Strip([*strip.crop(0, left), label, *strip.crop(end, max(end, strip.cell_length))])
        left += segment.cell_length
    return strip
