"""Pictures in the running app: the terminal is asked at the first need, the keys meanwhile arrive, all is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from ast import literal_eval
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ, until
from tests.loopback import Site
from tui.pictures import QUESTION

SIXEL = b'\x1bP0;1;0q"1;1;'
SIXEL_TERMINAL = b"\x1b[6;20;10t\x1b[?63;1;4;22c"


def _gallery(site: Site, count: int) -> str:
    """Serve a story with ``count`` different pictures, each with its caption and credit; return its address."""
    figures = []
    for number in range(1, count + 1):
        file = BytesIO()
        Image.new("RGB", (320, 200), (number * 9 % 256, 80, 255 - number * 7 % 256)).save(file, "JPEG")
        site.page(f"/{number}.jpg", file.getvalue(), content_type="image/jpeg")
        figures.append(
            f'<figure><img src="/{number}.jpg" width="320" height="200" alt="Boat {number}"><figcaption>Boat number '
            f"{number} leaves the harbour of Kell at dawn. (Ole Brandt/Coast Pool)</figcaption></figure>"
            f"<p>Boat number {number} is older than its skipper, who bought it from the harbour of Kell for the price "
            f"of a bicycle, and who has painted it each spring since then, always in the same blue.</p>"
        )
    page = "<html><head><title>The boats of Kell</title></head><body><article><h1>The boats of Kell</h1>{}</article>"
    return site.page("/boats", page.format("".join(figures)))


@pytest.mark.parametrize(
    ("answers", "sign"),
    [
        pytest.param(SIXEL_TERMINAL, SIXEL, id="Sixel"),
        pytest.param(b"\x1b_Gi=4207;OK\x1b\\\x1b[?62;c", b"\x1b_Ga=T,f=100", id="Kitty"),
        pytest.param(b"\x1b[?1;2c", "▀".encode(), id="neither"),
        pytest.param(b"", "▀".encode(), id="silence"),
    ],
)
def test_the_terminal_is_asked_once_at_the_first_picture_and_its_answer_is_the_road(
    tmp_path: Path, site: Site, answers: bytes, sign: bytes
) -> None:
    terminal = Pty([PULLQUOTE, _gallery(site, 2)], home_environ(tmp_path))
    try:
        terminal.shows("older than its skipper")
        assert QUESTION.encode() not in terminal.raw
        terminal.press("i")
        until(lambda: QUESTION.encode() in terminal.raw, lambda: "nothing was asked")
        os.write(terminal._parent, answers)
        until(lambda: sign in terminal.raw, lambda: repr(terminal.raw[-2000:]))
        terminal.press_and_see("l", "2/2")
        assert terminal.raw.count(QUESTION.encode()) == 1
    finally:
        terminal.close()


LISTENER = """
import sys
from pathlib import Path
from zipfile import ZipFile
from textual.app import App
from tui.driver import AskingDriver
from tui.pictures import QUESTION

class Listener(App):
    keys = []
    def on_mount(self):
        self.run_worker(self.ask())
    async def ask(self):
        self.answer = await self._driver.ask(QUESTION, 20)
    def on_key(self, event):
        self.keys.append(event.key)
        if event.key == "q":
            Path(sys.argv[1]).write_text(repr((self.keys, self.answer)), "utf-8")
            self.exit()

