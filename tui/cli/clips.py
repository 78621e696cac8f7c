"""``pullquote clips``: what was copied, so that no copy is ever lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.cli.streams import narrate
from tui.clipboard import Clipboard
from tui.errors import ClipboardError
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("--last", action="store_true", help="only the last copy, as it is")


def run(options: argparse.Namespace) -> int:
    """Print the last copies, the newest first."""
    settings = load_settings(library=options.library)
    clips = Clipboard(os.environ, settings.state_dir, None).clips()
    if options.last:
        if not clips:
            raise ClipboardError("Nothing was copied yet.")
        print(clips[0].text)
        return 0
    for clip in clips:
        print(f"[{clip.at.astimezone():%Y-%m-%d %H:%M}]\n{clip.text}\n")
    if not clips:
        narrate("Nothing was copied yet.")
    return 0
