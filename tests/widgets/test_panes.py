"""The panes beside the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.widgets.articles import hostile, sample
from tui.article.model import Quote, QuoteKind
from tui.widgets.articlelist import ArticleList
from tui.widgets.captionspane import CaptionsPane
from tui.widgets.entrysetting import Entry, EntrySetting, Part
from tui.widgets.helpoverlay import HelpOverlay
from tui.widgets.keyfooter import KeyFooter
from tui.widgets.listlines import Line, lines_of
from tui.widgets.quotespane import QuotesPane
from tui.widgets.statusheader import StatusHeader

if TYPE_CHECKING:
    from textual.message import Message
    from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the list."""

    id: int
    title: str
    site: str = "Orla Post"
    published: datetime | None = None
    added: datetime = datetime(2026, 3, 3, tzinfo=UTC)
    minutes: int = 4
    progress: float = 0.0
    read: bool = False
    state: str = "later"
    tags: tuple[str, ...] = ()
    quotes: int = 2
    figures: int = 1


class Shelf(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.pane = pane
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_entry_pane_chosen(self, message: QuotesPane.Chosen) -> None:
        self.heard.append(message)

    def on_article_list_chosen(self, message: ArticleList.Chosen) -> None:
        self.heard.append(message)

    def on_article_list_folder_chosen(self, message: ArticleList.FolderChosen) -> None:
        self.heard.append(message)

    def on_article_list_rows_wanted(self, message: ArticleList.RowsWanted) -> None:
        self.heard.append(message)
        assert isinstance(self.pane, ArticleList)
        numbers = range(message.offset, message.offset + message.limit)
        self.pane.set_rows(message.offset, [Kept(number, f"Title {number}") for number in numbers])


def seen(pane: Widget) -> str:
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_a_quotation_is_listed_with_its_speaker_and_curly_marks() -> None:
    pane = QuotesPane()
    async with Shelf(pane).run_test(size=(50, 20)):
        pane.quotes = sample().quotes
        text = seen(pane)
        assert "1 Ana Ruiz? said" in text
        assert "“We have carried the piano upstairs twice,”" in text
        assert "2 unattributed" in text


async def test_words_at_arm_s_length_are_listed_on_wish_and_have_no_number() -> None:
    pane = QuotesPane()
    async with Shelf(pane).run_test(size=(50, 20)):
        first, second = sample().quotes
        pane.quotes = (replace(first, kind=QuoteKind.SCARE), second)
        assert "piano" not in seen(pane)
        assert "1 unattributed" in seen(pane)
        pane.show_all = True
        assert "· Ana Ruiz" in seen(pane)
        assert pane.cursor_quote() == second


async def test_quotations_are_grouped_by_speaker_with_their_number() -> None:
    pane = QuotesPane()
    async with Shelf(pane).run_test(size=(50, 30)):
        first, second = sample().quotes
        pane.quotes = (first, second, first)
        pane.by_speaker = True
        assert "Ana Ruiz  2" in seen(pane)
        assert "unattributed  1" in seen(pane)


def many_quotes(count: int) -> tuple[Quote, ...]:
    first = sample().quotes[0]
    return tuple(replace(first, text=f"Crossing {number} was late again") for number in range(count))


async def test_of_thousands_of_quotations_those_in_view_are_read_at_once_and_the_rest_by_and_by() -> None:
    pane, said = QuotesPane(), []

    def say(quote: Quote) -> str:
        said.append(quote)
        return quote.text

    async with Shelf(pane).run_test(size=(50, 20)) as pilot:
        pane.say = say
        pane.quotes = many_quotes(2_000)
        assert len(said) < 30
        guessed = pane.row_count
        for _ in range(500):
            await pilot.pause(0.01)
            if len(said) == 2_000:
                break
        assert len(said) == 2_000
        assert pane.row_count == guessed == 2_000 * 3


async def test_the_last_of_thousands_is_gone_to_before_the_rest_is_laid_out() -> None:
    pane = QuotesPane()
    async with Shelf(pane).run_test(size=(50, 20)):
        pane.quotes = many_quotes(900)
        pane.action_bottom()
        assert " 900 Ana Ruiz" in seen(pane)
        assert "Crossing 899 was late again" in seen(pane)


async def test_what_is_read_far_down_is_followed_in_a_list_that_is_not_laid_out_yet() -> None:
    pane = QuotesPane()
    async with Shelf(pane).run_test(size=(50, 20)) as pilot:
        pilot.app.set_focus(None)
        pane.quotes = many_quotes(6_000)
        pane.current = 5_500
        for _ in range(500):
            if "5501 Ana Ruiz" in seen(pane):
                break
            await pilot.pause(0.01)
        assert "▎5501 Ana Ruiz" in seen(pane)


@given(st.data())
def test_entries_laid_out_in_steps_are_those_laid_out_at_once(choose: st.DataObject) -> None:
    texts = choose.draw(st.lists(st.tuples(st.text(max_size=60), st.booleans()), max_size=12))
    entries = [
        Entry(index, "1", (Part(words), Part("who")), has_inset) for index, (words, has_inset) in enumerate(texts)
    ]
    whole, stepped = (EntrySetting(entries.__getitem__, len(entries), 24, (8, 5)) for _ in range(2))
    assert whole.lay_on()
    while not stepped.whole:
        stepped.lay_on(rows=choose.draw(st.integers(1, 20)), number=choose.draw(st.integers(0, 12)))
        stepped.lay_on(0.0)
    assert (stepped.tops, stepped.lines, stepped.likely_rows) == (whole.tops, whole.lines, len(whole.lines))
    for number in range(len(entries)):
        first, last = whole.rows_of(number)
        assert {whole.number_at(row) for row in range(first, last + 2)} == {number}


async def test_enter_tells_which_quotation_and_the_cursor_stays_within() -> None:
    pane = QuotesPane()
    app = Shelf(pane)
    async with app.run_test(size=(50, 20)) as pilot:
        pane.quotes = sample().quotes
        pane.focus()
        await pilot.press("j", "j", "j", "enter", "k", "enter", "x")
        chosen = [message.index for message in app.heard if isinstance(message, QuotesPane.Chosen)]
        assert chosen == [1, 0]
        assert pane.marked_quotes() == (pane.quotes[0],)


async def test_a_pane_without_entries_says_so_and_takes_keys() -> None:
    pane = CaptionsPane()
    async with Shelf(pane).run_test(size=(50, 20)) as pilot:
        pane.focus()
        await pilot.press("j", "k", "G", "enter", "x", "space", "b")
        assert pane.cursor_figure() is None
        assert pane.marked_figures() == ()


async def test_a_caption_stands_apart_from_its_credit() -> None:
    pane = CaptionsPane()
    async with Shelf(pane).run_test(size=(50, 20)):
        pane.figures = sample().figures
        lines = [line.strip() for line in seen(pane).splitlines()]
        assert "1 The ferry house" in lines
        assert "1/2 · Mira Okafor" in lines
        assert "2 Alt text: A man measures a wall" in lines


async def test_hostile_text_is_text_in_every_pane() -> None:
    article = hostile()
    for pane, field, value in (
        (QuotesPane(), "quotes", article.quotes),
        (CaptionsPane(), "figures", article.figures),
        (StatusHeader(), "heading", article.title),
        (KeyFooter(), "note", article.title),
        (HelpOverlay(), "groups", ((article.title, ((article.title, article.title),)),)),
    ):
        async with Shelf(pane).run_test(size=(120, 20)):
            setattr(pane, field, value)
            assert "[@click=app.bell]" in seen(pane)
            for y in range(pane.size.height):
                assert all(
                    "@click" not in (segment.style.meta if segment.style else {}) for segment in pane.render_line(y)
                )


async def test_only_the_rows_in_view_are_asked_for() -> None:
    pane = ArticleList()
    app = Shelf(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.total = 100_000
        await pilot.pause()
        seen(pane)
        await pilot.pause()
        assert "Title 0" in seen(pane)
        pane.action_bottom()
        seen(pane)
        await pilot.pause()
        assert "Title 99999" in seen(pane)
        asked = [message for message in app.heard if isinstance(message, ArticleList.RowsWanted)]
        assert sum(message.limit for message in asked) <= 4 * 128


def test_an_article_is_told_by_title_source_and_what_is_in_it() -> None:
    row = Kept(
        1, "The ferry", published=datetime(2026, 2, 14, tzinfo=UTC), progress=0.4, state="saved", tags=("sea", "ice")
    )
    assert lines_of(row, 40, 2026) == (
        Line("The ferry", "unread"),
        Line("Orla Post · 14 Feb · 4 min", "meta"),
        Line("saved · 40% · 2 “” · 1 ▣ · #sea #ice", "meta"),
    )
    bare = Kept(1, "", site="", minutes=0, quotes=0, figures=0, read=True)
    assert lines_of(bare, 40, 2027) == (Line("Untitled", "title"), Line("3 Mar 2026", "meta"), Line("", "meta"))


def test_a_long_title_takes_two_lines_and_a_long_source_leaves_room_for_the_date() -> None:
    row = Kept(1, "A ferry that was never on time retires early, at last and for good", site="The Orla Evening Post")
    lines = lines_of(row, 26, 2026)
    assert [line.text for line in lines[:3]] == [
        "A ferry that was never on",
        "time retires early, at la…",
        "The Orla… · 3 Mar · 4 min",
    ]
    for room in range(4, 40):
        assert all(cell_len(line.text) <= room for line in lines_of(row, room, 2026))


async def test_folders_stand_above_the_articles_and_are_told_when_chosen() -> None:
    pane = ArticleList()
    app = Shelf(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.total = 5
        pane.set_folders(["Boats", "Tea"])
        assert pane.index == 0
        await pilot.pause()
        seen(pane)
        await pilot.pause()
        assert seen(pane).splitlines()[0].startswith("▸ Boats")
        pane.focus()
        await pilot.press("k", "enter", "g", "enter", "x", "j", "j", "x", "j", "enter")
        names = [message.name for message in app.heard if isinstance(message, ArticleList.FolderChosen)]
        chosen = [message.index for message in app.heard if isinstance(message, ArticleList.Chosen)]
        assert (names, chosen) == (["Tea", "Boats"], [3])
        assert pane.marked == {1}
        pane.set_folders([])
        assert pane.index == 3


async def test_more_folders_than_rows_do_not_hide_the_article_under_the_cursor() -> None:
    pane = ArticleList()
    async with Shelf(pane).run_test(size=(40, 12)) as pilot:
        pane.total = 3
        pane.set_folders([f"Folder {number}" for number in range(30)])
        pane.go_to(1)
        pane.go_to(0)
        await pilot.pause()
        seen(pane)
        await pilot.pause()
        assert "Title 0" in seen(pane)


async def test_a_chosen_article_is_told_with_its_row() -> None:
    pane = ArticleList()
    app = Shelf(pane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane.total = 5
        await pilot.pause()
        seen(pane)
        await pilot.pause()
        pane.focus()
        await pilot.press("j", "enter", "x")
        chosen = [message for message in app.heard if isinstance(message, ArticleList.Chosen)]
        assert [(message.index, message.row.title) for message in chosen] == [(1, "Title 1")]
        assert pane.marked == {1}


async def test_the_header_says_which_article_and_how_far() -> None:
    header = StatusHeader()
    async with Shelf(header).run_test(size=(100, 3)):
        header.position, header.total, header.heading, header.source = 3, 24, "A Town", "Orla Post"
        header.progress, header.minutes_left = 0.5, 4
        line = header.render_line(0).text
        assert line.startswith(" 3/24  A Town — Orla Post")
        assert line.rstrip().endswith("━━━━━───── 4 min left")
        header.busy = "Fetching …"
        assert header.render_line(0).text.rstrip().endswith("Fetching …")


async def test_the_footer_leaves_out_what_does_not_fit_and_never_how_to_learn_of_it() -> None:
    footer = KeyFooter()
    async with Shelf(footer).run_test(size=(30, 3)):
        footer.keys = (("j k", "line"), ("space", "page"), ("/", "find"), ("?", "help"))
        line = footer.render_line(0).text
        assert line.startswith(" j k line")
        assert line.rstrip().endswith(" ? help")
        assert "find" not in line
        assert len(line) == 30
