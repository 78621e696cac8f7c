"""Statements in our own sentences: each class of difficulty, in the languages it concerns."""

from __future__ import annotations

import pytest

from tui.article import Article, Block, BlockKind, Quote, QuoteKind
from tui.quotes import add_quotes, find_quotes


def _only(*paragraphs: str, language: str = "en") -> Quote:
    listed = [quote for quote in find_quotes(paragraphs, language=language) if quote.kind is QuoteKind.DIRECT]
    assert len(listed) == 1, listed
    return listed[0]


def test_a_comma_and_a_verb_of_saying_name_the_speaker() -> None:
    quote = _only("“The mill will open again in the spring,” said Mary Orme, who owns it.")
    assert (quote.speaker, quote.speaker_as_written, quote.cue) == ("Mary Orme", "Mary Orme", "said")
    assert quote.text == "The mill will open again in the spring,"


def test_a_last_name_is_given_in_full() -> None:
    quote = _only(
        "Harbour master Jonas Vale resigned on Monday.", "“I have had enough of the tides,” Vale told reporters."
    )
    assert (quote.speaker, quote.speaker_as_written) == ("Jonas Vale", "Vale")


def test_a_pronoun_points_to_the_person_of_its_gender() -> None:
    quote = _only("Mary Orme met Peter Lund at the mill.", "“We shook hands and that was all,” she said.")
    assert quote.speaker == "Mary Orme"


def test_a_possessive_is_enough_for_a_pronoun() -> None:
    quote = _only(
        "Galia Brandt's shop was flooded, and she said she lost it all. “I have nothing left to sell,” she said."
    )
    assert quote.speaker == "Galia Brandt"


def test_a_role_points_to_who_has_it() -> None:
    quote = _only("Mayor Ida Holm opened the bridge.", "“It will stand for a hundred years,” the mayor said.")
    assert quote.speaker == "Ida Holm"


def test_an_age_points_to_who_has_it() -> None:
    quote = _only("Tom Reed, 49, walked home.", "“I was wet to the bone by then,” the 49-year-old said.")
    assert quote.speaker == "Tom Reed"


def test_a_quotation_that_stands_alone_goes_on() -> None:
    found = find_quotes(["“The bridge is safe,” Ida Holm said.", "“Nobody needs to worry about it.”"], language="en")
    assert {quote.speaker for quote in found} == {"Ida Holm"}


def test_a_split_quotation_is_one_with_two_places() -> None:
    quote = _only("“The bridge is safe,” Ida Holm said. “Nobody needs to worry.”")
    assert len(quote.parts) == 2
    assert quote.text == "The bridge is safe, Nobody needs to worry."


def test_paragraphs_that_open_without_closing_are_one() -> None:
    quote = _only("Ida Holm said: “The bridge is safe.", "“Nobody needs to worry about it.”")
    assert [place.block for place in quote.parts] == [0, 1]


def test_a_fragment_within_the_writer_s_sentence_goes_on_with_nothing() -> None:
    paragraphs = (
        "“The clocks fell silent,” said Orla Finch. “Nobody slept.”",
        "The council voted to restore “the old courtesy between the towers,” and went home.",
    )
    first = find_quotes(paragraphs, language="en")[0]
    assert [part.block for part in first.parts] == [0, 0]


def test_mixed_marks_are_a_pair() -> None:
    assert _only('“It is their own affair in the end," Ida Holm said.').speaker == "Ida Holm"


def test_a_heading_between_does_not_take_the_word() -> None:
    quote = _only(
        "Ida Holm said she was tired of waiting.", "A harbour without Peter Lund", "“I went home at last,” she said."
    )
    assert quote.speaker == "Ida Holm"


def test_an_apposition_does_not_hide_the_subject() -> None:
    quote = _only("Will Orme, a miller and an organizer at the guild, said: “We will be back next year.”")
    assert quote.speaker == "Will Orme"


def test_the_name_is_taken_from_within_its_roles() -> None:
    quote = _only("“The river took it all away,” said oil and gas worker Mike Lund.")
    assert quote.speaker == "Mike Lund"


def test_an_unknown_verb_after_a_comma_is_a_cue() -> None:
    quote = _only("“Get out of my orchard this instant,” Ida Holm thundered.")
    assert (quote.speaker, quote.cue) == ("Ida Holm", "thundered")


def test_an_unnamed_source_is_described() -> None:
    assert _only("“We were never told about any of it,” a senior official said.").speaker == "a senior official"


def test_nobody_is_named_where_nobody_is_mentioned() -> None:
    assert all(not quote.speaker for quote in find_quotes(["“It rained all night long in the valley.”"], language="en"))


def test_a_fragment_keeps_its_sentence() -> None:
    [quote] = find_quotes(["Ida Holm said it was “utterly and completely” the town's own affair."], language="en")
    assert quote.kind is QuoteKind.PARTIAL
    assert quote.context == "Ida Holm said it was “utterly and completely” the town's own affair."


def test_an_unnamed_source_keeps_what_tells_it_apart() -> None:
    quote = _only("“We were never told about any of it,” said one miller familiar with the talks.")
    assert quote.speaker == "one miller familiar with the talks"


def test_a_noun_that_looks_like_a_verb_of_saying_is_a_noun() -> None:
    quote = _only("“You may read all of it,” harbour senior trial counsel Carla Lewis Orme wrote in a filing.")
    assert (quote.speaker, quote.cue) == ("Carla Lewis Orme", "wrote")


