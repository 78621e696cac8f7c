from __future__ import annotations

import asyncio
import os
import select
import time
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import Clipboard, Health

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    PathWith = Callable[..., str]

HANGS = "cat >/dev/null; sleep 60"
FAILS_LOUDLY = "cat >/dev/null; echo 'Error: cannot open display' >&2; exit 1"
SAYS_YES = "cat >/dev/null; exit 0"
SAYS_YES_AND_STAYS = "cat >/dev/null; sleep 3 & exit 0"
NEVER_READS = "sleep 60"


@pytest.mark.parametrize(
    ("tool", "script"),
    [
        *((tool, script) for tool in ("xclip", "xsel", "wl_copy") for script in (FAILS_LOUDLY, SAYS_YES)),
        *(("xclip", script) for script in (HANGS, SAYS_YES_AND_STAYS, NEVER_READS)),
        ("wl_copy", HANGS),
    ],
)
async def test_a_tool_that_did_not_copy_never_makes_a_notice_of_a_copy(
    tool: str, script: str, path_with: PathWith, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = path_with(**{tool: script, "wl_paste": "exit 1"})
    environ = {"HOME": str(tmp_path), "PATH": path, "DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-7"}
    started = time.monotonic()
    copied = await Clipboard(environ, tmp_path, None).copy("Never there. " * 20_000)
    assert time.monotonic() - started < 6
    assert (copied.road, copied.confirmed) == ("file", False)
    assert copied.sentence.startswith(f"No clipboard here: written to {tmp_path / 'copied.txt'}; ")
    fault = copied.sentence.partition("; ")[2]
    assert fault.startswith(tool[:2])  # wl-copy, or wl-paste that was asked what it had done
    assert any(what in fault for what in ("failed with", "gave no answer", "took the text, but"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
async def test_a_dead_display_is_no_copy_and_writes_nothing_on_the_screen(
    tool: str, path_with: PathWith, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environ = {"HOME": str(tmp_path), "PATH": path_with(tool), "DISPLAY": ":93"}
    copied = await Clipboard(environ, tmp_path, None).copy("Nobody listens.")
    assert copied.road == "file"
    assert capfd.readouterr() == ("", "")


async def test_the_next_tool_is_tried_when_the_first_fails(display: str, path_with: PathWith, tmp_path: Path) -> None:
    path = path_with("xsel", wl_copy=HANGS, wl_paste=HANGS, xclip=FAILS_LOUDLY)
    environ = {"HOME": str(tmp_path), "PATH": path, "DISPLAY": display, "WAYLAND_DISPLAY": "wayland-7"}
    copied = await Clipboard(environ, tmp_path, None).copy("Third time lucky.")
    assert copied.sentence == (
        "Copied 17 characters (xsel, read back); wl-copy gave no answer within 1.5 s and was ended; "
        "xclip failed with status 1"
    )


async def test_a_hung_tool_is_ended_with_its_children(path_with: PathWith, tmp_path: Path) -> None:
    born = tmp_path / "child"
    path = path_with(xclip=f"sleep 60 & echo $! > {born}; wait")
    await Clipboard({"PATH": path, "DISPLAY": ":7"}, tmp_path, None).copy("x")
    assert ends(int(born.read_text()))


def ends(process: int) -> bool:
    """Whether the process is gone, or goes within a few seconds."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], 5)[0])
    finally:
        os.close(descriptor)


async def test_the_loop_answers_while_a_tool_hangs(path_with: PathWith, tmp_path: Path) -> None:
    clipboard = Clipboard({"PATH": path_with(xclip=HANGS), "DISPLAY": ":7"}, tmp_path, None)
    copying = asyncio.create_task(clipboard.copy("x"))
    longest, last = 0.0, time.monotonic()
    while not copying.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert (await copying).road == "file"
    assert longest < 0.5


async def test_a_paste_from_a_hung_tool_is_nothing(path_with: PathWith, tmp_path: Path) -> None:
    clipboard = Clipboard({"PATH": path_with(xclip=HANGS), "DISPLAY": ":7"}, tmp_path, None)
    assert await clipboard.paste() == ""


async def test_a_paste_that_never_ends_is_cut(path_with: PathWith, tmp_path: Path) -> None:
    clipboard = Clipboard({"PATH": path_with(xclip="yes https://gazette.example/"), "DISPLAY": ":7"}, tmp_path, None)
    assert len(await clipboard.paste()) == 65_536


async def test_the_doctor_names_what_fails(path_with: PathWith, tmp_path: Path) -> None:
    clipboard = Clipboard({"PATH": path_with(xclip=FAILS_LOUDLY), "DISPLAY": ":7"}, tmp_path, None)
    findings = {finding.road: finding for finding in await clipboard.diagnose()}
    assert findings["xclip"].health is Health.FAILS
    assert findings["xclip"].sentence == "xclip failed with status 1."
    assert "DISPLAY" in findings["xclip"].remedy
    assert findings["osc52"].health is Health.ABSENT
    assert findings["file"].health is Health.WORKS
