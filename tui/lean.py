"""What asyncio and Textual load and nothing here uses stays unloaded: a seventh of every start.

Pullquote has a palette of its own (``:``), with ``App.ENABLE_COMMAND_PALETTE``
off; Textual 8 imports its own all the same, and with it the widgets that the
palette is made of. The rest is for showing what is wrong with a style sheet,
for printing colours, for lines between the cells of a grid. asyncio imports
``ssl`` for connections that it encrypts itself; httpx encrypts its own.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNUSED = (
    "difflib",
    "mimetypes",
    "rich.markup",
    "rich.panel",
    "rich.table",
    "rich.tree",
    "textual.canvas",
    "textual.command",
    "textual.css._help_renderables",
    "textual.css._help_text",
    "textual.markup",
)
"""What ``import textual.app`` loads and is not used here but to be named and derived from."""


class _Unloaded(ModuleType):
    """Stands for a module: a name of it is a class that loads the module when one is made, and gives the real one."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)

        def make(_: type, *args: object, **named: object) -> object:
            return getattr(import_module(self.__name__), name)(*args, **named)

        return type(name, (), {"__new__": make})


@contextmanager
def textual_alone() -> Iterator[None]:
    """Have Textual, if it is loaded in here, do without what is not used; afterwards each of it can be imported."""
    unloaded = {name: _Unloaded(name) for name in UNUSED if name not in sys.modules}
    sys.modules.update(unloaded)
    try:
        yield
    finally:
        for name in unloaded:
            del sys.modules[name]


def load_asyncio_alone() -> None:
    """Load asyncio as on a system without TLS, which ``ssl`` itself is not: it is loaded with httpx."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]
