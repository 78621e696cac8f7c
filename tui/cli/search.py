"""``pullquote search QUERY``: find in everything that is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.cli.listing import row_json
from tui.cli.streams import narrate
from tui.cli.wiring import open_library
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", by: site: tag: said: speaker: …')
    parser.add_argument("--json", action="store_true", help="print an array of objects")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many hits (default 50)")


def run(options: argparse.Namespace) -> int:
    """Print what was found, the best first, each with its sentence."""
    settings = load_settings(library=options.library)
    with open_library(settings.library) as library:
        hits = library.search(" ".join(options.query), max(1, options.limit), ranked=True)
    if options.json:
        found = [
            {
                **row_json(hit.row),
                "snippet": hit.snippet,
                "block": hit.place.block if hit.place else None,
                "start": hit.place.start if hit.place else None,
                "end": hit.place.end if hit.place else None,
            }
            for hit in hits
        ]
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            print(f"{hit.row.title}\n  {hit.row.address}\n  {hit.snippet}\n")
    if not hits:
        narrate("Nothing was found.")
    return 0
