"""What a CommonMark parser makes of our Markdown is what the article says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from tui.article import Article, Block, BlockKind, Mark, MarkKind
from tui.exchange import article_markdown
from tui.exchange.markdown_blocks import blocks_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HTML = {"strong": "strong", "em": "emphasis", "del": "strike", "sub": "subscript", "sup": "superscript"}
Said = list[tuple[str, frozenset[str]]]
"""The characters of a text that are no blanks, each with what is said of it."""


def read_inline(tokens: Iterable[Token]) -> Said:
    said: Said = []
    coat: list[str] = []
    for token in tokens:
        if token.type == "html_inline":
            name = HTML[token.content.strip("</>")]
            coat.remove(name) if token.content.startswith("</") else coat.append(name)
        elif token.nesting == 1:
            coat.append(f"link {token.attrs['href']}" if token.tag == "a" else HTML.get(token.tag, "strike"))
        elif token.nesting == -1:
            coat.pop()
        elif token.type in ("text", "code_inline"):
            extra = ["code"] if token.type == "code_inline" else []
            said += [(char, frozenset([*coat, *extra])) for char in token.content if not char.isspace()]
        else:
            assert token.type in ("softbreak", "hardbreak"), token.type
    return said


def read_markdown(text: str) -> list[tuple[str, Said]]:
    """Return the paragraphs that a parser finds, each with the chain of blocks that it stands in."""
    found: list[tuple[str, Said]] = []
    chain: list[str] = []
    for token in PARSER.parse(text):
        if token.type == "inline":
            found.append((" ".join(chain), read_inline(token.children or [])))
        elif token.type == "fence":
            found.append(("pre", [(char, frozenset()) for char in token.content if not char.isspace()]))
        elif token.type == "hr":
            found.append(("hr", []))
        elif token.nesting == 1:
            chain.append(token.tag)
        elif token.nesting == -1:
            chain.pop()
        else:
            raise AssertionError(token.type)
    return found


def said_by(block: Block, start: int = 0, end: int | None = None) -> Said:
    links = [mark for mark in block.marks if mark.kind is MarkKind.LINK]
    said: Said = []
    for at in range(start, len(block.text) if end is None else end):
        kinds = {mark.kind.value for mark in block.marks if mark.start <= at < mark.end}
        href = next((PARSER.normalizeLink(mark.href) for mark in links if mark.start <= at < mark.end), "")
        if href:
            kinds = kinds - {"link"} | {f"link {href}"}
        if not block.text[at].isspace():
            said.append((block.text[at], frozenset(kinds)))
    return said


def chain_of(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"h{max(2, block.level)}"
        case BlockKind.ITEM:
            return "ul li p" if block.number is None else "ol li p"
        case BlockKind.QUOTE:
            return "blockquote " * max(1, block.level) + "p"
        case BlockKind.CODE:
            return "pre"
        case BlockKind.RULE:
            return "hr"
        case _:
            return "p"


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_a_block_and_its_marks_come_back_from_the_parser(
    any_block: st.SearchStrategy[Block], data: st.DataObject
) -> None:
    block = data.draw(any_block.filter(lambda one: one.kind is not BlockKind.TABLE))
    markdown = "\n\n".join(blocks_markdown([block]))
    read = [(chain, said) for chain, said in read_markdown(markdown) if said or chain in ("hr", "pre")]
    expected = said_by(block)
    assert read == ([(chain_of(block), expected)] if expected or block.kind in (BlockKind.RULE, BlockKind.CODE) else [])


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_table_comes_back_from_the_parser_cell_by_cell(
    any_block: st.SearchStrategy[Block], data: st.DataObject
) -> None:
    block = data.draw(any_block.filter(lambda one: one.kind is BlockKind.TABLE))
    expected, at = [], 0
    for row in block.text.split("\n"):
        for cell in row.split("\t"):
            expected.append(said_by(block, at, at + len(cell)))
            at += len(cell) + 1
    read = [said for _, said in read_markdown("\n\n".join(blocks_markdown([block])))]
    assert [said for said in read if said] == [said for said in expected if said]


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_nothing_in_an_article_becomes_markup_of_its_own(
    any_article: st.SearchStrategy[Article], data: st.DataObject
) -> None:
    article = data.draw(any_article)
    plain = replace(article, blocks=(), quotes=(), figures=tuple(replace(one, src="") for one in article.figures))
    for chain, said in read_markdown(article_markdown(plain)):
        assert chain in ("h1", "h2", "p")
        kinds = {kind.partition(" ")[0] for _, coat in said for kind in coat}
        assert kinds <= {"strong", "link"}


def test_lists_nest_by_their_depth() -> None:
    items = [("one", 1, None), ("two", 2, 4), ("three", 3, None), ("four", 1, None)]
    blocks = [Block(BlockKind.ITEM, text, level=level, number=number) for text, level, number in items]
    assert [chain for chain, _ in read_markdown("\n\n".join(blocks_markdown(blocks)))] == [
        "ul li p",
        "ul li ol li p",
        "ul li ol li ul li p",
        "ul li p",
    ]


def test_an_article_reads_well_as_markdown(flood: Article) -> None:
    markdown = article_markdown(flood)
    assert markdown.startswith("# River leaves Lower Wexcombe, and takes its bridge along\n\n")
    assert "said [Orla Finn](https://gazette.example/finn), the mayor of _Lower Wexcombe_." in markdown
    assert "![A bridge](https://gazette.example/1.jpg)" in markdown
    assert "> “The old bridge is closed. We will not open it before spring.”\n>\n> — Orla Finn" in markdown
    assert "- Sandbags at the mill\n\n  3. Pumps" in markdown
    assert "```python\nlevel = 3.4\n" in markdown


def test_a_marked_word_inside_a_word_is_written_as_html() -> None:
    block = Block(BlockKind.PARAGRAPH, "unbelievable", (Mark(2, 7, MarkKind.EMPHASIS),))
    assert blocks_markdown([block]) == ["un<em>belie</em>vable"]
