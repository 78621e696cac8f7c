"""The reading pane in the whole app, its library and all its panes; and beside other readers, where they are installed.

``python bench/reader.py``. CPU time of the process, threads included, as
ratios taken in one run: a one-line update is a ``Static`` in the same app.
Other readers (w3m, newsboat, frogmouth) run in a pseudo-terminal of 120 by 40,
as ours does, on the same 100,000 words; what is counted is their CPU for a page.
"""

from __future__ import annotations

import asyncio
import fcntl
import inspect
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

from panes import FRAME, make_article, monsters, verdict
from textual.pilot import Pilot
from textual.widgets import Static

from tui.app import PullquoteApp
from tui.article import Article, Place, Quote, QuoteKind
from tui.cli.read import calm_collector
from tui.cli.wiring import open_reading
from tui.reading import Opened, Reading
from tui.screens.reader import ReaderScreen
from tui.settings import Settings

ROUNDS = 12
SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
PAGES = 20
PAGE_DOWN = b"\x1b[6~"
QUOTED = 40
TURNS = 60
KEYS = (
    *("space", "end", "home", "right_parenthesis", "right_curly_bracket", "v", "right_parenthesis", "escape"),
    *("less_than_sign", "O", "escape", "L", "escape", "4", "S", "end", "home", "S", "2", "slash", *"river", "enter"),
    *("n", "escape", "percent_sign", "percent_sign"),
)
"""What is pressed in an article that nobody writes."""
SETTLE = 0.2
"""Seconds between two acts, in which header and side panes follow the first one."""


def quoted(article: Article, name: str) -> Article:
    """Give an article a name of its own, and a quotation in every tenth block, ``QUOTED`` at most."""
    quotes = tuple(
        Quote(block.text[1:60], QuoteKind.DIRECT, (Place(number, 1, 60),), "Ana Ruiz", cue="said")
        for number, block in enumerate(article.blocks)
        if number % 10 == 0
    )
    return replace(article, quotes=quotes[:QUOTED], source=name, title=f"{name} of the bench")


class Bench:
    """The app, with what is measured in it."""

    def __init__(self, app: PullquoteApp, reading: Reading, opened: dict[str, list[Opened]]) -> None:
        assert isinstance(app.screen, ReaderScreen)
        self.screen = app.screen
        self.reading = reading
        self.opened = opened
        self.afterwards = 0.0
        """What the last act cost after it was painted: header and sides that follow, the place put down."""
        self.line = Static("line", markup=False)
        self.line.styles.height = 1

    async def cpu(self, act: Callable[[], object]) -> float:
        """Return the milliseconds of CPU until ``act`` is done and painted."""
        began = time.process_time()
        doing = act()
        if inspect.isawaitable(doing):
            await doing
        await asyncio.sleep(FRAME)
        spent = (time.process_time() - began) * 1e3
        await asyncio.sleep(SETTLE)
        self.afterwards = (time.process_time() - began) * 1e3 - spent
        return spent

    async def open(self, one: Opened) -> None:
        assert one.row is not None
        await self.screen.show(await self.reading.kept(one.row))

    async def measure(self) -> dict[str, list[float]]:
        await self.screen.mount(self.line, before="#footer")
        view = self.screen.article_pane
        found: dict[str, list[float]] = {}

        def note(name: str, value: float) -> None:
            found.setdefault(name, []).append(value)

        for number in range(ROUNDS):
            note("line", await self.cpu(lambda n=number: self.line.update(f"line {n}")))
            for name, ones in self.opened.items():
                one = ones[number % len(ones)]
                note(f"switch {name}", await self.cpu(lambda one=one: self.open(one)))
            view.lay_out_all()  # as happens while one reads the first page
            view.find("zz")
            view.clear_find()
            await asyncio.sleep(SETTLE)
            note("page", await self.cpu(view.action_forward))
            note("page, afterwards", self.afterwards)
            began = time.process_time()
            view.find("quixotic")
            note("find", (time.process_time() - began) * 1e3)
            view.clear_find()
            began = time.process_time()
            view.lay_out(60 + number)
            view.lay_out_all()
            note("re-wrap", (time.process_time() - began) * 1e3)
            view.set_again()
        return found


async def longest_turn(act: Callable[[], Awaitable[object]]) -> float:
    """Return the longest turn of the event loop, in ms of the main thread's CPU, while ``act`` is done and followed."""
    doing = asyncio.ensure_future(act())
    longest, last = 0.0, time.thread_time()
    for _ in range(TURNS):
        await asyncio.sleep(0)
        now = time.thread_time()
        longest, last = max(longest, now - last), now
        await asyncio.sleep(0.003)
    await doing
    return max(longest, time.thread_time() - last) * 1e3


async def measure_monsters(bench: Bench, pilot: Pilot[None]) -> None:
    """Open articles that nobody writes, and go through the keys in each."""
    for article in monsters():
        kept = await bench.reading.save(Opened(article))
        turns = {"opening": await longest_turn(lambda kept=kept: bench.open(kept))}
        for key in KEYS:
            turns[key] = max(turns.get(key, 0), await longest_turn(lambda key=key: pilot.press(key)))
        turns["another width"] = await longest_turn(lambda: pilot.resize_terminal(100, 30))
        await pilot.resize_terminal(160, 40)
        worst = max(turns, key=turns.__getitem__)
        print(f"{article.title}, in the whole app: {verdict(turns[worst], 50, f'ms, longest at {worst}')}")


