from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import clean_line, clean_text, clean_url
from tui.article.cleaning import LINE_LIMIT

ACTING = {"Cc", "Cs", "Cn"}
HIDING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF, 0xAD)}


@given(st.text(st.characters(codec=None)))
def test_nothing_that_acts_or_hides_comes_through(text: str) -> None:
    cleaned = clean_text(text)
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert not HIDING & set(cleaned)
    cleaned.encode()


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))))
def test_what_a_reader_sees_stays(text: str) -> None:
    assert clean_text(text) == text


def test_letters_keep_the_joiners_that_they_need() -> None:
    persian, family = "می\u200cخواهم", "👨\u200d👩\u200d👧"
    assert clean_text(persian) == persian
    assert clean_text(family) == family
    assert clean_text("a" + "\u200d" * 500 + "b") == "a\u200db"


def test_a_pile_of_accents_is_cut_to_four() -> None:
    assert clean_text("z" + "\u0301" * 90) == "z" + "\u0301" * 4


def test_a_line_is_one_line_and_bounded() -> None:
    assert clean_line(" a\r\n\tb\u2028c ") == "a b c"
    assert len(clean_line("x" * 10_000)) == LINE_LIMIT


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("HTTPS://Example.org:8080/a?b=c#d", "https://example.org:8080/a?b=c#d"),
        ("//cdn.example.org/x.jpg", "https://cdn.example.org/x.jpg"),
        ("../up", "https://example.org/up"),
        ("ja va\nscript:alert(1)", ""),
        ("javascript:alert(1)", ""),
        ("data:image/png;base64,AAAA", ""),
        ("file:///etc/passwd", ""),
        ("https://[::1", ""),
        ("https://exa mple.org/\x1b]0;x\x07", "https://example.org/]0;x"),
        ("https://me:pw@example.org/", "https://example.org/"),
        ("https://example.org:99999/", ""),
        ("https://example.org/«q»", "https://example.org/%C2%ABq%C2%BB"),
        ("https://example.org/" + "a" * 9_000, ""),
    ],
)
def test_only_web_addresses_come_through_rebuilt(raw: str, clean: str) -> None:
    assert clean_url(raw, "https://example.org/dir/page") == clean
