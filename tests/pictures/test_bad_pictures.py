"""No file that a page can name ends in anything but a drawing or one error, within bounded memory and time."""

from __future__ import annotations

import random
import resource
import struct
import subprocess
import sys
import time
import zlib

import pytest
from PIL import Image

from tests.pictures.conftest import encode, quarters
from tui.errors import BadPicture
from tui.pictures import KeepLimits, Road, Wish, draw_picture, shrink_picture

WISH = Wish(Road.BLOCKS, 40, 20)


def _png(width: int, height: int, data: bytes) -> bytes:
    """Return a PNG that states a size, whatever its data are."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _bomb() -> bytes:
    """Return a PNG of 30 kB that unpacks to 108 million pixels."""
    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(1_000_000)) for _ in range(32)) + row.flush()
    return _png(12_000, 9_000, packed)


def _webp_canvas(width: int, height: int) -> bytes:
    """Return a WebP that states a canvas, with a true picture in it."""
    inner = encode(quarters(), "WEBP", quality=80)[12:]
    head = b"\x02\x00\x00\x00" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + head + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


GOOD = {kind: encode(quarters(300, 200), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")}

BAD = {
    "nothing": b"",
    "a page": b"<!DOCTYPE html><title>404</title><p>Not here.",
    "an SVG with a script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "an SVG that points elsewhere": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) (r) file\n",
    "a TIFF": encode(quarters(), "TIFF"),
    "a BMP": encode(quarters(), "BMP"),
    "an icon": encode(quarters(16, 16), "ICO"),
    "a data: address": b"data:image/png;base64,iVBORw0KGgo=",
    "a bomb": _bomb(),
    "a hundred megapixels, stated": _png(10_000, 10_000, zlib.compress(bytes(100))),
    "four thousand million pixels, stated": _png(65_535, 65_535, zlib.compress(bytes(100))),
    "a WebP canvas of 268 megapixels": _webp_canvas(16_384, 16_384),
    "a WebP canvas of 2**48 pixels": _webp_canvas(1 << 24, 1 << 24),
    "a PNG with no pixels": _png(100, 100, b""),
    "a PNG of broken data": _png(100, 100, b"\x00" * 50),
    "a PNG of size nought": _png(0, 0, zlib.compress(b"")),
    **{f"half a {kind}": body[: len(body) // 2] for kind, body in GOOD.items() if kind != "GIF"},
    **{f"a {kind}'s first 20 bytes": body[:20] for kind, body in GOOD.items()},
}


@pytest.mark.parametrize("name", BAD)
def test_it_is_told_in_one_sentence(name: str) -> None:
    for work in (lambda: draw_picture(BAD[name], WISH), lambda: shrink_picture(BAD[name])):
        began = time.process_time()
        with pytest.raises(BadPicture) as told:
            work()
        assert str(told.value).endswith(".")
        assert time.process_time() - began < 2


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_bitten_anywhere_gives_a_drawing_or_the_one_error(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(150):
        body = bytearray(GOOD[kind])
        for _ in range(chance.randint(1, 12)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        try:
            drawing = draw_picture(bytes(body), WISH)
        except BadPicture:
            continue
        assert len(drawing.cells) == 2 * drawing.columns * drawing.rows


def test_extreme_shapes_are_drawn_thin() -> None:
    for size in ((20_000, 1), (1, 20_000), (1, 1)):
        drawing = draw_picture(encode(Image.new("RGB", size, (200, 0, 0))), WISH)
        assert 1 <= drawing.columns <= 40
        assert 1 <= drawing.rows <= 20


def test_broken_exif_does_not_cost_the_picture() -> None:
    body = encode(quarters(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\xff" * 40)
    assert draw_picture(body, WISH).rows > 0


def test_the_largest_picture_allowed_stays_within_the_childs_memory() -> None:
    code = (
        "import resource, sys; from io import BytesIO; from PIL import Image; "
        "from tui.pictures import Road, Wish, draw_picture; "
        "f = BytesIO(); Image.new('RGBA', (8000, 4900), (9, 9, 9, 90)).save(f, 'PNG', compress_level=1); "
        "f.seek(0); "
        "draw_picture(f.getvalue(), Wish(Road.BLOCKS, 80, 30)); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, preexec_fn=limit
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 900_000


def test_importing_the_room_does_not_import_pillow() -> None:
    code = "import sys, tui.pictures; print('PIL' in sys.modules, 'textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_small_picture_is_kept_as_it_came() -> None:
    for kind, body in GOOD.items():
        kept = shrink_picture(body)
        assert kept.body == body
        assert kept.media_type == f"image/{kind.lower()}"
        assert (kept.width, kept.height) == (300, 200)


def test_a_large_picture_is_made_anew_within_the_limits(photo: bytes) -> None:
    kept = shrink_picture(photo, KeepLimits(side=300, size=100_000))
    assert (kept.width, kept.height) == (300, 200)
    assert kept.media_type == "image/jpeg"
    assert len(kept.body) < 100_000
    assert draw_picture(kept.body, WISH).width == 300


def test_an_animation_that_is_too_large_keeps_its_first_frame() -> None:
    frames = [Image.effect_noise((400, 300), 90).convert("RGB") for _ in range(8)]
    body = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])
    kept = shrink_picture(body, KeepLimits(size=100_000))
    assert kept.media_type == "image/jpeg"
    assert (kept.width, kept.height) == (400, 300)


def test_a_turned_picture_made_anew_is_upright_and_says_nothing_of_turning() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    kept = shrink_picture(encode(quarters(800, 400), "JPEG", exif=exif), KeepLimits(side=200))
    assert (kept.width, kept.height) == (100, 200)
    assert draw_picture(kept.body, WISH).height == 200
