"""Lines to blocks: cleaned text with its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.article import Block, BlockKind, Mark, MarkKind, clean_text, clean_url

if TYPE_CHECKING:
    from tui.extract.outline import Line

_BLANKS = re.compile(r"[ \t\r\f\v\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_LANGUAGE_CLASS = re.compile(r"(?:^|\s)(?:language|lang|brush:|highlight-source)[-:]?\s?([\w+#.-]{1,24})")


class _Writer:
    """Puts stretches of text together, blanks folded, and remembers what was said of each."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.open: list[tuple[MarkKind, str, int]] = []
        self.marks: list[Mark] = []

    def write(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def set_marks(self, wanted: list[tuple[MarkKind, str]]) -> None:
        keep = 0
        while keep < min(len(wanted), len(self.open)) and self.open[keep][:2] == wanted[keep]:
            keep += 1
        for kind, href, start in self.open[keep:]:
            if start < self.length:
                self.marks.append(Mark(start, self.length, kind, href))
        del self.open[keep:]
        self.open.extend((kind, href, self.length) for kind, href in wanted[keep:])

    def block_marks(self, end: int) -> tuple[Mark, ...]:
        self.set_marks([])
        cut = [Mark(mark.start, min(mark.end, end), mark.kind, mark.href) for mark in self.marks if mark.start < end]
        return tuple(sorted(cut, key=lambda mark: (mark.start, -mark.end)))


def make_block(line: Line, base: str) -> Block:
    """Return the block of ``line``; links are made absolute against ``base``."""
    if line.kind is BlockKind.RULE:
        return Block(BlockKind.RULE)
    if line.kind is BlockKind.TABLE:
        return Block(BlockKind.TABLE, clean_text(line.text), header_rows=line.header_rows)
    if line.kind is BlockKind.CODE:
        text = clean_text("".join(part for part, _ in line.parts)).strip("\n").rstrip()
        return Block(BlockKind.CODE, text, language=_code_language(line))
    writer = _Writer()
    for part, style in line.parts:
        _write_part(writer, part, _wanted(style.marks, base, line.kind))
    text = "".join(writer.text).rstrip()
    return Block(line.kind, text, writer.block_marks(len(text)), line.level, line.number)


def _write_part(writer: _Writer, part: str, wanted: list[tuple[MarkKind, str]]) -> None:
    """Write one stretch; blanks around it stand outside its marks."""
    text = "\n" if part == "\n" else _fold(clean_text(part))
    last = writer.text[-1][-1] if writer.text and writer.text[-1] else ""
    if not last or last in " \n":
        text = text.lstrip(" ") if last else text.lstrip(" \n")
    if not text:
        return
    if text == "\n":
        _trim(writer)
        writer.write("\n")
        return
    if text[0] == " ":
        writer.set_marks([mark for mark in wanted if mark in [held[:2] for held in writer.open]])
        writer.write(" ")
        text = text[1:]
    if text:
        writer.set_marks(wanted)
        writer.write(text)


def _trim(writer: _Writer) -> None:
    if writer.text and writer.text[-1].endswith(" "):
        trimmed = writer.text[-1].rstrip(" ")
        writer.length -= len(writer.text[-1]) - len(trimmed)
        writer.text[-1] = trimmed
        if not trimmed:
            writer.text.pop()


def _fold(text: str) -> str:
    """Fold blanks to one space; a line break between two ideographs is none at all (CSS Text 3, 4.1.2)."""
    if "\n" not in text:
        return _BLANKS.sub(" ", text)
    pieces = [piece.strip(" ") for piece in _BLANKS.sub(" ", text).split("\n")]
    folded = " " if text[0] in "\n " or not pieces[0] else ""
    for piece in pieces:
        if not piece:
            continue
        glue = "" if not folded or folded == " " or (_WIDE.match(folded[-1]) and _WIDE.match(piece)) else " "
        folded += glue + piece
    return folded + (" " if folded.strip() and (text[-1] in "\n\t " or not pieces[-1]) else "")


def _wanted(marks: tuple[tuple[MarkKind, str], ...], base: str, kind: BlockKind) -> list[tuple[MarkKind, str]]:
    wanted: list[tuple[MarkKind, str]] = []
    for mark, href in marks:
        if mark is MarkKind.LINK:
            address = "" if href.startswith("#") else _address(href, base)
            if address:
                wanted.append((mark, address))
        elif (mark, "") not in wanted and not (mark is MarkKind.STRONG and kind is BlockKind.HEADING):
            wanted.append((mark, ""))
    return wanted


def _address(href: str, base: str) -> str:
    if not base and not href.lower().startswith(("http:", "https:", "//")):
        return ""
    return clean_url(href, base) if base or urlsplit_safe(href) else ""


def urlsplit_safe(href: str) -> bool:
    """Whether ``href`` can be taken apart at all."""
    try:
        return bool(urlsplit(href).netloc)
    except ValueError:
        return False


def _code_language(line: Line) -> str:
    names = [line.zone.element.get("class") or ""]
    names.extend(code.get("class") or "" for code in line.zone.element.iter("code"))
    match = next((found for name in names if (found := _LANGUAGE_CLASS.search(name[:400]))), None)
    return match[1].lower() if match else ""
