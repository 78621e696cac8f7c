"""``pullquote doctor``: what works here, what does not, and what to set."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from tui.cli.wiring import open_library
from tui.clipboard import Clipboard, Health
from tui.errors import PullquoteError
from tui.pictures import QUESTION, Road, choose_road, is_worth_asking, put_question, read_answer
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse

    from tui.settings import Settings

_SIGNS = {Health.WORKS: "✓", Health.FAILS: "✗", Health.ABSENT: "·", Health.UNKNOWN: "?"}

_ROADS = {
    Road.KITTY: "Kitty graphics",
    Road.SIXEL: "Sixel",
    Road.BLOCKS: "half blocks",
    Road.WORDS: "words, no pictures",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Try the clipboard's roads, the terminal and the library; always 0: a finding is no failure."""
    settings = load_settings(library=options.library)
    print("Clipboard", flush=True)
    writes = _write_terminal if sys.stdout.isatty() else None
    ask = _ask_terminal if writes and sys.stdin.isatty() and is_worth_asking(os.environ) else None
    for finding in asyncio.run(Clipboard(os.environ, settings.state_dir, writes).diagnose(ask)):
        print(f"  {_SIGNS[finding.health]} {finding.road}: {finding.sentence}")
        if finding.remedy:
            print(f"      {finding.remedy}")
    print("Terminal")
    colours = "no colours: NO_COLOR is set" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "256"
    print(f"  · TERM {os.environ.get('TERM') or 'not set'}, colours {colours}, encoding {sys.stdout.encoding}")
    print("Pictures")
    print(f"  {_pictures(settings)}")
    print("Library")
    print(f"  {_library(settings)}")
    return 0


def _pictures(settings: Settings) -> str:
    """How pictures are drawn here, and why so; the terminal is asked where it may be."""
    tty = sys.stdin.isatty() and sys.stdout.isatty()
    asked = tty and is_worth_asking(os.environ, settings.graphics)
    answer = read_answer(_ask_terminal(QUESTION)) if asked else None
    choice = choose_road(
        os.environ, tty=tty, setting=settings.graphics, answer=answer, fileno=sys.stdout.fileno() if tty else -1
    )
    return f"· {_ROADS[choice.road]}: {choice.reason}; a cell is {choice.cell[0]} by {choice.cell[1]} pixels."


def _library(settings: Settings) -> str:
    if not settings.library.exists():
        return f"· {settings.library} is not there yet; the first start makes it."
    try:
        with open_library(settings.library) as library:
            faults = library.check()
            stats = library.stats()
    except PullquoteError as error:
        return f"✗ {error}"
    if faults:
        return f"✗ {settings.library}: {faults[0]}"
    return f"✓ {settings.library}: {sum(stats.articles.values())} articles, {stats.file_bytes / 1e6:.1f} MB, whole."


def _ask_terminal(question: str) -> str:
    return put_question(question, sys.stdin.fileno(), sys.stdout.fileno())


def _write_terminal(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()
