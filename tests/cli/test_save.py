from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import pullquote, story


def test_what_is_saved_is_listed_searched_and_read_without_its_source(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(story())
    done = pullquote(tmp_path, "save", str(page))
    assert done.stdout == b"SAVED https://tern.example/ferry\n"
    page.unlink()
    listed = json.loads(pullquote(tmp_path, "list", "--json").stdout)
    assert [(row["url"], row["state"], row["title"]) for row in listed] == [
        ("https://tern.example/ferry", "saved", "Ferry runs again")
    ]
    shown = pullquote(tmp_path, "show", "--json", "https://tern.example/ferry")
    assert json.loads(shown.stdout)["quotes"][0]["speaker"] == "Marit Osk"
    found = json.loads(pullquote(tmp_path, "search", "--json", "said:loaves").stdout)
    assert [row["url"] for row in found] == ["https://tern.example/ferry"]


def test_a_bad_source_among_good_ones_leaves_the_good_ones_saved(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    done = pullquote(tmp_path, "save", str(tmp_path / "absent.html"), str(tmp_path / "a.html"))
    assert (done.returncode, done.stdout) == (1, b"SAVED https://tern.example/ferry\n")
    assert b"does not exist" in done.stderr


def test_the_library_named_on_the_command_line_is_the_one_used(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    own = tmp_path / "own.db"
    pullquote(tmp_path, "--library", str(own), "save", str(tmp_path / "a.html"))
    assert b"Ferry runs again" in pullquote(tmp_path, "list", "--library", str(own)).stdout
    assert pullquote(tmp_path, "list").returncode == 5
