"""Subjects in English: what is no name, who stands in whose way, and who is heard; in our own sentences."""

from __future__ import annotations

import pytest

from tui.article import Quote, QuoteKind
from tui.quotes import find_quotes


def _last(*paragraphs: str) -> Quote:
    return [quote for quote in find_quotes(paragraphs, language="en") if quote.is_statement][-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (("Carrying flags and lamps, they met at noon.", "“Power to the millers!” the group shouted."), "the group"),
        (("The Norland Choir sang.", "Make a plan for the night.", "“It warms us,” it said."), "Norland Choir"),
    ],
)
def test_a_verb_that_begins_a_sentence_is_no_name(text: tuple[str, ...], speaker: str) -> None:
    assert _last(*text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Archbishop Aris Holm of the Norland Church said, “We suffer one tide.” He added, “So we stand together.”",
            "Aris Holm",
        ),
        ("The Bank of Norland said: “Rates will stay where they are for now.”", "Bank of Norland"),
    ],
)
def test_of_belongs_to_the_name_of_a_house_and_not_to_a_title_before_a_name(text: str, speaker: str) -> None:
    assert _last(text).speaker == speaker


def test_a_noun_behind_an_adjective_is_no_verb_of_saying() -> None:
    quote = _last("Howard Lund continued his scathing remarks.", "“She has not been to the harbour for a year.”")
    assert quote.speaker == "Howard Lund"


def test_then_parts_a_subject_from_its_verb() -> None:
    quote = _last("Peter Lund came late. Ida Holm said he then announced: “My friend will be joining us tonight.”")
    assert quote.speaker == "Peter Lund"


@pytest.mark.parametrize(
    "text",
    [
        "The tide takes all (Ida Holm, who rang the bell that night, once said, “It came to us so many times”).",
        "The port is “racing towards its end,” as Ida Holm, professor at the Tide Centre, a Norland school, puts it.",
        "The Courier showed footage of Ida Holm asking, “Why are we not fifty boats ahead, you might ask?”",
        "The millers were quick to follow, with Ida Holm writing that “it was a disaster for the whole harbour.”",
        "The editor I was talking to, Ida Holm, broke off to announce, “And there goes the whole harbour.”",
        "Ida Holm said, per a clerk, that the door led to a room that “was full of old nets, as many such rooms are.”",
    ],
)
def test_who_is_heard_is_found_in_brackets_in_asides_and_in_what_others_show(text: str) -> None:
    assert _last("Ida Holm spoke.", text).speaker == "Ida Holm"


def test_a_last_name_behind_the_name_of_a_paper_begins_anew() -> None:
    text = [
        "Ida Holm rang the bell.",
        "Speaking to the Daily Mail Holm claimed: “A lot of things happened that night.”",
    ]
    assert _last(*text).speaker == "Ida Holm"


def test_the_state_behind_a_town_does_not_speak() -> None:
    text = (
        "In Orme, Colo., the miller ended her speech by quoting an old song: “Every obstacle yields to a patient hand.”"
    )
    assert _last("Ida Holm rang the bell.", text).speaker != "Colo"


def test_an_unnamed_other_is_kept_as_written() -> None:
    text = "“The harbour does not care,” wrote one miller. “Better watch out for the tide by the gate,” wrote another."
    assert _last(text).speaker == "another"


def test_some_of_many_are_named_whole() -> None:
    text = "Hundreds of pro-harbour farmers marched at noon, chanting “Bridge or boat, but no toll for us.”"
    assert _last(text).speaker == "Hundreds of pro-harbour farmers"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (("Sen. Ida Holm met Peter Lund.", "Lund was late.", "“It was a long night,” the senator said."), "Ida Holm"),
        (("Adv Ida Holm met Peter Lund.", "Lund was late.", "“It was a long night,” the lawyer said."), "Ida Holm"),
        (
            ("Advocate Peter Holm was born to Ida Holm.", "Ida Holm left. Adv Holm stayed.", "“I like it,” he said."),
            "Peter Holm",
        ),
    ],
)
def test_a_short_title_is_known_again_when_it_is_written_out(text: tuple[str, ...], speaker: str) -> None:
    assert _last(*text).speaker == speaker


