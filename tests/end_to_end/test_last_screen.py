"""What was left on the screen is shown at once at the next start, and only if it is still true."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ, until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FULL_SCREEN = b"\x1b[?1049h"
"""What opens a terminal's full screen. Textual sends it, too, when it has loaded."""

LEAVES_FULL_SCREEN = b"\x1b[?1049l"

LAST = "Ottilie"
"""Stands in the article that a first start shows."""


@contextmanager
def running(environ: Mapping[str, str], columns: int = 120) -> Iterator[Pty]:
    opened = Pty([PULLQUOTE], environ, columns)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment in which the first edition was looked at, and left."""
    environ = home_environ(tmp_path)
    with running(environ) as app:
        leave(app)
    return environ


def leave(app: Pty) -> None:
    app.shows(LAST)
    app.press("q")
    assert app.process.wait(30) == 0
    assert app.current_modes() == app.modes


def shown_before_textual(app: Pty) -> str:
    app.shows(LAST)
    before, *after = app.raw.split(FULL_SCREEN)[1:]
    return before.decode("utf-8", "replace") if after else ""


def test_what_was_left_is_shown_before_anything_is_loaded(environ: dict[str, str]) -> None:
    with running(environ) as app:
        leave(app)
        assert LAST in shown_before_textual(app)


def test_the_article_that_was_left_is_the_one_that_is_open(environ: dict[str, str]) -> None:
    with running(environ) as app:
        app.shows(LAST)
        app.press_and_see("J", "2/8")
        app.press("q")
        app.process.wait(30)
    with running(environ) as app:
        app.shows("2/8")
        assert " 2/8" in app.text
        assert " 1/8" not in app.text


@pytest.mark.parametrize("ending", ["a notice is shown", "the terminal is closed"])
def test_the_article_that_was_left_is_open_also_when(environ: dict[str, str], ending: str) -> None:
    with running(environ) as app:
        app.shows(LAST)
        app.press_and_see("J", "2/8")
        if ending == "a notice is shown":
            app.press_and_see("u", "nothing to undo")
            app.press("q")
        else:
            os.kill(app.process.pid, signal.SIGHUP)
        app.process.wait(30)
    with running(environ) as app:
        app.shows("2/8")
        assert " 1/8" not in app.text


def test_keys_pressed_over_it_are_heard(environ: dict[str, str]) -> None:
    with running(environ) as app:
        app.press("J")
        app.shows("2/8")
        assert " 2/8" in app.text


def test_a_key_of_the_text_pressed_over_it_waits_for_the_text(environ: dict[str, str]) -> None:
    with running(environ) as app:
        app.press("G")
        app.shows("So says the card")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_comes_while_it_is_shown_leaves_the_terminal_as_it_was(
    environ: dict[str, str], number: signal.Signals
) -> None:
    with running(environ) as app:
        app.shows(LAST)
        app.process.send_signal(number)
        assert app.process.wait(30) in (128 + number, 0)
        until(lambda: LEAVES_FULL_SCREEN in app.raw, lambda: "the full screen was not left")
        assert app.current_modes() == app.modes


@pytest.mark.parametrize("change", ["another article is kept", "another width", "other colours"])
def test_a_screen_that_is_no_longer_true_is_not_shown(environ: dict[str, str], tmp_path: Path, change: str) -> None:
    columns = 120
    if change == "another article is kept":
        (tmp_path / "note.txt").write_text("A note\n\nThe kettle on pier four is for everybody, says the note on it.\n")
        subprocess.run([PULLQUOTE, "save", str(tmp_path / "note.txt")], check=True, env=environ, capture_output=True)
    elif change == "another width":
        columns = 100
    else:
        environ["NO_COLOR"] = "1"
    with running(environ, columns) as app:
        leave(app)
        assert shown_before_textual(app) == ""
