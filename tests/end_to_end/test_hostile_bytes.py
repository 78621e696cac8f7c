"""What a page wrote never acts on the terminal: the bytes that come out of a real pty are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ

ARMED = "[@click=app.bell]x[/]"
HOSTILE = (
    f"Calm {ARMED} [/] [red]end "
    "\x1b]0;OWNED\x07\x1b]52;c;T1dORUQ=\x07\x1b[2J\x9b31m\x9d0;OWNED\x9c"
    "&#27;]0;OWNED&#7; &#x9b;31m \u202eback\u2066 &#x202e;&#x2066; \U000e0041"
)
FORBIDDEN = (
    b"OWNED",
    b"T1dORUQ=",
    b"\xc2\x9b",
    b"\xc2\x9d",
    "\u202e".encode(),
    "\u2066".encode(),
    "\U000e0041".encode(),
    b"\x1b[2J",
)
PAGE = f"""<html lang="en"><head><meta charset="utf-8"><title>{HOSTILE}</title>
<meta name="author" content="{HOSTILE.replace('"', "")}"><meta property="og:site_name" content="{HOSTILE}"></head>
<body><article><h1>{HOSTILE}</h1>
<p>The council of Low Ferry met on Tuesday and decided nothing, as it has done for nineteen years, to the
satisfaction of most who live there. {HOSTILE}</p>
<figure><img src="https://ferry.example/x.jpg"><figcaption>A chair, empty. {HOSTILE} (Photo: {HOSTILE})</figcaption>
</figure>
<p>“We have weighed it {HOSTILE} and will weigh it again,” said Berit Aune, who leads the council and keeps its
only pen in her own pocket.</p><h2>{HOSTILE}</h2>
<p><a href="https://ferry.example/{HOSTILE}">{HOSTILE} a link</a> was read out in full before the meeting ended at
noon, and the minutes were signed by everybody who could still be found in the building.</p></article></body></html>"""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Pty]:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.encode())
    opened = Pty([PULLQUOTE, str(page)], home_environ(tmp_path))
    yield opened
    opened.close()


def assert_harmless(raw: bytes) -> None:
    # OWNED and T1dORUQ= may be shown as letters; what must not come out is the sequence that makes them act.
    for sequence in (b"\x1b]0;OWNED", b"\x1b]52;c;T1dORUQ=", b"\x1b[2J\xc2", *FORBIDDEN[2:7]):
        assert sequence not in raw, sequence


def test_title_body_captions_quotations_and_links_come_out_as_text(app: Pty) -> None:
    app.shows("council of Low Ferry")
    app.shows(ARMED)
    app.press("3jj4jj\r")
    for key, words in (("?", "Keys"), ("L", "Links"), ("O", "Outline"), ("T", "Theme"), ("F", "Search the library")):
        app.press_and_see(key, words)
        app.press_and_see("\x1b", "Low Ferry")
    app.press("1")
    app.press_and_see("s", "saved")
    app.press("2")
    app.press_and_see("/", "Find in this article")
    app.press_and_see("weighed", "1 found")
    app.press("\x1b")
    app.press_and_see("F", "Search the library")
    app.press_and_see("Low Ferry", "1 found")
    assert_harmless(app.raw)
    assert app.process.poll() is None


def test_an_error_s_words_come_out_as_text(app: Pty) -> None:
    app.shows("council of Low Ferry")
    app.press("a")
    app.shows("Address or file")
    app.press(f"./nowhere{ARMED}[/].html\r")
    app.shows("does not exist")
    app.shows(ARMED)
    assert_harmless(app.raw)
    assert app.process.poll() is None


def test_versions_what_changed_and_the_history_come_out_as_text(app: Pty, tmp_path: Path) -> None:
    app.shows("council of Low Ferry")
    (tmp_path / "page.html").write_bytes(PAGE.replace("on Tuesday", "on Friday").replace("nineteen", ARMED).encode())
    app.press_and_see("r", "Another version came")
    app.press_and_see("=", "What changed since")
    app.press_and_see("\r", "Struck through")
    app.press("\x1b")
    app.send("\x1bOQ")
    app.shows("Kept another version of")
    assert_harmless(app.raw)
