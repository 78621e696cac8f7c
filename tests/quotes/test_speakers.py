"""Speakers: who an article's words mean, and nobody rather than somebody wrong; each class in our own sentences."""

from __future__ import annotations

import pytest

from tui.article import Quote, QuoteKind
from tui.quotes import find_quotes


def _last(*paragraphs: str, language: str = "en") -> Quote:
    return [quote for quote in find_quotes(paragraphs, language=language) if quote.is_statement][-1]


@pytest.mark.parametrize(
    ("language", "first", "second", "speaker"),
    [
        ("en", "Mary Orme met the millers.", "“We shook hands and that was all,” she said.", "Mary Orme"),
        ("de", "Greta Holm traf die Müller.", "„Wir haben uns die Hand gegeben“, sagte sie.", "Greta Holm"),
        ("fr", "Jeanne Morel a vu le pont.", "« Il est solide et le restera », dit-elle.", "Jeanne Morel"),
        ("es", "Marta Rueda visitó el puente.", "«Es seguro y lo será siempre», dijo ella.", "Marta Rueda"),
        ("pt", "Marta Lopes visitou a ponte.", "“É segura e vai continuar assim”, disse ela.", "Marta Lopes"),
        ("it", "Carla Monti ha visto il ponte.", "«È sicuro e resterà così», ha detto lei.", "Carla Monti"),
        ("nl", "Greta Bakker bezocht de brug.", "“Hij is veilig en dat blijft zo”, zei ze.", "Greta Bakker"),
    ],
)
def test_a_pronoun_is_resolved_across_paragraphs(language: str, first: str, second: str, speaker: str) -> None:
    assert _last(first, second, language=language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "first", "second", "speaker"),
    [
        ("en", "Mayor Ida Holm opened the bridge.", "“It will stand for a hundred years,” the mayor said.", "Ida Holm"),
        (
            "de",
            "Bürgermeisterin Ida Holm kam.",
            "„Sie hält hundert Jahre lang“, sagte die Bürgermeisterin.",
            "Ida Holm",
        ),
        ("en", "The retailer Norr Foods closed.", "“We had no choice in the end,” the company said.", "Norr Foods"),
    ],
)
def test_a_role_is_resolved_to_who_has_it(language: str, first: str, second: str, speaker: str) -> None:
    assert _last(first, second, language=language).speaker == speaker


def test_a_pronoun_does_not_mean_whom_its_sentence_names_next() -> None:
    quote = _last(
        "Officer Harold Adams slept little. Cecil Foster wrote a book about it. Foster works here.",
        "Adams remembers the nights. “I came home and said I would not go back,” he tells Foster.",
    )
    assert quote.speaker == "Harold Adams"


def test_who_reported_last_is_heard_by_the_pronoun() -> None:
    quote = _last(
        "The wave came at nine, Peter Lund said.",
        "Tom van der Reed, a geologist at the coast, said the cliff may have fallen.",
        "“A slope like this can move a lot of water at once,” he said.",
    )
    assert quote.speaker == "Tom van der Reed"


def test_they_are_those_who_spoke_together() -> None:
    quote = _last(
        "Ida Holm and her colleagues wrote to the harbour.", "“We ask for answers by the tenth of May,” they wrote."
    )
    assert quote.speaker == "Ida Holm and her colleagues"


def test_a_document_goes_on_as_it() -> None:
    found = find_quotes(
        [
            "“Nobody was asked before the gate was closed,” the letter stated.",
            "It called the gate “a wall against all who live here.”",
        ],
        language="en",
    )
    assert found[-1].speaker == "the letter"


def test_her_spokesman_is_not_she() -> None:
    quote = _last("Ida Holm left early.", "“There is nothing more to say about it,” her spokesman said.")
    assert quote.speaker == "her spokesman"


