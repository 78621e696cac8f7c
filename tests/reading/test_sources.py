from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tui.errors import NotAPage, SourceError, UsageError
from tui.reading.sources import FILE_LIMIT, SourceKind, find_addresses, parse_source, read_source


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ("https://example.org/a b?q=1#part", "https://example.org/ab?q=1"),
        ("HTTP://Example.ORG", "http://example.org/"),
        ("example.org/story", "https://example.org/story"),
        ("example.org/2026/story.html", "https://example.org/2026/story.html"),
        ("localhost:8000/x", "http://localhost:8000/x"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("[::1]:8000/x", "http://[::1]:8000/x"),
        ("https://someone:secret@example.org/", "https://example.org/"),
    ],
)
def test_an_address_is_rebuilt_from_its_parts(typed: str, location: str) -> None:
    source = parse_source(typed)
    assert (source.kind, source.location, source.text) == (SourceKind.URL, location, typed)


@pytest.mark.parametrize(
    "typed", ["", "  ", "ftp://example.org/x", "javascript:alert(1)", "data:text/html,x", "http://"]
)
def test_what_is_no_readable_address_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(UsageError, match=r"\.$"):
        parse_source(typed)


def test_a_file_named_like_a_host_is_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.org").write_text("A note.", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert parse_source("notes.org").kind is SourceKind.FILE
    assert parse_source("absent.org").kind is SourceKind.URL
    (tmp_path / "saved.org").mkdir()
    for name in ("saved.org/absent.html", "absent.html"):
        assert parse_source(name).kind is SourceKind.FILE


def test_a_file_address_is_its_path() -> None:
    source = parse_source("file:///srv/my%20page.html")
    assert (source.kind, source.location) == (SourceKind.FILE, "/srv/my page.html")


def test_the_media_type_follows_the_ending(tmp_path: Path) -> None:
    for name, media_type in (("a.html", "text/html"), ("a.txt", "text/plain"), ("a", "")):
        (tmp_path / name).write_bytes(b"x")
        page = read_source(parse_source(str(tmp_path / name)), base_url="https://example.org/p")
        assert (page.content_type, page.url, page.body) == (media_type, "https://example.org/p", b"x")


def test_standard_input_may_hold_any_bytes() -> None:
    assert read_source(parse_source("-"), stdin=io.BytesIO(b"caf\xe9")).body == b"caf\xe9"


ARCHIVE = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://tern.example/caf%C3%A9
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----part"

------part
Content-Type: text/css
Content-Location: https://tern.example/style.css

p { color: red }
------part
Content-Type: text/html; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable
%s
<p>The caf=E9 on the quay =
is open.</p>
------part--
"""


@pytest.mark.parametrize(
    ("place", "url"),
    [
        (b"", "https://tern.example/caf%C3%A9"),
        (b"Content-Location: https://tern.example/x\n", "https://tern.example/x"),
    ],
)
def test_a_page_saved_as_one_file_is_taken_out_of_it(tmp_path: Path, place: bytes, url: str) -> None:
    (tmp_path / "page.mhtml").write_bytes(ARCHIVE.replace(b"%s", place))
    page = read_source(parse_source(str(tmp_path / "page.mhtml")))
    assert page.body.strip() == b"<p>The caf\xe9 on the quay is open.</p>"
    assert (page.content_type, page.charset, page.url) == ("text/html", "windows-1252", url)
    piped = io.BytesIO(ARCHIVE.replace(b"%s", place))
    assert read_source(parse_source("-"), base_url="https://own.example/", stdin=piped).url == "https://own.example/"


def test_a_file_that_only_talks_of_such_archives_is_read_as_it_is(tmp_path: Path) -> None:
    for body in (b"MIME-Version: 1.0 and multipart/related are words.", ARCHIVE.replace(b"text/html", b"text/plain")):
        (tmp_path / "note.txt").write_bytes(body)
        assert read_source(parse_source(str(tmp_path / "note.txt"))).body == body


def test_a_missing_file_a_directory_and_a_device_are_told_apart(tmp_path: Path) -> None:
    for path, word in (
        (tmp_path / "none.html", "does not exist"),
        (tmp_path, "directory"),
        (Path(os.devnull), "ordinary"),
    ):
        with pytest.raises(SourceError, match=word):
            read_source(parse_source(str(path)))


def test_an_empty_file_and_a_vast_one_are_told(tmp_path: Path) -> None:
    empty, vast = tmp_path / "empty.html", tmp_path / "vast.html"
    empty.write_bytes(b" \n")
    with vast.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    with pytest.raises(NotAPage, match="empty"):
        read_source(parse_source(str(empty)))
    with pytest.raises(SourceError, match="20 MB"):
        read_source(parse_source(str(vast)))


def test_escapes_in_a_file_name_do_not_reach_the_sentence() -> None:
    with pytest.raises(SourceError) as caught:
        read_source(parse_source("./\x1b]0;owned\x07.html"))
    assert "\x1b" not in str(caught.value)
    assert "\x07" not in str(caught.value)


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        (" https://gazette.example/a\n", ("https://gazette.example/a",)),
        ("HTTP://gazette.example/a\nhttps://b.example/", ("http://gazette.example/a", "https://b.example/")),
        ("https://gazette.example/a and more", ("https://gazette.example/a",)),
        ("see https://gazette.example/a", ()),
        ("javascript:alert(1)", ()),
        ("https://", ()),
        ("https://gazette.example/\x1b]52;c;eA==\x07", ("https://gazette.example/]52;c;eA==",)),
        ("", ()),
    ],
)
def test_addresses_in_what_is_pasted_are_found_and_cleaned(pasted: str, found: tuple[str, ...]) -> None:
    assert find_addresses(pasted) == found
