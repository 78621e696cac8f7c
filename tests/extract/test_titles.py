from __future__ import annotations

import pytest

from tests.extract.pages import extract, page


def test_the_headline_on_the_page_comes_before_what_is_written_for_search_engines() -> None:
    head = "<title>Crane harbour closed Cape Sorrow: what we know | The Globe</title>"
    assert extract(page("<h1>A crane leans, and a harbour waits</h1>", head)).title == (
        "A crane leans, and a harbour waits"
    )


def test_a_kicker_inside_the_heading_gets_the_colon_that_its_box_stands_for() -> None:
    head = '<meta property="og:title" content="Cape Sorrow: Crane leans over the harbour">'
    top = "<h1><span class=kicker>Cape Sorrow</span> <span>Crane leans over the harbour</span></h1>"
    assert extract(page(top, head)).title == "Cape Sorrow: Crane leans over the harbour"


def test_words_that_two_boxes_glue_together_are_parted_as_another_source_has_them() -> None:
    head = '<meta property="og:title" content="Port strike / Crane leans over the harbour">'
    assert extract(page("<h1><span>Port strike</span><span>Crane leans over the harbour</span></h1>", head)).title == (
        "Port strike / Crane leans over the harbour"
    )


def test_a_kicker_that_no_other_source_knows_is_left_out_of_the_headline() -> None:
    head = '<meta property="og:title" content="Crane leans over the harbour">'
    top = "<h1><span class=topline>Cape Sorrow</span> Crane leans over the harbour</h1>"
    assert extract(page(top, head)).title == "Crane leans over the harbour"


def test_a_kicker_that_two_sources_know_is_part_of_the_headline() -> None:
    head = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Port strike: Crane leans over the harbour"}</script>'
        '<meta property="og:title" content="Port strike: Crane leans over the harbour">'
    )
    assert extract(page("<h1>Crane leans over the harbour</h1>", head)).title == (
        "Port strike: Crane leans over the harbour"
    )


def test_a_headline_of_several_boxes_is_read_whole() -> None:
    top = "<h1><div>Crane leans over</div><div>the harbour of Cape Sorrow</div></h1>"
    article = extract(page(top))
    assert article.title == "Crane leans over the harbour of Cape Sorrow"
    assert article.text.startswith("The harbour of Cape Sorrow was closed")


def test_entities_written_twice_are_read() -> None:
    head = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"The &quot;leaning&quot; crane of Cape Sorrow"}</script>'
    )
    assert extract(page("", head)).title == 'The "leaning" crane of Cape Sorrow'


@pytest.mark.parametrize(
    "title",
    [
        "Crane leans over the harbour | The Globe",
        "Crane leans over the harbour - Globe",
        "Crane leans over the harbour – globe.example",
        "Crane leans over the harbour * The Globe * by Edda Marsh",
        "The Globe | Crane leans over the harbour",
        "Crane leans over the harbour : The Globe",
    ],
)
def test_the_site_s_name_is_no_part_of_the_headline(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="The Globe">'
    assert extract(page("", head)).title == "Crane leans over the harbour"


def test_a_dash_within_the_headline_is_no_separator() -> None:
    head = (
        "<title>Crane leans - and a harbour waits | The Globe</title><meta property=og:site_name content='The Globe'>"
    )
    assert extract(page("", head)).title == "Crane leans - and a harbour waits"


def test_a_section_s_name_goes_when_another_source_stops_before_it() -> None:
    head = (
        "<title>Crane leans over the harbour - Coast | The Globe</title>"
        '<meta property=og:title content="Crane leans over the harbour">'
        "<meta property=og:site_name content='The Globe'>"
    )
    assert extract(page("", head)).title == "Crane leans over the harbour"


def test_a_heading_that_is_the_site_s_name_is_no_headline() -> None:
    head = "<title>Crane leans over the harbour</title><meta property=og:site_name content='The Globe'>"
    assert extract(page("<h1>The Globe</h1><h2>Crane leans over the harbour</h2>", head)).title == (
        "Crane leans over the harbour"
    )


def test_a_section_that_the_metadata_name_goes_from_the_end_of_a_title_without_blanks() -> None:
    head = "<title>Crane leans over the harbour-Coast</title><meta property='article:section' content='Coast'>"
    assert extract(page("", head)).title == "Crane leans over the harbour"
    other = "<title>Crane leans over the quay-side</title><meta property='article:section' content='Coast'>"
    assert extract(page("", other)).title == "Crane leans over the quay-side"
