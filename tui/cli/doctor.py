"""``pullquote doctor``: what works here, what does not, and what to set."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from tui.cli.wiring import open_library
from tui.clipboard import Clipboard, Health
from tui.errors import PullquoteError
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse

    from tui.settings import Settings

_SIGNS = {Health.WORKS: "✓", Health.FAILS: "✗", Health.ABSENT: "·", Health.UNKNOWN: "?"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(options: argparse.Namespace) -> int:
    """Try the clipboard's roads, the terminal and the library; always 0: a finding is no failure."""
    settings = load_settings(library=options.library)
    print("Clipboard")
    writes = _write_terminal if sys.stdout.isatty() else None
    for finding in asyncio.run(Clipboard(os.environ, settings.state_dir, writes).diagnose()):
        print(f"  {_SIGNS[finding.health]} {finding.road}: {finding.sentence}")
        if finding.remedy:
            print(f"      {finding.remedy}")
    print("Terminal")
    colours = "no colours: NO_COLOR is set" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "256"
    print(f"  · TERM {os.environ.get('TERM') or 'not set'}, colours {colours}, encoding {sys.stdout.encoding}")
    print("Library")
    print(f"  {_library(settings)}")
    return 0


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


def _write_terminal(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()
