"""The app on a library: what a move in the list costs, how soon a kept article is there, how much memory it takes.

No bench of its own: ``library.py`` makes the libraries and prints the figures.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import random
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

from tui.app import PullquoteApp
from tui.cli.wiring import open_reading
from tui.screens.reader import ReaderScreen
from tui.settings import load_settings
from tui.widgets.statusheader import StatusHeader

ROUNDS = 60
FRAME = 0.05
PATIENCE = 30.0
QUIET = 0.4
"""Seconds without output after which the app counts as done."""


def home_environ(home: str) -> dict[str, str]:
    """An environment in which nothing of the person's own is found."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PULLQUOTE", "XDG"))}
    places = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "STATE", "CONFIG")}
    return {**kept, **places, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


class Terminal:
    """The real app on a pseudo-terminal."""

    def __init__(self, library: Path, home: str) -> None:
        self._parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        command = [str(Path(sys.executable).parent / "pullquote"), "--library", str(library)]
        self._process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=home_environ(home), start_new_session=True
        )
        os.close(child)
        self.wait_for("Articles")
        self.settle()

    def wait_for(self, marker: str) -> None:
        """Wait until a word is on the screen."""
        seen = b""
        while marker.encode() not in seen:
            if not select.select([self._parent], [], [], PATIENCE)[0]:
                raise SystemExit(f"{marker} was not painted; the last of it: {seen[-300:]!r}")
            seen += os.read(self._parent, 65536)

    def settle(self) -> None:
        """Wait until nothing comes out any more."""
        while select.select([self._parent], [], [], QUIET)[0]:
            os.read(self._parent, 65536)

    def press(self, keys: str) -> None:
        """Press keys one after another, and wait until all is painted."""
        for key in keys:
            os.write(self._parent, key.encode())
            self.settle()

    def seconds_until(self, key: str, marker: str) -> float:
        """Return how long it takes from a key until a word is on the screen."""
        started = time.perf_counter()
        os.write(self._parent, key.encode())
        self.wait_for(marker)
        seconds = time.perf_counter() - started
        self.settle()
        return seconds

    def resident_kilobytes(self) -> int:
        """Return how much memory the app holds."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))

    def cpu_seconds(self) -> float:
        """Return the CPU time that the app took so far, in ticks of the kernel's."""
        user, system = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the app."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._parent)


def resident_kilobytes(library: Path, home: str) -> int:
    """Return the memory of an app in which the list was paged through, its end looked at and all of it searched."""
    terminal = Terminal(library, home)
    try:
        terminal.press("1" + " " * 20 + "GggGFharbour\x1b")
        return terminal.resident_kilobytes()
    finally:
        terminal.close()


def switch_seconds(library: Path, home: str, markers: list[str]) -> tuple[float, float]:
    """Return the median time from Enter in the list until a kept article is painted, and the mean CPU time of it all.

    Args:
        library: Its first two articles are the ones to switch between.
        home: For settings.
        markers: A word of each that stands near its beginning and nowhere else; that of the first one first.
    """
    terminal = Terminal(library, home)
    try:
        terminal.press("1")
        seconds, cpu = [], []
        for _ in range(8):
            for step, marker in (("j", markers[1]), ("k", markers[0])):
                terminal.press(step)
                before = terminal.cpu_seconds()
                seconds.append(terminal.seconds_until("\r", marker))
                cpu.append(terminal.cpu_seconds() - before)
        return statistics.median(seconds), statistics.mean(cpu)
    finally:
        terminal.close()


async def _cpu_of(act: Callable[[], object]) -> float:
    """Return the milliseconds of CPU, of all threads, until ``act`` is done and painted."""
    began = time.process_time()
    act()
    await asyncio.sleep(FRAME)
    return (time.process_time() - began) * 1e3


async def _moves(library: Path) -> dict[str, list[float]]:
    settings, chance = load_settings(library=library), random.Random(5)
    found: dict[str, list[float]] = {}
    async with open_reading(settings) as reading:
        beginning = asyncio.ensure_future(reading.begin(128, opening=True))
        app = PullquoteApp(settings, reading, {}, beginning)
        async with app.run_test(size=(120, 40)):
            await asyncio.sleep(1)
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            header, pane = screen.query_one(StatusHeader), screen.list_pane
            screen.set_focus(pane)
            for number in range(ROUNDS):
                acts: dict[str, Callable[[], object]] = {
                    "nothing": lambda: None,
                    "one line": lambda n=number: setattr(header, "busy", f"line {n}"),
                    "move": pane.action_line_down,
                    "page": pane.action_forward,
                    "leap": lambda: pane.go_to(chance.randrange(pane.total)),
                }
                for name, act in acts.items():
                    found.setdefault(name, []).append(await _cpu_of(act))
    return found


def move_costs(library: Path) -> dict[str, float]:
    """Return the median milliseconds of CPU of a move, a page and a leap in the list, and of changing one line."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {key: value for key, value in home_environ(home).items() if key.startswith("XDG")}
        return {name: statistics.median(values) for name, values in asyncio.run(_moves(library)).items()}
