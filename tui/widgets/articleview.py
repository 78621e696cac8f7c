"""The article: a page of type and the keys to move in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.articlelinks import ArticleLinks
from tui.widgets.inks import Face, Faces

NARROWEST_MEASURE, WIDEST_MEASURE = 30, 120


class ArticleView(ArticleLinks):
    """One article, set at a measure, with everything that can be done in it."""

    FACES: ClassVar[Faces] = {
        "title": Face("primary", style="bold"),
        "standfirst": Face(style="italic"),
        "byline": Face("foreground-muted"),
        "warning": Face("warning"),
        "heading": Face("primary", style="bold"),
        "subheading": Face(style="bold"),
        "quote": Face(style="italic"),
        "bar": Face("secondary"),
        "marker": Face("secondary"),
        "rule": Face("secondary"),
        "code": Face(ground="surface"),
        "code-block": Face(ground="surface"),
        "code-keyword": Face("primary"),
        "code-name": Face(style="bold"),
        "code-string": Face("success"),
        "code-number": Face("accent"),
        "code-comment": Face("foreground-muted", style="italic"),
        "table-head": Face(style="bold"),
        "strong": Face(style="bold"),
        "emphasis": Face(style="italic"),
        "strike": Face(style="strike"),
        "link": Face(style="underline"),
        "figure": Face("foreground-muted"),
        "number": Face("foreground-muted"),
        "figure-focus": Face("accent", style="bold"),
        "number-focus": Face("accent", style="bold"),
        "highlight": Face(ground="warning-muted"),
        "quote-focus": Face(ground="primary-muted"),
        "flash": Face(ground="accent-muted"),
        "hit": Face(ground="secondary-muted"),
        "hit-current": Face("background", "accent"),
        "selection": Face("screen-selection-foreground", "screen-selection-background"),
        "hint": Face("background", "accent", "bold"),
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("}", "paragraph(1)", "Next paragraph", id="article.paragraph-next", show=False),
        Binding("{", "paragraph(-1)", "Previous paragraph", id="article.paragraph-last", show=False),
        Binding(")", "sentence(1)", "Next sentence", id="article.sentence-next", show=False),
        Binding("(", "sentence(-1)", "Previous sentence", id="article.sentence-last", show=False),
        Binding("apostrophe", "quotation(1)", "Next quotation", id="article.quotation-next", show=False),
        Binding("quotation_mark", "quotation(-1)", "Previous quotation", id="article.quotation-last", show=False),
        Binding("full_stop", "picture(1)", "Next picture", id="article.picture-next", show=False),
        Binding("comma", "picture(-1)", "Previous picture", id="article.picture-last", show=False),
        Binding("h,left", "sideways(-1)", "Left", id="article.left", show=False),
        Binding("l,right", "sideways(1)", "Right", id="article.right", show=False),
        Binding("v", "select('word')", "Select", id="article.select"),
        Binding("V", "select('paragraph')", "Select paragraphs", id="article.select-paragraph", show=False),
        Binding("f", "hints", "Link hints", id="article.hints"),
        Binding("enter", "follow", "Follow the link", id="article.follow", show=False),
        Binding("backspace", "return_from_note", "Back from a note", id="article.return-note", show=False),
        Binding("less_than_sign", "narrower", "Narrower", id="article.narrower", show=False),
        Binding("greater_than_sign", "wider", "Wider", id="article.wider", show=False),
        Binding("percent_sign", "justify", "Even or ragged lines", id="article.justify", show=False),
        Binding("escape", "let_go", "Let go", id="article.let-go", show=False),
    ]

    class EndReached(Message):
        """A page down was asked for at the end."""

    class MeasureChanged(Message):
        """The reader wants another width of column, to be remembered."""

        def __init__(self, measure: int) -> None:
            super().__init__()
            self.measure = measure

    class JustifyChanged(Message):
        """The reader wants even lines, or ragged ones, to be remembered."""

        def __init__(self, justified: bool) -> None:
            super().__init__()
            self.justified = justified

    # Moving; while selecting the same keys extend the selection

    def action_forward(self) -> None:
        """A page on; at the end ask for the next article."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.post_message(self.EndReached())
        else:
            super().action_forward()

    def action_line_down(self) -> None:
        """A row on."""
        if self.selecting:
            self.extend("line", 1)
        else:
            super().action_line_down()

    def action_line_up(self) -> None:
        """A row back."""
        if self.selecting:
            self.extend("line", -1)
        else:
            super().action_line_up()

    def action_paragraph(self, step: int) -> None:
        """A paragraph on or back."""
        if self.selecting:
            self.extend("paragraph", step)
        else:
            super().action_paragraph(step)

    def action_sentence(self, step: int) -> None:
        """A sentence on or back."""
        if self.selecting:
            self.extend("sentence", step)
        else:
            super().action_sentence(step)

    def action_sideways(self, step: int) -> None:
        """While selecting, a word; else move tables that are too wide for the page."""
        if self.selecting:
            self.extend("word", step)
        elif self.setting is not None:
            widest = max((table.width for table in self.setting.tables.values()), default=0)
            self.sideways = max(0, min(self.sideways + 8 * step, widest - self.setting.room))
            self.repaint()

    def action_narrower(self) -> None:
        """A narrower column."""
        self._change_measure(-4)

    def action_wider(self) -> None:
        """A wider column."""
        self._change_measure(4)

    def _change_measure(self, by: int) -> None:
        measure = max(NARROWEST_MEASURE, min(self.measure + by, WIDEST_MEASURE))
        if measure != self.measure:
            self.measure = measure
            self.post_message(self.MeasureChanged(measure))

    def action_justify(self) -> None:
        """Even lines, or ragged ones."""
        self.justified = not self.justified
        self.post_message(self.JustifyChanged(self.justified))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape and Backspace are ours only while there is something to let go of; else they go up, back."""
        if action == "return_from_note":
            return self.at_note
        if action == "let_go":
            return self.selecting or bool(self.selected_text()) or self._sentence is not None
        return super().check_action(action, parameters)

    def action_let_go(self) -> None:
        """Let go of the selection, then of the marked sentence."""
        if self.selecting or self.selected_text():
            self.clear_selection()
            self.repaint()
        else:
            self._sentence = None
            self.set_layer("flash", [])
