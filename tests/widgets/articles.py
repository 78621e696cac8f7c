"""Articles to set, about a town that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace

from tui.article.model import Article, Block, BlockKind, Figure, Mark, MarkKind, Place, Quote, QuoteKind

if TYPE_CHECKING:
    from tui.widgets.articleview import ArticleView

FIRST = "The river Orla rose again on Tuesday. “We have carried the piano upstairs twice,” said Ana Ruiz of the ferry."
SECOND = "The full report, all of its nine hundred pages, calls the levee “a promise written in mud” — and a dear one."


def select(view: ArticleView, place: Place) -> None:
    """Select ``place``, as a drag over it would."""
    item = place.block + len(view.head)
    view._select((item, place.start), (item, place.end))


def sample() -> Article:
    """Return an article with one of everything."""
    link = SECOND.index("full report")
    blocks = (
        Block(BlockKind.PARAGRAPH, FIRST),
        Block(
            BlockKind.PARAGRAPH,
            SECOND,
            (Mark(link, link + 11, MarkKind.LINK, "https://water.example/report"),),
        ),
        Block(BlockKind.HEADING, "What the gauges say", level=2),
        Block(BlockKind.ITEM, "the weir: 4.2 metres and rising since the small hours of the morning", level=1),
        Block(BlockKind.ITEM, "the harbour: not read", level=1, number=12),
        Block(BlockKind.TABLE, "Gauge\tMonday\tNote\nWeir\t3.9\trising\nFerry\t2.8\tsteady", header_rows=1),
        Block(BlockKind.QUOTE, "Water is patient. It has read every plan we made.", level=1),
        Block(BlockKind.RULE),
        Block(BlockKind.CODE, "def level(rain):\n\treturn 2.7 + rain / 31"),
        Block(BlockKind.PARAGRAPH, "在河边的小镇上，人们已经习惯了等待。水总会退的，只是我们不知道是哪一天。"),
        *(
            Block(BlockKind.PARAGRAPH, f"Year {year}. " + "The town has long stopped arguing. " * 5)
            for year in range(30)
        ),
    )
    quotes = tuple(
        Quote(
            words,
            QuoteKind.DIRECT,
            (Place(block, text.index(words), text.index(words) + len(words)),),
            speaker,
            "",
            cue,
        )
        for block, text, words, speaker, cue in (
            (0, FIRST, "We have carried the piano upstairs twice,", "Ana Ruiz", "said"),
            (1, SECOND, "a promise written in mud", "", ""),
        )
    )
    figures = (
        Figure(1, 2, 1, "https://orla.example/1.jpg", caption="The ferry house", credit="Mira Okafor"),
        Figure(2, 2, 20, "", alt="A man measures a wall"),
    )
    return Article(
        "orla",
        "https://orla.example/levee",
        "A Town Moves Its Pianos",
        blocks,
        figures=figures,
        quotes=quotes,
        site="Orla Post",
    )


def hostile() -> Article:
    """Return an article whose every text would like to be something else."""
    nasty = "[@click=app.bell]x[/] [red] \\[b] {0} %s"
    base = sample()
    figures = tuple(replace(figure, caption=nasty, credit=nasty) for figure in base.figures)
    quotes = tuple(replace(quote, speaker=nasty, cue=nasty, text=nasty) for quote in base.quotes)
    blocks = tuple(replace(block, text=nasty + block.text, marks=()) for block in base.blocks)
    return replace(base, title=nasty, standfirst=nasty, site=nasty, blocks=blocks, figures=figures, quotes=quotes)


WORDS = st.text(alphabet="abc dé水“”—-’., \n👍🏽é", min_size=1, max_size=200)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Make an article of a few blocks of any kind with text in them."""
    kinds = [kind for kind in BlockKind if kind not in (BlockKind.RULE, BlockKind.TABLE)]
    blocks = []
    for text in draw(st.lists(WORDS, min_size=1, max_size=8)):
        kind = draw(st.sampled_from(kinds))
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        blocks.append(Block(kind, text, (Mark(start, end, MarkKind.STRONG),), level=draw(st.integers(1, 6))))
    return Article("made", "", draw(st.sampled_from(["", "A title of some words"])), tuple(blocks))