async def measure_app(folder: Path) -> dict[str, float]:
    settings = Settings(library=folder / "library.db", config_dir=folder, state_dir=folder)
    async with open_reading(settings) as reading:
        opened = {
            name: [await reading.save(Opened(quoted(make_article(size, seed), f"{name}-{seed}"))) for seed in range(3)]
            for name, size in SIZES.items()
        }
        beginning = asyncio.create_task(reading.begin(128, opening=True))
        app = PullquoteApp(settings, reading, {}, beginning)
        calm_collector()
        async with app.run_test(size=(160, 40)) as pilot:
            await asyncio.sleep(0.5)
            bench = Bench(app, reading, opened)
            found = await bench.measure()
            await measure_monsters(bench, pilot)
    return {name: statistics.median(values) for name, values in found.items()}


def report(typical: dict[str, float]) -> None:
    line = typical["line"]
    print(f"in the whole app, four panes, 160 columns; one line changed: {line:.2f} ms of CPU")
    for name, goal in (("1k", 4), ("10k", 4), ("100k", 5)):
        cost = typical[f"switch {name}"]
        print(f"switch to a kept article of {name} words: {cost:.2f} ms, {verdict(cost / line, goal, 'x one line')}")
    print(f"switch at 100k against 1k: {verdict(typical['switch 100k'] / typical['switch 1k'], 1.5, 'x')}")
    print(f"page at 100k words: {verdict(typical['page'], 5, 'ms')}; {typical['page, afterwards']:.2f} ms afterwards")
    print(f"find of a rare word at 100k words: {verdict(typical['find'], 2, 'ms')}")
    print(f"re-wrap at 100k words: {verdict(typical['re-wrap'], 20, 'ms')}")


# Other readers


def cpu_of_process(number: int) -> float:
    """Return the milliseconds of CPU that a process and its threads have had."""
    tasks = Path(f"/proc/{number}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def cpu_of_pages(command: list[str], environ: dict[str, str], keys: tuple[bytes, ...]) -> tuple[float, float]:
    """Return the CPU of a program until its first page stands and ``keys`` are heard, and of a page after that."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environ, start_new_session=True, close_fds=True
    )
    os.close(child)

    def settle(first: float, rest: float) -> int:
        size, patience = 0, first
        while select.select([parent], [], [], patience)[0]:
            size += len(os.read(parent, 65536))
            patience = rest
        return size

    try:
        settle(20, 1.0)
        for key in keys:
            os.write(parent, key)
            settle(5, 1.0)
        opened = cpu_of_process(process.pid)
        for _ in range(PAGES):
            os.write(parent, PAGE_DOWN)
            settle(2, 0.1)
        return opened, (cpu_of_process(process.pid) - opened) / PAGES
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(parent)


def compare_readers(folder: Path) -> None:
    texts = [block.text for block in make_article(100_000, 1).blocks]
    plain, page, feed, marked = (folder / name for name in ("story.txt", "story.html", "feed.xml", "story.md"))
    plain.write_text("\n\n".join(["A story of the bench", "By Ana Ruiz", *texts]), "utf-8")
    body = "".join(f"<p>{text}</p>" for text in texts)
    page.write_text(
        f"<html><head><title>A story</title></head><body><article><h1>A story</h1>{body}</article>", "utf-8"
    )
    marked.write_text("\n\n".join(["# A story", *texts]), "utf-8")
    item = f"<item><title>A story</title><guid>1</guid><description><![CDATA[{body}]]></description></item>"
    feed.write_text(f'<rss version="2.0"><channel><title>Bench</title>{item}</channel></rss>', "utf-8")
    urls = folder / "urls"
    urls.write_text(f"file://{feed}\n", "utf-8")
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("PULLQUOTE", "PYTHONDONT"))}
    environ |= {"HOME": str(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    environ |= {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
    ours = str(Path(sys.executable).parent / "pullquote")
    subprocess.run([ours, "save", str(page)], env=environ, stdout=subprocess.DEVNULL, check=True)
    readers: dict[str, tuple[list[str], tuple[bytes, ...]]] = {
        "pullquote": ([ours, str(page)], ()),
        "w3m": (["w3m", str(page)], ()),
        "newsboat": (
            ["newsboat", "-r", "-u", str(urls), "-c", str(folder / "cache.db"), "-C", "/dev/null"],
            (b"\r", b"\r"),
        ),
        "frogmouth": (["frogmouth", str(marked)], (b"\t",)),
    }
    for name, (command, keys) in readers.items():
        if shutil.which(command[0]) is None:
            print(f"{name}: not installed")
            continue
        opened, turned = cpu_of_pages(command, environ, keys)
        print(f"{name}: {opened:.0f} ms of CPU from its start until 100k words stand, {turned:.1f} ms a page")


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        report(asyncio.run(measure_app(Path(name))))
        compare_readers(Path(name))


if __name__ == "__main__":
    main()
