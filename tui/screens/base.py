"""What every part of the reading screen shares: its state, and the one place where failures are caught."""

from __future__ import annotations

import functools
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual.reactive import reactive
from textual.screen import Screen

from tui.article import Article, Figure, Quote
from tui.errors import PullquoteError
from tui.library import TO_READ
from tui.screens.compositing import SparingCompositor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from textual.notifications import SeverityLevel

    from tui.clipboard import Clipboard
    from tui.library import Row
    from tui.reading import Opened, Reading
    from tui.screens.easel import Easel
    from tui.settings import Settings
    from tui.widgets.articlelist import ArticleList
    from tui.widgets.articleview import ArticleView
    from tui.widgets.captionspane import CaptionsPane
    from tui.widgets.quotespane import QuotesPane

P = ParamSpec("P")
S = TypeVar("S", bound="ArticleScreen")

FAILURE_SECONDS = 8.0
"""How long a failure's sentence stays: long enough to read it twice."""

NOTICE_SECONDS = 3.0
"""How long a success stays: it is a nod, not a message."""


class ArticleScreen(Screen[None]):
    """An article and the list that it stands in; the screens' use-cases are built on it."""

    # None of them is drawn by the screen itself: a repaint would be one of everything.
    article: reactive[Article | None] = reactive[Article | None](None, repaint=False, init=False)
    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), repaint=False)
    quotes: reactive[tuple[Quote, ...]] = reactive[tuple[Quote, ...]]((), repaint=False)
    measure: reactive[int] = reactive(66, repaint=False)

    failure: PullquoteError | None = None
    """What went wrong last."""

    list_pane: ArticleList
    article_pane: ArticleView
    captions_pane: CaptionsPane
    quotes_pane: QuotesPane

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        environ: Mapping[str, str],
        write_terminal: Callable[[str], None],
        ask_terminal: Callable[[str, float], Awaitable[str]],
    ) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self.reading = reading
        """The service."""
        self.settings = settings
        """What the person set; replaced as a whole when something is remembered."""
        self.environ = environ
        """The environment, for the programs that are started."""
        self._write_terminal = write_terminal
        self._ask_terminal = ask_terminal
        self.opened: Opened | None = None
        """What is shown."""
        self.list_view = TO_READ
        """Which articles the list shows, in which order."""

    @cached_property
    def clipboard(self) -> Clipboard:
        """The ways to a clipboard."""
        from tui.clipboard import Clipboard  # noqa: PLC0415  not needed to start

        settings = self.settings
        return Clipboard(self.environ, settings.state_dir, self._write_terminal, primary=settings.primary)

    @cached_property
    def easel(self) -> Easel:
        """What pictures are drawn on."""
        from tui.screens.easel import Easel  # noqa: PLC0415  not needed to start

        return Easel(self.environ, self._write_terminal, self._ask_terminal, setting=self.settings.graphics)

    @property
    def row(self) -> Row | None:
        """The library's row of the article that is shown."""
        return self.opened.row if self.opened else None

    def tell(self, sentence: str, severity: SeverityLevel = "information") -> None:
        """Show a notice; what it says is text, never markup."""
        seconds = NOTICE_SECONDS if severity == "information" else FAILURE_SECONDS
        self.notify(sentence, severity=severity, timeout=seconds, markup=False)

    async def list_changed(self) -> None:
        """Have the list show what the library holds now; the screen that owns the list does it."""
        raise NotImplementedError


def told(
    work: Callable[Concatenate[S, P], Awaitable[None]],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, None]]:
    """Wrap a worker's coroutine so that a foreseen failure becomes a notice, and all else is left as it was."""

    @functools.wraps(work)
    async def attempt(self: S, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await work(self, *args, **kwargs)
        except PullquoteError as error:
            self.failure = error
            self.tell(str(error), "error")

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, None]]", attempt)
