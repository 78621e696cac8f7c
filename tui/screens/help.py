"""The keys: the six that matter, at the foot; all of the focused pane's, over the page."""

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

_FOOTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "list": (
        ("entries.choose", "open"),
        ("article.save", "save"),
        ("article.delete", "delete"),
        ("pane.find", "filter"),
        ("library.add", "add"),
        ("screen.help", "keys"),
    ),
    "article": (
        ("article.next", "next"),
        ("article.save", "save"),
        ("pane.find", "find"),
        ("pane.list", "list"),
        ("pane.quotes", "quotations"),
        ("library.add", "add"),
        ("screen.help", "keys"),
    ),
    "captions": (
        ("entries.choose", "show in text"),
        ("copy.plain", "copy"),
        ("copy.cited", "with credit"),
        ("picture.show", "picture"),
        ("pane.article", "text"),
        ("screen.help", "keys"),
    ),
    "quotes": (
        ("entries.choose", "show in text"),
        ("copy.plain", "copy"),
        ("copy.cited", "with source"),
        ("copy.all", "copy all"),
        ("pane.article", "text"),
        ("screen.help", "keys"),
    ),
}
"""For each pane the bindings that its reader needs most; the keys are looked up, since they can be remapped."""


_PANES = {"list": "List", "article": "Article", "captions": "Captions", "quotes": "Quotations"}
"""How docs/keys.md and the help call the panes."""


def footer_keys(screen: Screen[None]) -> tuple[tuple[str, str], ...]:
    """Return key and word for the bindings that matter in the pane that has the focus."""
    focused = screen.focused
    wanted = _FOOTERS.get(focused.id or "", ()) if focused else ()
    keys = {binding.id: key for key, binding in _active(screen)}
    return tuple((keys[name], word) for name, word in wanted if name in keys)


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


def _active(screen: Screen[None]) -> list[tuple[str, Binding]]:
    """The bindings that work now, each once, with its first key as it is shown."""
    first: dict[str, tuple[str, Binding]] = {}
    for active in screen.active_bindings.values():
        if active.binding.id and active.binding.id not in first:
            first[active.binding.id] = (screen.app.get_key_display(active.binding), active.binding)
    return list(first.values())


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
