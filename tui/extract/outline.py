"""What the walk through a page leaves: its lines, the boxes they stand in, its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.article import BlockKind, MarkKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Style(Struct, frozen=True):
    """What the inline elements around a stretch of text say of it."""

    marks: tuple[tuple[MarkKind, str], ...] = ()
    """Kinds of mark, outermost first, each with a link's address as written, else ""."""
    signs: int = 0
    """What the inline elements' class names say."""
    linked: bool = False
    """Whether a link is among the marks."""


PLAIN = Style()


class Zone(Struct, eq=False):
    """One block element: a box that lines stand in."""

    element: HtmlElement
    parent: Zone | None
    tag: str
    depth: int
    signs: int
    """What its own name, role and classes say."""
    first: int
    """Index of its first line."""
    last: int = 0
    """One past the index of its last line."""
    chars: int = 0
    """Letters of all its lines."""
    linked: int = 0
    """How many of them are links."""
    prose: int = 0
    """Letters of those of its lines that read like sentences."""
    above: int = 0
    """What it and the boxes around it say, but for those that hold most of the page."""
    aside: bool = False
    """Whether it stands in a box that is surely no story's, by its name."""
    rule: str = ""
    """The rule by which it, or a box around it, is no part of the story; empty when there is none."""
    pictures: int = 0
    """How many pictures stand in it."""
    children: list[Zone] = field(default_factory=list)
    """The boxes directly in it."""

    def ancestors(self, most: int = 100_000) -> list[Zone]:
        """It and the boxes around it, innermost first; ``most`` of them."""
        found = [self]
        while found[-1].parent is not None and len(found) < most:
            found.append(found[-1].parent)
        return found


class Line(Struct, eq=False):
    """One run of text between two block boundaries."""

    zone: Zone
    kind: BlockKind
    parts: list[tuple[str, Style]]
    """Stretches of text as written."""
    text: str
    """Blanks folded; not yet cleaned."""
    linked: int = 0
    """How many of its characters are links."""
    signs: int = 0
    """What the inline elements around all of it say."""
    level: int = 0
    number: int | None = None
    header_rows: int = 0


class Picture(Struct, eq=False):
    """One picture, or a video's still, where it stands."""

    element: HtmlElement
    zone: Zone
    line: int
    """Index of the line it stands before."""
    alone: bool
    """Whether no text of a paragraph stands around it."""
    linked: str = ""
    """Address of the link around it, as written."""
    signs: int = 0
    """What the inline elements around it say."""


class Outline(Struct):
    """A page as lines, boxes and pictures, in document order."""

    lines: list[Line] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    prose: int = 0
    """Letters of prose outside of what is surely furniture by its name."""
