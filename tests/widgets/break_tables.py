"""Makes tui/widgets/breakclasses.py's tables of Unicode's properties, as the package uniseg has them.

``python -m tests.widgets.break_tables`` prints the two tables; a test holds
those in the repository equal to them. The letters of the classes are given
out in the order of LINE_NAMES and CLUSTER_NAMES, which stay as they are.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from tui.widgets.breakclasses import CLUSTER_NAMES, LETTERS, LINE_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

_RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "NL": "BK", "H3": "H2", "SA": "AL"}
"""Classes that LB1 resolves, and those that the tables leave to arithmetic: a syllable's finals."""
_CLUSTER = {"Control": "CN", "Extend": "EN", "Prepend": "PP", "Regional_Indicator": "RI", "SpacingMark": "SM"}
_CONJUNCT = {"Consonant": "IC", "Linker": "IL", "Extend": "EX"}
_QUOTES = {"Pi": "QI", "Pf": "QF"}


def line_class(char: str) -> str:
    """Return the class of a character for breaking lines."""
    from uniseg.emoji import extended_pictographic  # noqa: PLC0415  the tests that need it skip without
    from uniseg.linebreak import line_break  # noqa: PLC0415

    found, general = str(line_break(char).value), unicodedata.category(char)
    name = _RESOLVED.get(found, found)
    if found == "SA" and general in ("Mn", "Mc"):
        name = "CM"
    elif found == "QU":
        name = _QUOTES.get(general, "QU")
    elif char == "\u2010":
        name = "HH"
    elif char == "\u25cc":
        name = "DC"
    elif extended_pictographic(char) and general == "Cn" and found == "ID":
        name = "XP"
    # Python knows an older Unicode than uniseg: what it does not know is wide where it breaks like an ideograph.
    wide = unicodedata.east_asian_width(char) in ("F", "W", "H") and (general != "Cn" or found in ("ID", "EB"))
    return f"{name}w" if wide and f"{name}w" in LINE_NAMES.split() else name


def cluster_class(char: str) -> str:
    """Return the class of a character for telling grapheme clusters."""
    from uniseg.derived import indic_conjunct_break  # noqa: PLC0415
    from uniseg.emoji import extended_pictographic  # noqa: PLC0415
    from uniseg.graphemecluster import grapheme_cluster_break  # noqa: PLC0415

    found = str(grapheme_cluster_break(char).value)
    conjunct = _CONJUNCT.get(str(indic_conjunct_break(char).value))
    if found == "ZWJ":
        return "ZJ"
    if conjunct is not None and found in ("Other", "Extend"):
        return conjunct
    if extended_pictographic(char):
        return "XP"
    return _CLUSTER.get(found, {"Other": "XX", "LVT": "LV"}.get(found, found))


def make_table(names: str, class_of: Callable[[str], str]) -> str:
    """Return the steps from class to class: how many code points on, in hexadecimal, and the class's letter."""
    letters = dict(zip(names.split(), LETTERS, strict=False))
    steps, last, before = [], "", 0
    for code in range(sys.maxunicode + 1):
        letter = letters[class_of(chr(code))]
        if letter != last:
            steps.append(f"{code - before:x}{letter}")
            last, before = letter, code
    return "".join(steps)


def main() -> None:
    """Print both tables as they stand in the module."""
    for name, names, class_of in (("LINE", LINE_NAMES, line_class), ("CLUSTER", CLUSTER_NAMES, cluster_class)):
        rows = textwrap.wrap(make_table(names, class_of), 113)
        sys.stdout.write(f"{name}_TABLE = (\n" + "".join(f'    "{row}"\n' for row in rows) + ")\n")


if __name__ == "__main__":
    main()
