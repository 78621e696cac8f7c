from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.stories import OPENING, SAID, SPOKEN, Clock, articles, story
from tui.article import Article, Block, BlockKind, Place, Quote, QuoteKind
from tui.errors import QueryError
from tui.library import Library, State, View

if TYPE_CHECKING:
    from collections.abc import Callable


def found(library: Library, query: str) -> list[str]:
    """Titles of what a query finds, checked to be the same in the search, ranked or as one types, and in the list."""
    hits = sorted(hit.row.title for hit in library.search(query, ranked=True))
    assert hits == sorted(hit.row.title for hit in library.search(f"{query} "))
    assert hits == sorted(row.title for row in library.rows(View(query)))
    assert len(hits) == library.count(View(query))
    return hits


@pytest.fixture
def shelf(library: Library) -> Library:
    library.keep(
        story("ferry", "Ferry runs again", standfirst="Eleven days of waiting", language="en-GB"), state=State.INBOX
    )
    library.keep(
        story(
            "cafe",
            "Das Café am Hafen",
            paragraphs=("Die Fähre fährt wieder, sagt Bäckerin Jule Öhm.",),
            site="Möwenblatt",
            authors=("Jule Öhm", "Bo Lind"),
            language="de",
            published=datetime(2025, 5, 17, 6, 0, tzinfo=UTC),
        )
    )
    tokyo = library.keep(
        story(
            "tokyo",
            "港の朝",
            paragraphs=("東京の港は静かだ。船は八時に出る。", "The ferry is not here."),
            site="Gull & Co",
            authors=(),
            language="ja",
            url="https://news.gull.example/tokyo",
        )
    )
    library.tag([tokyo.id], ["Far away", "boats"])
    library.set_state([tokyo.id], State.ARCHIVED)
    library.set_read([tokyo.id], True)
    return library


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("ferry", ["Ferry runs again", "港の朝"]),
        ("FERRY quill", ["Ferry runs again"]),
        ("cafe", ["Das Café am Hafen"]),
        ("fahre", ["Das Café am Hafen"]),
        ('"eleven days in the dock"', ["Ferry runs again"]),
        ('"dock the in"', []),
        ("eleven waiting", ["Ferry runs again"]),
        ("fer*", ["Ferry runs again", "港の朝"]),
        ("fer", []),
        ("ferry -bakery", ["港の朝"]),
        ('-"bakery on the island"', ["Das Café am Hafen", "港の朝"]),
        ("-ferry -hafen", []),
        ("title:ferry", ["Ferry runs again"]),
        ("title:days", []),
        ("by:lind", ["Das Café am Hafen"]),
        ('by:"jule ohm"', ["Das Café am Hafen"]),
        ("-by:holm", ["Das Café am Hafen", "港の朝"]),
        ("site:möwen", ["Das Café am Hafen"]),
        ('site:"tern post"', ["Ferry runs again"]),
        ("site:gull.example", ["港の朝"]),
        ("-site:tern", ["港の朝"]),
        ("tag:BOATS", ["港の朝"]),
        ('tag:"far away"', ["港の朝"]),
        ("tag:far", []),
        ("tag:FAR*", ["港の朝"]),
        ("tag:ar*", []),
        ("-tag:boats", ["Das Café am Hafen", "Ferry runs again"]),
        ("is:unread", ["Das Café am Hafen", "Ferry runs again"]),
        ("is:read", ["港の朝"]),
        ("is:inbox", ["Ferry runs again"]),
        ("is:saved is:archived", ["Das Café am Hafen", "港の朝"]),
        ("-is:archived", ["Das Café am Hafen", "Ferry runs again"]),
        ("is:deleted", []),
        ("before:2026", ["Das Café am Hafen"]),
        ("after:2025-05-17 before:2025-05-18", ["Das Café am Hafen"]),
        ("after:2025-05-18", ["Ferry runs again", "港の朝"]),
        ("-after:2026", ["Das Café am Hafen"]),
        ("after:yesterday", []),
        ("said:loaves", ["Ferry runs again"]),
        ("said:ferry", []),
        ("speaker:osk said:hours", ["Ferry runs again"]),
        ("speaker:holm said:hours", []),
        ("-said:loaves", ["Das Café am Hafen", "港の朝"]),
        ("ferry -speaker:osk", ["港の朝"]),
        ("lang:en", ["Ferry runs again"]),
        ("lang:EN-gb", ["Ferry runs again"]),
        ("lang:e", []),
        ("-lang:de ferry", ["Ferry runs again", "港の朝"]),
        ("東京", ["港の朝"]),
        ("京東", []),
        ("静か", ["港の朝"]),
        ("八時に出る", ["港の朝"]),
        ("title:港", ["港の朝"]),
    ],
)
def test_a_query_finds_what_it_says(shelf: Library, query: str, titles: list[str]) -> None:
    assert found(shelf, query) == sorted(titles)


