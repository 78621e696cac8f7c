from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.extract.pages import extract, page
from tui.extract.dates import read_date

H1 = "<h1>Crane leans over the harbour</h1>"
DAY = datetime(2026, 5, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-03",
        "May 3, 2026",
        "3 May 2026",
        "3. Mai 2026",
        "3 mai 2026",
        "3 de mayo de 2026",
        "03.05.2026",
        "3.5.26",
        "2026年5月3日",
        "2026년 5월 3일",
        "3 мая 2026",
        "3 maja 2026",
        "Sunday, May 3rd, 2026",
    ],
)
def test_a_day_is_read_as_pages_write_it(text: str) -> None:
    assert read_date(text) == DAY


def test_months_come_first_in_american_numbers_only() -> None:
    assert read_date("5/3/2026", american=True) == DAY
    assert read_date("3/5/2026") == DAY


@pytest.mark.parametrize("text", ["", "14:10", "1066-10-14", "3 Mumble 2026", "99.99.2026", "2 hours ago"])
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "byline",
    [
        "<p>3 May 2026</p>",
        "<p>Edda Marsh | 03.05.2026</p>",
        "<time datetime='2026-05-03'>Sunday</time>",
        "<span itemprop=datePublished content='2026-05-03'></span>",
        "<h2><span>03.05.26 von Edda</span></h2>",
    ],
)
def test_the_day_is_read_near_the_headline_when_the_page_says_it_nowhere_else(byline: str) -> None:
    assert extract(page(H1 + byline)).published == DAY


def test_what_the_page_says_for_machines_comes_before_what_it_shows() -> None:
    head = '<meta property="article:published_time" content="2026-05-03">'
    assert extract(page(H1 + "<p>4 May 2026</p>", head)).published == DAY


def test_a_comment_s_and_a_related_story_s_date_are_not_the_article_s() -> None:
    end = (
        "<div class=related-stories><time datetime='2026-06-01'>1 June</time></div>"
        "<div class=comments><p class=date>2 June 2026</p></div>"
    )
    assert extract(page(H1 + "<p>3 May 2026</p>", end=end)).published == DAY


def test_the_masthead_s_date_gives_way_to_the_one_under_the_headline() -> None:
    top = f"<header class=masthead><p>4 May 2026</p></header>{H1}<p>3 May 2026</p>"
    assert extract(page(top)).published == DAY


def test_an_update_is_told_from_the_publication() -> None:
    article = extract(page(f"{H1}<p>Updated: 4 May 2026, 09:40</p><p>Published: 3 May 2026</p>"))
    assert article.published == DAY
    assert article.updated == datetime(2026, 5, 4, 9, 40, tzinfo=UTC)


def test_the_moment_is_told_in_the_zone_that_the_page_shows() -> None:
    head = '<meta property="article:published_time" content="2026-05-04T02:15:30Z">'
    moment = extract(page(f"{H1}<p>May 3, 2026 at 10:15 PM</p>", head)).published
    assert moment == datetime(2026, 5, 4, 2, 15, 30, tzinfo=UTC)
    assert moment is not None
    assert moment.utcoffset() == timezone(timedelta(hours=-4)).utcoffset(None)


def test_the_address_names_the_day_when_nothing_else_does() -> None:
    assert extract(page(H1), "https://globe.example/2026/05/03/crane").published == DAY
    assert extract(page(H1), "https://globe.example/news/20260503-crane").published == DAY


def test_a_zone_that_the_page_names_beside_its_day_is_kept() -> None:
    head = '<meta property="article:published_time" content="2026-05-04T02:15:30Z">'
    shown = "<div><time datetime='2026-05-03T22:15:30-04:00'><span>May 3</span></time></div>"
    moment = extract(page(H1 + shown, head)).published
    assert moment is not None
    assert moment.isoformat() == "2026-05-03T22:15:30-04:00"


def test_a_day_glued_to_the_author_s_name_is_read() -> None:
    assert read_date("By Edda MarshMay 3, 2026") == DAY


def test_without_a_headline_on_the_page_the_day_is_looked_for_above_the_story() -> None:
    head = "<title>Crane leans over the harbour</title>"
    menu = "<nav>" + "<p>Coast</p>" * 30 + "</nav>"
    assert extract(page(f"{menu}<p>So 03.05.26 | 14:07 Uhr</p>", head)).published == DAY.replace(hour=14, minute=7)
