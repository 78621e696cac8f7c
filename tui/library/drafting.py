"""Putting an article into the file: which one it is, whether it says anything new, and where it goes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from msgspec import Struct, json
from msgspec.structs import replace

from tui.article import clean_line, encode_article
from tui.library.addresses import certain_keys, likely_keys
from tui.library.model import State
from tui.library.presenting import description
from tui.library.store import fingerprint, to_seconds

if TYPE_CHECKING:
    import sqlite3

    from tui.article import Article, Page

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


class Draft(Struct, frozen=True):
    """An article made ready before the transaction, so that the file is held only for the writing."""

    article: Article
    page: Page | None
    digest: bytes
    body: bytes
    page_body: bytes


def make_draft(article: Article, page: Page | None) -> Draft:
    """Encode, compress and digest an article, and the page that it was made of if that is at hand."""
    told = replace(article, source="", url="", updated=None, warnings=())
    return Draft(
        article,
        page,
        fingerprint(encode_article(told), 16),
        zlib.compress(encode_article(article)),
        zlib.compress(page.body, PAGE_EFFORT) if page else b"",
    )


def put_in(connection: sqlite3.Connection, draft: Draft, state: State | None, when: tuple[int, int]) -> dict[str, Any]:
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


def _version(connection: sqlite3.Connection, article_id: int, present: int, draft: Draft, moment: int) -> int:
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
    validators = [_plain(text) for text in (page.etag, page.last_modified)]
    warnings = json.encode([_plain(text) for text in page.warnings]).decode()
    connection.execute(
        "INSERT INTO pages (version, source, url, content_type, charset, fetched, etag, last_modified, warnings, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (version_id, *texts, fetched, *validators, warnings, body),
    )


def _note_validators(connection: sqlite3.Connection, version_id: int, page: Page | None) -> None:
    """Remember how to ask again; the page kept first stays, since the article is the same."""
    if page is not None and page.fetched_at is not None:
        connection.execute(
            "UPDATE pages SET source = ?, fetched = ?, etag = ?, last_modified = ? WHERE version = ?",
            (
                _plain(page.source),
                to_seconds(page.fetched_at),
                _plain(page.etag),
                _plain(page.last_modified),
                version_id,
            ),
        )


def _identify(
    connection: sqlite3.Connection, article: Article, certain: tuple[str, ...], likely: tuple[str, ...]
) -> int | None:
    for key in certain:
        if found := article_at(connection, key):
            return found
    title = clean_line(article.title)
    for key in likely:
        found = article_at(connection, key)
        if found and title:
            known = connection.execute("SELECT title FROM articles WHERE id = ?", (found,)).fetchone()[0]
            if known.casefold() == title.casefold():
                return found
    return None


def article_at(connection: sqlite3.Connection, key: str) -> int | None:
    """Return the id of the article that this key of an address names."""
    found = connection.execute("SELECT article FROM addresses WHERE address = ?", (key,)).fetchone() if key else None
    return found[0] if found else None


def _is_taken(connection: sqlite3.Connection, key: str) -> bool:
    return article_at(connection, key) is not None


def differs(item: dict[str, Any]) -> bool:
    """Tell whether what ``put_in`` returned changes anything that a person would see."""
    return any(item[name][0] != item[name][1] for name in ("state", "version")) or bool(item["addresses"])


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "")
