"""What the darkroom can do: jobs for a pressroom's child of its own, so that a picture never holds up a page.

``Pressroom(DARKROOM_LIMITS, jobs="tui.pictures.jobs")``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.pictures.drawing import draw_picture
from tui.pictures.keeping import shrink_picture
from tui.pictures.model import decode_limits, decode_wish, encode_drawing, encode_kept, split_parcel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def draw(payload: bytes) -> bytes:
    """Make an encoded drawing of a wish and a picture."""
    wish, body = split_parcel(payload)
    return encode_drawing(draw_picture(body, decode_wish(wish)))


def shrink(payload: bytes) -> bytes:
    """Make an encoded picture to keep of limits and a picture as it came."""
    limits, body = split_parcel(payload)
    return encode_kept(shrink_picture(body, decode_limits(limits)))


JOBS: Mapping[str, Callable[[bytes], bytes]] = {"draw": draw, "shrink": shrink}
