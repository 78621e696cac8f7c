"""The command line: ``pullquote`` and its commands, one file each, loaded only when called."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.parser import load_command
from tui.errors import PullquoteError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""What a shell expects of a program ended by Ctrl+C (128 + SIGINT)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``pullquote`` with ``arguments`` (the process's own by default) and return its exit code."""
    try:
        run, options = load_command(sys.argv[1:] if arguments is None else arguments)
        code = run(options)
        sys.stdout.flush()
    except PullquoteError as error:
        _narrate(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    return code


def _narrate(sentence: str) -> None:
    print(f"pullquote: {sentence}", file=sys.stderr)


def _let_go_of_stdout() -> None:
    """A reader that closed the pipe has read enough; keep the interpreter from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
