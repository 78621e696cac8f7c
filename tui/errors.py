"""Everything that can go wrong, as one tree.

An error carries the sentence that a person reads: what happened and what to
do. ``kind`` is the machine's word for it (``docs/json.md``), ``exit_code``
what the command line ends with.

::

    PullquoteError            1
    ├── UsageError            2   a wrong option, a wrong address
    │   └── SettingsError     2   config.toml or the environment
    ├── SourceError           1   a file that is missing, a directory, unreadable
    ├── FetchError            3   the network; trying again may help
    │   ├── Unreachable       3   no such host, refused, cut off
    │   ├── TooSlow           3   over the deadline
    │   ├── TlsFailed         3   no trustworthy certificate
    │   ├── Refused           3   an address that we do not visit unasked
    │   ├── BadStatus         3   401, 404, 5xx, …
    │   └── TooLarge          3   over the size limit
    ├── Unreadable            4   fetched, but there is nothing to read
    │   ├── NotAPage          4   a PDF, a picture, an archive
    │   ├── NoArticle         4   a page without an article
    │   ├── BadPicture        4   a picture that is none, broken, cut short or too large
    │   └── TooHard           4   over the limit on time or memory while extracting
    ├── NotKept               5   asked of the library, and not there
    ├── LibraryError          1   the library could not do it
    │   ├── LibraryDamaged    1   the file is broken or cut short
    │   ├── LibraryBusy       1   another copy holds it for too long
    │   ├── LibraryReadOnly   1   no right to write there, or a newer version's file
    │   └── DiskFull          1   no space left
    ├── QueryError            2   a search that cannot be understood
    ├── ClipboardError        1   no road to a clipboard worked
    ├── BrowserError          1   no browser could be started
    └── ThemeError            2   a theme file that cannot be used
"""

from __future__ import annotations

from typing import ClassVar


class PullquoteError(Exception):
    """Any failure that Pullquote foresees; ``str(error)`` is a whole sentence."""

    kind: ClassVar[str] = "error"
    """The machine's word for the failure, stable across versions."""
    exit_code: ClassVar[int] = 1
    """What the command line ends with."""


class UsageError(PullquoteError):
    """The command or the address cannot be understood."""

    kind = "usage"
    exit_code = 2


class SettingsError(UsageError):
    """config.toml or an environment variable holds something unusable."""

    kind = "settings"


class SourceError(PullquoteError):
    """A local source is missing, is a directory, or may not be read."""

    kind = "source"


class FetchError(PullquoteError):
    """The network failed; trying again may help."""

    kind = "network"
    exit_code = 3


class Unreachable(FetchError):
    """The host is unknown, refuses, or hung up."""

    kind = "unreachable"


class TooSlow(FetchError):
    """The whole request took longer than its deadline."""

    kind = "too-slow"


class TlsFailed(FetchError):
    """The connection could not be made safe."""

    kind = "tls"


class Refused(FetchError):
    """The address leads somewhere that Pullquote does not go unasked."""

    kind = "refused"


class BadStatus(FetchError):
    """The server answered, but not with the page."""

    kind = "status"

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status
        """The HTTP status code."""


class TooLarge(FetchError):
    """The answer is over the size limit, after decompression."""

    kind = "too-large"


class Unreadable(PullquoteError):
    """The source was had, but there is nothing in it to read."""

    kind = "unreadable"
    exit_code = 4


class NotAPage(Unreadable):
    """The source is a PDF, a picture, an archive, … and no page."""

    kind = "not-a-page"


class NoArticle(Unreadable):
    """The page holds no article."""

    kind = "no-article"


class BadPicture(Unreadable):
    """A picture is none, is broken or cut short, or has too many pixels."""

    kind = "bad-picture"


class TooHard(Unreadable):
    """Extraction went over its limit on time or memory."""

    kind = "too-hard"


class NotKept(PullquoteError):
    """The library does not hold what was asked of it."""

    kind = "not-kept"
    exit_code = 5


class LibraryError(PullquoteError):
    """The library could not do what was asked; it is as it was before."""

    kind = "library"


class LibraryDamaged(LibraryError):
    """The library's file is broken, cut short, or no library."""

    kind = "library-damaged"


class LibraryBusy(LibraryError):
    """Another running copy holds the library for too long."""

    kind = "library-busy"


class LibraryReadOnly(LibraryError):
    """The library may not be written: no right, or it is a newer version's."""

    kind = "library-read-only"


class DiskFull(LibraryError):
    """No space is left where the library is."""

    kind = "disk-full"


class QueryError(UsageError):
    """A search query cannot be understood."""

    kind = "query"

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position
        """Where in the query, in code points from 0."""


class ClipboardError(PullquoteError):
    """No road to a clipboard worked."""

    kind = "clipboard"


class BrowserError(PullquoteError):
    """No browser could be started, or the address is not one for a browser."""

    kind = "browser"


class ThemeError(UsageError):
    """A theme file cannot be used."""

    kind = "theme"
