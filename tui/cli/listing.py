"""``pullquote list``: what the library keeps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.cli.folders import folder_query
from tui.cli.wiring import open_library
from tui.library import Library, State, View
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui.library import Row

ROWS_A_PAGE = 500
"""Rows read at once: printing never holds the whole library in memory."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only what matches: words, by: tag: is:unread …")
    parser.add_argument("--folder", metavar="NAME", help="only what is in this folder")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print an array of objects")
    form.add_argument("--count", action="store_true", help="print only how many there are")


def run(options: argparse.Namespace) -> int:
    """Print a line for each article kept, the last to come in first."""
    settings = load_settings(library=options.library)
    with open_library(settings.library) as library:
        folder = folder_query(library, options.folder) if options.folder is not None else ""
        view = View(query=" ".join([folder, *options.query]).strip())
        if options.count:
            print(library.count(view))
        elif options.json:
            print(json.dumps([row_json(row) for row in _all_rows(library, view)], ensure_ascii=False, indent=2))
        else:
            for row in _all_rows(library, view):
                print(_line(row))
    return 0


def row_json(row: Row) -> dict[str, Any]:
    """Return the public object of a kept article, without its text."""
    return {
        "url": row.address,
        "title": row.title,
        "site": row.site,
        "authors": list(row.authors),
        "published": row.published.isoformat() if row.published else None,
        "added": row.added.isoformat(),
        "words": row.words,
        "reading_minutes": row.minutes,
        "progress": round(row.progress, 3),
        "read": row.read,
        "state": row.state.value,
        "tags": list(row.tags),
        "quotes": row.quotes,
        "figures": row.figures,
        "language": row.language,
    }


def _all_rows(library: Library, view: View) -> Iterator[Row]:
    offset = 0
    while rows := library.rows(view, offset, ROWS_A_PAGE):
        yield from rows
        offset += len(rows)


def _line(row: Row) -> str:
    flag = {State.SAVED: "saved", State.ARCHIVED: "archived", State.INBOX: "inbox", State.DELETED: "deleted"}[row.state]
    date = (row.published or row.added).date().isoformat()
    return "\t".join([row.address, date, flag, row.site, row.title])
