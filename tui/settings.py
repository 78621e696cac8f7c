"""What a person may set, and where their files live.

Built-in values are overridden by what the app remembered (the theme last
chosen, the width of the text), those by ``config.toml``, that by the
environment, that by the command line. Pullquote never writes config.toml.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from platformdirs import PlatformDirs

from tui.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

_REMEMBERED = "remembered.json"
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Settings(NamedTuple):
    """Everything that can be set; passed to those who need it.

    A named tuple where other values are structs: this is read before the last
    screen is shown, and msgspec would put that off by half.
    """

    library: Path
    """The library's file."""
    config_dir: Path
    """Holds config.toml and the person's own ``themes/``."""
    state_dir: Path
    """Holds what the app remembers and the copies that found no clipboard."""
    theme: str = "lamplight"
    """Name of the theme shown at start."""
    measure: int = 66
    """Width of the text, in columns, 20 to 200."""
    justify: bool = False
    """Whether lines are drawn as wide as the text is."""
    hyphenate: bool = False
    """Whether words are parted at the ends of lines."""
    citation: str = "plain"
    """The style that ``Y`` cites in: a name of ``docs/citations.md`` or a template of one's own."""
    pictures: bool = True
    """Whether saving an article keeps its pictures too."""
    picture_side: int = 1600
    """Longest side of a kept picture, in pixels, 200 to 4000; a larger one is made smaller."""
    bidi: str = "auto"
    """Who puts text from right to left into the order in which it is read: ``auto``, ``terminal``, ``reader``."""
    graphics: str = "auto"
    """How pictures are drawn: "auto", "kitty", "sixel", "blocks" or "words"."""
    primary: bool = False
    """Whether a copy also goes to the primary selection (X11, Wayland)."""
    keys: Mapping[str, str] = _NO_TEXTS
    """A binding's id and the keys it shall have instead, comma-separated."""
    templates: Mapping[str, str] = _NO_TEXTS
    """The person's own citation styles: a name and its text, see ``docs/citations.md``."""
    fixed: tuple[str, ...] = ()
    """Names of the fields that config.toml or the environment set, sorted: the app does not override them for good."""


_ENVIRONMENT = {
    "library": "PULLQUOTE_LIBRARY",
    "config_dir": "PULLQUOTE_CONFIG_DIR",
    "state_dir": "PULLQUOTE_STATE_DIR",
    "theme": "PULLQUOTE_THEME",
}
_PATHS = ("library", "config_dir", "state_dir")
_REMEMBERABLE = ("theme", "measure", "justify")
_KINDS: dict[str, type] = {
    "theme": str,
    "measure": int,
    "justify": bool,
    "hyphenate": bool,
    "citation": str,
    "pictures": bool,
    "picture_side": int,
    "bidi": str,
    "graphics": str,
    "primary": bool,
}
_TABLES = {"keys": "the key of", "templates": "the template"}
_KIND_WORDS = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}
MEASURES = (20, 200)
"""Narrowest and widest text, in columns."""
_RANGES = {"measure": MEASURES, "picture_side": (200, 4000)}
_WORDS = {"bidi": ("auto", "terminal", "reader"), "graphics": ("auto", "kitty", "sixel", "blocks", "words")}


def load_settings(environ: Mapping[str, str] = os.environ, *, library: str | Path | None = None) -> Settings:
    """Return the settings in force.

    Args:
        environ: The environment.
        library: The library's file as the command line names it.

    Raises:
        SettingsError: config.toml cannot be read or holds something unusable; the sentence names it.
    """
    from_environment = {name: environ[key] for name, key in _ENVIRONMENT.items() if environ.get(key)}
    places = {
        name: _expanded(from_environment[name], _ENVIRONMENT[name]) for name in _PATHS if name in from_environment
    }
    usual = PlatformDirs("pullquote", appauthor=False)
    settings = Settings(
        places.get("library") or usual.user_data_path / "library.db",
        places.get("config_dir") or usual.user_config_path,
        places.get("state_dir") or usual.user_state_path,
    )
    configured = _read_config(settings.config_dir / "config.toml")
    chosen: dict[str, Any] = {**_read_remembered(settings.state_dir), **configured}
    if "library" in places:
        chosen["library"] = places["library"]
    if "theme" in from_environment:
        chosen["theme"] = from_environment["theme"]
    elif environ.get("NO_COLOR"):  # a theme of colours of its own becomes greys; this one sends no colour at all
        chosen.setdefault("theme", "terminal")
    if library is not None:
        chosen["library"] = Path(library)
    return settings._replace(**chosen, fixed=tuple(sorted({*configured, *from_environment})))


def remember(settings: Settings, **changes: str | int) -> Settings:
    """Return ``settings`` with ``changes``, and have the next start begin with them.

    A state directory that cannot be written is no failure: the change then holds for this run.
    """
    kept = {**_read_remembered(settings.state_dir), **{k: v for k, v in changes.items() if k in _REMEMBERABLE}}
    target = settings.state_dir / _REMEMBERED
    draft = target.with_suffix(f".{os.getpid()}")
    import json  # noqa: PLC0415  as below

    try:
        settings.state_dir.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(kept), "utf-8")
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink()
    known: dict[str, Any] = dict(changes)
    return settings._replace(**known)


def _read_remembered(state_dir: Path) -> dict[str, Any]:
    """What an earlier run left; a broken file counts as none, since a person did not write it."""
    try:
        remembered = (state_dir / _REMEMBERED).read_bytes()
    except OSError:
        return {}
    import json  # noqa: PLC0415  takes 2 ms, and many have nothing to be remembered

    try:
        data = json.loads(remembered)
    except ValueError:
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: data[name] for name in _REMEMBERABLE if _fits(name, data.get(name))}


def _read_config(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
    import tomllib  # noqa: PLC0415  takes 2 ms, and most people have no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from error
    return {name: _checked(path, name, value) for name, value in data.items()}


def _checked(path: Path, name: str, value: object) -> object:
    if name == "library" and isinstance(value, str):
        return (path.parent / _expanded(value, f"{path}: “library”")).resolve()
    if name in _TABLES and isinstance(value, dict):
        return _checked_texts(path, value, _TABLES[name])
    kind = _KINDS.get(name)
    if kind is None:
        known = ", ".join(sorted([*_KINDS, *_TABLES, "library"]))
        raise SettingsError(f"{path}: there is no setting “{name}”. Known are {known}.")
    if not _fits(name, value):
        raise SettingsError(f"{path}: “{name}” needs {_wanted(name, kind)}.")
    return value


def _expanded(value: str, where: str) -> Path:
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SettingsError(f"{where}: there is no such home directory as that of {value}.") from error


def _wanted(name: str, kind: type) -> str:
    if name in _RANGES:
        return "a number from {} to {}".format(*_RANGES[name])
    if name in _WORDS:
        return "one of " + ", ".join(f'"{word}"' for word in _WORDS[name])
    return _KIND_WORDS[kind]


def _checked_texts(path: Path, table: dict[str, object], what: str) -> Mapping[str, str]:
    for name, value in table.items():
        if not isinstance(value, str) or not value:
            raise SettingsError(f"{path}: {what} “{name}” needs text in quotation marks.")
    return MappingProxyType({name: str(value) for name, value in table.items()})


def _fits(name: str, value: object) -> bool:
    kind = _KINDS[name]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return False
    if name in _RANGES and isinstance(value, int):
        return _RANGES[name][0] <= value <= _RANGES[name][1]
    return name not in _WORDS or value in _WORDS[name]
