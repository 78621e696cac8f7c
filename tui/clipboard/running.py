"""Clipboard programs, run so that they can neither freeze the app nor write on its screen.

pyperclip waits for its tools for ever, does not look at their exit status and
lets them write to standard error, which is the screen. Output that nobody
reads must go to the null device, not to a pipe: the part of xclip and wl-copy
that stays behind to serve the text would hold the pipe open until the limit.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, cast

from tui.errors import ClipboardError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LIMIT = 1.5
"""Seconds that a tool has; they take 3 to 250 ms when they are well."""

_GRACE = 0.5
"""Seconds that a killed tool has to be gone."""


async def feed_tool(argv: Sequence[str], data: bytes, environ: Mapping[str, str], *, limit: float = LIMIT) -> None:
    """Run ``argv`` with ``data`` on its standard input.

    Raises:
        ClipboardError: it cannot be started, ended with another status than 0, or took longer than ``limit`` seconds.
    """
    await _run(argv, environ, limit, data=data)


async def ask_tool(argv: Sequence[str], environ: Mapping[str, str], *, most: int, limit: float = LIMIT) -> bytes:
    """Return what ``argv`` writes, at most ``most`` bytes of it.

    Raises:
        ClipboardError: as ``feed_tool``.
    """
    return await _run(argv, environ, limit, most=most)


class _Talk(asyncio.SubprocessProtocol):
    """What a tool says, until it has said enough, or has ended and closed its output."""

    def __init__(self, most: int) -> None:
        self.answer = bytearray()
        self.over = asyncio.Event()
        """Set when there is nothing more to wait for."""
        self.gone = asyncio.Event()
        """Set when the process has ended."""
        self._most = most
        self._speaks = most > 0

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - standard output is the only one
        self.answer += data[: self._most - len(self.answer)]
        if len(self.answer) >= self._most:
            self.over.set()

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002 - the status tells
        if fd == 1:
            self._speaks = False
            self._look()

    def process_exited(self) -> None:
        self.gone.set()
        self._look()

    def _look(self) -> None:
        if self.gone.is_set() and not self._speaks:
            self.over.set()


async def _run(
    argv: Sequence[str], environ: Mapping[str, str], limit: float, *, data: bytes | None = None, most: int = 0
) -> bytes:
    name = argv[0].rpartition("/")[2]
    talk = _Talk(most)
    try:
        transport, _ = await asyncio.get_running_loop().subprocess_exec(
            lambda: talk,
            *argv,
            stdin=DEVNULL if data is None else PIPE,
            stdout=PIPE if most else DEVNULL,
            stderr=DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except OSError as error:
        raise ClipboardError(f"{name} cannot be started: {error.strerror}.") from error
    try:
        async with asyncio.timeout(limit):
            _say(transport, data)
            await talk.over.wait()
    except TimeoutError as error:
        raise ClipboardError(f"{name} gave no answer within {limit:g} s and was ended.") from error
    finally:
        await _end(transport, talk)
    if len(talk.answer) < max(most, 1) and transport.get_returncode():
        raise ClipboardError(f"{name} failed with status {transport.get_returncode()}.")
    return bytes(talk.answer)


def _say(transport: asyncio.SubprocessTransport, data: bytes | None) -> None:
    if data is None:
        return
    pipe = cast("asyncio.WriteTransport", transport.get_pipe_transport(0))
    pipe.write(data)
    pipe.close()  # once all is written


async def _end(transport: asyncio.SubprocessTransport, talk: _Talk) -> None:
    """Kill a tool that still runs, with the children that it waits for, and let go of its pipes."""
    if not talk.gone.is_set():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(transport.get_pid(), signal.SIGKILL)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                await talk.gone.wait()
    transport.close()
