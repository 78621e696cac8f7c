from __future__ import annotations

import pytest

from tests.end_to_end.pages import AGENCY_STORY
from tui.article import Article, Page
from tui.errors import Unreadable
from tui.extract import extract_article, find_refresh
from tui.extract.credits import split_credit


def extract(html: str, url: str = "https://npa.example/lighthouse") -> Article:
    return extract_article(Page(url, url, html.encode(), "text/html"))


def test_the_agency_story_holds_the_reporter_s_words_and_nothing_else() -> None:
    article = extract(AGENCY_STORY)
    assert article.title == "Lighthouse of Cape Sorrow gets its keeper back"
    assert article.authors == ("Edda Marsh",)
    assert article.site == "Northern Press Agency"
    assert article.dateline == "CAPE SORROW"
    assert article.text.startswith("CAPE SORROW – The lighthouse at the end")
    assert article.text.endswith("three hundred down.”")
    for furniture in ("Skip to main", "7°C", "1 / 24", "Recommended", "Loading", "newsletter", "Related", "rights"):
        assert furniture not in article.text


def test_its_captions_stand_apart_from_their_credits_and_from_the_text() -> None:
    article = extract(AGENCY_STORY)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [
        (
            "The lighthouse of Cape Sorrow on Thursday, its lamp lit by hand for the first time in thirty years.",
            "Ole Brandt/Coast Pool via NPA",
        ),
        ("Lindqvist on the stairs, of which there are two hundred and eight.", "Ole Brandt/Coast Pool"),
    ]
    assert "lit by hand" not in article.text
    assert "of which there are" not in article.text


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("A quay at dawn. (Bo Lind via TNA)", "A quay at dawn.", "Bo Lind via TNA"),
        ("A quay at dawn. (Photo: Bo Lind/TNA)", "A quay at dawn.", "Bo Lind/TNA"),
        ("A quay at dawn. © Bo Lind", "A quay at dawn.", "Bo Lind"),
        ("A quay (left) and a boat that came via the canal.", "A quay (left) and a boat that came via the canal.", ""),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize("html", ["", "<html></html>", "<p>", "<nav><a href=/>Home</a></nav>"])
def test_a_page_without_an_article_is_told_as_such(html: str) -> None:
    with pytest.raises(Unreadable):
        extract(html)


def test_control_characters_and_broken_metadata_do_not_stop_it() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": [</script>'
    page = AGENCY_STORY.replace("</head>", broken + "</head>").replace("lighthouse at", "light\x00\x1bhouse at", 1)
    assert "every" not in extract(page).title
    assert "\x1b" not in extract(page).text


def test_a_page_that_only_sends_on_names_its_target() -> None:
    page = Page("x", "https://npa.example/a", b'<meta http-equiv="refresh" content="0; url=/b">', "text/html")
    assert find_refresh(page) == "https://npa.example/b"
