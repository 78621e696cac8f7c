"""Which command is meant, and its options."""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

COMMANDS = {
    "show": "print an article: text, Markdown or JSON",
    "save": "keep articles in the library",
    "export": "write an article into a file: HTML or EPUB with its pictures, Markdown, text",
    "list": "list what is kept",
    "search": "search the library",
    "folders": "list, make or remove folders, which are saved queries",
    "library": "check, back up, restore, compact or count the library",
    "clips": "print what was copied",
    "doctor": "test the ways to a clipboard, the terminal and the library",
}
"""Each command's name and what it does; the module of the same name runs it."""

_READ = "read"
_MODULES = {"list": "listing"}
_TAKES_VALUE = ("--library", "--theme")
_UNKNOWN = "unrecognized arguments: "


def load_command(arguments: Sequence[str]) -> tuple[Callable[[argparse.Namespace], int], argparse.Namespace]:
    """Return the function that runs what ``arguments`` ask for, and its options.

    Raises:
        UsageError: they cannot be understood.
    """
    if arguments[:1] == ["help"] and not os.path.lexists("help"):
        arguments = [*arguments[1:2], "--help"]
    place = _command_place(arguments)
    name = _READ if place is None else arguments[place]
    rest = [argument for index, argument in enumerate(arguments) if index != place]
    module = import_module(f"tui.cli.{_MODULES.get(name, name)}")
    parser = _parser(name)
    module.add_arguments(parser)
    options, unknown = parser.parse_known_intermixed_args(rest)
    if unknown and hasattr(options, "query"):  # "-tag:boats" is a term of the query
        options.query += [word for word in unknown if not word.startswith("--")]
        unknown = [word for word in unknown if word.startswith("--")]
    if unknown:
        parser.error(_UNKNOWN + " ".join(unknown))
    return module.run, options


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one sentence, as the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print under a list of all options."""
        from tui.article import clean_line  # noqa: PLC0415  only a mistake needs it

        _, unknown, words = message.partition(_UNKNOWN)
        near = _nearest(words.split()[0], self._option_string_actions) if unknown else ""
        hint = f"Did you mean {near}?" if near else f"“{self.prog} --help” tells more."
        raise UsageError(f"{clean_line(message[:1].upper() + message[1:], 400)}. {hint}")


def _nearest(word: str, words: Iterable[str]) -> str:
    """Return which of ``words`` was most likely meant by ``word``, or ""."""
    from difflib import get_close_matches  # noqa: PLC0415  as above

    return next(iter(get_close_matches(word, words, 1)), "")


def _refuse_misspelt(word: str) -> None:
    """Raise if ``word``, which is no command, is one with a slip of the finger, and not the name of a file."""
    if not word.isalpha() or os.path.lexists(word):
        return
    near = _nearest(word.lower(), COMMANDS)
    if near:
        raise UsageError(f"There is no command “{word}”, and no file of this name. Did you mean “pullquote {near}”?")


def _command_place(arguments: Sequence[str]) -> int | None:
    """Where the command's name stands, or None when the first thing named is a source.

    Raises:
        UsageError: it is the name of a command, misspelt.
    """
    skip = False
    for index, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument in _TAKES_VALUE:
            skip = True
        elif not argument.startswith("-") or argument == "-":
            if argument in COMMANDS:
                return index
            _refuse_misspelt(argument)
            return None
        elif argument == "--":
            return None
    return None


def _parser(name: str) -> argparse.ArgumentParser:
    reading = name == _READ
    parser = _Parser(
        prog="pullquote" if reading else f"pullquote {name}",
        # Said by hand: argparse would make it up at every start, and load shutil for that.
        usage="pullquote [--library PATH] [--theme NAME] [SOURCE ...]" if reading else None,
        description="Read news in the terminal." if reading else f"{COMMANDS[name].capitalize()}.",
        epilog=_epilog() if reading else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--library", metavar="PATH", help="use this library file")
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    return parser


def _epilog() -> str:
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {says}" for name, says in COMMANDS.items())
    return f"commands (pullquote COMMAND --help tells more):\n{rows}\n\nInside the app, ? shows the keys."
