"""``pullquote folders``: saved queries, which the list in the app shows at its head."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from tui.article import clean_line
from tui.cli.streams import narrate
from tui.cli.wiring import open_library
from tui.errors import UsageError
from tui.library import View
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse

    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the folder to make, or to give another query")
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what it holds: words, by: tag: is:unread …")
    parser.add_argument("--remove", action="store_true", help="remove the folder NAME; its articles stay")
    parser.add_argument("--json", action="store_true", help="print an array of objects")


def run(options: argparse.Namespace) -> int:
    """Print, make or remove folders."""
    if options.name is None and options.remove:
        raise UsageError("“pullquote folders NAME --remove” needs the name of the folder.")
    with open_library(load_settings(library=options.library).library) as library:
        if options.name is None:
            _print(library, as_json=options.json)
        elif options.remove:
            folder_query(library, options.name)
            library.remove_query(clean_line(options.name))
            narrate(f"Removed the folder “{options.name}”, not its articles.")
        elif options.query:
            query = " ".join(options.query)
            library.save_query(options.name, query)
            count = library.count(View(query))
            holds = "1 article" if count == 1 else f"{count} articles"
            narrate(f"The folder “{options.name}” holds what “{query}” finds, {holds} now.")
        else:
            print(folder_query(library, options.name))
    return 0


def folder_query(library: Library, name: str) -> str:
    """Return the query of a folder.

    Raises:
        UsageError: there is none of this name.
    """
    name = clean_line(name)  # as it was kept
    for folder in library.saved_queries():
        if folder.name == name:
            return folder.query
    raise UsageError(f"There is no folder “{name}”; “pullquote folders” lists those that there are.")


def _print(library: Library, *, as_json: bool) -> None:
    folders = library.saved_queries()
    if as_json:
        print(json.dumps([asdict(folder) for folder in folders], ensure_ascii=False, indent=2))
    else:
        for folder in folders:
            print(f"{folder.name}\t{folder.query}")
