"""Lines within the story that are no part of it, and lines that only look so."""

from __future__ import annotations

import pytest

from tests.extract.pages import STORY, extract, page


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Story continues below this advertisement",
        "Sign up for our morning newsletter",
        "Read more: The crane that would not lean",
        "Lesen Sie auch: Der Kran am Kai",
        "Lire aussi : La grue du port",
        "Lea también: La grúa del puerto",
        "Leia também: O guindaste do porto",
        "Leggi anche: La gru del porto",
        "Lees ook: De kraan in de haven",
        "Läs också: Kranen i hamnen",
        "Czytaj także: Dźwig w porcie",
        "Читайте также: Кран в порту",
        "Baca juga: Derek di pelabuhan",
        "اقرأ أيضا: رافعة في الميناء",
        "関連記事：港のクレーン",
        "相关阅读：港口的起重机",
        "この記事は会員限定です。",
        "Il vous reste 61% de cet article à lire. La suite est réservée aux abonnés.",
        "3 / 24",
        "Share on Facebook",
        "Loading...",
        "We are sorry, but this video has failed to load.",
        "Facebook Twitter Email",
        "Table of contents",
        "In diesem Artikel",
        "目次",
        "Tags: cranes, quays",
        "Schlagwörter: Kran, Kai",
        "Comments are closed.",
        "$$ARTICLEAD$$",
        "{{ teaser.title }}",
        "[[advert_2]]",
        "All rights reserved.",
    ],
)
def test_a_whole_line_of_furniture_is_dropped(line: str) -> None:
    text = extract(page(top=STORY, end=f"<p>{line}</p>{STORY}")).text
    assert line not in text


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter that the port sends out every week did not mention the crane, nor did anyone ask for it.",
        "Advertisement is what the mayor called the whole affair, and few in the hall were of another opinion.",
        "“Read more books about cranes,” she told the council, and the council noted down the advice with care.",
        "Related to the crane’s fall was a power cut that left the fish market in the dark for an hour.",
    ],
)
def test_a_paragraph_that_speaks_of_such_things_stays(line: str) -> None:
    assert line in extract(page(top=f"<p>{line}</p>", end=f"<p>{line}</p>")).text


def test_what_is_out_of_five_or_ten_is_a_mark_and_no_count_of_pictures() -> None:
    assert "\n\n4/5\n\n" in extract(page(top=STORY, end=f"<p>4/5</p>{STORY}")).text


def test_code_is_not_read_for_what_it_says() -> None:
    text = extract(page(end=f"<pre>{{{{ crane.height }}}}</pre><pre>search</pre>{STORY}")).text
    assert "{{ crane.height }}" in text
    assert "\n\nsearch\n\n" in text


def test_an_arrow_before_a_line_with_a_link_in_it_points_to_another_story() -> None:
    line = "<p>&gt;&gt; Every crane of the coast is <a href=/list>in our list of them</a></p>"
    assert "of the coast" not in extract(page(top=STORY, end=line + STORY)).text


SAME = (
    "<p>Funda nalapha olunye udaba lwethu | <a href=/one>The pilot who saw it all from a boat</a></p>",
    "<p>Funda nalapha olunye udaba lwethu | <a href=/two>A quay is repaired for the fourth time</a></p>",
)


def test_lines_that_say_the_same_before_a_link_lead_to_other_stories_in_any_language() -> None:
    text = extract(page(top=STORY + SAME[0] + STORY, end=SAME[1] + STORY)).text
    assert "Funda" not in text


def test_one_such_line_alone_or_to_another_site_is_text() -> None:
    assert "Funda nalapha" in extract(page(top=STORY, end=SAME[0] + STORY)).text
    outside = "".join(SAME).replace("href=/", "href=https://cranes.example/")
    assert "the fourth time" in extract(page(top=STORY, end=outside + STORY)).text


def test_a_line_that_an_inline_element_calls_a_byline_is_dropped() -> None:
    text = extract(page(top=STORY, end=f"<p><span class=byline>Reported by the whole desk</span></p>{STORY}")).text
    assert "whole desk" not in text


def test_a_line_of_nothing_but_a_link_leads_to_another_story() -> None:
    line = "<p><a href=/other>The other crane, which stands at Low Ferry, has never leaned</a></p>"
    assert "never leaned" not in extract(page(top=STORY, end=line + STORY)).text


def test_a_heading_or_an_item_that_links_to_another_site_is_content() -> None:
    lines = (
        "<h2><a href=https://cranes.example/>Maker of cranes</a></h2>"
        "<ul><li><a href=https://quays.example/>Quay rules</a></li></ul>"
    )
    text = extract(page(end=lines + STORY)).text
    assert "Maker of cranes" in text
    assert "Quay rules" in text


def test_lists_quotations_and_subheadings_of_a_story_stay() -> None:
    inner = (
        "<h2>What was broken</h2><ul><li>A railing</li><li>Two lamps</li></ul>"
        "<blockquote><p>Nothing that a coat of paint will not mend.</p></blockquote>"
    )
    article = extract(page(top=STORY, end=inner + STORY))
    kinds = [str(block.kind) for block in article.blocks]
    assert kinds.count("item") == 2
    assert "heading" in kinds
    assert "quote" in kinds


def test_a_page_of_nothing_but_links_is_its_links() -> None:
    assert extract("<body><p><a href=/1>The crane</a></p><p><a href=/2>The quay</a></p></body>").text == (
        "The crane\n\nThe quay"
    )


def test_a_page_of_nothing_but_headings_is_its_headings() -> None:
    assert extract("<body><h2>First quay</h2><img src=a.jpg><h2>Second quay</h2></body>").text.endswith("Second quay")


def test_a_table_keeps_its_caption() -> None:
    table = (
        "<table><caption>Cranes of the <b>coast</b></caption><tr><th>Crane</th><th>Height</th></tr>"
        "<tr><td>Old Bet</td><td>40 m</td></tr><tr><td>The Mast</td><td>52 m</td></tr></table>"
    )
    text = extract(page(end=table + STORY)).text
    assert "\n\nCranes of the coast\n\nCrane\tHeight\nOld Bet\t40 m" in text
