from __future__ import annotations

import pytest

from tests.extract.pages import extract, page
from tui.extract.names import mend_case, read_byline

H1 = "<h1>Crane leans over the harbour</h1>"


def ld(author: str, rest: str = "") -> str:
    return (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Crane leans",'
        f'"author":{author}}}{rest}]}}</script>'
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Edda Marsh", ["Edda Marsh"]),
        ("Written by Edda Marsh and Ole Brandt", ["Edda Marsh", "Ole Brandt"]),
        ("Von Edda Marsh, Ole Brandt und Bo Lind", ["Edda Marsh", "Ole Brandt", "Bo Lind"]),
        ("Por Edda Marsh y Ole Brandt", ["Edda Marsh", "Ole Brandt"]),
        ("Par Edda Marsh et Ole Brandt", ["Edda Marsh", "Ole Brandt"]),
        ("Edda Marsh e Ole Brandt", ["Edda Marsh", "Ole Brandt"]),
        ("Ramón y Cajal", ["Ramón y Cajal"]),
        ("By Edda Marsh, Political Correspondent", ["Edda Marsh"]),
        ("By Edda Marsh (Cape Sorrow)", ["Edda Marsh"]),
        ("Edda Marsh, MD, PhD", ["Edda Marsh"]),
        ("Edda Marsh Jr.", ["Edda Marsh Jr"]),
        ("Marsh, Edda", ["Edda Marsh"]),
        ("Alle Artikel von Edda Marsh", ["Edda Marsh"]),
        ("View all posts by Edda Marsh", ["Edda Marsh"]),
        ("Erstellt von Edda Marsh", ["Edda Marsh"]),
        ("Posted on 3 May by Edda Marsh", ["Edda Marsh"]),
        ("By Edda Marsh May 3, 2026, 9:40 am", ["Edda Marsh"]),
        ("Edda Marsh, Ole Brandt | 03.05.2026 - 15:25 Uhr", ["Edda Marsh", "Ole Brandt"]),
        ("3. Mai 2026 · Edda Marsh in Harbours", ["Edda Marsh"]),
        ("By TNA, in News, Coast · 31 May 2026, 20:02", ["TNA"]),
        ("Words and pictures by Edda Marsh", ["Edda Marsh"]),
        ("Pressemitteilung von Edda Marsh", ["Edda Marsh"]),
        ("Staff Writer Edda Marsh", ["Edda Marsh"]),
        ("Edda Marsh Political Correspondent", ["Edda Marsh"]),
        ("Edda Marsh, Projektleiterin der Hafenstiftung", ["Edda Marsh"]),
        ("Edda Marsh (edda@globe.example)", ["Edda Marsh"]),
        ("edda.marsh", ["Edda Marsh"]),
        ("Edda.Marsh am Samstag", ["Edda Marsh"]),
        ("Edda Marsh Stand: 3.5.2026", ["Edda Marsh"]),
        ("About Edda Marsh", ["Edda Marsh"]),
        ("undefined", []),
        ("Bild © TNA", []),
        ("ByEdda Marsh", ["Edda Marsh"]),
        ("By", []),
        ("Published by", []),
        ("About the Author", []),
        ("https://globe.example/edda", []),
        ("정하나 기자", ["정하나"]),
        ("作者：林海", ["林海"]),
    ],
)
def test_names_are_read_out_of_a_byline(text: str, names: list[str]) -> None:
    assert read_byline(text) == names


def test_names_set_in_capitals_are_written_as_names_are() -> None:
    assert mend_case("EDDA MCNAIR-O'HARA") == "Edda McNair-O'Hara"
    assert mend_case("Ole BRANDT") == "Ole Brandt"
    assert mend_case("AFP") == "AFP"
    assert mend_case("Bo Lind CPP") == "Bo Lind CPP"


def test_the_person_is_named_and_not_the_site_or_the_agency_beside_her() -> None:
    head = ld('[{"@type":"Organization","name":"The Globe"},{"@type":"Person","name":"Edda Marsh"}]')
    assert extract(page(H1, head)).authors == ("Edda Marsh",)


