"""In a real tmux, whose client is attached to a pty of ours that decodes what tmux passes on."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import time
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import Clipboard, Health

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SAMPLES = {
    "latin": "“The bridge is closed,” said Orla Finn — naïve façade, ½ £.\nSecond line.\tTabbed.",
    "cjk": "「橋は閉まっています」と市長は言った。桥梁关闭了。",
    "rtl": "«الجسر مغلق» قالت العمدة. הגשר סגור.",
    "emoji": "👩‍👩‍👧‍👦 🇨🇿 ☔️ 𝕏",
    "one megabyte": "Řeka vyšla z břehů. " * 43_000,
}


class TmuxInTerminal:
    """A tmux of our own; what it passes on to its terminal is collected."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "tmux.sock"
        self._tmux = [shutil.which("tmux") or "", "-f", "/dev/null", "-S", str(self.socket)]
        self._outer, inner = os.openpty()
        self._arrived = b""
        self._client = subprocess.Popen(
            [*self._tmux, "new-session", "-x", "80", "-y", "24", "cat"],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**self.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(inner)
        self.wait_for(rb"\[0\]")  # the status line: the client is attached

    @property
    def environ(self) -> dict[str, str]:
        """What a program inside would see."""
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "screen-256color"}

    @property
    def inside(self) -> dict[str, str]:
        """The same, and that it is in this tmux."""
        return {**self.environ, "TMUX": f"{self.socket},{self._client.pid},0"}

    def ask(self, *command: str) -> str:
        run = subprocess.run([*self._tmux, *command], env=self.environ, capture_output=True, timeout=10, check=True)
        return run.stdout.decode()

    def wait_for(self, pattern: bytes) -> re.Match[bytes]:
        """Return the first match in what has come out of the terminal so far, or comes soon."""
        deadline = time.monotonic() + 10
        found = re.search(pattern, self._arrived)
        while not found:
            if not select.select([self._outer], [], [], max(0, deadline - time.monotonic()))[0]:
                pytest.fail(f"{pattern!r} never came out of the terminal")
            news = os.read(self._outer, 65_536)
            self._arrived += news
            if b"\x07" in news or b"\x1b" in news:  # else a long sequence is still on its way
                found = re.search(pattern, self._arrived)
        return found

    def wait_for_copy(self) -> bytes:
        """Return what the terminal is asked to copy."""
        return b64decode(self.wait_for(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")[1], validate=True)

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], env=self.environ, capture_output=True, timeout=10, check=False)
        os.close(self._outer)
        self._client.wait(10)


@pytest.fixture
def tmux(tmp_path: Path, needs: Callable[..., None]) -> Iterator[TmuxInTerminal]:
    needs("tmux")
    server = TmuxInTerminal(tmp_path)
    yield server
    server.close()


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
async def test_the_very_bytes_reach_the_buffer_and_the_terminal(
    text: str, tmux: TmuxInTerminal, tmp_path: Path
) -> None:
    tmux.ask("set-option", "-g", "set-clipboard", "on")
    copied = await Clipboard(tmux.inside, tmp_path, None).copy(text)
    assert (copied.road, copied.confirmed, copied.characters) == ("tmux", False, len(text))
    assert tmux.ask("save-buffer", "-") == text
    assert tmux.wait_for_copy() == text.encode()


async def test_the_default_set_clipboard_stops_nothing(tmux: TmuxInTerminal, tmp_path: Path) -> None:
    assert tmux.ask("show-options", "-gqv", "set-clipboard").strip() == "external"
    copied = await Clipboard(tmux.inside, tmp_path, None).copy("Rain.")
    assert tmux.wait_for_copy() == b"Rain."
    assert copied.sentence == (
        "Sent 5 characters to tmux and its terminal (in tmux's buffer, read back; the terminal gives no answer)"
    )


async def test_a_paste_takes_the_buffer(tmux: TmuxInTerminal, tmp_path: Path) -> None:
    tmux.ask("set-buffer", "https://gazette.example/a")
    assert await Clipboard(tmux.inside, tmp_path, None).paste() == "https://gazette.example/a"


async def test_an_old_tmux_is_asked_by_the_wrapped_sequence(path_with: Callable[..., str], tmp_path: Path) -> None:
    written: list[str] = []
    environ = {"PATH": path_with(tmux="exit 1"), "TMUX": "/tmp/x,1,0", "TERM": "screen"}
    assert (await Clipboard(environ, tmp_path, written.append).copy("Rain.")).road == "osc52"
    assert written[0].startswith("\x1bPtmux;")


async def test_the_doctor_tries_tmux_and_leaves_its_buffers_alone(tmux: TmuxInTerminal, tmp_path: Path) -> None:
    tmux.ask("set-buffer", "mine")
    findings = {finding.road: finding for finding in await Clipboard(tmux.inside, tmp_path, None).diagnose()}
    assert findings["tmux"].health is Health.WORKS
    assert tmux.ask("list-buffers", "-F", "#{buffer_sample}").split() == ["mine"]


@pytest.mark.parametrize(
    ("script", "health", "remedy"),
    [
        ('case "$1" in -V) echo tmux 3.1c;; *) echo external;; esac', Health.UNKNOWN, "set-clipboard on"),
        ('case "$1" in -V) echo tmux 3.4;; *) exit 1;; esac', Health.FAILS, "new tmux window"),
        ("exit 127", Health.FAILS, "new tmux window"),
    ],
    ids=["too old", "server gone", "broken"],
)
async def test_the_doctor_says_what_to_set_in_tmux(
    script: str, health: Health, remedy: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    environ = {"PATH": path_with(tmux=script), "TMUX": "/tmp/x,1,0", "TERM": "screen"}
    findings = {finding.road: finding for finding in await Clipboard(environ, tmp_path, None).diagnose()}
    assert findings["tmux"].health is health
    assert remedy in findings["tmux"].remedy
