"""The screen as it was left, shown at once at the next start while everything loads.

Loading Textual takes a quarter of a second; this takes the time that Python
takes. The screen is shown only if nothing that stands on it can have changed:
version, terminal, settings, and the library's file are as they were. Textual
then paints over it, and what was typed meanwhile waits in the terminal.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

    from tui.settings import Settings

FILE = "last-screen"
"""Its name in the state directory."""

_TELLING = ("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM")
"""What of the environment decides how things look."""

_OPEN = "\x1b[?1049h\x1b[?25l\x1b[H"
_LEAVE = "\x1b[?25h\x1b[?1049l"


class LastScreen:
    """Shows what was left, holds the terminal still until the app takes it, and gives it back as it was found."""

    def __init__(self, settings: Settings, environ: Mapping[str, str]) -> None:
        self._settings = settings
        self._environ = environ
        self._path = settings.state_dir / FILE
        self._modes: list[Any] | None = None
        self._shown = False
        self.article: int | None = None
        """The id of the article that was open when the app was left; it may be gone."""

    def show(self) -> None:
        """Show the screen as it was left, if it would look the same now."""
        try:
            article, of, frame = self._path.read_bytes().decode("utf-8", "replace").split("\n", 2)
            same = of == self._of(self._settings)
        except (OSError, ValueError):
            return  # there is none, or it is broken: nothing is lost with it
        self.article = int(article) if article.isdecimal() else None
        if same:
            self._shown = True  # a signal may come at any moment from here on
            self._hold_terminal()
            sys.stdout.write(_OPEN + frame)
            sys.stdout.flush()

    def end_on_signals(self) -> None:
        """Have signals end the program while it loads: asyncio and Textual would lose some that come then.

        It ends on the spot: an exception out of nowhere in the making of a msgspec struct crashes the interpreter.
        """

        def end(number: int, _frame: FrameType | None) -> None:
            self.close()
            os._exit(128 + number)

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # not all of them on every system
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), end)

    def hand_over(self) -> None:
        """Let the app have the terminal: it paints over what is shown, and leaves the full screen itself."""
        self._shown = False

    def close(self) -> None:
        """Give the terminal back as it was found."""
        if self._shown:
            with contextlib.suppress(OSError):
                os.write(sys.stdout.fileno(), _LEAVE.encode())  # not by way of sys.stdout, which may be in the middle
            self._shown = False
        if self._modes is not None:
            import termios  # noqa: PLC0415  not on every system

            with contextlib.suppress(termios.error):  # a terminal that was closed has no modes any more
                termios.tcsetattr(0, termios.TCSANOW, self._modes)
            self._modes = None

    def keep(self, settings: Settings, frame: str, article: int | None) -> None:
        """Keep the screen for the next start; where that cannot be done, the next start is as before.

        Args:
            settings: As the next start will find them.
            frame: What draws the screen, from its upper left corner on; empty to show nothing at the next start.
            article: The open article's id.
        """
        of = ""
        with contextlib.suppress(OSError):  # a terminal that was closed has no size any more
            of = self._of(settings) if frame else ""
        draft = self._path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
                file.write(f"{article or ''}\n{of}\n{frame}".encode("utf-8", "replace"))
            draft.replace(self._path)

    def _of(self, settings: Settings) -> str:
        """What the screen depends on, on one line, to be compared."""
        size = os.get_terminal_size(sys.stdout.fileno())
        library = settings.library
        stamps = [_stamp(f"{library}{ending}") for ending in ("", "-wal")]
        look = [self._environ.get(name) for name in _TELLING]
        return ascii((__version__, size.columns, size.lines, settings, stamps, look))

    def _hold_terminal(self) -> None:
        """Keep keys from being echoed onto the screen."""
        try:
            import termios  # noqa: PLC0415  not on every system

        except ImportError:
            return
        self._modes = termios.tcgetattr(0)
        still = termios.tcgetattr(0)
        still[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(0, termios.TCSANOW, still)


def _stamp(path: str) -> str:
    """A text that is another one when the file was written to."""
    try:
        status = os.stat(path)  # noqa: PTH116  pathlib would be loaded for it
    except OSError:
        return ""
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}" if status.st_size else ""
