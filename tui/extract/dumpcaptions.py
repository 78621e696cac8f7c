"""Captions in a dump that no credit gives away: told by what captions say of their picture, and by how they end."""
# ruff: noqa: E501 - patterns made of lists of words are read by the line

from __future__ import annotations

import re

from tui.extract.datelines import find_dateline
from tui.extract.dumplines import is_prose
from tui.extract.surveying import weigh

_PLACED = re.compile(
    r"[(\[](?:(?:second|third|far)\s|\d\.\s?)?(?:left|right|cent(?:er|re)|foreground|background|(?:bottom|top)(?:\s(?:left|right))?|from left|l to r|l-r|links|rechts|mitte|vorne?|hinten|von links|"
    r"v\.?\s?l\.?(?:\s?n\.?\s?r\.?)?|vlnr|li\.?|re\.?|l\.|r\.|m\.|li nach re|von li nach re|à gauche|à droite|au centre|izquierda|derecha|centro|a la (?:izquierda|derecha)|a sinistra|a destra|"
    r"al centro|sinistra|destra|à esquerda|à direita|esquerda|direita|t\.?v\.?|t\.?h\.?|til (?:venstre|høyre|højre)|till (?:vänster|höger)|слева|справа|в центре|左|右|中央|左から.{1,12}|왼쪽|오른쪽|가운데|맨 앞)[^()]{0,12}[)\]]|"
    r"^(?:from left|left to right|clockwise from|von links|v\.\s?l\.|de gauche à droite|de izquierda a derecha|da sinistra|da esquerda|fra venstre|från vänster|слева направо)\b",
    re.IGNORECASE,
)
"""Where somebody stands in the picture."""

_SHOWN = re.compile(
    r"\bin (?:this|the above) (?:\w+[\s-]){0,3}(?:photo(?:graph)?|picture|image|frame|still|screengrab|handout)\b|\bpictured (?:here|above|below|with)\b|"
    r"\bauf (?:diesem|dem) (?:\w+\s)?(?:bild|foto)\b|\bim bild\b|\bsur cette (?:photo|image)\b|\ben esta (?:foto|imagen|fotografía)\b|\bin questa foto\b|\bnesta (?:foto|imagem)\b|"
    r"\((?:file(?: photo| picture)?|archiv(?:bild|foto)?|symbol(?:bild|foto)|photo d['’]archives|foto de archivo|foto d['’]archivio|arquivo|arkiv(?:foto|bilde|bild)?|архив)\)|"
    r"\b(?:file photo|archivbild|archivfoto|symbolbild|symbolfoto|foto de archivo|photo d['’]archives|arkivfoto|arkivbild(?:e)?)[.)]{0,2}$",
    re.IGNORECASE,
)
_DATED_IN_FULL = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))\s\d{1,2},\s20\d{2}\b"
)
"""Weekday, day and year: agencies write so in captions, that are read years later, and not in stories."""

_BRACKETED_NAME = re.compile(r"\([^\W\d_][^()]{2,40}\)")
_STOP = re.compile(r"[.!?…。！？।:;,][\"'”’»)\]]{0,3}$")
_SENTENCES = re.compile(r"[.!?…][\"'”’»)]{0,2}\s+(?=[^\W\d_a-z])")
_LONGEST = 450
_SHORTEST = 80
"""Letters of a line without a full stop that is longer than subheadings are."""

_SHORTEST_NAMED = 40
_SENTENCE = 260
"""Most letters of a sentence that a picture's credit may belong to."""


def speaks_of_picture(line: str, before: str, after: str) -> bool:
    """Whether ``line`` of a story, between ``before`` and ``after``, says what a picture shows."""
    if len(line) > _LONGEST or find_dateline(line) or line[:1] in "\"'“„«‘»" or len(_SENTENCES.findall(line)) > 2:
        return False
    if _PLACED.search(line) or _SHOWN.search(line) or _DATED_IN_FULL.search(line):
        return True
    return is_prose(before) and is_prose(after) and _is_unended(line)


def _is_unended(line: str) -> bool:
    """Whether a line between two paragraphs ends without a stop though it is no subheading: too long, or names in brackets."""
    if _STOP.search(line) or not line[0].isupper() or weigh(line) != len(line):
        return False
    return len(line) >= _SHORTEST or (len(line) >= _SHORTEST_NAMED and bool(_BRACKETED_NAME.search(line)))


def may_own_credit(line: str) -> bool:
    """Whether a credit on a line of its own may belong to the sentence ``line`` before it."""
    return len(line) <= _SENTENCE and len(_SENTENCES.findall(line)) <= 1
