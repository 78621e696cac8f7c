"""themes/*.toml, ours and the person's own, as Textual themes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui.article import clean_line
from tui.errors import ThemeError

DEFAULT_THEME = "lamplight"
"""The theme of a first start."""

FILE_LIMIT = 64_000
"""Largest theme file read, in bytes; ours are under 2,000."""

_FIELDS = frozenset(field.name for field in fields(Theme))
_SWITCHES = frozenset({"dark", "ansi"})
_NUMBERS = frozenset({"luminosity_spread", "text_alpha"})
_COLOURS = _FIELDS - _SWITCHES - _NUMBERS - {"name", "variables"}
# A name is shown in lists and in the command palette, and a variable goes into CSS: neither may hold syntax.
_NAME = re.compile(r"\w[\w -]{0,39}")
_SHARE = r" \d{1,3}%\Z"
_STYLE_WORDS = frozenset(
    "none bold b dim d italic i underline u underline2 uu strike reverse r blink blink2 not".split()  # noqa: SIM905
)
# Textual 8.2 asks every theme for these and works none of them out for one with ``ansi = true``.
_ANSI_GAPS = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "foreground-disabled": "ansi_bright_black",
    "surface-active": "ansi_default",
}


class _Read(Struct, frozen=True):
    """What one file gave."""

    theme: Theme | None
    """None when the file cannot be used."""
    errors: tuple[ThemeError, ...]
    """What is wrong with it, or was left aside."""


def load_themes(user_dir: Path | None) -> tuple[tuple[Theme, ...], tuple[ThemeError, ...]]:
    """Return every usable theme, the default first and dark before light, and a sentence for each fault.

    A person's own theme takes the place of ours of the same name.

    Args:
        user_dir: Folder of the person's own ``*.toml``; it need not exist.
    """
    themes: dict[str, Theme] = {}
    errors: list[ThemeError] = []
    own: dict[str, Path] = {}
    for path in _theme_files(packaged_themes()):
        _take(_read_theme(path), themes, errors)
    for path in _own_files(user_dir, errors):
        read = _read_theme(path)
        if read.theme and read.theme.name in own:
            other = own[read.theme.name].name
            errors.append(_wrong(path, f"there is a theme {read.theme.name!r} already, in {other}; rename one of them"))
            continue
        if read.theme:
            own[read.theme.name] = path
        _take(read, themes, errors)
    inviting = sorted(themes.values(), key=lambda theme: (theme.name != DEFAULT_THEME, not theme.dark, theme.name))
    return tuple(inviting), tuple(errors)


def load_theme(name: str, user_dir: Path) -> Theme | None:
    """Return one theme from the file that goes by its name; None when it takes ``load_themes`` to find it."""
    for folder in (user_dir, packaged_themes()):
        path = folder / f"{name.replace(' ', '-')}.toml"
        if _NAME.fullmatch(name) and path.is_file():
            read = _read_theme(path, checked=folder is user_dir)  # the tests look through ours
            return read.theme if read.theme is not None and read.theme.name == name and not read.errors else None
    return None


def packaged_themes() -> Path:
    """Return the folder of our own themes: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "themes"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "themes"


def _take(read: _Read, themes: dict[str, Theme], errors: list[ThemeError]) -> None:
    errors.extend(read.errors)
    if read.theme:
        themes[read.theme.name] = read.theme


def _theme_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))


def _own_files(folder: Path | None, errors: list[ThemeError]) -> list[Path]:
    if folder is None:
        return []
    try:
        return _theme_files(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        errors.append(ThemeError(clean_line(f"The folder of themes {folder} cannot be read ({error.strerror}).", 500)))
        return []


def _read_theme(path: Path, *, checked: bool = True) -> _Read:
    try:
        data = _parse(path)
        if not checked:
            return _Read(_made(data), ())
        strays = [key for key in data if key not in _FIELDS]
        told = tuple(_wrong(path, f"{key!r} is no field of a theme, and is left aside") for key in strays)
        return _Read(_theme(path, {key: data[key] for key in data if key in _FIELDS}), told)
    except ThemeError as error:
        return _Read(None, (error,))


def _parse(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise _wrong(path, f"it cannot be read ({error.strerror})") from error
    if len(raw) > FILE_LIMIT:
        raise _wrong(path, "it is too large for a theme")
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(path, f"it is not TOML ({error})") from error


def _theme(path: Path, data: dict[str, Any]) -> Theme:
    data.setdefault("name", path.stem)
    if not isinstance(data["name"], str) or not _NAME.fullmatch(data["name"]):
        raise _wrong(path, "its name may hold letters, digits, blanks and hyphens, 40 at most")
    if "primary" not in data:
        raise _wrong(path, "the field 'primary' is missing")
    for key, value in data.items():
        _check_field(path, key, value)
    for key, value in data.get("variables", {}).items():
        _check_variable(path, key, value)
    return _made(data)


def _made(data: dict[str, Any]) -> Theme:
    variables = data.get("variables", {})
    data["variables"] = _ANSI_GAPS | variables if data.get("ansi") else variables
    return Theme(**data)


def _check_field(path: Path, key: str, value: object) -> None:
    if key in _SWITCHES and not isinstance(value, bool):
        raise _wrong(path, f"{key!r} must be true or false")
    if key in _NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1):
        raise _wrong(path, f"{key!r} must be a number from 0 to 1")
    if key in _COLOURS and not _is_colour(value):
        raise _wrong(path, f"{key!r} is {value!r}, which is no colour")
    if key == "variables" and not isinstance(value, dict):
        raise _wrong(path, "'variables' must be a table")


def _check_variable(path: Path, key: str, value: object) -> None:
    if key not in _known_variables():
        raise _wrong(path, f"the variable {key!r} is unknown to Textual")
    if key.endswith("-style") or "-style-" in key:
        if not isinstance(value, str) or not value.split() or not set(value.split()) <= _STYLE_WORDS:
            raise _wrong(path, f"the variable {key!r} is {value!r}, which is no style of text")
    elif not _is_shade(value):
        raise _wrong(path, f"the variable {key!r} is {value!r}, which is no colour")


@cache
def _known_variables() -> frozenset[str]:
    made = Theme(name="known", primary="#808080").to_color_system().generate()
    return frozenset(made) | _ANSI_GAPS.keys()


def _is_colour(value: object) -> bool:
    if not isinstance(value, str) or value != value.strip():
        return False
    try:
        Color.parse(value)
    except (ColorParseError, KeyError, TypeError, ValueError):
        return False
    return "\n" not in value


def _is_shade(value: object) -> bool:
    """Whether ``value`` is a colour, or one with a share of opacity ("#c0ffee 40%", "auto 60%")."""
    if not isinstance(value, str):
        return False
    bare = re.sub(_SHARE, "", value)
    return bare in ("auto", "initial") or _is_colour(bare)


def _wrong(path: Path, what: str) -> ThemeError:
    return ThemeError(clean_line(f"The theme file {path} has a fault: {what}.", 500))
