"""Where the links of a line lead: to other stories of the same site, or out to what the story speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import MarkKind

if TYPE_CHECKING:
    from tui.extract.outline import Line

_HOST = re.compile(r"(?:https?:)?//([^/?#:\s]{1,200})")


def is_link(line: Line) -> bool:
    """Whether nearly all of ``line`` is links."""
    return bool(line.text) and line.linked > len(line.text) * 0.7


def leads_out(line: Line, url: str) -> bool:
    """Whether the first link of ``line`` leads to another site than the page at ``url`` is of."""
    href = next((href for _, style in line.parts for kind, href in style.marks if kind is MarkKind.LINK), "")
    site = _site(href)
    return bool(site) and bool(url) and site != _site(url)


def _site(address: str) -> str:
    match = _HOST.match(address)
    return ".".join(match[1].lower().split(".")[-2:]) if match else ""
