"""PullquoteApp: themes, keys, the first screen; nothing else."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from textual._compositor import CompositorUpdate
from textual.filter import Monochrome, NoColor

from tui.screens.reader import ReaderScreen
from tui.screens.typeahead import TypeAhead
from tui.theming import load_theme, load_themes
from tui.widgets.uncoloured import Uncoloured

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping, Sequence

    from rich.console import RenderableType
    from textual import events
    from textual.driver import Driver
    from textual.notifications import Notify
    from textual.screen import Screen

    from tui.errors import PullquoteError
    from tui.reading import Beginning, Reading
    from tui.settings import Settings

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What ends the app from outside. Textual dies of them at once and leaves the terminal in its own mode."""


class PullquoteApp(TypeAhead, inherit_css=False):
    """The full-screen reader."""

    TITLE = "Pullquote"
    ENABLE_COMMAND_PALETTE = False
    # Textual's own rules for an app are for panes in full screen, key panels and titles that are not here.
    DEFAULT_CSS = """
    PullquoteApp {
        background: $background; color: $foreground;
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """
    CSS = """
    Toast { width: auto; max-width: 72; padding: 0 1; margin-top: 0; }
    ToastRack { scrollbar-size-vertical: 0; }  /* else the text's last letters show at the right of a notice */
    .-narrow Toast { max-width: 58; }
    .-text Toast { max-width: 100%; }
    """

    _dressed = False

    def __init__(
        self,
        settings: Settings,
        reading: Reading,
        environ: Mapping[str, str],
        beginning: Awaitable[Beginning],
        sources: Sequence[str] = (),
    ) -> None:
        """Args: what the screen works with, what it shows at the start, and what it is to open."""
        super().__init__()
        self._settings = settings
        self._reading = reading
        self._environ = environ
        self.last_screen = ""
        """What draws the screen as it was left; empty when something lay over it, be it a notice."""
        self.last_article: int | None = None
        """The id of the article that was open when the app was left."""
        self.failure: PullquoteError | None = None
        """Why nothing of what was to be opened could be, when the app was left with nothing open."""
        self._beginning = beginning
        self._sources = sources
        if self.no_color:
            self._filters = [Uncoloured() if isinstance(one, Monochrome | NoColor) else one for one in self._filters]
        self._dress()

    def get_default_screen(self) -> Screen[None]:
        """Return the reader: with Textual's own blank screen below it, everything would be laid out and drawn twice."""
        return ReaderScreen(self._reading, self._settings, self._environ, self.write_terminal, self.ask_terminal)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables; there are none until it is on, when Textual asks for those of its own theme."""
        return super().get_css_variables() if self._dressed else {}

    def on_mount(self) -> None:
        """Take the person's keys, and have the reader begin."""
        self.set_keymap(dict(self._settings.keys))
        self.app_resume_signal.subscribe(self, self._paint_again)
        self.call_after_refresh(self._fill_wardrobe)
        if isinstance(self.screen, ReaderScreen):
            self.screen.begin(self._beginning, self._sources)

    def heed_signals(self) -> None:
        """Have signals end the app as its own keys do, from now on: before it has the terminal, or none would do so."""
        for number in ENDING_SIGNALS:
            asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl+C how to leave: it is pressed to copy as often as to end."""
        self.notify("y copies; q goes back and quits, Ctrl+Q quits at once.", markup=False)

    def _paint_again(self, _: object) -> None:
        """Paint everything after fg: Textual would paint only what changed, and the shell has used the terminal."""
        self.refresh(layout=True)

    def get_driver_class(self) -> type[Driver]:
        """Return the driver for this system; where it can be, the one that can ask the terminal."""
        standard = super().get_driver_class()
        if standard.__name__ != "LinuxDriver":
            return standard
        from tui.driver import AskingDriver  # noqa: PLC0415  not on Windows

        return AskingDriver

    async def ask_terminal(self, question: str, seconds: float) -> str:
        """Return what the terminal answers to ``question`` within ``seconds``; "" where it cannot be asked."""
        ask = getattr(self._driver, "ask", None)
        return str(await ask(question, seconds)) if ask else ""

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Keep what is on the screen for the next start, and end."""
        reader = self.screen_stack[0] if self.screen_stack else None
        if isinstance(reader, ReaderScreen) and reader.article is None and self._sources:
            self.failure = reader.failure
        if isinstance(reader, ReaderScreen) and reader.row is not None:
            self.last_article = reader.row.id
            if self.screen is reader and not self._notifications:
                # As Textual does for a screenshot.
                drawn: object = reader._compositor.render_update(full=True)  # noqa: SLF001
                if isinstance(drawn, CompositorUpdate):
                    self.last_screen = drawn.render_segments(self.console)
        super().exit(result, return_code, message)

    def on_notify(self, event: Notify) -> None:
        """Let a nod take the place of the nod before it, and nothing stand there twice: notices cover what is read."""
        new = event.notification
        for older in list(self._notifications):
            if older.message == new.message or older.severity == new.severity == "information":
                self._unnotify(older)

    def on_paste(self, event: events.Paste) -> None:
        """Have the reader open what is pasted where nothing is typed into."""
        reader = self.screen_stack[0]
        if isinstance(reader, ReaderScreen):
            reader.open_pasted(event.text)

    def write_terminal(self, sequence: str) -> None:
        """Send a control sequence of our own making to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    def _dress(self) -> None:
        """Put the theme on: it alone is read before the first paint, if it is where its name says.

        Nothing is styled yet. Set in the usual way, Textual would read its style sheet a second time.
        """
        wanted, own = self._settings.theme, self._settings.config_dir / "themes"
        theme = load_theme(wanted, own)
        themes = (theme,) if theme else load_themes(own)[0]
        for one in themes:
            self.register_theme(one)
        self._dressed = True
        self.set_reactive(TypeAhead.theme, wanted if wanted in self.available_themes else themes[0].name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def _fill_wardrobe(self) -> None:
        """Read all the themes that there are to choose from, and tell what is wrong with them."""
        themes, faults = load_themes(self._settings.config_dir / "themes")
        for theme in themes:
            self.register_theme(theme)
        sentences = [str(fault) for fault in faults]
        if self._settings.theme not in self.available_themes:
            sentences.append(f"There is no theme “{self._settings.theme}”; T shows those that there are.")
        for sentence in sentences:
            self.notify(sentence, severity="warning", markup=False)
