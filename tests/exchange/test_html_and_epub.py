"""HTML and EPUB are well-formed, carry the pictures that are at hand, and have nothing of the web run or asked for."""

from __future__ import annotations

from base64 import standard_b64decode
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, Block, BlockKind, Figure, Mark, MarkKind
from tui.exchange.epub import article_epub
from tui.exchange.html import article_html
from tui.library import KeptPicture

XHTML = "{http://www.w3.org/1999/xhtml}"
NOON = datetime(2026, 10, 2, 12, tzinfo=UTC)
PICTURES = {"https://kell.example/1.jpg": KeptPicture(b"\xff\xd8\xffone", "image/jpeg", 8, 6)}


def story() -> Article:
    """Return an article with one of each block, two pictures, and text that would be markup."""
    text = "See <b>the report</b> & weep."
    blocks = (
        Block(BlockKind.PARAGRAPH, "First of all."),
        Block(BlockKind.HEADING, "What is left", level=2),
        Block(BlockKind.PARAGRAPH, text, (Mark(0, 3, MarkKind.LINK, 'https://kell.example/?a=1&b="2"'),)),
        Block(BlockKind.ITEM, "a boat", level=1),
        Block(BlockKind.ITEM, "its oars", level=2),
        Block(BlockKind.ITEM, "a net", level=1),
        Block(BlockKind.ITEM, "third", level=1, number=3),
        Block(BlockKind.QUOTE, "Water is patient.", level=2),
        Block(BlockKind.TABLE, "Gauge\tMonday\nWeir\t3.9", header_rows=1),
        Block(BlockKind.RULE),
        Block(BlockKind.CODE, "if a < b:\n\treturn"),
    )
    figures = (
        Figure(1, 2, 2, "https://kell.example/1.jpg", alt='A "boat"', caption="The boat", credit="Ole Brandt"),
        Figure(2, 2, 99, "https://kell.example/2.jpg", alt="<script>alert(1)</script>"),
    )
    return Article("k", "https://kell.example/boats?a=1&b=2", "Boats & nets", blocks, figures=figures, language="en")


def parsed(page: str) -> ET.Element:
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def test_the_page_shows_the_blocks_as_what_they_are() -> None:
    root = parsed(article_html(story(), PICTURES))
    assert root.get("lang") == "en"
    assert [one.text for one in root.iter(f"{XHTML}h1")] == ["Boats & nets"]
    assert next(one.get("href") for one in root.iter(f"{XHTML}a")) == 'https://kell.example/?a=1&b="2"'
    assert any("<b>the report</b> & weep." in "".join(one.itertext()) for one in root.iter(f"{XHTML}p"))
    inner = root.find(f".//{XHTML}ul/{XHTML}li/{XHTML}ul/{XHTML}li")
    assert inner is not None
    assert inner.text == "its oars"
    assert [one.text for one in root.iter(f"{XHTML}th")] == ["Gauge", "Monday"]
    assert root.find(f".//{XHTML}blockquote/{XHTML}blockquote/{XHTML}p") is not None
    assert "if a < b:\n\treturn" in "".join(root.itertext())


def test_a_picture_at_hand_is_in_the_page_where_it_stands_and_the_other_is_a_link() -> None:
    root = parsed(article_html(story(), PICTURES))
    (image,) = root.iter(f"{XHTML}img")
    assert standard_b64decode((image.get("src") or "").removeprefix("data:image/jpeg;base64,")) == b"\xff\xd8\xffone"
    assert image.get("alt") == 'A "boat"'
    body = next(iter(root.iter(f"{XHTML}article")))
    names = [one.tag.removeprefix(XHTML) for one in body]
    assert names.index("figure") == names.index("h2") + 1
    captions = ["".join(one.itertext()) for one in root.iter(f"{XHTML}figcaption")]
    assert captions == ["The boat 1/2 · Ole Brandt", "2/2"]
    assert "https://kell.example/2.jpg" in [one.get("href") for one in root.iter(f"{XHTML}a")]
    assert not list(root.iter(f"{XHTML}script"))


def test_the_book_is_what_a_reader_of_books_looks_for() -> None:
    with ZipFile(BytesIO(article_epub(story(), PICTURES, NOON))) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert book.read("mimetype") == b"application/epub+zip"
        assert book.testzip() is None
        package = ET.fromstring(book.read("book/package.opf"))
        named = {one.get("href") for one in package.iter("{http://www.idpf.org/2007/opf}item")}
        assert {f"book/{name}" for name in named} | {"mimetype", "META-INF/container.xml", "book/package.opf"} == set(
            book.namelist()
        )
        page = ET.fromstring(book.read("book/article.xhtml"))
        assert [one.get("src") for one in page.iter(f"{XHTML}img")] == ["1.jpg"]
        assert book.read("book/1.jpg") == b"\xff\xd8\xffone"
        ET.fromstring(book.read("book/contents.xhtml"))


@st.composite
def wild(draw: st.DrawFn) -> Article:
    """Make an article of any blocks with any text, marks that cross, and pictures anywhere."""
    blocks = []
    for text in draw(st.lists(st.text(max_size=40), max_size=8)):
        edges = st.integers(0, len(text))
        kinds = st.sampled_from(list(MarkKind))
        marks = [
            Mark(draw(edges), draw(edges), draw(kinds), draw(st.text(max_size=9)))
            for _ in range(draw(st.integers(0, 3)))
        ]
        kind, level = draw(st.sampled_from(list(BlockKind))), draw(st.integers(0, 5))
        blocks.append(Block(kind, text, tuple(mark for mark in marks if mark.end > mark.start), level))
    figures = tuple(
        Figure(number, 3, draw(st.integers(0, 9)), draw(st.text(max_size=5)), draw(st.text()), draw(st.text()))
        for number in range(1, draw(st.integers(1, 3)))
    )
    return Article("k", draw(st.text()), draw(st.text()), tuple(blocks), figures=figures, authors=(draw(st.text()),))


@given(wild())
def test_whatever_an_article_says_the_page_and_the_book_are_well_formed(article: Article) -> None:
    parsed(article_html(article, {}))
    with ZipFile(BytesIO(article_epub(article, {}, NOON))) as book:
        for name in book.namelist()[1:]:
            ET.fromstring(book.read(name))
