"""What holds of every article, at every width: the page is the text, a selection is text, a place is a character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.widgets.articles import articles
from tests.widgets.test_articleview import Reader
from tui.article.model import Article, Block, BlockKind, Place
from tui.widgets.articleview import ArticleView
from tui.widgets.painting import FixedChar

SIZES = st.tuples(st.integers(8, 140), st.integers(4, 40))


def stamped(view: ArticleView) -> dict[tuple[int, int], str]:
    """What is drawn, character by character: by item and place in its text."""
    drawn: dict[tuple[int, int], str] = {}
    view.lay_out_all()
    for row in range(view.row_count):
        with view.stamps():
            strip = view.draw_row(row, view.size.width)
        for segment in strip:
            offset = segment.style.meta.get("offset") if segment.style is not None else None
            if offset is None or isinstance(offset[0], FixedChar):
                continue
            for step, char in enumerate(segment.text):
                drawn[offset[1], offset[0] + step] = char
    return drawn


@settings(max_examples=40, deadline=None)
@given(articles(), SIZES, st.booleans())
async def test_the_characters_drawn_are_the_text_s_own_each_where_it_says(
    article: Article, size: tuple[int, int], justified: bool
) -> None:
    app = Reader()
    async with app.run_test(size=size):
        app.view.article, app.view.justified = article, justified
        drawn = stamped(app.view)
        assert app.view.setting is not None
        for (item, place), char in drawn.items():
            assert app.view.setting.text(item)[place] == char
        for item in range(app.view.setting.items):
            text = app.view.setting.text(item)
            missing = {char for place, char in enumerate(text) if (item, place) not in drawn}
            assert missing <= set(" \n\t\u3000\xa0·"), missing


@settings(max_examples=40, deadline=None)
@given(articles(), st.data())
async def test_a_selection_is_what_stands_between_its_two_places(article: Article, data: st.DataObject) -> None:
    app = Reader()
    async with app.run_test(size=(50, 12)):
        app.view.article = article
        ends = []
        for _ in range(2):
            block = data.draw(st.integers(0, len(article.blocks) - 1))
            ends.append((block, data.draw(st.integers(0, len(article.blocks[block].text)))))
        (first, start), (last, end) = sorted(ends)
        head = len(app.view.head)
        app.view._select((first + head, start), (last + head, end))
        places = app.view.selected_places()
        wanted = ""
        for number, place in enumerate(places):
            if number:
                kinds = [article.blocks[one.block].kind for one in places[number - 1 : number + 1]]
                wanted += "\n" if kinds == [BlockKind.ITEM, BlockKind.ITEM] else "\n\n"
            wanted += article.blocks[place.block].text[place.start : place.end]
        assert app.view.selected_text() == wanted
        if places:  # whole clusters: no end has moved inwards
            assert (places[0].block, places[0].start) <= (first, start) or places[0].block > first
            assert (places[-1].block, places[-1].end) >= (last, end) or places[-1].block < last


@settings(max_examples=12, deadline=None)
@given(articles(), st.lists(SIZES, min_size=1, max_size=5), st.data())
async def test_a_place_survives_every_sequence_of_resizes(
    article: Article, sizes: list[tuple[int, int]], data: st.DataObject
) -> None:
    block = data.draw(st.integers(0, len(article.blocks) - 1))
    char = data.draw(st.integers(0, len(article.blocks[block].text) - 1))
    app = Reader()
    async with app.run_test(size=(60, 6)) as pilot:
        app.view.article = article
        app.view.restore(Place(block, char, char))
        before = app.view.place()
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.view.place() == before
            assert app.view.setting is not None
            top, row = (
                app.view.scroll_offset.y,
                app.view.setting.row_of(before.block + len(app.view.head), before.start),
            )
            assert before == Place(0, 0, 0) or top <= row < top + app.view.page_rows


async def test_a_place_returned_to_near_the_end_stays_in_view_when_the_end_no_longer_fits() -> None:
    lines = tuple(Block(BlockKind.HEADING, text, level=2) for text in ("Ferry", "Lock", "Weir", "Mill"))
    app = Reader()
    async with app.run_test(size=(60, 6)) as pilot:
        app.view.article = Article(source="made", url="", title="", blocks=lines)
        app.view.restore(Place(1, 0, 0))
        assert app.view.scroll_offset.y == app.view.max_scroll_y
        await pilot.resize_terminal(60, 2)
        await pilot.pause()
        assert app.view.place() == Place(1, 0, 0)
        assert "Lock" in app.view.render_line(0).text
