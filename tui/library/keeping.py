"""Keeping articles, and opening what is kept."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tui.article import Page, clean_line, encode_article
from tui.errors import NotKept
from tui.library.addresses import certain_keys, likely_keys, source_key
from tui.library.anchors import with_remarks
from tui.library.journal import carry_out
from tui.library.model import Change, Row, State, Version
from tui.library.presenting import description, not_kept, remarks_of, stored_article
from tui.library.rows import read_rows
from tui.library.store import Store, from_seconds, to_seconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.article import Article

PAGE_EFFORT = 3
"""zlib's level for raw pages: half a megabyte in 5 ms, a tenth larger than at the best level."""

_NEW_ARTICLE = """
    INSERT INTO articles (
        version, state, arrived, moved, quotes, added,
        address, title, site, site_key, authors, language, published, dated, words, minutes, figures
    ) VALUES (0, 'withdrawn', 0, 0, 0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce(?9, ?1), ?10, ?11, ?12)
"""
_NEW_VERSION = """
    INSERT INTO versions (article, number, withdrawn, at, digest, title, words, body)
    SELECT ?1, 1 + coalesce((SELECT max(number) FROM versions WHERE article = ?1), 0), 1, ?2, ?3, ?4, ?5, ?6
    RETURNING id, number
"""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article made ready before the transaction, so that the file is held only for the writing."""

    article: Article
    page: Page | None
    digest: bytes
    body: bytes
    page_body: bytes


class Keeping(Store):
    """Articles in, articles out."""

    def keep(self, article: Article, *, page: Page | None = None, state: State | None = State.SAVED) -> Row:
        """Keep ``article``; when this returns it is on disk for good.

        An address that is kept already gets a new version when the content
        changed, and is never there twice.

        Args:
            article: The article with its quotations.
            page: What it was made of, kept too, so that a better extractor can be run over it later.
            state: The shelf to put it on; None leaves it where it is (a new one is saved).

        Raises:
            LibraryError: it could not be kept; the library is as it was.
        """
        return self.keep_many([(article, page)], state=state)[0]

    def keep_many(
        self, articles: Iterable[tuple[Article, Page | None]], *, state: State | None = State.SAVED
    ) -> list[Row]:
        """Keep several articles, all or none, as one change; see ``keep``."""
        drafts = [_draft(article, page) for article, page in articles]
        with self._writing() as connection:
            moment = self._now()
            arrival = 1 + (connection.execute("SELECT max(arrived) FROM articles").fetchone()[0] or 0)
            items = [_place(connection, draft, state, (moment, arrival + n)) for n, draft in enumerate(drafts)]
            changed = [item for item in items if _differs(item)]
            if changed:
                text = f"Kept “{_headline(drafts[0])}”" if len(drafts) == 1 else f"Kept {len(changed)} articles"
                change = Change(0, from_seconds(moment), "keep", text, len(changed), changed[0]["id"])
                carry_out(connection, change, {"items": changed})
            return read_rows(connection, [item["id"] for item in items])

    def article(self, article_id: int) -> Article:
        """Return a kept article as it is now, with the person's own quotations and speakers in it.

        Raises:
            NotKept: there is none with this id.
        """
        with self._reading() as connection:
            return with_remarks(stored_article(connection, article_id), remarks_of(connection, article_id))

    def article_version(self, article_id: int, number: int) -> Article:
        """Return a version of a kept article as it was kept.

        Raises:
            NotKept: there is no such article or version.
        """
        with self._reading() as connection:
            return stored_article(connection, article_id, number)

    def versions(self, article_id: int) -> list[Version]:
        """Return the versions kept of an article, the oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT number, at, title, words FROM versions WHERE article = ? AND NOT withdrawn ORDER BY number",
                (article_id,),
            )
            return [Version(number, from_seconds(at), title, words) for number, at, title, words in rows]

    def page(self, article_id: int) -> Page | None:
        """Return the newest raw page kept of an article, or None when none was given."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT pages.* FROM pages JOIN versions ON versions.id = pages.version "
                "WHERE versions.article = ? AND NOT versions.withdrawn ORDER BY versions.number DESC LIMIT 1",
                (article_id,),
            ).fetchone()
            return _page(*row[1:]) if row else None

    def row(self, article_id: int) -> Row:
        """Return the list's line of an article.

        Raises:
            NotKept: there is none with this id.
        """
        with self._reading() as connection:
            rows = read_rows(connection, [article_id])
        if not rows:
            raise not_kept(article_id)
        return rows[0]

    def find(self, source: str) -> Row | None:
        """Return the row of the article that an address, a path or another source names, or None.

        Tracking parameters, fragment, ``www.`` and the like make no difference.
        """
        with self._reading() as connection:
            found = _article_at(connection, source_key(source))
            rows = read_rows(connection, [found]) if found else []
            return rows[0] if rows else None

    def get(self, source: str) -> Row:
        """Return the row of the article that ``source`` names.

        Raises:
            NotKept: there is none.
        """
        row = self.find(source)
        if row is None:
            raise NotKept(f"{clean_line(source, 200)} is not in the library. Keep it with “pullquote save”.")
        return row


def _draft(article: Article, page: Page | None) -> _Draft:
    told = replace(article, source="", url="", updated=None, warnings=())
    return _Draft(
        article,
        page,
        hashlib.blake2b(encode_article(told), digest_size=16).digest(),
        zlib.compress(encode_article(article)),
        zlib.compress(page.body, PAGE_EFFORT) if page else b"",
    )


def _place(connection: sqlite3.Connection, draft: _Draft, state: State | None, when: tuple[int, int]) -> dict[str, Any]:
    """Put a draft in, still out of sight, and return what keeping it changes, for the journal.

    Args:
        connection: Within a transaction.
        draft: The article.
        state: Where it is to stand.
        when: The moment, and its number in the order of arrival; clocks are set back, the order is not.
    """
    moment, arrival = when
    certain, likely = certain_keys(draft.article, draft.digest), likely_keys(draft.article)
    article_id = _identify(connection, draft.article, certain, likely)
    if article_id is None:
        article_id = _insert_article(connection, draft.article, moment)
    was: tuple[str, int, int, int] = connection.execute(
        "SELECT state, version, arrived, added FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    old_state, old_version, old_arrived, old_added = was
    new_state = (state or (State.SAVED if old_state == "withdrawn" else State(old_state))).value
    comes = old_state in ("withdrawn", "deleted") and new_state != "deleted"
    new_keys = [key for key in dict.fromkeys((*certain, *likely)) if not _is_taken(connection, key)]
    if old_state == "withdrawn":  # its own for as long as it is there, so that it is never there twice
        connection.executemany(
            "INSERT INTO addresses (address, article) VALUES (?, ?)", [(key, article_id) for key in new_keys]
        )
        new_keys = []
    return {
        "id": article_id,
        "state": [old_state, new_state],
        "version": [old_version, _version(connection, article_id, old_version, draft, moment)],
        "arrived": [old_arrived, arrival if comes else old_arrived],
        "added": [old_added, moment if comes else old_added],
        "addresses": new_keys,
    }


def _version(connection: sqlite3.Connection, article_id: int, present: int, draft: _Draft, moment: int) -> int:
    """Return the number of the version that holds the draft: the present one if it says the same, else a new one."""
    same = connection.execute(
        "SELECT id FROM versions WHERE article = ? AND number = ? AND digest = ?", (article_id, present, draft.digest)
    ).fetchone()
    if same:
        _note_validators(connection, same[0], draft.page)
        return present
    article = draft.article
    version_id, number = connection.execute(
        _NEW_VERSION, (article_id, moment, draft.digest, clean_line(article.title), article.words, draft.body)
    ).fetchone()
    if draft.page is not None:
        _insert_page(connection, version_id, draft.page, draft.page_body)
    return int(number)


def _insert_article(connection: sqlite3.Connection, article: Article, moment: int) -> int:
    return int(connection.execute(_NEW_ARTICLE, (moment, *description(article))).lastrowid or 0)


def _insert_page(connection: sqlite3.Connection, version_id: int, page: Page, body: bytes) -> None:
    fetched = to_seconds(page.fetched_at) if page.fetched_at else None
    texts = [_plain(text) for text in (page.source, page.url, page.content_type, page.charset)]
    validators = [_plain(text) for text in (page.etag, page.last_modified, json.dumps(page.warnings))]
    connection.execute(
        "INSERT INTO pages (version, source, url, content_type, charset, fetched, etag, last_modified, warnings, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (version_id, *texts, fetched, *validators, body),
    )


def _note_validators(connection: sqlite3.Connection, version_id: int, page: Page | None) -> None:
    """Remember how to ask again; the page kept first stays, since the article is the same."""
    if page is not None and page.fetched_at is not None:
        connection.execute(
            "UPDATE pages SET fetched = ?, etag = ?, last_modified = ? WHERE version = ?",
            (to_seconds(page.fetched_at), _plain(page.etag), _plain(page.last_modified), version_id),
        )


def _identify(
    connection: sqlite3.Connection, article: Article, certain: tuple[str, ...], likely: tuple[str, ...]
) -> int | None:
    for key in certain:
        if found := _article_at(connection, key):
            return found
    title = clean_line(article.title)
    for key in likely:
        found = _article_at(connection, key)
        if found and title:
            known = connection.execute("SELECT title FROM articles WHERE id = ?", (found,)).fetchone()[0]
            if known.casefold() == title.casefold():
                return found
    return None


def _article_at(connection: sqlite3.Connection, key: str) -> int | None:
    found = connection.execute("SELECT article FROM addresses WHERE address = ?", (key,)).fetchone() if key else None
    return found[0] if found else None


def _is_taken(connection: sqlite3.Connection, key: str) -> bool:
    return _article_at(connection, key) is not None


def _differs(item: dict[str, Any]) -> bool:
    return any(item[name][0] != item[name][1] for name in ("state", "version")) or bool(item["addresses"])


def _headline(draft: _Draft) -> str:
    return clean_line(draft.article.title, 80) or clean_line(draft.article.address, 80)


def _page(*columns: Any) -> Page:  # noqa: ANN401  a row of the table pages
    source, url, content_type, charset, fetched, etag, last_modified, warnings, body = columns
    return Page(
        source=source,
        url=url,
        body=zlib.decompress(body),
        content_type=content_type,
        charset=charset,
        fetched_at=None if fetched is None else from_seconds(fetched),
        etag=etag,
        last_modified=last_modified,
        warnings=tuple(json.loads(warnings)),
    )


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "")
