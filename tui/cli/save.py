"""``pullquote save SOURCE…``: keep articles in the library."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.cli.streams import narrate, narrate_failure
from tui.cli.wiring import narrating, open_reading
from tui.errors import LibraryError, PullquoteError
from tui.reading import parse_source
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse

    from tui.reading import Opened, Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a web address, a file, or - for standard input")
    parser.add_argument("--base-url", default="", metavar="URL", help="what a file's relative links are relative to")


def run(options: argparse.Namespace) -> int:
    """Keep every source, a line each once it is safe; the exit code is that of the first failure, else 0."""
    return asyncio.run(_save(options))


async def _save(options: argparse.Namespace) -> int:
    code = 0
    settings = load_settings(library=options.library)
    async with open_reading(settings, narrating()) as reading:
        for text in options.sources:
            try:
                source = parse_source(text)
                opened = await reading.save(await reading.load(source, base_url=options.base_url))
            except PullquoteError as error:
                narrate_failure(text, error, many=len(options.sources) > 1)
                code = code or error.exit_code
            else:
                print(f"SAVED {opened.article.address}", flush=True)
                for warning in opened.article.warnings:
                    narrate(warning)
                if settings.pictures:
                    await _keep_pictures(reading, opened)
    return code


async def _keep_pictures(reading: Reading, opened: Opened) -> None:
    """Keep its pictures too; those that cannot be had are told and no failure, since the article is safe."""
    article, row = opened.article, opened.row
    if row is None or not article.figures:
        return
    try:
        count = await reading.photos.keep(row.id, article.figures, asked=opened.named)
    except LibraryError as error:
        narrate(str(error))
        return
    if count.missed:
        whole = count.kept + count.missed
        narrate(f"{count.kept} of {whole} pictures kept of {article.address}")
