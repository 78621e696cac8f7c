from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.library.stories import Clock
from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


@pytest.fixture
def library(path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def fresh(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Library]]:
    """Give a new empty library at each call, quickly: a copy of one, and the disk is not waited for."""
    template = tmp_path / "template.db"
    Library.open(template).close()
    opened: list[Library] = []

    def make() -> Library:
        path = tmp_path / f"fresh-{len(opened)}.db"
        shutil.copyfile(template, path)
        library = Library.open(path, clock=clock)
        library._connection.execute("PRAGMA synchronous = OFF")
        opened.append(library)
        return library

    yield make
    for library in opened:
        library.close()
