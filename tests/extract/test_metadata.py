from __future__ import annotations

import json

import pytest

from tests.extract.pages import extract, page
from tui.article import Page
from tui.extract import explain_extraction
from tui.extract.scriptjson import read_json

H1 = "<h1>Crane leans over the harbour</h1>"


def ld(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def test_json_ld_of_another_story_says_nothing_of_this_one() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Ferry strike ends",
        "author": "Bo Lind",
        "datePublished": "2020-01-01",
        "description": "A strike.",
        "image": "/x.jpg",
        "articleBody": "x",
    }
    own = {"@type": "NewsArticle", "headline": "Crane leans over the harbour", "author": "Edda Marsh"}
    head = "<title>Crane leans over the harbour</title>" + ld(other, own)
    article = extract(page(H1, head))
    assert article.authors == ("Edda Marsh",)
    assert article.published is None


def test_of_two_stories_in_json_ld_the_one_with_the_page_s_address_is_its_own() -> None:
    other = {"@type": "NewsArticle", "headline": "A", "author": "Bo Lind", "datePublished": "2020-01-01"}
    own = {"@type": "NewsArticle", "author": "Edda Marsh", "mainEntityOfPage": {"@id": "https://globe.example/crane"}}
    head = '<link rel=canonical href="https://globe.example/crane/">' + ld(other, own)
    assert extract(page(H1, head)).authors == ("Edda Marsh",)


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type":"NewsArticle","author":"Edda Marsh",}',
        '<!-- {"@type":"NewsArticle","author":"Edda Marsh"} -->',
        '{"@type":"NewsArticle","author":"Edda Marsh"};',
        '{"@type":"NewsArticle","author":"Edda Marsh","description":"a \\d b"}',
        '{"@type":"NewsArticle","author":"Edda Marsh","description":"a\nb"}',
        '{"@type":"NewsArticle","author":"Edda Marsh"}{"@type":"Person"}',
    ],
)
def test_json_that_pages_break_is_mended(broken: str) -> None:
    value = read_json(broken)
    assert isinstance(value, dict)
    assert value["author"] == "Edda Marsh"


@pytest.mark.parametrize("broken", ["", "{", "null", "[" * 5000, '{"a":'])
def test_json_that_cannot_be_mended_says_nothing(broken: str) -> None:
    assert read_json(broken) is None


ODD: tuple[object, ...] = (
    None,
    0,
    True,
    "",
    [],
    {},
    [[]],
    [{}],
    {"@id": 5},
    {"name": [1, None]},
    "http://[bad",
    {"url": "http://[bad"},
)


@pytest.mark.parametrize("odd", ODD)
def test_json_ld_with_a_value_of_any_shape_costs_no_article(odd: object) -> None:
    keys = "headline author creator datePublished dateModified image publisher description keywords inLanguage @id url"
    node = {"@type": ["NewsArticle", 5], "associatedMedia": [odd, odd], **dict.fromkeys(keys.split(), odd)}
    figure = (
        "<div class=gallery>1 / 5<figure><img src=/p/crane.jpg><figcaption>A crane leans.</figcaption></figure></div>"
    )
    article = extract(page(f"{H1}<div class=gallery>1 / 5{figure}</div>", ld(node, node)))
    assert article.title == "Crane leans over the harbour"
    assert [item.caption for item in article.figures] == ["A crane leans."]


def test_the_page_s_own_names_for_itself_are_read() -> None:
    head = (
        '<meta property="og:site_name" content="The Globe"><link rel=canonical href="/crane?x=1">'
        '<meta name=keywords content="harbour, cranes, harbour"><meta name=description content="A &amp;amp; B lean.">'
    )
    article = extract(page(H1, head).replace("lang=en", "lang=pt_BR"))
    assert article.site == "The Globe"
    assert article.canonical_url == "https://globe.example/crane?x=1"
    assert article.tags == ("harbour", "cranes")
    assert article.standfirst == "A & B lean."
    assert article.language == "pt-BR"


def test_it_is_told_where_headline_and_authors_come_from_and_what_is_a_caption() -> None:
    figure = "<figure><img src=/p/crane.jpg><figcaption>A crane leans over the quay.</figcaption></figure>"
    html = page(f"{H1}<p>By Edda Marsh</p>{figure}")
    decisions = explain_extraction(Page("x", "https://globe.example/a", html.encode(), "text/html"))[1]
    told = {(decision.rule, decision.text) for decision in decisions}
    assert ("headline on the page", "Crane leans over the harbour") in told
    assert ("authors by opening", "Edda Marsh") in told
    assert ("caption", "A crane leans over the quay.") in told


def test_a_page_without_a_name_goes_by_its_host() -> None:
    assert extract(page(H1), "https://www.globe.example/a").site == "globe.example"
