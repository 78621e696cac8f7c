"""The place a report was sent from, told apart from its first sentence.

A dateline is set in capitals, or in a list that news agencies share, and is
parted from the sentence by a dash: "MOSCOW –", "PARIS (AP) —", "Berlin (dpa) -",
"(新华社北京1月5日电)", "【北京共同】", "(서울=연합뉴스)".
"""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

_DASH = r"\s{0,3}(?:[–—―‒]|--|\s-\s|-\s)\s{0,3}"
_AGENCY = r"(?:\s{0,2}[(/\[](?P<agency>[^()/\[\]]{2,40})[)/\]])"
_CAPITALS = re.compile(
    rf"(?P<line>[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄ][A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁІЇЄ .'’/-]{{2,40}}(?:,\s[A-Z][A-Za-zÀ-ÿ. ]{{1,30}})?{_AGENCY}?){_DASH}(?=\S)"
)
_WITH_AGENCY = re.compile(rf"(?P<line>[^\W\d_][\w .,'’/-]{{2,60}}{_AGENCY}){_DASH}(?=\S)")
_EAST_ASIAN = re.compile(
    r"[（(【](?P<line>[^（(【）)】]{2,40}(?:电|電|訊|讯|共同|時事|=연합뉴스|연합뉴스|特派员|综合报道)|(?:中央社|新华社|新華社|中新社|本报|聯合報|서울=|부산=|평양=)[^（(【）)】]{0,40})[）)】]\s{0,3}"
)
_CHINESE = re.compile(
    r"(?P<line>(?:新华社|新華社|中新社|中新网|人民网|本报|央视网)[^。，,]{2,30}(?:电|電|讯|訊))\s{1,4}"
)
_DAY = re.compile(r"\b\d{1,2}\b")
_LONGEST = 70


def find_dateline(text: str) -> str:
    """Return the dateline that ``text`` opens with, as written and without its dash, or ""."""
    head = text[:160]
    for pattern in (_EAST_ASIAN, _CHINESE, _CAPITALS, _WITH_AGENCY):
        match = pattern.match(head)
        if match and len(match["line"]) <= _LONGEST and _is_place(match["line"], pattern):
            return match["line"].strip(" ,.")
    return ""


def _is_place(line: str, pattern: re.Pattern[str]) -> bool:
    """A shouted clause ("BREAKING NEWS UPDATE –", "A B C D E F –") is no place: at most five words before the comma."""
    if pattern is _WITH_AGENCY:
        words = line.split("(", 1)[0].split("/", 1)[0].split()
        return len(words) <= 5 and words[0][0].isupper()
    return pattern is not _CAPITALS or len(line.split(",", 1)[0].split("(", 1)[0].split()) <= 4
