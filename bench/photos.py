"""An article of 100 pictures: painted as fast as one of none, no stall while they load, memory bounded.

The real app without a terminal at 170 columns, so that thumbnails are shown; a
web server in a process of its own serves 100 different pictures of 1600 pixels.
"""

from __future__ import annotations

import asyncio
import contextlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from textual.pilot import Pilot

from tui.app import PullquoteApp
from tui.article import Article, Block, BlockKind, Figure
from tui.cli.read import calm_collector
from tui.cli.wiring import open_reading
from tui.reading import Opened, Reading
from tui.screens.picture import PictureScreen
from tui.screens.reader import ReaderScreen
from tui.settings import Settings
from tui.widgets.captionspane import CaptionsPane
from tui.widgets.picture_view import PictureView

PICTURES = 100
ROUNDS = 25
SIZE = (170, 45)
TICK = 0.001
SENTENCE = "The ferry to Kell left at six, full to the rails, said Mira Holt, who runs the kiosk on the pier. "


@contextlib.contextmanager
def serving(folder: str) -> Iterator[int]:
    """Serve a folder from a process of its own; give the port."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert server.stdout
        yield int(server.stdout.readline().split()[5])
    finally:
        server.kill()
        server.wait()


def make_pictures(folder: Path) -> None:
    """Put so many different photographs there, about 300 KB each."""
    light = Image.linear_gradient("L").resize((1600, 1067))
    grain = Image.blend(light, Image.effect_noise((1600, 1067), 60), 0.4).convert("RGB")
    for number in range(1, PICTURES + 1):
        draw = ImageDraw.Draw(grain)
        draw.ellipse((number * 9, 200, number * 9 + 500, 800), fill=(number * 2, 90, 250 - number * 2))
        file = BytesIO()
        grain.save(file, "JPEG", quality=70)
        (folder / f"{number}.jpg").write_bytes(file.getvalue())


def make_article(origin: str, pictures: int) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, f"{number}. {SENTENCE * 6}") for number in range(120))
    figures = tuple(
        Figure(number, pictures, number, f"{origin}/{number}.jpg", caption=f"{number}. {SENTENCE}", credit="Ole Brandt")
        for number in range(1, pictures + 1)
    )
    address = f"{origin}/story-{pictures}"
    return Article(address, address, f"A story with {pictures} pictures", blocks, figures=figures)


async def paint(screen: ReaderScreen, opened: Opened) -> tuple[float, float]:
    """Show an article; return the clock's and the processor's milliseconds until it is painted."""
    painted = asyncio.Event()
    clock, cpu = time.perf_counter(), time.process_time()
    await screen.show(opened)
    screen.article_pane.call_after_refresh(painted.set)
    await painted.wait()
    return (time.perf_counter() - clock) * 1e3, (time.process_time() - cpu) * 1e3


async def compare(screen: ReaderScreen, plain: Opened, full: Opened) -> None:
    """Print how long an article with pictures takes beside one without."""
    found: dict[str, list[tuple[float, float]]] = {"none": [], "many": []}
    for _ in range(ROUNDS):
        for name, opened in (("none", plain), ("many", full)):
            found[name].append(await paint(screen, opened))
            await asyncio.sleep(0.3)
    clock, cpu = ([statistics.median(one[part] for one in found[name]) for name in ("none", "many")] for part in (0, 1))
    print(f"painting an article with {PICTURES} kept pictures: {clock[1]:.1f} ms, with none {clock[0]:.1f} ms:")
    print(f"  {clock[1] / clock[0]:.2f} x by the clock, {cpu[1] / cpu[0]:.2f} x by the processor (goal 1.2)")


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110  the app is looked at from outside, and tells nobody when it has painted
            await asyncio.sleep(0.01)


def is_drawn(view: PictureView) -> bool:
    return "▀" in view.render_line(view.size.height // 2).text


async def walk(view: PictureView) -> None:
    """Go through the gallery, each picture seen before the next is asked for."""
    for number in range(PICTURES):
        await until(lambda number=number: view.index == number and is_drawn(view))
        view.action_turn(1)


async def leaf(pane: CaptionsPane) -> None:
    """Go through the captions, with their thumbnails."""
    for _ in range(PICTURES):
        pane.action_line_down()
        await asyncio.sleep(0.05)


async def stall(name: str, work: Callable[[], Awaitable[object]]) -> None:
    """Print the longest time between two turns of the loop: the clock's, and how long the loop itself was at work."""
    task = asyncio.ensure_future(work())
    began = clock = time.perf_counter()
    cpu = time.thread_time()
    longest = busiest = 0.0
    while not task.done():
        await asyncio.sleep(TICK)
        longest, clock = max(longest, time.perf_counter() - clock - TICK), time.perf_counter()
        busiest, cpu = max(busiest, time.thread_time() - cpu), time.thread_time()
    await task
    print(
        f"{name}: {clock - began:.1f} s, longest stall {longest * 1e3:.1f} ms by the clock, "
        f"{busiest * 1e3:.1f} ms by the processor (goal: under 50)"
    )


def memory() -> float:
    """Return the most that the app's process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def measure(reading: Reading, settings: Settings, origin: str) -> None:
    plain = await reading.save(Opened(make_article(origin, 0)))
    full = await reading.save(Opened(make_article(origin, PICTURES)))
    app = PullquoteApp(settings, reading, {"TERM": "xterm-256color"}, reading.begin(100, opening=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await screen.show(full)
        await pilot.pause()
        before = memory()
        await look_at_all(pilot)
        row = full.row
        assert row is not None
        await stall(
            "keeping them", lambda: reading.photos.keep(row.id, full.article.figures, asked=full.article.source)
        )
        await screen.show(plain)
        await screen.show(full)
        await pilot.press("3")
        await asyncio.sleep(1)
        await stall("thumbnails of all", lambda: leaf(screen.captions_pane))
        print(f"the app's memory grew by {memory() - before:.0f} MB to {memory():.0f} MB")
        await compare(screen, plain, full)
        await stall("the same app idle", lambda: asyncio.sleep(3))


async def look_at_all(pilot: Pilot[None]) -> None:
    app = pilot.app
    await pilot.press("i")
    await until(lambda: isinstance(app.screen, PictureScreen) and is_drawn(app.screen.query_one(PictureView)))
    view = app.screen.query_one(PictureView)
    await stall("fetching and drawing them in the gallery", lambda: walk(view))
    await pilot.press("escape")


async def run(home: Path, port: int) -> None:
    settings = Settings(library=home / "library.db", config_dir=home, state_dir=home)
    async with open_reading(settings) as reading:
        await measure(reading, settings, f"http://127.0.0.1:{port}")


def main() -> None:
    """Print all figures."""
    calm_collector()  # as the app does
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        make_pictures(Path(folder))
        with serving(folder) as port:
            asyncio.run(run(Path(home), port))
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the largest child process had {children:.0f} MB")


if __name__ == "__main__":
    main()
