"""Bad files, bad disks, bad clocks: each gives its sentence, and the library is as it was."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.library.logical import contents
from tests.library.stories import OPENING, Clock, page_of, story
from tui.errors import DiskFull, LibraryBusy, LibraryDamaged, LibraryError, LibraryReadOnly
from tui.library import Library, State, View
from tui.library.opening import marker_path
from tui.library.schema import NEWEST

if TYPE_CHECKING:
    pass

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def closed(path: Path) -> Path:
    """A library with forty articles, closed."""
    with Library.open(path) as library:
        library.keep_many([(story(f"s{n}", f"Story {n}"), page_of(story())) for n in range(40)])
    return path


def refused(path: Path) -> LibraryError:
    """Return the error of opening ``path``, which must leave the file alone."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value


def test_a_library_cut_to_nothing_is_told(closed: Path) -> None:
    closed.write_bytes(b"")
    error = refused(closed)
    assert isinstance(error, LibraryDamaged)
    assert str(error) == (
        f"The library {closed} is empty (0 bytes), though articles were kept there. Bring back a copy with “pullquote "
        f"library restore PATH”; or, to begin a new one, remove {marker_path(closed)}."
    )


def test_a_library_that_is_gone_is_told(closed: Path) -> None:
    closed.unlink()
    assert str(refused(closed)).startswith(f"The library {closed} is gone, though articles were kept there.")
    marker_path(closed).unlink()
    with Library.open(closed) as library:
        assert library.count(View()) == 0


def test_an_empty_file_where_no_library_was_becomes_one(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with Library.open(tmp_path / "new.db") as library:
        assert library.keep(story()).id == 1


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear harbour board, " * 300)
    error = refused(path)
    assert isinstance(error, LibraryDamaged)
    assert "is no library, or its beginning is destroyed; nothing was changed." in str(error)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE boats (name TEXT)")
    error = refused(path)
    assert str(error) == f"{path} is a database of another program, not a Pullquote library; nothing was changed."


def test_a_directory_is_no_library(tmp_path: Path) -> None:
    assert str(refused(tmp_path)) == (
        f"{tmp_path} is a directory; the library is a file. Give its path with --library PATH."
    )


def test_a_library_cut_in_the_middle_is_told_by_check_or_by_opening(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[: 4096 * 12])
    with pytest.raises(
        LibraryDamaged, match=r"is damaged \(.*\); nothing was changed\. Look at it with “pullquote library"
    ):
        _use(closed)


def test_no_damage_at_all_ends_in_anything_but_a_sentence(closed: Path, tmp_path: Path) -> None:
    sound, chance, told = closed.read_bytes(), random.Random(3), 0
    for number in range(80):
        path = tmp_path / f"damaged-{number}.db"
        path.write_bytes(_damaged(sound, chance))
        with suppress(LibraryError):
            _use(path)
            told -= 1
        told += 1
    assert told > 20


def _damaged(sound: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(sound)
    for _ in range(chance.choice((1, 20, 400))):
        at = chance.randrange(len(damaged))
        length = chance.choice((1, 16, 512))
        damaged[at : at + length] = chance.randbytes(len(damaged[at : at + length]))
    return bytes(damaged)


def _use(path: Path) -> None:
    """Do a little of everything."""
    with Library.open(path) as library:
        findings = library.check()
        for row in library.rows(View(), 0, 50):
            library.article(row.id)
            library.page(row.id)
        library.search("ferry", ranked=True)
        library.search("said:loaves ferry")
        library.keep(story(paragraphs=(OPENING,)))
        library.set_state(library.ids(View())[:3], State.ARCHIVED)
        library.undo()
        if findings:
            raise LibraryDamaged(findings[0])


def test_a_locked_library_is_waited_for_and_then_told(closed: Path) -> None:
    with (
        closing(sqlite3.connect(closed, isolation_level=None)) as other,
        Library.open(closed, busy_seconds=0.05) as mine,
    ):
        other.execute("BEGIN IMMEDIATE")
        was = contents(mine)
        with pytest.raises(LibraryBusy) as caught:
            mine.keep(story("late"))
        assert str(caught.value) == (
            f"Another copy of Pullquote holds the library {closed} just now; try again in a moment."
        )
        assert contents(mine) == was
        other.execute("COMMIT")
        assert mine.keep(story("late")).title == "Ferry runs again"


def test_a_full_disk_in_the_middle_of_a_keep_is_told_and_nothing_is_lost(library: Library, path: Path) -> None:
    row = library.keep(story())
    was = contents(library)
    connection = library._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull) as caught:
        library.keep(story("large", paragraphs=(OPENING * 4000,)))
    assert str(caught.value) == (
        f"There is no space left for the library {path}; nothing of this was kept, and all that was kept before is "
        "there. Make room on the disk and try again."
    )
    assert contents(library) == was
    assert library.check() == []
    connection.execute("PRAGMA max_page_count = 1000000")
    assert library.keep(story("large", paragraphs=(OPENING * 4000,))).id != row.id


LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.library.stories import OPENING, story
from tui.errors import DiskFull
from tui.library import Library, View
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
with Library.open(path) as library:
    library.keep(story())
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    kept = told = 0
    for number in range(30):
        try:
            library.keep(story(f"large{number}", paragraphs=(f"{number} " + OPENING * 300,)))
            kept += 1
        except DiskFull:
            told += 1
    try:
        library.backup(path.with_name("copy.db"))
    except DiskFull:
        told += 1
    assert library.count(View()) == kept + 1
print(kept, told)
"""


@pytest.mark.parametrize("limit", [330_000, 700_000, 1_000_000])
def test_a_disk_that_fills_up_at_any_point_loses_nothing(path: Path, limit: int) -> None:
    run = [sys.executable, "-c", LIMITED, str(path), str(limit)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    kept, told = map(int, done.stdout.split())
    assert told > 0
    with Library.open(path) as library:
        assert library.count(View()) == kept + 1
        assert library.check() == []
    assert not list(path.parent.glob("*.part"))


READ_ONLY = """
import ctypes, sys
from pathlib import Path
# Root may write everywhere by its capabilities; without them it is bound by what the files say (capset(2)).
ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())
from tests.library.stories import story
from tui.errors import LibraryReadOnly
from tui.library import Library, View
path = Path(sys.argv[1])
try:
    with Library.open(path) as library:
        print(library.count(View()), library.article(1).title, len(library.search("ferry")), library.check())
        print(library.notice)
        try:
            library.keep(story("new"))
        except LibraryReadOnly as error:
            print(error)
