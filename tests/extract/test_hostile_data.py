"""What a page says of itself for machines may be broken, endless, of another kind than it should be, or a lie."""

from __future__ import annotations

import json
import random
import time

import pytest

from tests.extract.pages import STORY, extract, page
from tui.article import Article
from tui.errors import Unreadable

H1 = "<h1>Crane leans over the harbour</h1>"
SECONDS = 6
"""Of CPU that any of these pages may take; the child that extracts is given nine."""

FIELDS = (
    "@type",
    "@id",
    "@graph",
    "headline",
    "name",
    "author",
    "creator",
    "publisher",
    "datePublished",
    "dateModified",
    "dateCreated",
    "articleBody",
    "image",
    "description",
    "keywords",
    "inLanguage",
    "mainEntityOfPage",
    "url",
    "articleSection",
)
DEEP = 40_000
LIES: dict[str, object] = {
    "nothing": None,
    "a number": -1,
    "more than a number": 10**300,
    "no number": float("nan"),
    "true": True,
    "an empty text": "",
    "half a letter": "\ud800 Marsh",
    "control characters": "Edda\x00\x1b[2J\u202e Marsh",
    "markup": "<script>alert(1)</script><b>Edda Marsh</b>&lt;img src=x&gt;",
    "a script's address": "javascript:alert(1)",
    "a day that never was": "2026-02-30T99:99:99+99:99",
    "a day to come": "2999-01-01",
    "the year nought": "0000-00-00",
    "moments since 1970": 99999999999999999999,
    "a list of lists": [[["Edda"], []], [None, 1, {}]],
    "an object of objects": {"name": {"name": {"@value": ["Edda"]}}},
    "a pointer to nowhere": {"@id": {"@id": []}},
    "a pointer to itself": {"@id": "#me"},
    "a long list": ["Edda Marsh"] * 20_000,
    "a list of objects": [{"@type": ["Person", 7, None], "name": n} for n in range(5_000)],
    "a long text": "crane " * 30_000,
    "long brackets": "(" * 100_000,
    "long commas": "Marsh, " * 20_000,
    "long bars": "A | " * 20_000,
    "long blanks": " " * 200_000,
}


def told(html: str) -> Article | str:
    """Return the article, or the sentence that says why there is none."""
    try:
        return extract(html)
    except Unreadable as error:
        return str(error)


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize("lie", LIES)
def test_no_value_in_any_field_of_json_ld_stops_the_story(lie: str) -> None:
    begin = time.process_time()
    for field in FIELDS:
        node = {"@type": "NewsArticle", "@id": "#me", "headline": "Crane leans", field: LIES[lie]}
        article = told(page(H1, ld(json.dumps(node))))
        assert isinstance(article, Article)
        assert "forty people clapped" in article.text
        assert "\x1b" not in f"{article.title}{article.authors}{article.tags}{article.standfirst}"
    assert time.process_time() - begin < SECONDS * 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '{"@type":"NewsArticle",',
        '{"@type":"NewsArticle","headline":"Crane leans" "author":"Edda Marsh"}',
        "{'@type':'NewsArticle'}",
        '{"@type":"NewsArticle","headline":"Crane',
        "<!-- {} -->" * 2_000,
        '{"a":' * DEEP,
        "[" * DEEP + "]" * DEEP,
        '{"@graph":[' * 900 + "]}" * 900,
        '{"n":' + "9" * 10_000 + "}",
        '{"@type":"NewsArticle"}' * 5_000,
        "\x00\x01",
        '"' + "\\u0000" * 10_000 + '"',
        '{"a":1,' * 2 + '"b":2,}' + "," * 100_000,
        "\\" * 100_000,
    ],
)
def test_broken_json_ld_stops_nothing(text: str) -> None:
    begin = time.process_time()
    article = told(page(H1, ld(text)))
    assert isinstance(article, Article)
    assert "forty people clapped" in article.text
    assert article.title == "Crane leans over the harbour"
    assert time.process_time() - begin < SECONDS


@pytest.mark.parametrize(
    "script",
    [
        "var a = [" + '{"caption":"x",' * 20_000,
        'a=["' * 50_000 + '"caption"',
        "window.a = {" + '"caption": [' * DEEP,
        'JSON.parse("' + '\\"caption\\"' * 50_000,
        "JSON.parse('" + "\\'" * 100_000 + '"caption"',
        '="caption"{"' * 30_000,
        "x = {undefined: " * 10_000 + '"caption"',
    ],
)
def test_a_script_that_never_ends_its_data_takes_no_time_for_it(script: str) -> None:
    begin = time.process_time()
    gallery = "<div class=gallery><p>1 / 24</p></div>"
    for html in (page(H1 + gallery, f"<script>{script}</script>"), f"<script>{script}</script><div id=root></div>"):
        assert told(html)
    assert time.process_time() - begin < SECONDS


def test_another_article_s_json_ld_gives_neither_headline_nor_story() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Ferry to Low Ferry is late",
        "url": "https://globe.example/ferry",
        "articleBody": "The ferry to Low Ferry was late. Nobody minded it. " * 40,
    }
    article = extract(page(H1, ld(json.dumps(other))))
    assert article.title == "Crane leans over the harbour"
    assert "Nobody minded it" not in article.text


def test_of_several_articles_the_page_s_own_is_heard() -> None:
    other = {"@type": "NewsArticle", "headline": "Ferry is late", "author": "Bo Lind", "datePublished": "2020-01-01"}
    own = {"@type": "NewsArticle", "headline": "Crane leans over the harbour", "author": "Edda Marsh"}
    head = "<title>Crane leans over the harbour</title>" + ld(json.dumps([other, own, other]))
    article = extract(page(H1, head))
    assert article.authors == ("Edda Marsh",)
    assert article.published is None


def test_mutated_json_ld_raises_nothing() -> None:
    chance = random.Random(2026)
    node = {
        "@graph": [
            {"@type": "Person", "@id": "#p", "name": "Edda Marsh"},
            {
                "@type": "NewsArticle",
                "headline": "Crane leans",
                "author": [{"@id": "#p"}],
                "image": [{"url": "/a.jpg"}],
            },
        ]
    }
    text = json.dumps(node)
    for _ in range(300):
        at = chance.randrange(len(text))
        part = chance.choice(["", "{", "}", "[", "]", '"', ",", ":", "null", "\\", "\\ud800", "1e999", "/*"])
        assert told(page(H1, ld(text[:at] + part + text[at + chance.randrange(9) :])))


def test_metadata_without_end_are_read_in_time() -> None:
    begin = time.process_time()
    head = '<meta property="article:author" content="Edda Marsh, Bo Lind">' * 20_000
    head += '<meta name="x-publish-date" content="no day">' * 20_000
    assert told(page(H1, head, f"<p itemprop=author>{'Bo Lind, ' * 20_000}</p>{STORY}"))
    assert time.process_time() - begin < SECONDS


def test_a_long_body_told_beside_many_lines_is_compared_in_time() -> None:
    node = {"@type": "NewsArticle", "headline": "Crane leans", "articleBody": "a" * 399_000}
    lines = f"<p>{'a' * 59}b the crane.</p>" * 12_000
    begin = time.process_time()
    assert told(f"{ld(json.dumps(node))}<article>{H1}{STORY}{lines}</article>")
    assert time.process_time() - begin < SECONDS
