"""Data on standard output, narration on standard error, be they closed, full, or in an old encoding."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.errors import PullquoteError

_OUTPUT_FAILS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


def make_ready() -> None:
    """Let every text be printed: to nowhere where a stream is closed, with "?" where its encoding has no sign."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Without this, Python prints what is meant for the one on the other.
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def narrate(sentence: str) -> None:
    """Say a sentence on standard error, with nothing in it that a terminal would obey: it may hold names and paths."""
    from tui.article import clean_line  # noqa: PLC0415 - "--version" needs none of it

    print(f"pullquote: {clean_line(sentence)}", file=sys.stderr)


def narrate_failure(source: str, error: PullquoteError, *, many: bool) -> None:
    """Say why ``source`` failed; with its name where there are ``many`` and the sentence does not hold it."""
    from tui.article import clean_line, without_login  # noqa: PLC0415 - "--version" needs none of it

    sentence, name = str(error), clean_line(without_login(source), 200)
    narrate(f"{name}: {sentence}" if many and name not in sentence else sentence)


def is_output_failure(error: OSError) -> bool:
    """Whether it is printing that failed: the system's other failures are PullquoteErrors by the time they are told."""
    return error.errno in _OUTPUT_FAILS and error.filename is None


def let_go_of_stdout() -> None:
    """Keep the interpreter from trying to print the rest at its exit, and from complaining about it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
