"""A picture as the library keeps it: as it came when that is small enough, else made anew."""

from __future__ import annotations

from io import BytesIO

from tui.pictures.decoding import (
    MEDIA_TYPES,
    opened,
    scaled,
    upright_size,
)
from tui.pictures.model import KeepLimits, Kept, Rgb
from tui.pictures.sizing import fit_pixels

PAPER: Rgb = (255, 255, 255)
"""What a transparent picture is laid on when it is made anew as a JPEG."""


def shrink_picture(body: bytes, limits: KeepLimits | None = None) -> Kept:
    """Return ``body`` within ``limits``; an animation that is too large keeps its first frame.

    Raises:
        BadPicture: It is no picture, too large, broken or cut short.
    """
    limits = limits or KeepLimits()
    with opened(body) as image:
        width, height = upright_size(image)
        if len(body) <= limits.size and max(width, height) <= limits.side:
            image.load()  # a file that is cut short is told now, not on the train
            return Kept(MEDIA_TYPES.get(image.format or "", "image/jpeg"), body, width, height)
        width, height = fit_pixels(width, height, limits.side)
        made = scaled(image, width, height, PAPER)
        file = BytesIO()
        made.save(file, "JPEG", quality=limits.quality, optimize=True, progressive=True)
        return Kept("image/jpeg", file.getvalue(), width, height)
