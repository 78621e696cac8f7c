"""How the library's file is laid out, as the steps that led there.

Append only: a step that was ever released is never edited. Each runs in a
transaction of its own, together with the new ``user_version``.

``articles`` holds what the list shows and nothing heavier, so that a page of
rows stays a few blocks of the file at any size. Every index of a sort ends in
state and read, so that skipping the rows of other shelves never touches the
table (facts: a page at row 99,800 of 100,000 takes 1.3 ms that way).
"""

from __future__ import annotations

APPLICATION_ID = 0x50515445
"""``PQTE`` in the file's header (SQLite, "The Application ID")."""

_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('inbox', 'saved', 'archived', 'deleted', 'withdrawn')),
    read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    arrived INTEGER NOT NULL,
    added INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    published INTEGER,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    site_key TEXT NOT NULL,
    authors TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    progress REAL NOT NULL DEFAULT 0,
    place_block INTEGER,
    place_start INTEGER,
    place_end INTEGER
) STRICT
"""

# A "withdrawn" article is one whose keeping was undone: out of sight, but there for a redo.
_TALLIES = (
    """
    CREATE TABLE tallies (
        state TEXT NOT NULL,
        read INTEGER NOT NULL,
        number INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (state, read)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO tallies (state, read)
    SELECT states.value, reads.value
    FROM json_each('["inbox", "saved", "archived", "deleted", "withdrawn"]') AS states, json_each('[0, 1]') AS reads
    """,
    """
    CREATE TRIGGER tally_new AFTER INSERT ON articles BEGIN
        UPDATE tallies SET number = number + 1 WHERE state = new.state AND read = new.read;
    END
    """,
    """
    CREATE TRIGGER tally_gone AFTER DELETE ON articles BEGIN
        UPDATE tallies SET number = number - 1 WHERE state = old.state AND read = old.read;
    END
    """,
    """
    CREATE TRIGGER tally_moved AFTER UPDATE OF state, read ON articles
    WHEN old.state <> new.state OR old.read <> new.read BEGIN
        UPDATE tallies SET number = number - 1 WHERE state = old.state AND read = old.read;
        UPDATE tallies SET number = number + 1 WHERE state = new.state AND read = new.read;
    END
    """,
)

_FIRST = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    _ARTICLES,
    "CREATE INDEX articles_by_added ON articles (arrived, id, state, read)",
    "CREATE INDEX articles_by_published ON articles (dated, id, state, read)",
    "CREATE INDEX articles_by_source ON articles (site_key, id DESC, state, read)",
    "CREATE INDEX articles_by_length ON articles (words, id DESC, state, read)",
    "CREATE INDEX articles_by_progress ON articles (progress, id, state, read)",
    *_TALLIES,
    # Every address that an article is known by, in the form in which two of them are compared.
    """
    CREATE TABLE addresses (
        address TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX addresses_by_article ON addresses (article)",
    """
    CREATE TABLE versions (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0,
        at INTEGER NOT NULL,
        digest BLOB NOT NULL,
        title TEXT NOT NULL,
        words INTEGER NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (article, number)
    ) STRICT
    """,
    """
    CREATE TABLE pages (
        version INTEGER PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        url TEXT NOT NULL,
        content_type TEXT NOT NULL,
        charset TEXT NOT NULL,
        fetched INTEGER,
        etag TEXT NOT NULL,
        last_modified TEXT NOT NULL,
        warnings TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT
    """,
    # The text of each article's present version, as it is searched.
    """
    CREATE TABLE texts (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        standfirst TEXT NOT NULL,
        body TEXT NOT NULL,
        authors TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE text_index USING fts5 (
        title, standfirst, body, authors,
        content = 'texts', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO text_index (text_index, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0, 4.0)')",
    """
    CREATE TABLE quotes (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        speaker TEXT NOT NULL,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX quotes_by_article ON quotes (article)",
    """
    CREATE VIRTUAL TABLE quote_index USING fts5 (
        text, speaker, content = 'quotes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TABLE tags (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (article, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tags_by_key ON tags (key, article, tag)",
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        speaker TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX notes_by_article ON notes (article)",
    "CREATE TABLE queries (name TEXT PRIMARY KEY, query TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE pictures (
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        media_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        size INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE figure_pictures (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        src TEXT NOT NULL,
        picture INTEGER NOT NULL REFERENCES pictures (id),
        PRIMARY KEY (article, src)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX figure_pictures_by_picture ON figure_pictures (picture)",
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        standing TEXT NOT NULL DEFAULT 'done' CHECK (standing IN ('done', 'undone', 'dropped')),
        text TEXT NOT NULL,
        articles INTEGER NOT NULL,
        first INTEGER,
        data BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_by_standing ON journal (standing, id)",
    "CREATE INDEX journal_by_time ON journal (at)",
)

# Without an index of beginnings, two letters typed are put together from every word that begins with them: 215 ms at
# 100,000 articles, 0.1 ms with it. It makes the file about a fifth larger.
_BEGINNINGS = (
    "DROP TABLE text_index",
    """
    CREATE VIRTUAL TABLE text_index USING fts5 (
        title, standfirst, body, authors,
        content = 'texts', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    "INSERT INTO text_index (text_index, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0, 4.0)')",
    "INSERT INTO text_index (text_index) VALUES ('rebuild')",
    # Merged half as often as FTS5 would by itself: one keep in twenty took 19 ms of CPU, now 8; searches take the same.
    "INSERT INTO text_index (text_index, rank) VALUES ('automerge', 8)",
    "INSERT INTO quote_index (quote_index, rank) VALUES ('automerge', 8)",
    # What is due to be emptied is asked for at each start.
    "CREATE INDEX articles_in_bin ON articles (moved) WHERE state IN ('deleted', 'withdrawn')",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _BEGINNINGS)
"""Statements of each step; after step n ``user_version`` is n."""

NEWEST = len(MIGRATIONS)
"""The layout that this version of Pullquote writes."""
