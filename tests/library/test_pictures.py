from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.library.stories import Clock, story
from tui.errors import NotKept
from tui.library import KeptPicture

if TYPE_CHECKING:
    from tui.library import Library

QUAY = KeptPicture(b"\x89PNG quay", "image/png", 640, 480)
GULL = KeptPicture(b"\x89PNG gull" * 9, "image/png", 20, 10)
SRC = "https://tern.example/quay.png"


def test_a_picture_is_kept_with_its_article(library: Library) -> None:
    row = library.keep(story())
    library.keep_picture(row.id, SRC, QUAY)
    assert library.picture(row.id, SRC) == QUAY
    assert library.pictures(row.id) == {SRC}
    assert library.picture(row.id, "https://tern.example/other.png") is None
    assert len(library.history()) == 1


def test_the_same_picture_in_two_articles_is_stored_once(library: Library) -> None:
    one, two = library.keep(story("one")), library.keep(story("two"))
    library.keep_picture(one.id, SRC, QUAY)
    library.keep_picture(two.id, "https://gull.example/q.png", QUAY)
    assert (library.stats().pictures, library.stats().picture_bytes) == (1, len(QUAY.data))
    library.keep_picture(one.id, SRC, GULL)
    assert library.picture(two.id, "https://gull.example/q.png") == QUAY
    library.keep_picture(two.id, "https://gull.example/q.png", GULL)
    assert (library.stats().pictures, library.stats().picture_bytes) == (1, len(GULL.data))


def test_pictures_go_for_good_with_the_last_article_that_shows_them(library: Library, clock: Clock) -> None:
    one, two = library.keep(story("one")), library.keep(story("two"))
    for row in (one, two):
        library.keep_picture(row.id, SRC, QUAY)
    for row, left in ((one, 1), (two, 0)):
        library.delete([row.id])
        clock.pass_by(timedelta(days=31))
        assert library.purge_deleted() == 1
        assert library.stats().pictures == left
    assert library.check() == []


def test_a_picture_needs_an_article(library: Library) -> None:
    with pytest.raises(NotKept):
        library.keep_picture(1, SRC, QUAY)
    assert library.stats().pictures == 0
