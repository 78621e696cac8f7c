"""The parts of program text, told apart by Pygments; loaded when the first code is seen."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 40_000
"""Code points of one listing that are looked at; more is data, not a listing to be read."""
MOST_PARTS = 8_000

_FACES = (
    ("Comment", "code-comment"),
    ("Keyword", "code-keyword"),
    ("Literal.String", "code-string"),
    ("Literal.Number", "code-number"),
    ("Name.Function", "code-name"),
    ("Name.Class", "code-name"),
    ("Name.Tag", "code-keyword"),
    ("Name.Decorator", "code-name"),
    ("Operator.Word", "code-keyword"),
)
"""Five faces are enough to find one's way; more would be confetti."""


@lru_cache(maxsize=64)
def colour_code(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Return the parts of ``text`` that have a face of their own: start, end, face. None for an unknown language.

    Takes tens of milliseconds at the first call: not for the event loop.
    """
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415  most articles hold no code
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return ()
    parts: list[tuple[int, int, str]] = []
    for start, kind, value in lexer.get_tokens_unprocessed(text[:LONGEST]):
        name = str(kind).removeprefix("Token.")
        face = next((face for prefix, face in _FACES if name.startswith(prefix)), "")
        if face and value.strip():
            parts.append((start, start + len(value), face))
            if len(parts) >= MOST_PARTS:
                break
    return tuple(parts)
