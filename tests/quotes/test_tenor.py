"""Cues: their tense and whether they are neutral, in each language."""

from __future__ import annotations

import pytest

from tui.quotes import Tense, read_cue


@pytest.mark.parametrize(
    ("language", "past", "present", "loaded"),
    [
        ("en", "said", "says", "claimed"),
        ("de", "sagte", "sagt", "behauptet"),
        ("fr", "expliqué", "explique", "martèle"),
        ("es", "dijo", "dice", "confesó"),
        ("pt", "disse", "diz", "admitiu"),
        ("it", "detto", "dice", "ammette"),
        ("nl", "zei", "zegt", "klaagde"),
        ("ru", "сказал", "говорит", "утверждает"),
    ],
)
def test_a_cue_has_a_tense_and_may_take_sides(language: str, past: str, present: str, loaded: str) -> None:
    assert (read_cue(past, language).tense, read_cue(past, language).neutral) == (Tense.PAST, True)
    assert (read_cue(present, language).tense, read_cue(present, language).neutral) == (Tense.PRESENT, True)
    assert not read_cue(loaded, language).neutral


@pytest.mark.parametrize("cue", ["", "saying", "according to"])
def test_without_a_finite_verb_there_is_no_tense(cue: str) -> None:
    assert read_cue(cue) == read_cue("", "en")


def test_a_phrase_is_read_by_its_verb() -> None:
    assert read_cue("put it").tense is Tense.PAST
    assert read_cue("puts it").tense is Tense.PRESENT
