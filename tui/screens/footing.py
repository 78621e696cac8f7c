"""The keys that matter most in the focused pane, for the foot of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.articleview import ArticleView

if TYPE_CHECKING:
    from textual.binding import Binding
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
    "selecting": (
        ("article.right", "word"),
        ("article.sentence-next", "sentence"),
        ("article.paragraph-next", "paragraph"),
        ("copy.plain", "copy"),
        ("copy.cited", "with source"),
        ("article.let-go", "let go"),
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
"""For each pane, and for selecting, the bindings that are needed most; keys are looked up: they can be remapped."""


def footer_keys(screen: Screen[None]) -> tuple[tuple[str, str], ...]:
    """Return key and word for the bindings that matter in the pane that has the focus."""
    focused = screen.focused
    name = (focused.id or "") if focused else ""
    wanted = _FOOTERS.get("selecting" if isinstance(focused, ArticleView) and focused.selecting else name, ())
    keys = {binding.id: key for key, binding in _active(screen)}
    return tuple((keys[name], word) for name, word in wanted if name in keys)


def _active(screen: Screen[None]) -> list[tuple[str, Binding]]:
    """The bindings that work now, each once, with its first key as it is shown."""
    first: dict[str, tuple[str, Binding]] = {}
    for active in screen.active_bindings.values():
        if active.binding.id and active.binding.id not in first:
            first[active.binding.id] = (screen.app.get_key_display(active.binding), active.binding)
    return list(first.values())
