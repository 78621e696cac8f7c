"""Theme files are read whole or told about; nothing in them reaches markup or CSS as syntax."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.theme import Theme

from tui.errors import ThemeError
from tui.theming import DEFAULT_THEME, FILE_LIMIT, load_theme, load_themes

OURS, _ = load_themes(None)


def _only_fault(folder: Path, text: str) -> ThemeError:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    themes, errors = load_themes(folder)
    assert len(themes) == len(OURS)
    assert len(errors) == 1
    return errors[0]


def test_ours_have_no_fault_and_begin_with_the_default() -> None:
    themes, errors = load_themes(None)
    assert errors == ()
    assert themes[0].name == DEFAULT_THEME
    assert len(themes) >= 10


def test_every_file_is_called_as_its_theme_is() -> None:
    folder = Path(__file__).parents[2] / "themes"
    assert {path.stem for path in folder.glob("*.toml")} == {theme.name for theme in OURS}


def test_a_missing_folder_is_no_fault(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "themes") == load_themes(None)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "themes").write_text("")
    _, errors = load_themes(tmp_path / "themes")
    assert "cannot be read" in str(errors[0])


def test_a_theme_of_ones_own_needs_only_one_colour(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('primary = "#336699"\n')
    themes, errors = load_themes(tmp_path)
    assert errors == ()
    assert {theme.name for theme in themes} - {theme.name for theme in OURS} == {"mine"}


def test_a_theme_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('name = "sepia"\nprimary = "#123456"\n')
    themes, errors = load_themes(tmp_path)
    assert errors == ()
    assert [theme.primary for theme in themes if theme.name == "sepia"] == ["#123456"]


def test_two_of_ones_own_with_one_name_are_told(tmp_path: Path) -> None:
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.toml").write_text('name = "twin"\nprimary = "#123456"\n')
    themes, errors = load_themes(tmp_path)
    assert [theme.name for theme in themes].count("twin") == 1
    assert "b.toml" in str(errors[0])
    assert "a.toml" in str(errors[0])


def test_an_unknown_key_is_told_and_the_theme_still_works(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('primary = "#336699"\nprimry = "#336699"\n')
    themes, errors = load_themes(tmp_path)
    assert "mine" in {theme.name for theme in themes}
    assert "'primry'" in str(errors[0])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("primary = ", "not TOML", id="broken TOML"),
        pytest.param("a = " + "[" * 20_000, "not TOML", id="nested past the parser"),
        pytest.param("dark = true", "'primary'", id="no primary"),
        pytest.param('primary = "blurple"', "no colour", id="no such colour"),
        pytest.param("primary = 5", "no colour", id="a number for a colour"),
        pytest.param('primary = "red"\ndark = "yes"', "true or false", id="a word for a switch"),
        pytest.param('primary = "red"\ntext_alpha = 7', "from 0 to 1", id="a number out of range"),
        pytest.param('primary = "red"\nvariables = "x"', "a table", id="variables that are no table"),
        pytest.param('primary = "red"\n[variables]\nbodder = "red"', "unknown", id="an unknown variable"),
        pytest.param('primary = "red"\n[variables]\nborder = "red; x: y"', "no colour", id="CSS in a variable"),
        pytest.param('primary = "red"\n[variables]\nborder = "red\\n}"', "no colour", id="a line break in a variable"),
        pytest.param('primary = "red"\n[variables]\nlink-style = "loud"', "no style", id="no such style"),
        pytest.param('name = "[@click=app.bell]x[/]"\nprimary = "red"', "its name", id="markup in the name"),
        pytest.param('name = "\\u001b]0;x\\u0007"\nprimary = "red"', "its name", id="escapes in the name"),
        pytest.param("#" * (FILE_LIMIT + 1), "too large", id="a huge file"),
    ],
)
def test_an_unusable_file_is_named_in_a_sentence(tmp_path: Path, text: str, word: str) -> None:
    error = _only_fault(tmp_path, text)
    assert "mine.toml" in str(error)
    assert word in str(error)
    assert str(error).endswith(".")


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b'primary = "\xff"')
    _, errors = load_themes(tmp_path)
    assert "not TOML" in str(errors[0])


def test_a_folder_called_as_a_theme_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    _, errors = load_themes(tmp_path)
    assert "cannot be read" in str(errors[0])


def test_escapes_in_a_file_name_do_not_reach_the_sentence(tmp_path: Path) -> None:
    (tmp_path / "m\x1b]0;x\x07.toml").write_text("primary = 5")
    _, errors = load_themes(tmp_path)
    assert "\x1b" not in str(errors[0])
    assert "\x07" not in str(errors[0])


def test_a_theme_of_ones_own_in_the_terminals_colours_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('primary = "ansi_red"\nansi = true\n')
    made = next(theme.to_color_system().generate() for theme in load_themes(tmp_path)[0] if theme.name == "mine")
    assert OURS[0].to_color_system().generate().keys() <= made.keys()


class _Window(App[None]):
    CSS = "Screen { background: $background; color: $foreground; border: round $border; }"


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
async def test_an_app_takes_the_theme(theme: object) -> None:
    app = _Window()
    async with app.run_test(size=(20, 5)) as pilot:
        app.register_theme(theme)  # type: ignore[arg-type]
        app.theme = theme.name  # type: ignore[attr-defined]
        await pilot.pause()
        assert app.screen.styles.background.hex == app.theme_variables["background"]


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_each_of_our_themes_is_found_alone_by_its_name(theme: Theme, tmp_path: Path) -> None:
    assert load_theme(theme.name, tmp_path) == theme


def test_a_theme_of_one_s_own_is_found_alone_before_ours(tmp_path: Path) -> None:
    (tmp_path / f"{DEFAULT_THEME}.toml").write_text('primary = "#123456"\n')
    found = load_theme(DEFAULT_THEME, tmp_path)
    assert found is not None
    assert found.primary == "#123456"


@pytest.mark.parametrize("name", ["../sepia", "no such theme", ""])
def test_a_name_that_is_no_theme_s_finds_nothing_alone(name: str, tmp_path: Path) -> None:
    assert load_theme(name, tmp_path) is None
