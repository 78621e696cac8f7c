from __future__ import annotations

import os
import re
import termios
import threading
import tty
from base64 import b64decode
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import Clipboard, Health
from tui.errors import ClipboardError
from tui.pictures import put_question

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
OSC52 = re.compile(rb"\x1b\]52;([a-z]*);([A-Za-z0-9+/=]*)\x07")
XTERM = {"TERM": "xterm-256color"}


class Pty:
    """A terminal: what is written to it is collected as it comes out at the other end."""

    def __init__(self) -> None:
        self._outer, self._inner = os.openpty()
        tty.setraw(self._inner)
        self._arrived = bytearray()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def write(self, text: str) -> None:
        data = text.encode()
        while data:
            data = data[os.write(self._inner, data) :]

    def arrived(self) -> bytes:
        """Close the terminal and return everything that came out of it."""
        if self._inner >= 0:
            os.close(self._inner)
            self._inner = -1
            self._reader.join(10)
            os.close(self._outer)
        return bytes(self._arrived)

    def _read(self) -> None:
        while True:
            try:
                self._arrived += os.read(self._outer, 65_536)
            except OSError:
                return


@pytest.fixture
def pty() -> Iterator[Pty]:
    terminal = Pty()
    yield terminal
    terminal.arrived()


def decoded(data: bytes) -> list[tuple[bytes, bytes]]:
    return [(found[1], b64decode(found[2], validate=True)) for found in OSC52.finditer(data)]


def outside_tmux(data: bytes) -> bytes:
    """What tmux passes on of ``data``, ``allow-passthrough`` being on."""
    found = re.fullmatch(rb"\x1bPtmux;(.*)\x1b\\", data, re.DOTALL)
    assert found
    return found[1].replace(b"\x1b\x1b", b"\x1b")


def outside_screen(data: bytes) -> bytes:
    """What GNU screen passes on of ``data``, which must be all strings that its oldest releases can keep."""
    pieces = re.findall(rb"\x1bP(.*?)\x1b\\", data, re.DOTALL)
    assert all(len(piece) <= 252 for piece in pieces)
    assert b"".join(b"\x1bP" + piece + b"\x1b\\" for piece in pieces) == data
    return b"".join(pieces)


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
async def test_the_very_bytes_come_out_of_a_plain_terminal(text: str, pty: Pty, tmp_path: Path) -> None:
    copied = await Clipboard(XTERM, tmp_path, pty.write).copy(text)
    assert (copied.road, copied.confirmed, copied.characters) == ("osc52", False, len(text))
    assert decoded(pty.arrived()) == [(b"c", text.encode())]


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
@pytest.mark.parametrize(
    ("variables", "outside"),
    [({"TMUX": "/tmp/nowhere,1,0"}, outside_tmux), ({"STY": "1.pts-1"}, outside_screen)],
    ids=["tmux", "screen"],
)
async def test_a_multiplexer_passes_the_very_bytes_on(
    variables: dict[str, str], outside: Callable[[bytes], bytes], text: str, pty: Pty, tmp_path: Path
) -> None:
    environ = {"TERM": "screen-256color", "PATH": str(tmp_path), **variables}
    await Clipboard(environ, tmp_path, pty.write).copy(text)
    assert decoded(outside(pty.arrived())) == [(b"c", text.encode())]


async def test_a_tmux_beyond_ssh_gets_both_ways(pty: Pty, tmp_path: Path) -> None:
    environ = {"TERM": "tmux-256color", "SSH_TTY": "/dev/pts/9"}
    await Clipboard(environ, tmp_path, pty.write).copy("Rain.")
    bare, wrapped = pty.arrived().split(b"\x1bPtmux;")
    assert decoded(bare) == decoded(outside_tmux(b"\x1bPtmux;" + wrapped)) == [(b"c", b"Rain.")]


async def test_the_notice_claims_no_more_than_is_known(tmp_path: Path) -> None:
    copied = await Clipboard(XTERM, tmp_path, lambda _: None).copy("x" * 212)
    assert copied.sentence == "Sent 212 characters to the terminal (OSC 52; it gives no answer)"


async def test_what_some_terminals_drop_is_doubted_and_goes_to_the_file_too(tmp_path: Path) -> None:
    copied = await Clipboard(XTERM, tmp_path, lambda _: None).copy("x" * 74_995)
    assert copied.sentence == (
        "Sent 74,995 characters to the terminal (OSC 52; it gives no answer, and some terminals drop as much); "
        f"written to {tmp_path / 'copied.txt'} too"
    )
    assert (tmp_path / "copied.txt").read_text() == "x" * 74_995


