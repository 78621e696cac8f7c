from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.extract.agency import CAPTION, CREDIT, DUMP, PAGE, STORY, TITLE
from tests.extract.pages import extract
from tui.article import Article, BlockKind, Page
from tui.errors import NoArticle
from tui.extract import explain_extraction, extract_article
from tui.quotes import add_quotes


def dump(text: str) -> Article:
    return extract_article(Page("-", "", text.encode(), "text/plain"))


@pytest.fixture(params=["page", "dump"])
def story(request: pytest.FixtureRequest) -> Article:
    return extract(PAGE, "https://coast10.example/lighthouse") if request.param == "page" else dump(DUMP)


def test_the_agency_s_page_comes_out_exactly_as_a_page_and_as_a_dump(story: Article) -> None:
    assert story.title == TITLE
    assert story.authors == ("Edda Marsh", "Ole Brandt")
    assert story.published == datetime(2026, 10, 2, 8, 15, tzinfo=UTC)
    assert story.updated == datetime(2026, 10, 2, 9, 40, tzinfo=UTC)
    assert story.dateline == "PORT MARSH"
    assert [block.text for block in story.blocks] == list(STORY)
    assert {block.kind for block in story.blocks} == {BlockKind.PARAGRAPH}


def test_its_gallery_keeps_its_count_and_its_caption_its_credit(story: Article) -> None:
    (figure,) = story.figures
    assert (figure.caption, figure.credit) == (CAPTION, CREDIT)
    assert (figure.photographer, figure.agency) == ("Bo Lind", "Harbour Pool Photo, NPA")
    assert (figure.position, figure.total) == (1, 24)


def test_its_quotations_are_found_with_their_speaker(story: Article) -> None:
    found = add_quotes(story).quotes
    assert [quote.text for quote in found][:2] == ["Nobody fell, and nobody will,", "older than the authority"]
    assert found[0].speaker.endswith("Anna Lindqvist")


def test_every_line_left_out_of_a_dump_is_told_with_its_rule() -> None:
    decisions = explain_extraction(Page("-", "", DUMP.encode(), "text/plain"))[1]
    dropped = {decision.text: decision.rule for decision in decisions if decision.action == "dropped"}
    for line in ("Skip to main content", "76º", "1 / 24", "Recommended Videos", "Loading...", "News", "Weather"):
        assert dropped[line]


def test_a_credit_on_the_line_after_a_caption_belongs_to_it() -> None:
    text = f"{TITLE}\n\nThe quay at dawn.\nPhoto: Bo Lind/TNA\n\n{STORY[0]}\n\n{STORY[1]}"
    article = dump(text)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [("The quay at dawn.", "Bo Lind/TNA")]
    assert article.text == f"{STORY[0]}\n\n{STORY[1]}"


def test_captions_and_sources_that_are_labelled_are_told_apart() -> None:
    text = f"{TITLE}\nImage source, Harbour Images\nImage caption,\nThe quay at dawn\n{STORY[0]}\n{STORY[1]}"
    article = dump(text)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [("The quay at dawn", "Harbour Images")]


def test_a_dump_s_counter_gives_a_picture_its_place() -> None:
    text = f"{TITLE}\n3 / 24\nThe quay at dawn. (Bo Lind/TNA)\n{STORY[0]}\n{STORY[1]}"
    assert [(figure.position, figure.total) for figure in dump(text).figures] == [(3, 24)]


def test_a_paragraph_that_was_wrapped_at_a_width_is_one_paragraph() -> None:
    wrapped = "\n\n".join(
        text.replace(" the ", "\nthe ", 1).replace(" and ", "\nand ", 1) for text in (TITLE, *STORY, *STORY)
    )
    assert "\n" not in dump(wrapped).blocks[0].text


def test_headings_lists_and_standfirst_of_a_dump_keep_their_kind() -> None:
    text = f"{TITLE}\n{STORY[0]}\nWhat is known\n{STORY[1]}\n• Four bolts\n• One lamp\n{STORY[2]}"
    kinds = [block.kind for block in dump(text).blocks]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.PARAGRAPH,
    ]


def test_menu_entries_before_the_headline_are_not_taken_for_it() -> None:
    menu = (
        "Home\nWhat to watch on the coast tonight\nNews\nSport\nOpinion\nCulture\nTravel\nMoney\nFood\nScience\nMore\n"
    )
    assert dump(f"{menu}{TITLE}\nBy Edda Marsh\n{STORY[0]}\n{STORY[1]}").title == TITLE


