"""Citations in a form of the person's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.article import Article, Block, BlockKind, Place, Quote, QuoteKind
from tui.errors import SettingsError
from tui.exchange import check_citation, cite

TEXT = "“We open,” said Mira Holt. The harbour has no other clock."
ARTICLE = Article(
    "https://ness.example/a",
    "https://ness.example/a",
    "Harbour & [sea]",
    (Block(BlockKind.PARAGRAPH, TEXT),),
    authors=("Ada Marsh", "Odd Lund"),
    site="The Ness Post",
    published=datetime(2026, 9, 3, tzinfo=UTC),
    language="en",
)
QUOTE = Quote("We open,", QuoteKind.DIRECT, (Place(0, 1, 9),), "Mira Holt")
BARE = Article("x.html", "", "Harbour", (Block(BlockKind.PARAGRAPH, TEXT),))


def filled(template: str, article: Article = ARTICLE, quote: Quote | None = QUOTE) -> str:
    return cite(article, "mine", quote=quote, templates={"mine": template})


def test_every_field_is_filled_in() -> None:
    assert filled("{quote}|{words}|{speaker}|{title}|{authors}|{site}|{date}|{isodate}|{year}|{language}") == (
        "“We open.”|We open.|Mira Holt|Harbour & [sea]|Ada Marsh and Odd Lund|The Ness Post|3 September 2026|"
        "2026-09-03|2026|en"
    )
    assert filled("{link} {address}") == (
        "https://ness.example/a#:~:text=We%20open%2C,-%E2%80%9D%20said%20Mira https://ness.example/a"
    )
    assert filled("{apa}", quote=None) == cite(ARTICLE, "apa")


def test_what_stands_by_an_empty_field_goes_with_it() -> None:
    template = '{quote}{" (" speaker ")"}\n{title}{", " site}{", " date "."}'
    assert filled(template) == "“We open.” (Mira Holt)\nHarbour & [sea], The Ness Post, 3 September 2026."
    assert filled(template, BARE, None) == "Harbour"


def test_a_line_of_empty_fields_is_left_out_and_an_empty_line_stays() -> None:
    assert filled("{title}\n\n{site}\n  {date}\nend\n", BARE, None) == "Harbour\n\nend"


def test_braces_and_brackets_can_be_written() -> None:
    assert filled("{{{{cite|{title}}}}} [[{site}]]", BARE) == "{{cite|Harbour}} [[]]"


def test_a_field_can_be_escaped() -> None:
    assert filled("{title:html} {title:markdown} {title:tex}") == (
        r"Harbour &amp; [sea] Harbour & \[sea\] Harbour \& [sea]"
    )


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{title}\n— {sight}", r"templates\.mine, line 2, column 3: there is no field “sight”; there are quote, words"),
        ("{title", r"templates\.mine, line 1, column 1: a lone brace; write \{\{ for a brace"),
        ("a }", r"templates\.mine, line 1, column 3: a lone brace; write \}\} for a brace"),
        ('{", site}', r"line 1, column 1: \{\", site\} is no field"),
        ("{title:latex}", "there is no form “latex”; there are html, markdown, tex"),
        ("{}", r"line 1, column 1: \{\} is no field"),
    ],
)
def test_a_mistake_is_told_with_its_place(template: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        filled(template)
    with pytest.raises(SettingsError, match=sentence):
        check_citation("plain", {"mine": template})


def test_a_template_cannot_take_a_styles_name_and_a_style_must_be_one() -> None:
    with pytest.raises(SettingsError, match="“apa” is a style already"):
        check_citation("plain", {"apa": "{title}"})
    with pytest.raises(SettingsError, match=r"there is no style “mine”; there are plain, .*org, yours"):
        check_citation("mine", {"yours": "{title}"})
    check_citation("yours", {"yours": "{title}"})