def test_a_site_that_calls_itself_the_author_gives_way_to_the_byline() -> None:
    head = ld('{"@type":"Person","name":"The Globe"}') + "<meta property=og:site_name content='The Globe'>"
    assert extract(page(H1 + "<div class=byline>By Edda Marsh</div>", head)).authors == ("Edda Marsh",)


def test_an_author_that_json_ld_only_points_to_is_found() -> None:
    head = ld('{"@id":"#p1"}', ',{"@type":"Person","@id":"#p1","name":"Edda Marsh"}')
    assert extract(page(H1, head)).authors == ("Edda Marsh",)


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By <a href="/authors/edda-marsh">Edda Marsh</a> in the harbour</p>',
        "<span itemprop=author itemscope><span itemprop=name>Edda Marsh</span></span>",
        '<a rel=author href="/e">Edda Marsh</a>',
        '<div class="meta-line"><span class="author-name">Edda Marsh</span> | 3 May 2026</div>',
        "<p>Von Edda Marsh</p>",
        '<li class="teaser__author"><a href="/autor/edda">Edda Marsh</a></li>',
    ],
)
def test_the_byline_on_the_page_is_read_however_it_is_made(byline: str) -> None:
    assert extract(page(H1 + byline)).authors == ("Edda Marsh",)


def test_two_sources_that_agree_outweigh_json_ld() -> None:
    head = ld('{"@type":"Person","name":"Bo Lind"}') + '<meta name=author content="Edda Marsh">'
    top = H1 + '<p class=byline>By Edda Marsh</p><a rel=author href="/e">Edda Marsh</a>'
    assert extract(page(top, head)).authors == ("Edda Marsh",)


def test_the_author_of_a_related_story_or_of_a_comment_is_not_the_author() -> None:
    end = (
        "<div class=related-stories><p>More</p><span itemprop=author>Bo Lind</span></div>"
        "<div class=comments><span class=author>Ole Brandt</span></div>"
    )
    assert extract(page(H1, end=end)).authors == ()


def test_a_signature_under_the_story_names_its_reporter_when_nothing_else_does() -> None:
    assert extract(page(H1, end="<p style='text-align:right'><b>Edda Marsh</b></p>")).authors == ("Edda Marsh",)
    assert extract(page(H1, end="<div style='text-align: right'>Edda Marsh</div>")).authors == ("Edda Marsh",)


def test_a_margin_at_its_right_makes_no_line_a_signature() -> None:
    assert extract(page(H1, end="<div style='margin-right: 4px'>Edda Marsh</div>")).authors == ()


def test_a_name_at_the_end_of_the_summary_is_the_author_and_no_part_of_it() -> None:
    head = '<meta name=description content="A crane leans over the harbour. Von Edda Marsh">'
    article = extract(page(H1, head))
    assert article.authors == ("Edda Marsh",)
    assert article.standfirst == "A crane leans over the harbour."


def test_an_agency_is_named_when_no_person_is() -> None:
    assert extract(page(H1, ld('"Northern Press Agency"'))).authors == ("Northern Press Agency",)


def test_a_handle_is_no_name_when_the_page_knows_one() -> None:
    head = ld('"edda-m"')
    assert extract(page(H1 + "<p>Von Edda Marsh</p>", head)).authors == ("Edda Marsh",)


def test_sections_beside_the_author_s_link_are_no_authors() -> None:
    byline = '<p class=byline><a href="/author/edda">Edda Marsh</a> in <a href="/coast">Coast News Daily</a></p>'
    assert extract(page(H1 + byline)).authors == ("Edda Marsh",)


def test_a_department_with_an_and_in_its_name_is_one_author() -> None:
    assert extract(page(H1, ld('"Department of Ports and Harbours"'))).authors == ("Department of Ports and Harbours",)


def test_an_empty_author_is_nobody() -> None:
    assert extract(page(H1, ld('""'))).authors == ()
    assert extract(page(H1, ld('[{"@type":"Person","name":" , "}]'))).authors == ()


def test_initials_are_a_person_s_and_an_acronym_an_agency_s() -> None:
    both = '[{"@type":"Person","name":"JD Lind"},{"@type":"Person","name":"NPR Coast"}]'
    assert extract(page(H1, ld(both))).authors == ("JD Lind",)


