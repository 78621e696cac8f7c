"""What a cue tells beside who spoke: when it was said, and whether the writer takes sides."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from tui.quotes.lexicon import load_lexicon


class Tense(StrEnum):
    """When the cue puts what was said."""

    PAST = "past"
    PRESENT = "present"
    NONE = ""
    """Neither: "saying", "according to", no cue."""


class Tenor(Struct, frozen=True):
    """How a cue reports."""

    tense: Tense
    """Its tense."""
    neutral: bool
    """Whether it only reports: "said", not "claimed" or "boasted"; true without a cue."""


def read_cue(cue: str, language: str = "en") -> Tenor:
    """Return the tense of a quotation's ``cue`` and whether it is neutral.

    Args:
        cue: as ``Quote.cue`` holds it.
        language: a BCP 47 tag; one without a word list is read as English.
    """
    lexicon = load_lexicon(language.partition("-")[0].lower())
    words = cue.lower().replace("’", "'").split()
    phrase = "_".join(words)
    neutral = not any(word in lexicon["loaded"] for word in (phrase, *words))
    if not words or phrase in lexicon["according"] or words[0].endswith(tuple(lexicon["no_tense_ending"])):
        return Tenor(Tense.NONE, neutral)
    past = words[0] in lexicon["past"] or words[0].endswith(tuple(lexicon["past_ending"]))
    if past and words[0] not in lexicon["present"]:
        return Tenor(Tense.PAST, neutral)
    return Tenor(Tense.PRESENT if {words[0], phrase} & lexicon["say"] else Tense.NONE, neutral)
