"""What a library holds, as a person could tell it: what an undo must give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.library import Sort, State, View

if TYPE_CHECKING:
    from tui.library import Library

EVERYTHING = frozenset(State)


def contents(library: Library) -> dict[str, Any]:
    """Return all that can be read out of ``library``, by its own methods."""
    ids = library.ids(View(states=EVERYTHING))
    return {
        "order": {(sort, back): library.ids(View(sort=sort, reverse=back)) for sort in Sort for back in (False, True)},
        "rows": [library.row(number) for number in ids],
        "articles": [library.article(number) for number in ids],
        "versions": [library.versions(number) for number in ids],
        "texts": [library.article_version(number, v.number) for number in ids for v in library.versions(number)],
        "notes": [library.notes(number) for number in ids],
        "found": [(hit.row.id, hit.place, hit.snippet) for hit in library.search("the", 1000)],
        "said": library.quotations(limit=1000),
        "tallies": {state: library.count(View(states=frozenset({state}))) for state in State},
        "unread": library.count(View("is:unread")),
        "tags": library.tags(),
        "queries": library.saved_queries(),
        "addresses": library._connection.execute(
            "SELECT addresses.address, article FROM addresses JOIN articles ON articles.id = article "
            "WHERE state <> 'withdrawn' ORDER BY 1"
        ).fetchall(),
    }
