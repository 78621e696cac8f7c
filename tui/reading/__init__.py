"""The service: open, keep, refresh. The only place where fetch, extract, quotes and library meet."""

from tui.reading.clients import Clients
from tui.reading.desk import LibraryDesk
from tui.reading.service import Beginning, Opened, Reading
from tui.reading.sources import Source, SourceKind, find_addresses, parse_source

__all__ = [
    "Beginning",
    "Clients",
    "LibraryDesk",
    "Opened",
    "Reading",
    "Source",
    "SourceKind",
    "find_addresses",
    "parse_source",
]
