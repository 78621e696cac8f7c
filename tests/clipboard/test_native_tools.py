from __future__ import annotations

import contextlib
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

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
    "trailing newlines": "a\n\n",
    "one character": "é",
    "one megabyte": "Řeka vyšla z břehů. " * 43_000,
}


def read_selection(display: str, selection: str = "clipboard", target: str = "UTF8_STRING") -> bytes:
    """Return what another program would paste; one that is refused asks again, as a person would."""
    command = [shutil.which("xclip") or "xclip", "-selection", selection, "-o", "-t", target]
    for _ in range(50):
        with contextlib.suppress(subprocess.SubprocessError):
            return subprocess.run(command, env={"DISPLAY": display}, capture_output=True, timeout=2, check=True).stdout
        threading.Event().wait(0.02)
    pytest.fail("nobody owns the clipboard")


def write_selection(display: str, data: bytes) -> None:
    """Copy as another program would, and wait until that program owns the clipboard."""
    xclip = [shutil.which("xclip") or "xclip", "-selection", "clipboard"]
    quiet = subprocess.DEVNULL
    subprocess.run(xclip, input=data, env={"DISPLAY": display}, check=True, timeout=10, stdout=quiet, stderr=quiet)
    for _ in range(50):
        if read_selection(display) == data:
            return
        threading.Event().wait(0.02)
    pytest.fail("xclip never came to own the clipboard")


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
async def test_the_very_bytes_arrive(
    tool: str, text: str, display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    clipboard = Clipboard({"HOME": str(tmp_path), "PATH": path_with(tool), "DISPLAY": display}, tmp_path, None)
    copied = await clipboard.copy(text)
    assert (copied.road, copied.confirmed, copied.characters) == (tool, True, len(text)), copied.sentence
    assert read_selection(display) == text.encode()


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
async def test_an_address_on_the_clipboard_can_be_offered(
    tool: str, display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    clipboard = Clipboard({"HOME": str(tmp_path), "PATH": path_with(tool), "DISPLAY": display}, tmp_path, None)
    write_selection(display, b"https://gazette.example/a\x1b[2J")
    assert await clipboard.paste() == "https://gazette.example/a[2J"


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
async def test_the_primary_selection_gets_it_only_by_choice(
    tool: str, display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    environ = {"HOME": str(tmp_path), "PATH": path_with(tool), "DISPLAY": display}
    await Clipboard(environ, tmp_path, None, primary=True).copy("by choice")
    await Clipboard(environ, tmp_path, None).copy("to the clipboard alone")
    assert read_selection(display, "primary") == b"by choice"
    assert read_selection(display) == b"to the clipboard alone"


async def test_rich_text_goes_as_html_where_the_tool_can(
    display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    clipboard = Clipboard({"PATH": path_with("xclip"), "DISPLAY": display}, tmp_path, None)
    copied = await clipboard.copy("Rain", html="<em>Rain</em>")
    assert copied.sentence == "Copied 4 characters as rich text (xclip, read back)"
    assert read_selection(display, target="text/html") == b"<em>Rain</em>"


async def test_rich_text_goes_as_plain_text_where_the_tool_cannot(
    display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    clipboard = Clipboard({"HOME": str(tmp_path), "PATH": path_with("xsel"), "DISPLAY": display}, tmp_path, None)
    copied = await clipboard.copy("Rain", html="<em>Rain</em>")
    assert copied.sentence == "Copied 4 characters (xsel, read back)"
    assert read_selection(display) == b"Rain"


async def test_an_x_display_forwarded_over_ssh_is_ones_own(
    display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    environ = {"PATH": path_with("xclip"), "DISPLAY": f"localhost{display}.0", "SSH_TTY": "/dev/pts/9"}
    copied = await Clipboard(environ, tmp_path, None).copy("forwarded")
    assert copied.road in ("xclip", "file")  # our X server may listen on a socket alone
    assert copied.confirmed is (copied.road == "xclip")


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
async def test_the_doctor_tries_a_tool_and_leaves_the_clipboard_alone(
    tool: str, display: str, path_with: Callable[..., str], tmp_path: Path
) -> None:
    clipboard = Clipboard({"HOME": str(tmp_path), "PATH": path_with(tool), "DISPLAY": display}, tmp_path, None)
    await clipboard.copy("mine")
    findings = {finding.road: finding for finding in await clipboard.diagnose()}
    assert findings[tool].health is Health.WORKS
    assert read_selection(display) == b"mine"
