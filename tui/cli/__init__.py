"""The command line: ``pullquote`` and its commands, one file each, loaded only when called."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.parser import load_command
from tui.cli.streams import is_output_failure, let_go_of_stdout, make_ready, narrate
from tui.errors import PullquoteError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""What a shell expects of a program ended by Ctrl+C (128 + SIGINT)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``pullquote`` with ``arguments`` (the process's own by default) and return its exit code."""
    make_ready()
    try:
        run, options = load_command(sys.argv[1:] if arguments is None else arguments)
        code = run(options)
        sys.stdout.flush()
    except PullquoteError as error:
        narrate(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # a reader that closed the pipe has read enough
        let_go_of_stdout()
        return 0
    except OSError as error:
        if not is_output_failure(error):
            raise
        let_go_of_stdout()
        narrate(f"What was to be printed cannot be written: {error.strerror}. Make room, or print it elsewhere.")
        return 1
    return code