def test_the_mayor_of_somewhere_else_is_not_the_mayor_named() -> None:
    quote = _last("Ida Holm visited the mill.", "“We are glad that she came to us,” the owner of the mill said.")
    assert quote.speaker == "the owner of the mill"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“We were never told,” said a senior official who asked not to be named.",
            "a senior official who asked not to be named",
        ),
        ("According to one of the survivors, “nobody came back to look for us that night.”", "one of the survivors"),
        ("“We were never told about any of it,” federal prosecutors said.", "federal prosecutors"),
    ],
)
def test_sources_without_a_name_are_described_whole(text: str, speaker: str) -> None:
    assert _last(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another officer, John Carrow, said: “We went down to the cellar door at once.”", "John Carrow"),
        ("David Marrow, a former officer who was there said: “She told a strange tale of that night.”", "David Marrow"),
        ("Will Orme, a miller and an organizer at the guild, said: “We will be back next year.”", "Will Orme"),
        (
            "“Is it in our interest to act?” Lisa O. Marrow, Holm's adviser on tides, said at a meeting.",
            "Lisa O. Marrow",
        ),
        (
            "Ida Holm, meanwhile, rejects signs that suggest delay, saying that “our bridge is finished.”",
            "Ida Holm",
        ),
        ("“Our way works where others do not,” Peter Lund is quoted as saying.", "Peter Lund"),
    ],
)
def test_appositions_and_side_clauses_are_seen_through(text: str, speaker: str) -> None:
    quote = _last(text)
    assert quote.speaker.replace(".", "") == speaker.replace(".", "")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Der Vorsitzende des Verbandes Norland Karl-Heinz Wurst kritisierte das: „Es ist ein Schlag für uns alle.“",
            "Karl-Heinz Wurst",
        ),
        (
            "Vorbehalte äußerte die Ministerin Renate Schmied (XYZ): „Das ist ein Schlag ins Gesicht aller Lehrer.“",
            "Renate Schmied",
        ),
        (
            "Ihre Augen sind müde, als die Reporterin Rona Avel fragt: „Wie würden Sie das nennen, was geschah?“",
            "Rona Avel",
        ),
        (
            "„Auf dem Eis kann es glatt sein“, warnte die Moderatorin eines Lokalsenders.",
            "die Moderatorin eines Lokalsenders",
        ),
    ],
)
def test_german_subjects_are_found_before_and_behind_the_verb(text: str, speaker: str) -> None:
    assert speaker in _last(text, language="de").speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("zh", "北山市市长李明远表示：“这座桥会一直安全，大家不必担心。”", "李明远", "表示"),
        ("zh", "“我们等了很多年，终于等到了今天。”当地居民王海说。", "王海", "说"),
        ("zh", "诺兰总统卡洛斯·贝尔曼说：“欢迎大家来到我们这里，我们非常高兴。”", "卡洛斯·贝尔曼", "说"),
        ("ja", "田中市長は「橋は安全です。心配はいりません」と述べた。", "田中", "述べた"),
        ("ja", "「橋は安全です。心配はいりません」と佐藤さんは話した。", "佐藤", "話した"),
    ],
)
def test_chinese_and_japanese_speakers_are_read_from_the_signs(
    language: str, text: str, speaker: str, cue: str
) -> None:
    quote = _last(text, language=language)
    assert (quote.speaker, quote.cue) == (speaker, cue)


def test_where_it_is_doubtful_the_confidence_is_low() -> None:
    sure = _last("“The bridge is safe for everybody,” Ida Holm said.")
    doubtful = _last("Peter Lund met Tom Reed at the mill.", "“The bridge is safe for everybody,” he said.")
    assert sure.confidence > 0.9
    assert 0 < doubtful.confidence < 0.75


def test_what_a_paragraph_leaves_open_has_the_speaker_of_what_follows() -> None:
    found = find_quotes(["“The mill is old and the roof leaks.", "“But it works,” Ida Holm said."], language="en")
    assert [(quote.speaker, len(quote.parts)) for quote in found] == [("Ida Holm", 2)]


def test_the_name_of_a_programme_does_not_part_a_statement() -> None:
    found = find_quotes(
        ["“It is more than it was,” Ida Holm said on “Meet the River.” “You do not have to be perfect any more.”"],
        language="en",
    )
    statements = [quote for quote in found if quote.kind is QuoteKind.DIRECT]
    assert [len(quote.parts) for quote in statements] == [2]


def test_a_last_name_that_is_also_a_title_is_a_name() -> None:
    assert (
        _last("Martin Ward King came by boat.", "“We have come a long way together,” King said.").speaker
        == "Martin Ward King"
    )


def test_a_verb_that_needs_no_subject_lets_the_speaker_go_on() -> None:
    found = find_quotes(
        ["Marta Rueda llegó tarde. «He venido muchas veces», confesó. «Nunca lo había visto tan vacío»."],
        language="es",
    )
    assert [(quote.speaker, len(quote.parts)) for quote in found] == [("Marta Rueda", 2)]


