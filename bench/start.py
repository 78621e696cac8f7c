"""How soon something to read is on the screen, against a bare Textual app in the same run.

A pseudo-terminal of 120 by 40 runs the program; the clock stops when a known
word comes out of it. ``python bench/start.py [ROUNDS]``.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("the marker word zyzzyva")
Bare().run()
"""
PATIENCE = 30.0
"""Seconds after which a program that has painted nothing counts as broken."""


def first_paint(command: list[str], marker: bytes, environ: dict[str, str], keys: bytes = b"") -> float:
    """Return the seconds from starting ``command`` until ``marker`` comes out of its terminal.

    Then the program is killed, or, where there are ``keys`` that end it, left.
    """
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environ, start_new_session=True, close_fds=True
    )
    os.close(child)
    seen = b""
    try:
        while marker not in seen:
            if not select.select([parent], [], [], PATIENCE)[0]:
                raise SystemExit(f"{command} painted no {marker!r} in {PATIENCE} s; the last of it: {seen[-300:]!r}")
            seen += os.read(parent, 65536)
        seconds = time.perf_counter() - started
        if keys:
            os.write(parent, keys)
            with contextlib.suppress(OSError):
                while os.read(parent, 65536):  # until it closes its terminal
                    pass
        return seconds
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(parent)


def run_time(command: list[str], environ: dict[str, str]) -> float:
    """Return the seconds that ``command`` takes as a whole process."""
    started = time.perf_counter()
    subprocess.run(command, check=True, env=environ, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def report(name: str, ours: list[float], theirs: list[float], target: float) -> None:
    """Print the median of both and of the ratios, pair by pair."""
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    verdict = "holds" if ratio <= target else "MISSED"
    print(
        f"{name}: {statistics.median(ours) * 1000:.0f} ms against {statistics.median(theirs) * 1000:.0f} ms, "
        f"ratio {ratio:.2f} (target {target}: {verdict})"
    )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 11
    python = sys.executable
    pullquote = str(Path(python).parent / "pullquote")
    with tempfile.TemporaryDirectory() as home:
        environ = {key: value for key, value in os.environ.items() if not key.startswith(("PULLQUOTE", "PYTHONDONT"))}
        environ |= {
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_STATE_HOME": f"{home}/state",
            "XDG_CONFIG_HOME": f"{home}/config",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        read, bare = [pullquote], [python, "-c", BARE]
        # The first start makes the library; the figures are for every start after it. The marker stands in the article.
        marker = b"Ottilie"
        first_paint(read, marker, environ)
        ours, theirs = [], []
        for _ in range(rounds):  # a program that is killed leaves no screen behind
            theirs.append(first_paint(bare, b"zyzzyva", environ))
            ours.append(first_paint(read, marker, environ))
        report("article painted by the loaded app, four panes, against a bare Textual app", ours, theirs, 1.3)

        first_paint(read, marker, environ, keys=b"q")
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(first_paint(bare, b"zyzzyva", environ))
            ours.append(first_paint(read, marker, environ))
        report("first paint, the screen as it was left, against a bare Textual app", ours, theirs, 0.3)

        version, nothing = [pullquote, "--version"], [python, "-c", "pass"]
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(run_time(nothing, environ))
            ours.append(run_time(version, environ))
        report("pullquote --version against python -c pass", ours, theirs, 2.5)


if __name__ == "__main__":
    main()
