from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.stories import CLOSING, OPENING, SAID, SPOKEN, story
from tui.article import Article, Block, BlockKind, Place, Quote, QuoteKind
from tui.errors import NotKept
from tui.library.anchors import find_anchor, make_anchor
from tui.library.model import NoteKind

if TYPE_CHECKING:
    from tui.library import Library


def test_the_persons_speaker_counts_from_now_on(library: Library) -> None:
    row = library.keep(story())
    library.set_speaker(row.id, library.article(row.id).quotes[0], " Marit \x1b Oskarsen ")
    [quote] = library.article(row.id).quotes
    assert (quote.speaker, quote.confidence, quote.speaker_as_written) == ("Marit Oskarsen", 1.0, "Marit Osk")
    assert [quotation.speaker for quotation in library.quotations(speaker="oskarsen")] == ["Marit Oskarsen"]
    assert library.quotations(speaker="osk") == []
    assert library.article_version(row.id, 1).quotes[0].speaker == "Marit Osk"


def test_the_persons_speaker_survives_a_new_version(library: Library) -> None:
    row = library.keep(story())
    library.set_speaker(row.id, library.article(row.id).quotes[0], "Jule Öhm")
    library.keep(story(paragraphs=("An update.", OPENING, "She went on: " + SPOKEN)))
    [quote] = library.article(row.id).quotes
    assert (quote.speaker, quote.place.block) == ("Jule Öhm", 2)
    assert [quotation.place.block for quotation in library.quotations(speaker="ohm")] == [2]


def test_a_speaker_can_be_corrected_again_and_taken_back(library: Library) -> None:
    row = library.keep(story())
    for name in ("Jule Öhm", "Bo Lind", ""):
        library.set_speaker(row.id, library.article(row.id).quotes[0], name)
        assert library.article(row.id).quotes[0].speaker == name
        assert len(library.notes(row.id)) == 1
    library.set_speaker(row.id, library.article(row.id).quotes[0], "")
    assert len(library.history()) == 4
    library.remove_note(library.notes(row.id)[0].id)
    assert library.article(row.id).quotes[0].speaker == "Marit Osk"
    with pytest.raises(NotKept):
        library.remove_note(99)


def test_of_two_quotations_with_the_same_words_the_right_one_is_mended(library: Library) -> None:
    paragraphs = ("“Never,” said Ada.", OPENING, "“Never,” said Bo.")
    quotes = tuple(Quote("Never,", QuoteKind.DIRECT, (Place(block, 1, 7),), speaker="Ada") for block in (0, 2))
    row = library.keep(story(paragraphs=paragraphs, quotes=quotes))
    library.set_speaker(row.id, library.article(row.id).quotes[1], "Bo")
    assert [quote.speaker for quote in library.article(row.id).quotes] == ["Ada", "Bo"]


def test_an_own_quotation_is_listed_counted_searched_and_survives_a_new_version(library: Library) -> None:
    row = library.keep(story())
    library.add_quote(row.id, Place(2, 0, 13), "The board")
    assert library.row(row.id).quotes == 2
    assert [(quote.text, quote.speaker) for quote in library.article(row.id).quotes] == [
        (SAID, "Marit Osk"),
        (CLOSING[:13], "The board"),
    ]
    assert [hit.row.id for hit in library.search("said:loaves speaker:board")] == []
    assert [hit.row.id for hit in library.search('said:"second boat" speaker:board')] == [row.id]
    library.keep(story(paragraphs=(CLOSING, OPENING)))
    [quote] = library.article(row.id).quotes
    assert (quote.text, quote.place) == (CLOSING[:13], Place(0, 0, 13))


def test_a_quotation_whose_words_are_gone_is_kept_without_a_place_and_comes_back(library: Library) -> None:
    row = library.keep(story())
    library.add_quote(row.id, Place(2, 0, 13))
    library.keep(story(paragraphs=(OPENING,)))
    assert library.article(row.id).quotes == ()
    [note] = library.notes(row.id)
    assert (note.kind, note.exact, note.place) == (NoteKind.QUOTE, CLOSING[:13], None)
    library.keep(story(paragraphs=(OPENING, CLOSING)))
    assert library.article(row.id).quotes[0].place == Place(1, 0, 13)


def test_an_own_quotation_takes_the_place_of_a_found_one_at_the_same_place(library: Library) -> None:
    row = library.keep(story())
    found = library.article(row.id).quotes[0]
    library.add_quote(row.id, found.place, "Bo Lind")
    assert [quote.speaker for quote in library.article(row.id).quotes] == ["Bo Lind"]
    library.set_speaker(row.id, library.article(row.id).quotes[0], "Ida Holm")
    assert [(note.kind, note.speaker) for note in library.notes(row.id)] == [(NoteKind.QUOTE, "Ida Holm")]


@pytest.mark.parametrize("place", [Place(9, 0, 3), Place(-1, 0, 3), Place(0, 5, 5), Place(0, 3, 999), Place(0, -4, 3)])
def test_where_no_text_is_nothing_can_be_quoted(library: Library, place: Place) -> None:
    row = library.keep(story())
    with pytest.raises(NotKept, match="no text to quote"):
        library.add_quote(row.id, place)
    stranger = Quote("Not there", QuoteKind.DIRECT, (Place(0, 0, 9),))
    with pytest.raises(NotKept, match="not in the article"):
        library.set_speaker(row.id, stranger, "Bo")


@given(
    texts=st.lists(st.text(alphabet="ab .", min_size=1, max_size=30), min_size=1, max_size=4),
    more=st.lists(st.text(alphabet="cd .", max_size=20), max_size=3),
    data=st.data(),
)
def test_a_stretch_is_found_again_when_text_is_put_before_it(
    texts: list[str], more: list[str], data: st.DataObject
) -> None:
    block = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[block]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[block])))
    anchor = make_anchor(_article(texts), Place(block, start, end))
    if anchor is None:
        assert not texts[block][start:end].strip()
        return
    assert find_anchor(_article(texts), anchor) == Place(block, start, end)
    changed = _article([*more, *texts])
    found = find_anchor(changed, anchor)
    assert found is not None
    assert changed.blocks[found.block].text[found.start : found.end] == anchor.exact


def _article(texts: list[str]) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article(source="-", url="", title="", blocks=blocks)
