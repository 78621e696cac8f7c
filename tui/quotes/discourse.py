"""The text read from beginning to end: who "she" is, and who goes on speaking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.quotes import descriptions
from tui.quotes.cjk import read_cjk
from tui.quotes.clauses import Clauses, Strength, Tie
from tui.quotes.interviews import label_before, turn_of
from tui.quotes.mentions import Mention, Sort
from tui.quotes.people import Being, Speaker
from tui.quotes.resolving import Resolver

if TYPE_CHECKING:
    from tui.quotes.lexicon import Lexicon
    from tui.quotes.marks import Span
    from tui.quotes.people import Inventory
    from tui.quotes.sentences import Sentence


class Attribution(Struct, gc=False):
    """One quotation with its speaker."""

    span: Span
    """The quotation."""
    speaker: Speaker | None
    """Who; None when it cannot be told."""
    written: str
    """The mention beside it, as written; empty when there is none."""
    cue: str
    """The cue, as written."""
    strength: Strength
    """How its sentence ties it."""
    sentence: int
    """Index of its sentence."""
    follows: bool
    """Whether it has no attribution of its own and goes on from the quotation before it."""
    after_colon: bool
    """Whether a colon stands before it."""
    confidence: float = 0.0
    """That the speaker is right."""
    continues: bool = False
    """Whether it goes on with a quotation that the paragraph before left open."""


_FAR = 14
_LONGEST_TAIL = 16
# the sentence around a quotation has words, and none of them tells who
_UNTIED = 0.6
_LABELLED = 0.75
_NO_SUBJECT = frozenset({"es", "pt", "it"})


class Reading:
    """One pass over the sentences of a text."""

    def __init__(
        self,
        texts: Sequence[str],
        sentences: Sequence[Sentence],
        mentions: Sequence[Sequence[Mention]],
        inventory: Inventory,
        lexicon: Lexicon,
    ) -> None:
        self._texts = texts
        self._lexicon = lexicon
        self._signs = lexicon.signs
        self._sentences = sentences
        self._clauses = [Clauses(sentence, found, lexicon) for sentence, found in zip(sentences, mentions, strict=True)]
        self._mentions = mentions
        self._resolver = Resolver(inventory, lexicon, sentences)
        self._done: list[Attribution] = []
        self._subjects: dict[int, Mention | None] = {}
        self._speakers: dict[int, tuple[Speaker, float]] = {}

    def run(self) -> list[Attribution]:
        """Return every quotation's attribution, in order."""
        for at, sentence in enumerate(self._sentences):
            self._resolver.begin(at)
            if sentence.aside:
                self._subjects[at] = None
                continue
            self._resolver.identify(self._mentions[at])
            for mention in self._mentions[at]:
                if mention.sort is Sort.NAME or (mention.sort is Sort.PRONOUN and not mention.oblique):
                    self._resolver.resolve(mention)
            self._note_subject(at)
            for index in sentence.quotes:
                self._attribute(at, index)
        for one, other in zip(reversed(self._done[:-1]), reversed(self._done[1:]), strict=True):
            if self._goes_over(one.span, other.span):
                other.continues = True
                _share(one, other)
        return self._done

    def _goes_over(self, one: Span, other: Span) -> bool:
        """Whether a quotation is left open at its paragraph's end and the next paragraph opens one again."""
        if one.closed or other.block <= one.block or other.left > 2 or one.end < len(self._texts[one.block].rstrip()):
            return False
        return not any(self._texts[block].strip() for block in range(one.block + 1, min(other.block, one.block + 4)))

    def _note_subject(self, at: int) -> None:
        subject = self._clauses[at].subjects.subject() if self._mentions[at] else None
        self._subjects[at] = subject
        if subject is not None:
            speaker = self._resolver.speaker(subject)
            self._resolver.note_subject(speaker)
            if subject.company:
                company = self._resolver.company(subject)
                self._resolver.note_speaker(company)
                self._resolver.note_subject(company)
        reporter = self._clauses[at].subjects.reporter() if self._mentions[at] else None
        spoken = self._resolver.speaker(reporter) if reporter is not None else None
        if spoken is not None:
            self._resolver.note_speaker(spoken)

    def _attribute(self, at: int, index: int) -> None:
        sentence = self._sentences[at]
        span = sentence.words[index].quote
        if span is None:
            return
        if self._signs:
            self._take_signs(at, span)
            return
        turn = turn_of(span, self._texts[span.block])
        if turn:
            self._take_turn(at, span, turn)
            return
        tie = self._clauses[at].tie(index)
        colon = index > 0 and sentence.words[index - 1].text in {":", "："}
        if tie.mention is not None:
            self._take_tied(at, span, tie, colon=colon)
        elif span.bare == "label" and span.start:
            self._take_label(at, span)
        else:
            self._take_free(at, index, span, tie, colon=colon)

    def _take_tied(self, at: int, span: Span, tie: Tie, *, colon: bool) -> None:
        mention = tie.mention
        if mention is None:
            return
        speaker = self._resolver.speaker(mention)
        if speaker is not None and mention.sort is Sort.NOUN and speaker.name == mention.text:
            speaker = replace(speaker, name=self._described(at, tie, mention))
            if speaker.entity is not None:
                speaker.entity.name = speaker.name
        cue = self._cue_text(at, tie)
        confidence = _TIED[tie.strength] * (speaker.confidence if speaker else 0)
        written = self._written(at, mention)
        done = Attribution(span, speaker, written, cue, tie.strength, at, False, colon, confidence)
        self._done.append(done)
        if speaker is not None and tie.strength >= Strength.NEAR:
            self._speakers[at] = (speaker, confidence)
            self._resolver.note_speaker(speaker)

    def _take_signs(self, at: int, span: Span) -> None:
        """A quotation in Chinese or Japanese; one right behind another, with no speaker, is the same one's."""
        name, cue = read_cjk(self._texts[span.block], span, self._signs)
        before = self._done[-1] if self._done else None
        goes_on = not name and before is not None and before.span.block == span.block
        if goes_on and before is not None:
            heir, sure = before.speaker, before.confidence * 0.8
            self._done.append(Attribution(span, heir, "", cue, Strength.NONE, at, True, False, sure))
            return
        speaker = Speaker(name, None, 0.8) if name else None
        strength = Strength.BESIDE if name else Strength.LOOSE if cue else Strength.NONE
        colon = self._texts[span.block][span.left - 1 : span.left] in {":", "："}
        self._done.append(Attribution(span, speaker, name, cue, strength, at, False, colon, 0.8 if name else 0.0))

    def _take_label(self, at: int, span: Span) -> None:
        """What stands behind a name that is nowhere else in the text, such as a paper's: whoever that is."""
        written = label_before(span, self._texts[span.block])
        speaker = Speaker(written, None, _LABELLED)
        self._done.append(Attribution(span, speaker, written, "", Strength.NEAR, at, False, True, _LABELLED))
        self._speakers[at] = (speaker, _LABELLED)

    def _take_turn(self, at: int, span: Span, turn: str) -> None:
        """A question or an answer of an interview: who answers is whom the text is most about."""
        answers = turn == "a"
        speaker = self._resolver.protagonist() if answers else None
        written = self._texts[span.block][: span.start].strip(" :[]()")
        sure = speaker.confidence if speaker else 0.0
        self._done.append(Attribution(span, speaker, written, "", Strength.LOOSE, at, False, True, sure))

    def _take_free(self, at: int, index: int, span: Span, tie: Tie, *, colon: bool) -> None:
        heir, confidence, follows = self._goes_on(at)
        owner = self._owner(at, index)
        if owner is not None:
            heir, confidence = owner, 0.7 * owner.confidence
        elif tie.cue is not None and tie.cue.weak and tie.cue.last < index and self._lexicon.language == "en":
            heir, confidence = None, 0.0  # "for years visitors called it “slow”": somebody whom we cannot read did
        if span.bare == "dash" and not self._texts[span.block][: span.start].strip(" \u00a0—–―"):
            heir, confidence, follows = None, 0.0, False  # a new turn is another speaker's
        # Spanish, Portuguese and Italian verbs need no subject: "«…», confesó. «…»"
        alone = len(self._sentences[at].words) <= 2 or (tie.cue is not None and self._lexicon.language in _NO_SUBJECT)
        if not alone:
            confidence *= _UNTIED
        cue = self._cue_text(at, tie)
        done = Attribution(span, heir, "", cue, tie.strength, at, follows, colon, confidence)
        self._done.append(done)
        if heir is not None and alone:
            self._speakers.setdefault(at, (heir, confidence))

    def _owner(self, at: int, index: int) -> Speaker | None:
        """Whom the sentence around a quotation is about: "Vale sent a note with the line “It worked!”"."""
        lead = self._clauses[at].subjects.lead()
        if lead is None or lead.last >= index or lead.sort is Sort.NOUN or lead.oblique or lead.possessor:
            return None
        speaker = self._resolver.speaker(lead)
        entity = speaker.entity if speaker is not None else None
        return speaker if entity is not None and entity.being is Being.PERSON else None

    def _goes_on(self, at: int) -> tuple[Speaker | None, float, bool]:
        """Who speaks in a quotation that stands alone: who spoke, or was spoken of, just before."""
        here = (self._sentences[at].block, self._sentences[at].part)
        for back in self._back_from(at):
            same = (self._sentences[back].block, self._sentences[back].part) == here
            if back in self._speakers:
                speaker, confidence = self._speakers[back]
                return speaker, confidence * (0.95 if same else 0.9), True
            subject = self._subjects.get(back)
            if self._sentences[back].words[-1].text == "?":
                continue  # who is asked about does not answer
            if back == at - 1 and self._sentences[back].words[-1].text == ":":
                subject = self._clauses[back].subjects.lead() or subject
            if subject is not None:
                named = self._resolver.speaker(subject)
                if named is not None and self._may_go_on(back, named):
                    return named, 0.7 * named.confidence, False
        return None, 0.0, False

    def _back_from(self, at: int) -> Iterator[int]:
        """The sentences before ``at``, nearest first, through its paragraph and the one before."""
        here = (self._sentences[at].block, self._sentences[at].part)
        left = 2
        for back in range(at - 1, max(-1, at - _FAR), -1):
            sentence = self._sentences[back]
            if sentence.aside:
                continue
            if (sentence.block, sentence.part) != here:
                here = (sentence.block, sentence.part)
                left -= 1
            if left < 0:
                return
            yield back

    def _may_go_on(self, back: int, speaker: Speaker) -> bool:
        """Whether the subject of an earlier sentence may be who speaks now."""
        if not speaker.may_speak:
            return False
        if speaker.entity is not None and speaker.entity.being is Being.PERSON and not speaker.entity.nameless:
            return True
        words = self._sentences[back].words
        if words[-1].text == ":" and speaker.entity is not None and speaker.entity.plural:
            return True
        leads = len(words) - 2 if words[-1].text == ":" else -1  # the verb of "The Courier reports:"
        return any(not cue.weak or cue.last == leads for cue in self._clauses[back].subjects.cues)

    def _cue_text(self, at: int, tie: Tie) -> str:
        if tie.cue is None:
            return ""
        words = self._sentences[at].words
        text = self._texts[self._sentences[at].block]
        return text[words[tie.cue.first].start : words[tie.cue.last].end]

    def _described(self, at: int, tie: Tie, mention: Mention) -> str:
        """A source without a name, with what tells it apart: "a miller who asked not to be named"."""
        words = self._sentences[at].words
        stop = min(len(words), mention.last + _LONGEST_TAIL)
        if tie.cue is not None and tie.cue.first > mention.last:
            stop = min(stop, tie.cue.first)
        first = descriptions.begin_of(words, mention.first, self._lexicon)
        last = descriptions.end_of(words, mention.last, stop, self._lexicon)
        text = self._texts[self._sentences[at].block]
        return text[words[first].start : words[last].end]

    def _written(self, at: int, mention: Mention) -> str:
        words = self._sentences[at].words
        text = self._texts[self._sentences[at].block]
        return text[words[mention.first].start : words[mention.last].end]


_TIED = {Strength.NONE: 0.0, Strength.LOOSE: 0.72, Strength.NEAR: 0.85, Strength.BESIDE: 0.97}


def _share(one: Attribution, other: Attribution) -> None:
    """Give both parts of one utterance the speaker whom the surer of them names."""
    sure, unsure = (one, other) if one.strength >= other.strength and one.speaker is not None else (other, one)
    if sure.speaker is not None:
        unsure.speaker, unsure.confidence = sure.speaker, sure.confidence
        if not unsure.follows:
            unsure.strength = max(unsure.strength, Strength.LOOSE)
