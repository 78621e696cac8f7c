"""What a person installs holds the themes and the first edition."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_theme_and_every_page(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    assert {f"tui/themes/{path.name}" for path in (ROOT / "themes").glob("*.toml")} <= inside
    assert {f"tui/edition/pages/{path.name}" for path in (ROOT / "tui/edition/pages").glob("*.html")} <= inside


def test_the_unpacked_wheel_finds_them_with_no_checkout_beside_it(wheel: Path, tmp_path: Path) -> None:
    ZipFile(wheel).extractall(tmp_path)
    code = (
        "import tui; from tui.theming import load_themes; from tui.edition import first_edition; "
        "print(tui.__file__, len(load_themes(None)[0]), len(first_edition()))"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path)
    where, themes, pages = done.stdout.split()
    assert Path(where).is_relative_to(tmp_path)
    assert int(themes) == len(list((ROOT / "themes").glob("*.toml")))
    assert int(pages) == 8
