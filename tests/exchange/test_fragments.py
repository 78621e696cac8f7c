"""What a text fragment says; that a browser finds it stands in test_fragments_in_chromium.py."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, Block, BlockKind, Figure, Place
from tui.exchange import passage_link

ADDRESS = "https://ness.example/harbour"


def article(*texts: str, title: str = "Harbour opens", address: str = ADDRESS) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article(source=address, url=address, title=title, blocks=blocks)


def linked(body: Article, words: str, *, block: int = 0, nth: int = 0) -> str:
    """Return the directive, readable, for the words' ``nth`` place in a block."""
    at = -1
    for _ in range(nth + 1):
        at = body.blocks[block].text.index(words, at + 1)
    link = passage_link(body, [Place(block, at, at + len(words))])
    return unquote(link.removeprefix(ADDRESS).removeprefix("#:~:text="))


def test_a_short_passage_is_named_whole_with_what_follows_it() -> None:
    body = article("At six she came. “We open,” said Mira Holt, and did.")
    assert linked(body, "We open,") == "We open,,-” said Mira"


def test_with_nothing_behind_it_what_stands_before_it_is_named() -> None:
    assert linked(article("Mira Holt called the hour “early”."), "early") == "the hour “-,early"


def test_a_long_passage_is_named_by_its_ends_after_what_stands_before_it() -> None:
    words = "We open the gates at six, we close them at noon, and we sleep when the tide is out"
    assert linked(article(f"Holt said: “{words}.”"), words) == (
        "Holt said: “-,We open the gates at,when the tide is out"
    )


def test_a_long_passage_with_nothing_before_it_is_named_whole() -> None:
    words = "We open the gates at six, we close them at noon, and we sleep when the tide is out"
    assert linked(article(f"“{words},” said Holt."), f"{words},") == f"{words},,-” said Holt."


def test_an_end_that_comes_earlier_in_the_passage_too_is_not_taken_for_the_end() -> None:
    tide = "when the tide is out again"
    words = f"{tide.capitalize()} we sleep, and {tide} we wake, and we do it all {tide}, {tide}"
    assert linked(article(f"Holt told us this: “{words}.”"), words) == f"us this: “-,{words}"


def test_repeated_words_are_told_apart_by_as_much_as_that_takes() -> None:
    body = article("“No,” said one of them. “No,” said one of the others. “No,” said one of them again.")
    assert [linked(body, "No,", nth=nth) for nth in range(3)] == [
        "No,,-” said one of them.",
        "of them. “-,No,",
        "the others. “-,No,",
    ]


def test_a_paragraph_that_is_all_quotation_is_told_apart_by_its_neighbour() -> None:
    body = article("Would he go, they asked Tom.", "“No.”", "Would she go, they asked Ines.", "“No.”", "So it stayed.")
    assert linked(body, "No.", block=1) == "go, they asked Tom.-,“No.”"
    assert linked(body, "No.", block=3) == "go, they asked Ines.-,“No.”"


def test_words_of_the_headline_and_of_captions_count() -> None:
    body = article("We open at six", title="We open at six")
    assert linked(body, "We open at six") == ""
    figure = Figure(1, 1, 0, "", caption="We open at six")
    plain = article("We open at six")
    assert linked(plain, "We open at six") == "We open at six"
    with_caption = Article(plain.source, plain.url, plain.title, plain.blocks, figures=(figure,))
    assert linked(with_caption, "We open at six") == ""


def test_what_a_browser_takes_for_equal_counts_as_equal() -> None:
    body = article("“Café,” she read.", "CAFE, she read again, and “cafe” it was.")
    assert linked(body, "Café,") == "Café,,-” she read."
    assert linked(article("Café", "cafe"), "Café") == "Café,-cafe"


def test_words_that_nothing_tells_apart_get_the_plain_link() -> None:
    body = article("No.", "No.", "No.", "No.")
    assert passage_link(body, [Place(1, 0, 3)]) == ADDRESS


def test_no_term_reaches_across_a_line() -> None:
    body = article("Holt sang: “One tide\nTwo tides\nNo tide.” Then she left.")
    assert linked(body, "One tide\nTwo tides\nNo tide.") == "Holt sang: “-,One tide,No tide."


def test_each_piece_of_a_split_quotation_is_named() -> None:
    text = "“We open,” said Holt, “and we close.” Nobody laughed."
    body = article(text)
    pieces = [Place(0, text.index(words), text.index(words) + len(words)) for words in ("We open,", "and we close.")]
    assert unquote(passage_link(body, pieces)) == (
        f"{ADDRESS}#:~:text=We open,,-” said Holt,&text=and we close.,-” Nobody laughed."
    )


def test_what_is_syntax_in_a_directive_is_encoded() -> None:
    body = article("“Well-known, R&D, 100% #1?” said Holt.")
    link = passage_link(body, [Place(0, 1, 26)])
    assert link.partition("#:~:text=")[2].partition(",-")[0] == "Well%2Dknown%2C%20R%26D%2C%20100%25%20%231%3F"


def test_a_fragment_that_the_address_has_gives_way() -> None:
    body = article("“We open,” said Holt.", address=f"{ADDRESS}#top")
    assert passage_link(body, [Place(0, 1, 9)]).startswith(f"{ADDRESS}#:~:text=We%20open")


def test_an_article_without_an_address_is_named_by_its_source() -> None:
    body = article("“We open,” said Holt.", address="/home/holt/story.html")
    assert passage_link(body, [Place(0, 1, 9)]) == "/home/holt/story.html"


@given(data=st.data())
def test_every_passage_of_every_article_has_a_link(
    any_article: st.SearchStrategy[Article], data: st.DataObject
) -> None:
    body = data.draw(any_article)
    for quote in body.quotes:
        link = passage_link(body, quote.parts)
        assert link
        assert not any(char.isspace() for char in link.partition("#:~:text=")[2])


@pytest.mark.parametrize("words", ["急ぐ手紙はない。", "手紙は海を渡ってくる。海は急がない。"])
def test_where_blanks_do_not_part_words_terms_end_at_marks(words: str) -> None:
    body = article(f"「{words}」と局長は言った。船は来ない。", "「急ぐ手紙はない。」と配達員も言った。")
    assert linked(body, words) == f"{words},-」と局長は言った。船は来ない。"
