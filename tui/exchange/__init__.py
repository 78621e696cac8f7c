"""The ways out: an article, a quotation, a caption or a link as it should read elsewhere. Pure.

Each is loaded when it is first asked for: the app needs one of them to start.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.exchange.citing import STYLES, caption_text, check_citation, cite
    from tui.exchange.failures import jsonl_error
    from tui.exchange.fragments import article_link, passage_link
    from tui.exchange.markdown import article_markdown
    from tui.exchange.plain import article_text
    from tui.exchange.quoting import article_json, quotation_text

__all__ = [
    "STYLES",
    "article_json",
    "article_link",
    "article_markdown",
    "article_text",
    "caption_text",
    "check_citation",
    "cite",
    "jsonl_error",
    "passage_link",
    "quotation_text",
]

_HOMES = {
    "citing": ("STYLES", "caption_text", "check_citation", "cite"),
    "failures": ("jsonl_error",),
    "fragments": ("article_link", "passage_link"),
    "markdown": ("article_markdown",),
    "plain": ("article_text",),
    "quoting": ("article_json", "quotation_text"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"tui.exchange.{home}"), name)
    message = f"module 'tui.exchange' has no attribute {name!r}"
    raise AttributeError(message)
