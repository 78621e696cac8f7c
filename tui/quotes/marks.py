"""Quotation marks: which one opens, which one closes, and what stands between them.

One pass per paragraph over its marks only. A mark's role follows from the mark
itself, from its neighbours, from what is open, and from the style that the
whole text votes for (»so« or «so»; 'so' or "so").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from tui.quotes.strokes import is_apostrophe, is_measure

_DOUBLE = '“”„‟"＂«»「」『』〈〉《》'
_SINGLE = "‘’‚‛'‹›"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_BEFORE_OPEN = frozenset("([{<—–-/…:;,.¿¡|*" + _DOUBLE + _SINGLE)
_AFTER_CLOSE = frozenset(")]}>—–-/….,;:!?|*。，、；：！？）" + _DOUBLE + _SINGLE)
_REVERSED = re.compile(r"(?:^|[\s(])»\w")
_UPRIGHT = re.compile(r"(?:^|[\s(])«\s?\w")
_DEEPEST = 3
# “A, he said. “B.”: the first ends at the last comma that a short clause follows.
_SAID_TAIL = re.compile(r"[,?!.…](?=\s+[^,.\n]{2,60}\.\s*\Z)")
_SENTENCE_END = re.compile(r"[.?!…](?=\s*\Z)")
_TAIL = 400


class Span(Struct, gc=False):
    """A stretch between quotation marks."""

    block: int
    """Index of the paragraph."""
    start: int
    """First code point within the marks."""
    end: int
    """One past the last code point within the marks."""
    left: int
    """Where the opening mark stands; ``start`` when there is none."""
    right: int
    """One past the closing mark; ``end`` when there is none."""
    depth: int
    """0, or how many other quotations it stands in."""
    closed: bool
    """Whether a closing mark was found."""
    single: bool
    """Whether it stands in single marks."""
    ends: str
    """Its last character."""
    title: bool = False
    """Whether its marks are those of titles (《》)."""
    bare: str = ""
    """What makes it a quotation when no mark does: "dash", "label" before it, its place as a "question" or an
    "answer", its setting as a "block"; or "parted" by a tag within its marks."""


class _Style(Struct, gc=False):
    """What the text as a whole does."""

    reversed: bool
    """»so« rather than «so»."""
    german: bool
    """“ also closes."""


class _Open(Struct, gc=False):
    """A mark waiting for its partner."""

    at: int
    char: str
    single: bool


def pair_marks(paragraphs: Sequence[str], language: str = "") -> list[list[Span]]:
    """Return the quotations of each paragraph, in order of their beginnings, nested ones included."""
    style = _vote(paragraphs, language)
    return [_Pairing(index, text, style).run() if text else [] for index, text in enumerate(paragraphs)]


def _vote(paragraphs: Sequence[str], language: str) -> _Style:
    inward = upright = low = 0
    for text in paragraphs:
        if "»" in text:
            inward += len(_REVERSED.findall(text))
            upright += len(_UPRIGHT.findall(text))
        low += text.count("„")
    return _Style(reversed=inward > upright, german=language in {"de", "cs", "sk", "sl", "bg"} or low > 0)


class _Pairing:
    """The marks of one paragraph, from left to right."""

    def __init__(self, block: int, text: str, style: _Style) -> None:
        self._block = block
        self._text = text
        self._style = style
        self._at = [match.start() for match in _MARK.finditer(text)]
        self._open: list[_Open] = []
        self._spans: list[Span] = []
        self._spare = 0
        self._single_ends: list[int] = []

    def run(self) -> list[Span]:
        """Pair all marks."""
        if not self._at:
            return []
        self._survey()
        for rank, at in enumerate(self._at):
            if self._text[at] in _SINGLE:
                self._take_single(at)
            else:
                self._take_double(rank, at)
        if self._open:
            self._close_at_end()
        self._spans.sort(key=lambda span: (span.left, -span.right))
        return self._spans

    def _survey(self) -> None:
        """Count how many double marks lack a partner, and note where a single one may close."""
        openers = closers = 0
        for at in self._at:
            opens, closes = self._context(at)
            if self._text[at] in _SINGLE:
                if closes and not opens and self._text[at] != "‘":
                    self._single_ends.append(at)
                continue
            openers += opens and not closes
            closers += closes and not opens
        self._spare = openers - closers

    def _context(self, at: int) -> tuple[bool, bool]:
        """Whether the neighbours of a mark let it open, and let it close."""
        before = self._text[at - 1] if at else " "
        after = self._text[at + 1] if at + 1 < len(self._text) else " "
        opens = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace() and after not in ".,;!?)]"
        closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSE)
        if opens and closes:
            return (before.isspace() or at == 0), not (before.isspace() or at == 0)
        return opens, closes

    # --- double marks

    def _take_double(self, rank: int, at: int) -> None:
        opens = self._opens(at)
        if opens is None or (opens and self._refuses(at)):
            return
        if not opens:
            if self._has_open() and not is_measure(self._text, at, self._following(rank), opened=True):
                self._close(at)
            return
        if not self._has_open() and is_measure(self._text, at, self._following(rank), opened=False):
            return
        if self._has_open() and self._spare > 0:
            self._spare -= 1
            self._end_early(at)
        self._push(_Open(at, self._text[at], single=False))

    def _opens(self, at: int) -> bool | None:
        """True to open, False to close, None to pass over."""
        char = self._text[at]
        can_open, can_close = self._context(at)
        has_open = self._has_open()
        if char in "「『〈《„」』〉》":
            return char in "「『〈《„"
        if char in "«»":
            return self._opens_guillemet(char, can_open=can_open, can_close=can_close)
        if char == "“":
            low = self._top_double() == "„" or (self._style.german and has_open)
            return not (has_open and (low or (can_close and not can_open)))
        if char == "”":
            return not has_open and can_open and not can_close
        return self._opens_straight(at, can_open=can_open, can_close=can_close)

    def _opens_straight(self, at: int, *, can_open: bool, can_close: bool) -> bool | None:
        if self._has_open():
            # “…,"Vale said: the blank after the mark was forgotten
            return can_open and not can_close and self._text[at - 1] not in ".,!?"
        return True if can_open or (not can_close and self._text[at - 1 : at] != "=") else None

    def _opens_guillemet(self, char: str, *, can_open: bool, can_close: bool) -> bool:
        opener = "»" if self._style.reversed else "«"
        if self._has_open():
            return char == opener and not (can_close and not can_open)
        return char == opener or (can_open and not can_close)

    def _refuses(self, at: int) -> bool:
        return len(self._open) >= _DEEPEST or at + 1 >= len(self._text)

    def _has_open(self) -> bool:
        return any(not opened.single for opened in self._open)

    def _top_double(self) -> str:
        return next((opened.char for opened in reversed(self._open) if not opened.single), "")

    def _following(self, rank: int) -> tuple[bool, bool]:
        """Whether the next mark exists and is the same straight one, and whether it would close."""
        if rank + 1 >= len(self._at):
            return False, False
        at = self._at[rank + 1]
        _, closes = self._context(at)
        return self._text[at] in '"”', closes

    # --- single marks

    def _take_single(self, at: int) -> None:
        char = self._text[at]
        if char == "'" and "'" in (self._text[at - 1 : at], self._text[at + 1 : at + 2]):
            return
        if self._open and self._open[-1].single:
            if char != "‘" and self._closes_single(at):
                self._close(at)
            return
        if char in "’›" and not (char == "›" and self._style.reversed):
            return
        opens, closes = self._context(at)
        if not opens or closes or is_apostrophe(self._text, at) or len(self._open) >= _DEEPEST:
            return
        following = bisect_right(self._single_ends, at + 1)
        if following < len(self._single_ends):
            self._open.append(_Open(at, char, single=True))

    def _closes_single(self, at: int) -> bool:
        opens, closes = self._context(at)
        if opens or not closes:
            return False
        if self._text[at - 1] not in "sS" or self._text[at + 1 : at + 2] != " ":
            return True
        # The dogs' bowl: perhaps a possessive, if another mark follows that could close.
        following = bisect_right(self._single_ends, at)
        return following >= len(self._single_ends) or not self._text[at + 2 : at + 3].islower()

    # --- closing

    def _push(self, opened: _Open) -> None:
        while self._open and self._open[-1].single and self._open[-1].char != "‘":
            if self._open[-1].at + 1 == opened.at or len(self._open) > 1:
                break
            self._open.pop()
        self._open.append(opened)

    def _close(self, at: int) -> None:
        single = self._text[at] in _SINGLE
        while self._open and self._open[-1].single != single:
            self._open.pop()
        if self._open:
            self._record(self._open.pop(), at, at + 1, closed=True)

    def _record(self, opened: _Open, end: int, right: int, *, closed: bool) -> None:
        start = opened.at + 1
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        if start < end:
            title = opened.char == "《"
            depth = len(self._open)
            last = self._text[end - 1]
            self._spans.append(
                Span(self._block, start, end, opened.at, right, depth, closed, opened.single, last, title)
            )

    def _end_early(self, at: int) -> None:
        """End what is open before the next opening mark, where its own closing mark is missing."""
        while self._open and self._open[-1].single:
            self._open.pop()
        opened = self._open.pop()
        base = max(opened.at + 1, at - _TAIL)
        between = self._text[base:at]
        found = _SAID_TAIL.search(between) or _SENTENCE_END.search(between)
        end = base + found.end() if found else at
        self._record(opened, end, end, closed=False)

    def _close_at_end(self) -> None:
        """What is still open reaches to the end of the paragraph; single marks were apostrophes."""
        while self._open:
            opened = self._open.pop()
            if not opened.single and not self._open:
                self._record(opened, len(self._text), len(self._text), closed=False)
