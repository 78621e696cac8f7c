"""All keys of the focused pane, over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.widgets.helpoverlay import HelpOverlay
from tui.widgets.linepane import LinePane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

_PANES = {"list": "List", "article": "Article", "captions": "Captions", "quotes": "Quotations"}
"""How docs/keys.md and the help call the panes."""


def help_groups(screen: Screen[None]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the keys that work now, those of the focused pane first, then those that work everywhere."""
    focused = screen.focused
    pane: dict[str, str] = {}
    everywhere: dict[str, str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or not binding.description:
            continue
        group = pane if active.node is focused else everywhere
        key = screen.app.get_key_display(binding)
        group[binding.description] = f"{group[binding.description]} {key}" if binding.description in group else key
    title = _PANES.get(focused.id or "", "Here") if focused else "Here"
    return tuple(
        (name, tuple((key, says) for says, key in group.items()))
        for name, group in ((str(title), pane), ("Everywhere", everywhere))
        if group
    )


class HelpScreen(ModalScreen[None]):
    """All keys of the pane that had the focus."""

    CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    #help-box { width: 76; max-width: 94%; height: 80%; border: round $primary; border-title-color: $primary;
                background: $surface; padding: 1 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Back", id="help.close"),
    ]

    def __init__(self, groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="help-box") as box:
            box.border_title = Content("Keys")
            overlay = HelpOverlay(id="help")
            overlay.groups = self._groups
            yield overlay

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(LinePane).focus()