def test_the_bin_is_searched_only_on_wish(shelf: Library) -> None:
    shelf.delete([hit.row.id for hit in shelf.search("quill")])
    assert found(shelf, "quill") == []
    assert found(shelf, "quill is:deleted") == ["Ferry runs again"]


def test_a_tag_being_typed_finds_those_that_begin_so(shelf: Library) -> None:
    assert [row.title for row in shelf.rows(View("tag:boa", typing=True))] == ["港の朝"]
    assert [hit.row.title for hit in shelf.search("tag:boa")] == ["港の朝"]
    assert shelf.search("tag:boa", ranked=True) == []


def test_a_hit_lands_on_its_words(shelf: Library) -> None:
    [hit] = shelf.search("bakery island", ranked=True)
    assert hit.place is not None
    text = shelf.article(hit.row.id).blocks[hit.place.block].text
    assert text[hit.place.start : hit.place.end] == "bakery"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["bakery", "island"]
    assert hit.snippet in SPOKEN


def test_a_hit_lands_where_most_of_the_words_stand_together(library: Library) -> None:
    far = "The harbour was quiet. " * 30
    library.keep(story(paragraphs=("Loaves were baked.", far, "Nobody counted the loaves in the harbour that day.")))
    [hit] = library.search("loaves harbour counted")
    assert hit.place is not None
    assert hit.place.block == 2


def test_a_hit_in_a_long_text_shows_the_words_around_it(library: Library) -> None:
    filler = "the quay was empty and the gulls were loud "
    library.keep(story(paragraphs=(OPENING, filler * 40 + "until Vesla came home " + filler * 40)))
    [hit] = library.search("vesla")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert "until Vesla came home" in hit.snippet
    assert len(hit.snippet) < 220
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Vesla"]


def test_a_hit_in_the_headline_alone_has_no_place_in_the_text(library: Library) -> None:
    library.keep(story(title="Gulls over Quarrel Head"))
    [hit] = library.search("quarrel")
    assert (hit.place, hit.snippet, hit.marks) == (None, "Gulls over Quarrel Head", ((11, 18),))


def test_a_hit_among_quotations_lands_on_the_quotation(shelf: Library) -> None:
    [hit] = shelf.search("said:loaves")
    assert hit.place == Place(1, 1, 1 + len(SAID))
    assert hit.snippet == SAID
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["loaves"]


def test_words_of_scripts_without_spaces_are_found_where_they_stand(shelf: Library) -> None:
    [hit] = shelf.search("静か")
    assert hit.place == Place(0, 5, 7)
    assert hit.snippet == "東京の港は静かだ。船は八時に出る。"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["静か"]


def test_the_newest_comes_first_while_one_types_and_the_best_on_enter(library: Library) -> None:
    library.keep(story("a", "Anchor", paragraphs=("An anchor is an anchor.",)))
    library.keep(story("b", "Boat", paragraphs=("A boat without an anchor drifts. " * 5,)))
    assert [hit.row.title for hit in library.search("anch")] == ["Boat", "Anchor"]
    assert [hit.row.title for hit in library.search("anchor", ranked=True)] == ["Anchor", "Boat"]
    assert [hit.row.title for hit in library.search("anchor", 1, 1)] == ["Anchor"]


def test_a_new_version_is_searched_in_place_of_the_old(library: Library) -> None:
    library.keep(story())
    library.keep(story(paragraphs=("A whale was seen.",)))
    assert found(library, "whale") == ["Ferry runs again"]
    assert found(library, "bakery") == []


