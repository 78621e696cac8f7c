"""Articles of every kind, as Hypothesis makes them, and one that a person could read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import strategies as st

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
    clean_line,
    clean_text,
)

TEXT = st.one_of(
    st.text(st.sampled_from("ab éž.,'\"“”‘’*_`[]()<>&;#-+=~|\\!1\n橋。「」😀"), max_size=24),
    st.text(max_size=24),
    st.sampled_from(["[@click=app.bell]x[/]", "1. one", "- dash", "&amp;", "***", "a_b_c", "http://x.example/_a_"]),
).map(clean_text)
LINE = TEXT.map(clean_line)
URL = st.sampled_from(["https://gazette.example/a", "http://x.example/b_(c)?d=1&copy;#e", "https://пример.example/ž"])
MOMENT = st.one_of(
    st.none(),
    st.datetimes(timezones=st.just(UTC)),
    st.just(datetime(2026, 3, 3, 14, 5, tzinfo=timezone(timedelta(hours=5, minutes=45)))),
)
KINDS_WITH_MARKS = [kind for kind in BlockKind if kind not in (BlockKind.CODE, BlockKind.RULE)]


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    if kind is BlockKind.RULE:
        return Block(kind)
    text = draw(TEXT)
    if kind is BlockKind.TABLE:
        text = "\n".join(
            "\t".join(draw(st.lists(LINE, min_size=1, max_size=3))) for _ in range(draw(st.integers(1, 3)))
        )
    level = draw(st.integers(1, 3)) if kind in (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE) else 0
    number = draw(st.one_of(st.none(), st.integers(0, 12))) if kind is BlockKind.ITEM else None
    head = draw(st.integers(0, 1)) if kind is BlockKind.TABLE else 0
    marks = draw(st.lists(marks_within(text), max_size=4)) if text and kind in KINDS_WITH_MARKS else []
    return Block(kind, text, tuple(sorted(marks, key=lambda mark: mark.start)), level, number, head)


@st.composite
def marks_within(draw: st.DrawFn, text: str) -> Mark:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    kind = draw(st.sampled_from(MarkKind))
    return Mark(start, end, kind, draw(URL) if kind is MarkKind.LINK else "")


@st.composite
def quotes_within(draw: st.DrawFn, body: tuple[Block, ...]) -> Quote:
    index = draw(st.sampled_from([number for number, block in enumerate(body) if block.text]))
    text = body[index].text
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Quote(
        text=text[start:end],
        kind=draw(st.sampled_from(QuoteKind)),
        parts=(Place(index, start, end),),
        speaker=draw(LINE),
        speaker_as_written=draw(LINE),
        cue=draw(LINE),
        confidence=draw(st.floats(0, 1)),
        context=draw(LINE),
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    total = draw(st.integers(1, 30))
    return Figure(
        position=draw(st.integers(1, total)),
        total=total,
        block=0,
        src=draw(st.one_of(st.just(""), URL)),
        alt=draw(LINE),
        caption=draw(LINE),
        credit=draw(LINE),
        kind=draw(st.sampled_from(["image", "video"])),
        width=draw(st.integers(0, 9000)),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    body = tuple(draw(st.lists(blocks(), max_size=5)))
    quotes = draw(st.lists(quotes_within(body), max_size=3)) if any(block.text for block in body) else []
    url = draw(st.one_of(st.just(""), URL))
    return Article(
        source=url or "page.html",
        url=url,
        title=draw(LINE),
        blocks=body,
        standfirst=draw(LINE),
        authors=tuple(draw(st.lists(LINE.filter(bool), max_size=3))),
        site=draw(LINE),
        published=draw(MOMENT),
        updated=draw(MOMENT),
        dateline=draw(LINE),
        language=draw(st.sampled_from(["", "en", "fr", "pt-BR", "ja"])),
        tags=tuple(draw(st.lists(LINE, max_size=2))),
        figures=tuple(draw(st.lists(figures(), max_size=3))),
        quotes=tuple(quotes),
        warnings=tuple(draw(st.lists(LINE, max_size=2))),
    )


@pytest.fixture(scope="session")
def any_article() -> st.SearchStrategy[Article]:
    return articles()


@pytest.fixture(scope="session")
def any_block() -> st.SearchStrategy[Block]:
    return blocks()


@pytest.fixture(scope="session")
def any_text() -> st.SearchStrategy[str]:
    return TEXT


BODY = (
    Block(BlockKind.HEADING, "What the river left", level=2),
    Block(
        BlockKind.PARAGRAPH,
        "“The old bridge is closed,” said Orla Finn, the mayor of Lower Wexcombe. “We will not open it before spring.”",
        (Mark(33, 42, MarkKind.LINK, "https://gazette.example/finn"), Mark(57, 71, MarkKind.EMPHASIS)),
    ),
    Block(BlockKind.ITEM, "Sandbags at the mill", level=1),
    Block(BlockKind.ITEM, "Pumps at the school, which the county has lent for the winter", level=2, number=3),
    Block(BlockKind.QUOTE, "Water always comes back.", level=1),
    Block(BlockKind.TABLE, "Gauge\tMetres\nMill\t3.4\nWeir\t2.9", header_rows=1),
    Block(BlockKind.CODE, "level = 3.4\nif level > 3:\n    warn()", language="python"),
    Block(BlockKind.RULE),
    Block(BlockKind.PARAGRAPH, "She called the forecast “wishful”."),
)


def place(block: int, words: str) -> Place:
    start = BODY[block].text.index(words)
    return Place(block, start, start + len(words))


@pytest.fixture
def flood() -> Article:
    """An article about an invented town."""
    return Article(
        source="https://gazette.example/flood",
        url="https://gazette.example/flood",
        title="River leaves Lower Wexcombe, and takes its bridge along",
        blocks=BODY,
        standfirst="A town counts what the night has cost.",
        authors=("Jana Malá", "Piet van der Veen"),
        site="The Wexcombe Gazette",
        published=datetime(2026, 3, 3, 14, 5, tzinfo=UTC),
        dateline="LOWER WEXCOMBE",
        language="en",
        figures=(
            Figure(
                1, 2, 1, "https://gazette.example/1.jpg", "A bridge", "The bridge on Monday morning.", "Ada Holm/Wex"
            ),
            Figure(2, 2, 8, "", "A pump"),
        ),
        quotes=(
            Quote(
                "The old bridge is closed, We will not open it before spring.",
                QuoteKind.DIRECT,
                (place(1, "The old bridge is closed,"), place(1, "We will not open it before spring.")),
                speaker="Orla Finn",
                speaker_as_written="Orla Finn",
                cue="said",
                confidence=0.97,
            ),
            Quote("wishful", QuoteKind.PARTIAL, (place(8, "wishful"),), speaker="Orla Finn", speaker_as_written="She"),
        ),
    )
