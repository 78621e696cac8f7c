"""The way through: open, read, jump, save, copy, read again with the server gone. In a real terminal."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.pages import AGENCY_STORY
from tests.end_to_end.terminal import PULLQUOTE, Terminal, home_environ, need, until
from tests.loopback import Site

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
TITLE = "Lighthouse of Cape Sorrow"


@contextlib.contextmanager
def opened(environ: dict[str, str], size: tuple[int, int], *words: str) -> Iterator[Terminal]:
    terminal = Terminal([PULLQUOTE, *words], environ, *size)
    try:
        yield terminal
    finally:
        terminal.close()


def read_and_save(terminal: Terminal) -> None:
    """Read to the end, jump from a quotation and from a caption, save."""
    terminal.shows(TITLE)
    terminal.press("G")
    terminal.shows("bad evening")
    terminal.press("g")
    terminal.shows("Edda Marsh")
    terminal.press("4")
    terminal.shows("Quotations", "lamp all")
    terminal.press("G", "Enter")
    terminal.shows("bad evening")
    terminal.press("3")
    terminal.shows("Captions", "Ole Brandt")
    terminal.press("G", "Enter")
    terminal.shows("stairs")
    terminal.press("2", "s")
    terminal.shows("saved")
    terminal.press("q")


@pytest.mark.parametrize("size", SIZES)
def test_open_read_jump_save_and_read_again_offline(tmp_path: Path, site: Site, size: tuple[int, int]) -> None:
    address = site.page("/lighthouse", AGENCY_STORY)
    environ = home_environ(tmp_path)
    with opened(environ, size, address) as terminal:
        read_and_save(terminal)
        until(terminal.ended, terminal.screen)
    site.close()
    listed = subprocess.run([PULLQUOTE, "list"], check=True, env=environ, capture_output=True, text=True).stdout
    assert "\tsaved\t" in listed
    with opened(environ, size, address) as terminal:
        terminal.shows("stairs", "bad evening")


def test_a_quotation_copied_is_on_the_clipboard_letter_by_letter(tmp_path: Path, site: Site, display: str) -> None:
    address = site.page("/lighthouse", AGENCY_STORY)
    need("xclip")
    environ = home_environ(tmp_path, DISPLAY=display)
    with opened(environ, (120, 40), address) as terminal:
        terminal.shows(TITLE)
        terminal.press("4")
        terminal.press("g", "y")
        terminal.shows("Copied", "xclip")
        command = ["xclip", "-selection", "clipboard", "-out"]
        pasted = subprocess.run(command, check=True, env=environ, capture_output=True).stdout.decode()
        assert pasted == "“I listened to the lamp all night. It hums in B flat.”"


def test_the_address_typed_last_is_the_article_shown(tmp_path: Path, site: Site) -> None:
    slow = site.drip("/slow", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>", b"slowly ", every=0.1)
    quick = site.page("/lighthouse", AGENCY_STORY)
    with opened(home_environ(tmp_path), (120, 40)) as terminal:
        terminal.shows("Articles")
        for address in (slow, quick):
            terminal.press("a")
            terminal.shows("Address or file")
            terminal.type(address)
            terminal.press("Enter")
            terminal.hides("Address or file")
        terminal.shows("northern road")
        terminal.press("Escape")
        assert "northern road" in terminal.screen()


def test_a_resize_keeps_the_place(tmp_path: Path, site: Site) -> None:
    address = site.page("/lighthouse", AGENCY_STORY)
    with opened(home_environ(tmp_path), (120, 24), address) as terminal:
        terminal.shows(TITLE)
        terminal.press("G")
        terminal.shows("counted them")
        for columns, rows in ((60, 20), (200, 24), (80, 24), (120, 24)):
            terminal.resize(columns, rows)
            until(lambda: "counted them" in terminal.screen(), terminal.screen)
        assert "counted them" in terminal.screen()
