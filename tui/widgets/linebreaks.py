"""Line breaking opportunities by UAX #14, revision for Unicode 16.

The text becomes a string of class letters. Whether a line may end between
two classes is one look into a map of pairs, each worked out when first met;
the rules that look further are regular expressions that shut or open the
places that they match. Rule numbers are the annex's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from operator import add

from msgspec import Struct

from tui.widgets.breakclasses import LETTERS, LINE_NAMES, LINE_TABLE
from tui.widgets.classes import ClassMap

_LETTER = dict(zip([*LINE_NAMES.split(), "H3"], LETTERS, strict=False))
_ENDS = "BK CR LF"


def _of(names: str) -> str:
    """Return the letters of classes; the wide form of a class goes with it, unless ``-`` says to leave it out."""
    letters = []
    for name in names.split():
        bare = name.rstrip("-")
        letters.append(_LETTER.get(bare, ""))
        letters.append("" if name.endswith("-") else _LETTER.get(bare + "w", ""))
    return "".join(letters)


_ALL = "".join(_LETTER.values())
_WIDE = "".join(letter for name, letter in _LETTER.items() if name.endswith("w")) + _of("H2 H3")
_NARROW = "".join(letter for letter in _ALL if letter not in _WIDE)
_QUOTES = _of("QU QI QF")
_ALPHA = _of("AL HL DC")
_HANGUL = _of("JL JV JT H2 H3")
_BRAHMI = _of("AK DC AS")


def _pairs() -> list[tuple[str, str, bool]]:
    """Return the rules on two neighbours, first rule first: classes before, classes after, whether one may break."""
    return [
        (_of(_ENDS), _ALL, True),  # LB4, LB5 (CR LF is seen to apart)
        (_ALL, _of(_ENDS), False),  # LB6
        (_ALL, _of("SP ZW"), False),  # LB7
        (_of("ZW"), _ALL, True),  # LB8
        (_ALL, _of("WJ"), False),  # LB11
        (_of("WJ GL"), _ALL, False),  # LB11, LB12
        (_not("SP BA HY HH"), _of("GL"), False),  # LB12a
        (_ALL, _of("CL CP EX SY"), False),  # LB13
        (_of("OP"), _ALL, False),  # LB14
        (_ALL, _of("IS"), False),  # LB15d
        (_of("SP"), _ALL, True),  # LB18
        (_ALL, _of("QU QF"), False),  # LB19
        (_of("QU QI"), _ALL, False),
        (_NARROW, _QUOTES, False),  # LB19a
        (_QUOTES, _NARROW, False),
        (_ALL, _of("CB"), True),  # LB20
        (_of("CB"), _ALL, True),
        (_ALL, _of("BA HH HY NS"), False),  # LB21
        (_of("BB"), _ALL, False),
        (_of("SY"), _of("HL"), False),  # LB21b
        (_ALL, _of("IN"), False),  # LB22
        (_ALPHA, _of("NU"), False),  # LB23
        (_of("NU"), _ALPHA, False),
        (_of("PR"), _of("ID XP EB EM"), False),  # LB23a
        (_of("ID XP EB EM"), _of("PO"), False),
        (_of("PR PO"), _ALPHA, False),  # LB24
        (_ALPHA, _of("PR PO"), False),
        (_of("PR PO HY IS NU"), _of("NU"), False),  # LB25
        (_of("NU"), _of("PR PO"), False),
        (_of("JL"), _of("JL JV H2 H3"), False),  # LB26
        (_of("JV H2"), _of("JV JT"), False),
        (_of("JT H3"), _of("JT"), False),
        (_HANGUL, _of("PO"), False),  # LB27
        (_of("PR"), _HANGUL, False),
        (_ALPHA, _ALPHA, False),  # LB28
        (_of("AP"), _BRAHMI, False),  # LB28a
        (_BRAHMI, _of("VF VI"), False),
        (_of("IS"), _ALPHA, False),  # LB29
        (_ALPHA + _of("NU"), _of("OP-"), False),  # LB30
        (_of("CP-"), _ALPHA + _of("NU"), False),
        (_of("RI"), _of("RI"), False),  # LB30a, the even ones of a row are opened apart
        (_of("EB XP"), _of("EM"), False),  # LB30b
    ]


def _not(names: str) -> str:
    out = _of(names)
    return "".join(letter for letter in _ALL if letter not in out)


class _Pairs(dict[str, bool]):
    """Whether a line may end between two letters; of 4,000 pairs an article has fifty."""

    def __init__(self) -> None:
        super().__init__({_LETTER["CR"] + _LETTER["LF"]: False})  # LB5
        self._rules = _pairs()

    def __missing__(self, pair: str) -> bool:
        before, after = pair[0], pair[1]
        called = (opens for left, right, opens in self._rules if before in left and after in right)
        self[pair] = opens = next(called, True)  # LB31
        return opens


class _Wider(Struct, frozen=True):
    """A rule that looks further than two neighbours: the places at which ``pattern``'s match ends."""

    needs: str
    """Without one of these letters in the text the rule has nothing to say."""
    pattern: str
    opens: bool


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _wider() -> list[_Wider]:
    """Return the rules on contexts, last rule first, so that an earlier one has the last word."""
    rules = [
        ("ZW", f"[{_of('ZW')}][{_of('SP')}]*(?![{_of('SP ZW')}{_of(_ENDS)}])", True),  # LB8
        ("OP", f"[{_of('OP')}][{_of('SP')}]+", False),  # LB14
        ("QI", f"(?:^|(?<=[{_of(_ENDS)}{_of('OP QU QI QF GL SP ZW')}]))[{_of('QI')}][{_of('SP')}]*", False),  # LB15a
        (
            "QF",
            f"(?=[{_of('QF')}](?:[{_of('SP GL WJ CL QU QI QF CP EX IS SY ZW')}{_of(_ENDS)}]|$))",
            False,
        ),  # LB15b
        ("IS", f"[{_of('SP')}](?=[{_of('IS')}][{_of('NU')}])", True),  # LB15c
        ("NS", f"[{_of('CL CP')}][{_of('SP')}]+(?=[{_of('NS')}])", False),  # LB16
        ("B2", f"[{_of('B2')}][{_of('SP')}]*(?=[{_of('B2')}])", False),  # LB17
        ("QU QI QF", f"(?<=[{_WIDE}])(?=[{_QUOTES}](?:[{_NARROW}]|$))", False),  # LB19a
        ("QU QI QF", f"(?:^|(?<=[{_NARROW}]))[{_QUOTES}](?=[{_WIDE}])", False),
        ("HY HH", f"(?:^|(?<=[{_of(_ENDS)}{_of('SP ZW CB GL')}]))[{_of('HY HH')}](?=[{_of('AL DC')}])", False),  # LB20a
        ("HL", f"[{_of('HL')}][{_of('HY HH BA-')}](?=[{_not('HL CB')}])", False),  # LB21a
        ("NU", f"[{_of('NU')}][{_of('SY IS')}]*[{_of('CL CP')}]?(?=[{_of('PO PR')}])", False),  # LB25
        ("NU", f"[{_of('NU')}][{_of('SY IS')}]+(?=[{_of('NU')}])", False),
        ("PO PR", f"[{_of('PO PR')}](?=[{_of('OP')}][{_of('IS')}]?[{_of('NU')}])", False),
        ("VI", f"[{_BRAHMI}][{_of('VI')}](?=[{_of('AK DC')}])", False),  # LB28a
        ("VF", f"[{_BRAHMI}](?=[{_BRAHMI}][{_of('VF')}])", False),
        ("RI", f"(?:[{_of('RI')}]{{2}})(?=[{_of('RI')}])", True),  # LB30a
    ]
    return [_Wider(_of(needs), pattern, opens) for needs, pattern, opens in reversed(rules)]


