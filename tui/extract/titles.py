"""The headline, without the site's name.

The page's ``h1`` is what its readers see and so comes first, as soon as what the
page says of itself for machines agrees with it; that in turn mends what the
elements inside an ``h1`` do to it: a kicker without its colon, a subtitle glued on.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.article import clean_line
from tui.extract.comparing import squash
from tui.extract.structured import text_of
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.extract.outline import Line, Outline
    from tui.extract.structured import Facts

_SEPARATOR = re.compile(
    r"\s{1,3}(?:[|\-–—·•»«>*~/]|::|//)\s{1,3}|\s?[|»｜ㅣ]\s?|\s:\s|：(?=[^：]{2,30}$)|_(?=[^_]{2,30}$)"
)
_LAST_PIECE = re.compile(r"\s?[-–—|·ㅣ]\s?([^-–—|·ㅣ]{2,30})$")
_SECTIONS = ("article:section", "content_category", "parsely-section", "section", "category")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_FOREIGN = (
    Sign.NAVIGATION | Sign.FOOTER | Sign.RELATED | Sign.COMMENT | Sign.CONSENT | Sign.HIDDEN | Sign.SIDE | Sign.PAYWALL
)
_MOST_PIECES = 12
"""Text nodes of a heading that are looked at."""

_LONGEST_SECTION = 3
"""Words of a section's name after a separator: more than that is a part of the headline."""

_LONGEST = 300
"""Letters of a headline that are compared."""


class Headline(Struct, frozen=True):
    """The headline and where it stands."""

    text: str
    """Without the site's name; "" when there is none."""
    lines: range = range(0)
    """Indices of its lines on the page; none when it stands only in what the page says for machines."""

    @property
    def line(self) -> int:
        """Index of its first line; -1 without any."""
        return self.lines.start if self.lines else -1


class _Heading(Struct):
    """A heading on the page."""

    text: str
    lines: range
    pieces: list[str] = field(default_factory=list)
    """What its inner elements part it into, when they do."""


def plain(text: str) -> str:
    """Return ``text`` of a machine's field cleaned, its doubly written entities and its elements taken out."""
    if "&" in text:
        text = unescape(text)
    return clean_line(_MARKUP.sub("", text) if "<" in text else text)


def find_headline(facts: Facts, outline: Outline, sites: list[str]) -> Headline:
    """Return the headline: the ``h1`` that the page's own metadata agree with, else the best of those.

    ``sites`` are the names that the site goes by.
    """
    told = _told_titles(facts, sites)
    headings = [*_headings(outline, "h1")]
    for found in (headings, lower := [*_headings(outline, "h2")] if not _one_agrees(headings, told) else []):
        for heading in found:
            text = _agreed_text(heading, told)
            if text:
                return Headline(text, heading.lines)
    for heading in (*headings, *lower):
        if any(_alike(heading.text, text) for text in told):
            return Headline(heading.text, heading.lines)
    lonely = headings[0] if len(headings) == 1 else None
    if lonely and _says_something(lonely.text) and not _names_site(lonely.text, [squash(name) for name in sites]):
        return Headline(strip_site(lonely.text, sites), lonely.lines)
    if told:
        return Headline(told[0])
    return Headline(headings[0].text, headings[0].lines) if headings else Headline("")


def _told_titles(facts: Facts, sites: list[str]) -> list[str]:
    """Return what the page calls itself for machines, the most trusted first, without the site's name."""
    texts = (
        text_of(facts.article.get("headline")),
        facts.meta("og:title"),
        facts.meta("twitter:title"),
        facts.meta("dc.title", "dcterms.title", "citation_title"),
        *facts.titles[:1],
    )
    told = [plain(text) for text in texts if text]
    own = {squash(name) for name in sites}
    told = [strip_site(text, sites) for text in told if text and squash(text) not in own]
    named = {squash(text) for name in _SECTIONS for text in facts.metas.get(name, ())}
    return [_cut_section(_cut_tail(text, told), named) for text in told]


def _cut_section(text: str, sections: set[str]) -> str:
    """Take off a section that the page's metadata name, set after a dash without blanks ("Headline-Politics")."""
    match = _LAST_PIECE.search(text)
    return text[: match.start()] if match and squash(match[1]) in sections else text


