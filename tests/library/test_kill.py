"""``kill -9`` at any moment, and several copies at once: what was acknowledged is there.

Fewer rounds than the whole by default, for the time they take; ``PULLQUOTE_KILL_ROUNDS`` says how many.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.library.keeper import address, article, word
from tui.library import Library, View

ROOT = Path(__file__).parent.parent.parent
ROUNDS = int(os.environ.get("PULLQUOTE_KILL_ROUNDS", "100"))
LONGEST_SECONDS = 0.12
ROUNDS_A_LIBRARY = 25


@dataclass
class Writer:
    """A copy of the program that saves."""

    path: Path
    name: str
    first: int
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "tests.library.keeper", str(self.path), self.name, str(self.first)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, bufsize=0)

    def first_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode()

    def kill(self) -> tuple[list[str], str]:
        """Kill it and return the addresses that it acknowledged, and what it complained of."""
        self.process.kill()
        out, complaints = self.process.communicate()
        return [line.removeprefix("SAVED ") for line in out.decode().splitlines()], complaints.decode()


def test_every_acknowledged_keep_is_there_after_a_kill_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(6)
    kept: dict[str, set[str]] = {}
    for number in range(ROUNDS):
        path = tmp_path / f"library-{number // ROUNDS_A_LIBRARY}.db"
        names = ("ada", "bo") if number % 4 == 3 else ("ada",)
        writers = [Writer(path, f"{name}{number}x", 0) for name in names]
        acknowledged = _killed(writers, chance)
        for writer in writers:
            kept.setdefault(writer.name, set()).update(acknowledged[writer.name])
        _assert_whole(path, acknowledged)
    assert sum(map(len, kept.values())) > ROUNDS


def _killed(writers: list[Writer], chance: random.Random) -> dict[str, list[str]]:
    """Let the writers save for a while, then kill them one after the other, some of them at their very start."""
    acknowledged: dict[str, list[str]] = {writer.name: [] for writer in writers}
    if chance.random() < 0.9:
        for writer in writers:
            line = writer.first_line()
            assert line.startswith("SAVED "), writer.kill()
            acknowledged[writer.name].append(line.strip().removeprefix("SAVED "))
    deadline = time.monotonic() + chance.random() * LONGEST_SECONDS
    while time.monotonic() < deadline:
        pass
    for writer in writers:
        addresses, complaints = writer.kill()
        assert complaints == ""
        acknowledged[writer.name] += addresses
    return acknowledged


def _assert_whole(path: Path, acknowledged: dict[str, list[str]]) -> None:
    with Library.open(path) as library:
        assert library.check() == []
        total = library.count(View())
        assert len(set(library.ids(View()))) == total
        for name, addresses in acknowledged.items():
            assert addresses == [address(name, number) for number in range(len(addresses))]
            for number in range(len(addresses)):
                row = library.find(addresses[number])
                assert row is not None
                assert library.article(row.id) == article(name, number)
                assert [hit.row.id for hit in library.search(word(name, number), ranked=True)] == [row.id]


def test_two_copies_that_begin_at_the_same_moment_make_one_library(tmp_path: Path) -> None:
    for number in range(6):
        path = tmp_path / f"new-{number}.db"
        writers = [Writer(path, name, 0) for name in ("ada", "bo", "cy")]
        lines = {writer.name: [writer.first_line().strip().removeprefix("SAVED ")] for writer in writers}
        for writer in writers:
            addresses, complaints = writer.kill()
            assert complaints == ""
            lines[writer.name] += addresses
        _assert_whole(path, lines)