def test_who_said_it_behind_the_rest_of_the_sentence_is_found() -> None:
    quote = _last(
        "“It would be a shame for the whole town” if she did not win by more than that, said David Orme, a miller."
    )
    assert quote.speaker == "David Orme"


def test_a_description_that_points_back_is_less_sure_than_a_name_and_words_around_that_tell_nobody_less_still() -> None:
    named = _last("Ida Holm came.", "“The bridge is safe for everybody,” Ida Holm said.")
    described = _last("Mayor Ida Holm came.", "“The bridge is safe for everybody,” the mayor said.")
    untied = find_quotes(["Ida Holm came.", "By then it was plain that “the bridge is safe for everybody now.”"])[-1]
    assert named.confidence > described.confidence > untied.confidence


def test_an_organisation_is_less_sure_than_a_person() -> None:
    person = _last("“The bridge is safe for everybody,” Ida Holm said.")
    group = _last("“The bridge is safe for everybody,” the Norland Institute said.")
    assert person.confidence > group.confidence > 0.6


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Peter Holm, ein Sprecher des Hafenamts, sagte der Norder Fischereizeitung: „Wir prüfen das gerade.“",
            "Peter Holm",
        ),
        ("„Das ist mehr, als wir sonst hier sehen“, zitiert hafen.example Polizeisprecher Peter Holm.", "Peter Holm"),
        ("„Er ist ein Anker in einem hölzernen Schiff“, so nannte ihn der Fischer Peter Holm.", "Peter Holm"),
        ("Das Fazit des Berichts lautete: „Die Brücke hält noch zwanzig Jahre.“", "Das Fazit des Berichts"),
        (
            "Peter Holm lobte den Rat. Die Pflichten der Stadt seien klar: „Niemand darf auf der Brücke frieren.“",
            "Peter Holm",
        ),
    ],
)
def test_german_sentences_name_who_speaks_in_their_own_order(text: str, speaker: str) -> None:
    assert _last(text, language="de").speaker == speaker


def test_a_german_article_tells_a_man_from_a_woman() -> None:
    text = ["Richterin Ida Holm sprach das Urteil.", "„Ich weiß, dass das nicht gut war“, sagte der Student."]
    assert _last(*text, language="de").speaker == "der Student"


def test_what_a_german_number_counts_is_nobody() -> None:
    text = ["Das Urteil lautet: 18 Monate Haft.", "„Was ist mit dem Rad und dem Fahrer geschehen?“, fragte er."]
    assert not _last(*text, language="de").speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Asking for the inquiry, Norland Governor Ida B. Holm (D) asserted that “trust in the port is broken.”",
            "Ida B. Holm",
        ),
        ("“But it was the first time in a long time,” Norland News co-Anchor Peter Holm said.", "Peter Holm"),
        ("Lund heard of it and left as soon as Lund could, Peter Holm said, adding, “It was very loud.”", "Peter Holm"),
        ("Attorneys for Lund told the court on Monday: “It was never the property of the town.”", "Attorneys for Lund"),
    ],
)
def test_the_subject_of_the_verb_is_found_past_what_stands_before_it(text: str, speaker: str) -> None:
    assert _last(text).speaker == speaker


def test_an_unnamed_spokesman_is_not_all_that_he_speaks_for() -> None:
    text = [
        "“We will wait and see,” a Holm campaign spokesman said.",
        "The Holm campaign worded it with care: “She waited.”",
    ]
    assert _last(*text).speaker == "The Holm campaign"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The alliance will respond to the storm as one,” according to a Norland readout.", "a Norland readout"),
        ("The next day, her Courier account posted: “Look at the bridge from the other side.”", "her Courier account"),
        ("“The alliance will respond to the storm as one,” a Norland declared.", "Norland"),
    ],
)
def test_a_name_may_only_describe_the_noun_behind_it(text: str, speaker: str) -> None:
    assert _last(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (("The Norland Times reports:", "“One in three millers left the valley for good.”"), "Norland Times"),
        (
            ("With the council worried about the tide, President Ida Holm opens her talk: “It is about me.”",),
            "Ida Holm",
        ),
        (("“Should there be a list of all the boats here?” a reporter can be heard asking Lund.",), "a reporter"),
        (
            ("The Harbour Post ran a piece that noted his “plan helps the large boats more than small ones.”",),
            "Harbour Post",
        ),
    ],
)
def test_who_speaks_before_a_colon_in_a_piece_or_within_hearing(text: tuple[str, ...], speaker: str) -> None:
    quote = find_quotes(text, language="en")[-1]
    assert quote.speaker == speaker


