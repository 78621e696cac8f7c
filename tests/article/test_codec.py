from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

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


KEPT = (
    '{"source":"example.org/harbour","url":"https://example.org/harbour","canonical_url":"",'
    '"title":"Harbour opens",'
    '"standfirst":"","authors":["Ina Vale"],"site":"","published":"2026-03-01T09:30:00+00:00","updated":null,'
    '"dateline":"","language":"","tags":[],"blocks":[],"figures":[{"position":1,"total":24,"block":1,'
    '"kind":"image","src":"https://example.org/a.jpg","alt":"","caption":"A quay.","credit":"Bo Lind/NPA",'
    '"photographer":"","agency":"","width":0,"height":0}],"quotes":[],"warnings":["Only the beginning."]}\n'
    '{"blocks":[{"kind":"heading","text":"Tide","marks":[],"level":2},{"kind":"paragraph","text":'
    '"“We open,” she said.","marks":[{"start":0,"end":9,"kind":"link","href":"https://example.org/x"}]},'
    '{"kind":"item","text":"First","marks":[],"level":1,"number":1},{"kind":"table","text":"a\\tb\\n1\\t2",'
    '"marks":[],"header_rows":1},{"kind":"code","text":"print()","marks":[],"language":"python"},'
    '{"kind":"rule","text":"","marks":[]}]}\n'
    '{"quotes":[{"text":"We open,","speaker":"Mira Holt","speaker_as_written":"she","cue":"said","kind":"direct",'
    '"confidence":0.9,"context":"","block":1,"start":1,"end":9,"parts":[{"block":1,"start":1,"end":9}]}]}'
).encode()
"""As it stands in libraries since the first version: they must open, and a refetch is to be found the same."""


def test_an_article_comes_back_as_it_was() -> None:
    assert decode_article(encode_article(ARTICLE)) == ARTICLE


def test_the_public_object_holds_what_can_be_worked_out() -> None:
    data = to_json(ARTICLE)
    assert data["canonical_url"] == "https://example.org/harbour"
    assert data["published"] == "2026-03-01T09:30:00+00:00"
    assert data["text"].startswith("Tide\n\n“We open,” she said.\n\nFirst")
    assert (data["words"], data["reading_minutes"]) == (ARTICLE.words, 1)
    assert (data["quotes"][0]["block"], data["quotes"][0]["start"], data["quotes"][0]["end"]) == (1, 1, 9)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"source": 1}',
        b"\xff",
        KEPT[:-1],
        KEPT + b"\n",
        KEPT + b"\n" + b'{"blocks":5}',
        KEPT + b"\n" + b'{"blocks":[{"kind":"curse"}]}',
        KEPT.replace(b'"level":2', b'"level":"2"'),
        KEPT.replace(b"2026-03-01", b"2026-02-30"),
    ],
)
def test_bytes_that_are_no_article_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decode_article(data)


def test_an_article_is_read_and_written_as_the_first_libraries_hold_it() -> None:
    assert decode_article(KEPT) == ARTICLE
    assert encode_article(ARTICLE) == KEPT


def test_text_that_no_encoding_can_hold_is_written_with_a_mark_in_its_place() -> None:
    article = replace(ARTICLE, source="harbour\udcff.html")
    assert decode_article(encode_article(article)) == replace(ARTICLE, source="harbour?.html")
    assert to_json(article)["source"] == "harbour?.html"


def test_words_are_counted_in_scripts_without_spaces() -> None:
    japanese = Article("-", "", "", (Block(BlockKind.PARAGRAPH, "港は朝六時に開いた。 OK go"),))
    assert japanese.words == 7
