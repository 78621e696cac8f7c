"""Real parts for the clipboard's tests: an X server, one tool at a time on PATH, a tmux in a terminal of ours."""

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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def require(*programs: str) -> None:
    """Skip the test when a program is missing; fail it instead where all must be there."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing and os.environ.get("PULLQUOTE_REQUIRE_TOOLS") == "1":
        pytest.fail(f"PULLQUOTE_REQUIRE_TOOLS=1, and {', '.join(missing)} is not installed")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of an X display of our own."""
    require("Xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def path_with(tmp_path: Path) -> Callable[..., str]:
    """Return a PATH that holds the named programs of this machine, and scripts of our own, and nothing else."""

    def build(*programs: str, **scripts: str) -> str:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        for program in programs:
            require(program)
            (folder / program).symlink_to(shutil.which(program) or "")
        for name, script in scripts.items():
            file = folder / name.replace("_", "-")
            file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
            file.chmod(0o755)
        return str(folder)

    return build


class TmuxInTerminal:
    """A tmux of our own; what it passes on to its terminal is collected."""

    def __init__(self, folder: Path) -> None:
        require("tmux")
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
        while not (found := re.search(pattern, self._arrived)):
            if not select.select([self._outer], [], [], max(0, deadline - time.monotonic()))[0]:
                pytest.fail(f"{pattern!r} never came out of the terminal")
            self._arrived += os.read(self._outer, 65_536)
        return found

    def wait_for_copy(self) -> bytes:
        """Return what the terminal is asked to copy."""
        return b64decode(self.wait_for(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")[1], validate=True)

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], env=self.environ, capture_output=True, timeout=10, check=False)
        os.close(self._outer)
        self._client.wait(10)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[TmuxInTerminal]:
    server = TmuxInTerminal(tmp_path)
    yield server
    server.close()
