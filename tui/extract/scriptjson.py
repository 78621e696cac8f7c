"""JSON in a page's scripts: read forgivingly where pages break it, and found where programs assign it to names."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 5_000_000
"""Letters of a script that is not looked into any more."""

_COMMENTS = re.compile(
    r"^\s*(?:<!--|//\s{0,9}<!\[CDATA\[|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/)"
    r"|(?:-->|//\s{0,9}\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/)[\s;]*$"
)
_TRAILING_COMMA = re.compile(r",(\s{0,200}[\]}])")
_BARE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_UNDEFINED = re.compile(r"(?<=[:,\[])\s{0,9}undefined(?=\s{0,9}[,}\]])")
_ASSIGNED = re.compile(
    r"[=(:]\s{0,5}(?:(?P<json>(?=[\[{]\s{0,20}[\"\[{]))|JSON\.parse\(\s{0,5}(?P<text>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'))"
)
_MOST_ASSIGNED = 60
_PUSHED = re.compile(r'__next_f\.push\(\[1,\s?("(?:[^"\\]|\\.){1,2000000}")\]\)')
_ESCAPED = re.compile(r"\\(.)|\"", re.DOTALL)


def read_json(text: str) -> object:
    """Return the value that ``text`` writes in JSON, mended where pages break it, or None."""
    if len(text) > LONGEST:
        return None
    text = _COMMENTS.sub("", _COMMENTS.sub("", text)).strip().rstrip(";")
    for attempt in (text, _mended(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _first_json(text)


def _mended(text: str) -> str:
    return _UNDEFINED.sub("null", _TRAILING_COMMA.sub(r"\1", _BARE_BACKSLASH.sub(r"\\\\", text)))


def _first_json(text: str) -> object:
    try:
        value: object = json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None
    return value


def values_in(text: str) -> Iterator[object]:
    """Yield the JSON that a script is, or that it assigns to names of its own (``window.state = {…}``)."""
    if len(text) > LONGEST:
        return
    found = iter((read_json(text),)) if text.lstrip()[:1] in ("{", "[") else _assigned_values(text)
    yield from (value for value in found if value is not None)


def _assigned_values(text: str) -> Iterator[object]:
    end = tried = 0
    for match in islice(_ASSIGNED.finditer(text), _MOST_ASSIGNED):
        if match.start() < end:
            continue
        if match["text"]:
            yield read_json(_unquote(match["text"]))
            continue
        value, end, read = _value_at(text, match.end(), first=not end and not tried)
        yield value
        tried += read
        if tried > LONGEST:  # what is broken far behind its beginning is not begun again and again
            return


def _value_at(text: str, at: int, *, first: bool) -> tuple[object, int, int]:
    """Return the value that begins at ``at``, where it ends, and how many letters were read in vain."""
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, at)
    except json.JSONDecodeError as error:
        return read_json(_cut_at_end(text[at:])) if first else None, 0, error.pos - at + 1
    except RecursionError:
        return None, 0, len(text) // _MOST_ASSIGNED + 1
    return value, end, 0


def _cut_at_end(text: str) -> str:
    """Cut a script's statements after its first value off, so that the value can be mended."""
    end = text.rfind("}") if text.startswith("{") else text.rfind("]")
    return text[: end + 1]


def streamed_text(text: str) -> str:
    """Return what a server streams into the page as the text of its components (React's ``__next_f``)."""
    return "".join(_unquote(match[1]) for match in _PUSHED.finditer(text))


def _unquote(literal: str) -> str:
    """Return the text that a JavaScript string literal stands for, or ""."""
    if literal.startswith("'"):
        inner = _ESCAPED.sub(lambda match: '\\"' if match[0] == '"' else "'" if match[1] == "'" else match[0], literal)
        literal = f'"{inner[1:-1]}"'
    try:
        value = json.loads(literal, strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
