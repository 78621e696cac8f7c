"""Keeping articles, and opening what is kept."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from msgspec import json

from tui.article import Page, clean_line
from tui.errors import NotKept
from tui.library.addresses import source_key
from tui.library.anchors import with_remarks
from tui.library.applying import apply_keep
from tui.library.drafting import Draft, article_at, differs, make_draft, put_in
from tui.library.journal import carry_out, latest_moment
from tui.library.model import Change, Row, State, Version
from tui.library.presenting import not_kept, remarks_of, stored_article
from tui.library.rows import read_rows
from tui.library.store import Store, from_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article


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
        self,
        articles: Iterable[tuple[Article, Page | None]],
        *,
        state: State | None = State.SAVED,
        by_person: bool = True,
    ) -> list[Row]:
        """Keep several articles, all or none, as one change; see ``keep``.

        Args:
            articles: Each with what it was made of, if that is at hand.
            state: As for ``keep``.
            by_person: False for what comes by itself: it is no change of the journal, so no undo takes it away.
        """
        drafts = [make_draft(article, page) for article, page in articles]
        with self._writing() as connection:
            moment = self._now()
            arrival = 1 + (connection.execute("SELECT max(arrived) FROM articles").fetchone()[0] or 0)
            items = [put_in(connection, draft, state, (moment, arrival + n)) for n, draft in enumerate(drafts)]
            changed = [item for item in items if differs(item)]
            if changed and not by_person:
                apply_keep(connection, {"items": changed}, True, latest_moment(connection, moment))
            elif changed:
                one = "Kept another version of" if _is_newer(changed[0]) else "Kept"
                text = f"{one} “{_headline(drafts[0])}”" if len(drafts) == 1 else f"Kept {len(changed)} articles"
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

    def named(self, article_id: int) -> str:
        """Return what a person named to get an article: an address, a path; "" when it was kept without its page."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT pages.source FROM pages JOIN versions ON versions.id = pages.version "
                "WHERE versions.article = ? AND NOT versions.withdrawn ORDER BY versions.number DESC LIMIT 1",
                (article_id,),
            ).fetchone()
            return row[0] if row else ""

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
            found = article_at(connection, source_key(source))
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


def _is_newer(item: dict[str, Any]) -> bool:
    """Whether what was kept was there already, and says something else now."""
    (state, now), (before, after) = item["state"], item["version"]
    return bool(state == now and before and before != after)


def _headline(draft: Draft) -> str:
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
        warnings=tuple(json.decode(warnings)),
    )
