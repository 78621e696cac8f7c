"""What is no whole story is told as such."""

from __future__ import annotations

import pytest

from tests.extract.pages import STORY, extract, page
from tui.errors import NoArticle

LOCKED = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
LIVE = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Crane, live"}</script>'
VIDEO = (
    '<script type="application/ld+json">{"@type":["NewsArticle","VideoObject"],"headline":"The crane, filmed"}</script>'
)
FIGURES = "".join(
    f"<figure><img src=/{n}.jpg width=900 height=600><figcaption>The crane from side {n}.</figcaption></figure>"
    for n in range(8)
)
TEASER = "<p>The harbour of Cape Sorrow was closed on Monday after a crane had leaned over the quay.</p>"

CONSENT = """<body><div><h1>Before you continue</h1><p>We and our 812 partners store cookies on your device, and ask you
to agree to all of it before the page is shown.</p></div></body>"""


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (page(head=LOCKED, end="<p>Subscribe now to continue reading.</p>"), "behind a paywall"),
        (f"<body><article>{TEASER}<p>To keep reading, subscribe today.</p></article></body>", "only the beginning"),
        (
            f"<body><article>{TEASER}<p>Dieser Artikel ist nur für Abonnenten.</p></article></body>",
            "only the beginning",
        ),
        (CONSENT, "asks for consent"),
        (page(head=LIVE), "live blog"),
        (page(head=VIDEO), "video page"),
        (f"<body><article>{TEASER}{FIGURES}</article></body>", "picture gallery"),
    ],
)
def test_the_kind_of_page_is_told_in_a_sentence(html: str, told: str) -> None:
    assert any(told in warning for warning in extract(html).warnings)


def _front(count: int, prose: str = "") -> str:
    teasers = "".join(
        f"<section><h2><a href=/story-{n}>Quay number {n} of the harbour is closed</a></h2>"
        f"<p>On the {n}th day the crane came back to it, and nobody was at home to see that.</p></section>"
        for n in range(count)
    )
    return f"<html><head><title>The Cape Globe</title></head><body><main>{teasers}{prose}</main></body></html>"


@pytest.mark.parametrize("url", ["https://globe.example/", "https://globe.example/harbour/news.html"])
def test_a_page_of_headlines_is_told_as_such(url: str) -> None:
    assert any("page of headlines" in warning for warning in extract(_front(14), url).warnings)


def test_few_headlines_or_a_story_of_its_own_make_no_front_page() -> None:
    home = "https://globe.example/"
    assert not any("headlines" in warning for warning in extract(_front(6), home).warnings)
    assert not any("headlines" in warning for warning in extract(_front(14, STORY * 2), home).warnings)


def test_an_address_that_names_one_story_is_no_front_page() -> None:
    url = "https://globe.example/harbour/the-crane-that-leaned-all-night"
    assert not any("headlines" in warning for warning in extract(_front(14), url).warnings)


def test_a_whole_story_has_nothing_to_be_told_of() -> None:
    assert extract(page(top=STORY, end=STORY)).warnings == ()


@pytest.mark.parametrize(
    "html",
    [
        "<body></body>",
        "<frameset><frame src=/a><frame src=/b></frameset>",
        "<body><nav><a href=/>Home</a> <a href=/a>All stories</a></nav><script>render()</script></body>",
    ],
)
def test_a_page_with_nothing_to_read_is_told_as_such(html: str) -> None:
    with pytest.raises(NoArticle):
        extract(html)
