"""The command line: ``pullquote`` and its commands, one file each, loaded only when called."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui import __version__
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
        code = _run(sys.argv[1:] if arguments is None else arguments)
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


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["--version"]:  # argparse would measure the terminal first, for a quarter of the time
        print(f"pullquote {__version__}")
        return 0
    if not arguments:  # the start that most often happens has nothing to be parsed
        from tui.cli.read import run_plain  # noqa: PLC0415  only the command that is called is loaded

        return run_plain()
    from tui.cli.parser import load_command  # noqa: PLC0415  see above

    run, options = load_command(arguments)
    return run(options)
