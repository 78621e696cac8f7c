"""What went wrong with a source, as one object of the public JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.article import without_login

if TYPE_CHECKING:
    from tui.errors import PullquoteError


def jsonl_error(source: str, error: PullquoteError) -> dict[str, Any]:
    """Return the line of ``--jsonl`` for a source that failed; see docs/json.md."""
    return {"source": without_login(source), "error": {"kind": error.kind, "message": str(error)}}