def test_authors_in_a_list_are_all_read() -> None:
    byline = "<ul class=authors><li>Edda Marsh</li><li>Ole Brandt</li></ul><ul><li>Coast News</li></ul>"
    assert extract(page(H1 + byline)).authors == ("Edda Marsh", "Ole Brandt")


def test_an_author_named_by_a_label_under_the_story_is_read() -> None:
    end = "<ul><li><strong>Datum</strong> 3.5.2026</li><li><strong>Autorin/Autor</strong> Edda Marsh</li></ul>"
    assert extract(page(H1, end=end)).authors == ("Edda Marsh",)


def test_an_author_without_a_link_beside_one_with_a_link_is_read_too() -> None:
    byline = '<p class=byline>By Edda Marsh and <a href="/author/ole">Ole Brandt</a></p>'
    assert extract(page(H1 + byline)).authors == ("Edda Marsh", "Ole Brandt")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('"Edda Marsh and Ole Brandt"', ("Edda Marsh", "Ole Brandt")),
        ('["Edda Marsh","Ole Brandt"]', ("Edda Marsh", "Ole Brandt")),
        ('{"@type":"Person","name":["Edda Marsh","Ole Brandt"]}', ("Edda Marsh", "Ole Brandt")),
        ('{"@list":[{"@type":"Person","name":"Edda Marsh"}]}', ("Edda Marsh",)),
        ('{"@type":"Person","givenName":"Edda","familyName":"Marsh"}', ("Edda Marsh",)),
        ('"#p1"', ("Ole Brandt",)),
        ('[{"@id":"#p1"},{"@type":"Person","name":"Edda Marsh"}]', ("Ole Brandt", "Edda Marsh")),
    ],
)
def test_json_ld_names_its_authors_in_many_ways(author: str, names: tuple[str, ...]) -> None:
    head = ld(author, ',{"@type":"Person","@id":"#p1","name":"Ole Brandt"}')
    assert extract(page(H1, head)).authors == names


@pytest.mark.parametrize(
    "line",
    [
        "<p>Edda Marsh | 3 May 2026</p>",
        "<div><span>Edda Marsh</span> <span>03.05.2026 - 15:25</span></div>",
        "<p>May 3, 2026 &bull; Edda Marsh in Harbours</p>",
    ],
)
def test_a_name_beside_the_day_below_the_headline_is_the_author_s(line: str) -> None:
    assert extract(page(H1 + line)).authors == ("Edda Marsh",)


@pytest.mark.parametrize("line", ["<p>New Haven, 3 May 2026</p>", "<p>Coast Life | 3 May 2026</p>"])
def test_a_place_or_a_section_beside_the_day_is_nobody(line: str) -> None:
    menu = "<nav><ul><li><a href=/life>Coast Life</a></li></ul></nav>"
    assert extract(page(menu + H1 + line)).authors == ()


@pytest.mark.parametrize("author", ['"KatieS"', '{"@type":"Person","name":"Admin"}', '"Desk3"'])
def test_one_word_of_json_ld_gives_way_to_a_full_name_on_the_page(author: str) -> None:
    assert extract(page(H1 + "<p>by Edda Marsh</p>", ld(author))).authors == ("Edda Marsh",)


def test_one_word_is_a_name_where_the_byline_has_it_too() -> None:
    assert extract(page(H1 + "<p class=byline><a href=/author/a>Amanda</a></p>", ld('"Amanda"'))).authors == ("Amanda",)


def test_the_owner_whom_only_a_meta_names_gives_way_to_a_label() -> None:
    head = "<meta name=author content='Harbour Welle'>"
    assert extract(page(H1, head, "<p>Auteur : Edda Marsh</p>")).authors == ("Edda Marsh",)


def test_an_author_among_other_labels_is_read() -> None:
    end = "<p>Datum: 3.5.2026 Autor: Edda Marsh Quelle: Hafenblatt</p>"
    assert extract(page(H1, end=end)).authors == ("Edda Marsh",)


