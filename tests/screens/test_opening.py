from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets._toast import Toast

from tests.cli.program import story
from tui.article import Article, Block, BlockKind, Mark, MarkKind, Place
from tui.library import TO_READ, Library, State
from tui.pressroom import Pressroom
from tui.reading import parse_source
from tui.reading.sources import read_source

if TYPE_CHECKING:
    from tests.loopback import Site
    from tests.screens.conftest import Desk, Opener


async def test_an_article_that_calls_a_private_place_its_own_is_not_fetched_from_there(
    path: Path, opened: Opener, canary: Site, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(story().replace(b"https://tern.example/ferry", f"{canary.url}/secret".encode()))
    page = read_source(parse_source(str(file)))
    async with Pressroom() as pressroom:
        article = await pressroom.press(page)
    assert article.address == f"{canary.url}/secret"
    with Library.open(path) as library:
        library.keep(article, page=page, state=State.SAVED)
    file.unlink()
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("r")
        await desk.until(lambda: any("goes there only when you type it yourself" in told for told in desk.notices))
        assert desk.reader.article == article
    assert canary.connections == 0


async def test_an_article_is_fetched_again_only_if_it_changed_and_what_it_said_before_stays(
    opened: Opener, site: Site
) -> None:
    stamp = {"ETag": '"v1"'}
    address = site.page("/ferry", story(), headers=stamp)
    async with opened(address) as desk:
        await desk.until(lambda: desk.reader.article is not None and desk.reader.row is not None)
        await desk.press("equals_sign")
        await desk.until(lambda: any("One version of this article is kept" in told for told in desk.notices))
        site.page("/ferry", b"", status=304)
        await desk.press("r")
        await desk.until(lambda: "Nothing has changed in it." in desk.notices)
        assert site.requests[1].headers["if-none-match"] == '"v1"'
        site.page("/ferry", story().replace(b"a second boat would be hired", b"a third boat may be hired"))
        await desk.press("r")
        await desk.until(lambda: any("Another version came" in told for told in desk.notices))
        await desk.press("equals_sign")
        await desk.until(lambda: len(desk.app.screen_stack) == 2)
        await desk.press("enter")
        await desk.until(lambda: "a second third boat would may be hired" in text(desk))
        assert "What changed from" in text(desk, head=True)
        await desk.press("equals_sign")
        await desk.until(lambda: len(desk.app.screen_stack) == 2)
        await desk.press("down", "down", "enter")
        await desk.until(lambda: "a second boat would be hired" in text(desk))
        assert "This is how it was on" in text(desk, head=True)
        await desk.press("escape")
        await desk.until(lambda: "a third boat may be hired" in text(desk))


def text(desk: Desk, *, head: bool = False) -> str:
    article = desk.reader.article
    assert article is not None
    return article.warnings[0] if head else article.text


async def test_a_link_that_a_page_lays_to_a_private_place_is_not_followed(
    path: Path, opened: Opener, canary: Site
) -> None:
    secret = f"{canary.url}/secret"
    block = Block(BlockKind.PARAGRAPH, "The tide table hangs here.", (Mark(4, 14, MarkKind.LINK, secret),))
    with Library.open(path) as library:
        library.keep(Article("https://tern.example/tide", "", "Tide", (block,)), state=State.SAVED)
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        await desk.press("L")
        await desk.until(lambda: len(desk.app.screen_stack) == 2)
        await desk.press("enter")
        await desk.until(lambda: any("goes there only when you type it yourself" in told for told in desk.notices))
        assert canary.connections == 0
        desk.reader.open_text(secret)
        await desk.until(lambda: canary.connections == 1)


async def test_the_app_ends_in_peace_while_something_loads(opened: Opener, site: Site) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        desk.reader.open_text(site.silent("/"))
        await desk.until(lambda: desk.reader.busy != "" and bool(site.requests))
    assert not desk.app.return_code


async def test_standard_input_cannot_be_opened_where_the_keys_come_from(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        desk.reader.open_text("-")
        await desk.until(lambda: any("Standard input cannot be read again" in told for told in desk.notices))


async def test_what_could_not_be_opened_stands_on_the_page_when_nothing_else_does(opened: Opener) -> None:
    async with opened("/no/[bold]page.html") as desk:
        await desk.until(lambda: bool(desk.reader.article_pane.empty_text))
        rows = [desk.reader.article_pane.render_line(row).text.strip() for row in range(5)]
        assert rows[1] == "/no/[bold]page.html does not exist; check the path."
        assert rows[3] == "a adds another address, 1 shows the list, q quits."
        await desk.press("2", "q")
    assert str(desk.app.failure) == "/no/[bold]page.html does not exist; check the path."


def shows_only(desk: Desk, words: str) -> bool:
    return [str(toast.render()) for toast in desk.app.query(Toast)] == [words]


async def test_a_notice_is_whole_at_any_width_and_two_nods_are_never_there_at_once(opened: Opener) -> None:
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None)
        for columns in (120, 80, 61, 30):
            await desk.pilot.resize_terminal(columns, 30)
            for length in range(min(columns, 82) - 18, min(columns, 82)):
                desk.reader.tell("Saved.")
                words = " ".join(["word"] * 40)[:length].strip() + " end."
                desk.reader.tell(words)
                await desk.until(partial(shows_only, desk, words))
                await desk.pilot.pause()
                (toast,) = desk.app.query(Toast)
                assert toast.region.right == columns  # no rest of the text's lines beside it
                drawn = " ".join(strip.text.strip() for strip in map(toast.render_line, range(toast.size.height)))
                assert drawn.replace("▌", "").split() == words.split(), (columns, length)


async def test_the_next_start_opens_what_was_read_where_it_was_left(path: Path, opened: Opener) -> None:
    article = Article(
        "orla", "", "Orla", tuple(Block(BlockKind.PARAGRAPH, "The tide turned. " * 30) for _ in range(40))
    )
    left = Place(12, 0, 0)
    with Library.open(path) as library:
        library.set_place(library.keep(article).id, left, 0.4)
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article_pane.scroll_offset.y > 0)
        assert desk.reader.article_pane.place().block == left.block
    with Library.open(path) as library:
        (row,) = library.rows(TO_READ, 0, 1)
        assert row.place is not None
        assert row.place.block == left.block


async def test_keys_that_come_faster_than_articles_are_read_all_count(path: Path, opened: Opener) -> None:
    with Library.open(path) as library:
        for name in ("Orla", "Quill", "Tern", "Vane", "Wick"):
            library.keep(Article(name, "", name, (Block(BlockKind.PARAGRAPH, "The tide turned."),)))
    async with opened() as desk:
        await desk.until(lambda: desk.reader.article is not None and len(desk.titles) == 5)
        titles, reader = desk.titles, desk.reader
        assert reader.article is not None
        first = titles.index(reader.article.title)
        assert first == 0
        for step in (1, 1, 1, 1, -1):
            reader.action_neighbour(step)
        await desk.until(lambda: reader.article is not None and reader.article.title == titles[3])
        for _ in range(9):
            reader.action_neighbour(-1)
        await desk.until(lambda: reader.article is not None and reader.article.title == titles[0])
        await desk.press("K")
        await desk.until(lambda: desk.notices == ["This is the first article of the list."])
        await desk.press("J")
        await desk.until(lambda: reader.article is not None and reader.article.title == titles[1])
