"""Speech without marks: dashes, interviews, transcripts, block quotes; and pull quotes, which count once."""

from __future__ import annotations

import pytest

from tui.article import Article, Block, BlockKind, Mark, MarkKind, QuoteKind
from tui.quotes import add_quotes, find_quotes


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [
        (
            "es",
            ["—No vendré mañana —dijo Ana Rueda—. Tal vez el lunes.", "—Entonces te espero —respondió Luis Prado."],
            [("No vendré mañana Tal vez el lunes.", "Ana Rueda"), ("Entonces te espero", "Luis Prado")],
        ),
        (
            "fr",
            ["— Je viens demain, dit Paul Morel.", "— Très bien, répondit Anne Roux."],
            [("Je viens demain,", "Paul Morel"), ("Très bien,", "Anne Roux")],
        ),
        (
            "de",
            ["– Ich komme morgen, sagte Paul Holm.", "– Gut, antwortete Greta Vogt."],
            [("Ich komme morgen,", "Paul Holm"), ("Gut,", "Greta Vogt")],
        ),
        (
            "it",
            ["— Vengo domani, disse Paolo Riva.", "— Va bene, rispose Anna Monti."],
            [("Vengo domani,", "Paolo Riva"), ("Va bene,", "Anna Monti")],
        ),
        (
            "pt",
            ["— Venho amanhã — disse Ana Lopes.", "— Está bem — respondeu Luís Prado."],
            [("Venho amanhã", "Ana Lopes"), ("Está bem", "Luís Prado")],
        ),
    ],
)
def test_dashes_lead_dialogue(language: str, paragraphs: list[str], expected: list[tuple[str, str]]) -> None:
    assert [(quote.text, quote.speaker) for quote in find_quotes(paragraphs, language=language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "pieces", "speaker"),
    [
        ("ru", "«Мост старый, — сказал Пётр Лунин, — но он стоит».", ["Мост старый,", "но он стоит"], "Пётр Лунин"),
        ("es", "«Es viejo —dijo Ana Rueda—, pero aguanta».", ["Es viejo", "pero aguanta"], "Ana Rueda"),
        ("it", "«È vecchio – disse Carla Monti – ma regge».", ["È vecchio", "ma regge"], "Carla Monti"),
    ],
)
def test_a_tag_within_the_marks_is_none_of_the_words(language: str, text: str, pieces: list[str], speaker: str) -> None:
    [quote] = find_quotes([text], language=language)
    assert [text[part.start : part.end] for part in quote.parts] == pieces
    assert quote.speaker == speaker


def test_a_turn_without_a_name_is_nobodys() -> None:
    found = find_quotes(["—No vendré —dijo Ana Rueda.", "—¿Por qué no?"], language="es")
    assert [quote.speaker for quote in found] == ["Ana Rueda", ""]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert find_quotes(["– Three eggs and some flour", "– A pinch of salt"], language="en") == ()


def test_questions_and_answers_are_read_without_marks() -> None:
    found = find_quotes(
        [
            "The miller Jon Vale met our reporter.",
            "Q: How old is the mill?",
            "A: It is old.",
            "Q: Will it run?",
            "A: Yes.",
        ],
        language="en",
    )
    assert [(quote.text, quote.speaker_as_written, quote.speaker) for quote in found] == [
        ("How old is the mill?", "Q", ""),
        ("It is old.", "A", "Jon Vale"),
        ("Will it run?", "Q", ""),
        ("Yes.", "A", "Jon Vale"),
    ]


def test_names_before_a_colon_take_turns() -> None:
    found = find_quotes(
        [
            "We met Ida Holm and Peter Lund.",
            "Holm: The bridge is safe now.",
            "LUND: I do not think so.",
            "Holm: It is.",
            "LUND: No.",
        ],
        language="en",
    )
    assert [quote.speaker for quote in found] == ["Ida Holm", "Peter Lund", "Ida Holm", "Peter Lund"]


def test_a_list_of_facts_is_no_transcript() -> None:
    assert find_quotes(["Age: 49", "Born: in Marrow", "Trade: miller"], language="en") == ()


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        ("en", ["Tip: Oil it.", "Best for: Damp sheds.", "Cons: It is loud.", "Tip: Keep it dry.", "Cons: It leaks."]),
        ("en", ["WATCH: The mill burns down.", "MORE HERE: The flood is gone.", "WATCH: The mill is rebuilt."]),
        ("de", ["Ein guter Preis.", "Preis: Er ist hoch.", "Farbe: Sie ist rot.", "Preis: Er ist so.", "Farbe: Blau."]),
    ],
)
def test_labels_that_come_again_and_name_nobody_are_no_turns(language: str, paragraphs: list[str]) -> None:
    assert find_quotes(paragraphs, language=language) == ()


def test_a_tip_among_questions_and_answers_is_nobodys() -> None:
    paragraphs = ["Q: Is it old?", "A: It is.", "Tip: Bring boots.", "Q: Will it run?", "A: Yes.", "Tip: Come early."]
    found = find_quotes(paragraphs, language="en")
    assert [quote.place.block for quote in found] == [0, 1, 3, 4]


