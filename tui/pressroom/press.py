"""One child process, from its start to its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

import tui
from tui.pressroom.framing import LENGTHS, Head, pack_frame, unpack_head, unpack_lengths

if TYPE_CHECKING:
    from tui.pressroom.limits import PressLimits

SLICE = 256 * 1024
"""A body goes into the pipe in slices, so that it does not lie in memory twice."""


class PressBroken(Exception):
    """The child is gone, or talks nonsense; it is of no more use."""


class Reply(Struct, frozen=True):
    """What came back for one job."""

    head: Head
    """``kind`` and ``message`` of an error; ``peak`` memory; ``last`` when the child ends after it."""
    body: bytes
    """The result; empty with an error."""


class Press:
    """A running child. One job at a time; whoever breaks off a job must ``end`` it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.served = 0
        """How many jobs it was given."""

    @classmethod
    async def start(cls, jobs: str, limits: PressLimits) -> Press:
        """Return a child that has loaded the module ``jobs`` and waits for work.

        Raises:
            PressBroken: It does not come up.
        """
        command = [sys.executable, "-P", "-m", "tui.pressroom.child", jobs, str(limits.seconds), str(limits.memory)]
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _search_path()},
            start_new_session=True,  # Ctrl+C and Ctrl+Z are for the program on the screen
        )
        press = cls(process)
        async with contextlib.AsyncExitStack() as failing:
            failing.push_async_callback(press.end)
            try:
                async with asyncio.timeout(limits.start_seconds):
                    hello = await press._receive()
            except TimeoutError as error:
                raise PressBroken from error
            if not hello.head.get("ready"):
                raise PressBroken
            failing.pop_all()
        return press

    @property
    def alive(self) -> bool:
        """Whether it has not ended, as far as is known."""
        return self._process.returncode is None

    async def work(self, job: str, payload: bytes) -> Reply:
        """Return what the child makes of ``payload``.

        Raises:
            PressBroken: It ended over it.
        """
        self.served += 1
        pipe = self._pipe_in()
        try:
            pipe.write(pack_frame({"job": job}, len(payload)))
            view = memoryview(payload)
            for start in range(0, len(view), SLICE):
                pipe.write(view[start : start + SLICE])
                await pipe.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise PressBroken from error
        return await self._receive()

    async def end(self) -> None:
        """End the child, whatever it does, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._pipe_in().close()
        await self._pipe_out().read()
        await self._process.wait()

    async def _receive(self) -> Reply:
        pipe = self._pipe_out()
        try:
            head_size, body_size = unpack_lengths(await pipe.readexactly(LENGTHS.size))
            head = unpack_head(await pipe.readexactly(head_size))
            return Reply(head, await pipe.readexactly(body_size))
        except (asyncio.IncompleteReadError, ConnectionResetError, ValueError) as error:
            raise PressBroken from error

    def _pipe_in(self) -> asyncio.StreamWriter:
        if self._process.stdin is None:  # pragma: no cover - start() asks for a pipe
            raise PressBroken
        return self._process.stdin

    def _pipe_out(self) -> asyncio.StreamReader:
        if self._process.stdout is None:  # pragma: no cover - start() asks for a pipe
            raise PressBroken
        return self._process.stdout


def _search_path() -> str:
    """Return where the child finds what this process finds, and nothing that merely lies in the current directory."""
    own = str(Path(tui.__file__).parent.parent)
    return os.pathsep.join(dict.fromkeys([own, *(entry for entry in sys.path if Path(entry).is_absolute())]))
