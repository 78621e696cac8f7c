"""A box with a list to choose from: links, headings, themes, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

MOST_SHOWN = 500
"""Most entries shown at once; typing narrows down to the others. More would make opening the box slow."""


class ChoiceScreen(ModalScreen[int | None]):
    """Gives the index of the entry chosen, or None. Typing narrows the list down."""

    CSS = """
    ChoiceScreen { align: center middle; background: $background 50%; }
    ChoiceScreen.-corner { align: right top; background: transparent; }
    #choice-box { width: 80; max-width: 94%; height: auto; max-height: 80%; border: round $primary;
                  border-title-color: $primary; background: $surface; }
    ChoiceScreen.-corner #choice-box { width: 36; margin: 1 2; }
    #choice-box Input { border: none; height: 1; padding: 0 1; background: $panel; }
    #choice-box OptionList { border: none; background: $surface; height: auto; max-height: 100%; padding: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="choice.leave"),
        Binding("down,ctrl+n", "move(1)", "Down", id="choice.down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", id="choice.up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", id="choice.page-down", show=False, priority=True),
        Binding("pageup", "page(-1)", "Page up", id="choice.page-up", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        entries: Sequence[str],
        *,
        start: int = 0,
        corner: bool = False,
        highlighted: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__(classes="-corner" if corner else None)
        self._title = title
        self._entries = entries
        self._start = start
        self._highlighted = highlighted

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="choice-box") as box:
            box.border_title = Content(self._title)
            yield Input(placeholder="type to narrow down", id="choice-filter")
            yield OptionList(id="choice-list", compact=True)

    def on_mount(self) -> None:
        """Show all, with the cursor where it belongs."""
        self._fill("")
        self.query_one(OptionList).highlighted = min(self._start, MOST_SHOWN - 1) if self._entries else None

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        hits = [index for index, entry in enumerate(self._entries) if all(w in entry.casefold() for w in wanted)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(self._entries[index]), id=str(index)) for index in hits[:MOST_SHOWN])
        options.highlighted = 0 if hits else None
        if wanted and not hits:
            options.add_option(Option("Nothing has these words.", disabled=True))

    @on(OptionList.OptionHighlighted)
    def _tell_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._highlighted and event.option.id:
            self._highlighted(int(event.option.id))

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        event.stop()
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id:
            self.dismiss(int(option.id))

    @on(OptionList.OptionSelected)
    def _choose_clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            self.dismiss(int(event.option.id))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move the cursor, while the keys go on being typed into the filter."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Move the cursor by as many entries as there is room for."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_page_down()  # type: ignore[no-untyped-call]
        else:
            options.action_page_up()  # type: ignore[no-untyped-call]