def test_a_last_name_may_be_an_adjective() -> None:
    text = ["If you worried about Damel Green, here is good news.", "“It was quick,” quipped Green, who lives in Orme."]
    assert _last(*text).speaker == "Damel Green"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“What he knows is twenty years old,” said a longtime adviser to Lund.", "a longtime adviser to Lund"),
        ("“It feels like spring,” says Lead Planner Ida Holm.", "Ida Holm"),
        ("“It feels like spring,” says Frenchwoman Xaviera Holm.", "Xaviera Holm"),
        ("“It feels like spring,” says Norland Mills Founder and Lead Planner Ida Holm.", "Ida Holm"),
        ("“It feels like spring,” says founder and chief executive Ida Holm.", "Ida Holm"),
        ("Suddenly Holm rose. Nobody saw Holm leave. “It is time to go home now,” Holm said.", "Holm"),
    ],
)
def test_roles_and_adverbs_before_a_name_are_no_part_of_it(text: str, speaker: str) -> None:
    assert _last(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        ("“We can only wonder at it,” state senator Ida Holm and Judge Peter Lund, both millers, said.",),
        ("“We can only wonder at it,” tide experts Ida Holm and Peter Lund wrote in May.",),
        ("Ida Holm and Peter Lund of Orme:", "“We can only wonder at it all now.”"),
    ],
)
def test_two_who_speak_together_are_both_named(text: tuple[str, ...]) -> None:
    assert _last(*text).speaker == "Ida Holm and Peter Lund"


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Peter Lund, he has found no work. “When you have a family, study comes later,” he said.",
        "According to Peter Lund, he said, “I do not believe that it can be done.”",
    ],
)
def test_a_pronoun_is_not_whom_its_own_phrase_sets_apart(text: str) -> None:
    assert _last("Tom Holm came to the harbour in May.", text).speaker == "Tom Holm"


def test_i_with_any_apostrophe_is_no_name() -> None:
    quote = _last(
        "My mother Ida Holm left early. Now I’m happy that I’ve stayed.", "“It is late for all of us,” she said."
    )
    assert quote.speaker == "Ida Holm"


def test_a_house_is_told_from_a_person_whose_last_name_is_a_word_for_houses() -> None:
    text = [
        "Peter Lund taught here.",
        "Serhii Radio, a researcher, says he left. “They checked each of us,” he explains.",
    ]
    assert _last(*text).speaker == "Serhii Radio"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Stephen Holm fell ill.",
                "The captain, Ida Lund, and his mother approached Holm.",
                "“It is fine,” he said.",
            ),
            "Stephen Holm",
        ),
        (
            (
                "Peter Lund was there. So was Tom Holm, miller Ida Vale and others.",
                "Holm left.",
                "“It rains,” he said.",
            ),
            "Tom Holm",
        ),
        (("Mary Holm is ill. Of Mary Holm, her son said little.", "“I am not afraid of it,” she said."), "Mary Holm"),
        (("Ida Holm spoke first.", "Mr. Holm left at noon.", "“It was a long day,” she said."), "Ida Holm"),
        (("Ida Holm came. Ida Holm, who is chairman of the guild, left.", "“It was long,” she said."), "Ida Holm"),
    ],
)
def test_who_is_a_man_or_a_woman_is_told_by_his_own_words_only(text: tuple[str, ...], speaker: str) -> None:
    assert _last(*text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A statement e-mailed to the Courier by Ida Holm, who joined in May, said “we will stay in the port.”",
        "According to a court document filed by state attorney Ida Holm, “there was cause enough to make an arrest.”",
        "“It is time that we built this bridge,” exhorted the guild's herald, singer Ida Holm.",
        "When Ida Holm pointed out that “he built a bridge that carries all of us,” Lund seized upon it.",
    ],
)
def test_authors_and_those_behind_others_are_named(text: str) -> None:
    assert _last("Peter Lund spoke.", text).speaker == "Ida Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            ("Ida Holm went home.", "Separately, the mayor of Orme left.", "“It was a long day for us,” she said."),
            "Ida Holm",
        ),
        (
            ("Tom Holm went home.", "From Tennessee, the herald wrote little.", "“It was a long day,” he said."),
            "Tom Holm",
        ),
        (("“It feels like spring,” said Billionaire Xanvier Holm.",), "Xanvier Holm"),
        (
            ("Dr. Neeraj Holm sat.", "Doctor Holm, a teacher, said, “It will keep on happening every year.”"),
            "Neeraj Holm",
        ),
    ],
)
def test_an_adverb_a_place_and_a_role_are_nobody(text: tuple[str, ...], speaker: str) -> None:
    assert _last(*text).speaker == speaker


