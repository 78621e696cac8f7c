"""Marks: what opens, what closes, and what is no quotation mark."""

from __future__ import annotations

import pytest

from tui.quotes.marks import pair_marks


def _inner(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in pair_marks([text], language)[0] if not span.depth]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “go” twice.", ["go"]),
        ('He said "go" twice.', ["go"]),
        ("He said ‘go’ twice.", ["go"]),
        ("He said 'go' twice.", ["go"]),
        ("Er sagte „geh“ zweimal.", ["geh"]),
        ("Er sagte »geh« zweimal.", ["geh"]),
        ("Il a dit « va » deux fois.", ["va"]),
        ("他说「走」了。", ["走"]),
        ('He said “go" twice.', ["go"]),
        ('A 5" pipe and a 3" one.', []),
        ("The '90s weren't the '80s.", []),
        ("The dogs' bowl isn't the cats'.", []),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ("“They never closed it", ["They never closed it"]),
        ("“One “two” three,” she said.", ["One “two” three,"]),
        ('<a href="x.html">', []),
    ],
)
def test_a_stretch_between_marks_is_found(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


def test_an_unclosed_quotation_ends_before_its_attribution() -> None:
    assert _inner("“We are late, she said. “We always are.”") == ["We are late,", "We always are."]


def test_single_marks_within_double_ones_are_nested() -> None:
    spans = pair_marks(["“He told me ‘go home’ and left,” she said."], "en")[0]
    assert [span.depth for span in spans] == [0, 1]
