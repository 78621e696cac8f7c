from __future__ import annotations

import re
from datetime import UTC, datetime

import lxml.html
import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

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


HOSTILE = replace(
    ARTICLE,
    title="Odds | ends }} [[of]] <b>the</b> *sea* </ref>",
    url="https://ness.example/a_(b)|c[d]{e}?x=1&y=<2>",
    blocks=(Block(BlockKind.PARAGRAPH, "He read “[x](y) <i>*now*</i> | }}” aloud to us."),),
)
READ_ALOUD = Quote("[x](y) <i>*now*</i> | }}", QuoteKind.DIRECT, (Place(0, 9, 33),), "Mira <Holt>")


def test_markdown_gives_back_words_and_link_when_it_is_read() -> None:
    tokens = MarkdownIt("commonmark").parse(cite(HOSTILE, "markdown", quote=READ_ALOUD))
    assert tokens[0].type == "blockquote_open"
    words, source = (token.children or [] for token in tokens if token.type == "inline")
    assert "".join(one.content for one in words) == "“[x](y) <i>*now*</i> | }}”"
    assert "".join(one.content for one in source) == f"— Mira <Holt>, {HOSTILE.title}, The Ness Post, 3 September 2026"
    assert {one.type for one in (*words, *source)} == {"text", "link_open", "link_close"}


def test_html_gives_back_words_and_link_when_it_is_read() -> None:
    tree = lxml.html.fragment_fromstring(cite(HOSTILE, "html", quote=READ_ALOUD))
    assert tree.findtext("p") == "“[x](y) <i>*now*</i> | }}”"
    link = tree.find("footer/a")
    assert link is not None
    assert link.text == HOSTILE.title
    assert link.get("href") == tree.get("cite")
    assert str(link.get("href")).startswith("https://ness.example/a_(b)|c[d]%7Be%7D?x=1&y=%3C2%3E#:~:text=")


def test_nothing_in_a_wiki_reference_ends_it_early() -> None:
    reference = cite(HOSTILE, "wiki", quote=READ_ALOUD)
    assert reference.startswith(
        "<ref>{{cite news |url=https://ness.example/a_(b)%7Cc%5Bd%5D%7Be%7D?x=1&y=%3C2%3E |title="
    )
    body = reference.removeprefix("<ref>{{cite news |").removesuffix("}}</ref>")
    assert [field.partition("=")[0] for field in body.split(" |")] == [
        "url",
        "title",
        "work",
        "author1",
        "author2",
        "date",
        "quote",
    ]
    assert not re.search(r"[\[\]{}<>]", body)


def test_nothing_in_an_org_link_ends_it_early() -> None:
    block = cite(HOSTILE, "org", quote=READ_ALOUD)
    found = re.search(r"\[\[([^][]+)\]\[([^][]+)\]\]", block)
    assert found
    assert found[1].startswith("https://ness.example/a_(b)%7Cc%5Bd%5D%7Be%7D?x=1&y=%3C2%3E#:~:text=")
    assert found[2] == HOSTILE.title.replace("[", "(").replace("]", ")")


def test_an_unknown_style_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="apa"):
        cite(ARTICLE, "vancouver")


def test_a_caption_is_copied_bare_or_with_credit_and_source() -> None:
    figure = Figure(1, 1, 0, "", alt="A quay", caption="The quay at six.", credit="Bo Lind/NPA")
    assert caption_text(figure) == "The quay at six."
    assert caption_text(figure, ARTICLE).startswith("The quay at six. (Bo Lind/NPA)\nAda B. Marsh and Odd Lund, ")
    assert caption_text(replace(figure, caption="")) == "A quay"
    assert caption_text(replace(figure, caption="<Quay>"), ARTICLE, "html").startswith(
        '<p>&lt;Quay&gt; (Bo Lind/NPA)</p>\n<a href="https://ness.example/harbour">'
    )
    mine = caption_text(figure, ARTICLE, "mine", {"mine": "{site}"})
    assert mine == "The quay at six. (Bo Lind/NPA)\nThe Ness Post"
