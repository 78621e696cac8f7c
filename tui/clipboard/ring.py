"""The last copies, one file each in the state directory, so that nothing copied is lost.

A file each, because two running copies of the app then never write the same
one, and a person can read them with ``cat``. The name is the time.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.clipboard.model import Clip
from tui.clipboard.private import write_privately

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 50
"""How many copies are kept."""

KEPT_BYTES = 16 * 1024 * 1024
"""How much they may take together; the newest is kept whatever its size."""

_FOLDER = "clips"
_STAMP = "%Y%m%dT%H%M%S.%f"


def keep_clip(state_dir: Path, text: str) -> None:
    """Keep ``text`` as the newest copy and drop those beyond the limits.

    Raises:
        OSError: it cannot be written.
    """
    folder = state_dir / _FOLDER
    stamp = datetime.now(UTC).strftime(_STAMP)
    write_privately(folder / f"{stamp}-{os.getpid()}.txt", text)
    _drop_old(folder)


def read_clips(state_dir: Path) -> tuple[Clip, ...]:
    """Return the last copies, the newest first; what cannot be read is left out."""
    clips = []
    for path in _newest_first(state_dir / _FOLDER)[:KEPT]:
        with contextlib.suppress(OSError, ValueError):
            moment = datetime.strptime(path.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
            clips.append(Clip(path.read_bytes().decode("utf-8"), moment))
    return tuple(clips)


def _drop_old(folder: Path) -> None:
    left = KEPT_BYTES
    for index, path in enumerate(_newest_first(folder)):
        with contextlib.suppress(OSError):  # another running copy has dropped it
            left -= path.stat().st_size
            if index >= KEPT or (index and left < 0):
                path.unlink()


def _newest_first(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.txt"), key=lambda path: path.name, reverse=True)
    except OSError:
        return []
