from __future__ import annotations

from pathlib import Path

import pytest

from tui.errors import SettingsError
from tui.settings import load_settings, remember


def environ(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"PULLQUOTE_CONFIG_DIR": str(tmp_path / "config"), "PULLQUOTE_STATE_DIR": str(tmp_path / "state"), **more}


def configure(tmp_path: Path, text: str) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "config.toml").write_text(text, "utf-8")


def test_without_any_file_the_built_in_values_hold(tmp_path: Path) -> None:
    settings = load_settings(environ(tmp_path))
    assert settings.measure == 66
    assert settings.fixed == ("config_dir", "state_dir")


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    configure(tmp_path, 'library = "of-file.db"\n')
    assert load_settings(environ(tmp_path)).library == tmp_path / "config" / "of-file.db"
    named = environ(tmp_path, PULLQUOTE_LIBRARY=str(tmp_path / "of-environment.db"))
    assert load_settings(named).library == tmp_path / "of-environment.db"
    assert load_settings(named, library=str(tmp_path / "typed.db")).library == tmp_path / "typed.db"


def test_what_is_remembered_holds_at_the_next_start(tmp_path: Path) -> None:
    remember(load_settings(environ(tmp_path)), theme="sepia", measure=72)
    settings = load_settings(environ(tmp_path))
    assert (settings.theme, settings.measure) == ("sepia", 72)


def test_the_file_wins_over_what_is_remembered_and_is_known_as_fixed(tmp_path: Path) -> None:
    remember(load_settings(environ(tmp_path)), measure=72)
    configure(tmp_path, "measure = 60\n")
    settings = load_settings(environ(tmp_path))
    assert settings.measure == 60
    assert "measure" in settings.fixed


def test_a_broken_memory_is_forgotten_in_silence(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "remembered.json").write_text('{"measure": 4000, "theme": ["x"], "library": "/etc"}', "utf-8")
    settings = load_settings(environ(tmp_path))
    assert settings.measure == 66
    assert settings.library.name == "library.db"


def test_a_state_directory_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands in the way", "utf-8")
    assert remember(load_settings(environ(tmp_path)), measure=50).measure == 50


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("measure = 5", "measure"),
        ("measure = true", "measure"),
        ('measure = "wide"', "measure"),
        ("theme = 3", "theme"),
        ("pictures = 1", "pictures"),
        ("colour = 1", "colour"),
        ('keys = "j"', "keys"),
        ("[keys]\nhelp = 3", "help"),
        ("[templates]\nmine = 3", "the template “mine” needs text"),
        ("measure = ", "TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    configure(tmp_path, text)
    with pytest.raises(SettingsError, match=named) as caught:
        load_settings(environ(tmp_path))
    assert "config.toml" in str(caught.value)


def test_keys_are_taken_over(tmp_path: Path) -> None:
    configure(tmp_path, '[keys]\nhelp = "f2"\n')
    assert load_settings(environ(tmp_path)).keys == {"help": "f2"}


def test_templates_are_taken_over_as_they_are(tmp_path: Path) -> None:
    configure(tmp_path, '[templates]\nmine = """\n{title}\n{link}\n"""\n')
    assert load_settings(environ(tmp_path)).templates == {"mine": "{title}\n{link}\n"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('graphics = "sixels"', '"auto", "kitty", "sixel", "blocks", "words"'),
        ("graphics = 1", '"auto", "kitty", "sixel", "blocks", "words"'),
        ("picture_side = 5", "200 to 4000"),
        ('picture_side = "large"', "200 to 4000"),
    ],
)
def test_a_wrong_word_on_pictures_is_told_with_the_right_ones(tmp_path: Path, line: str, says: str) -> None:
    configure(tmp_path, line)
    with pytest.raises(SettingsError, match=says):
        load_settings(environ(tmp_path))


def test_pictures_can_be_set(tmp_path: Path) -> None:
    configure(tmp_path, 'graphics = "blocks"\npicture_side = 800\n')
    settings = load_settings(environ(tmp_path))
    assert (settings.graphics, settings.picture_side) == ("blocks", 800)


@pytest.mark.parametrize("name", ["PULLQUOTE_LIBRARY", "PULLQUOTE_STATE_DIR", "PULLQUOTE_CONFIG_DIR"])
def test_the_home_of_nobody_here_is_told_with_the_variable_that_names_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}: there is no such home directory"):
        load_settings({**environ(tmp_path), name: "~nobody-of-this-name/here"})


def test_the_home_of_nobody_here_is_told_with_the_file_that_names_it(tmp_path: Path) -> None:
    configure(tmp_path, 'library = "~nobody-of-this-name/library.db"\n')
    with pytest.raises(SettingsError, match=r"config\.toml: “library”: there is no such home directory"):
        load_settings(environ(tmp_path))
