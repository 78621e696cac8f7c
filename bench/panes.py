"""CPU of the reading pane, as ratios taken in one run: python bench/panes.py.

Switching articles is set against changing one line of text in the same app,
breaking lines against ``textwrap``. CPU time, not the clock's: the figures
hold on a busy machine.
"""

from __future__ import annotations

import asyncio
import random
import resource
import statistics
import textwrap
import time
from collections.abc import Callable, Iterator

from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.article.model import Article, Block, BlockKind, Figure, Place, Quote, QuoteKind
from tui.cli.read import calm_collector
from tui.widgets.articleview import ArticleView
from tui.widgets.wrapping import wrap

ROUNDS = 15
FRAME = 0.05
WORDS = (
    *("the", "river", "town", "of", "a", "levee", "piano", "water", "council", "and", "house", "morning", "in"),
    *("ferry", "report", "engineer", "winter", "said", "to", "gauge", "harbour", "patient", "calendar", "that"),
    *("step", "bridge", "promise", "evening", "for", "mayor", "stair", "with", "quiet"),
)
MONSTERS = {
    "one paragraph of 1 MB": ("The river rose again. " * 47_000,),
    "100,000 paragraphs of one word": ("word",) * 100_000,
    "a word of 10,000 letters": ("x" * 10_000,),
    "300,000 letters without a space": ("水" * 300_000,),
    "two directions": ("the weir \u05d4\u05e0\u05d4\u05e8 rose \u0645\u0631\u062d\u0628\u0627 " * 10_000,),
    "joiners without number": ("a\u200d\u200d" * 50_000,),
    "marks upon marks": ("a" + "\u0301" * 4, "Z\u0300\u0301\u0302\u0303algo " * 20_000),
}


