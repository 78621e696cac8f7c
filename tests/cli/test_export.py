"""``pullquote export``: the file, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.program import pullquote, story

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_to_be_told_of_the_article_is_told_when_it_is_exported(tmp_path: Path) -> None:
    page, target = tmp_path / "ferry.html", tmp_path / "ferry.txt"
    page.write_bytes(story().replace(b"four left", b"four \x92 left"))
    done = pullquote(tmp_path, "export", str(page), str(target))
    said = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (0, b"")
    assert "more than one encoding" in said[0]
    assert said[1:] == [f"pullquote: Written to {target}."]
    assert "Marit Osk" in target.read_text("utf-8")
