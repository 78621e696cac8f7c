"""The names of authors on a page's lines: bylines, labels, lines about a day, signatures."""

# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind
from tui.extract.comparing import squash
from tui.extract.credits import is_labelled_credit
from tui.extract.dates import cut_moments, read_date
from tui.extract.marked import is_foreign
from tui.extract.names import is_organisation, read_byline, reads_like_person
from tui.extract.surveying import reads_like_prose
from tui.extract.vocabulary import Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.extract.marked import Setting
    from tui.extract.outline import Line, Outline, Zone

_AUTHOR_ADDRESS = re.compile(
    r"/(?:authors?|autor(?:en|es|in|a)?|auteurs?|autori|writers?|people|persons?|profiles?|staff|reporters?|journalists?|contributors?|by|columnists?|"
    r"correspondents?|redaktion|redakteure?|team|firma|opinionistas?|periodistas?|journalistes?|signatures?|user|mitarbeiter|experts?)/[^/]",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|oleh|per|deur|piše|text|tekst|texto|texte|autor(?:in)?|author|geschrieben von|written by|story by|words by|posted by|published by|"
    r"(?:words|text|story|photos?|pictures)\s(?:and|&)\s(?:words|text|story|photos?|pictures)\sby)\b[\s:]{1,3}(?=\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|\s)(?:(?:author|autor(?:in)?(?:/autor)?|auteure?|autore|autora|författare|forfatter|автор)\s?[:：]?\s|"
    r"(?:text|texte|texto|tekst|redaktion|reporter|penulis|yazar|yazan|haber|szerző|συντάκτης|γράφει|autorka|autorzy|автори?|авторы|tác giả|كتب(?:ت)?|بقلم|מאת|نویسنده|लेखक|โดย)\s?[:：]\s|reporting by\s)(?=[^\W\d_])",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"\s[^\W\d_]{3,14}\s?[:：]\s")
