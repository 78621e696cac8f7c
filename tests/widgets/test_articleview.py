"""The page shows the text, all of it, and every place in it is a place of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.app import App, ComposeResult

from tests.widgets.articles import articles, hostile, sample, select
from tui.article.model import Article, Block, BlockKind, Place
from tui.widgets.articleview import ArticleView
from tui.widgets.composing import set_article
from tui.widgets.finding import Finder
from tui.widgets.heading import head_of

if TYPE_CHECKING:
    from textual.message import Message


class Reader(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ArticleView()

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_article_page_moved(self, message: ArticleView.Moved) -> None:
        self.heard.append(message)

    def on_article_view_end_reached(self, message: ArticleView.EndReached) -> None:
        self.heard.append(message)

    def on_article_links_link_chosen(self, message: ArticleView.LinkChosen) -> None:
        self.heard.append(message)


def drawn(view: ArticleView) -> list[str]:
    view.lay_out_all()
    return [view.draw_row(row, view.size.width).text for row in range(view.row_count)]


def seen(view: ArticleView) -> str:
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


@given(articles(), st.integers(1, 100))
def test_the_rows_of_each_block_put_together_are_its_text(article: Article, measure: int) -> None:
    setting = set_article(article, head_of(article), measure, measure)
    setting.lay_on()
    for item in range(len(setting.tops)):
        text = "".join(
            setting.text(item)[slice(*setting.ends_of(item, line))] for line in range(len(setting.starts[item]))
        )
        assert text == setting.text(item)


@given(articles(), st.integers(1, 100), st.data())
def test_every_character_is_in_the_row_that_says_so(article: Article, measure: int, data: st.DataObject) -> None:
    setting = set_article(article, head_of(article), measure, measure)
    setting.lay_on()
    item = data.draw(st.integers(0, len(setting.tops) - 1))
    char = data.draw(st.integers(0, len(setting.text(item)) - 1))
    found, line = setting.find_row(setting.row_of(item, char))
    start, end = setting.ends_of(found, line)
    assert found == item
    assert start <= char < end


@given(articles(), st.text("abé水’' -", min_size=1, max_size=3))
def test_every_hit_is_where_the_text_says(article: Article, pattern: str) -> None:
    texts = [block.text for block in article.blocks]
    for hit in Finder(texts).find(pattern):
        found = texts[hit.block][hit.start : hit.end]
        assert len(found) >= len(pattern)
        assert texts[hit.block].casefold().count(found.casefold())


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("cafe", ["café", "CAFE", "cafe\u0301"]),
        ("Café", []),
        ("CAFE", ["CAFE"]),
        ("it's", ["it’s"]),
        ("/C.F/", ["CAF"]),
        ("   ", []),
    ],
)
def test_case_accents_and_marks_matter_only_when_typed(pattern: str, found: list[str]) -> None:
    text = "café CAFE cafe\u0301 it’s"
    hits = [text[hit.start : hit.end] for hit in Finder([text]).find(pattern)]
    assert [hit.rstrip("\u0301") for hit in hits] == [hit.rstrip("\u0301") for hit in found]


def test_a_syllable_is_not_found_by_its_first_letter() -> None:
    assert Finder(["\uac00\ub098 é"]).find("\uac01") == []
    assert len(Finder(["\uac00\ub098 é"]).find("\uac00\ub098 e")) == 1


async def test_all_of_the_article_is_drawn() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)):
        app.view.article = sample()
        text = " ".join(" ".join(drawn(app.view)).split())
    for words in (
        "A Town Moves Its Pianos",
        "The river Orla rose again",
        "• the weir",
        "12. the harbour",
        "▣ 1/2 The ferry",
    ):
        assert words in text


@pytest.mark.parametrize("width", [1, 2, 5, 20, 60, 80, 120, 200])
async def test_no_row_is_wider_than_the_pane(width: int) -> None:
    app = Reader()
    async with app.run_test(size=(width, 12)):
        app.view.article = sample()
        for y in range(12):
            assert app.view.render_line(y).cell_length == max(1, app.view.size.width)


async def test_hostile_text_is_shown_as_text() -> None:
    app = Reader()
    async with app.run_test(size=(100, 40)):
        app.view.article = hostile()
        assert "[@click=app.bell]x[/] [red]" in seen(app.view)
        for y in range(40):
            for segment in app.view.render_line(y):
                assert segment.text.replace("\xa0", " ").isprintable()
                assert segment.style is None or "@click" not in segment.style.meta


async def test_a_place_survives_any_sequence_of_resizes() -> None:
    app = Reader()
    async with app.run_test(size=(90, 20)) as pilot:
        app.view.article = sample()
        app.view.go_to(Place(25, 40, 45), flash=False, where="top")
        await pilot.pause()
        before = app.view.place()
        for size in ((40, 20), (120, 10), (23, 7), (200, 50), (90, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.view.place() == before
        assert app.view.setting is not None
        assert app.view.scroll_offset.y == app.view.setting.row_of(before.block + len(app.view.head), before.start)


async def test_a_place_at_the_end_survives_another_column_and_back() -> None:
    app = Reader()
    async with app.run_test(size=(120, 20)):
        app.view.article = sample()
        app.view.action_bottom()
        before = app.view.place()
        for measure in (90, 40, 110, 66):
            app.view.measure = measure
            assert app.view.place() == before


async def test_a_choice_in_a_side_pane_brings_its_place_into_view() -> None:
    app = Reader()
    async with app.run_test(size=(90, 12)) as pilot:
        app.view.article = sample()
        app.view.go_to(Place(30, 0, 4))
        assert "Year 20." in seen(app.view)
        app.view.go_to_figure(1)
        assert "▣ 2/2  A man measures a wall" in seen(app.view)
        await pilot.pause()
        assert any(isinstance(message, ArticleView.Moved) and message.place.block > 5 for message in app.heard)


async def test_another_article_begins_at_its_top_with_nothing_marked() -> None:
    app = Reader()
    async with app.run_test(size=(90, 12)):
        app.view.article = sample()
        app.view.focused_quote = 1
        app.view.action_bottom()
        select(app.view, Place(30, 0, 4))
        app.view.article = replace(sample(), title="Another, as long")
        state: list[object] = [app.view.scroll_offset.y, app.view.focused_quote, app.view.selected_text()]
        assert state == [0, None, ""]


async def test_finding_goes_from_hit_to_hit_round_the_end_and_back_to_the_start() -> None:
    app = Reader()
    async with app.run_test(size=(90, 12)):
        app.view.article = sample()
        app.view.go_to(Place(20, 0, 0), flash=False, where="top")
        before = app.view.place()
        assert app.view.find("year 1") == 11
        first = app.view.match_number
        assert "Year 1" in seen(app.view)
        assert app.view.next_match() == first % 11 + 1
        for _ in range(10):
            app.view.next_match()
        assert app.view.match_number == first
        app.view.clear_find(go_back=True)
        assert app.view.place() == before
        assert app.view.find("/(/") == 0
        assert app.view.find_problem


async def test_escape_after_reading_on_from_a_hit_stays_where_one_has_come_to() -> None:
    app = Reader()
    async with app.run_test(size=(90, 12)):
        app.view.article = sample()
        app.view.go_to(Place(20, 0, 0), flash=False, where="top")
        app.view.find("year 1")
        app.view.next_match()
        app.view.action_forward()
        here = app.view.place()
        app.view.clear_find(go_back=True)
        assert app.view.place() == here
        assert not app.view.finding


async def test_the_hit_that_is_looked_at_stays_in_view_through_resizes() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)) as pilot:
        app.view.article = sample()
        app.view.find("year 20")
        for size in ((40, 6), (120, 30), (30, 5), (90, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Year 20." in seen(app.view)


async def test_a_quotation_s_number_stands_in_the_margin_where_it_begins() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)):
        app.view.article = sample()
        rows = [row for row in drawn(app.view) if "“We have carried" in row or "“a" in row]
        assert [row.split()[0] for row in rows] == ["1", "2"]
        app.view.show_quote_numbers = False
        rows = [row for row in drawn(app.view) if "“We have carried" in row]
        assert not rows[0].split()[0].isdigit()


@settings(max_examples=15, deadline=None)
@given(st.tuples(st.integers(0, 30), st.integers(0, 100)), st.tuples(st.integers(0, 30), st.integers(0, 100)))
async def test_a_selection_is_the_text_between_its_two_places(one: tuple[int, int], other: tuple[int, int]) -> None:
    app = Reader()
    async with app.run_test(size=(50, 12)):
        article = app.view.article = sample()
        first, last = sorted((block, min(char, len(article.blocks[block].text))) for block, char in (one, other))
        head = len(app.view.head)
        app.view._select((first[0] + head, first[1]), (last[0] + head, last[1]))
        places = app.view.selected_places()
        texts = [article.blocks[place.block].text[place.start : place.end] for place in places]
        assert "".join(app.view.selected_text().split()) == "".join("".join(texts).split())
        if first[0] == last[0]:
            assert app.view.selected_text() == article.blocks[first[0]].text[first[1] : last[1]]


async def test_keys_select_words_sentences_and_paragraphs() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)) as pilot:
        article = app.view.article = sample()
        app.view.focus()
        await pilot.press("v")
        assert app.view.selected_text() == "The"
        await pilot.press("l")
        assert app.view.selected_text() == "The river"
        await pilot.press(")")
        assert app.view.selected_text() == "The river Orla rose again on Tuesday. "
        await pilot.press("}", "}")
        assert app.view.selected_text() == "\n\n".join(block.text for block in article.blocks[:2])
        await pilot.press("escape")
        assert app.view.selected_text() == ""


async def test_two_clicks_select_a_word_and_three_a_paragraph() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)) as pilot:
        app.view.article = sample()
        row = next(y for y in range(30) if "The river Orla" in app.view.render_line(y).text)
        column = app.view.render_line(row).text.index("Orla") + 1
        await pilot.click(ArticleView, offset=(column, row), times=2)
        assert app.view.selected_text() == "Orla"
        await pilot.click(ArticleView, offset=(column, row), times=3)
        assert app.view.selected_text().startswith("The river Orla")
        assert app.view.selected_text().endswith("of the ferry.")


async def test_a_drag_selects_text_without_its_wraps_and_margins() -> None:
    app = Reader()
    async with app.run_test(size=(60, 30)) as pilot:
        article = app.view.article = sample()
        row = next(y for y in range(30) if "The river Orla" in app.view.render_line(y).text)
        await pilot.mouse_down(ArticleView, offset=(app.view.left, row))
        await pilot.hover(ArticleView, offset=(app.view.left + 3, row + 1))
        await pilot.mouse_up(ArticleView, offset=(app.view.left + 3, row + 1))
        text = app.view.selected_text()
        assert "\n" not in text
        assert article.blocks[0].text.startswith(text)
        assert len(text) > 40


async def test_letters_follow_a_link_and_any_other_key_ends_them() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)) as pilot:
        app.view.article = sample()
        app.view.focus()
        await pilot.press("f")
        assert app.view.hinting
        await pilot.press("j")
        assert (app.view.hinting, app.view.scroll_offset.y) == (False, 0)
        await pilot.press("f", "a")
        chosen = [message for message in app.heard if isinstance(message, ArticleView.LinkChosen)]
        assert [(message.href, message.here) for message in chosen] == [("https://water.example/report", True)]


async def test_a_page_on_at_the_end_asks_for_the_next_article() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)) as pilot:
        app.view.article = sample()
        app.view.focus()
        await pilot.press("G", "space")
        assert any(isinstance(message, ArticleView.EndReached) for message in app.heard)


async def test_a_table_too_wide_is_moved_sideways() -> None:
    app = Reader()
    async with app.run_test(size=(60, 12)):
        cells = "\t".join(f"column{number}" for number in range(200))
        app.view.article = Article("t", "", "", (Block(BlockKind.TABLE, f"{cells}\n{cells}", header_rows=1),))
        assert "column0" in seen(app.view)
        assert "›" in seen(app.view)
        for _ in range(400):
            app.view.action_sideways(1)
        assert "column199" in seen(app.view)
        assert "›" not in seen(app.view)


async def test_a_hundred_thousand_paragraphs_are_a_page_like_any_other() -> None:
    app = Reader()
    async with app.run_test(size=(90, 30)):
        app.view.article = Article("t", "", "", tuple(Block(BlockKind.PARAGRAPH, "word") for _ in range(100_000)))
        app.view.lay_out_all()
        app.view.action_bottom()
        assert "word" in seen(app.view)
        assert app.view.place().block > 99_900
