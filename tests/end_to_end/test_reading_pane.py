"""A morning with one article, in a real terminal: read, find, select, follow a link and come back, resize."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.terminal import PULLQUOTE, Terminal, home_environ, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loopback import Site

FILLER = "The town has long stopped arguing about the wall, and argues about the pianos instead, every Monday. "

YEAR = re.compile(r"Year \d+\.")


def story(link: str) -> str:
    """A page of our own, long enough to page through, with one link in its middle."""
    paragraphs = [f"<p>Year {year}. {FILLER * 3}</p>" for year in range(1, 31)]
    paragraphs[15] = f'<p>The keeper wrote <a href="{link}">his own account</a> of that night. {FILLER * 2}</p>'
    return (
        "<html><head><title>The Year Book of Orla</title></head><body><article><h1>The Year Book of Orla</h1>"
        f"{''.join(paragraphs)}</article></body></html>"
    )


def page_and_find(terminal: Terminal) -> None:
    """A page on and back; a find, and Escape back to where it began."""
    terminal.shows("Year 1.")
    terminal.press("Space")
    terminal.hides("Year 1.")
    terminal.press("g")
    terminal.shows("Year 1.")
    terminal.press("/")
    terminal.shows("Find in this article")
    terminal.type("year 27")
    terminal.shows("1 found", "Year 27.")
    terminal.press("Enter")
    until(lambda: terminal.screen().lower().count("year 27") == 1, terminal.screen)
    terminal.press("Escape")
    terminal.shows("Year 1.")


def follow_and_come_back(terminal: Terminal) -> None:
    """Find the link, open it here, come back to its place."""
    terminal.type("/account")  # in one piece, as over a slow line: none of it is a command
    terminal.shows("account", "1 found")
    terminal.press("Enter")
    until(lambda: terminal.screen().count("account") == 1, terminal.screen)
    terminal.press("Enter")
    terminal.shows("Night 0.")
    terminal.press("BSpace")
    terminal.shows("account")


def resize_in_the_middle(terminal: Terminal) -> None:
    """The line at the top stays in view, whatever becomes of the window, and so does the paragraph below it."""
    terminal.hides("1 found")
    first = YEAR.findall(terminal.screen())[0]
    for columns, rows in ((60, 20), (200, 24), (80, 24), (120, 12)):
        terminal.resize(columns, rows)
        until(lambda: first in terminal.screen(), terminal.screen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
def test_read_find_select_follow_and_resize(tmp_path: Path, site: Site, size: tuple[int, int]) -> None:
    night = "".join(f"<p>Night {number}. {FILLER * 3}</p>" for number in range(8))
    there = site.page("/keeper", f"<html><body><article><h1>What the Keeper Saw</h1>{night}</article></body></html>")
    here = site.page("/year-book", story(there))
    terminal = Terminal([PULLQUOTE, here], home_environ(tmp_path), *size)
    try:
        page_and_find(terminal)
        terminal.press("v", "l", "l", "y")
        terminal.shows("characters")  # the notice says how many were copied, and where to
        terminal.press("v")  # the same key again lets go; Escape and a key at once would be Alt and the key
        follow_and_come_back(terminal)
        resize_in_the_middle(terminal)
    finally:
        terminal.close()
