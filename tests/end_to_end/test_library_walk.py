"""A new user's evening with the library: save a pile, find a sentence, tag, archive, delete, take all of it back.

``PULLQUOTE_WALK`` says how large the pile is; fewer than the 500 of the long run by default, for the time they take.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import story
from tests.end_to_end.terminal import PULLQUOTE, Terminal, home_environ, until
from tests.end_to_end.test_main_job import opened
from tests.loopback import Site

PILE = int(os.environ.get("PULLQUOTE_WALK", "40"))
NAMES = ("Amber", "Birch", "Cedar", "Dune", "Ember", "Fern", "Gorse", "Heath", "Iris", "Juniper")


def pile(site: Site) -> list[str]:
    """Serve as many stories as are asked for; one of them is about a lamp."""
    addresses = []
    for number in range(PILE):
        title = f"{NAMES[number % len(NAMES)]} harbour story {number}"
        page = story(title, f"story-{number}").decode()
        page = page.replace('<link rel="canonical" href="https://tern.example/story-', '<link rel="x" href="')
        if number == PILE // 3:
            page = page.replace("The harbour board said", "The lamp hums in B flat, the harbour board said")
        addresses.append(site.page(f"/story-{number}", page))
    return addresses


def rows(environ: dict[str, str], *words: str) -> list[dict[str, object]]:
    command = [PULLQUOTE, "list", "--json", *words]
    done = subprocess.run(command, check=True, env=environ, capture_output=True, text=True)
    listed: list[dict[str, object]] = json.loads(done.stdout)
    return listed


def find_the_lamp(terminal: Terminal) -> None:
    """Find a sentence by some of its words, and land on it."""
    terminal.press("F")
    terminal.shows("Search the library")
    terminal.type("lamp hums flat")
    terminal.shows("1 found, best first", "The lamp hums in B flat")
    terminal.press("Enter")
    terminal.hides("Search the library")
    terminal.shows(f"harbour story {PILE // 3}", "lamp hums in B flat")


def tag_and_archive_twenty(terminal: Terminal) -> None:
    """Select twenty and do two things with them."""
    terminal.press("1", "g", *["x"] * 20)
    terminal.shows("20 selected")
    terminal.press("t")
    terminal.shows("20 articles: words put on")
    terminal.type("boats")
    terminal.press("Enter")
    terminal.shows("20 articles tagged")
    terminal.press("e")
    terminal.shows("20 articles archived", f"Articles {PILE - 20}")


def delete_the_rest_and_quit(terminal: Terminal) -> None:
    """Select all, delete all."""
    terminal.press("*")
    terminal.shows(f"{PILE - 20} selected")
    terminal.press("d")
    terminal.shows(f"Deleted {PILE - 20} articles", "Nothing to read")
    terminal.press("q", "q")
    until(terminal.ended, terminal.screen)


def take_all_back(terminal: Terminal) -> None:
    """Undo three times, after a restart, and look at what was done."""
    terminal.shows("Nothing to read")
    for words in (f"Deleted {PILE - 20} articles", "Archived 20 articles", "Tagged 20 articles boats"):
        terminal.press("u")
        terminal.shows(f"Undone: {words}")
    terminal.press("F2")
    terminal.shows("What was done", "(undone)")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_pile_is_saved_searched_tagged_archived_deleted_and_brought_back(
    tmp_path: Path, site: Site, size: tuple[int, int]
) -> None:
    environ = home_environ(tmp_path)
    command = [PULLQUOTE, "save", *pile(site)]
    saved = subprocess.run(command, check=True, env=environ, capture_output=True, text=True).stdout
    assert saved.count("SAVED ") == PILE
    site.close()
    with opened(environ, size) as terminal:
        terminal.shows(f"1/{PILE}")
        find_the_lamp(terminal)
        tag_and_archive_twenty(terminal)
        delete_the_rest_and_quit(terminal)
    assert len(rows(environ, "tag:boats is:archived")) == len(rows(environ)) == 20
    with opened(environ, size) as terminal:
        take_all_back(terminal)
    everything = rows(environ)
    assert len(everything) == PILE
    assert {row["state"] for row in everything} == {"saved"}
    assert all(row["tags"] == [] for row in everything)