def test_quotations_are_found_by_speaker_and_words(shelf: Library) -> None:
    [quotation] = shelf.quotations(speaker="osk")
    assert (quotation.text, quotation.speaker, quotation.title) == (SAID, "Marit Osk", "Ferry runs again")
    assert shelf.quotations(words="hours loaves") == []
    assert shelf.quotations(words="the loaves", speaker="Marit") == [quotation]
    assert shelf.quotations() == [quotation]
    shelf.delete([quotation.article])
    assert shelf.quotations(speaker="osk") == []


def test_scare_quotes_and_titles_are_neither_counted_nor_searched(library: Library) -> None:
    quotes = (
        Quote("fresh", QuoteKind.SCARE, (Place(0, 5, 10),)),
        Quote("bread for all", QuoteKind.PARTIAL, (Place(0, 20, 33),), speaker="Bo Lind"),
    )
    row = library.keep(story(paragraphs=("The “fresh” line of “bread for all” was sold out.",), quotes=quotes))
    assert row.quotes == 1
    assert library.search("said:fresh") == []
    assert [hit.row.id for hit in library.search("said:bread", ranked=True)] == [row.id]


@pytest.mark.parametrize(
    "query",
    [
        *('"', '""', "don't", "AND", "a AND", "NOT", "(", ")", "%", "*", "^ferry", "a:b", "ferry*", "{title}: x", "-"),
        *("NEAR(a b, 2)", '"a" "b', "title:(a b)", "--", '-"', "a + b", "\x00", "\ud800", "a\x00b", ":", 'said:"'),
    ],
)
def test_no_operator_of_the_index_reaches_the_person(shelf: Library, query: str) -> None:
    assert isinstance(shelf.search(query), list)
    with suppress(QueryError):
        assert isinstance(shelf.search(query, ranked=True), list)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40) | st.text(alphabet='"-:*()^{}+,ANDORNEAT“”saidtle ', max_size=40))
def test_any_query_finds_something_or_nothing_or_is_told(shelf: Library, query: str) -> None:
    for ranked in (True, False):
        try:
            shelf.search(query, ranked=ranked)
            shelf.rows(View(query, typing=not ranked))
        except QueryError:
            assert ranked


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles())
def test_every_hit_stands_where_it_says(fresh: Callable[[], Library], article: Article) -> None:
    library = fresh()
    library.keep(article)
    for word in {word for block in article.blocks for word in block.text.split() if word.isalnum()}:
        for hit in library.search(f'"{word}"', ranked=True):
            if hit.place is not None:
                text = article.blocks[hit.place.block].text[hit.place.start : hit.place.end]
                assert text
                assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
                assert any(hit.snippet[start:end] == " ".join(text.split("\n")) for start, end in hit.marks)


def test_a_phrase_across_two_paragraphs_lands_in_the_first(library: Library) -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "It was late."),
        Block(BlockKind.RULE),
        Block(BlockKind.PARAGRAPH, "Nobody came."),
    )
    library.keep(Article(source="-", url="", title="", blocks=blocks))
    [hit] = library.search('"late nobody"')
    assert hit.place == Place(0, 7, 12)
    assert hit.snippet == "It was late."


def test_relative_days_follow_the_clock(library: Library, clock: Clock) -> None:
    library.keep(story(published=None))
    assert found(library, "after:today") == ["Ferry runs again"]
    clock.now = datetime(2026, 3, 9, tzinfo=UTC)
    assert found(library, "after:7d") == []
    assert found(library, "after:8d") == ["Ferry runs again"]


def test_quotations_found_as_one_types_come_page_by_page_each_article_once(library: Library) -> None:
    for slug in ("a", "b", "c"):
        library.keep(story(slug, slug.upper(), paragraphs=(OPENING, SPOKEN, SPOKEN)))
    pages = [library.search("said:loav", 2, offset) for offset in (0, 2, 4)]
    assert [[hit.row.title for hit in page] for page in pages] == [["C", "B"], ["A"], []]
    assert {hit.place.block for page in pages for hit in page if hit.place} == {1}
