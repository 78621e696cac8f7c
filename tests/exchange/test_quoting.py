"""What is copied: one piece, one line, one set of marks."""

from __future__ import annotations

import re

import pytest

from tui.article import Article, Block, BlockKind, Place, Quote, QuoteKind
from tui.exchange import article_json, cite, quotation_text


def copied(text: str, *, language: str = "en", kind: QuoteKind = QuoteKind.DIRECT) -> str:
    """Return what is copied of the quotation whose pieces stand in braces."""
    blocks, parts = [], []
    for number, line in enumerate(text.split("¶")):
        plain, at = "", 0
        for found in re.finditer(r"\{(.*?)\}", line, re.DOTALL):
            plain += line[at : found.start()]
            parts.append(Place(number, len(plain), len(plain) + len(found[1])))
            plain += found[1]
            at = found.end()
        blocks.append(Block(BlockKind.PARAGRAPH, plain + line[at:]))
    words = " ".join(blocks[part.block].text[part.start : part.end] for part in parts)
    article = Article("x", "", "x", tuple(blocks), language=language)
    return quotation_text(Quote(words, kind, tuple(parts)), article)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“{I listened all night,}” she said. “{It hums in B flat.}”", "“I listened all night. It hums in B flat.”"),
        ("“{I listened all night},” she said. “{It hums.}”", "“I listened all night. It hums.”"),
        ("“{Two hundred up,}” she said, “{and on a bad day more.}”", "“Two hundred up, and on a bad day more.”"),
        ("“{The bridge,}” she said, “{is closed.}”", "“The bridge is closed.”"),
        ("“{The bridge}”, she said, “{is closed}”.", "“The bridge is closed”"),
        ("“{The bridge, which we built,}” she said, “{is closed.}”", "“The bridge, which we built, is closed.”"),
        ("“{I think,}” he said, “{that we shall see.}”", "“I think that we shall see.”"),
        ("“{If it rains,}” he said, “{we stay.}”", "“If it rains, we stay.”"),
        ("“{Why not?}” he asked. “{We can.}”", "“Why not? We can.”"),
        ("“{We can,}” he said.", "“We can.”"),
        ("“{We can}”, he said.", "“We can”"),
        ("“{We can!}” he said.", "“We can!”"),
        ("“{First we wait.}¶“{Then we go.}”", "“First we wait. Then we go.”"),
    ],
)
def test_what_the_speaker_said_reads_as_if_nobody_had_come_between(text: str, wanted: str) -> None:
    assert copied(text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "« {Nous attendons} », a-t-il dit, « {Il faudra du temps.} »", "Nous attendons. Il faudra du temps."),
        ("fr", "« {Nous attendons} », a-t-il dit, « {et il neige.} »", "Nous attendons et il neige."),
        ("fr", "« {Nous attendons} », puis : « {Il faudra du temps} ».", "Nous attendons. Il faudra du temps"),
        ("it", "«{Aspettiamo}», ha detto, «{Ci vuole tempo}».", "Aspettiamo. Ci vuole tempo"),
        ("de", "„{Wir warten}“, sagte sie und fügte hinzu: „{Es schneit.}“", "Wir warten. Es schneit."),
        ("de", "„{Wir warten auf}“, sagte sie, „{Regen.}“", "Wir warten auf Regen."),
        ("en", "“{We waited,}” she said, adding: “{Then we went.}”", "We waited. Then we went."),
        ("en", "“{We waited,}” she said, “{Peter and I.}”", "We waited, Peter and I."),
    ],
)
def test_sentences_that_an_attribution_parts_have_a_mark_between_them(language: str, text: str, wanted: str) -> None:
    assert copied(text, language=language).strip("«»„“”\xa0") == wanted


def test_json_has_the_exact_text_and_what_one_would_quote() -> None:
    text = "“I listened all night,” she said. “It hums.”"
    parts = (Place(0, 1, 22), Place(0, 35, 43))
    quote = Quote("I listened all night, It hums.", QuoteKind.DIRECT, parts)
    article = Article("x", "", "x", (Block(BlockKind.PARAGRAPH, text),), language="en", quotes=(quote,))
    [fields] = article_json(article)["quotes"]
    assert (fields["text"], fields["said"]) == ("I listened all night, It hums.", "I listened all night. It hums.")


def test_a_fragment_loses_the_comma_of_the_writer() -> None:
    assert copied("It was “{a guest,}” she said.", kind=QuoteKind.PARTIAL) == "“a guest”"


