"""The article handed to another program, which has the terminal meanwhile: an editor, or a command that reads text."""

from __future__ import annotations

import asyncio
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from tui import exchange
from tui.article import clean_line
from tui.errors import UsageError
from tui.screens.base import ArticleScreen, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.article import Article

TEXT_WIDTH = 80
"""Columns of the text that a command gets."""


class Outside(ArticleScreen):
    """Leaves the terminal to another program and takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("E", "edit", "In your editor", id="article.editor"),
        Binding("vertical_line", "pipe", "Pipe to a command…", id="article.pipe"),
    ]

    _piped_to = ""
    """The last command; offered again."""

    @work(group="menu", exclusive=True)
    @told
    async def action_edit(self) -> None:
        """Open the article as Markdown in $VISUAL or $EDITOR; it is a copy, and goes when the editor ends."""
        import tempfile  # noqa: PLC0415  not needed to start

        from tui.reading.exporting import file_name  # noqa: PLC0415  as above

        article = self._article_to_hand_out()
        command = _editor(self.environ.get("VISUAL") or self.environ.get("EDITOR") or "vi")
        with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
            file = Path(folder) / file_name(article, ".md")
            file.write_text(exchange.article_markdown(article) + "\n", encoding="utf-8")
            with self._terminal_left():
                code = await _run([*command, str(file)], self.environ)
        if code:
            self.tell(f"{command[0]} ended with the exit code {code}.", "warning")

    @work(group="menu", exclusive=True)
    @told
    async def action_pipe(self) -> None:
        """Ask for a command, and give it what is selected, else the article's text, on its standard input."""
        from tui.screens.prompt import PromptScreen  # noqa: PLC0415  not needed to start

        article = self._article_to_hand_out()
        text = self.article_pane.selected_text() or exchange.article_text(article, width=TEXT_WIDTH)
        says = "It gets the text on its standard input: wc -w, less, lpr, …"
        typed = await self.app.push_screen_wait(PromptScreen("Pipe to a command", says, self._piped_to))
        if typed and typed.strip():
            self._piped_to = typed.strip()
            with self._terminal_left():
                await _pipe(self._piped_to, text, self.environ)

    def _article_to_hand_out(self) -> Article:
        if self.article is None:
            raise UsageError("Nothing is open.")
        return self.article

    @contextmanager
    def _terminal_left(self) -> Iterator[None]:
        """Leave the terminal to another program; Ctrl+C there is for that program and does not end this one."""
        loop = asyncio.get_running_loop()
        try:
            with self.app.suspend(), self.app.batch_update():  # nothing is painted over the other program
                loop.add_signal_handler(signal.SIGINT, lambda: None)
                yield
        except SuspendNotSupported as error:
            raise UsageError("The terminal cannot be left to another program here.") from error
        finally:
            loop.add_signal_handler(signal.SIGINT, self.app.exit, None, 128 + signal.SIGINT)


def _editor(setting: str) -> list[str]:
    """The words of what the environment names.

    Raises:
        UsageError: They cannot be told apart.
    """
    import shlex  # noqa: PLC0415  not needed to start

    try:
        return shlex.split(setting) or ["vi"]
    except ValueError as error:
        raise UsageError(f"The environment's EDITOR cannot be understood: {clean_line(setting, 80)}") from error


async def _run(command: list[str], environ: Mapping[str, str]) -> int:
    """Run a program that has the terminal, and return its exit code.

    Raises:
        UsageError: It cannot be started.
    """
    try:
        process = await asyncio.create_subprocess_exec(*command, env=environ)
    except OSError as error:
        raise UsageError(f"{command[0]} could not be started: {error.strerror}. Set EDITOR to another one.") from error
    return await process.wait()


async def _pipe(command: str, text: str, environ: Mapping[str, str]) -> None:
    """Run ``command`` in a shell with ``text``, and let what it printed be read before the app comes back."""
    process = await asyncio.create_subprocess_exec("/bin/sh", "-c", command, stdin=asyncio.subprocess.PIPE, env=environ)
    await process.communicate(text.encode("utf-8", "replace") + b"\n")
    says = f"[exit code {process.returncode}] " if process.returncode else ""
    await asyncio.to_thread(_wait_for_enter, f"\n{says}[Enter goes back to Pullquote] ")


def _wait_for_enter(words: str) -> None:
    with Path("/dev/tty").open("r+b", buffering=0) as terminal:
        terminal.write(words.encode())
        terminal.readline()
