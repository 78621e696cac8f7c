"""Bytes to text: which encoding a page is in.

Only the encodings of the web (WHATWG Encoding, 4.2) are known, under the names
that pages use for them; Python's other codecs (zlib, rot13, idna, …) are never
asked, for they raise what nobody expects.
"""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.signatures import name_by_signature
from tui.errors import NoArticle, NotAPage

if TYPE_CHECKING:
    from tui.article import Page

WIDE_SAMPLE = 4_096
"""How many first bytes are looked through for zeros."""

SIZE_LIMIT = 20_000_000
"""Most bytes of a page that are read; the rest is told as cut."""

_CODECS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "iso8859_2": "iso-8859-2 iso8859-2 latin2 latin-2 l2",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "iso8859_5": "iso-8859-5 iso8859-5 cyrillic",
    "koi8_r": "koi8-r koi8 koi8_r",
    "koi8_u": "koi8-u",
    "cp866": "ibm866 cp866",
    "mac_cyrillic": "x-mac-cyrillic",
    "cp1253": "windows-1253 cp1253",
    "iso8859_7": "iso-8859-7 iso8859-7 greek",
    "cp1254": "windows-1254 cp1254 iso-8859-9 iso8859-9 latin5",
    "cp1255": "windows-1255 cp1255 iso-8859-8 iso-8859-8-i hebrew logical",
    "cp1256": "windows-1256 cp1256",
    "iso8859_6": "iso-8859-6 arabic",
    "cp1257": "windows-1257 cp1257",
    "iso8859_4": "iso-8859-4 latin4",
    "iso8859_13": "iso-8859-13",
    "cp1258": "windows-1258 cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11 dos-874",
    "iso8859_3": "iso-8859-3 latin3",
    "iso8859_10": "iso-8859-10 latin6",
    "iso8859_14": "iso-8859-14",
    "iso8859_15": "iso-8859-15 latin-9 latin9",
    "iso8859_16": "iso-8859-16",
    "mac_roman": "macintosh x-mac-roman",
    "gb18030": "gb18030 gbk gb2312 gb_2312-80 chinese x-gbk csgb2312",
    "big5hkscs": "big5 big5-hkscs x-x-big5 csbig5 cn-big5",
    "euc_jp": "euc-jp x-euc-jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 ksc5601 windows-949 korean ks_c_5601-1989",
    "utf-16-le": "utf-16 utf-16le ucs-2 unicode",
    "utf-16-be": "utf-16be",
}
_BY_LABEL = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE
)
_HIGH = re.compile(rb"[\x80-\xff]")
_EAST_ASIAN = ("cp932", "euc_jp", "gb18030", "big5hkscs", "cp949")


def decode_page(page: Page) -> tuple[str, list[str]]:
    """Return the text of ``page`` and what the reader should be told about it.

    Raises:
        NotAPage: the bytes are a PDF, a picture, an archive, …
        NoArticle: there are none.
    """
    body = page.body
    what = name_by_signature(body)
    if what:
        message = f"This is {what}, not a page with text."
        raise NotAPage(message)
    if not body.strip():
        message = "The page is empty."
        raise NoArticle(message)
    warnings = list(page.warnings)
    if len(body) > SIZE_LIMIT:
        body = body[:SIZE_LIMIT]
        warnings.append("The page is larger than 20 MB; only its beginning was read.")
    text = body.decode(choose_codec(body, page.charset), "replace").lstrip("\ufeff")
    # the last character may be cut in two, and that the page ends there is told already
    lost = text.count("\ufffd", 0, -1) - body.count(b"\xef\xbf\xbd")
    if lost > 0:
        warnings.append(f"The page is in more than one encoding: {lost} of its characters are shown as �.")
    return text, warnings


def choose_codec(body: bytes, charset: str) -> str:
    """Return the Python codec for ``body``: byte order mark, sound UTF-8, header, meta, detection."""
    wide = _wide(body)
    if wide:
        return wide
    meta = _META.search(body[:8192])
    declared = [_BY_LABEL.get(charset.strip().strip("\"'").lower(), "")]
    # WHATWG HTML 13.2.3.2: a meta element that names UTF-16 could not have been read as such
    declared.append(
        _BY_LABEL.get(meta[1].decode("ascii", "replace").lower(), "").replace("utf-16-le", "utf-8") if meta else ""
    )
    if "iso2022_jp" in declared and b"\x1b$" in body:
        return "iso2022_jp"
    if body.startswith(b"\xef\xbb\xbf") or _is_utf8(body):
        return "utf-8"
    # What says UTF-8 and is none is believed nowhere: servers add it to old pages unseen. So with UTF-16 without a NUL.
    unlikely = ("", "utf-8") if b"\0" in body[:WIDE_SAMPLE] else ("", "utf-8", "utf-16-le", "utf-16-be")
    return next((codec for codec in declared if codec not in unlikely), "") or _detect(body)


def _wide(body: bytes) -> str:
    """Return the codec of a body in two or four bytes a character, told by its mark or by its zeros; else ""."""
    if body.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = body[:WIDE_SAMPLE:2].count(0), body[1:WIDE_SAMPLE:2].count(0)
    # Markup and blanks are ASCII, so one half of the bytes has many zeros in a page of any script; the other has none.
    if max(even, odd) * 16 <= len(body[:WIDE_SAMPLE]) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(body: bytes) -> bool:
    """Whether ``body`` is UTF-8, forgiving a last character cut in two and a few broken ones.

    Chance writes no long valid multi-byte sequences, so this outweighs a header or a meta that says otherwise.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        sample = body[:2_000_000]
    else:
        return True
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    return broken <= 1 or broken * 50 < len(_HIGH.findall(sample))


def _detect(body: bytes) -> str:
    """Guess among the encodings that pages without a declaration are found in."""
    sample = body[:200_000]
    best, score = "cp1252", 0.0
    for codec in _EAST_ASIAN:
        text = sample.decode(codec, "replace")
        high = [char for char in text if char > "\x7f"]
        broken = text.count("\ufffd")
        share = sum(map(_is_common_east_asian, high)) / (len(high) or 1)
        if broken * 100 <= len(high) and share > max(score, 0.6):
            best, score = codec, share
    if score:
        return best
    text = sample.decode("cp1251", "replace")
    cyrillic = sum(1 for char in text if "\u0410" <= char <= "\u044f")
    latin = sum(1 for char in text if char.isascii() and char.isalpha())
    # markup is Latin too: a page where one letter in six is Cyrillic is written in it
    return "cp1251" if cyrillic * 6 > latin + cyrillic and cyrillic > len(_HIGH.findall(sample)) * 0.7 else "cp1252"


def _is_common_east_asian(char: str) -> bool:
    return (
        "\u3000" <= char <= "\u30ff"
        or "\u4e00" <= char <= "\u9fa5"
        or "\uac00" <= char <= "\ud7a3"
        or "\uff01" <= char <= "\uff5e"
    )