def test_a_label_on_a_line_of_its_own_is_a_speaker_without_the_break() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "The miller Jon Vale talks about the river."),
        _turn("Courier:\n", "How old is the mill?"),
        _turn("Jon Vale:\n", "It is old."),
        _turn("Courier:\n", "Will it run?"),
        _turn("Jon Vale:\n", "Yes."),
    )
    found = add_quotes(Article("-", "", "Mill", blocks, language="en")).quotes
    assert [quote.speaker for quote in found] == ["Courier", "Jon Vale", "Courier", "Jon Vale"]


def _turn(name: str, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, f"{name} {text}", (Mark(0, len(name), MarkKind.STRONG),))


def test_bold_names_take_turns() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "We met Ida Holm and Peter Lund."),
        _turn("Ida Holm:", "The bridge is safe."),
        _turn("Peter Lund:", "I do not think so."),
        _turn("Ida Holm:", "We have measured it twice."),
    )
    found = add_quotes(Article("-", "", "Safe", blocks, language="en")).quotes
    assert [quote.speaker for quote in found] == ["Ida Holm", "Peter Lund", "Ida Holm"]


def test_a_block_quote_without_marks_is_a_quotation_of_who_leads_it_in() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "Ida Holm wrote to the guild:"),
        Block(BlockKind.QUOTE, "We will not close the mill before the spring.", level=1),
    )
    [quote] = add_quotes(Article("-", "", "Mill", blocks, language="en")).quotes
    assert (quote.text, quote.kind, quote.speaker) == (blocks[1].text, QuoteKind.DIRECT, "Ida Holm")


def test_a_pull_quote_stands_once() -> None:
    [quote] = find_quotes(
        ["Ida Holm opened it. “It will stand for a hundred years,” she said.", "“It will stand for a hundred years.”"],
        language="en",
    )
    assert (quote.speaker, quote.place.block) == ("Ida Holm", 0)


def test_the_same_short_answer_twice_is_two_quotations() -> None:
    found = find_quotes(["“No,” said Ida Holm.", "“No,” said Peter Lund."], language="en")
    assert [quote.speaker for quote in found] == ["Ida Holm", "Peter Lund"]


def test_a_paper_asks_its_own_questions() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "The miller Jon Vale talks about the river."),
        _turn("Courier:", "How old is the mill?"),
        _turn("Jon Vale:", "It is old."),
        _turn("Courier:", "Will it run?"),
        _turn("Vale:", "Yes."),
    )
    found = add_quotes(Article("-", "", "Mill", blocks, language="en")).quotes
    assert [quote.speaker for quote in found] == ["Courier", "Jon Vale", "Courier", "Jon Vale"]


@pytest.mark.parametrize(
    ("language", "lead", "questions", "answers", "speaker"),
    [
        ("en", "The miller Jon Vale is 90.", ["Is it old?", "Will it?"], ["I like it.", "Yes."], "Jon Vale"),
        ("de", "Die Müllerin Greta Voss ist 90.", ["Alt?", "Bleiben Sie?"], ["Ja, ich mag sie.", "Ja"], "Greta Voss"),
        ("fr", "Le meunier Paul Morel a 90 ans.", ["Vieux ?", "Et après ?"], ["Oui, je l’aime.", "Non"], "Paul Morel"),
        ("es", "El alcalde Luis Prado tiene 90.", ["¿Viejo?", "¿Y luego?"], ["Yo vivo aquí.", "Nada"], "Luis Prado"),
        ("pt", "O moleiro Luís Prado tem 90.", ["Velho?", "E depois?"], ["Sim, eu vivo aqui.", "Nada"], "Luís Prado"),
        ("it", "Il mugnaio Paolo Riva ha 90 anni.", ["Vecchio?", "E poi?"], ["Io vivo qui.", "Niente"], "Paolo Riva"),
        ("nl", "De burgemeester Piet Bakker is 90.", ["Oud?", "En dan?"], ["Ik woon hier.", "Niets"], "Piet Bakker"),
    ],
)
def test_bold_questions_are_answered_by_whom_the_text_is_about(
    language: str, lead: str, questions: list[str], answers: list[str], speaker: str
) -> None:
    paragraphs = [lead, questions[0], answers[0], questions[1], answers[1]]
    bold = {1: len(questions[0]), 3: len(questions[1])}
    found = find_quotes(paragraphs, language=language, bold=bold)
    assert [(quote.text, quote.speaker) for quote in found] == [
        (questions[0], ""), (answers[0], speaker), (questions[1], ""), (answers[1], speaker),
    ]  # fmt: skip


def test_bold_questions_of_an_explainer_are_no_interview() -> None:
    paragraphs = ["A flood came.", "What happened?", "The river rose.", "Who is to blame?", "Nobody, says the town."]
    assert find_quotes(paragraphs, language="en", bold={1: 14, 3: 16}) == ()


def test_an_answer_runs_over_paragraphs() -> None:
    paragraphs = ["Miller Jon Vale is 90.", "Is it old?", "It is.", "I like it.", "Why?", "I live here.", "Read on."]
    found = find_quotes(paragraphs, language="en", bold={1: 10, 4: 4})
    assert [[part.block for part in quote.parts] for quote in found] == [[1], [2, 3], [4], [5]]
    assert found[1].text == "It is. I like it."