def test_lines_of_the_page_are_no_lines_of_the_copy() -> None:
    assert copied("“{What’s left?\nTwo\u00a0ladders.  All  the rest.}”") == "“What’s left? Two ladders. All the rest.”"


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", '"{He said "no" and "it\'s late."}"', "“He said ‘no’ and ‘it’s late.’”"),
        ("en", "'{He said \"no\" to 'em.}'", "“He said ‘no’ to ’em.”"),
        ("de", "»{Er sagte »nein« und ging}«", "„Er sagte ‚nein‘ und ging“"),
        ("de-CH", "„{Er sagte „nein“ und ging}“", "«Er sagte ‹nein› und ging»"),
        ("fr", '"{Il a dit "non" hier}"', "«\xa0Il a dit “non” hier\xa0»"),
        ("es", "“{Dijo “no” y se fue}”", "«Dijo “no” y se fue»"),
        ("ru", '"{Он сказал "нет" и ушёл}"', "«Он сказал „нет“ и ушёл»"),
        ("ja", "「{彼は「いいえ」と言った。}」", "「彼は『いいえ』と言った。」"),
        ("sv", '"{Han sa "nej" igen}"', "”Han sa ’nej’ igen”"),
        ("pl", '"{Rzekł "nie" i wyszedł}"', "„Rzekł «nie» i wyszedł”"),
        ("", "«{قال «لا» ثم ذهب}»", "«قال “لا” ثم ذهب»"),
    ],
)
def test_marks_are_those_of_the_language_inside_too(language: str, text: str, wanted: str) -> None:
    assert copied(text, language=language) == wanted


def test_apostrophes_and_primes_are_told_apart() -> None:
    assert copied("“{It's 6'2\" tall, the '90s dogs' door.}”") == "“It’s 6'2\" tall, the ’90s dogs’ door.”"


def test_in_another_language_a_comma_stays() -> None:
    assert copied("«{El puente,}» dijo, «{es viejo.}»", language="es") == "«El puente, es viejo.»"


def selected(*paragraphs: str, style: str = "", language: str = "en") -> str:
    """Return what is copied of a selection over ``paragraphs``, from ``<`` to ``>`` where these stand."""
    blocks, parts = [], []
    for number, line in enumerate(paragraphs):
        plain = line.replace("<", "").replace(">", "")
        end = line.index(">") - line.count("<") if ">" in line else len(plain)
        parts.append(Place(number, max(line.find("<"), 0), end))
        blocks.append(Block(BlockKind.PARAGRAPH, plain))
    whole = "\n\n".join(blocks[part.block].text[part.start : part.end] for part in parts)
    article = Article("x", "", "x", tuple(blocks), language=language)
    quote = Quote(whole, QuoteKind.OTHER, tuple(parts))
    return cite(article, style, quote=quote) if style else quotation_text(quote, article)


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["“We wait,” she said. “Then we go.”"], "“‘We wait,’ she said. ‘Then we go.’”"),
        (["“We <wait,” she said. “Then> we go.”"], "“wait,’ she said. ‘Then”"),
        (["He called it “a ‘big’ lie” once."], "“He called it ‘a “big” lie’ once.”"),
        (["It rained,", "“We wait,” she said."], "“It rained,\n\n“‘We wait,’ she said.”"),
        (["“We wait.", "“Then we go,” she said."], "“‘We wait.\n\n“‘Then we go,’ she said.”"),
        (['A pipe of 5" burst.'], '“A pipe of 5" burst.”'),
    ],
)
def test_a_selection_keeps_its_paragraphs_and_alternates_its_marks(paragraphs: list[str], wanted: str) -> None:
    assert selected(*paragraphs) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", "„Er rief: ‚Nein!‘\n\n„Es war still.“"),
        ("fr", "«\xa0Er rief : “Nein!”\n\n«\xa0Es war still.\xa0»"),
        ("es", "«Er rief: “Nein!”\n\n«Es war still.»"),
    ],
)
def test_a_selection_has_the_marks_of_its_language(language: str, wanted: str) -> None:
    colon = " : " if language == "fr" else ": "
    assert selected(f"Er rief{colon}«Nein!»", "Es war still.", language=language) == wanted


def test_paragraphs_of_a_selection_are_paragraphs_of_the_style() -> None:
    paragraphs = ("It rained.", "It snowed.")
    assert "> “It rained.\n>\n> “It snowed.”\n" in selected(*paragraphs, style="markdown")
    assert "<p>“It rained.</p><p>“It snowed.”</p>" in selected(*paragraphs, style="html")
    assert "|quote=It rained. It snowed." in selected(*paragraphs, style="wiki")
