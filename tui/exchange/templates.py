r"""Citations in a form of the person's own, as ``docs/citations.md`` describes them.

A field stands in braces, with text of its own before and after it that is left out when the field is empty::

    {quote}{" (" speaker ")"}
    {title:markdown}{", " site}, <{link}>

``{{`` and ``}}`` are braces. A line whose fields are all empty, and that says nothing else, is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_FIELD = re.compile(r'\s*(?:"([^"]*)")?\s*([^\s":]+)(?::([^\s":]+))?\s*(?:"([^"]*)")?\s*')


class _Field(Struct, frozen=True):
    """One field of a template."""

    before: str
    name: str
    form: str
    """What the field's text is escaped for; empty for nothing."""
    after: str


def fill_template(
    template: tuple[str, str], fields: Mapping[str, Callable[[], str]], forms: Mapping[str, Callable[[str], str]]
) -> str:
    """Return a template with its fields filled in.

    Args:
        template: Its name and its text.
        fields: What gives the text of each field.
        forms: What escapes a field's text, by the name that stands after a colon.

    Raises:
        SettingsError: the template cannot be understood; the sentence names the line and the column.
    """
    lines = []
    for line in _parsed(template, tuple(fields), tuple(forms)):
        written = "".join(piece if isinstance(piece, str) else _filled(piece, fields, forms) for piece in line)
        if written.strip() or not any(isinstance(piece, _Field) for piece in line):
            lines.append(written)
    return "\n".join(lines)


def _filled(field: _Field, fields: Mapping[str, Callable[[], str]], forms: Mapping[str, Callable[[str], str]]) -> str:
    text = fields[field.name]()
    if text and field.form:
        text = forms[field.form](text)
    return f"{field.before}{text}{field.after}" if text else ""


@lru_cache(maxsize=16)
def _parsed(
    template: tuple[str, str], fields: tuple[str, ...], forms: tuple[str, ...]
) -> tuple[tuple[str | _Field, ...], ...]:
    name, text = template
    lines = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        pieces: list[str | _Field] = []
        at = 0
        for found in _PIECE.finditer(line):
            where = f"templates.{name}, line {number}, column {found.start() + 1}"
            pieces += [line[at : found.start()], _piece(found, (fields, forms), where)]
            at = found.end()
        lines.append((*pieces, line[at:]))
    return tuple(lines)


def _piece(found: re.Match[str], known: tuple[Sequence[str], Sequence[str]], where: str) -> str | _Field:
    if found[0] in ("{{", "}}"):
        return found[0][0]
    if found[1] is None:
        raise SettingsError(f"{where}: a lone brace; write {found[0] * 2} for a brace, {{title}} for a field.")
    field = _FIELD.fullmatch(found[1])
    if field is None:
        raise SettingsError(f'{where}: {found[0]} is no field; it may look like {{site}} or {{", " site "."}}.')
    fields, forms = known
    if field[2] not in fields:
        raise SettingsError(f"{where}: there is no field “{field[2]}”; there are {', '.join(fields)}.")
    if field[3] and field[3] not in forms:
        raise SettingsError(f"{where}: there is no form “{field[3]}”; there are {', '.join(forms)}.")
    return _Field(field[1] or "", field[2], field[3] or "", field[4] or "")
