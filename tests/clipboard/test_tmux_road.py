"""In a real tmux, whose client is attached to a pty of ours that decodes what tmux passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tui.clipboard import Clipboard, Health

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAMPLES = {
    "latin": "“The bridge is closed,” said Orla Finn — naïve façade, ½ £.\nSecond line.\tTabbed.",
    "cjk": "「橋は閉まっています」と市長は言った。桥梁关闭了。",
    "rtl": "«الجسر مغلق» قالت العمدة. הגשר סגור.",
    "emoji": "👩‍👩‍👧‍👦 🇨🇿 ☔️ 𝕏",
    "one megabyte": "Řeka vyšla z břehů. " * 43_000,
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
async def test_the_very_bytes_reach_the_buffer_and_the_terminal(text: str, tmux: Any, tmp_path: Path) -> None:
    tmux.ask("set-option", "-g", "set-clipboard", "on")
    copied = await Clipboard(tmux.inside, tmp_path, None).copy(text)
    assert (copied.road, copied.confirmed, copied.characters) == ("tmux", False, len(text))
    assert tmux.ask("save-buffer", "-") == text
    assert tmux.wait_for_copy() == text.encode()


async def test_the_default_set_clipboard_stops_nothing(tmux: Any, tmp_path: Path) -> None:
    assert tmux.ask("show-options", "-gqv", "set-clipboard").strip() == "external"
    copied = await Clipboard(tmux.inside, tmp_path, None).copy("Rain.")
    assert tmux.wait_for_copy() == b"Rain."
    assert copied.sentence == (
        "Sent 5 characters to tmux and its terminal (in tmux's buffer, read back; the terminal gives no answer)"
    )


async def test_a_paste_takes_the_buffer(tmux: Any, tmp_path: Path) -> None:
    tmux.ask("set-buffer", "https://gazette.example/a")
    assert await Clipboard(tmux.inside, tmp_path, None).paste() == "https://gazette.example/a"


async def test_an_old_tmux_is_asked_by_the_wrapped_sequence(path_with: Callable[..., str], tmp_path: Path) -> None:
    written: list[str] = []
    environ = {"PATH": path_with(tmux="exit 1"), "TMUX": "/tmp/x,1,0", "TERM": "screen"}
    assert (await Clipboard(environ, tmp_path, written.append).copy("Rain.")).road == "osc52"
    assert written[0].startswith("\x1bPtmux;")


async def test_the_doctor_tries_tmux_and_leaves_its_buffers_alone(tmux: Any, tmp_path: Path) -> None:
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
