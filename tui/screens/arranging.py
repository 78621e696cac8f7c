"""How the panes are arranged: side by side, as drawers, or only the text."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.base import ArticleScreen

BREAKPOINTS = [(0, "-text"), (60, "-narrow"), (100, "-wide"), (160, "-broad")]
"""The class that a screen gets from so many columns on."""

ARRANGEMENT = """
ReaderScreen { layers: page drawer; background: $background; }
#desk { height: 1fr; }
#article { width: 1fr; }
#list, #captions, #quotes { border-top: solid $panel; border-title-color: $text-muted; }
#list:focus, #captions:focus, #quotes:focus { border-top: solid $primary; border-title-color: $primary; }
#list { width: 30; }
#side { width: 34; }
#captions { height: 25%; min-height: 6; }
#captions.-many { height: 40%; }
#quotes { height: 1fr; }
ReaderScreen.-broad #list { width: 42; }
ReaderScreen.-broad #side { width: 50; }
ReaderScreen.-no-left #list, ReaderScreen.-no-right #side { display: none; }
ReaderScreen.-narrow #list, ReaderScreen.-text #list { display: none; layer: drawer; dock: left; width: 42; }
ReaderScreen.-narrow #side, ReaderScreen.-text #side { display: none; layer: drawer; dock: right; width: 46; }
ReaderScreen.-text #list, ReaderScreen.-text #side { width: 100%; }
ReaderScreen.-left-open #list, ReaderScreen.-right-open #side { display: block; }
ReaderScreen.-zen #list, ReaderScreen.-zen #side, ReaderScreen.-zen #status, ReaderScreen.-zen #footer {
    display: none;
}
"""
"""Where the panes are, by the classes that ``Arranging`` sets."""

_SIDES = {"list": "left", "captions": "right", "quotes": "right"}
"""The side that a pane is on, by its name; the text is on none."""


class Arranging(ArticleScreen):
    """Shows and hides panes, and goes from one to the other."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane('list')", "List", id="pane.list"),
        Binding("2", "pane('article')", "Article", id="pane.article"),
        Binding("3", "pane('captions')", "Captions", id="pane.captions"),
        Binding("4", "pane('quotes')", "Quotations", id="pane.quotes"),
        Binding("tab", "next_pane(1)", "Next pane", id="pane.next"),
        Binding("shift+tab", "next_pane(-1)", "Previous pane", id="pane.previous"),
        Binding("left_square_bracket", "side('left')", "List on/off", id="screen.left"),
        Binding("right_square_bracket", "side('right')", "Captions and quotations on/off", id="screen.right"),
        Binding("z", "zen", "Only the text", id="screen.zen"),
    ]

    def arrange_at_start(self) -> None:
        """Arrange the panes for this terminal before any of them is styled.

        Textual sets the breakpoints' classes when a terminal changes its size, and not for an app's first screen.
        """
        width = self.app.size.width
        self.add_class(next(name for least, name in reversed(BREAKPOINTS) if width >= least))

    def on_resize(self) -> None:
        """Go to the text when the pane that was gone to folds away: keys would go where nobody sees them."""
        self.call_after_refresh(self._leave_what_folded)

    def _leave_what_folded(self) -> None:
        side = _SIDES.get((self.focused.id or "") if self.focused else "")
        if side and self._one_at_a_time and not self.has_class(f"-{side}-open"):
            self.set_focus(self.article_pane)

    @property
    def _one_at_a_time(self) -> bool:
        return self.has_class("-narrow") or self.has_class("-text")

    def action_pane(self, name: str) -> None:
        """Go to a pane, opening the side that it is on."""
        side = _SIDES.get(name)
        if name == "captions" and not self.figures:  # the pane is not there, and its drawer would keep no keys
            self.tell("There are no pictures in this article.")
            return
        self.remove_class("-zen")
        if self._one_at_a_time:
            self.close_drawer()
            if side:
                self.add_class(f"-{side}-open")
        elif side:
            self.remove_class(f"-no-{side}")
        pane = self.query_one(f"#{name}")
        self.set_focus(pane if pane.display else self.article_pane)

    def action_next_pane(self, step: int) -> None:
        """Go round the panes that have something in them."""
        names = ["list", "article", *(["captions"] if self.figures else []), "quotes"]
        here = self.focused.id if self.focused and self.focused.id in names else "article"
        self.action_pane(names[(names.index(here) + step) % len(names)])

    def action_side(self, side: str) -> None:
        """Show or hide the list, or the captions and quotations."""
        if self._one_at_a_time:
            opened = self.has_class(f"-{side}-open")
            self.close_drawer()
            self.action_pane("article" if opened else {"left": "list", "right": "quotes"}[side])
            return
        self.toggle_class(f"-no-{side}")
        if self.focused is None or not self.focused.display or self.has_class(f"-no-{side}"):
            self.set_focus(self.article_pane)

    def close_drawer(self) -> bool:
        """Close the drawer that is open where only one pane has room; tell whether one was."""
        opened = self.has_class("-left-open") or self.has_class("-right-open")
        self.remove_class("-left-open", "-right-open")
        return opened

    def action_zen(self) -> None:
        """Show only the text, or everything again."""
        self.toggle_class("-zen")
        self.set_focus(self.article_pane)
