"""``pullquote export SOURCE FILE``: an article into a file of its own, pictures and all."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.streams import narrate
from tui.cli.wiring import narrating, open_reading
from tui.reading import parse_source
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("source", metavar="SOURCE", help="a web address, a file, or - for standard input")
    parser.add_argument("file", metavar="FILE", type=Path, help="its ending says which kind: .html, .epub, .md, .txt")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")
    parser.add_argument("--base-url", default="", metavar="URL", help="what a file's relative links are relative to")


def run(options: argparse.Namespace) -> int:
    """Write the file, and say how many pictures are in it and what there is to be told of the article."""
    return asyncio.run(_export(options))


async def _export(options: argparse.Namespace) -> int:
    from tui.reading.exporting import PICTURED, export_article  # noqa: PLC0415  "--help" needs none of it

    async with open_reading(load_settings(library=options.library), narrating()) as reading:
        opened = await reading.open(parse_source(options.source), base_url=options.base_url)
        count = await export_article(reading, opened, options.file, replace=options.replace)
    for warning in opened.article.warnings:
        narrate(warning)
    pictured = options.file.suffix.lower() in PICTURED and opened.article.figures
    within = f", with {count} of {len(opened.article.figures)} pictures" if pictured else ""
    narrate(f"Written to {options.file}{within}.")
    return 0