_DEICH = "„Der Deich wird noch in diesem Jahr gebaut.“"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Deich wird noch in diesem Jahr gebaut“, heißt es von Greta Voss.", "Greta Voss"),
        (
            "Greta Voss zufolge wird der Deich „noch in diesem Jahr gebaut, und zwar von uns allen hier im Ort“.",
            "Greta Voss",
        ),
        (f"Die Norder Zeitung zitiert Greta Voss mit den Worten: {_DEICH}", "Greta Voss"),
        ("„Der Deich wird noch in diesem Jahr gebaut“, zitiert die Norder Zeitung Greta Voss.", "Greta Voss"),
        (f"Greta Voss ehrte den Deichgrafen Jens Holm. Dieser sagte: {_DEICH}", "Jens Holm"),
        ("„Wir warten nicht länger“, sagte Brandt. Sie kündigte zudem an: „Im März geht es los.“", "Brandt"),
        (f"Ein Sprecher des Amtes sagte der Nachrichtenagentur NPA: {_DEICH}", "Sprecher des Amtes"),
        (f"Prof. Dr. Jens Holm von der Universität Norden erklärt: {_DEICH}", "Jens Holm"),
        (f"In dem Schreiben heißt es: {_DEICH}", "dem Schreiben"),
        ("„Der Deich wird noch in diesem Jahr gebaut.“ Das sagte Greta Voss am Montag.", "Greta Voss"),
        ("Wie Jens Holm mitteilte, sei man „auf alles vorbereitet, was in diesem Winter noch kommt“.", "Jens Holm"),
        ("Jens Holm warf dem Rat vor, „die Lage seit Jahren zu verharmlosen und zu belügen, wer fragt“.", "Jens Holm"),
        ("Jens Holm kam zu dem Schluss, „dass der Deich in diesem Winter nicht gebaut werden kann“.", "Jens Holm"),
    ],
)
def test_german_ways_of_saying_who_says_it(text: str, speaker: str) -> None:
    assert speaker in _last(text, language="de").speaker


def test_a_german_verb_in_two_parts_means_saying_only_with_its_second_part() -> None:
    found = find_quotes(["Jens Holm warf dem Hund vor dem Haus „Leckerli“ zu."], language="de")
    assert not any(quote.is_statement for quote in found)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("it", "«La diga sarà finita», le parole di Paolo Riva.", "Paolo Riva"),
        ("it", "Paolo Riva parla di «una decisione assurda, presa senza ascoltare nessuno».", "Paolo Riva"),
        ("it", "Carla Monti non ha dubbi: «La diga sarà costruita quest’anno».", "Carla Monti"),
        ("pt", "“O dique será feito”, disse ao Correio a prefeita Ana Lopes.", "Ana Lopes"),
        ("pt", "Na opinião de Ana Lopes, “o dique será feito antes do fim deste ano”.", "Ana Lopes"),
        ("es", "En opinión de Ana Rueda, «el dique se construirá antes de fin de año».", "Ana Rueda"),
        ("fr", "À en croire Anne Roux, « la digue tiendra encore pendant de longues années ».", "Anne Roux"),
        ("nl", "Greta Bakker liet weten dat “de dijk nog dit jaar gebouwd wordt, wat het ook kost”.", "Greta Bakker"),
        ("ru", "«Мост простоит ещё сто лет», — сказал Иван Петров.", "Иван Петров"),
        ("ru", "Мэр Анна Орлова заявила: «Мост простоит ещё сто лет».", "Анна Орлова"),
        ("ru", "Анна Орлова приехала. «Мост простоит ещё сто лет», — добавила она.", "Анна Орлова"),
        ("ru", "— Мост простоит ещё сто лет, — сказал Иван Петров.", "Иван Петров"),
    ],
)
def test_each_language_says_in_its_own_ways_who_says_it(language: str, text: str, speaker: str) -> None:
    assert _last(text, language=language).speaker == speaker


def test_russian_is_told_by_its_words() -> None:
    [quote] = find_quotes(["Это было не так, как мы думали. «Мост простоит ещё сто лет», — сказала Анна Орлова."])
    assert (quote.speaker, quote.cue) == ("Анна Орлова", "сказала")
