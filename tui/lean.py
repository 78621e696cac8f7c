"""Import this before Textual: its command palette stays unloaded, a tenth of every start.

Pullquote has a palette of its own (``:``), with ``App.ENABLE_COMMAND_PALETTE``
off. Textual 8 imports its own all the same, and with it the widgets that the
palette is made of (21 of the 100 ms that ``import textual.app`` takes).
"""

from __future__ import annotations

import sys
from types import ModuleType


class _Unloaded(ModuleType):
    """Stands for ``textual.command``; each name of it is an empty class, to be named and derived from."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def leave_out_palette() -> None:
    """Have ``import textual.command`` give nothing, unless it was loaded already."""
    sys.modules.setdefault("textual.command", _Unloaded("textual.command"))