def test_related_headlines_at_the_end_of_a_dump_are_no_part_of_the_story() -> None:
    text = f"{TITLE}\n{STORY[0]}\n{STORY[1]}\nMost Read\nCod prices fall again in the north\nFerry is late, again\n"
    assert dump(text).text == f"{STORY[0]}\n\n{STORY[1]}"


def test_a_paragraph_about_newsletters_stays() -> None:
    prose = "The authority now sends a newsletter to every fisherman on the coast, and nobody has been seen reading it."
    assert prose in dump(f"{TITLE}\n{STORY[0]}\n{prose}\n{STORY[1]}").text


def test_an_empty_dump_is_told_as_such() -> None:
    with pytest.raises(NoArticle):
        dump(" \n\n")


def test_a_dump_of_too_many_lines_is_cut_and_told() -> None:
    article = dump(f"{TITLE}\n{STORY[0]}\n{STORY[1]}\n" + "x\n" * 20_000)
    assert article.text == f"{STORY[0]}\n\n{STORY[1]}"
    assert any("20,000 lines" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "caption",
    [
        "Harbour Master Anna Lindqvist (left) and the last keeper of Port Marsh look up at the lamp.",
        "Hafenmeisterin Anna Lindqvist (2. v.l.) und der letzte Wärter von Port Marsh.",
        "De gauche à droite, Anna Lindqvist, Ole Brandt et le dernier gardien du phare.",
        "The keeper of the lighthouse rests on the stairs of Port Marsh, Thursday, Oct. 1, 2026, in Northland.",
        "In this undated photo, the lighthouse of Port Marsh is seen from the mole.",
        "Die Treppe des Leuchtturms von Port Marsh (Symbolbild)",
        "Anna Lindqvist (Port Authority) counts the bolts of the tower",
        "The stairs of the lighthouse of Port Marsh, of which the authority says that they hang on four bolts",
    ],
)
def test_a_caption_without_a_credit_is_told_by_what_it_says_and_how_it_ends(caption: str) -> None:
    article = dump(f"{TITLE}\n\n{STORY[0]}\n\n{STORY[1]}\n\n{caption}\n\n{STORY[2]}\n\n{STORY[3]}")
    assert [figure.caption for figure in article.figures] == [caption]
    assert article.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "“The left is no side of a tower,” she said, and (right) there she stopped.",
        "What the bolts of a lighthouse carry",
        "She named three dates: Thursday, the first of October, and two that she would not speak of.",
    ],
)
def test_paragraphs_and_subheadings_stay_in_the_story(line: str) -> None:
    article = dump(f"{TITLE}\n\n{STORY[0]}\n\n{STORY[1]}\n\n{line}\n\n{STORY[2]}\n\n{STORY[3]}")
    assert article.figures == ()
    assert line in article.text


@pytest.mark.parametrize("credit", ["REUTERS", "(Bo Lind / AP)", "Photo: Bo Lind"])
def test_a_credit_after_a_short_sentence_of_the_story_s_middle_makes_it_a_caption(credit: str) -> None:
    caption = "A keeper of the lighthouse climbs the stairs of Port Marsh for the last time before the winter comes in."
    article = dump(f"{TITLE}\n\n{STORY[0]}\n\n{STORY[1]}\n\n{caption}\n{credit}\n\n{STORY[2]}\n\n{STORY[3]}")
    assert [figure.caption for figure in article.figures] == [caption]
    assert article.figures[0].credit
    assert article.text == "\n\n".join(STORY)


def test_names_after_a_caption_without_a_credit_are_its_credit() -> None:
    caption = "Anna Lindqvist (left) counts the bolts of the tower."
    article = dump(f"{TITLE}\n\n{STORY[0]}\n\n{caption}\nBo Lind, Harbour Pool\n\n{STORY[1]}\n\n{STORY[2]}")
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(caption, "Bo Lind, Harbour Pool")]


def test_buttons_of_networks_are_nobody_s_credit() -> None:
    article = dump(f"{TITLE}\n\nBy Edda Marsh\nFacebook\nInstagram\n\n{STORY[0]}\n\n{STORY[1]}")
    assert article.figures == ()
    assert article.authors == ("Edda Marsh",)
