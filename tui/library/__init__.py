"""Everything that is kept: articles, their versions and pages, pictures, notes, tags, what was done. The only SQL."""

from tui.library.library import Library
from tui.library.model import (
    TO_READ,
    Change,
    Handful,
    Hit,
    KeptPicture,
    Note,
    NoteKind,
    Quotation,
    Row,
    SavedQuery,
    Sort,
    State,
    Stats,
    Stretch,
    Version,
    View,
)
from tui.library.query import parse_query

__all__ = [
    "TO_READ",
    "Change",
    "Handful",
    "Hit",
    "KeptPicture",
    "Library",
    "Note",
    "NoteKind",
    "Quotation",
    "Row",
    "SavedQuery",
    "Sort",
    "State",
    "Stats",
    "Stretch",
    "Version",
    "View",
    "parse_query",
]
