"""Where a story starts and stops."""

from __future__ import annotations

import json
import re

import pytest

from tests.extract.pages import STORY, extract, page


@pytest.mark.parametrize(
    "line", ["<h1>A crane leans</h1>", "<p>By Edda Marsh</p>", "<p>Published 3 May 2026, 10:15</p>"]
)
def test_headline_byline_and_date_are_no_part_of_the_body(line: str) -> None:
    article = extract(page(top=f"{line}", head="<title>A crane leans</title>"))
    assert article.text.startswith("The harbour of Cape Sorrow")


def test_a_heading_that_holds_the_headline_and_what_stands_above_it_is_the_headline() -> None:
    top = "<h3>Cape Sorrow harbour - A crane leans for all of a night</h3>"
    assert "leans for all" not in extract(page(top=top, head="<title>A crane leans for all of a night</title>")).text


@pytest.mark.parametrize("line", ["By Edda Marsh — May 3, 2026 4 min read", "Sun 03.05.26 | 10:15 | Edda Marsh"])
def test_byline_and_date_may_stand_below_the_standfirst(line: str) -> None:
    lead = "<p>Nobody left it there, everybody saw it fall: a long night at the quay of Cape Sorrow.</p>"
    assert "Edda Marsh" not in extract(page(top=f"{lead}<p>{line}</p>")).text


def test_a_date_within_the_story_stays() -> None:
    assert "\n\nPublished 3 May 2026\n\n" in extract(page(top=STORY, end=f"<p>Published 3 May 2026</p>{STORY}")).text


@pytest.mark.parametrize(
    "line",
    [
        "<h3>More of it</h3>",
        "<p>Edda Marsh can be reached at edda@globe.example or on Mastodon.</p>",
        "<p>If you buy something through a link on this page, the Globe may earn a small commission.</p>",
        "<p>Edda Marsh is the Globe’s harbour correspondent and the author of two books on cranes.</p>",
        "<p>Featured image: Bo Lind, 2026</p>",
        "<p>Dieses Thema im Programm: Radio Nordkap, 3. Mai 2026, 8 Uhr</p>",
        "<p>This page is for informational purposes only and is no advice on cranes.</p>",
        "<p>The views expressed here are those of the writer and not of the port.</p>",
        "<p>Additional reporting by Bo Lind</p>",
        "<p>Bo Lind in Low Ferry contributed to this report.</p>",
        "<ul><li><a href=https://cranes.example/>Cranes of the north</a></li></ul>",
    ],
)
def test_what_stands_below_the_last_paragraph_and_is_none_goes(line: str) -> None:
    assert extract(page(end=line)).text.endswith("everybody on board.")


def test_the_same_words_within_a_story_stay() -> None:
    line = "Edda Marsh is the harbour’s oldest correspondent and was the first to see the crane lean."
    assert line in extract(page(top=f"<p>{line}</p>")).text


@pytest.mark.parametrize(
    "heading", ["About the author", "Über die Autorin", "À propos de l’auteur", "Related stories", "Contact us"]
)
def test_what_follows_the_heading_of_something_else_goes_with_it(heading: str) -> None:
    end = f"<h3>{heading}</h3><p>She grew up between two quays and has a dog.</p>"
    assert extract(page(top=STORY, end=end)).text.endswith("everybody on board.")


def test_a_closing_heading_with_half_the_story_below_it_is_a_subheading() -> None:
    assert "About us" in extract(page(end=f"<h2>About us</h2>{STORY}")).text


def _told(body: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'


def test_a_little_that_follows_the_body_as_told_to_machines_is_none_of_it() -> None:
    told = _told(re.sub(r"<[^>]+>", "", STORY))
    plea = "<p>The Globe is written by people with boats, and would like you to know it.</p>"
    assert extract(page(end=plea, head=told)).text.endswith("everybody on board.")
    assert "people with boats" in extract(page(end=plea)).text


def test_much_that_follows_it_is_the_rest_of_a_story_told_in_part() -> None:
    rest = STORY.replace("crane", "ferry").replace("forty", "sixty")
    assert "about sixty people" in extract(page(end=rest, head=_told(re.sub(r"<[^>]+>", "", STORY)))).text


LEAD = "Nobody left it there, everybody saw it fall: a night at the quay of Cape Sorrow."


@pytest.mark.parametrize(
    ("markup", "head"),
    [
        (f"<p class=standfirst>{LEAD}</p>", ""),
        (f"<h2 class=dek>{LEAD}</h2>", ""),
        (f"<div>{LEAD}</div>", f'<meta property="og:description" content="{LEAD}">'),
    ],
)
def test_a_standfirst_above_the_box_of_the_story_belongs_to_it(markup: str, head: str) -> None:
    top = f"<header><h1>A crane leans</h1>{markup}</header><div class=toolbar>Listen</div>"
    text = extract(f"<html><head>{head}</head><body>{top}<div class=content>{STORY}</div></body></html>").text
    assert text.startswith(LEAD)
    assert text.count(LEAD) == 1


def test_a_standfirst_that_the_page_calls_a_teaser_belongs_to_the_story() -> None:
    html = (
        f"<body><main><h1>A crane leans</h1><div class=teaser-text><p>{LEAD}</p></div><div>{STORY}</div></main></body>"
    )
    assert extract(html).text.startswith(LEAD)
