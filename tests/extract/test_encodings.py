from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Page
from tui.errors import PullquoteError
from tui.extract.decoding import decode_page

WESTERN = "<title>Fähre</title><p>“Wir zählten die Brote”, sagte Märit Osk – es waren vier.</p>" * 4
RUSSIAN = "<title>Паром</title><p>Паром на остров Квилл снова пошёл в понедельник.</p>" * 4
JAPANESE = "<title>フェリー</title><p>クイル島へのフェリーは月曜日に再開した。</p>" * 4


def _decoded(body: bytes, charset: str = "") -> tuple[str, list[str]]:
    page = Page(
        source="x",
        url="https://tern.example/",
        body=body,
        content_type="text/html",
        charset=charset,
        fetched_at=datetime.now(UTC),
    )
    return decode_page(page)


NOT_OF_THE_WEB = [
    "zlib",
    "hex",
    "base64",
    "rot13",
    "idna",
    "punycode",
    "undefined",
    "utf-7",
    "x-none",
    "\x1b[2J",
    "a" * 40,
    "",
]


@pytest.mark.parametrize(
    "charset", [*NOT_OF_THE_WEB, "utf-8", "UTF8", "'utf-8'", "iso-8859-1", "windows-1251", "utf-16", "shift_jis"]
)
def test_sound_utf8_is_read_as_such_whatever_is_said_of_it(charset: str) -> None:
    for text in (WESTERN, RUSSIAN, JAPANESE):
        assert _decoded(text.encode(), charset) == (text, [])
        assert _decoded(b"\xef\xbb\xbf" + text.encode(), charset) == (text, [])
        meta = f"<meta charset={charset or 'none'}>{text}"
        assert _decoded(meta.encode(), charset) == (meta, [])


@pytest.mark.parametrize("charset", [*NOT_OF_THE_WEB, "utf-8", "us-ascii", "latin1", "utf-16", "utf-16be"])
def test_a_western_page_without_or_with_a_wrong_charset_is_read(charset: str) -> None:
    assert _decoded(WESTERN.encode("cp1252"), charset) == (WESTERN, [])


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "cp1251", ""),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "cp932", "utf-8"),
        (JAPANESE, "cp932", ""),
        (JAPANESE, "euc_jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
    ],
)
def test_other_encodings_are_read_as_said_or_found_out(text: str, codec: str, charset: str) -> None:
    assert _decoded(text.encode(codec), charset) == (text, [])
    if charset:
        meta = f'<meta http-equiv="content-type" content="text/html; charset={charset}">{text}'
        assert _decoded(meta.encode(codec)) == (meta, [])


def test_the_header_goes_before_the_meta_element() -> None:
    meta = f'<meta charset="koi8-r">{RUSSIAN}'
    assert _decoded(meta.encode("cp1251"), "windows-1251") == (meta, [])


@pytest.mark.parametrize("charset", ["", "utf-8", "iso-8859-1", "utf-16"])
def test_wide_characters_are_told_by_their_mark_or_their_zeros(charset: str) -> None:
    for text in (WESTERN, RUSSIAN):
        for codec in ("utf-16", "utf-32", "utf-16-le", "utf-16-be"):
            assert _decoded(text.encode(codec), charset) == (text, [])
        assert _decoded(("\ufeff" + text).encode("utf-16-be"), charset) == (text, [])


def test_what_is_in_two_encodings_is_told() -> None:
    text, warnings = _decoded(WESTERN.encode() * 20 + "ä“.".encode("cp1252"), "utf-8")
    assert text.startswith(WESTERN)
    assert warnings == ["The page is in more than one encoding: 1 of its characters are shown as �."]


def test_a_last_character_cut_in_two_and_a_sign_of_the_page_itself_are_not_told() -> None:
    assert _decoded(WESTERN.encode() + "“".encode()[:2])[1] == []
    assert _decoded((WESTERN + "\ufffd\ufffd.").encode())[1] == []


@given(st.binary(max_size=600), st.text(max_size=40))
def test_any_bytes_are_decoded_or_told(body: bytes, charset: str) -> None:
    try:
        text, _ = _decoded(body, charset)
    except PullquoteError:
        return
    assert isinstance(text, str)
