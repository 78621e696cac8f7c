"""Real parts for the clipboard's tests: an X server, one tool at a time on PATH."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def require(*programs: str) -> None:
    """Skip the test when a program is missing; fail it instead where all must be there."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing and os.environ.get("PULLQUOTE_REQUIRE_TOOLS") == "1":
        pytest.fail(f"PULLQUOTE_REQUIRE_TOOLS=1, and {', '.join(missing)} is not installed")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")


@pytest.fixture
def needs() -> Callable[..., None]:
    """Return what skips a test whose programs are missing."""
    return require


@pytest.fixture
def path_with(tmp_path: Path) -> Callable[..., str]:
    """Return a PATH that holds the named programs of this machine, and scripts of our own, and nothing else."""

    def build(*programs: str, **scripts: str) -> str:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        for program in programs:
            require(program)
            (folder / program).symlink_to(shutil.which(program) or "")
        for name, script in scripts.items():
            file = folder / name.replace("_", "-")
            file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
            file.chmod(0o755)
        return str(folder)

    return build
