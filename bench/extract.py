"""Extract a development set of pages, beside bare readability-lxml and trafilatura, through its scorer.

    python bench/extract.py --data FOLDER --scorer SCORE.PY [--rules]

FOLDER holds ``pages.jsonl`` and the pages it names, as the scorer's README
describes. Ours are what ``pullquote show --jsonl`` prints; the CPU time of each
extractor, bytes to text, is taken page by page in one interleaved run. With
``--rules``, each rule is left out once and what the body then loses is printed,
over all pages and on the publisher that misses it most.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import lxml.html
from readability import Document

from tui.article import Page
from tui.errors import PullquoteError
from tui.extract import bodies, boxes, ends, extract_article, furniture, judging, lines
from tui.extract.decoding import decode_page
from tui.extract.legends import read_album
from tui.extract.metadata import find_metadata
from tui.extract.parsing import parse_text
from tui.extract.structured import gather_facts
from tui.extract.surveying import FOREIGN, survey
from tui.extract.vocabulary import SIGN_NAMES
from tui.extract.walking import outline_page

_NEIGHBOURS = 25
"""Pages on each side in order of size that tell what time is usual."""

Row = dict[str, object]
Extractor = Callable[[bytes, str], str]
Patch = tuple[object, str, object]


def ours(body: bytes, url: str) -> str:
    return extract_article(Page(url, url, body, "text/html")).text


def readability(body: bytes, _url: str) -> str:
    root = lxml.html.document_fromstring(Document(body).summary())
    for element in root.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "blockquote", "tr", "pre", "figcaption"):
        element.tail = "\n\n" + (element.tail or "")
    return "".join(map(str, root.itertext()))


def peers() -> dict[str, Extractor]:
    """Bare readability-lxml, and trafilatura where it is installed."""
    found: dict[str, Extractor] = {"readability-lxml": readability}
    if importlib.util.find_spec("trafilatura"):
        trafilatura = importlib.import_module("trafilatura")
        found["trafilatura"] = lambda body, _url: (trafilatura.extract(body) or "").replace("\n", "\n\n")
    return found


class Watch:
    """The memory of the children of ``parent``, seen a few times a second (Linux, ``/proc``)."""

    def __init__(self, parent: int) -> None:
        self.seen: list[tuple[int, int]] = []
        """Answers read so far, and kilobytes that the largest child holds then."""
        self.answers = 0
        self._parent = parent
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(0.2):
            held = max(map(resident, children(self._parent)), default=0)
            if held:
                self.seen.append((self.answers, held))

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def report(self) -> None:
        """Print the most that a child held, and what it held by tenths of the set: flat is what it should be."""
        if not self.seen:
            return
        tenths = [
            max((held for at, held in self.seen if tenth <= at * 10 // (self.answers + 1) <= tenth), default=0) // 1024
            for tenth in range(10)
        ]
        most = max(held for _, held in self.seen) // 1024
        print(f"child: most {most} MB resident; by tenths of the set {' '.join(map(str, tenths))} MB")


def children(parent: int) -> list[int]:
    try:
        own = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid for child in map(int, own) for pid in (child, *children(child))]


def resident(pid: int) -> int:
    """Kilobytes of memory that the process holds now."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8", "replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.split("\n") if line.startswith("VmRSS:")), 0)


