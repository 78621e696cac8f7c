from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.extract.pages import extract, page
from tui.extract.dates import cut_moments, read_date

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
        "3 de maig de 2026",
        "3. mája 2026",
        "3. svibnja 2026.",
        "3 травня 2026",
        "3 Μαΐου 2026",
        "2026. május 3.",
        "2026 m. gegužės 3 d.",
        "2026. gada 3. maijs",
        "3 tháng 5, 2026",
        "Chủ nhật, 3/5/2026",
        "3 พฤษภาคม 2569",
        "3 मई 2026",
        "٣ مايو ٢٠٢٦",
        "3 במאי 2026",
        "3 مه 2026",
        "Mei 3, 2026",
        "Minggu, 3 Mei 2026",
    ],
)
def test_a_day_is_read_as_pages_write_it(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2026, 2:05 pm",
        "Updated 2:05 PM EDT, May 3, 2026",
        "입력 2026.05.03. 오후 2:05",
        "2026年5月3日 14時05分",
        "3 maj 2026 kl 14.05",
        "3 de maio de 2026 às 14h05",
    ],
)
def test_the_clock_is_read_after_the_day_or_before_it(text: str) -> None:
    assert read_date(text) == DAY.replace(hour=14, minute=5)


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
    head = '<meta property="article:published_time" content="2026-05-03T09:12:00Z">'
    assert extract(page(H1 + "<p>4 May 2026</p>", head)).published == DAY.replace(hour=9, minute=12)


@pytest.mark.parametrize("byline", ["<p>3 May 2026</p>", "<div>By Edda Marsh<br>May 3, 2026 &bull; 4 min</div>"])
def test_another_day_right_below_the_headline_is_the_one_that_readers_know(byline: str) -> None:
    head = '<meta property="article:published_time" content="2025-11-30T09:12:00Z">'
    assert extract(page(H1 + byline, head)).published == DAY


@pytest.mark.parametrize(
    "byline",
    [
        "<p>Updated 9 May 2026</p>",
        "<p>Figures as of 9 May 2026</p>",
        "<blockquote><p>The crane is fine. 9 May 2026</p></blockquote>",
        "<p>The crane of 9 May 2026 was not the first that leaned here and is not to be the last</p>",
        "<p>05.03.2026</p>",
    ],
)
def test_a_day_below_the_headline_that_is_not_its_own_does_not_outweigh_what_is_told(byline: str) -> None:
    head = '<meta property="article:published_time" content="2026-05-03">'
    assert extract(page(H1 + byline, head)).published == DAY


def test_today_s_day_above_the_headline_does_not_outweigh_what_is_told() -> None:
    head = '<meta property="article:published_time" content="2026-05-03">'
    assert extract(page("<div class=date>Monday, 9 May 2026</div>" + H1, head)).published == DAY


def test_a_day_in_a_teaser_s_box_is_the_story_s_when_its_headline_stands_there_too() -> None:
    top = f"<div class=teaser><p>3 May 2026</p>{H1}</div>"
    assert extract(page(top)).published == DAY


@pytest.mark.parametrize("label", ["Datum", "Published on:", "Veröffentlicht am", "Дата:", "발행일"])
def test_a_label_names_the_day_wherever_it_stands(label: str) -> None:
    far = "<p>The ferry waits for nobody.</p>" * 30
    assert extract(page(H1, end=f"{far}<ul><li>{label} 2026-05-03</li></ul>")).published == DAY


@pytest.mark.parametrize("name", ["w-published-date", "cms.pubdate", "release_date", "fecha_publicacion"])
def test_a_system_s_own_name_for_the_day_is_understood(name: str) -> None:
    assert extract(page(H1, f'<meta name="{name}" content="2026-05-03">')).published == DAY


@pytest.mark.parametrize("name", ["expiry_date", "last-published-update", "unpublish_date"])
def test_a_system_s_other_days_are_not_the_story_s(name: str) -> None:
    assert extract(page(H1, f'<meta name="{name}" content="2026-05-03">')).published is None


def test_a_comment_s_own_microdata_are_not_the_story_s() -> None:
    end = "<div itemprop=comment><meta itemprop=datePublished content='2026-06-01'></div>"
    assert extract(page(H1, end=end)).published is None


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
    assert extract(page(H1), "https://globe.example/article/A2026050314320005196").published == DAY


def test_a_zone_that_the_page_names_beside_its_day_is_kept() -> None:
    head = '<meta property="article:published_time" content="2026-05-04T02:15:30Z">'
    shown = "<div><time datetime='2026-05-03T22:15:30-04:00'><span>May 3</span></time></div>"
    moment = extract(page(H1 + shown, head)).published
    assert moment is not None
    assert moment.isoformat() == "2026-05-03T22:15:30-04:00"


def test_a_day_glued_to_the_author_s_name_is_read() -> None:
    assert read_date("By Edda MarshMay 3, 2026") == DAY


def test_what_stands_beside_days_and_clocks_is_left_by_itself() -> None:
    assert cut_moments("By Edda Marsh May 3, 2026, 9:40 am") == "By Edda Marsh"
    assert cut_moments("3. Mai 2026, 15:25 Uhr | Bo Lind") == "Bo Lind"
    assert cut_moments("Pier 3 and 4") == "Pier 3 and 4"


def test_without_a_headline_on_the_page_the_day_is_looked_for_above_the_story() -> None:
    head = "<title>Crane leans over the harbour</title>"
    menu = "<nav>" + "<p>Coast</p>" * 30 + "</nav>"
    assert extract(page(f"{menu}<p>So 03.05.26 | 14:07 Uhr</p>", head)).published == DAY.replace(hour=14, minute=7)