_KOREAN = re.compile(r"(?:^|\s|\]|=)([가-힣]{2,4})\s?(?:선임)?(?:기자|특파원|논설위원)(?![가-힣])")
_EAST_ASIAN = re.compile(r"(?:記者|记者|撰文|作者|文)\s?[/／:：丨|]\s?([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
_OTHERS = re.compile(
    r"(?<!and )(?<!& )(?<!und )(?<!et )\b(?:(?:fact|medically|legally)[- ]?(?:checked|reviewed)|reviewed|edited|illustrat(?:ed|ions?)|translated|photograph(?:s|ed|y)?|photos?|"
    r"pictures|video|produced|redigiert|geprüft|übersetzt|illustration(?:en)?|fotos?|bilder|traducido|traduit|tradotto)\s?(?:by|von|par|por|di|da|:)\s",
    re.IGNORECASE,
)
"""After this stand those who had another part in the story."""

_GOES_ON = re.compile(r"(?:^|\s)(?:by|von|par|por|di|door|av|af)\s?:?$", re.IGNORECASE)
"""A line that ends so has its names on the next one."""

_FLUSH_RIGHT = re.compile(r"text-align\s{0,3}:\s{0,3}(?:right|end)\b", re.IGNORECASE)
_STOPS = tuple('.!?…”"»“。！？।')
"""How prose ends; a byline's full stops are those of its day ("3.5.2026, 14:05 Uhr")."""

_LONGEST = 140
_SIGN_OFF = 80
_CLOSE = 4
"""Lines from the headline within which a line about a day names its author too."""


def first_names(lines: Iterable[Line], reader: Callable[[Line], list[str]], setting: Setting) -> list[str]:
    """Return what ``reader`` finds on the first line that has names, and on the list items after it."""
    names: list[str] = []
    row: Zone | None = None
    for line in lines:
        if names and (row is None or line.zone.tag != "li" or line.zone.parent is not row):
            break
        if len(line.text) > _LONGEST or is_foreign(line.zone, setting.own):
            continue
        if reads_like_prose(line) and not _LABEL.match(line.text) and cut_moments(line.text)[-1:] in _STOPS:
            continue
        found = [name for name in reader(line) if squash(name) not in setting.sections]
        if found:
            names.extend(found)
            row = line.zone.parent if line.zone.tag == "li" else None
    return names


def byline_names(line: Line) -> list[str]:
    """Return the names on a line in a box called byline or author, its links first."""
    signs = line.signs
    for zone in line.zone.ancestors(4):
        signs |= zone.signs
    inner = 0
    for _, style in line.parts:
        inner |= style.signs
    text = _OTHERS.split(line.text)[0]
    if _GOES_ON.search(text) or is_labelled_credit(text):
        return []
    named = bool((signs | inner) & Sign.BYLINE)
    names = _linked_names(line, only_authors=not named)
    if text != line.text:
        names = [name for name in names if name in text]
    if not named:
        return names
    if names:
        every = read_byline(text)  # one of two authors may have no page of her own
        return every if set(names) < set(every) and all(map(reads_like_person, every)) else names
    if not signs & Sign.BYLINE:
        text = "".join(text for text, style in line.parts if style.signs & Sign.BYLINE)
        return [name for name in read_byline(text) if _is_full(name)]
    return _labelled(text) or [name for name in _plain_names(text) if _is_full(name)]


def _linked_names(line: Line, *, only_authors: bool) -> list[str]:
    """Return the names among the links of ``line``: those that lead to an author's page, else any of two words."""
    known: list[str] = []
    others: list[str] = []
    for text, style in line.parts:
        href = next((href for _, href in style.marks if href), "")
        if not href or href.startswith("mailto:"):
            continue
        if _AUTHOR_ADDRESS.search(href):
            known.extend(read_byline(text, trusted=bool(style.signs & Sign.BYLINE)))
        elif not only_authors:
            others.extend(name for name in read_byline(text) if _is_full(name))
    return known or others


def _is_full(name: str) -> bool:
    """Whether a name has a first and a family name; a single word on a byline is more often a section than a person."""
    return len(name.split()) > 1 or not name.isascii()


def opening_names(line: Line) -> list[str]:
    """Return the names on a line that opens with "By", in several languages; one word only where it is an agency's."""
    if _OPENS.match(line.text):
        names = read_byline(_OTHERS.split(line.text)[0])
        return [name for name in names if len(name.split()) > 1 or is_organisation(name)]
    return _plain_names(line.text) if _KOREAN.search(line.text) or _EAST_ASIAN.search(line.text) else []


def labelled_names(line: Line) -> list[str]:
    """Return the names after a label for them ("Autor: …"), as broadcasters write under their stories."""
    return _labelled(line.text)


def _labelled(text: str) -> list[str]:
    match = _LABEL.search(text)
    if not match or match.start() > _LONGEST // 2:
        return []
    rest = text[match.end() :]
    following = _NEXT_LABEL.search(rest)
    names = read_byline(rest[: following.start()] if following else rest)
    return [name for name in names if _is_full(name)]


def dated_names(outline: Outline, setting: Setting) -> list[str]:
    """Return the names beside a day close below the headline ("Edda Marsh | 3 May 2026"), without a word for it.

    What a comma parts from the day is a place more often than a person ("New Haven, 3 May 2026").
    """
    first = setting.headline
    for line in outline.lines[first : first + _CLOSE] if first >= 0 else ():
        if len(line.text) > _LONGEST // 2 or line.kind is BlockKind.HEADING or is_foreign(line.zone, setting.own):
            continue
        names = [
            name for name in read_byline(line.text) if reads_like_person(name) and squash(name) not in setting.sections
        ]
        if names and read_date(line.text) and not re.search(rf"{re.escape(names[-1])}\s?,", line.text):
            return names
    return []


def signature(outline: Outline, setting: Setting) -> list[str]:
    """Return the name that stands alone, set strong or apart, just before or just after the story.

    Newsrooms without a field for it let the reporter sign the text itself.
    """
    lines = outline.lines
    prose = [
        index
        for index in range(setting.headline + 1, len(lines))
        if reads_like_prose(lines[index]) and not is_foreign(lines[index].zone, setting.own)
    ]
    for index, beside in ((prose[0] - 1, prose[0]), (prose[-1] + 1, prose[-1])) if prose else ():
        if not 0 <= index < len(lines) or index == setting.headline:
            continue
        if _is_set_apart(lines[index]) or (index > beside and _is_last_words(lines[index], lines[beside])):
            text = lines[index].text.strip(" .-–—")
            names = [name for name in re.split(r"\s?[/,&]\s?", text) if reads_like_person(name)]
            if names and not setting.sections & set(map(squash, names)):
                return names
    return []


def _is_set_apart(line: Line) -> bool:
    texts = [(text, style) for text, style in line.parts if text.strip()]
    strong = all(any(kind in (MarkKind.STRONG, MarkKind.EMPHASIS) for kind, _ in style.marks) for _, style in texts)
    return (
        line.kind is BlockKind.PARAGRAPH
        and len(line.text) <= _SIGN_OFF
        and (strong or bool(_FLUSH_RIGHT.search(line.zone.element.get("style") or "")))
    )


def _is_last_words(line: Line, story: Line) -> bool:
    """Whether ``line`` is one more paragraph in the story's own box, without a link: its author's name closes it."""
    return (
        line.kind is BlockKind.PARAGRAPH
        and line.zone.tag == "p" == story.zone.tag
        and line.zone.parent is story.zone.parent
        and not line.linked
    )


def _plain_names(text: str) -> list[str]:
    found = _KOREAN.findall(text) or _EAST_ASIAN.findall(text)
    return found or read_byline(text)
