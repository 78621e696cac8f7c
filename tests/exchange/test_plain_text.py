from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from tui.article import Article, Block, BlockKind
from tui.exchange import article_markdown, article_text
from tui.exchange.wrapping import cells, wrap
from tui.widgets.heading import head_of

EXPECTED = """\
River leaves Lower Wexcombe, and takes
its bridge along

A town counts what the night has cost.

By Jana Malá and Piet van der Veen · The
Wexcombe Gazette · 3 March 2026, 14:05
UTC

https://gazette.example/flood

What the river left
-------------------

LOWER WEXCOMBE – “The old bridge is
closed,” said Orla Finn, the mayor of
Lower Wexcombe. “We will not open it
before spring.”

• Sandbags at the mill
  3. Pumps at the school, which the
     county has lent for the winter

> Water always comes back.

Gauge  Metres
─────  ──────
Mill   3.4
Weir   2.9

    level = 3.4
    if level > 3:
        warn()

* * *

She called the forecast “wishful”.

Pictures
--------

[1/2] The bridge on Monday morning.
      Credit: Ada Holm/Wex

[2/2] Without a caption; described as “A
      pump”

Quotations
----------

“The old bridge is closed. We will not
open it before spring.”
    — Orla Finn

“wishful”
    — Orla Finn
"""


def test_an_article_is_set_as_a_person_reads_it(flood: Article) -> None:
    assert article_text(flood, width=40) == EXPECTED


@given(data=st.data(), width=st.integers(0, 90))
@settings(max_examples=60, deadline=None)
def test_every_article_fits_the_width_and_keeps_its_words(
    any_article: st.SearchStrategy[Article], data: st.DataObject, width: int
) -> None:
    article = data.draw(any_article)
    lines = article_text(article, width=width).split("\n")
    room = max(width, 10)
    loose = {BlockKind.CODE, BlockKind.TABLE}
    if not any(block.kind in loose for block in article.blocks) and not article.figures:
        for line in lines:
            assert wcswidth(line) <= room or line == article.address
    shown = "".join("".join(lines).split())
    for block in article.blocks:
        if block.kind is not BlockKind.TABLE:
            for word in block.text.split():
                assert word in shown or block.kind is BlockKind.QUOTE


@given(text=st.text(st.sampled_from("ab é橋。「」😀👩\u200d👧 \n-"), max_size=60), width=st.integers(4, 30))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


def test_wide_characters_count_two_cells_and_lines_break_between_them() -> None:
    assert wrap("橋は閉まっていますと市長は言った", 10) == ["橋は閉まっ", "ていますと", "市長は言っ", "た"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    lines = wrap("彼は「橋は閉まっています。」と「市長」に言った、そして去った。", 12)
    assert not any(line[0] in "。」、" or line[-1] == "「" for line in lines)


def test_a_table_too_wide_gives_way_where_it_is_widest() -> None:
    text = "Place\tWhat happened there during the night of the flood\nMill\tThe pumps failed twice before dawn came"
    body = (Block(BlockKind.TABLE, text, header_rows=1),)
    shown = article_text(Article("-", "", "T", body), width=30)
    assert all(cells(line) <= 30 for line in shown.split("\n"))
    assert "Mill   The pumps failed twice" in shown


def test_a_table_with_wide_characters_keeps_its_columns() -> None:
    body = (Block(BlockKind.TABLE, "市\t人口\n東京\t14\nBrno\t0.4", header_rows=1),)
    assert "東京  14\nBrno  0.4" in article_text(Article("-", "", "T", body), width=40)


def test_a_standfirst_that_opens_the_body_stands_once() -> None:
    lead, story = "A bridge waits for its river", "LOW QUAY – The river is late, said the bridge keeper."
    article = Article(
        source="quay.html",
        url="",
        title="Late again",
        standfirst=lead,
        dateline="LOW QUAY",
        blocks=(Block(BlockKind.HEADING, lead, level=2), Block(BlockKind.PARAGRAPH, story)),
    )
    for printed in (article_text(article, width=80), article_markdown(article)):
        assert printed.count(lead) == 1
        assert printed.count("LOW QUAY") == 1
    assert [line.face for line in head_of(article)] == ["title", "byline"]
