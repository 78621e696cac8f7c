"""What a person says of an article's text: who really said this, and that this is a quotation too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import clean_line
from tui.errors import NotKept
from tui.library.anchors import Anchor, find_anchor, find_quote, make_anchor, with_remarks
from tui.library.journal import carry_out
from tui.library.model import Change, Note, NoteKind
from tui.library.presenting import remarks_of, stored_article
from tui.library.store import Store, from_seconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tui.article import Article, Place, Quote
    from tui.library.anchors import Remark

SPEAKER_LIMIT = 200
"""Longest name, in code points."""

_NEW_NOTE = (
    'INSERT INTO notes (article, kind, at, withdrawn, exact, prefix, suffix, block, start, "end", speaker) '
    "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)"
)


class Noting(Store):
    """Notes hold on to the words themselves, so they survive a new version of the article."""

    def set_speaker(self, article_id: int, quote: Quote, speaker: str) -> None:
        """Say who said a quotation of an article; the person's word counts from now on.

        Args:
            article_id: The article.
            quote: One of its quotations as ``article`` gave it.
            speaker: The name; empty for "nobody knows".

        Raises:
            NotKept: the article, or the quotation in it, is not there.
        """
        name = clean_line(speaker, SPEAKER_LIMIT)
        with self._writing() as connection:
            article = stored_article(connection, article_id)
            remarks = remarks_of(connection, article_id)
            if (quote.parts, quote.text) not in {
                (one.parts, one.text) for one in with_remarks(article, remarks).quotes
            }:
                raise NotKept("This quotation is not in the article any more.")
            kind, anchor, old = _about(article, remarks, quote)
            if [remark.speaker for remark in old] == [name]:
                return
            text = f"Gave a quotation to {name}" if name else "Took the speaker from a quotation"
            new = self._insert(connection, article_id, kind, anchor, name)
            self._replace(connection, article_id, text, old, [new])

    def add_quote(self, article_id: int, place: Place, speaker: str = "") -> None:
        """Add a stretch of an article to its quotations.

        Raises:
            NotKept: the article is not there, or has no text at ``place``.
        """
        with self._writing() as connection:
            anchor = make_anchor(stored_article(connection, article_id), place)
            if anchor is None:
                raise NotKept("There is no text to quote at this place of the article.")
            remarks = remarks_of(connection, article_id)
            old = [one for one in remarks if one.kind is NoteKind.QUOTE and one.anchor == anchor]
            new = self._insert(connection, article_id, NoteKind.QUOTE, anchor, clean_line(speaker, SPEAKER_LIMIT))
            self._replace(connection, article_id, "Added a quotation", old, [new])

    def remove_note(self, note_id: int) -> None:
        """Take back a note: the speaker is again the one that was found, or the quotation is none any more.

        Raises:
            NotKept: there is no such note.
        """
        with self._writing() as connection:
            found = connection.execute(
                "SELECT notes.article FROM notes JOIN articles ON articles.id = notes.article "
                "WHERE notes.id = ? AND NOT withdrawn AND state <> 'withdrawn'",
                (note_id,),
            ).fetchone()
            if found is None:
                raise NotKept("This note is not there any more.")
            old = [remark for remark in remarks_of(connection, found[0]) if remark.id == note_id]
            added = any(remark.kind is NoteKind.QUOTE for remark in old)
            text = "Took a quotation out again" if added else "Forgot who was named for a quotation"
            self._replace(connection, found[0], text, old, [])

    def notes(self, article_id: int) -> list[Note]:
        """Return what the person said of an article, in the order of saying, also what finds no place in it now."""
        with self._reading() as connection:
            article = stored_article(connection, article_id)
            times = dict(connection.execute("SELECT id, at FROM notes WHERE article = ?", (article_id,)).fetchall())
            return [
                Note(
                    id=remark.id,
                    kind=remark.kind,
                    exact=remark.anchor.exact,
                    speaker=remark.speaker,
                    place=_place_now(article, remark),
                    at=from_seconds(times[remark.id]),
                )
                for remark in remarks_of(connection, article_id)
            ]

    def _insert(
        self, connection: sqlite3.Connection, article_id: int, kind: NoteKind, anchor: Anchor, name: str
    ) -> int:
        place = anchor.place
        context = (anchor.exact, anchor.prefix, anchor.suffix)
        values = (article_id, kind.value, self._now(), *context, place.block, place.start, place.end, name)
        return int(connection.execute(_NEW_NOTE, values).lastrowid or 0)

    def _replace(
        self, connection: sqlite3.Connection, article_id: int, text: str, old: Sequence[Remark], new: list[int]
    ) -> None:
        change = Change(0, from_seconds(self._now()), "note", text, 1, article_id)
        carry_out(connection, change, {"article": article_id, "old": [remark.id for remark in old], "new": new})


def _about(article: Article, remarks: Sequence[Remark], quote: Quote) -> tuple[NoteKind, Anchor, list[Remark]]:
    """Return what kind of note says who spoke ``quote``, about which words, and the notes that it replaces."""
    own = [one for one in remarks if one.kind is NoteKind.QUOTE and quote.parts == (find_anchor(article, one.anchor),)]
    if own:
        return NoteKind.QUOTE, own[-1].anchor, own
    anchor = Anchor(quote.text, "", "", quote.place)
    number = find_quote(article.quotes, anchor)
    speakers = [one for one in remarks if one.kind is NoteKind.SPEAKER]
    return NoteKind.SPEAKER, anchor, [one for one in speakers if find_quote(article.quotes, one.anchor) == number]


def _place_now(article: Article, remark: Remark) -> Place | None:
    if remark.kind is NoteKind.QUOTE:
        return find_anchor(article, remark.anchor)
    number = find_quote(article.quotes, remark.anchor)
    return None if number is None else article.quotes[number].place
