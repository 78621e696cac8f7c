from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import Clipboard, Health
from tui.clipboard.clipboard import MOST_CHARACTERS
from tui.errors import ClipboardError

if TYPE_CHECKING:
    from pathlib import Path


def forbid_writing(folder: Path) -> None:
    folder.chmod(0o500)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_without_any_road_the_file_is_taken_and_named(tmp_path: Path) -> None:
    state = tmp_path / "new" / "state"
    copied = await Clipboard({}, state, None).copy("“Rain,” she said.")
    assert (copied.road, copied.confirmed, copied.characters) == ("file", False, 17)
    assert copied.sentence == f"No clipboard here: written to {state / 'copied.txt'}"
    assert (state / "copied.txt").read_bytes() == "“Rain,” she said.".encode()
    assert mode(state / "copied.txt") == 0o600
    assert mode(state / "clips") == 0o700


async def test_a_cut_is_told(tmp_path: Path) -> None:
    copied = await Clipboard({}, tmp_path, None).copy("a" * (MOST_CHARACTERS + 3))
    assert copied.characters == MOST_CHARACTERS
    assert f"the first {MOST_CHARACTERS:,} of {MOST_CHARACTERS + 3:,} characters" in copied.sentence


async def test_a_state_directory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    clipboard = Clipboard({}, tmp_path / "state", None)
    with pytest.raises(ClipboardError, match=r"No clipboard here, and .*copied.txt cannot be written"):
        await clipboard.copy("Rain.")
    assert {finding.road: finding.health for finding in await clipboard.diagnose()}["file"] is Health.FAILS


async def test_a_copy_succeeds_and_tells_that_the_ring_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file in the way")
    copied = await Clipboard({"TERM": "xterm"}, tmp_path, lambda _: None).copy("Rain.")
    assert copied.sentence.startswith("Sent 5 characters")
    assert "the list of copies could not be written" in copied.sentence


async def test_the_last_fifty_copies_survive_the_app(tmp_path: Path) -> None:
    clipboard = Clipboard({}, tmp_path, None)
    for number in range(53):
        await clipboard.copy(f"“Copy {number}” — 橋\nnext line\n")
    clips = Clipboard({}, tmp_path, None).clips()
    assert [clip.text for clip in clips] == [f"“Copy {number}” — 橋\nnext line\n" for number in range(52, 2, -1)]
    assert all(clip.at.tzinfo is not None for clip in clips)
    assert clips[0].at >= clips[-1].at
    assert {mode(path) for path in (tmp_path / "clips").iterdir()} == {0o600}
    assert len(list((tmp_path / "clips").iterdir())) == 50


async def test_the_ring_does_not_swell(tmp_path: Path) -> None:
    clipboard = Clipboard({}, tmp_path, None)
    for _ in range(10):
        await clipboard.copy("x" * MOST_CHARACTERS)
    assert 1 <= len(clipboard.clips()) <= 8


async def test_a_damaged_clip_is_left_out(tmp_path: Path) -> None:
    clipboard = Clipboard({}, tmp_path, None)
    await clipboard.copy("whole")
    (tmp_path / "clips" / "20260101T000000.000000-1.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "clips" / "notes.txt").write_text("not ours")
    assert [clip.text for clip in clipboard.clips()] == ["whole"]


async def test_two_running_copies_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = Clipboard({}, tmp_path, None), Clipboard({}, tmp_path, None)
    for number in range(5):
        await first.copy(f"first {number}")
        await second.copy(f"second {number}")
    assert len(first.clips()) == len(second.clips()) == 10


def test_there_are_no_clips_before_the_first_copy(tmp_path: Path) -> None:
    assert Clipboard({}, tmp_path / "nothing", None).clips() == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
async def test_a_read_only_state_directory_is_told(tmp_path: Path) -> None:
    forbid_writing(tmp_path)
    with pytest.raises(ClipboardError, match="Permission denied"):
        await Clipboard({}, tmp_path, None).copy("Rain.")