def _cut_tail(text: str, others: list[str]) -> str:
    """Take off what follows a separator when another source stops there: it is the site's or the section's name."""
    for match in _SEPARATOR.finditer(text):
        tail = text[match.end() :].split()
        if tail and text[: match.start()] in others and len(tail) <= _LONGEST_SECTION and tail[0][:1].isupper():
            return text[: match.start()]
    return text


def _one_agrees(headings: list[_Heading], told: list[str]) -> bool:
    return any(_agreed_text(heading, told) for heading in headings)


def _headings(outline: Outline, tag: str) -> Iterator[_Heading]:
    """Yield the headings of an element; a box inside one parts a kicker or a subtitle from it."""
    for zone in outline.zones:
        if zone.tag != tag or zone.above & _FOREIGN or not 0 < zone.last - zone.first < 6:
            continue
        lines = outline.lines[zone.first : zone.last]
        text = clean_line(" ".join(line.text for line in lines))
        if len(text) > 3:
            yield _Heading(text, range(zone.first, zone.last), list(_pieces(lines)))


def _pieces(lines: list[Line]) -> Iterator[str]:
    """Yield what the boxes, line breaks and inner elements of a heading cut off at its beginning or its end."""
    texts = [text for line in lines for text in (*(text for text, _ in line.parts), " ")][:_MOST_PIECES]
    for cut in range(1, len(texts)):
        yield clean_line("".join(texts[cut:]))
        yield clean_line("".join(texts[:cut]))


def _agreed_text(heading: _Heading, told: list[str]) -> str:
    """Return the headline when ``told`` and the heading, or a piece of it, say the same, else ""."""
    whole = squash(heading.text)
    same = [text for text in told if squash(text) == whole]
    if same:
        return _best_written(heading, same)
    for piece in heading.pieces:
        if _says_something(piece) and any(squash(text) == squash(piece) for text in told):
            return piece
    votes = Counter(told)
    for text, count in votes.items():
        if count > 1 and _is_part(text, heading.text):
            return text
    return ""


def _best_written(heading: _Heading, told: list[str]) -> str:
    """Prefer what has the punctuation that the boxes inside the heading stand for ("Kicker: headline")."""
    richer = [text for text in told if _marks(text) > _marks(heading.text)] if heading.pieces else []
    return max(richer, key=lambda text: (_marks(text), richer.count(text))) if richer else heading.text


def _marks(text: str) -> int:
    return len(re.findall(r"\w+", text)) + sum(1 for char in text if char in ":–—-|/,;?!")


def _is_part(told: str, heading: str) -> bool:
    """Whether one is the other with a kicker before it or a subtitle after it."""
    one, other = squash(told), squash(heading)
    short, long = sorted((one, other), key=len)
    if len(short) < 12 or len(short) * 3 < len(long):
        return False
    if one == long:  # two sources know a kicker that stands apart from the heading on the page
        return long.endswith(short) and ":" in told[: len(told) - len(heading) + 1]
    return long.startswith(short) or long.endswith(short)


def _says_something(text: str) -> bool:
    return len(text.split()) > 2 or (not text.isascii() and len(text) > 9)


def _alike(heading: str, text: str) -> bool:
    short, long = sorted((squash(heading), squash(text)), key=len)
    if not short:
        return False
    if short in long:
        return len(short) * 2 >= len(long)
    return SequenceMatcher(None, short[:_LONGEST], long[:_LONGEST], autojunk=False).ratio() > 0.7


def strip_site(text: str, sites: list[str]) -> str:
    """Take a name of the site, and what follows or precedes it, off the ends of ``text``."""
    names = [squash(name) for name in sites]
    ends = [(match.start(), match.end()) for match in _SEPARATOR.finditer(text)]
    if not ends:
        return text
    for index, (start, end) in enumerate(ends):
        upto = ends[index + 1][0] if index + 1 < len(ends) else len(text)
        if _names_site(text[end:upto], names) or squash(text[end:]) in names:
            return text[:start].strip()
    return text[ends[0][1] :].strip() if _names_site(text[: ends[0][0]], names) else text


def _names_site(piece: str, names: list[str]) -> bool:
    """Whether ``piece`` is the site's name: "Times" for "The Times", "Globe.example" for "Globe"."""
    short = squash(piece)
    return bool(short) and any(
        (short in name and len(short) * 2 >= len(name)) or (name in short and len(short) <= 2 * len(name) + 8)
        for name in names
        if name
    )
