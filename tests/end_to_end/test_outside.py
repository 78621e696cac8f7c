"""The terminal is left to another program, and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import story
from tests.end_to_end.terminal import PULLQUOTE, Terminal, home_environ, until


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The reader with a story open; the editor shows what it was given until Enter is pressed."""
    page, editor = tmp_path / "page.html", tmp_path / "editor"
    page.write_bytes(story())
    editor.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/edited.md\necho "the editor has $1"\nread line\n')
    editor.chmod(0o755)
    found = Terminal([PULLQUOTE, str(page)], home_environ(tmp_path, EDITOR=str(editor)), 100, 30)
    try:
        found.shows("Ferry runs again", "Quill Island ran")
        yield found
    finally:
        found.close()


def test_the_article_goes_to_the_editor_and_the_reader_comes_back(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press("E")
    terminal.shows("the editor has", "ferry-runs-again.md")
    assert "Quill Island ran" not in terminal.screen()
    terminal.press("Enter")
    terminal.shows("Quill Island ran")
    assert (tmp_path / "edited.md").read_text().startswith("# Ferry runs again")
    terminal.press("q")
    until(terminal.ended, terminal.screen)


@pytest.mark.skipif(shutil.which("tee") is None, reason="there is no tee here")
def test_the_text_goes_through_a_command_and_ctrl_c_ends_that_alone(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("|")
    terminal.shows("Pipe to a command")
    terminal.type(f"tee {tmp_path}/piped.txt | wc -w; echo line $((40 + 2)); sleep 60")
    terminal.press("Enter")
    terminal.shows("line 42")
    terminal.press("C-c")
    terminal.shows("Enter goes back to Pullquote")
    terminal.press("Enter")
    terminal.shows("Quill Island ran")
    assert "“We counted the hours" in (tmp_path / "piped.txt").read_text()
    terminal.press("q")
    until(terminal.ended, terminal.screen)
