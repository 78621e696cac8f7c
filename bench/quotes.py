"""Run the quotation engine over development sets, beside a naive baseline, through the scorer.

    python bench/quotes.py --data FOLDER [--scorer PATH] [--set NAME …]

FOLDER holds ``dev/*.jsonl`` and ``score.py`` as the scorer's README describes.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tui.article import Place, Quote, QuoteKind
from tui.quotes import find_quotes

_BLANK = re.compile(r"\n\s*\n")
_NAIVE = re.compile(r"[“\"„«]([^”\"“»]{1,2000})[”\"“»]")
_MARKS = "“”„‟\"＂«»‹›‘’‚‛'「『〈《"
_SAID = re.compile(r"\b(?:said|says|told|added|asked|wrote|sagte|erklärte|explique|dijo)\b")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")

_SHORT, _LONG = 5_000, 1_000_000

Finder = Callable[[list[str], dict[str, str]], tuple[Quote, ...]]


def naive_quotes(paragraphs: list[str], _document: dict[str, str]) -> tuple[Quote, ...]:
    """Marks, and the name nearest to a verb of saying nearby."""
    found = []
    for block, text in enumerate(paragraphs):
        for match in _NAIVE.finditer(text):
            around = text[max(0, match.start() - 80) : match.start()] + " " + text[match.end() : match.end() + 80]
            name = _NAME.search(around) if _SAID.search(around) else None
            speaker = name.group() if name else ""
            place = Place(block, match.start(1), match.end(1))
            found.append(Quote(match.group(1), QuoteKind.DIRECT, (place,), speaker, speaker))
    return tuple(found)


def our_quotes(paragraphs: list[str], document: dict[str, str]) -> tuple[Quote, ...]:
    return find_quotes(paragraphs, language=document["lang"], title=document.get("title") or "")


def read_paragraphs(text: str) -> tuple[list[str], list[int]]:
    """The paragraphs of a text and where each begins."""
    starts, stops = [0], []
    for match in _BLANK.finditer(text):
        stops.append(match.start())
        starts.append(match.end())
    stops.append(len(text))
    return [text[start:stop] for start, stop in zip(starts, stops, strict=True)], starts


def predict(documents: Iterable[dict[str, str]], finder: Finder, out: Path) -> float:
    """Write one prediction a line; return the mean time an article in milliseconds."""
    spent, lines = 0.0, []
    for document in documents:
        paragraphs, starts = read_paragraphs(document["text"])
        begin = time.process_time()  # the processor's time: a busy machine does not count
        quotes = finder(paragraphs, document)
        milliseconds = (time.process_time() - begin) * 1000
        spent += milliseconds
        rows = [
            _row(quote, part, index, starts)
            for index, quote in enumerate(quotes)
            for part in quote.parts
            if is_marked(paragraphs[part.block], part)
        ]
        lines.append(json.dumps({"id": document["id"], "ms": milliseconds, "quotes": rows}))
    out.write_text("\n".join(lines) + "\n", "utf-8")
    return spent / max(len(lines), 1)


def is_marked(text: str, part: Place) -> bool:
    """Whether a quotation stands in marks: the sets hold marked speech only, no dialogue or interview without."""
    before = text[: part.start].rstrip()[-1:]
    return before in _MARKS and bool(before)


def _row(quote: Quote, part: Place, index: int, starts: list[int]) -> dict[str, object]:
    base = starts[part.block]
    return {
        "start": base + part.start,
        "end": base + part.end,
        "kind": str(quote.kind),
        "speaker": quote.speaker_as_written or None,
        "speaker_canonical": quote.speaker or None,
        "cue": quote.cue,
        "group": f"g{index}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds dev/*.jsonl")
    parser.add_argument("--scorer", type=Path, help="score.py; FOLDER/score.py when left out")
    parser.add_argument("--set", action="append", dest="sets", help="only this set, e.g. ggt")
    options = parser.parse_args()
    scorer = options.scorer or options.data / "score.py"
    golds = sorted((options.data / "dev").glob("*.jsonl"))
    for gold in golds:
        if not options.sets or gold.stem in options.sets:
            compare(gold, scorer)
    print_growth(golds)


def print_growth(golds: Sequence[Path]) -> None:
    """Print how much longer a megabyte of the sets' English articles takes than 5 kB of them."""
    documents = [json.loads(line) for gold in golds for line in gold.read_text("utf-8").splitlines()]
    texts = [text for one in documents if one["lang"] == "en" for text in read_paragraphs(one["text"])[0] if text]
    size = sum(map(len, texts))
    long = texts * math.ceil(_LONG / size)
    shorts = list(_pieces(long, _SHORT, 200))
    longs = list(_pieces(long, _LONG, 1))
    find_quotes(shorts[0], language="en")
    rounds = [(_spent(shorts) / len(shorts), _spent(longs)) for _ in range(3)]  # in turns: a busy machine slows both
    short, whole = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"#### 1 MB against 5 kB: {whole * 1000:.0f} against {short * 1000:.2f} ms, {whole / short:.0f} times")


def _pieces(texts: Sequence[str], size: int, most: int) -> Iterator[list[str]]:
    """The texts in pieces of whole paragraphs of ``size`` code points or a little more."""
    piece: list[str] = []
    length = 0
    for text in texts:
        piece.append(text)
        length += len(text)
        if length >= size and most:
            yield piece
            piece, length, most = [], 0, most - 1


def _spent(pieces: Sequence[Sequence[str]]) -> float:
    begin = time.process_time()
    for piece in pieces:
        find_quotes(piece, language="en")
    return time.process_time() - begin


def compare(gold: Path, scorer: Path) -> None:
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, finder in (("naive", naive_quotes), ("pullquote", our_quotes)):
            out = Path(folder) / f"{name}.jsonl"
            times[name] = predict(documents, finder, out)
            print(f"\n#### {gold.stem}: {name}, {times[name]:.2f} ms an article", flush=True)
            subprocess.run([sys.executable, str(scorer), str(gold), str(out), "--boot", "200"], check=True)
    print(f"#### {gold.stem}: {times['pullquote'] / times['naive']:.0f} times the naive baseline's time")


if __name__ == "__main__":
    main()
