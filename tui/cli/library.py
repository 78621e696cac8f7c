"""``pullquote library …``: the care of the library's file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from tui.cli.streams import narrate
from tui.cli.wiring import narrating, open_library
from tui.errors import UsageError
from tui.library import Library
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

HISTORY_ROWS = 50
"""How many changes the history shows."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("task", choices=[*sorted(_TASKS), "restore"], help="what to do")
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="for backup and restore: the other file")


def run(options: argparse.Namespace) -> int:
    """Do one task, and say what came of it."""
    path = load_settings(library=options.library).library
    if options.task == "restore":
        aside = Library.restore(_other(options), path, narrating())
        narrate(f"Restored {path}." + (f" What was there is now {aside}." if aside else ""))
        return 0
    with open_library(path) as library:
        return _TASKS[options.task](library, options)


def _other(options: argparse.Namespace) -> Path:
    if options.path is None:
        raise UsageError(f"“pullquote library {options.task} PATH” needs the path of the other file.")
    path: Path = options.path
    return path


def _check(library: Library, _: argparse.Namespace) -> int:
    faults = library.check()
    for fault in faults:
        print(fault)
    narrate("The library is whole." if not faults else "The library is damaged; restore a backup.")
    return 1 if faults else 0


def _backup(library: Library, options: argparse.Namespace) -> int:
    narrate(f"Backed up to {library.backup(_other(options))}.")
    return 0


def _compact(library: Library, _: argparse.Namespace) -> int:
    before = library.stats().file_bytes
    library.compact()
    after = library.stats().file_bytes
    narrate(f"{before / 1e6:.1f} MB before, {after / 1e6:.1f} MB now.")
    return 0


def _stats(library: Library, _: argparse.Namespace) -> int:
    print(json.dumps(asdict(library.stats()), indent=2))
    return 0


def _history(library: Library, _: argparse.Namespace) -> int:
    for change in library.history(HISTORY_ROWS):
        print(f"{change.at.astimezone():%Y-%m-%d %H:%M}  {change.text}{'  (undone)' if change.undone else ''}")
    return 0


def _undo(library: Library, _: argparse.Namespace) -> int:
    change = library.undo()
    narrate(f"Undone: {change.text}" if change else "There is nothing to undo.")
    return 0


def _redo(library: Library, _: argparse.Namespace) -> int:
    change = library.redo()
    narrate(f"Done again: {change.text}" if change else "There is nothing to do again.")
    return 0


_TASKS: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "check": _check,
    "backup": _backup,
    "compact": _compact,
    "stats": _stats,
    "history": _history,
    "undo": _undo,
    "redo": _redo,
}
