"""The place a report was sent from, told apart from its first sentence.

A dateline is set in capitals, or in a list that news agencies share, and is
parted from the sentence by a dash: "MOSCOW –", "PARIS (AP) —", "Berlin (dpa) -",
"(新华社北京1月5日电)", "【北京共同】", "(서울=연합뉴스)".
"""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

_DASH = r"\s{0,3}(?:[–—―‒]|--|\.-|\s-\s|-\s)\s{0,3}"
_AGENCY = r"(?:\s{0,2}[(/\[](?P<agency>[^()\[\]]{2,40})[)\]])"
_DATE = r"(?:\d{1,2}\.?\s[^\W\d_]{3,10}\.?|[^\W\d_]{3,9}\.?\s\d{1,2})(?:,?\s\d{4})?"
_CAPITALS = re.compile(
    rf"(?P<line>[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄ][A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄ .'’/-]{{2,40}}(?:,\s(?:{_DATE}|[A-Z][A-Za-zÀ-ÿ. ]{{1,30}}))?{_AGENCY}?){_DASH}(?=\S)"
)
_WITH_AGENCY = re.compile(rf"(?P<line>[^\W\d_][\w .,'’/-]{{2,60}}{_AGENCY}){_DASH}(?=\S)")
_WIRE = re.compile(
    r"(?:[A-ZÀ-Þ]{2,10}|[A-Z][\w.-]{2,15}(?:\s[A-Z][\w.-]{2,15})?|[a-z]{2,4})(?:\s?/\s?[\w.-]{2,12}){0,2}$"
)
"""What stands in the bracket: an acronym, a name, or the small letters that German agencies go by ("dpa/lno")."""

_SMALL = frozenset(
    "am an der den de la le les los las del di du da do dos of the upon bei im in i og sur saint y und".split()
)
_EAST_ASIAN = re.compile(
    r"[（(【](?P<line>[^（(【）)】]{2,40}(?:电|電|訊|讯|共同|時事|=연합뉴스|연합뉴스|特派员|综合报道)|(?:中央社|新华社|新華社|中新社|本报|聯合報|서울=|부산=|평양=)[^（(【）)】]{0,40})[）)】]\s{0,3}"
)
_CHINESE = re.compile(
    r"(?P<line>(?:新华社|新華社|中新社|中新网|人民网|本报|央视网)[^。，,]{2,30}(?:电|電|讯|訊))\s{1,4}"
)
_LONGEST = 70


def find_dateline(text: str) -> str:
    """Return the dateline that ``text`` opens with, as written and without its dash, or ""."""
    head = text[:160]
    for pattern in (_EAST_ASIAN, _CHINESE, _CAPITALS, _WITH_AGENCY):
        match = pattern.match(head)
        if match and len(match["line"]) <= _LONGEST and _is_place(match, pattern):
            return match["line"].strip(" ,.-–—")
    return ""


def _is_place(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether it is a place: few words, written large, and an agency in its bracket.

    A shouted clause ("BREAKING NEWS UPDATE FROM US –") and a clause with a bracket ("Lind (49) –") are none.
    """
    if pattern not in (_CAPITALS, _WITH_AGENCY):
        return True
    if match["agency"] is not None and not _WIRE.match(match["agency"]):
        return False
    words = re.split(r"[(\[]", match["line"], maxsplit=1)[0].split(",", 1)[0].split()
    if pattern is _CAPITALS:
        return len(words) <= 4
    return len(words) <= 5 and all(word[0].isupper() or word in _SMALL for word in words)
