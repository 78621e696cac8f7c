"""Quotation marks, language by language, and the ones inside a text made consistent.

The table follows the delimiters of Unicode's CLDR; where the press of a
country is known to set others (Korean, Dutch, German in Switzerland), the press.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Marks(Struct, frozen=True):
    """A language's quotation marks."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_HIGH = Marks("“", "”", "‘", "’")
_LOW_SIX = Marks("„", "“", "‚", "‘")
_LOW_NINE = Marks("„", "”", "«", "»")
_ANGLES = Marks("«", "»", "“", "”")
_SLAVIC = Marks("«", "»", "„", "“")
_NINES = Marks("”", "”", "’", "’")
_CORNERS = Marks("「", "」", "『", "』")

_BY_LANGUAGE: dict[str, Marks] = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lb", "hsb", "dsb", "ka"), _LOW_SIX),
    **dict.fromkeys(("es", "it", "ca", "gl", "el", "pt-pt", "oc"), _ANGLES),
    **dict.fromkeys(("ru", "uk", "be", "hy"), _SLAVIC),
    **dict.fromkeys(("sv", "fi", "he", "se"), _NINES),
    **dict.fromkeys(("nb", "no", "nn"), Marks("«", "»", "‘", "’")),
    **dict.fromkeys(("de-ch", "de-li", "it-ch", "fr-ch", "fa"), Marks("«", "»", "‹", "›")),
    **dict.fromkeys(("hr", "sr", "bs", "mk"), Marks("„", "”", "‘", "’")),
    **dict.fromkeys(("ja", "zh-tw", "zh-hk", "zh-hant"), _CORNERS),
    **dict.fromkeys(("hu",), Marks("„", "”", "»", "«")),
    **dict.fromkeys(("pl", "ro"), _LOW_NINE),
    "bg": Marks("„", "“", "’", "’"),
    "et": Marks("„", "“", "«", "»"),
    "lt": Marks("„", "“", "‚", "‘"),
    "lv": Marks("“", "”", "„", "“"),
    "ar": Marks("«", "»", "“", "”"),
    "fr": Marks("«\xa0", "\xa0»", "“", "”"),
}
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0370-\u03ff]"), "el"),
)

_FAMILIES = {
    **dict.fromkeys('“”„‟"＂', "double"),
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_MARK = re.compile("[" + "".join(_FAMILIES) + "]")
_INSIDE_BLANK = re.compile("(?<=[«‹])[\xa0\u202f]+|[\xa0\u202f]+(?=[»›])")
_INSIDE_SPACE = "(?<=[«‹]) +| +(?=[»›])"
_CONTRACTION = re.compile(r"['‘’](?:\d0s\b|em\b|tis\b|twas\b|til\b|cause\b)|['‘’][nN]['’](?= )")
_BEFORE_OPENING = frozenset("([{<—–-/…¿¡" + "".join(_FAMILIES))
_AFTER_CLOSING = frozenset(")]}>—–-/….,;:!?。，、；：！？）" + "".join(_FAMILIES))


def marks_for(language: str, text: str = "") -> Marks:
    """Return the marks of ``language``, a BCP 47 tag; when it is empty, of the script of ``text``."""
    tag = language.lower().replace("_", "-")
    if not tag:
        tag = next((guess for pattern, guess in _SCRIPTS if pattern.search(text)), "en")
    parts = tag.split("-")
    named = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_BY_LANGUAGE[name] for name in named if name in _BY_LANGUAGE), _HIGH)


def set_inner_marks(text: str, marks: Marks) -> str:
    """Return ``text``, which will stand in ``marks``, with the marks inside it made fit for that."""
    text = _INSIDE_BLANK.sub("", text)
    if marks.opening.startswith("«"):
        text = re.sub(_INSIDE_SPACE, "", text)
    tokens = [_Token(found.start(), text) for found in _MARK.finditer(text)]
    if not tokens:
        return text
    written = list(text)
    for token, mark in _roles(tokens, marks):
        written[token.at] = mark
    return "".join(written)


