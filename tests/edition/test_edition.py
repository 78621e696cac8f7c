"""The first edition is whole, is ours, and leads nowhere."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pytest

from tui.article import Page
from tui.edition import first_edition

PAGES = first_edition()


def _text(page: Page) -> str:
    return page.body.decode("utf-8")


def _prose(page: Page) -> str:
    start = re.search(r'<div class="(story-body|article-content RichText)">', _text(page))
    end = re.search(r'<aside class="newsletter-box">|<div class="promo newsletter">', _text(page))
    assert start
    assert end
    body = re.sub(r"<figure>.*?</figure>", "", _text(page)[start.end() : end.start()], flags=re.DOTALL)
    return re.sub(r"<[^>]+>", "", body)


def test_there_are_eight_articles_and_the_welcome_is_the_first() -> None:
    assert len(PAGES) == 8
    assert "How to read Pullquote" in _text(PAGES[0])


def test_every_article_has_an_address_of_its_own() -> None:
    assert len({page.url for page in PAGES}) == len(PAGES)
    assert all(page.source == page.url for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url.rsplit("/", 1)[-1])
def test_every_address_in_a_page_leads_to_the_reserved_host(page: Page) -> None:
    hosts = {urlsplit(url).hostname for url in re.findall(r'(?:href|src|srcset)="(https?://[^" ]+)', _text(page))}
    assert hosts == {"first-edition.example"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url.rsplit("/", 1)[-1])
def test_every_article_is_worth_sitting_down_for(page: Page) -> None:
    prose = _prose(page)
    length = len(re.sub(r"\s", "", prose)) / 2 if 'lang="ja"' in _text(page) else len(prose.split())
    assert 450 <= length <= 1100


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url.rsplit("/", 1)[-1])
def test_the_structured_data_agrees_with_the_page(page: Page) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', _text(page), re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert data["mainEntityOfPage"] == page.url
    assert f"<title>{data['headline']} | {data['publisher']['name']}</title>" in _text(page)


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param(r"1 / 6</div>", id="a gallery's counter"),
        pytest.param(r"\(Ines Calloway/Harbour Trust via NTA\)</figcaption>", id="an agency at a caption's end"),
        pytest.param(r"“[^”<]*\"", id="a curly mark closed by a straight one"),
        pytest.param(r"“[^”<]*</p>\s*<p>“", id="a quotation over several paragraphs"),
        pytest.param(r",” said [A-Z][^<]*, “[a-z]", id="a split quotation"),
        pytest.param(r"” she said", id="a speaker who is a pronoun"),
        pytest.param(r"<table>", id="a table"),
        pytest.param(r"<pre><code", id="code"),
        pytest.param(r"<blockquote>", id="a block quote"),
        pytest.param(r"<ol>", id="an ordered list"),
        pytest.param(r"<ul>\s*<li>a brass", id="a bulleted list in the body"),
        pytest.param(r"\(NTA\) — ", id="a dateline"),
        pytest.param(r"「", id="another script"),
        pytest.param(r"„", id="another language's marks"),
        pytest.param(r"Recommended Videos", id="furniture"),
        pytest.param(r"Skip to main content", id="a skip link"),
    ],
)
def test_the_edition_shows(sign: str) -> None:
    assert any(re.search(sign, _text(page)) for page in PAGES)