class _Rules(Struct, frozen=True):
    may: _Pairs
    wider: list[_Wider]
    classes: ClassMap


@cache
def _rules() -> _Rules:
    """Make the rules of their parts; not before some text needs them."""
    return _Rules(_Pairs(), _wider(), ClassMap(LINE_TABLE, _LETTER["H2"], _LETTER["H3"]))


_COMBINING = re.compile(f"(?<=[^{_of(_ENDS)}{_of('SP ZW CM ZWJ')}])[{_of('CM ZWJ')}]+")
_LONE = re.compile(f"[{_of('CM ZWJ')}]")
_FORCING = re.compile(f"[{_of('BK LF')}]|{_of('CR')}(?!{_of('LF')})")


def find_breaks(text: str) -> tuple[list[int], list[int]]:
    """Return the places within ``text`` where a line may end, and those among them where it must."""
    rules = _rules()
    letters = text.translate(rules.classes)
    kept: list[int] | None = None
    joined: set[int] = set()
    if _LONE.search(letters):
        letters, kept, joined = _absorb(letters)
    spots = _spots(letters, rules)
    if kept is not None:
        spots = [kept[spot] for spot in spots if kept[spot] not in joined]
        forced = [kept[match.end()] for match in _FORCING.finditer(letters) if match.end() < len(kept)]
    else:
        forced = [match.end() for match in _FORCING.finditer(letters) if match.end() < len(letters)]
    return spots, forced


def _absorb(letters: str) -> tuple[str, list[int], set[int]]:
    """Take out what combines with the character before it (LB9); what stands alone becomes a letter (LB10).

    Returns the letters left, the place of each, and the places after a
    zero-width joiner, where no line ends (LB8a).
    """
    gone: set[int] = set()
    for match in _COMBINING.finditer(letters):
        gone.update(range(*match.span()))
    kept = [place for place in range(len(letters)) if place not in gone]
    joiner = _of("ZWJ")
    joined = {place + 1 for place, letter in enumerate(letters) if letter == joiner}
    left = _LONE.sub(_of("AL-"), "".join(letters[place] for place in kept))
    return left, kept, joined


def _spots(letters: str, rules: _Rules) -> list[int]:
    found = compress(range(1, len(letters)), map(rules.may.__getitem__, map(add, letters, letters[1:])))
    present = set(letters)
    called = [rule for rule in rules.wider if not present.isdisjoint(rule.needs)]
    if not called:
        return list(found)
    spots = set(found)
    for rule in called:
        ends = [match.end() for match in _compiled(rule.pattern).finditer(letters)]
        if rule.opens:
            spots.update(ends)
        else:
            spots.difference_update(ends)
    spots.update(match.end() for match in _FORCING.finditer(letters))
    spots.difference_update((0, len(letters)))
    return sorted(spots)
