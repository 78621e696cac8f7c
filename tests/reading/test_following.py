"""Where a page may lead that a person did not name: by meta refresh, by its own idea of its address, by pictures."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.cli.program import story
from tests.fetch.stage import PUBLIC
from tests.fetch.test_private_places import SPELLINGS
from tui.article import Page
from tui.errors import PullquoteError, Refused, SourceError
from tui.extract import find_refresh
from tui.fetch import Fetcher, Limits
from tui.library import Library
from tui.reading import parse_source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetch.stage import Stage
    from tests.loopback import Site
    from tui.reading import Reading

STORY = story().decode().replace('<link rel="canonical" href="https://tern.example/ferry">', "")


def _signpost(target: str, seconds: str = "0") -> str:
    return f'<html><head><meta http-equiv="refresh" content="{seconds}; url={target}"></head></html>'


async def test_a_page_that_only_sends_on_is_followed(reading: Reading, site: Site) -> None:
    site.page("/old", _signpost("new"))
    site.page("/new", STORY)
    opened = await reading.load(parse_source(f"{site.url}/old"))
    assert (opened.article.title, opened.article.url) == ("Ferry runs again", f"{site.url}/new")
    assert opened.article.source == f"{site.url}/old"


async def test_three_signposts_are_followed_and_a_fourth_is_told(reading: Reading, site: Site) -> None:
    for number in range(4):
        site.page(f"/{number}", _signpost(f"/{number + 1}"))
    site.page("/4", STORY)
    assert (await reading.load(parse_source(f"{site.url}/1"))).article.title == "Ferry runs again"
    with pytest.raises(Refused, match="sends on and on"):
        await reading.load(parse_source(f"{site.url}/0"))


async def test_a_page_that_reloads_itself_is_read(reading: Reading, site: Site) -> None:
    address = site.page("/", STORY.replace("<title>", _signpost("/") + "<title>"))
    assert (await reading.load(parse_source(address))).article.title == "Ferry runs again"
    site.page("/later", STORY.replace("<title>", _signpost("/elsewhere", "300") + "<title>"))
    assert (await reading.load(parse_source(f"{site.url}/later"))).article.title == "Ferry runs again"
    assert len(site.requests) == 2


async def test_no_signpost_leads_to_a_private_place(reading: Reading, stage: Stage, site: Site, canary: Site) -> None:
    root = stage.host("news.example", site)
    stage.names["inside.example"] = [["127.0.0.1"]]
    for number, spelling in enumerate(SPELLINGS):
        site.page(f"/{number}", _signpost(spelling.format(port=canary.port, port6=canary.port)))
        with pytest.raises(PullquoteError, match=r"\.$"):
            await reading.load(parse_source(f"{root}/{number}"))
        assert canary.connections == 0, spelling
    assert set(stage.dialled) == {PUBLIC}


async def test_a_signpost_at_a_private_place_leads_on_within_it_only(
    reading: Reading, site: Site, canary: Site
) -> None:
    address = site.page("/", _signpost(f"{canary.url}/secret"))
    with pytest.raises(Refused):
        await reading.load(parse_source(address))
    assert canary.connections == 0


async def test_an_address_that_the_article_chose_leads_to_no_private_place(
    reading: Reading, stage: Stage, site: Site, canary: Site
) -> None:
    root = stage.host("news.example", site)
    site.page("/", STORY.replace("<title>", f'<link rel="canonical" href="{canary.url}/secret"><title>'))
    article = (await reading.load(parse_source(f"{root}/"))).article
    assert article.address == f"{canary.url}/secret"
    for asked in (article.source, "/home/anna/page.html", "-", "notes.org"):
        with pytest.raises(Refused):
            await reading.load(parse_source(article.address), asked=asked)
    assert canary.connections == 0


async def test_a_link_leads_to_no_private_place_but_the_one_that_a_person_named(
    reading: Reading, stage: Stage, site: Site, canary: Site
) -> None:
    root = stage.host("news.example", site)
    here = site.page("/", STORY)
    for named in (f"{root}/", here, "/home/anna/page.html", "-"):
        with pytest.raises(Refused):
            await reading.load(replace(parse_source(f"{canary.url}/secret"), linked_from=named))
    assert canary.connections == 0
    for link, named in ((here, site.url), (f"{root}/", here)):
        opened = await reading.load(replace(parse_source(link), linked_from=named))
        assert (opened.article.title, opened.article.source) == ("Ferry runs again", link)


async def test_an_article_fetched_again_keeps_the_name_that_a_person_gave_it(reading: Reading, site: Site) -> None:
    typed = site.page("/typed", STORY.replace("<title>", '<link rel="canonical" href="/own"><title>'))
    site.page("/own", STORY)
    article = (await reading.load(parse_source(typed))).article
    again = (await reading.load(parse_source(article.address), asked=article.source)).article
    assert (again.url, again.source) == (f"{site.url}/own", typed)


async def test_a_link_kept_and_fetched_again_leads_to_no_private_place_that_its_name_came_to_mean(
    reading: Reading, stage: Stage, site: Site
) -> None:
    named = site.page("/", STORY)
    linked = stage.host("news.example", site) + "/linked"
    site.page("/linked", STORY.replace("Ferry runs", "Lamp burns"))
    kept = await reading.take_in(await reading.load(replace(parse_source(linked), linked_from=named)))
    assert (kept.article.source, kept.named) == (linked, named)
    again, changed = await reading.fetch_again(kept)
    assert (again.article, again.named, changed) == (kept.article, named, False)
    stage.names["news.example"] = [["127.0.0.1"]]
    await reading._clients.fetcher.aclose()
    reading._clients.fetcher = Fetcher(Limits(), network=stage)  # another start: nothing is remembered of the host
    heard = len(site.requests)
    with pytest.raises(Refused):
        await reading.fetch_again(kept)
    assert len(site.requests) == heard


async def test_a_file_is_read_again_and_what_is_gone_is_told(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("The lamp burns\n\nThe keeper lit the lamp on Monday, and it burned until the morning came.\n")
    kept = await reading.take_in(await reading.load(parse_source(str(file))))
    file.write_text(file.read_text().replace("Monday", "Tuesday"))
    again, changed = await reading.fetch_again(kept)
    assert changed
    assert "Tuesday" in again.article.text
    file.unlink()
    with pytest.raises(SourceError, match="is gone, and the page names no address"):
        await reading.fetch_again(again)


async def test_a_password_in_the_address_is_told_as_not_sent_and_kept_nowhere(reading: Reading, site: Site) -> None:
    site.page("/", STORY)
    opened = await reading.save(await reading.load(parse_source(f"http://anna:secret@127.0.0.1:{site.port}/")))
    assert [warning for warning in opened.article.warnings if "were not sent" in warning]
    assert "authorization" not in site.requests[0].headers
    assert opened.article.source == f"http://127.0.0.1:{site.port}/"
    assert opened.row
    page = await reading.library(Library.page, opened.row.id)
    assert page
    assert "secret" not in repr((page, await reading.kept(opened.row)))


@pytest.mark.parametrize(
    "content",
    [
        "0;" + " " * 19_000,
        "0" + " " * 19_000,
        "0;url" + " " * 19_000,
        " " * 19_000,
        "0;url=" + "'" * 19_000,
        "0," * 9_000,
    ],
)
def test_no_signpost_is_hard_to_read(content: str) -> None:
    body = f'<meta http-equiv="refresh" content="{content}">'.encode()
    page = Page(source="x", url="https://tern.example/", body=body, content_type="", fetched_at=datetime.now(UTC))
    began = time.process_time()
    find_refresh(page)
    assert time.process_time() - began < 0.5
