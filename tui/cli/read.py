"""``pullquote [SOURCE…]``: the full-screen reader."""

from __future__ import annotations

import gc
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tui.errors import SettingsError, SourceError, UsageError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.cli.lastscreen import LastScreen
    from tui.settings import Settings

    Options = argparse.Namespace | SimpleNamespace


ROWS_AT_START = 128
"""How many rows of the list are read before the first paint: as many as the list keeps in a page."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a web address, a file, or - for standard input")
    parser.add_argument("--theme", metavar="NAME", help="wear this theme")


def run_plain() -> int:
    """Open the reader as ``pullquote`` without a word after it does: without the milliseconds that argparse takes."""
    return run(SimpleNamespace(library=None, theme=None, sources=[]))


def run(options: Options) -> int:
    """Open the reader; it ends when the person leaves it."""
    on_terminal = sys.stdout.isatty() and sys.stderr.isatty()  # Textual draws by way of standard error
    if not on_terminal or not (sys.stdin and (sys.stdin.isatty() or "-" in options.sources)):
        raise UsageError("There is no terminal here to read in. “pullquote show SOURCE” prints an article instead.")
    from tui.cli.lastscreen import LastScreen  # noqa: PLC0415  --version and --help need none of this

    gc.disable()  # the collector finds nothing to collect while modules load, and takes 5 % of the start
    left = LastScreen(_settings(options), os.environ)
    left.end_on_signals()
    try:
        if not options.sources:
            left.show()
        return _load_and_read(options, left)
    finally:
        left.close()


def _settings(options: Options) -> Settings:
    from tui.settings import load_settings  # noqa: PLC0415

    settings = load_settings(library=options.library)
    if settings.templates or "citation" in settings.fixed:  # without either, the start does without the import
        _check_citation(settings)
    return settings._replace(theme=options.theme) if options.theme else settings


def _load_and_read(options: Options, left: LastScreen) -> int:
    from tui.lean import load_asyncio_alone  # noqa: PLC0415  after the screen was shown

    load_asyncio_alone()
    import asyncio  # noqa: PLC0415

    if "-" not in options.sources:
        return asyncio.run(_read(options, left, options.sources))
    import tempfile  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="pullquote-") as scratch:
        sources = [_put_aside(Path(scratch)) if source == "-" else source for source in options.sources]
        return asyncio.run(_read(options, left, sources))


def _check_citation(settings: Settings) -> None:
    """Tell of a citation style that cannot be used now, and not when something is to be copied in it."""
    from tui.exchange import check_citation  # noqa: PLC0415  as above

    try:
        check_citation(settings.citation, settings.templates)
    except SettingsError as error:
        raise SettingsError(f"{settings.config_dir / 'config.toml'}: {error}") from error


async def _read(options: Options, left: LastScreen, sources: list[str]) -> int:
    from asyncio import create_task, sleep  # noqa: PLC0415

    from tui.cli.wiring import open_reading  # noqa: PLC0415
    from tui.lean import textual_alone  # noqa: PLC0415

    settings = _settings(options)
    async with open_reading(settings) as reading:
        beginning = create_task(reading.begin(ROWS_AT_START, opening=not sources, last=left.article))
        await sleep(0)  # the library is read in its thread while the user interface loads
        with textual_alone():
            from tui.app import PullquoteApp  # noqa: PLC0415

        calm_collector()
        app = PullquoteApp(settings, reading, os.environ, beginning, sources)
        app.last_article = left.article
        app.heed_signals()
        left.hand_over()
        await app.run_async()
        beginning.cancel()
    left.keep(_settings(options), app.last_screen, app.last_article)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def calm_collector() -> None:
    """Let the garbage collector pass over what is loaded, and look seldom: a full look holds up the keys for 60 ms."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()


def _put_aside(scratch: Path) -> str:
    """Read the article that is piped in, and give the keyboard back to the terminal."""
    from tui.reading.sources import parse_source, read_source  # noqa: PLC0415

    target = scratch / "standard-input"
    target.write_bytes(read_source(parse_source("-")).body)
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise SourceError("The article was piped in, and there is no terminal for the keys.") from error
    os.dup2(terminal, 0)
    os.close(terminal)
    return str(target)