def test_what_is_found_or_called_something_does_not_speak() -> None:
    text = "“I was tired,” says Holm. “It was a cake with rye and plums.” The cake can be found in his book of bread."
    assert _last("Peter Holm bakes.", text).speaker == "Peter Holm"


def test_a_people_states_and_does_not_own_a_state() -> None:
    text = "“Today the valley is one of the leading ones,” the Norlanders state in the paper, which was being shared."
    assert _last(text).speaker == "Norlanders"


def test_whom_the_text_once_called_the_mayor_it_goes_on_calling_so() -> None:
    text = [
        "Peter Holm won in May. The mayor smiled.",
        "“He worked hard for it,” the mayor said.",
        *["The tide rose, and the gates were shut again for a week or more. Boats lay still at the quay."] * 3,
        "“We have had less rain every year,” the mayor told reporters.",
    ]
    assert _last(*text).speaker == "Peter Holm"


def test_whom_the_sentence_is_about_has_what_nothing_else_ties() -> None:
    text = ["“It was a long night,” Peter Lund said.", "Ida Holm dashed off a note with the subject line, “It worked!”"]
    assert _last(*text).speaker == "Ida Holm"


@pytest.mark.parametrize(
    "text",
    [
        "But as Ida Holm of the Norland Tide Centre told the Courier, “We have all suffered the same fate at sea.”",
        "Millers were quick to chime in, with Ida Holm writing that it was bad and asking, “Is that our bridge?”",
        "In May, Ida Holm told a young man who suggested that some might leave that “this is not the first dry year.”",
    ],
)
def test_the_speaker_is_found_past_a_house_a_first_verb_and_a_listener(text: str) -> None:
    assert _last("Peter Lund spoke.", text).speaker == "Ida Holm"


def test_a_verb_before_a_comma_and_a_quotation_leads_in_the_next_one() -> None:
    text = "Ida Holm told the Courier, “We suffered the same fate.” Tom Lund added, “So we should be among the first.”"
    found = [quote.speaker for quote in find_quotes([text], language="en") if quote.is_statement]
    assert found == ["Ida Holm", "Tom Lund"]


def test_who_is_asked_about_does_not_answer() -> None:
    text = [
        "“It will be hard for all of them,” says Ida Holm.",
        "Is Peter Lund a good mayor?",
        "“He wants to do well.”",
    ]
    assert _last(*text).speaker == "Ida Holm"


def test_whom_somebody_told_is_not_who_spoke() -> None:
    text = [
        "“The closer you look, the better it gets,” said Peter Lund.",
        "To keep the mill dry, try new boards, Tom Holm, a tanner at the Orme Guild, told Harbour.",
        "“The boards do not rot at all,” he said.",
    ]
    assert _last(*text).speaker == "Tom Holm"


@pytest.mark.parametrize(
    "text",
    [
        "Anyone who doubts it may read a piece titled “Orme Does Best Where The Old Mills Grind Slowly.”",
        "In May, according to “Low Water: Ida Holm and the Orme Mills” by Peter Lund, she left the town.",
    ],
)
def test_a_long_title_is_no_statement(text: str) -> None:
    assert [quote.kind for quote in find_quotes([text], language="en")] == [QuoteKind.TITLE]


def test_what_somebody_unknown_called_so_did_not_say_it() -> None:
    (quote,) = find_quotes(["For years visitors called the ferry “unreliable,” and wrote letters."], language="en")
    assert (quote.speaker, quote.kind) == ("", QuoteKind.PARTIAL)


@pytest.mark.parametrize("standfirst", [[], ["The last boat was the first to be early"]])
def test_neither_a_dateline_s_place_nor_a_boat_spoke_where_nobody_is_known_to_have(standfirst: list[str]) -> None:
    text = [
        *standfirst,
        "ORME HARBOUR, Low Isles (LNA) — The Constance, a ferry, left the quay on Friday. She was early.",
        "For years visitors called the service “unreliable,” and wrote letters.",
    ]
    assert [quote.speaker for quote in find_quotes(text, language="en")] == [""]
