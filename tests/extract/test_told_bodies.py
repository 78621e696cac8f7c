"""Stories that the page does not show, or shows where nobody would look."""

from __future__ import annotations

import json

import pytest

from tests.extract.pages import STORY, extract
from tui.article import Page
from tui.extract import explain_extraction

SENTENCES = [paragraph.split("</p>")[0].replace("\n", " ") for paragraph in STORY.split("<p>")[1:]] * 2
SHELL = '<html><head><title>A crane leans</title>{script}</head><body><div id="root"></div></body></html>'


def scripts() -> dict[str, str]:
    blocks = [{"type": "paragraph", "text": sentence} for sentence in SENTENCES]
    state = {"props": {"pageProps": {"story": {"title": "A crane leans", "blocks": blocks, "id": 7}}}}
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "\n\n".join(SENTENCES)}
    markup = json.dumps("".join(f"<p>{sentence}</p>" for sentence in SENTENCES))
    return {
        "JSON-LD": f'<script type="application/ld+json">{json.dumps(told)}</script>',
        "app state": f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>',
        "assigned": f"<script>window.__STATE__ = {json.dumps(state)};</script>",
        "behind other words": f"<script>var on = 1; show({{}}); window.__STATE__={json.dumps(state)};go()</script>",
        "with what JSON has not": f'<script>var state = {json.dumps(state)[:-1]},"old":undefined,}};go();</script>',
        "written as a text": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(state))});</script>",
        "written in single quotes": f"<script>var s = JSON.parse('{json.dumps(state)}');</script>",
        "streamed": f"<script>self.__next_f.push([1,{markup}])</script>",
    }


@pytest.mark.parametrize("kind", list(scripts()))
def test_a_story_that_stands_only_in_the_page_s_data_is_read_from_there(kind: str) -> None:
    article = extract(SHELL.format(script=scripts()[kind]))
    assert article.blocks[0].text.startswith("The harbour of Cape Sorrow was closed on Monday")
    assert len(article.blocks) == len(SENTENCES)


def test_a_beginning_that_the_page_shows_is_taken_up_by_the_whole_story_in_its_data() -> None:
    shown = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:2])
    article = extract(f"<body><article>{shown}</article>{scripts()['JSON-LD']}</body>")
    assert len(article.blocks) == len(SENTENCES)


def test_data_about_another_story_do_not_replace_what_the_page_shows() -> None:
    other = {"@type": "NewsArticle", "articleBody": "The ferry to Low Ferry was late. Nobody minded it. " * 60}
    script = f'<script type="application/ld+json">{json.dumps(other)}</script>'
    text = extract(f"<body><article>{STORY}</article>{script}</body>").text
    assert "forty people clapped" in text
    assert "Nobody minded it" not in text


def test_readability_is_asked_where_our_choice_does_not_stand_below_the_headline() -> None:
    aside = "<p>The Cape Globe was founded in a shed by two brothers who could not agree on a name for it.</p>" * 7
    filler = "<p>Quay</p>" * 70
    html = (
        f"<html><head><title>A crane leans</title></head><body><h1>A crane leans</h1>"
        f'<div class="overlay-dialog"><div class="post">{STORY}</div></div>{filler}<div>{aside}</div></body></html>'
    )
    article, decisions = explain_extraction(Page("x", "https://globe.example/x", html.encode(), "text/html"))
    assert ("chosen", "readability") in [(decision.action, decision.rule) for decision in decisions]
    assert "forty people clapped" in article.text


def test_explaining_tells_what_was_chosen_what_was_dropped_and_by_which_rule() -> None:
    furniture = (
        "<div class=newsletter><p>A letter from the quay, every morning.</p></div><p>Read more: The other crane</p>"
    )
    html = f'<body><main class="story page"><h1>A crane leans</h1>{STORY}{furniture}{STORY}</main></body>'
    _, decisions = explain_extraction(Page("x", "https://globe.example/x", html.encode(), "text/html"))
    told = {(decision.action, decision.rule): decision.text for decision in decisions}
    assert told["chosen", "region"] == '<main class="story page">'
    assert told["dropped", "newsletter box"].startswith("A letter from the quay")
    assert told["dropped", "related"] == "Read more: The other crane"
    assert told["dropped", "title"] == "A crane leans"
