"""The captions of an article."""

from __future__ import annotations

from textual.reactive import reactive

from tui.article.model import Figure
from tui.widgets.entrypane import Entry, EntryPane, Part
from tui.widgets.runs import Range


class CaptionsPane(EntryPane):
    """Every picture's caption, its credit apart."""

    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.empty_text = "No pictures"

    def watch_figures(self) -> None:
        """List another article's captions."""
        self.marked.clear()
        self.set_reactive(CaptionsPane.current, None)
        self.list_again(keep=False)

    def cursor_figure(self) -> Figure | None:
        """Return the figure under the cursor."""
        index = self.cursor_index()
        return None if index is None else self.figures[index]

    def marked_figures(self) -> tuple[Figure, ...]:
        """Return the selected figures in order; the one under the cursor when none is."""
        return tuple(self.figures[index] for index in self.marked_indexes())

    def make_entries(self) -> list[Entry]:
        """Return the captions as entries."""
        return [Entry(index, str(figure.position), _parts(figure)) for index, figure in enumerate(self.figures)]


def alternative(figure: Figure) -> str:
    """Return the page's alternative text, told as what it is; "" when there is none."""
    return f"Alt text: {figure.alt}" if figure.alt else ""


def _parts(figure: Figure) -> tuple[Part, ...]:
    if figure.caption:
        caption = Part(figure.caption, (Range(0, len(figure.caption), "words"),))
    else:
        text = alternative(figure) or ("Video without caption" if figure.kind == "video" else "No caption")
        faces = ("italic",) if figure.alt else ("italic", "quiet")
        caption = Part(text, tuple(Range(0, len(text), face) for face in faces))
    place = f"{figure.position}/{figure.total}"
    foot = f"{place} · {figure.credit}" if figure.credit else place
    return (caption, Part(foot, (Range(0, len(foot), "quiet"),)))
