"""Our links, opened by a real browser on the pages that they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.end_to_end.terminal import need
from tests.exchange.chromium import Chromium
from tests.exchange.quoted_pages import PAGES, QuotedPage
from tests.loopback import Site
from tui.article import Article, Page
from tui.exchange import passage_link
from tui.extract import extract_article
from tui.quotes import add_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

Box = tuple[float, float, float, float]

RANGES = """(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT), ranges = [];
  let range = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.startsWith("q")) { range = document.createRange(); range.setStartAfter(node); }
    if (node.data.startsWith("/q")) { range.setEndBefore(node); ranges.push(range); }
  }
  return ranges.map(one => ({
    words: one.toString(),
    boxes: Array.from(one.getClientRects(), box => [box.left, box.top, box.right, box.bottom]),
  }));
})()"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    browser = Chromium(need("chromium"), tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


def highlighted(picture: Image.Image) -> Image.Image:
    """Return a mask of what the browser marks as the target."""
    red, green, blue = picture.split()
    light = ImageChops.multiply(red.point(lambda v: 255 * (v > 200)), blue.point(lambda v: 255 * (v > 200)))
    return ImageChops.multiply(light, green.point(lambda v: 255 * (v < 60)))


def share(mask: Image.Image, boxes: list[Box]) -> float:
    """Return which part of ``boxes`` is in the window and marked."""
    area = Image.new("L", (mask.width, 20_000))
    pen = ImageDraw.Draw(area)
    for left, top, right, bottom in boxes:
        if right - left >= 2:
            pen.rectangle((left + 1, top + 3, right - 2, bottom - 4), fill=255)
    seen = ImageChops.multiply(mask, area.crop((0, 0, *mask.size)))
    return count(seen) / max(1, count(area))


def count(mask: Image.Image) -> int:
    return mask.histogram()[255]


def outside(mask: Image.Image, boxes: list[Box]) -> int:
    """Return how many points are marked that belong to none of ``boxes``."""
    rest = mask.copy()
    pen = ImageDraw.Draw(rest)
    for left, top, right, bottom in boxes:
        pen.rectangle((left - 12, top - 1, right + 12, bottom + 1), fill=0)  # its own marks may be marked too
    return count(rest)


def article_of(page: QuotedPage, address: str) -> Article:
    return add_quotes(extract_article(Page(address, address, page.html().encode(), "text/html", "utf-8")))


def faults_on(chromium: Chromium, site: Site, page: QuotedPage) -> tuple[int, list[str]]:
    """Return how many quotations were opened, and what was wrong with which."""
    address = site.page(f"/{page.language}", page.html())
    article = article_of(page, address)
    seen, faults = 0, []
    for number, quote in enumerate(article.quotes):
        link = passage_link(article, quote.parts)
        chromium.open(link.replace("#", f"?{number}#"))
        ranges = chromium.run(RANGES)
        words = [article.blocks[part.block].text[part.start : part.end] for part in quote.parts]
        boxes: list[list[Box]] = []
        for piece in words:
            seen = next(i for i in range(seen, len(ranges)) if same(ranges[i]["words"], piece)) + 1
            boxes.append([tuple(box) for box in ranges[seen - 1]["boxes"]])
        mask = highlighted(chromium.picture())
        marked = share(mask, boxes[0])
        stray = outside(mask, [box for one in boxes for box in one])
        if marked < 0.95 or stray > 200:
            faults.append(f"{words} by {link}: {marked:.0%} of it marked, {stray} points elsewhere")
    return len(article.quotes), faults


def same(one: str, other: str) -> bool:
    """Whether the words are the same, wherever the mark before the closing quotation mark stands."""
    return [char for char in one if char.isalnum()] == [char for char in other if char.isalnum()]


@pytest.mark.parametrize(
    ("page", "least"), zip(PAGES, (16, 8, 12, 5, 3, 3, 3), strict=True), ids=lambda v: getattr(v, "title", v)
)
def test_a_link_opens_the_page_at_that_sentence(chromium: Chromium, site: Site, page: QuotedPage, least: int) -> None:
    opened, faults = faults_on(chromium, site, page)
    assert not faults, "\n".join(faults)
    assert opened >= least
