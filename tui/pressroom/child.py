"""The child: reads jobs from its standard input, one at a time, until that ends.

Run as ``python -m tui.pressroom.child JOBS SECONDS MEMORY``. It bounds itself,
so that it ends even where its parent is gone: a time for each job, a memory
for all of them. Whatever prints into standard output prints into nothing; the
pipe belongs to the frames.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from typing import TYPE_CHECKING, BinaryIO

from tui.article import clean_line
from tui.errors import PullquoteError
from tui.pressroom.framing import LENGTHS, Head, pack_frame, unpack_head, unpack_lengths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

NICENESS = 10
"""Measured: at 10 a busy child leaves the event loop as quiet as an idle machine."""

GRACE = 3
"""Seconds after the limit at which the child ends itself; the parent has ended it by then, if there is one."""


def main(arguments: list[str]) -> None:
    """Work until standard input ends."""
    jobs, seconds, memory = arguments[0], float(arguments[1]), int(arguments[2])
    bound(memory)
    source, sink = take_pipes()
    sys.excepthook = last_words(sink)
    known: Mapping[str, Callable[[bytes], bytes]] = importlib.import_module(jobs).JOBS
    send(sink, {"ready": True}, b"")
    while lengths := source.read(LENGTHS.size):
        head_size, body_size = unpack_lengths(lengths)
        head, payload = unpack_head(source.read(head_size)), source.read(body_size)
        set_alarm(int(seconds) + GRACE)
        answer, result = work(known[head["job"]], payload)
        set_alarm(0)
        send(sink, answer, result)


def work(job: Callable[[bytes], bytes], payload: bytes) -> tuple[Head, bytes]:
    """Return what ``job`` makes of ``payload``, or the error that it foresaw."""
    try:
        result = job(payload)
    except PullquoteError as error:
        return {"kind": error.kind, "message": str(error)}, b""
    except MemoryError:
        return {"kind": "memory", "last": True}, b""
    except RecursionError:
        return {"kind": "depth"}, b""
    return {"peak": peak_memory()}, result


def last_words(sink: BinaryIO) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return a hook that names an unforeseen error to the parent before the child dies of it."""

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        send(sink, {"kind": "crash", "message": clean_line(kind.__name__, 60), "last": True}, b"")

    return hook


def send(sink: BinaryIO, head: Head, body: bytes) -> None:
    """Write one frame."""
    sink.write(pack_frame(head, len(body)))
    sink.write(body)
    sink.flush()


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the two pipes, and leave nothing in their places that a library could disturb."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return source, sink


if sys.platform == "win32":  # pragma: no cover - the parent's limit on time holds there alone

    def bound(memory: int) -> None:
        """Nothing to be had."""

    def set_alarm(seconds: int) -> None:
        """Nothing to be had."""

    def peak_memory() -> int:
        """Return 0: unknown."""
        return 0

else:
    import contextlib
    import resource

    def bound(memory: int) -> None:
        """Stand back for the program on the screen, and stop at ``memory`` bytes."""
        os.nice(NICENESS)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(OSError, ValueError):  # macOS does not bound the address space
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    def set_alarm(seconds: int) -> None:
        """End the process in so many seconds, whatever it does then; 0 takes that back."""
        signal.alarm(seconds)

    def peak_memory() -> int:
        """Return the most memory that was resident so far, in bytes.

        Linux counts into getrusage's figure what the parent had when it started this process (getrusage(2) does not
        say so; seen), and not into the one of proc(5).
        """
        with contextlib.suppress(OSError), open("/proc/self/status", "rb") as status:  # noqa: PTH123  no pathlib here
            for line in status:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main(sys.argv[1:])