async def test_over_ssh_a_tool_of_this_machine_is_not_asked(
    path_with: Callable[..., str], pty: Pty, tmp_path: Path
) -> None:
    called = tmp_path / "called"
    environ = {**XTERM, "PATH": path_with(xclip=f"touch {called}"), "DISPLAY": ":7", "SSH_CONNECTION": "a 1 b 2"}
    clipboard = Clipboard(environ, tmp_path, pty.write)
    assert (await clipboard.copy("Rain.")).road == "osc52"
    assert await clipboard.paste() == ""
    assert not called.exists()


async def test_the_primary_selection_is_set_by_choice(pty: Pty, tmp_path: Path) -> None:
    await Clipboard(XTERM, tmp_path, pty.write, primary=True).copy("Rain.")
    assert decoded(pty.arrived()) == [(b"p", b"Rain."), (b"c", b"Rain.")]


async def test_nothing_copied_can_leave_its_sequence(pty: Pty, tmp_path: Path) -> None:
    await Clipboard(XTERM, tmp_path, pty.write).copy("ls\x07\x1b]0;x\x07\x9c\x1b\\\r\x00rm\ud800")
    assert decoded(pty.arrived()) == [(b"c", "ls]0;x\\\nrm\ufffd".encode())]


@pytest.mark.parametrize("term", ["", "dumb", "linux"])
async def test_a_terminal_without_a_clipboard_is_not_written_to(term: str, pty: Pty, tmp_path: Path) -> None:
    clipboard = Clipboard({"TERM": term}, tmp_path, pty.write)
    assert (await clipboard.copy("Rain.")).road == "file"
    assert pty.arrived() == b""
    assert {finding.road: finding.health for finding in await clipboard.diagnose()}["osc52"] is Health.ABSENT


async def test_a_terminal_that_is_gone_is_passed_by(tmp_path: Path) -> None:
    def gone(_text: str) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    copied = await Clipboard(XTERM, tmp_path, gone).copy("Rain.")
    assert copied.road == "file"
    assert copied.sentence.endswith("; the terminal cannot be written to: Broken pipe")


async def test_more_than_a_terminal_should_get_goes_to_a_file(pty: Pty, tmp_path: Path) -> None:
    copied = await Clipboard(XTERM, tmp_path, pty.write).copy("橋" * 800_000)
    assert copied.road == "file"
    assert copied.sentence == (
        f"No clipboard here: written to {tmp_path / 'copied.txt'}; a terminal takes no more than 2 MB"
    )
    assert (tmp_path / "copied.txt").read_text() == "橋" * 800_000
    assert pty.arrived() == b""


async def test_nothing_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(ClipboardError, match="nothing to copy"):
        await Clipboard(XTERM, tmp_path, None).copy("\x1b\x00")


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"XTERM_VERSION": "XTerm(379)"}, "disallowedWindowOps"),
        ({"TERM_PROGRAM": "iTerm.app"}, "iTerm2"),
        ({"VTE_VERSION": "7006"}, "VTE"),
        ({"TERM": "screen-256color"}, "allow-passthrough"),
        ({"TERM": "foot"}, "settings"),
    ],
)
async def test_the_doctor_says_what_to_set_in_this_terminal(
    variables: dict[str, str], word: str, tmp_path: Path
) -> None:
    clipboard = Clipboard({**XTERM, **variables}, tmp_path, lambda _: None)
    findings = {finding.road: finding for finding in await clipboard.diagnose()}
    assert findings["osc52"].health is Health.UNKNOWN
    assert word in findings["osc52"].remedy


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"\x1bP1+r4d73=1b5d\x1b\\\x1b[?62;4c", True),
        (b"\x1bP0+r4d73\x1b\\\x1b[?64;1;52;28c", True),
        (b"\x1bP0+r4d73\x1b\\\x1b[?64;1;2;6c", False),
        (b"\x1b[?152c", False),
        (b"", False),
    ],
)
async def test_the_doctor_asks_the_terminal_whether_it_copies(answer: bytes, says: bool, tmp_path: Path) -> None:
    outer, inner = os.openpty()
    tty.setraw(inner)  # no echo
    before = termios.tcgetattr(inner)
    os.write(outer, answer)  # waits in the line until it is read
    ask = partial(put_question, reading=inner, writing=inner)
    try:
        findings = await Clipboard(XTERM, tmp_path, lambda _: None).diagnose(ask)
        (finding,) = [one for one in findings if one.road == "osc52"]
        assert ("says that it copies" in finding.sentence) is says
        assert finding.health is Health.UNKNOWN
        assert termios.tcgetattr(inner) == before
        assert os.read(outer, 1024) == b"\x1bP+q4d73\x1b\\\x1b[c"
    finally:
        os.close(inner)
        os.close(outer)
