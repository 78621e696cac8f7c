"""A box with one line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PromptScreen(ModalScreen[str | None]):
    """Gives what was typed, or None."""

    CSS = """
    PromptScreen { align: center middle; background: $background 50%; }
    #prompt-box { width: 64; max-width: 94%; height: auto; border: round $primary; border-title-color: $primary;
                  background: $surface; }
    #prompt-box Input { border: none; height: 1; padding: 0 1; background: $panel; }
    #prompt-box Label { width: 100%; padding: 0 1; color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", id="prompt.leave")]

    def __init__(self, title: str, says: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._says = says
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="prompt-box") as box:
            box.border_title = Content(self._title)
            yield Input(self._value, select_on_focus=False)
            yield Label(Content(self._says))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Type nothing."""
        self.dismiss(None)
