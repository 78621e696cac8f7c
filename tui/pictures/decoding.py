"""Bytes from the web -> pixels, within bounds.

Measured (Pillow 13): 43 formats are tried unless told otherwise, EPS among
them; 169 megapixels are only a warning; a WebP's canvas is taken before its
size is known to the caller; a broken file raises any of a dozen exceptions.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from tui.errors import BadPicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from tui.pictures.model import Rgb

MOST_PIXELS = 40_000_000
"""Largest picture decoded. A full frame of a good camera has 24 to 33 million."""

MOST_BYTES = 10 * 1024 * 1024
"""Largest file looked at."""

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
"""What Pullquote shows. No SVG: it is a program. No EPS, PDF, ICO, PSD, …: nobody prints those in an article."""

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}

_ORIENTATION = 0x0112
"""Exif 2.32, 4.6.4 A: how the camera was held."""

# What Pillow's decoders were seen to raise for broken files; there is no common class.
_BROKEN_FILES = (
    *(OSError, SyntaxError, ValueError, TypeError, EOFError, LookupError, ArithmeticError),
    *(AssertionError, AttributeError, struct.error, zlib.error),
)

_TOO_LARGE = "The picture has too many pixels to be shown here. Open it in a browser."
_BROKEN = "The picture is broken or cut short. Open it in a browser."
_NO_PICTURE = "This is no PNG, JPEG, GIF or WebP picture. Open it in a browser."


@contextmanager
def opened(body: bytes) -> Iterator[Image]:
    """Open a picture, its pixels not yet decoded; whatever goes wrong with it inside the block is told as one error.

    Raises:
        BadPicture: It is none, too large, broken or cut short.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  30 ms, and only the child process needs it

    _check_size(_webp_pixels(body), len(body))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "corrupt Exif data" and the like: the picture can be shown all the same
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(body), formats=FORMATS) as image:
                _check_size(image.width * image.height, len(body))
                yield image
        except UnidentifiedImageError as error:
            raise BadPicture(_NO_PICTURE) from error
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
            raise BadPicture(_TOO_LARGE) from error
        except _BROKEN_FILES as error:
            raise BadPicture(_BROKEN) from error


def orientation(image: Image) -> int:
    """Return how the picture must be turned, 1 to 8 as in Exif; 1 when that is not told or cannot be read."""
    if image.format == "PNG":
        image.load()  # getexif would do it, and what is wrong with the pixels must not be taken for a wrong Exif
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except _BROKEN_FILES:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def upright_size(image: Image) -> tuple[int, int]:
    """Return width and height once the picture is turned upright."""
    return (image.height, image.width) if orientation(image) >= 5 else (image.width, image.height)


def scaled(image: Image, width: int, height: int, ground: Rgb) -> Image:
    """Return the first frame as RGB, upright, ``width`` by ``height`` pixels, transparency laid on ``ground``."""
    from PIL.Image import Resampling  # noqa: PLC0415

    turn = orientation(image)
    size = (height, width) if turn >= 5 else (width, height)
    image.draft("RGB", size)  # a JPEG is decoded at an eighth, a quarter or half its size: 2 to 4 times as fast
    flat = flattened(image, ground)
    if flat.size != size:
        flat = flat.resize(size, Resampling.BOX if flat.width > 2 * size[0] else Resampling.LANCZOS, reducing_gap=2.0)
    return turned(flat, turn)


def flattened(image: Image, ground: Rgb) -> Image:
    """Return the picture as RGB, whatever its mode; transparency laid on ``ground``."""
    from PIL import Image  # noqa: PLC0415

    if image.mode.startswith("I"):  # 16 bits of grey
        image.load()
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if not is_transparent(image):
        return image.convert("RGB")
    clear = image.convert("RGBA")
    flat = Image.new("RGB", clear.size, ground)
    flat.paste(clear, mask=clear.getchannel("A"))
    return flat


def is_transparent(image: Image) -> bool:
    """Whether the ground may show through."""
    return "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info


def turned(image: Image, turn: int) -> Image:
    """Return the picture turned as Exif says."""
    from PIL.Image import Transpose  # noqa: PLC0415

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[turn]) if turn in ways else image


def _check_size(pixels: int, size: int) -> None:
    if pixels > MOST_PIXELS or size > MOST_BYTES:
        raise BadPicture(_TOO_LARGE)


def _webp_pixels(body: bytes) -> int:
    """Return the pixels of a WebP's canvas without its decoder, which takes the memory at once.

    RFC 9649, 2.5 to 2.7.
    """
    if body[:4] != b"RIFF" or body[8:12] != b"WEBP" or len(body) < 30:
        return 0
    if body[12:16] == b"VP8X":
        return (1 + int.from_bytes(body[24:27], "little")) * (1 + int.from_bytes(body[27:30], "little"))
    if body[12:16] == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return (1 + (bits & 0x3FFF)) * (1 + (bits >> 14 & 0x3FFF))
    return (int.from_bytes(body[26:28], "little") & 0x3FFF) * (int.from_bytes(body[28:30], "little") & 0x3FFF)
