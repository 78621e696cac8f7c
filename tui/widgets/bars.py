"""Lines that are typed into: the address, the find."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class AddressBar(Input):
    """Where an address, a file's name or "-" is typed. Posts Opened, Cancelled."""

    DEFAULT_CSS = """
    AddressBar { height: 1; border: none; padding: 0 1; background: $surface; color: $foreground; }
    AddressBar:focus { border: none; background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="address.cancel"),
    ]

    class Opened(Message):
        """Enter was pressed."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    class Cancelled(Message):
        """Escape was pressed."""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say what was typed."""
        event.stop()
        if source := self.value.strip():
            self.post_message(self.Opened(source))

    def action_cancel(self) -> None:
        """Escape."""
        self.post_message(self.Cancelled())


class FindBar(Input):
    """Where a find is typed. Posts Typed at each key, Entered, Cancelled."""

    DEFAULT_CSS = """
    FindBar { height: 1; border: none; padding: 0 1; background: $surface; color: $foreground; }
    FindBar:focus { border: none; background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="find.cancel"),
    ]

    class Typed(Message):
        """Another pattern is in the bar."""

        def __init__(self, pattern: str) -> None:
            super().__init__()
            self.pattern = pattern

    class Entered(Message):
        """Enter was pressed."""

        def __init__(self, pattern: str, bar: FindBar) -> None:
            super().__init__()
            self.pattern = pattern
            self.bar = bar

    class Cancelled(Message):
        """Escape was pressed."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say that it is done."""
        event.stop()
        self.post_message(self.Entered(event.value, self))

    def action_cancel(self) -> None:
        """Escape."""
        self.post_message(self.Cancelled())