except LibraryReadOnly as error:
    print(error)
"""


def without_rights(path: Path) -> list[str]:
    """Run ``READ_ONLY`` on a path as somebody who may not write there, and return what it printed."""
    command = [sys.executable, "-c", READ_ONLY, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_library_in_a_read_only_directory_can_be_read(closed: Path) -> None:
    closed.chmod(0o444)
    closed.parent.chmod(0o555)
    try:
        sentence = f"The library {closed} may not be written here, so nothing can be changed."
        assert without_rights(closed) == ["40 Story 0 40 []", sentence, sentence]
    finally:
        closed.parent.chmod(0o755)


def test_a_library_cannot_be_made_in_a_read_only_directory(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        path = tmp_path / "library.db"
        assert without_rights(path) == [
            f"{path} may not be written: Permission denied. Give another place with --library PATH."
        ]
        assert not path.exists()
    finally:
        tmp_path.chmod(0o755)


def test_a_library_that_may_not_even_be_read_is_told(closed: Path) -> None:
    closed.chmod(0o200)
    assert without_rights(closed) == [f"The library {closed} may not be read here: no permission."]


def test_a_newer_library_can_be_read_and_says_why_it_cannot_be_changed(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute(f"PRAGMA user_version = {NEWEST + 3}")
    before = closed.read_bytes()
    with Library.open(closed) as library:
        assert library.notice == (
            f"The library {closed} was written by a newer Pullquote (layout {NEWEST + 3}, this one knows {NEWEST}): "
            "it can be read, but not changed. Update Pullquote to change it."
        )
        assert library.count(View()) == 40
        assert library.search("ferry quill")
        for change in (lambda: library.keep(story("x")), library.undo, library.compact, lambda: library.delete([1])):
            with pytest.raises(LibraryReadOnly, match="written by a newer Pullquote"):
                change()
        library.set_place(1, None, 0.5)
        assert library.row(1).progress == 0.0
    assert closed.read_bytes() == before


def test_a_clock_set_back_neither_reorders_nor_empties_the_bin(library: Library, clock: Clock) -> None:
    first = library.keep(story("one", "One"))
    clock.pass_by(-timedelta(days=20_000))
    second = library.keep(story("two", "Two"))
    library.delete([first.id])
    assert library.ids(View()) == [second.id]
    assert [change.text for change in library.history()] == ["Deleted “One”", "Kept “Two”", "Kept “One”"]
    clock.pass_by(timedelta(days=20_000))
    assert library.purge_deleted() == 0
    assert library.undo() is not None
    assert library.ids(View()) == [second.id, first.id]


def test_two_copies_write_in_turn_and_see_each_other(path: Path) -> None:
    with Library.open(path) as one, Library.open(path) as other:
        assert not one.changed_elsewhere()
        row = other.keep(story())
        assert one.changed_elsewhere()
        assert not one.changed_elsewhere()
        assert one.keep(story()).id == row.id
        one.delete([row.id])
        change = other.undo()
        assert change is not None
        assert one.row(row.id).state is State.SAVED


def test_a_path_with_every_odd_character_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%41&mode=ro" / "lib'rary \u00fc.db"
    with Library.open(path) as library:
        library.keep(story())
    with Library.open(path) as library:
        assert library.count(View()) == 1
    assert shutil.disk_usage(path.parent)
