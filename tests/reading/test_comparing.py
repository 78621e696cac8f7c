"""What changed between two versions of an article, as it is shown."""

from __future__ import annotations

from tui.article import Article, Block, BlockKind, MarkKind
from tui.reading.comparing import LOOKED_AHEAD, MOST_WORDS, compare_versions


def article(*paragraphs: str, title: str = "The lamp") -> Article:
    return Article("lamp", "", title, tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs))


def told(old: Article, new: Article) -> list[str]:
    """The paragraphs, with what went in [] and what came in {}."""
    signs = {MarkKind.STRIKE: ("[", "]"), MarkKind.STRONG: ("{", "}")}
    lines = []
    for block in compare_versions(old, new, "Changed.").blocks:
        text = block.text
        for mark in reversed(block.marks):
            opens, closes = signs[mark.kind]
            text = text[: mark.start] + opens + text[mark.start : mark.end] + closes + text[mark.end :]
        lines.append(text)
    return lines


def test_words_that_went_and_came_stand_side_by_side() -> None:
    old = article("The lamp was lit at six.", "Nobody came to see it.")
    new = article("The lamp was lit at seven.", "Nobody came to see it.")
    assert told(old, new) == ["The lamp was lit at [six]{seven}.", "Nobody came to see it."]


def test_a_paragraph_that_came_or_went_is_told_whole_in_its_place() -> None:
    first, last = "The lamp was lit at six.", "Nobody came to see it."
    extra = "Three gulls sat down on the rail and stayed."
    assert told(article(first, last), article(first, extra, last)) == [first, "{" + extra + "}", last]
    assert told(article(first, extra, last), article(first, last)) == [first, "[" + extra + "]", last]
    assert told(article(first), article(extra)) == ["[" + first + "]", "{" + extra + "}"]


def test_what_went_stands_before_what_came_in_its_place_between_paragraphs_that_stayed_alike() -> None:
    old = article("The lamp was lit at six.", "Three gulls sat down on the rail.", "Nobody came to see it at all.")
    new = article("The lamp was lit at seven.", "Fog lay over every field.", "Nobody came to see it.", "The end.")
    assert told(old, new) == [
        "The lamp was lit at [six]{seven}.",
        "[Three gulls sat down on the rail.]",
        "{Fog lay over every field.}",
        "Nobody came to see [it at all]{it}.",
        "{The end.}",
    ]


def test_the_older_headline_is_told_and_nothing_points_to_a_wrong_place() -> None:
    shown = compare_versions(article("One.", title="The old lamp"), article("Two."), "Changed.")
    assert shown.warnings == ("Changed. The headline was “The old lamp”.",)
    assert (shown.quotes, shown.figures) == ((), ())


def test_a_monstrous_paragraph_is_told_as_a_whole() -> None:
    one = "light " * (MOST_WORDS + 1)
    assert told(article(one + "on."), article(one + "off.")) == ["[" + one + "on.]", "{" + one + "off.}"]


def test_what_a_paragraph_was_made_of_is_looked_for_only_so_far_ahead() -> None:
    near, far = (
        [f"Gull{number} sat{number}." for number in range(count)] for count in (LOOKED_AHEAD - 1, LOOKED_AHEAD)
    )
    was, now = "The lamp was lit at six.", "The lamp was lit at seven."
    assert told(article(*near, was), article(now))[-1] == "The lamp was lit at [six]{seven}."
    assert told(article(*far, was), article(now))[-2:] == ["[" + was + "]", "{" + now + "}"]
