"""Which command is meant, and its options."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = {
    "show": "print an article: text, Markdown or JSON",
    "save": "keep articles in the library",
    "export": "write an article into a file: HTML or EPUB with its pictures, Markdown, text",
    "list": "list what is kept",
    "search": "search the library",
    "folders": "list, make or remove saved queries",
    "library": "check, back up, restore, compact or count the library",
    "clips": "print what was copied",
    "doctor": "test the ways to a clipboard, the terminal and the library",
}
"""Each command's name and what it does; the module of the same name runs it."""

_READ = "read"
_VERSION = f"pullquote {__version__}"
_MODULES = {"list": "listing"}
_TAKES_VALUE = ("--library", "--theme")


def load_command(arguments: Sequence[str]) -> tuple[Callable[[argparse.Namespace], int], argparse.Namespace]:
    """Return the function that runs what ``arguments`` ask for, and its options."""
    if arguments[:1] == ["--version"]:  # argparse would measure the terminal first, for a quarter of the time
        return _print_version, argparse.Namespace()
    place = _command_place(arguments)
    name = _READ if place is None else arguments[place]
    rest = [argument for index, argument in enumerate(arguments) if index != place]
    module = import_module(f"tui.cli.{_MODULES.get(name, name)}")
    parser = _parser(name)
    module.add_arguments(parser)
    return module.run, parser.parse_intermixed_args(rest)


def _print_version(_options: argparse.Namespace) -> int:
    print(_VERSION)
    return 0


def _command_place(arguments: Sequence[str]) -> int | None:
    """Where the command's name stands, or None when the first thing named is a source."""
    skip = False
    for index, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument in _TAKES_VALUE:
            skip = True
        elif not argument.startswith("-") or argument == "-":
            return index if argument in COMMANDS else None
        elif argument == "--":
            return None
    return None


def _parser(name: str) -> argparse.ArgumentParser:
    reading = name == _READ
    parser = argparse.ArgumentParser(
        prog="pullquote" if reading else f"pullquote {name}",
        # Said by hand: argparse would make it up at every start, and load shutil for that.
        usage="pullquote [--library PATH] [--theme NAME] [SOURCE ...]" if reading else None,
        description="Read news in the terminal." if reading else f"{COMMANDS[name].capitalize()}.",
        epilog=_epilog() if reading else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--library", metavar="PATH", help="use this library file")
    parser.add_argument("--version", action="version", version=_VERSION)
    return parser


def _epilog() -> str:
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {says}" for name, says in COMMANDS.items())
    return f"commands (pullquote COMMAND --help tells more):\n{rows}\n\nInside the app, ? shows the keys."
