"""Copying in the running app, on a bare pseudo-terminal whose OSC 52 is decoded; and pasting into it."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import time
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

from tests.end_to_end.pages import AGENCY_STORY
from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ, need, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.loopback import Site

LAMP = "“I listened to the lamp all night. It hums in B flat.”"
STAIRS = "“Two hundred and eight up, and on a bad evening three hundred down.”"


@contextlib.contextmanager
def opened(home: Path, address: str, *, shows: str = "bad evening", **environ: str) -> Iterator[Pty]:
    """Open an article, with no clipboard but the terminal's, unless the environment says otherwise."""
    pty = Pty([PULLQUOTE, address], home_environ(home, **{"PATH": str(Path(PULLQUOTE).parent), **environ}))
    try:
        pty.shows(shows)
        yield pty
    finally:
        pty.close()


def sent(pty: Pty) -> list[str]:
    """Return what the terminal was asked to copy so far."""
    return [b64decode(found).decode() for found in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", pty.raw)]


def config(home: Path, text: str) -> None:
    (home / "config" / "pullquote").mkdir(parents=True)
    (home / "config" / "pullquote" / "config.toml").write_text(text)


def copies(pty: Pty, keys: str) -> str:
    """Press keys and return what the terminal is asked to copy for them."""
    before = len(sent(pty))
    pty.press(keys)
    until(lambda: len(sent(pty)) > before, lambda: f"{keys!r} copied nothing")
    return sent(pty)[before]


SAID = {
    "Orla Finn": "The old bridge — naïve façade, ½ £ — is closed until the spring.",
    "Haruka Mizuno": "橋は閉まっています。船もありません。",
    "Salma Darwish": "الجسر مغلق منذ الصباح ولا أحد يعبر.",
    "Piet Holm": "We saw 👩‍👩‍👧‍👦 and a 🇨🇿 flag ☔️ in the rain that night.",
}
MEGABYTE = "The river came up in the night, — and they counted the sacks.\n" * 16_800 + "Then it fell."
FLOOD = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Flood at the mill</title></head><body>
<article><h1>Flood at the mill</h1><p>The mill stood in water on Monday, for the third time this year.</p>
{"".join(f"<p>“{words}” said {name}, who had been up all night with a lamp.</p>" for name, words in SAID.items())}
<pre>{MEGABYTE}</pre></article></body></html>
"""


def test_the_bytes_that_arrive_are_the_quotation_in_any_script_and_of_a_megabyte(tmp_path: Path, site: Site) -> None:
    with opened(tmp_path, site.page("/flood", FLOOD), shows="Quotations 4") as pty:
        assert [copies(pty, keys) for keys in ("4gy", "jy", "jy", "jy")] == [f"“{words}”" for words in SAID.values()]
        pty.press_and_see("2G", "it fell.")
        assert copies(pty, "Vy") == MEGABYTE
        pty.shows("some terminals drop")
    assert len(MEGABYTE.encode()) > 1_000_000
    assert (tmp_path / "state" / "pullquote" / "copied.txt").read_text() == MEGABYTE


def test_rich_text_the_primary_selection_by_choice_and_an_address_that_is_offered(
    tmp_path: Path, site: Site, display: str
) -> None:
    xclip = need("xclip")
    config(tmp_path, 'citation = "html"\nprimary = true\n')
    path = f"{Path(PULLQUOTE).parent}:{Path(xclip).parent}"
    with opened(tmp_path, site.page("/lighthouse", AGENCY_STORY), DISPLAY=display, PATH=path) as pty:
        pty.press_and_see("4gy", "Copied 54 characters (xclip, read back)")
        assert pasted(display, "primary", "UTF8_STRING") == LAMP
        pty.press_and_see("Y", "as rich text (xclip,")
        page = pasted(display, "clipboard", "text/html")
        offered = "https://gazette.example/offered"
        quiet = subprocess.DEVNULL  # what stays behind of xclip would hold our own output open
        command = [xclip, "-selection", "clipboard"]
        subprocess.run(
            command, input=offered.encode(), env={"DISPLAY": display}, check=True, stdout=quiet, stderr=quiet
        )
        pty.press_and_see("a", offered)
    assert page.startswith('<blockquote cite="http://127.0.0.1')
    assert f"<p>{LAMP}</p>" in page


def pasted(display: str, selection: str, target: str) -> str:
    command = ["xclip", "-selection", selection, "-out", "-target", target]
    return subprocess.run(
        command, check=True, env={**os.environ, "DISPLAY": display}, capture_output=True
    ).stdout.decode()


def test_quotations_are_copied_one_several_all_and_a_persons(tmp_path: Path, site: Site) -> None:
    with opened(tmp_path, site.page("/lighthouse", AGENCY_STORY)) as pty:
        assert copies(pty, "4gy") == LAMP
        pty.shows("Sent 54 characters to the terminal")
        assert "night, It" not in pty.text, "the pane shows it otherwise than it is copied"
        assert copies(pty, "xGxy") == f"{LAMP}\n\n{STAIRS}"
        marked = copies(pty, "C")
        pty.shows("2 quotations: sent")
        everything = copies(pty, "XC")
        pty.shows("4 quotations: sent")
        hers = copies(pty, "gP")
        pty.shows("2 quotations of Thora Lindqvist from this article: sent")
        pty.send("\x1bOR")  # F3
        pty.shows("What was copied")
        assert copies(pty, "\r") == hers, "the last copy is the first that is offered again"
    assert marked == hers
    assert hers.count("— Thora Lindqvist\nEdda Marsh, “Lighthouse of Cape Sorrow gets its keeper back”") == 2
    assert everything.count("— ") == everything.count("/lighthouse#:~:text=") == 4


def test_with_no_way_to_a_clipboard_the_file_is_named(tmp_path: Path, site: Site) -> None:
    with opened(tmp_path, site.page("/lighthouse", AGENCY_STORY), TERM="linux") as pty:
        pty.press_and_see("4gy", "No clipboard here: written to")
        assert "Copied" not in pty.text
        assert not sent(pty)
    assert (tmp_path / "state" / "pullquote" / "copied.txt").read_text() == LAMP


def test_a_hung_tool_never_freezes_the_app_and_is_told(tmp_path: Path, site: Site) -> None:
    tool = tmp_path / "bin" / "xclip"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    tool.chmod(0o755)
    address = site.page("/lighthouse", AGENCY_STORY)
    environ = home_environ(tmp_path, DISPLAY=":77")
    environ["PATH"] = f"{tool.parent}:{Path(PULLQUOTE).parent}"
    pty = Pty([PULLQUOTE, address], environ)
    try:
        pty.shows("bad evening")
        pty.press("4gy")
        started = time.monotonic()
        pty.press_and_see("?", "Select none")
        assert time.monotonic() - started < 1.4, "the keys waited for the tool"
        pty.press("\x1b")
        pty.shows("xclip gave no answer within 1.5 s")
        assert sent(pty) == [LAMP]
    finally:
        pty.close()


def test_a_template_of_ones_own_is_what_is_copied(tmp_path: Path, site: Site) -> None:
    config(tmp_path, 'citation = "mine"\n[templates]\nmine = """\n{words}{" [" speaker "]"}\n{site}, {isodate}"""\n')
    with opened(tmp_path, site.page("/lighthouse", AGENCY_STORY)) as pty:
        pty.press_and_see("4gY", "Sent")
        assert sent(pty) == [f"{LAMP[1:-1]} [Thora Lindqvist]\nNorthern Press Agency, 2026-10-02"]


def test_a_mistake_in_a_template_is_told_at_the_start_with_its_place(tmp_path: Path) -> None:
    config(tmp_path, '[templates]\nmine = """\n{title}\nby {sight}"""\n')
    pty = Pty([PULLQUOTE], home_environ(tmp_path))
    try:
        pty.shows("config.toml: templates.mine, line 2, column 4: there is no field “sight”")
        assert pty.process.wait(10) == 2
    finally:
        pty.close()


def test_an_address_pasted_anywhere_is_opened_and_a_person_is_copied_from_all_articles(
    tmp_path: Path, site: Site
) -> None:
    with opened(tmp_path, site.page("/lighthouse", AGENCY_STORY)) as pty:
        for number, (keys, shown) in enumerate((("", "bad evening"), ("?", "Everywhere"), ("4", "Lindqvist"))):
            pty.press_and_see(keys, shown) if keys == "?" else pty.press(keys)
            other = site.page(f"/{number}", AGENCY_STORY.replace("gets its keeper", f"paints number {number}"))
            pty.paste(f" {other}\n")
            pty.shows(f"paints number {number}")
        pty.paste("d delete this")
        pty.shows("What was pasted is no web address")
        assert copies(pty, "4gP").count("— Thora Lindqvist") == 8
        pty.shows("8 quotations of Thora Lindqvist from 4 articles: sent")
    listed = subprocess.run(
        [PULLQUOTE, "list"], check=True, env=home_environ(tmp_path), capture_output=True, text=True
    ).stdout
    assert listed.count("Lighthouse") == 4
