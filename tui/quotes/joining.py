"""One utterance, one quotation: what was split by the speaker or by a paragraph is put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.article import Place, Quote, QuoteKind
from tui.quotes.clauses import Strength
from tui.quotes.kinds import read_shape, tell_kind
from tui.quotes.pulled import without_pulled

if TYPE_CHECKING:
    from tui.quotes.discourse import Attribution
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.sentences import Sentence
    from tui.quotes.windows import Piece

_LONGEST_HEADLINE = 130
_STATEMENTS = frozenset({QuoteKind.DIRECT, QuoteKind.PARTIAL})


def join_quotes(
    window: Sequence[Piece], sentences: Sequence[Sentence], attributions: Sequence[Attribution], lexicon: Lexicon
) -> list[Quote]:
    """Return the quotations, joined where one utterance was split."""
    quotes: list[Quote] = []
    last: Attribution | None = None
    statement = -1
    doubles = _uses_doubles(attributions)
    contexts: dict[int, str] = {}
    for attribution in without_pulled(attributions, [piece.text for piece in window]):
        sentence = sentences[attribution.sentence]
        span = attribution.span
        piece = window[span.block]
        text = piece.text
        kind = _kind(attribution, sentence, text, lexicon, doubles=doubles)
        said = text[span.start : span.end]
        place = Place(piece.block, piece.offset + span.start, piece.offset + span.end)
        opens = bool(sentence.words) and sentence.words[0].quote is span
        if last is not None and _joins(quotes[statement], last, attribution, kind, opens=opens):
            quotes[statement] = _longer(quotes[statement], place, said)
            last = attribution
            continue
        context = ""
        if kind is QuoteKind.PARTIAL:  # one text for all the fragments of a sentence
            context = contexts.get(attribution.sentence) or _context(text, sentence)
            contexts[attribution.sentence] = context
        quotes.append(_quote(said, place, kind, attribution, context))
        if kind in _STATEMENTS:  # the name of a programme between two parts of a statement parts them no further
            last, statement = attribution, len(quotes) - 1
    return quotes


def _kind(attribution: Attribution, sentence: Sentence, text: str, lexicon: Lexicon, *, doubles: bool) -> QuoteKind:
    span = attribution.span
    if span.bare:
        return QuoteKind.DIRECT
    at = next(index for index in sentence.quotes if sentence.words[index].quote is span)
    alone = len(sentence.words) == 1 and _is_alone(text, span.left, span.right)
    shape = read_shape(text, span.start, span.end, span.right)
    kind = tell_kind(shape, attribution, sentence.words[:at], alone, lexicon)
    if span.single and doubles and kind is QuoteKind.DIRECT and not _is_plain(attribution, text, shape.words):
        return QuoteKind.OTHER
    return kind


def _uses_doubles(attributions: Sequence[Attribution]) -> bool:
    """Whether the text quotes in double marks, so that single ones are for words and headlines."""
    long = [
        attribution.span.single for attribution in attributions if attribution.span.end - attribution.span.start > 20
    ]
    return 2 * sum(long) <= len(long)


def _is_plain(attribution: Attribution, text: str, words: int) -> bool:
    """Whether a statement in single marks stands in running text, beside its speaker."""
    return attribution.strength >= Strength.NEAR and words >= 6 and len(text) > _LONGEST_HEADLINE


def _is_alone(text: str, left: int, right: int) -> bool:
    return left == 0 or right >= len(text) - 1


def _joins(quote: Quote, last: Attribution, attribution: Attribution, kind: QuoteKind, *, opens: bool) -> bool:
    """Whether a span goes on with ``quote``; ``opens``: its sentence begins with it, not with the writer's words."""
    if quote.kind is not QuoteKind.DIRECT or kind not in _STATEMENTS:
        return False
    if attribution.continues:
        return True
    if attribution.sentence == last.sentence and _is_same(attribution, last):
        return True
    return opens and attribution.follows and attribution.strength is Strength.NONE


def _is_same(one: Attribution, other: Attribution) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    return one.speaker.name == other.speaker.name


def _longer(quote: Quote, place: Place, said: str) -> Quote:
    return Quote(
        text=f"{quote.text} {said}",
        kind=quote.kind,
        parts=(*quote.parts, place),
        speaker=quote.speaker,
        speaker_as_written=quote.speaker_as_written,
        cue=quote.cue,
        confidence=quote.confidence,
    )


def _context(text: str, sentence: Sentence) -> str:
    return text[sentence.words[0].start : sentence.words[-1].end]


def _quote(said: str, place: Place, kind: QuoteKind, attribution: Attribution, context: str) -> Quote:
    listed = kind in _STATEMENTS
    speaker = attribution.speaker.name if attribution.speaker and listed else ""
    return Quote(
        text=said,
        kind=kind,
        parts=(place,),
        speaker=speaker,
        speaker_as_written=attribution.written if listed else "",
        cue=attribution.cue if listed else "",
        confidence=round(attribution.confidence, 2) if speaker else 0.0,
        context=context,
    )
