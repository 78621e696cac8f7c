"""A real terminal to try the app in: tmux, driven from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 30.0
"""Seconds after which what was expected on the screen counts as missing."""

PULLQUOTE = str(Path(sys.executable).parent / "pullquote")


def need(tool: str) -> str:
    """Return the path of a tool; without it the test is skipped, or fails where all tools must be there."""
    path = shutil.which(tool)
    if path is None:
        (pytest.fail if os.environ.get("PULLQUOTE_REQUIRE_TOOLS") else pytest.skip)(f"{tool} is not installed")
    return path


def home_environ(home: Path, **more: str) -> dict[str, str]:
    """An environment in which nothing of the tester's own is found."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV") if key in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "LANG": "C.UTF-8",
        **more,
    }


def until(what: Callable[[], bool], says: Callable[[], str]) -> None:
    """Wait until ``what`` holds; fail with what ``says`` returns."""
    ticker = threading.Event()
    waited = 0.0
    while not what():
        if waited > PATIENCE:
            pytest.fail(says())
        ticker.wait(0.05)
        waited += 0.05


class Terminal:
    """One tmux window with one program in it."""

    def __init__(self, command: list[str], environ: Mapping[str, str], columns: int, rows: int) -> None:
        need("tmux")
        self._socket = f"pullquote-{uuid.uuid4().hex}"
        script = shlex.join(command)
        self._environ = dict(environ)
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), script)

    def tmux(self, *words: str) -> str:
        """Run a tmux command on this terminal's own server."""
        command = ["tmux", "-L", self._socket, *words]
        return subprocess.run(command, check=True, env=self._environ, capture_output=True, text=True).stdout

    def screen(self) -> str:
        """What the screen shows."""
        done = subprocess.run(
            ["tmux", "-L", self._socket, "capture-pane", "-p"],
            check=False,
            env=self._environ,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text as it is."""
        self.tmux("send-keys", "-l", text)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def shows(self, *words: str) -> str:
        """Wait until all of ``words`` are on the screen, and return it."""
        until(lambda: all(word in self.screen() for word in words), lambda: f"{words} not on:\n{self.screen()}")
        return self.screen()

    def hides(self, word: str) -> str:
        """Wait until ``word`` is gone from the screen, and return it."""
        until(lambda: word not in self.screen(), lambda: f"{word!r} still on:\n{self.screen()}")
        return self.screen()

    def ended(self) -> bool:
        """Whether the program has ended, and the terminal with it."""
        command = ["tmux", "-L", self._socket, "has-session"]
        return subprocess.run(command, check=False, env=self._environ, capture_output=True).returncode != 0

    def close(self) -> None:
        """End the server and all in it."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], check=False, env=self._environ, capture_output=True)


_SEQUENCES = re.compile(
    rb"\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)"
)


class Pty:
    """A program on a bare pseudo-terminal, whose every byte is kept."""

    def __init__(self, command: list[str], environ: Mapping[str, str], columns: int = 120, rows: int = 40) -> None:
        self._parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes = termios.tcgetattr(child)
        self.process = subprocess.Popen(
            command,
            stdin=child,
            stdout=child,
            stderr=child,
            env={"TERM": "xterm-256color", "COLORTERM": "truecolor", **environ},
            start_new_session=True,
        )
        self._child = child
        self._seen = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._parent, 65536)
            except OSError:
                return
            if not data:
                return
            self._seen += data

    @property
    def raw(self) -> bytes:
        """Every byte that came out so far."""
        return bytes(self._seen)

    @property
    def text(self) -> str:
        """What came out, without our own control sequences, in the order of coming."""
        return _SEQUENCES.sub(b"", self.raw).decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        """Send keys as a terminal would; after an Escape it pauses, or the next key would be one with Alt."""
        for piece in re.findall("\x1b|[^\x1b]+", keys):
            os.write(self._parent, piece.encode())
            if piece == "\x1b":
                threading.Event().wait(0.25)

    def paste(self, text: str) -> None:
        """Paste as a terminal does that was asked for bracketed paste."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def send(self, sequence: str) -> None:
        """Send a sequence in one piece, as a terminal does for a function key."""
        os.write(self._parent, sequence.encode())

    def shows(self, words: str) -> None:
        """Wait until ``words`` have come out."""
        until(lambda: words in self.text, lambda: f"{words!r} did not come out; the last of it:\n{self.text[-3000:]}")

    def press_and_see(self, keys: str, words: str) -> None:
        """Press keys and wait until ``words`` have come out after that."""
        before = len(self.raw)
        self.press(keys)

        def fresh() -> str:
            return _SEQUENCES.sub(b"", self.raw[before:]).decode("utf-8", "replace")

        until(lambda: words in fresh(), lambda: f"{words!r} did not follow {keys!r}:\n{fresh()[-3000:]}")

    def current_modes(self) -> list[object]:
        """The terminal's modes now; equal to ``modes`` when it was left as it was found."""
        return termios.tcgetattr(self._child)

    def close(self) -> None:
        """End the program and the terminal."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._child)
        self._reader.join(1)
        os.close(self._parent)