class _Token(Struct):
    """A quotation mark, or an apostrophe, in a text."""

    at: int
    text: str

    @property
    def char(self) -> str:
        return self.text[self.at]

    @property
    def family(self) -> str:
        return _FAMILIES[self.char]

    @property
    def before(self) -> str:
        return self.text[self.at - 1] if self.at else " "

    @property
    def after(self) -> str:
        return self.text[self.at + 1] if self.at + 1 < len(self.text) else " "

    @property
    def stands_in_word(self) -> bool:
        """Whether it belongs to a word: parts two letters of a script that has blanks, or begins a contraction."""
        if self.before.isalnum() and self.after.isalnum():
            return self.before < "\u2e80" and self.after < "\u2e80"
        return bool(_CONTRACTION.match(self.text, self.at) or _CONTRACTION.match(self.text, max(0, self.at - 2)))

    @property
    def can_open(self) -> bool:
        if self.char in "「『":
            return True
        if self.char in "」』" or self.after.isspace():
            return False
        return self.before.isspace() or self.before in _BEFORE_OPENING or self.before >= "\u2e80"

    @property
    def can_close(self) -> bool:
        if self.char in "」』":
            return True
        if self.char in "「『" or self.before.isspace():
            return False
        return self.after.isspace() or self.after in _AFTER_CLOSING or self.after >= "\u2e80"


def _roles(tokens: list[_Token], marks: Marks) -> list[tuple[_Token, str]]:
    """Return what each token is to be written as; one that plays no role stays as it is, an apostrophe is curled."""
    pairs, lonely = _pair(tokens)
    roles = [(token, "’") for token in lonely if token.char in "'‘‛’" and not _is_prime(token)]
    for opening, closing, depth in pairs:
        roles.append((opening, _at_depth(depth, marks)[0]))
        roles.append((closing, _at_depth(depth, marks)[1]))
    for token in lonely:  # its partner was not selected, or the next paragraph opens again what this one opened
        if token.family != "single" and not token.stands_in_word and not token.before.isdigit():
            outer = [(opening, closing) for opening, closing, _ in pairs]
            roles.append((token, _at_depth(_depth(token, outer), marks)[token.can_close]))
    return roles


def _at_depth(depth: int, marks: Marks) -> tuple[str, str]:
    """Return the marks of what stands in ``depth`` others within the outermost."""
    return (marks.opening, marks.closing) if depth % 2 else (marks.inner_opening, marks.inner_closing)


def _pair(tokens: list[_Token]) -> tuple[list[tuple[_Token, _Token, int]], list[_Token]]:
    """Return the pairs, each with its depth from 0, and the tokens that have no partner."""
    pairs: list[tuple[_Token, _Token]] = []
    waiting: list[_Token] = []
    lonely: list[_Token] = []
    for token in tokens:
        partner = _partner(token, waiting)
        if token.stands_in_word:
            lonely.append(token)
        elif partner is not None:
            lonely += waiting[partner + 1 :]
            pairs.append((waiting[partner], token))
            del waiting[partner:]
        else:
            (waiting if token.can_open else lonely).append(token)
    deep = [(opening, closing, _depth(opening, pairs)) for opening, closing in pairs]
    return deep, lonely + waiting


def _partner(token: _Token, waiting: list[_Token]) -> int | None:
    if not token.can_close:
        return None
    indexes = (index for index in range(len(waiting) - 1, -1, -1) if waiting[index].family == token.family)
    return next(indexes, None)


def _depth(opening: _Token, pairs: list[tuple[_Token, _Token]]) -> int:
    return sum(1 for left, right in pairs if left.at < opening.at < right.at)


def _is_prime(token: _Token) -> bool:
    """Whether it may be a foot or a minute: 5'10"."""
    return token.char == "'" and token.before.isdigit() and not token.after.isalpha()