def test_as_somebody_puts_it_is_an_attribution() -> None:
    quote = _only("As Peter Lund, the No. 2 of the guild, put it: “This mill will not be opened again.”")
    assert quote.speaker == "Peter Lund"


def test_a_question_is_tied_to_who_asked_somebody() -> None:
    quote = _only("“Why are you still here?” Ida Holm asked the millers. “What does it say about us?”")
    assert (quote.speaker, len(quote.parts)) == ("Ida Holm", 2)


def test_a_relative_clause_does_not_take_the_participle() -> None:
    quote = _only(
        "Ida Holm mocked the miller, saying anybody who complains about the rain “is not having a good day at all.”"
    )
    assert quote.speaker == "Ida Holm"


def test_a_blank_forgotten_after_the_mark_does_not_hide_the_speaker() -> None:
    assert _only('"The mill raises new questions for all of us,"Ida Holm said in a letter.').speaker == "Ida Holm"


def test_the_place_where_it_was_said_does_not_speak() -> None:
    quote = _only(
        "Outside the hall in downtown Marrow, about 200 protesters gathered, chanting “Open the river gate now!”"
    )
    assert quote.speaker == "200 protesters"


@pytest.mark.parametrize("text", ["The so-called “smart” gate broke.", "The novel “Low Water” sold well."])
def test_terms_and_titles_are_no_statements(text: str) -> None:
    assert all(quote.kind not in {QuoteKind.DIRECT, QuoteKind.PARTIAL} for quote in find_quotes([text], language="en"))


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("de", "„Die Brücke ist sicher gebaut worden“, sagte Greta Holm am Abend.", "Greta Holm", "sagte"),
        ("de", "»Die Brücke ist sicher gebaut worden«, so Greta Holm.", "Greta Holm", "so"),
        ("fr", "« Le pont est solide et il le restera », explique Jeanne Morel.", "Jeanne Morel", "explique"),
        ("es", "«El puente es seguro y lo será siempre», dijo Marta Rueda.", "Marta Rueda", "dijo"),
        ("pt", "“A ponte é segura e vai continuar assim”, disse Marta Lopes.", "Marta Lopes", "disse"),
        ("it", "«Il ponte è sicuro e resterà così», ha detto Carla Monti.", "Carla Monti", "detto"),
        ("nl", "“De brug is veilig en dat blijft zo”, zei Greta Bakker.", "Greta Bakker", "zei"),
    ],
)
def test_each_language_brings_its_cues(language: str, text: str, speaker: str, cue: str) -> None:
    [quote] = find_quotes([text], language=language)
    assert (quote.speaker, quote.cue, quote.kind) == (speaker, cue, QuoteKind.DIRECT)


def test_a_french_pronoun_behind_its_verb_is_resolved() -> None:
    quote = _only("Jeanne Morel a visité le pont.", "« Il est solide et le restera », explique-t-elle.", language="fr")
    assert quote.speaker == "Jeanne Morel"


def test_the_language_is_guessed_when_it_is_not_told() -> None:
    [quote] = find_quotes(
        ["Die Brücke ist nicht alt und wird auch von der Stadt gepflegt. „Sie ist sicher gebaut“, sagte Greta Holm."]
    )
    assert quote.speaker == "Greta Holm"


def test_headings_and_code_of_an_article_are_not_searched() -> None:
    blocks = (
        Block(BlockKind.HEADING, "“We are safe,” said Ida Holm.", level=2),
        Block(BlockKind.CODE, 'print("We are safe and sound, all of us")'),
        Block(BlockKind.PARAGRAPH, "“We are safe here,” said Ida Holm."),
    )
    article = add_quotes(Article("-", "", "Safe", blocks, language="en"))
    assert [quote.place.block for quote in article.quotes] == [2]
    assert article.blocks == blocks


@pytest.mark.parametrize("lead", ["Denn:", "In dem Brief an den Rat steht unter anderem:"])
def test_a_sentence_after_a_colon_is_a_statement_even_where_no_verb_of_saying_stands(lead: str) -> None:
    found = find_quotes(
        [f"Die Brücke bleibt zu. {lead} „Das Wasser steht dort höher als die Straße im Hafen.“"], language="de"
    )
    assert [quote.kind for quote in found] == [QuoteKind.DIRECT]


@pytest.mark.parametrize(
    "text",
    [
        "“Harbour”: Boats will pay more from May.",
        "On the evening he showed the band's new record: “Low Water Songs”.",
    ],
)
def test_a_heading_in_marks_and_a_thing_shown_after_a_colon_are_no_statements(text: str) -> None:
    assert not any(quote.kind is QuoteKind.DIRECT for quote in find_quotes([text], language="en"))


def test_a_small_word_after_a_name_in_marks_is_no_verb_of_saying() -> None:
    found = find_quotes(["Gestern hat die „Vereinigung der Norder Hafenmeister“, kurz VNH, getagt."], language="de")
    assert not any(quote.kind is QuoteKind.DIRECT for quote in found)


def test_what_somebody_would_ask_later_is_no_attribution_of_what_stands_before() -> None:
    found = find_quotes(
        [
            "Ida Holm told the court: “He knew the bridge. He knew the mill.”",
            "“He would say to us: ‘This is what a good miller does.’” Lund would later ask to meet her at noon.",
        ],
        language="en",
    )
    assert [quote.speaker for quote in found if quote.is_statement] == ["Ida Holm"] * len(found)