class Bench(App[None]):
    """The pane, and a line to compare it with."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { height: 1; } ArticleView { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Static("line", markup=False)
        yield ArticleView()


def make_article(words: int, seed: int) -> Article:
    """About so many words in paragraphs of 60 to 120."""
    dice = random.Random(seed)
    blocks = []
    while words > 0:
        count = min(words, dice.randint(60, 120))
        text = " ".join(dice.choice(WORDS) for _ in range(count)).capitalize()
        blocks.append(Block(BlockKind.PARAGRAPH, f"“{text},” she said — once more, in the well-kept hall."))
        words -= count
    return Article(f"made{seed}", "", f"Article {seed} of {words}", tuple(blocks))


async def cpu_of(act: Callable[[], object]) -> float:
    """Return the milliseconds of CPU until ``act`` is done and painted."""
    began = time.process_time()
    act()
    await asyncio.sleep(FRAME)
    return (time.process_time() - began) * 1e3


async def measure(app: Bench) -> dict[str, list[float]]:
    view, line = app.query_one(ArticleView), app.query_one(Static)
    sizes = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
    articles = {name: [make_article(size, seed) for seed in range(4)] for name, size in sizes.items()}
    found: dict[str, list[float]] = {}
    for number in range(ROUNDS):
        found.setdefault("line", []).append(await cpu_of(lambda n=number: line.update(f"line {n}")))
        found.setdefault("nothing", []).append(await cpu_of(lambda: None))
        for name, ones in articles.items():
            one = ones[number % 4]
            found.setdefault(f"switch {name}", []).append(await cpu_of(lambda one=one: setattr(view, "article", one)))
            if name == "100k":
                view.find("zz")
                found.setdefault("page", []).append(await cpu_of(view.action_forward))
                began = time.process_time()
                view.find("quixotic")
                found.setdefault("find", []).append((time.process_time() - began) * 1e3)
                began = time.process_time()
                view.lay_out(60 + number)
                view.lay_out_all()
                found.setdefault("re-wrap", []).append((time.process_time() - began) * 1e3)
    return found


def verdict(value: float, goal: float, unit: str) -> str:
    """Say a figure, its goal and whether it holds."""
    return f"{value:.2f} {unit} (goal {goal}: {'holds' if value <= goal else 'MISSED'})"


def report(found: dict[str, list[float]]) -> None:
    typical = {name: statistics.median(values) for name, values in found.items()}
    line = typical["line"]
    print(f"one line changed: {line:.2f} ms of CPU ({typical['nothing']:.2f} of them for waiting)")
    for name, goal in (("1k", 4), ("10k", 4), ("100k", 5)):
        cost = typical[f"switch {name}"]
        print(f"switch to an article of {name} words: {cost:.2f} ms, {verdict(cost / line, goal, 'x one line')}")
    print(f"switch at 100k against 1k: {verdict(typical['switch 100k'] / typical['switch 1k'], 1.5, 'x')}")
    for name, goal in (("page", 5), ("find", 2), ("re-wrap", 20)):
        print(f"{name} at 100k words: {verdict(typical[name], goal, 'ms')}")


def compare_wrapping() -> None:
    """Print how long breaking lines takes beside ``textwrap``."""
    texts = [block.text for block in make_article(20_000, 9).blocks]
    plain = [text.replace("“", '"').replace("”", '"').replace("—", "--") for text in texts]
    ours, theirs = [], []
    for _ in range(5):
        began = time.process_time()
        for text in plain:
            textwrap.wrap(text, 66)
        theirs.append(time.process_time() - began)
        for sample in (plain, texts):
            began = time.process_time()
            for text in sample:
                wrap(text, 66)
            ours.append(time.process_time() - began)
    print(f"breaking ASCII: {verdict(min(ours[::2]) / min(theirs), 0.1, 'x textwrap')}")
    print(f"breaking prose with curly marks and dashes: {verdict(min(ours[1::2]) / min(theirs), 0.1, 'x textwrap')}")


async def stall_of(view: ArticleView, article: Article) -> float:
    """Open an article, page on, go to its end and back, narrower, find; return the longest turn of the loop, in ms."""
    longest = 0.0
    acts = (
        *(lambda: setattr(view, "article", article), view.action_forward, view.action_bottom, view.action_top),
        *(view.action_narrower, lambda: view.action_sentence(1), lambda: view.action_select("word")),
        *(lambda: view.extend("sentence", 1), lambda: view.find("goat"), view.action_bottom),
    )
    for act in acts:
        last = time.thread_time()
        act()
        for _ in range(200):
            await asyncio.sleep(0)
            now = time.thread_time()
            longest, last = max(longest, now - last), now
            await asyncio.sleep(0.002)
            if view.setting is not None and view.setting.whole:
                break
        longest = max(longest, time.thread_time() - last)
    return longest * 1e3


def monsters() -> Iterator[Article]:
    """Articles that nobody writes, and that must not hold up the keys all the same."""
    for name, texts in MONSTERS.items():
        yield Article(name, "", name, tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    cells = "\n".join("\t".join(f"c{column}" for column in range(200)) for _ in range(50))
    yield Article("table", "", "a table of 200 columns", (Block(BlockKind.TABLE, cells, header_rows=1),))
    said = [f"The river rose {number} inches that night and nobody slept." for number in range(3_000)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, f"“{words}” said Ana Ruiz. It was late.") for words in said)
    quotes = tuple(
        Quote(words, QuoteKind.DIRECT, (Place(number, 1, 1 + len(words)),), "Ana Ruiz", cue="said")
        for number, words in enumerate(said)
    )
    yield Article("quotations", "", "3,000 quotations", blocks, quotes=quotes)
    figures = tuple(
        Figure(position=number + 1, total=3_000, block=number, src=f"https://tern.example/{number}.jpg", caption=words)
        for number, words in enumerate(said)
    )
    yield Article("pictures", "", "3,000 pictures", blocks, figures=figures)


async def measure_monsters(app: Bench) -> None:
    view = app.query_one(ArticleView)
    for article in monsters():
        print(f"{article.title}: longest turn of the loop {verdict(await stall_of(view, article), 50, 'ms')}")


async def run() -> None:
    app = Bench()
    calm_collector()
    async with app.run_test(size=(120, 40)):
        empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        app.query_one(ArticleView).article = make_article(100_000, 7)
        await asyncio.sleep(FRAME)
        full = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        report(await measure(app))
        await measure_monsters(app)
    print(f"memory with 100k words open (their text included): {verdict(full / empty, 1.3, 'x the empty app')}")


def main() -> None:
    """Print all figures."""
    compare_wrapping()
    asyncio.run(run())


if __name__ == "__main__":
    main()
