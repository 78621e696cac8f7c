from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tui.article import Article, Block, BlockKind, Figure, Place, Quote, QuoteKind
from tui.errors import UsageError
from tui.exchange import STYLES, caption_text, cite

BODY = "“We open at six, and we close at noon,” said Mira Holt. The harbour of Ness has no clock but hers."
ARTICLE = Article(
    source="https://ness.example/harbour",
    url="https://ness.example/harbour",
    title="Harbour opens",
    blocks=(Block(BlockKind.PARAGRAPH, BODY), Block(BlockKind.PARAGRAPH, "No clock but hers. No clock but hers.")),
    authors=("Ada B. Marsh", "Odd Lund"),
    site="The Ness Post",
    published=datetime(2026, 9, 3, 9, 30, tzinfo=UTC),
)
QUOTE = Quote("We open at six, and we close at noon,", QuoteKind.DIRECT, (Place(0, 1, 38),), "Mira Holt")
BARE = replace(ARTICLE, authors=(), site="", published=None)

# By hand from the manuals: APA 7 (10.16), MLA 9 (5.31), Chicago 17 (14.191).
REFERENCES = {
    "apa": "Marsh, A. B., & Lund, O. (2026, September 3). Harbour opens. The Ness Post. https://ness.example/harbour",
    "mla": "Marsh, Ada B., and Odd Lund. “Harbour opens.” The Ness Post, 3 Sept. 2026, ness.example/harbour.",
    "chicago": "Marsh, Ada B., and Odd Lund. “Harbour opens.” The Ness Post, September 3, 2026. "
    "https://ness.example/harbour.",
}
BARE_REFERENCES = {
    "apa": "Harbour opens. (n.d.). https://ness.example/harbour",
    "mla": "“Harbour opens.” ness.example/harbour.",
    "chicago": "“Harbour opens.” https://ness.example/harbour.",
}


@pytest.mark.parametrize("style", sorted(REFERENCES))
def test_a_style_follows_its_manual_with_and_without_author_date_and_site(style: str) -> None:
    assert cite(ARTICLE, style) == REFERENCES[style]
    assert cite(BARE, style) == BARE_REFERENCES[style]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_carries_the_words_and_the_address(style: str) -> None:
    cited = cite(ARTICLE, style, quote=QUOTE)
    assert "We open at six, and we close at noon." in cited
    assert "ness.example/harbour" in cited


def test_plain_names_the_speaker_and_opens_at_the_sentence() -> None:
    assert cite(ARTICLE, quote=QUOTE) == (
        "“We open at six, and we close at noon.”\n— Mira Holt\nAda B. Marsh and Odd Lund, “Harbour opens”, "
        "The Ness Post, 3 September 2026, "
        "https://ness.example/harbour#:~:text=We%20open%20at%20six%2C%20and%20we%20close%20at%20noon%2C,-%E2%80%9D%20said%20Mira"
    )


def test_an_unknown_style_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="apa"):
        cite(ARTICLE, "vancouver")


def test_a_caption_is_copied_bare_or_with_credit_and_source() -> None:
    figure = Figure(1, 1, 0, "", alt="A quay", caption="The quay at six.", credit="Bo Lind/NPA")
    assert caption_text(figure) == "The quay at six."
    assert caption_text(figure, ARTICLE).startswith("The quay at six. (Bo Lind/NPA)\nAda B. Marsh and Odd Lund, ")
    assert caption_text(replace(figure, caption="")) == "A quay"
