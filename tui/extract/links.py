"""Where the links of a line lead: to other stories of the same site, or out to what the story speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.extract.outline import Line

_HOST = re.compile(r"(?:https?:)?//([^/?#:\s]{1,200})")

_ARROW = re.compile(r"[\W_]{0,3}?(?:>|»|→|➜|➡|►|▶|👉|☞|↪)")
_A_LINK = 8
"""Letters that a link has at least if it names a story."""
_A_HEADLINE = 12
"""The same where nothing else speaks for it."""
_LONGEST = 200
_LONGEST_LEAD = 50


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


def points_on(line: Line) -> bool:
    """Whether an arrow starts ``line`` and a link within it leads on."""
    return line.linked >= _A_LINK and len(line.text) <= _LONGEST and bool(_ARROW.match(line.text))


def repeated_leads(indices: Iterable[int], lines: list[Line], url: str) -> set[int]:
    """Return those of ``indices`` whose lines say the same before a link on within the site, as others do.

    "Our own on this: …" needs no language to be known for what it is.
    """
    leads: dict[str, list[int]] = {}
    for index in indices:
        line = lines[index]
        if line.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and line.linked >= _A_HEADLINE:
            lead = _lead_of(line)
            if 3 <= len(lead) <= _LONGEST_LEAD and len(lead) + line.linked + 3 >= len(line.text):
                leads.setdefault(lead, []).append(index)
    repeated = (found for found in leads.values() if len(found) > 1)
    return {index for found in repeated for index in found if not leads_out(lines[index], url)}


def _lead_of(line: Line) -> str:
    """Return what ``line`` says before its first link."""
    said = []
    for text, style in line.parts:
        if style.linked:
            break
        said.append(text)
    return " ".join("".join(said).casefold().split())
