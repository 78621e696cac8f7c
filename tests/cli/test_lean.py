"""What the reader leaves unloaded at its start is still there for whoever needs it."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from tui.lean import UNUSED, textual_alone
with textual_alone():
    import tui.app
assert not set(UNUSED) & set(sys.modules), sorted(set(UNUSED) & set(sys.modules))

from textual.suggestions import get_suggestion
assert get_suggestion("backgruond", ["background", "border"]) == "background"
from textual.design import show_design
from textual.theme import BUILTIN_THEMES
from rich.console import Console
system = BUILTIN_THEMES["textual-dark"].to_color_system()
Console().print(show_design(system, system))
import rich.traceback

from textual.css.stylesheet import Stylesheet, StylesheetParseError
sheet = Stylesheet()
assert sheet.parse_style("bold").bold
sheet.add_source("Screen { backgruond: red; width: nine; }")
try:
    sheet.parse()
except StylesheetParseError as error:
    Console().print(error.errors)
"""


def test_what_is_left_out_loads_when_it_is_called_for() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], check=False, capture_output=True, text=True)
    assert done.stderr == ""
    assert "Light" in done.stdout
    assert "background" in done.stdout