Listener(driver_class=AskingDriver).run()
"""


def test_what_is_typed_while_the_terminal_answers_arrives_and_the_answer_is_not_typed(tmp_path: Path) -> None:
    told = tmp_path / "keys"
    terminal = Pty([sys.executable, "-c", LISTENER, str(told)], home_environ(tmp_path))
    try:
        until(lambda: QUESTION.encode() in terminal.raw, lambda: "nothing was asked")
        os.write(terminal._parent, b"ab" + SIXEL_TERMINAL[:5])
        os.write(terminal._parent, SIXEL_TERMINAL[5:] + b"c\x1b[Adq")
        until(lambda: terminal.process.poll() is not None, lambda: terminal.text)
        keys, answer = literal_eval(told.read_text("utf-8"))
    finally:
        terminal.close()
    assert keys == ["a", "b", "c", "up", "d", "q"]
    assert answer == SIXEL_TERMINAL.decode()


def test_in_tmux_nothing_is_asked_and_half_blocks_are_drawn(tmp_path: Path, site: Site) -> None:
    environ = home_environ(tmp_path, TERM="tmux-256color", TMUX="/nowhere,1,0")
    terminal = Pty([PULLQUOTE, _gallery(site, 1)], environ)
    try:
        terminal.shows("older than its skipper")
        terminal.press_and_see("i", "▀")
        assert QUESTION.encode() not in terminal.raw
        assert b"\x1b_G" not in terminal.raw
    finally:
        terminal.close()


def test_24_pictures_of_a_saved_article_are_shown_with_captions_and_credits_when_the_server_is_gone(
    tmp_path: Path, site: Site
) -> None:
    address, environ = _gallery(site, 24), home_environ(tmp_path, TERM="xterm-kitty")
    terminal = Pty([PULLQUOTE, address], environ)
    try:
        terminal.shows("older than its skipper")
        terminal.press("s")
        until(lambda: _kept_pictures(environ) == 24, lambda: f"{_kept_pictures(environ)} of 24 pictures kept")
    finally:
        terminal.close()
    site.close()
    terminal = Pty([PULLQUOTE, address], environ, columns=90)
    try:
        terminal.shows("older than its skipper")
        for number in range(1, 25):
            before = len(terminal.raw)
            terminal.press("i" if number == 1 else "l")
            _drawn_after(terminal, before)
            shown = terminal.raw[before:].decode()
            assert f"Boat number {number} leaves the harbour of Kell at dawn." in shown
            assert f"{number}/24 · Ole Brandt/Coast Pool" in shown
    finally:
        terminal.close()


def _drawn_after(terminal: Pty, before: int) -> None:
    until(lambda: b"\x1b_Ga=T,f=100" in terminal.raw[before:], lambda: terminal.text[-2000:])


def test_the_command_line_keeps_the_pictures_too_and_counts_them(tmp_path: Path, site: Site) -> None:
    environ = home_environ(tmp_path)
    address = _gallery(site, 5)
    site.page("/3.jpg", b"", status=404)
    done = subprocess.run([PULLQUOTE, "save", address], check=True, env=environ, capture_output=True, text=True)
    assert done.stdout == f"SAVED {address}\n"
    assert "4 of 5 pictures kept" in done.stderr
    assert _kept_pictures(environ) == 4


def test_a_saved_article_is_exported_with_its_pictures_when_the_server_is_gone(tmp_path: Path, site: Site) -> None:
    environ, address = home_environ(tmp_path), _gallery(site, 3)
    subprocess.run([PULLQUOTE, "save", address], check=True, env=environ, capture_output=True)
    site.close()
    page, book = tmp_path / "boats.html", tmp_path / "boats.epub"
    for target in (page, book):
        command = [PULLQUOTE, "export", address, str(target)]
        done = subprocess.run(command, check=True, env=environ, capture_output=True, text=True)
        assert "with 3 of 3 pictures" in done.stderr
    assert page.read_text("utf-8").count('src="data:image/jpeg;base64,') == 3
    with ZipFile(book) as archive:
        assert sum(name.endswith(".jpg") for name in archive.namelist()) == 3
    again = subprocess.run([PULLQUOTE, "export", address, str(page)], check=False, env=environ, capture_output=True)
    assert again.returncode == 2
    terminal = Pty([PULLQUOTE, address], environ)
    try:
        terminal.shows("older than its skipper")
        terminal.press_and_see("w", "Export as")
        terminal.press_and_see("\r", "with 3 pictures")
    finally:
        terminal.close()
    assert (tmp_path / "the-boats-of-kell.html").read_bytes() == page.read_bytes()


def _kept_pictures(environ: dict[str, str]) -> int:
    command = [PULLQUOTE, "library", "stats"]
    done = subprocess.run(command, check=True, env=environ, capture_output=True, text=True)
    count: int = json.loads(done.stdout)["pictures"]
    return count
