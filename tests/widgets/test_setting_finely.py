"""Even lines, parted words, raised figures, notes, listings, lists: what makes a page a set one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.articles import sample, select
from tests.widgets.test_articleview import Reader, drawn, seen
from tui.article.model import Article, Block, BlockKind, Mark, MarkKind, Place
from tui.widgets.codecolours import colour_code
from tui.widgets.directions import is_right_to_left, terminal_reorders, visual_order
from tui.widgets.footnotes import calls_in, note_of
from tui.widgets.hyphenation import load_hyphens
from tui.widgets.justifying import widen_gaps
from tui.widgets.tables import Fragment
from tui.widgets.wrapping import wrap_hyphenated

if TYPE_CHECKING:
    from tui.widgets.hyphenation import Hyphens

PROSE = "The engineers recommended considerable reinforcement of the embankment before the winter arrived again."


@pytest.fixture(scope="module")
def english() -> Hyphens:
    hyphens = load_hyphens("en-GB")
    assert hyphens is not None
    return hyphens


@given(st.text("ab ", min_size=2, max_size=60), st.integers(1, 40), st.booleans())
def test_widened_gaps_take_in_what_was_missing_or_the_line_stays_ragged(text: str, missing: int, odd: bool) -> None:
    gaps = widen_gaps(text, Fragment(0, 0, len(text)), missing, odd=odd)
    taken = sum(("gap", "gap-1", "gap-2").index(gap.name) for gap in gaps)
    assert taken in (0, missing)
    assert all(text[gap.start] == " " for gap in gaps)
    if text.count(" ") * 2 >= missing:
        assert taken == missing


async def test_even_lines_end_at_the_measure_and_copy_with_single_blanks() -> None:
    app = Reader()
    async with app.run_test(size=(60, 30)):
        app.view.article = Article("t", "", "", (Block(BlockKind.PARAGRAPH, PROSE),))
        app.view.justified = True
        rows = [row.rstrip() for row in drawn(app.view) if row.strip()]
        assert app.view.setting is not None
        assert {len(row) for row in rows[1:-1]} == {app.view.left + app.view.setting.measure}
        select(app.view, Place(0, 0, len(PROSE)))
        assert app.view.selected_text() == PROSE


def test_words_are_parted_where_their_language_allows(english: Hyphens) -> None:
    starts, parted = wrap_hyphenated(PROSE, 30, english)
    assert parted
    for place in parted:
        start = max(PROSE.rfind(" ", 0, place) + 1, 0)
        word = PROSE[start : PROSE.find(" ", place)].strip(".")
        assert place - start in english(word)
    lines = [PROSE[start:end] for start, end in zip(starts, [*starts[1:], len(PROSE)], strict=True)]
    assert "".join(lines) == PROSE
    assert all(len(line.rstrip()) + (end in parted) <= 30 for line, end in zip(lines, [*starts[1:], 0], strict=True))


def test_names_and_abbreviations_are_never_parted(english: Hyphens) -> None:
    assert english("embankment")
    assert english("Embankment") == english("EMBANKMENT") == []


def test_a_language_without_patterns_is_set_without_hyphens() -> None:
    assert load_hyphens("tlh") is None


async def test_a_parted_word_has_its_hyphen_on_the_page_and_none_in_the_copy() -> None:
    app = Reader()
    async with app.run_test(size=(40, 30)) as pilot:
        app.view.article = Article("t", "", "", (Block(BlockKind.PARAGRAPH, PROSE),), language="en")
        app.view.hyphenated = True
        for _ in range(200):
            await pilot.pause(0.02)
            if any(row.rstrip().endswith("-") for row in drawn(app.view)):
                break
        assert any(row.rstrip().endswith("-") for row in drawn(app.view))
        select(app.view, Place(0, 0, len(PROSE)))
        assert "-" not in app.view.selected_text()


async def test_a_superscript_is_raised_on_the_page_and_plain_in_the_copy() -> None:
    app = Reader()
    async with app.run_test(size=(60, 30)):
        text = "The river rose 4 m2 a day."
        app.view.article = Article(
            "t", "", "", (Block(BlockKind.PARAGRAPH, text, (Mark(18, 19, MarkKind.SUPERSCRIPT),)),)
        )
        assert "4 m² a day" in seen(app.view)
        select(app.view, Place(0, 0, len(text)))
        assert app.view.selected_text() == text


def noted() -> Article:
    """Two calls of notes, and the notes far below."""
    call = "It began in 19611 and went on."
    return Article(
        "noted",
        "",
        "Notes",
        (
            Block(BlockKind.PARAGRAPH, call, (Mark(16, 17, MarkKind.SUPERSCRIPT),)),
            Block(BlockKind.PARAGRAPH, "Some say 1959.*", (Mark(14, 15, MarkKind.SUPERSCRIPT),)),
            *(Block(BlockKind.PARAGRAPH, f"Paragraph {number} of the story.") for number in range(40)),
            Block(BlockKind.ITEM, "The ledger begins in March.", number=1, level=1),
            Block(BlockKind.PARAGRAPH, "* The keeper does."),
        ),
    )


def test_a_raised_figure_calls_the_note_of_its_sign() -> None:
    blocks = noted().blocks
    found = [(sign, note_of(blocks, place, sign)) for place, sign in calls_in(blocks, 0, len(blocks))]
    assert found == [("1", Place(42, 0, 27)), ("*", Place(43, 0, 18))]
    assert note_of(blocks, Place(0, 0, 1), "7") is None


async def test_letters_go_to_a_note_and_backspace_comes_back() -> None:
    app = Reader()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.article = noted()
        app.view.focus()
        await pilot.press("f", "a")
        assert "The ledger begins" in seen(app.view)
        await pilot.press("backspace")
        assert app.view.scroll_offset.y == 0
        assert not app.view.at_note


def test_the_parts_of_a_listing_are_told_apart_by_its_language() -> None:
    code = 'def f(x):\n    return "a" + 1  # why'
    faces = {code[start:end]: face for start, end, face in colour_code(code, "python")}
    assert faces["def"] == "code-keyword"
    assert faces["f"] == "code-name"
    assert faces["# why"] == "code-comment"
    assert colour_code(code, "no such language") == ()


async def test_a_listing_is_coloured_after_it_is_seen() -> None:
    app = Reader()
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.article = Article("t", "", "", (Block(BlockKind.CODE, "return 1", language="python"),))
        seen(app.view)
        for _ in range(200):
            await pilot.pause(0.02)
            if app.view.code_parts:
                break
        ranges = app.view.code_parts[len(app.view.head)].touching(0, 6)
        assert [item.name for item in ranges] == ["code-keyword"]


async def test_one_list_after_another_stands_apart_from_it() -> None:
    app = Reader()
    items = (("a", None, 1), ("b", None, 2), ("c", 1, 1), ("d", 2, 1), ("e", 1, 1))
    blocks = tuple(Block(BlockKind.ITEM, text, level=level, number=number) for text, number, level in items)
    async with app.run_test(size=(60, 20)):
        app.view.article = Article("t", "", "", blocks)
        rows = [row.strip() for row in drawn(app.view)]
        assert rows[rows.index("• a") : -1] == ["• a", "◦ b", "", "1. c", "2. d", "", "1. e"]


@pytest.mark.parametrize("width", [20, 27, 34, 41, 60])
async def test_the_byline_s_rows_do_not_end_with_a_dot(width: int) -> None:
    app = Reader()
    article = Article("t", "", "T", sample().blocks, authors=("Ana Ruiz", "Tomas Lind"), site="The Orla Evening Post")
    async with app.run_test(size=(width, 20)):
        app.view.article = article
        head = drawn(app.view)[:8]
        assert any("Ruiz" in row for row in head)
        assert not [row for row in head if row.rstrip().endswith("·")]


@pytest.mark.parametrize(
    ("text", "seen_from_the_left"),
    [
        ("\u05d0\u05d1 \u05d2", "\u05d2 \u05d1\u05d0"),
        ("\u05d0\u05d1 4.2, \u05d2", "\u05d2 ,4.2 \u05d1\u05d0"),
        ("\u05d0 Orla Post \u05d1", "\u05d1 Orla Post \u05d0"),
        ("\u05d0 (\u05d1)", "(\u05d1) \u05d0"),
    ],
    ids=["letters", "a number", "words of another script", "brackets"],
)
def test_text_from_right_to_left_is_put_into_the_order_in_which_it_is_seen(text: str, seen_from_the_left: str) -> None:
    assert is_right_to_left(text)
    assert "".join(piece for _place, piece in visual_order(text, right_to_left=True)) == seen_from_the_left


def test_a_word_of_another_script_does_not_turn_a_paragraph() -> None:
    text = "The sign said \u05d0\u05d1\u05d2, and nothing else."
    assert not is_right_to_left(text)
    pieces = "".join(piece for _place, piece in visual_order(text, right_to_left=False))
    assert pieces == "The sign said \u05d2\u05d1\u05d0, and nothing else."


@pytest.mark.parametrize("reorders", [True, False])
async def test_a_paragraph_from_right_to_left_stands_at_the_right_and_copies_as_it_is(*, reorders: bool) -> None:
    app = Reader()
    text = "\u05d0\u05d1\u05d2 \u05d3\u05d4."
    async with app.run_test(size=(60, 12)):
        app.view.reorders = reorders
        app.view.article = Article("t", "", "", (Block(BlockKind.PARAGRAPH, text),))
        assert app.view.setting is not None
        (row,) = [row for row in drawn(app.view) if "\u05d0" in row]
        assert row.rstrip().strip() == (text[::-1] if reorders else text)
        assert len(row.rstrip()) == app.view.left + app.view.setting.measure
        select(app.view, Place(0, 0, len(text)))
        assert app.view.selected_text() == text


def test_the_terminals_that_order_text_themselves_are_known_by_their_environment() -> None:
    assert terminal_reorders({"VTE_VERSION": "7600"})
    assert terminal_reorders({"TERM_PROGRAM": "Apple_Terminal"})
    assert not terminal_reorders({"TERM": "xterm-256color"})