def show(paths: list[Path], folder: Path) -> dict[str, Row]:
    """What one ``pullquote show --jsonl`` prints for all the files; its child's memory is watched and printed."""
    answers: dict[str, Row] = {}
    command = [
        sys.executable,
        "-m",
        "tui",
        "show",
        "--jsonl",
        "--library",
        str(folder / "library.db"),
        *map(str, paths),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
        watch = Watch(process.pid)
        for line in process.stdout or ():
            row = json.loads(line)
            answers[str(row["source"])] = row
            watch.answers += 1
        watch.end()
    watch.report()
    return answers


def predict(row: Row) -> Row:
    """A line of ``show --jsonl`` as the scorer's prediction."""
    figures = [figure for figure in row.get("figures") or () if figure["caption"]]  # type: ignore[attr-defined]
    return {
        "title": row.get("title", ""),
        "authors": row.get("authors", []),
        "date": row.get("published") or "",
        "body": row.get("text", ""),
        "captions": [{"caption": figure["caption"], "credit": figure["credit"] or None} for figure in figures],
    }


def compare(pages: list[Row], data: Path, scorer: Path) -> None:
    """Score all extractors over ``pages`` and print their CPU time."""
    names: dict[str, Extractor] = {"pullquote": ours, **peers()}
    spent: dict[str, list[float]] = defaultdict(list)
    predictions: dict[str, list[Row]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        answers = show([data / str(page["html_path"]) for page in pages], Path(scratch))
        for page in pages:
            path = data / str(page["html_path"])
            for name, extractor in names.items():
                text, milliseconds = timed(extractor, path.read_bytes(), str(page["url"] or ""))
                told = predict(answers.get(str(path), {})) if name == "pullquote" else {"body": text}
                predictions[name].append({"id": page["id"], **told, "cpu_ms": milliseconds})
                spent[name].append(milliseconds)
        files = []
        for name, rows in predictions.items():
            files.append(Path(scratch) / f"{name}.jsonl")
            files[-1].write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
        command = [sys.executable, str(scorer), "--data", str(data), "--no-sets", *map(str, files)]
        subprocess.run(command, check=True)
    sizes = [(data / str(page["html_path"])).stat().st_size for page in pages]
    base = statistics.mean(spent["readability-lxml"])
    for name, times in spent.items():
        mean, middle, worst = statistics.mean(times), statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        print(
            f"{name}: CPU {mean:.1f} ms a page ({mean / base:.2f} x bare), median {middle:.1f}, p95 {worst:.1f}, "
            f"p95 against the trend of its size {over_trend(sizes, times):.2f}"
        )


def over_trend(sizes: list[int], times: list[float]) -> float:
    """How much longer than usual for its size the slowest twentieth of the pages takes.

    Usual is the median of the pages nearest in size.
    """
    ordered = [time for _, time in sorted(zip(sizes, times, strict=True))]
    near = [ordered[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1] for at in range(len(ordered))]
    ratios = sorted(own / statistics.median(others) for own, others in zip(ordered, near, strict=True))
    return ratios[int(len(ratios) * 0.95)]


def timed(extractor: Extractor, body: bytes, url: str) -> tuple[str, float]:
    begin = time.process_time()
    try:
        text = extractor(body, url)
    except (PullquoteError, ValueError, TypeError, AttributeError):
        text = ""
    return text, (time.process_time() - begin) * 1000


def without() -> dict[str, list[Patch]]:
    """For every rule, what has to be put where for the extractor to do without it."""
    absent: dict[str, list[Patch]] = {
        "standfirst": [(judging, "find_lead", lambda _kept, _case: [])],
        "readability": [(judging, "is_doubtful", lambda _kept, _case: False)],
        "page's data": [(bodies, "find_told_body", lambda _root, _clues: None)],
        "closing": [(ends, "closing_share", lambda _line: 0.0)],
        "told end": [(ends, "_told_end", lambda kept, _case: len(kept))],
        "same lead": [(judging, "repeated_leads", lambda _kept, _lines, _url: set())],
        "links alone": [(judging, "_links_in", lambda _region, _case: [])],
    }
    for module, table in ((boxes, "BOX_RULES"), (lines, "LINE_RULES"), (ends, "HEAD_RULES"), (ends, "TAIL_RULES")):
        rules = getattr(module, table)
        for rule in rules:
            absent[rule.name] = [(module, table, tuple(other for other in rules if other is not rule))]
    for bit, name in SIGN_NAMES.items():
        if FOREIGN & bit:
            absent[f"{name} box"] = [(module, "FOREIGN", FOREIGN & ~bit) for module in (boxes, lines)]
    for kind in furniture.KINDS:

        def blind(text: str, kind: str = kind) -> str:
            found = furniture.furniture_kind(text)
            return "" if found == kind else found

        absent[f"{kind} (words)"] = [(lines, "furniture_kind", blind)]
    return absent


def weigh_rules(pages: list[Row], data: Path, scorer: Path) -> None:
    """Leave out one rule after the other and print what the body loses by it."""
    marks, rules = load(scorer), without()
    worth: dict[str, dict[str, float]] = {name: defaultdict(float) for name in rules}
    pages = [page for page in pages if page["gold"].get("body_text")]  # type: ignore[attr-defined]
    for page in pages:
        publisher = str(page["publisher"] or page["id"])
        for name, lost in lose(page, data, marks, rules).items():
            worth[name][publisher] += lost
    print("rule | page F1 it gives | publishers it helps, hurts | the one it hurts most, against all it gives")
    for name, given in sorted(worth.items(), key=lambda item: -sum(item[1].values())):
        worst = min(given, key=lambda publisher: given[publisher])
        better, hurt = sum(v > 0.005 for v in given.values()), sum(v < -0.005 for v in given.values())
        gain, whole = sum(given.values()) / len(pages), sum(v for v in given.values() if v > 0)
        print(f"{name} | {gain:+.4f} | {better}, {hurt} | {worst} {given[worst]:+.2f} against {whole:+.2f}")


def lose(page: Row, data: Path, scorer: ModuleType, rules: dict[str, list[Patch]]) -> dict[str, float]:
    """How much of the body's F1 one page loses by each rule left out."""
    path, url = data / str(page["html_path"]), str(page["url"] or "")
    try:
        root = parse_text(decode_page(Page(url, url, path.read_bytes(), "text/html"))[0], [])
    except PullquoteError:
        return {}
    facts, outline = gather_facts(root), outline_page(root)
    survey(outline)
    metadata = find_metadata(facts, outline, url)
    clues, captions = bodies.gather_clues(facts, metadata.title, url), read_album(outline).taken
    size = len(outline.lines), len(outline.zones), len(outline.pictures)

    def mark() -> float:
        kept, _ = bodies.find_body(root, outline, clues, captions)
        text = "\n\n".join(outline.lines[index].text for index in kept)
        if len(outline.lines) > size[0]:  # a story from the page's data was put below
            del outline.lines[size[0] :], outline.zones[size[1] :], outline.pictures[size[2] :]
            survey(outline)
        return float(scorer.prf_page(scorer.body_counts(page["gold"]["body_text"], text))[2])  # type: ignore[index]

    whole, lost = mark(), {}
    for name, replaced in rules.items():
        with ExitStack() as stack:
            for owner, attribute, value in replaced:
                stack.enter_context(patch.object(owner, attribute, value))
            lost[name] = whole - mark()
    return lost


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds pages.jsonl")
    parser.add_argument("--scorer", type=Path, required=True, help="the data's score.py")
    parser.add_argument("--rules", action="store_true", help="leave out one rule after the other instead")
    options = parser.parse_args()
    pages = [json.loads(line) for line in (options.data / "pages.jsonl").read_text("utf-8").split("\n") if line]
    (weigh_rules if options.rules else compare)(pages, options.data, options.scorer)


if __name__ == "__main__":
    main()
