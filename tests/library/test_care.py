from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

import pytest

from tests.library.logical import contents
from tests.library.stories import Clock, page_of, story
from tui.errors import DiskFull, LibraryDamaged, LibraryError, LibraryReadOnly, NotKept, SourceError
from tui.library import TO_READ, Library, State, View, opening, schema, watching
from tui.library.opening import marker_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def filled(library: Library) -> Library:
    library.keep_many([(story(f"s{n}", f"Story {n}"), page_of(story())) for n in range(12)])
    library.tag([1, 2], ["Boats"])
    library.delete([3])
    return library


def test_a_backup_made_while_another_copy_writes_is_whole(filled: Library, path: Path, tmp_path: Path) -> None:
    was = contents(filled)
    with Library.open(path) as other:
        target = filled.backup(tmp_path / "copy.db")
        other.keep(story("later"))
    with Library.open(target) as copy:
        assert contents(copy) == was
        assert copy.check() == []


def test_a_backup_into_a_directory_takes_the_library_s_name(filled: Library, tmp_path: Path) -> None:
    assert filled.backup(tmp_path) == tmp_path / "library.db"


def test_a_backup_never_overwrites_the_library(filled: Library, path: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(path)
    for target in (path, tmp_path / "link.db"):
        with pytest.raises(LibraryError, match="is the library itself"):
            filled.backup(target)


def test_a_backup_that_fails_leaves_the_older_one(filled: Library, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"older")
    (tmp_path / "copy.db.part").mkdir()
    with pytest.raises(LibraryError):
        filled.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"older"
    with pytest.raises(LibraryError, match="No such file"):
        filled.backup(tmp_path / "nowhere" / "copy.db")


def test_restoring_brings_the_copy_back_and_puts_the_library_aside(filled: Library, path: Path, tmp_path: Path) -> None:
    was = contents(filled)
    copy = filled.backup(tmp_path / "copy.db")
    filled.keep(story("later"))
    now = contents(filled)
    aside = Library.restore(copy, path)
    assert aside == path.with_name("library.db.before-restore-1")
    assert contents(filled) == was
    with Library.open(aside) as before:
        assert contents(before) == now
    assert Library.restore(aside, path) == path.with_name("library.db.before-restore-2")
    assert contents(filled) == now


@pytest.mark.parametrize("damage", ["zero", "gone", "noise", "half"])
def test_a_broken_library_can_be_restored(path: Path, tmp_path: Path, clock: Clock, damage: str) -> None:
    with Library.open(path, clock=clock) as library:
        library.keep(story())
        was = contents(library)
        copy = library.backup(tmp_path / "copy.db")
    if damage == "gone":
        path.unlink()
    else:
        sound = path.read_bytes()
        path.write_bytes({"zero": b"", "noise": b"x" * 9000, "half": sound[: 4096 * 4]}[damage])
    aside = Library.restore(copy, path)
    assert (aside is None) == (damage == "gone")
    with Library.open(path, clock=clock) as library:
        assert contents(library) == was


def test_only_a_sound_copy_is_restored(filled: Library, path: Path, tmp_path: Path) -> None:
    was = contents(filled)
    with pytest.raises(SourceError, match="is not there; nothing was restored"):
        Library.restore(tmp_path / "none.db", path)
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"no copy" * 999)
    with pytest.raises(LibraryDamaged, match="is no library"):
        Library.restore(noise, path)
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(LibraryDamaged, match="is no sound copy"):
        Library.restore(empty, path)
    copy = filled.backup(tmp_path / "copy.db")
    torn = bytearray(copy.read_bytes())
    torn[4096 * 3 : 4096 * 9] = b"\x55" * (4096 * 6)
    copy.write_bytes(torn)
    with pytest.raises(LibraryDamaged):
        Library.restore(copy, path)
    newer = filled.backup(tmp_path / "newer.db")
    with closing(sqlite3.connect(newer)) as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryReadOnly, match="newer Pullquote"):
        Library.restore(newer, path)
    assert contents(filled) == was
    assert not list(path.parent.glob("*.before-restore*"))


def test_the_bin_is_emptied_after_thirty_days(filled: Library, clock: Clock) -> None:
    clock.pass_by(timedelta(days=29, hours=23))
    assert filled.purge_deleted() == 0
    clock.pass_by(timedelta(hours=1))
    assert filled.purge_deleted() == 1
    with pytest.raises(NotKept):
        filled.row(3)
    assert filled.check() == []
    assert filled.find("https://tern.example/s2") is None
    assert filled.keep(story("s2", "Story 2")).id != 3


def test_the_bin_is_emptied_a_few_at_a_time(filled: Library, clock: Clock) -> None:
    filled.delete(list(range(4, 9)))
    clock.pass_by(timedelta(days=31))
    assert [filled.purge_deleted(4) for _ in range(3)] == [4, 2, 0]
    assert filled.count(View()) == 6


def test_an_undone_keep_is_emptied_with_the_bin(library: Library, clock: Clock) -> None:
    library.keep(story())
    library.undo()
    clock.pass_by(timedelta(days=30))
    assert library.purge_deleted() == 1
    assert library.redo() is None
    assert library.keep(story()).title == "Ferry runs again"
    assert library.count(View()) == 1


def test_an_index_out_of_step_is_found_and_mended(filled: Library) -> None:
    filled._connection.execute("UPDATE texts SET body = 'gone' WHERE article = 1")
    assert filled.check() == [
        "What is searched (text_index) is out of step with the articles; “pullquote library compact” mends that."
    ]
    filled.compact()
    assert filled.check() == []
    assert [hit.row.id for hit in filled.search("gone", ranked=True)] == [1]


