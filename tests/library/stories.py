"""Articles about an invented place, and a strategy for any article at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from tui.article import Article, Block, BlockKind, Figure, Mark, MarkKind, Page, Place, Quote, QuoteKind
from tui.article.cleaning import clean_line, clean_text, clean_url

OPENING = "The ferry to Quill Island ran again on Monday after eleven days in the dock."
SAID = "We counted the hours, and then we counted the loaves"
SPOKEN = f"“{SAID},” said Marit Osk, who runs the only bakery on the island."
CLOSING = "A second boat will be hired for the winter, the harbour board said."


class Clock:
    """A clock that stands until it is told otherwise."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, span: timedelta) -> None:
        self.now += span


def story(
    slug: str = "ferry",
    title: str = "Ferry runs again",
    *,
    paragraphs: tuple[str, ...] = (OPENING, SPOKEN, CLOSING),
    **more: object,
) -> Article:
    """An article at https://tern.example/<slug>, with one quotation if Marit Osk speaks in it."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    fields: dict[str, object] = {
        "url": f"https://tern.example/{slug}",
        "site": "The Tern Post",
        "authors": ("Ida Holm",),
        "language": "en",
        "published": datetime(2026, 2, 14, 8, 0, tzinfo=UTC),
        "quotes": quotes_in(paragraphs),
        **more,
    }
    source = str(fields.pop("source", f"https://tern.example/{slug}"))
    return Article(source=source, title=title, blocks=blocks, **fields)  # type: ignore[arg-type]


def quotes_in(paragraphs: tuple[str, ...]) -> tuple[Quote, ...]:
    """What Marit Osk says in ``paragraphs``."""
    found = ((index, text.find(SAID)) for index, text in enumerate(paragraphs))
    return tuple(
        Quote(
            SAID,
            QuoteKind.DIRECT,
            (Place(index, start, start + len(SAID)),),
            speaker="Marit Osk",
            speaker_as_written="Marit Osk",
            cue="said",
            confidence=0.9,
        )
        for index, start in found
        if start >= 0
    )


def page_of(article: Article, body: bytes = b"<p>The ferry ran.</p>") -> Page:
    return Page(
        source=article.source,
        url=article.url,
        body=body,
        content_type="text/html",
        charset="utf-8",
        fetched_at=datetime(2026, 2, 28, 12, 0, 5, tzinfo=UTC),
        etag='"a1"',
        last_modified="Sat, 28 Feb 2026 11:00:00 GMT",
        warnings=("Cut short.",),
    )


lines = st.text(max_size=30).map(clean_line)
texts = st.text(max_size=60).map(clean_text)
moments = st.integers(-8_000_000_000, 8_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
addresses = st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9]{0,6}(\?[a-z]=[0-9])?", fullmatch=True).map(clean_url)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    text = draw(texts)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=2))
    marks = tuple(Mark(min(span), max(span), MarkKind.EMPHASIS) for span in sorted(map(sorted, spans)))
    return Block(draw(st.sampled_from(BlockKind)), text, marks, level=draw(st.integers(0, 6)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article that the vocabulary allows."""
    blocks = tuple(draw(st.lists(_blocks(), min_size=1, max_size=5)))
    wheres = draw(st.lists(st.integers(0, len(blocks) - 1), max_size=3))
    quotes = tuple(
        Quote(
            blocks[where].text,
            draw(st.sampled_from(QuoteKind)),
            (Place(where, 0, len(blocks[where].text)),),
            speaker=draw(lines),
            confidence=draw(st.sampled_from((0.0, 0.5, 1.0))),
        )
        for where in sorted(wheres)
    )
    figures = tuple(
        Figure(position, 2, 0, draw(addresses), caption=draw(lines), credit=draw(lines))
        for position in range(1, draw(st.integers(0, 2)) + 1)
    )
    address = draw(addresses)
    return Article(
        source=address,
        url=address,
        title=draw(lines),
        blocks=blocks,
        canonical_url=draw(st.sampled_from(("", address))),
        standfirst=draw(lines),
        authors=tuple(draw(st.lists(lines, max_size=2))),
        site=draw(lines),
        published=draw(st.none() | moments),
        language=draw(st.sampled_from(("", "en", "pt-BR", "zh"))),
        figures=figures,
        quotes=quotes,
    )
