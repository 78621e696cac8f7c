"""However it is ended, the terminal is left as it was found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import PULLQUOTE, Pty, home_environ, until

LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
STOPS_MOUSE = b"\x1b[?1000l"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_terminal_restored(tmp_path: Path, number: signal.Signals) -> None:
    app = Pty([PULLQUOTE], home_environ(tmp_path))
    try:
        app.shows("Articles")
        os.kill(app.process.pid, number)
        app.process.wait(20)
        until(lambda: LEAVES_ALTERNATE_SCREEN in app.raw, lambda: repr(app.raw[-200:]))
        assert STOPS_MOUSE in app.raw
        assert app.current_modes() == app.modes
    finally:
        app.close()


def test_q_in_the_text_quits_with_the_terminal_restored(tmp_path: Path) -> None:
    app = Pty([PULLQUOTE], home_environ(tmp_path))
    try:
        app.shows("Articles")
        app.press("2q")
        assert app.process.wait(20) == 0
        until(lambda: LEAVES_ALTERNATE_SCREEN in app.raw, lambda: repr(app.raw[-200:]))
        assert app.current_modes() == app.modes
    finally:
        app.close()


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_paints_everything_again(tmp_path: Path) -> None:
    app = Pty([PULLQUOTE], home_environ(tmp_path))
    try:
        app.shows("Ottilie")
        app.press("\x1a")
        _, status = os.waitpid(app.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        until(lambda: LEAVES_ALTERNATE_SCREEN in app.raw, lambda: repr(app.raw[-200:]))
        assert app.current_modes() == app.modes
        painted = len(app.raw)
        os.kill(app.process.pid, signal.SIGCONT)
        everywhere = (b"Articles", b"Ottilie", b"Captions", b"Quotations")
        until(lambda: all(words in app.raw[painted:] for words in everywhere), lambda: repr(app.raw[painted:][-200:]))
    finally:
        app.close()


def _leaves(app: Pty) -> bool:
    """Press q, as one does until a program has understood."""
    if app.process.poll() is None:
        app.press("\x1bq")
    return app.process.poll() is not None


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (20, 5), (500, 100)])
def test_any_size_of_terminal_is_borne(tmp_path: Path, columns: int, rows: int) -> None:
    app = Pty([PULLQUOTE], home_environ(tmp_path), columns, rows)
    try:
        until(lambda: b"\x1b[?1049h" in app.raw, lambda: repr(app.raw[-200:]))
        app.press("34jkG/x\x1b?\x1b2")
        until(lambda: _leaves(app), lambda: repr(app.raw[-200:]))
        assert app.process.returncode == 0
        assert b"Traceback" not in app.raw
    finally:
        app.close()


def test_without_a_terminal_it_says_so_and_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui"],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=home_environ(tmp_path),
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"no terminal" in done.stderr
