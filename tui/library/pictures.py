"""Pictures of kept articles, each kept once however many articles show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.model import KeptPicture
from tui.library.presenting import not_kept
from tui.library.store import Store, fingerprint

if TYPE_CHECKING:
    import sqlite3


class Picturing(Store):
    """Keeping pictures and showing them. No changes of the journal: they come and go with their articles."""

    def keep_picture(self, article_id: int, src: str, picture: KeptPicture) -> None:
        """Keep the picture of an article's figure, in place of the one that it had.

        Args:
            article_id: The article.
            src: The figure's ``src``; it stays the same when the figures of a new version are counted anew.
            picture: The bytes as they are to be shown.

        Raises:
            NotKept: there is no such article.
        """
        digest = fingerprint(picture.data, 32)
        with self._writing() as connection:
            known = connection.execute("SELECT 1 FROM articles WHERE id = ? AND state <> 'withdrawn'", (article_id,))
            if known.fetchone() is None:
                raise not_kept(article_id)
            connection.execute(
                "INSERT OR IGNORE INTO pictures (digest, media_type, width, height, size, data) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (digest, picture.media_type, picture.width, picture.height, len(picture.data), picture.data),
            )
            connection.execute(
                "INSERT OR REPLACE INTO figure_pictures (article, src, picture) "
                "SELECT ?, ?, id FROM pictures WHERE digest = ?",
                (article_id, src, digest),
            )
            drop_orphans(connection)

    def picture(self, article_id: int, src: str) -> KeptPicture | None:
        """Return the picture of an article's figure, or None when it is not kept."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT data, media_type, width, height FROM figure_pictures JOIN pictures ON pictures.id = picture "
                "WHERE article = ? AND src = ?",
                (article_id, src),
            ).fetchone()
            return KeptPicture(*row) if row else None

    def pictures(self, article_id: int) -> frozenset[str]:
        """Return the ``src`` of the figures of an article whose pictures are kept."""
        with self._reading() as connection:
            rows = connection.execute("SELECT src FROM figure_pictures WHERE article = ?", (article_id,))
            return frozenset(src for (src,) in rows)


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Take away pictures that no article shows any more."""
    connection.execute(
        "DELETE FROM pictures WHERE NOT EXISTS (SELECT 1 FROM figure_pictures WHERE picture = pictures.id)"
    )
