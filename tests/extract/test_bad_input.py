"""Whatever the page is like, there is an article or a sentence, soon."""

from __future__ import annotations

import random
import time

import pytest

from tests.end_to_end.pages import AGENCY_STORY
from tests.extract.pages import STORY, extract, page
from tui.article import Page
from tui.errors import Unreadable
from tui.extract import explain_extraction

SECONDS = 6
"""Of CPU that any of these pages may take; the child that extracts is given nine."""

HOSTILE = {
    "towers of elements": "<div>" * 100_000 + STORY,
    "towers of inline elements": "<b><p>" * 40_000 + STORY,
    "nothing is closed": "<div class=a><span><b><ul><li><table><tr><td>" * 2_000 + STORY,
    "three million letters": "<p>" + "crane " * 500_000,
    "pictures in sections": "<section><img><img></section>" * 4_000 + STORY,
    "meta on meta": "<meta " * 10_000 + STORY,
    "nothing but brackets": "<" * 40_000 + STORY,
    "one class throughout": "<p class=dek>" * 32_000 + STORY,
    "runs of blanks": ("<p>a" + "\xa0" * 254) * 8_000,
    "attributes without end": "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">" + STORY,
    "links without end": "<a href=/x>crane</a> " * 30_000 + STORY,
    "breaks without end": "<p>" + "a<br><br>" * 15_000,
    "one caption": "<figure><img src=a.jpg><figcaption>" + "a (b " * 60_000 + "</figcaption></figure>" + STORY,
    "bywords": "<article><p>" + "by " * 100_000 + "</p>" + STORY,
    "teasers without end": "<ul>" + "<li><a href=/a>A crane</a><p>It leaned.</p></li>" * 9_000 + "</ul>" + STORY,
    "broken JSON-LD": '<script type="application/ld+json">{"articleBody":"' + "x. " * 200_000 + "</script>" + STORY,
    "deep JSON": '<script type="application/json">' + "[" * 90_000 + "</script>" + STORY,
    "quotes in a script": "<script>self.__next_f.push([1," + '"\\"' * 200_000 + "</script>" + STORY,
    "late parts within late parts": '<div hidden id="S:1"><template id="P:2"></template>' * 15_000 + STORY,
    "late parts without end": "".join(f'<template id="P:{n}"></template>' for n in range(15_000))
    + "".join(f'<div hidden id="S:{n}">crane</div>' for n in range(15_000))
    + STORY,
    "a table without end": "<table>" + "<tr><td>a<td>b" * 10_000,
    "a gallery without end": STORY
    + "<div class=gallery>"
    + "".join(f"<div><img src=/{n}.jpg><p>{n} / 999</p><p class=caption>The crane</p></div>" for n in range(8_000))
    + "</div>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_end_in_time(kind: str) -> None:
    begin = time.process_time()
    assert read(HOSTILE[kind]).strip()
    assert time.process_time() - begin < SECONDS


DUMPS = {
    "captions without end": "\n".join(f"The crane leans, picture {n}. (Bo Lind / AP)" for n in range(19_000)),
    "counters without end": "1 / 24\n" * 19_000,
    "credits without end": "REUTERS\n" * 19_000,
    "one line of stops": "a. b " * 200_000,
    "one line of brackets": "crane (a) " * 100_000,
    "lines of one width": "\n\n".join(["x" * 60 + "\n" + "y" * 60] * 6_000),
}


@pytest.mark.parametrize("kind", DUMPS)
def test_hostile_dumps_end_in_time(kind: str) -> None:
    begin = time.process_time()
    story = STORY.replace("<p>", "").replace("</p>", "\n\n")
    dump = Page("-", "", f"A crane leans over the harbour\n{story}\n{DUMPS[kind]}\n{story}".encode(), "text/plain")
    assert explain_extraction(dump)[0].text
    assert time.process_time() - begin < SECONDS


def read(html: str) -> str:
    """Return the article's text, or the sentence that says why there is none."""
    try:
        return extract(html).text
    except Unreadable as error:
        return str(error)


def test_a_tower_of_elements_does_not_hide_what_it_holds() -> None:
    assert "forty people clapped" in extract(HOSTILE["towers of elements"]).text


@pytest.mark.parametrize("tag", ["article", "main", "section", "div", "p"])
def test_a_page_may_leave_its_body_unsaid(tag: str) -> None:
    told = extract(
        f"<!doctype html><meta charset=utf-8><title>A crane leans</title><{tag}><h1>A crane leans</h1>{STORY}"
    )
    assert "forty people clapped" in told.text
    assert told.title == "A crane leans"


def test_of_two_articles_the_reader_gets_both_rather_than_neither() -> None:
    html = f"<body><article><h1>One</h1>{STORY}</article><article><h1>Two</h1>{STORY}</article></body>"
    assert extract(html).text.count("forty people clapped") >= 1


def mutate(html: str, chance: random.Random) -> str:
    """Cut, double, turn and spoil a page in a few places."""
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(html))
        end = min(len(html), start + chance.randint(1, 300))
        part = html[start:end]
        other = chance.choice(
            ["", part * 2, part[::-1], "<", ">", '"', "</div>", "<p>", "<!--", "&#0;", "\x00", "\ud800", "<svg>"]
        )
        html = html[:start] + other + html[end:]
    return html


def test_mutated_pages_raise_nothing_but_the_room_s_own_error() -> None:
    chance = random.Random(2026)
    for turn in range(250):
        html = mutate(AGENCY_STORY if turn % 2 else page(top=STORY, head="<title>A crane</title>"), chance)
        source = Page("x", "https://globe.example/x", html.encode("utf-8", "surrogatepass"), "text/html")
        try:
            article, decisions = explain_extraction(source)
        except Unreadable:
            continue
        assert article.text
        assert all(decision.rule for decision in decisions)