def test_a_label_that_begins_a_sentence_names_its_author() -> None:
    end = "<p>Autorin: Edda Marsh, Projektleiterin der Hafenstiftung in Cape Sorrow.</p>"
    assert extract(page(H1, end=end)).authors == ("Edda Marsh",)


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By <a href="/author/e">Edda Marsh</a>, fact-checked by <a href="/author/b">Bo Lind</a></p>',
        "<p class=byline>Text: Edda Marsh, Fotos: Bo Lind</p>",
        "<p class=byline>Edda Marsh | Illustration by Bo Lind</p>",
    ],
)
def test_who_checked_or_illustrated_a_story_did_not_write_it(byline: str) -> None:
    assert extract(page(H1 + byline)).authors == ("Edda Marsh",)


def test_a_byline_that_goes_on_in_the_next_box_is_read_there() -> None:
    byline = "<div class=author><div>Coast Von</div><div>Edda Marsh</div></div>"
    assert extract(page(H1 + byline)).authors == ("Edda Marsh",)


def test_a_picture_s_credit_in_a_box_called_byline_is_nobody_s_byline() -> None:
    assert extract(page(H1, end="<p class=text__byline>Bild © TNA Coast</p>")).authors == ()


@pytest.mark.parametrize("author", ['{"@type":"Organization","name":"globe.example"}', '"The Globe"'])
def test_the_site_itself_is_named_where_nobody_else_is(author: str) -> None:
    head = ld(author) + "<meta property=og:site_name content='The Globe'>"
    assert extract(page(H1, head)).authors in (("globe.example",), ("The Globe",))


def test_a_byline_that_is_the_site_s_name_names_the_site() -> None:
    head = "<meta property=og:site_name content='The Globe'>"
    assert extract(page(H1 + "<div class=author-name>The Globe</div>", head)).authors == ("The Globe",)


def test_an_agency_that_reported_a_story_is_named_at_its_end() -> None:
    assert extract(page(H1, end="<p>Reporting by The Northern Press Agency.</p>")).authors == (
        "The Northern Press Agency",
    )


def test_a_name_that_closes_the_story_s_own_paragraphs_signs_it() -> None:
    assert extract(page(H1, end="<p>Edda Marsh</p>")).authors == ("Edda Marsh",)
    assert extract(page(H1, end="<p><a href=/tag>Edda Marsh</a></p>")).authors == ()


def test_a_template_that_calls_the_whole_story_an_advert_does_not_hide_its_byline() -> None:
    top = f"<div class=ad-page>{H1}<p class=author>Edda Marsh</p>"
    assert extract(page(top, end="</div>")).authors == ("Edda Marsh",)


@pytest.mark.parametrize(
    ("byline", "day"),
    [
        ("Per Edda Marsh", "3 de maig de 2026"),
        ("Edda Marsh skrifar", "3. maí 2026 kl. 14:05"),
        ("Szerző: Edda Marsh", "2026.05.03. 14:05"),
        ("Piše Edda Marsh", "3. svibnja 2026. u 14:05"),
        ("Autorka: Edda Marsh", "3 maja 2026"),
        ("Deur Edda Marsh", "3 Mei 2026"),
        ("Penulis: Edda Marsh", "Minggu, 3 Mei 2026 14:05 WIB"),
        ("Yazan: Edda Marsh", "3 Mayıs 2026 14:05"),
        ("Von Edda Marsh", "Stand: 03.05.2026, 14:05 Uhr, und das ist der letzte Stand"),
    ],
)
@pytest.mark.parametrize("form", ["<div class=byline>@b</div><p>@d</p>", "<div class=meta>@b | @d</div>"])
def test_bylines_are_read_in_many_languages(byline: str, day: str, form: str) -> None:
    assert extract(page(H1 + form.replace("@b", byline).replace("@d", day))).authors == ("Edda Marsh",)


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("Автор: Едда Марш", "Едда Марш"),
        ("Της Έντα Μαρς", "Έντα Μαρς"),
        ("كتب: أحمد علي", "أحمد علي"),
        ("מאת: דנה לוי", "דנה לוי"),
        ("نویسنده: علی رضایی", "علی رضایی"),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี"),
        ("记者 林海", "林海"),
        ("文／林海", "林海"),
        ("정하나 기자 hana@globe.example", "정하나"),
    ],
)
def test_bylines_are_read_in_many_scripts(byline: str, name: str) -> None:
    assert extract(page(f"{H1}<div class=byline>{byline}</div>")).authors == (name,)
