"""Pictures made on the spot: good ones, and every bad one of the photo desk's list."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tui.fetch import Fetcher
from tui.pressroom import Pressroom
from tui.reading import LibraryDesk
from tui.reading.darkroom import DARKROOM_JOBS, DARKROOM_LIMITS
from tui.reading.pictures import PhotoDesk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


def encode(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return ``image`` as a file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def quarters(width: int = 80, height: int = 40) -> Image.Image:
    """Return a picture of four colours: red, green above blue, white."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    image.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    image.paste((0, 255, 0), (width // 2, 0, width, height // 2))
    image.paste((0, 0, 255), (0, height // 2, width // 2, height))
    return image


@pytest.fixture
def photo() -> bytes:
    """A JPEG of some size, with more colours than a palette holds."""
    across, down = Image.linear_gradient("L").resize((900, 600)), Image.radial_gradient("L").resize((900, 600))
    return encode(Image.merge("RGB", (across, down, Image.effect_noise((900, 600), 40))), "JPEG", quality=85)


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[LibraryDesk]:
    desk = LibraryDesk(tmp_path / "library.db")
    yield desk
    await desk.close()


@pytest.fixture
async def desk(library: LibraryDesk) -> AsyncIterator[PhotoDesk]:
    async with Fetcher() as fetcher, Pressroom(DARKROOM_LIMITS, jobs=DARKROOM_JOBS) as darkroom:
        yield PhotoDesk(library, fetcher, darkroom)
