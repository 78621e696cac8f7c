"""What the child can do. Each job takes bytes and gives bytes; a new one is a line in ``JOBS``.

Loaded in the child only: it brings in lxml and readability.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.article import encode_article
from tui.extract import explain_extraction, extract_article
from tui.pressroom.framing import pack_parts, unpack_page
from tui.quotes import add_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def press(payload: bytes) -> bytes:
    """Make an encoded article of a packed page."""
    return encode_article(add_quotes(extract_article(unpack_page(payload))))


def explain(payload: bytes) -> bytes:
    """Make an encoded article of a packed page, and the decisions on the way there."""
    article, decisions = explain_extraction(unpack_page(payload))
    told = [[decision.action, decision.rule, decision.text] for decision in decisions]
    return pack_parts([encode_article(add_quotes(article)), json.dumps(told).encode("ascii")])


JOBS: Mapping[str, Callable[[bytes], bytes]] = {"press": press, "explain": explain}
