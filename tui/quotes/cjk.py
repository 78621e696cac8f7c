"""Chinese and Japanese: who speaks, read from the signs around a quotation; there are no blanks to part words at."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.quotes.lexicon import read_sections

if TYPE_CHECKING:
    from tui.quotes.marks import Span

_CLAUSE = re.compile(r"[。！？；\n」』”〕)）]")
_COMMA = re.compile(r"[，、,]")
_NAME = r"[\u4e00-\u9fff々]{2,4}"
_FOREIGN = r"[\u4e00-\u9fff\u30a0-\u30ff]{2,8}(?:[·・＝][\u4e00-\u9fff\u30a0-\u30ff]{1,8})*"
_TAIL = 40
_HEAD = 60
_LONGEST = 6


def read_cjk(text: str, span: Span, language: str) -> tuple[str, str]:
    """Return the speaker and the cue of a quotation, empty where they cannot be told.

    Args:
        text: the paragraph.
        span: the quotation.
        language: "zh" or "ja".
    """
    before = _CLAUSE.split(text[max(0, span.left - _HEAD) : span.left])[-1]
    after = _CLAUSE.split(text[span.right : span.right + _TAIL])[0]
    if language == "ja":
        return _japanese(before, after)
    return _chinese(before.rstrip("：:，,"), at_end=True) or _chinese(after.lstrip("，,"), at_end=False) or ("", "")


@cache
def _cues(language: str) -> re.Pattern[str]:
    words = sorted(read_sections("cjk")[f"say_{language}"], key=len, reverse=True)
    return re.compile("|".join(words))


@cache
def _roles() -> re.Pattern[str]:
    words = sorted(read_sections("cjk")["role"], key=len, reverse=True)
    return re.compile("|".join(words))


def _chinese(clause: str, *, at_end: bool) -> tuple[str, str] | None:
    """The name right before the clause's cue: "市长李明表示"; for a clause before the quotation the last cue."""
    found = list(_cues("zh").finditer(clause))
    if not found:
        return None
    cue = found[-1] if at_end else found[0]
    subject = _COMMA.split(clause[: cue.start()])[0 if not at_end else -1]
    name = _name_in(subject)
    if not name and at_end:
        name = _name_in(_COMMA.split(clause[: cue.start()])[0])
    return (name, cue.group()) if name else None


def _name_in(subject: str) -> str:
    """The name behind the last role: "中国驻外大使王海" holds 王海; without a role, one that begins as names do."""
    adverbs = sorted(read_sections("cjk")["adverb"], key=len, reverse=True)
    while adverb := next((word for word in adverbs if subject.endswith(word)), ""):
        subject = subject[: -len(adverb)]
    roles = list(_roles().finditer(subject))
    rest = subject[roles[-1].end() :] if roles else subject
    foreign = re.fullmatch(_FOREIGN, rest)
    if roles and foreign:
        return rest
    if roles and not rest:
        before = re.search(f"{_NAME}$", subject[: roles[-1].start()])
        return before.group() if before and _begins_as_name(before.group()) else subject
    for length in (3, 2, 4):
        if len(rest) >= length and _begins_as_name(rest[-length:]):
            return rest[-length:]
    return rest if foreign and len(rest) <= _LONGEST else ""


def _begins_as_name(text: str) -> bool:
    surnames = read_sections("cjk")["surname"]
    return text[0] in surnames or text[:2] in surnames


_TITLE_JA = "氏|さん|様|首相|大統領|社長|教授|会長|市長|知事|選手|監督|議員|大臣"
_NAME_JA = rf"([\u4e00-\u9fff々\u30a0-\u30ff・＝]{{2,16}}?)(?:{_TITLE_JA})?"
_BEFORE_JA = rf"{_NAME_JA}(?:（[^）]*）)?[はが][、,]?"
_AFTER_JA = rf"^と[、,]?(?:{_NAME_JA}[はが])?"


def _japanese(before: str, after: str) -> tuple[str, str]:
    """「…」と田中さんは話した; 田中氏は「…」と述べた."""
    behind = re.match(_AFTER_JA, after)
    cue = _cues("ja").search(after)
    if behind is None and cue is None:
        return "", ""
    subject = behind if behind is not None and behind[1] else None
    if subject is None:
        subject = next(iter(reversed(list(re.finditer(_BEFORE_JA, before)))), None)
    return (subject[1] if subject else ""), cue.group() if cue else ""
