from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.library.stories import OPENING, story
from tui.library import Library, View
from tui.library.addresses import source_key, web_key

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "other",
    [
        "http://tern.example/ferry",
        "https://www.tern.example/ferry",
        "https://TERN.example:443/ferry/",
        "https://tern.example/ferry#comments",
        "https://tern.example/ferry?utm_source=letter&utm_medium=mail",
        "https://tern.example/ferry?fbclid=abc&gclid=1&mc_cid=2&igshid=3",
        "https://tern.example/%66erry",
    ],
)
def test_two_spellings_of_an_address_are_one_article(library: Library, other: str) -> None:
    row = library.keep(story())
    assert library.find(other) == row
    assert library.keep(replace(story(), source=other, url=other)).id == row.id
    assert library.count(View()) == 1


@pytest.mark.parametrize(
    "other",
    [
        "https://tern.example/ferry2",
        "https://tern.example/Ferry",
        "https://tern.example/ferry?page=2",
        "https://tern.example:8443/ferry",
        "https://news.tern.example/ferry",
        "ftp://tern.example/ferry",
        "",
        "-",
    ],
)
def test_another_address_is_another_article(library: Library, other: str) -> None:
    library.keep(story())
    assert library.find(other) is None


def test_the_order_of_parameters_makes_no_difference() -> None:
    assert web_key("https://tern.example/?b=2&a=1") == web_key("https://tern.example/?a=1&utm_id=9&b=2")
    assert web_key("https://tern.example/?a=1&b=2") != web_key("https://tern.example/?a=2&b=1")


def test_an_article_is_found_by_each_address_that_it_has(library: Library) -> None:
    article = replace(
        story(),
        source="https://short.example/x",
        url="https://tern.example/amp/ferry",
        canonical_url="https://tern.example/ferry",
    )
    row = library.keep(article)
    for address in (article.source, article.url, article.canonical_url):
        assert library.find(address) == row
    assert row.address == "https://tern.example/ferry"


def test_the_same_story_at_two_outlets_is_one_when_both_name_the_same_original(library: Library) -> None:
    original = library.keep(story())
    copy = replace(story(), source="https://gull.example/f", url="https://gull.example/f")
    assert library.keep(replace(copy, canonical_url="https://tern.example/ferry")).id == original.id


def test_a_wrong_canonical_address_does_not_swallow_another_article(library: Library) -> None:
    first = library.keep(replace(story("one", "One"), canonical_url="https://tern.example/latest"))
    second = library.keep(replace(story("two", "Two"), canonical_url="https://tern.example/latest"))
    assert first.id != second.id
    front = "https://tern.example/"
    third = library.keep(replace(story("three", "Same"), canonical_url=front))
    fourth = library.keep(replace(story("four", "Same"), canonical_url=front))
    assert third.id != fourth.id


def test_files_that_share_a_base_address_are_different_articles(library: Library, tmp_path: Path) -> None:
    base = "https://tern.example/"
    one = library.keep(story(source=str(tmp_path / "one.html"), url=base))
    two = library.keep(story(source=str(tmp_path / "two.html"), url=base, paragraphs=(OPENING,)))
    assert one.id != two.id
    assert library.find(str(tmp_path / "two.html")) == two


def test_a_file_is_found_from_another_folder(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.html").write_text("x")
    monkeypatch.chdir(tmp_path)
    row = library.keep(story(source="notes.html", url=""))
    monkeypatch.chdir(tmp_path.parent)
    assert library.find(str(tmp_path / "notes.html")) == row
    assert library.find((tmp_path / "notes.html").as_uri()) == row
    assert library.find("notes.html") is None


def test_a_host_without_a_scheme_is_an_address(library: Library) -> None:
    row = library.keep(story(source="tern.example/ferry"))
    assert library.find("tern.example/ferry") == row
    assert library.find("https://tern.example/ferry") == row


def test_what_came_by_a_pipe_is_known_by_its_text(library: Library) -> None:
    one = library.keep(story(source="-", url=""))
    assert library.keep(story(source="-", url="")).id == one.id
    assert library.keep(story(source="-", url="", paragraphs=(OPENING,))).id != one.id


@given(st.text(max_size=80) | st.text(max_size=40).map(lambda text: f"https://{text}"))
def test_any_text_at_all_has_a_key_that_can_be_stored(text: str) -> None:
    for key in (web_key(text), source_key(text)):
        key.encode()
        assert "\0" not in key


def test_a_name_too_long_for_a_path_is_simply_not_there(library: Library) -> None:
    assert library.find("a." + "b" * 5000) is None
