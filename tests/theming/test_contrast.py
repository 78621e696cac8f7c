"""Every theme can be read for an hour: WCAG 2.2, 1.4.3 and 1.4.6, worked out from what Textual makes of it."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.theming import load_themes

THEMES = [theme for theme in load_themes(None)[0] if not theme.ansi]
BODY = 7.0
MUTED = 4.5
GROUNDS = ("background", "surface", "panel")
INKS = (
    *("text-muted", "foreground-muted", "foreground-disabled", "link-color"),
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success"),
)
PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
)


def luminance(colour: Color) -> float:
    """Relative luminance, WCAG 2.2, definition."""
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    made = theme.to_color_system().generate()
    ratios = {(ink, ground): contrast(Color.parse(made[ink]), Color.parse(made[ground])) for ink, ground in pairs}
    return [f"{ink} on {ground}: {ratio:.2f}" for (ink, ground), ratio in ratios.items() if ratio < least]


def test_the_measure_is_right_where_the_answer_is_known() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21.0)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_body_text_stands_out_seven_to_one(theme: Theme) -> None:
    assert _too_faint(theme, [("foreground", ground) for ground in GROUNDS], BODY) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_quiet_and_coloured_text_stands_out_four_and_a_half_to_one(theme: Theme) -> None:
    assert _too_faint(theme, [(ink, ground) for ink in INKS for ground in GROUNDS], MUTED) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_on_the_cursor_the_footer_and_a_selection_can_be_read(theme: Theme) -> None:
    assert _too_faint(theme, list(PAIRS), 6.5) == []


@pytest.mark.parametrize("theme", [t for t in THEMES if not t.name.startswith("contrast-")], ids=lambda t: t.name)
def test_quiet_text_can_be_read_on_the_cursor_too(theme: Theme) -> None:
    pairs = [(ink, "block-cursor-background") for ink in ("text-muted", "primary", "secondary", "accent")]
    assert _too_faint(theme, pairs, MUTED) == []


@pytest.mark.parametrize("theme", [t for t in THEMES if t.name.startswith("contrast-")], ids=lambda t: t.name)
def test_high_contrast_means_seven_for_everything_and_fifteen_for_the_body(theme: Theme) -> None:
    assert _too_faint(theme, [(ink, ground) for ink in INKS for ground in GROUNDS], 7.0) == []
    assert _too_faint(theme, [("foreground", ground) for ground in GROUNDS], 15.0) == []


def test_there_is_one_for_every_taste() -> None:
    themes, _ = load_themes(None)
    names = {theme.name for theme in themes}
    assert {"sepia", "monochrome", "contrast-dark", "contrast-light", "terminal"} <= names
    assert sum(theme.dark and not theme.ansi for theme in themes) >= 4
    assert sum(not theme.dark for theme in themes) >= 4
    assert [theme.name for theme in themes if theme.ansi] == ["terminal"]
