"""The library from the command line: folders, undo, care, and what is told on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import pullquote
from tests.library.stories import story
from tui.library import Library, schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library holds three stories, one of them tagged."""
    with Library.open(tmp_path / "data" / "pullquote" / "library.db") as library:
        for number in range(3):
            library.keep(story(f"s{number}", f"Story {number}"))
        library.tag([2], ["boats"])
    return tmp_path


def titles(home: Path, *words: str) -> list[str]:
    return [row["title"] for row in json.loads(pullquote(home, "list", "--json", *words).stdout)]


def test_a_folder_is_made_listed_looked_into_and_removed(home: Path) -> None:
    made = pullquote(home, "folders", "At sea", "tag:boats")
    assert (made.returncode, made.stdout) == (0, b"")
    assert made.stderr.decode() == "pullquote: The folder “At sea” holds what “tag:boats” finds, 1 article now.\n"
    assert pullquote(home, "folders").stdout.decode() == "At sea\ttag:boats\n"
    assert json.loads(pullquote(home, "folders", "--json").stdout) == [{"name": "At sea", "query": "tag:boats"}]
    assert titles(home, "--folder", "At sea") == ["Story 1"]
    assert titles(home, "--folder", "At sea", "is:archived") == []
    assert pullquote(home, "folders", "--remove", "At sea").returncode == 0
    missing = pullquote(home, "list", "--folder", "At sea")
    assert missing.returncode == 2
    assert "There is no folder “At sea”" in missing.stderr.decode()


def test_a_folder_is_found_by_the_name_as_it_was_typed(home: Path) -> None:
    assert pullquote(home, "folders", "At  sea", "tag:boats").returncode == 0
    assert titles(home, "--folder", "At  sea") == ["Story 1"]
    assert pullquote(home, "folders", "At  sea", "--remove").returncode == 0
    assert pullquote(home, "folders").stdout == b""


def test_how_many_there_are_is_a_number_alone(home: Path) -> None:
    assert pullquote(home, "list", "--count", "is:unread").stdout == b"3\n"
    assert pullquote(home, "list", "--count", "--json").returncode == 2


def test_folders_are_called_folders_in_the_history(home: Path) -> None:
    for words in (("At sea", "tag:boats"), ("At sea", "tag:ships"), ("At sea", "--remove")):
        assert pullquote(home, "folders", *words).returncode == 0
    told = [line.partition("  ")[2] for line in pullquote(home, "library", "history").stdout.decode().splitlines()]
    assert told[:3] == [f"{done} the folder “At sea”" for done in ("Removed", "Changed", "Made")]
    assert pullquote(home, "folders", "--remove").returncode == 2


def test_a_term_that_must_not_hold_needs_no_quotes(home: Path) -> None:
    assert titles(home, "story", "-tag:boats") == ["Story 2", "Story 0"]
    found = pullquote(home, "search", "-tag:boats", "nowhere")
    assert (found.returncode, found.stdout, found.stderr) == (0, b"", b"pullquote: Nothing was found.\n")


def test_a_wrong_query_says_where(home: Path) -> None:
    for words in (
        ["list", "ferry before:soon"],
        ["search", "ferry before:soon"],
        ["folders", "Soon", "ferry before:soon"],
    ):
        done = pullquote(home, *words)
        assert done.returncode == 2
        assert "“before:soon” at character 7 is no date" in done.stderr.decode()


def test_the_last_change_is_taken_back_and_done_again(home: Path) -> None:
    assert "Undone: Tagged “Story 1” boats" in pullquote(home, "library", "undo").stderr.decode()
    assert titles(home, "tag:boats") == []
    assert "Done again: Tagged “Story 1” boats" in pullquote(home, "library", "redo").stderr.decode()
    assert titles(home, "tag:boats") == ["Story 1"]


def test_a_backup_is_brought_back(home: Path) -> None:
    told = pullquote(home, "library", "backup", str(home)).stderr.decode()
    assert told == f"pullquote: Backed up to {home}/library.db.\n"
    assert pullquote(home, "library", "backup", str(home / "copy.db")).returncode == 0
    with Library.open(home / "data" / "pullquote" / "library.db") as library:
        library.delete([1, 2, 3])
    assert pullquote(home, "library", "restore", str(home / "copy.db")).returncode == 0
    assert titles(home) == ["Story 2", "Story 1", "Story 0"]
    assert pullquote(home, "library", "check").returncode == 0
    assert pullquote(home, "library", "compact").returncode == 0
    assert json.loads(pullquote(home, "library", "stats").stdout)["articles"]["saved"] == 3


def test_a_newer_library_is_listed_with_a_word_about_it(home: Path) -> None:
    with Library.open(home / "data" / "pullquote" / "library.db") as library:
        library._connection.execute(f"PRAGMA user_version = {schema.NEWEST + 1}")
    done = pullquote(home, "list")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    assert "written by a newer Pullquote" in done.stderr.decode()
    refused = pullquote(home, "folders", "Boats", "tag:boats")
    assert refused.returncode == 1
    assert refused.stderr.decode().count("written by a newer Pullquote") == 2
