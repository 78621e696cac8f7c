"""Line breaking opportunities."""

from __future__ import annotations

import re

_AFTER = re.compile(" +(?=[^ \n])|\n|[⺀-鿿가-힯＀-￮](?=[^ 、。，．！？）」』])|(?<=[A-Za-z])[-–—/](?=[A-Za-z])")


def find_breaks(text: str) -> tuple[list[int], list[int]]:
    """Return where a line may end and where it must."""
    found = [match.end() for match in _AFTER.finditer(text)]
    return found, [place for place in found if text[place - 1] == "\n"]