def test_compacting_gives_space_back_and_loses_nothing(filled: Library, clock: Clock) -> None:
    filled.delete(list(range(4, 13)))
    clock.pass_by(timedelta(days=31))
    assert filled.purge_deleted() == 10
    was = contents(filled)
    assert filled.stats().free_bytes > 0
    assert filled.compact() > 0
    assert contents(filled) == was
    assert filled.stats().free_bytes == 0


def test_the_stats_count_what_is_there(filled: Library) -> None:
    filled.mark_all_read(View("tag:boats"))
    stats = filled.stats()
    assert stats.articles == {State.INBOX: 0, State.SAVED: 11, State.ARCHIVED: 0, State.DELETED: 1}
    assert (stats.unread, stats.quotes, stats.versions, stats.tags, stats.changes) == (9, 12, 12, 1, 4)
    assert stats.schema == schema.NEWEST
    assert stats.file_bytes > 0


def _with_a_second_step(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    steps = (*schema.MIGRATIONS, ("CREATE TABLE shelves (name TEXT) STRICT", statement))
    monkeypatch.setattr(opening, "MIGRATIONS", steps)
    monkeypatch.setattr(opening, "NEWEST", len(steps))


def test_an_older_library_is_brought_forward_after_a_backup(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = contents(filled)
    filled.close()
    _with_a_second_step(monkeypatch, "INSERT INTO shelves VALUES ('sea')")
    with Library.open(path, clock=filled._clock) as library:
        assert library.stats().schema == schema.NEWEST + 1
        assert contents(library) == was
    monkeypatch.undo()
    with Library.open(path.with_name(f"library.db.layout-{schema.NEWEST}.backup"), clock=filled._clock) as older:
        assert older.notice == ""
        assert contents(older) == was


def test_a_library_of_the_first_layout_is_searched_and_emptied_as_before(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MIGRATIONS", schema.MIGRATIONS[:1])
    monkeypatch.setattr(opening, "NEWEST", 1)
    with Library.open(path, clock=clock) as first:
        first.keep_many([(story("a", "Ferry waits"), None), (story("b", "Ferry leaves"), None)])
        first.delete([2])
    monkeypatch.undo()
    with Library.open(path, clock=clock) as library:
        assert [hit.row.title for hit in library.search("fe")] == ["Ferry waits"]
        assert [hit.row.title for hit in library.search("waits", ranked=True)] == ["Ferry waits"]
        assert library.check() == []
        clock.pass_by(timedelta(days=31))
        assert library.purge_deleted() == 1


def test_a_step_that_fails_leaves_the_library_as_it_was(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = contents(filled)
    filled.close()
    _with_a_second_step(monkeypatch, "INSERT INTO no_such_table VALUES (1)")
    with pytest.raises(LibraryDamaged):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path, clock=filled._clock) as library:
        assert (library.stats().schema, library.notice) == (schema.NEWEST, "")
        assert contents(library) == was


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every look at the clock be told: a test's library is brought forward too soon to tell of it."""
    monkeypatch.setattr(watching, "TELL_SECONDS", 0.0)
    monkeypatch.setattr(watching, "_STEPS", 1)


def _patient(said: list[str], patience: int) -> Callable[[str], bool]:
    """Note what is said, and want it no more after so many words."""

    def watch(words: str) -> bool:
        said.append(words)
        return len(said) <= patience

    return watch


@pytest.mark.usefixtures("impatient")
def test_bringing_a_library_forward_is_told_while_it_lasts(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    _with_a_second_step(monkeypatch, "INSERT INTO shelves VALUES ('sea')")
    said: list[str] = []
    with Library.open(path, clock=filled._clock, watch=_patient(said, 1_000_000)) as library:
        assert said[0] == "New library layout, needed once: 100 % copied"
        assert "s so far" in said[-1]
        told_of = len(said)
        library.rows(TO_READ, 0, 10)
        assert len(said) == told_of


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("patience", [0, 1, 5])
def test_bringing_a_library_forward_can_be_broken_off_and_changes_nothing_then(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch, patience: int
) -> None:
    was = contents(filled)
    filled.close()
    _with_a_second_step(monkeypatch, "INSERT INTO shelves VALUES ('sea')")
    said: list[str] = []
    with pytest.raises(LibraryError):
        Library.open(path, watch=_patient(said, patience))
    monkeypatch.undo()
    with Library.open(path, clock=filled._clock) as library:
        assert (library.stats().schema, library.notice) == (schema.NEWEST, "")
        assert contents(library) == was


def test_without_room_for_the_backup_nothing_is_brought_forward(
    filled: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    _with_a_second_step(monkeypatch, "INSERT INTO shelves VALUES ('sea')")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening, "copy_database", full)
    with pytest.raises(DiskFull):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.stats().schema == schema.NEWEST


@pytest.mark.parametrize(("step", "digest"), enumerate(["078d8e26c288a22c", "951d759d7f237a83"]))
def test_a_layout_that_was_released_is_never_edited(step: int, digest: str) -> None:
    """A changed step would leave the libraries of everybody who has one without it; add a new step instead."""
    statements = "".join("".join(statement.split()) for statement in schema.MIGRATIONS[step])
    assert blake2b(statements.encode(), digest_size=8).hexdigest() == digest


def test_the_marker_comes_back_when_it_is_lost(filled: Library, path: Path) -> None:
    filled.close()
    marker_path(path).unlink()
    Library.open(path).close()
    assert "Pullquote keeps this file" in marker_path(path).read_text(encoding="utf-8")
