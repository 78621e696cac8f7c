from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.article import (
    Article,
    Block,
    BlockKind,
    Figure,
    Mark,
    MarkKind,
    Place,
    Quote,
    QuoteKind,
    decode_article,
    encode_article,
    to_json,
)

ARTICLE = Article(
    source="example.org/harbour",
    url="https://example.org/harbour",
    title="Harbour opens",
    blocks=(
        Block(BlockKind.HEADING, "Tide", level=2),
        Block(BlockKind.PARAGRAPH, "“We open,” she said.", (Mark(0, 9, MarkKind.LINK, "https://example.org/x"),)),
        Block(BlockKind.ITEM, "First", level=1, number=1),
        Block(BlockKind.TABLE, "a\tb\n1\t2", header_rows=1),
        Block(BlockKind.CODE, "print()", language="python"),
        Block(BlockKind.RULE),
    ),
    authors=("Ina Vale",),
    published=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    figures=(Figure(1, 24, 1, "https://example.org/a.jpg", caption="A quay.", credit="Bo Lind/NPA"),),
    quotes=(Quote("We open,", QuoteKind.DIRECT, (Place(1, 1, 9),), "Mira Holt", "she", "said", 0.9),),
    warnings=("Only the beginning.",),
)


def test_an_article_comes_back_as_it_was() -> None:
    assert decode_article(encode_article(ARTICLE)) == ARTICLE


def test_the_public_object_holds_what_can_be_worked_out() -> None:
    data = to_json(ARTICLE)
    assert data["canonical_url"] == "https://example.org/harbour"
    assert data["published"] == "2026-03-01T09:30:00+00:00"
    assert data["text"].startswith("Tide\n\n“We open,” she said.\n\nFirst")
    assert (data["words"], data["reading_minutes"]) == (ARTICLE.words, 1)
    assert (data["quotes"][0]["block"], data["quotes"][0]["start"], data["quotes"][0]["end"]) == (1, 1, 9)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"source": 1}', b"\xff"])
def test_bytes_that_are_no_article_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decode_article(data)


def test_words_are_counted_in_scripts_without_spaces() -> None:
    japanese = Article("-", "", "", (Block(BlockKind.PARAGRAPH, "港は朝六時に開いた。 OK go"),))
    assert japanese.words == 7
