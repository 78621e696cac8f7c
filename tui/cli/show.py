"""``pullquote show SOURCE…``: print articles, without the terminal UI."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.article import without_login
from tui.cli.streams import narrate, narrate_failure
from tui.cli.wiring import narrating, open_reading
from tui.errors import PullquoteError
from tui.exchange import article_json, article_markdown, article_text, jsonl_error
from tui.reading import parse_source
from tui.settings import load_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator

    from tui.article import Article
    from tui.reading import Reading

AHEAD = 4
"""How many sources are loaded at once; what is printed keeps the order given."""

PIPE_WIDTH = 80
"""Columns of the text when standard output is no terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a web address, a file, or - for standard input")
    form = parser.add_mutually_exclusive_group()
    for name, says in (
        ("text", "plain text, wrapped (the default)"),
        ("markdown", "Markdown"),
        ("json", "JSON: an object, or an array for several sources"),
        ("jsonl", "JSON, an article a line; a failed source is a line too"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=says)
    parser.set_defaults(form="text")
    parser.add_argument("--base-url", default="", metavar="URL", help="what a file's relative links are relative to")
    parser.add_argument("--fresh", action="store_true", help="fetch again even what is kept")
    parser.add_argument("--explain", action="store_true", help="tell what was chosen and dropped, and by which rule")


def run(options: argparse.Namespace) -> int:
    """Print every source; the exit code is that of the first failure, else 0."""
    return asyncio.run(_show(options))


async def _show(options: argparse.Namespace) -> int:
    settings = load_settings(library=options.library)
    code = 0
    printer = _PRINTERS[options.form](many=len(options.sources) > 1)
    async with open_reading(settings, narrating()) as reading:
        if options.explain:
            return await _explain(reading, options)
        async for source, outcome in _in_order(reading, options):
            if isinstance(outcome, PullquoteError):
                code = code or outcome.exit_code
                printer.fail(source, outcome)
            else:
                printer.put(outcome)
    printer.end()
    return code


async def _in_order(
    reading: Reading, options: argparse.Namespace
) -> AsyncIterator[tuple[str, Article | PullquoteError]]:
    """Give each source with its article or its failure, in the order given, a few loading ahead."""
    waiting: list[tuple[str, asyncio.Task[Article | PullquoteError]]] = []
    try:
        for source in options.sources:
            waiting.append((source, asyncio.create_task(_outcome(reading, source, options))))
            if len(waiting) >= AHEAD:
                name, task = waiting.pop(0)
                yield name, await task
        while waiting:
            name, task = waiting.pop(0)
            yield name, await task
    finally:
        for _, task in waiting:
            task.cancel()


async def _outcome(reading: Reading, text: str, options: argparse.Namespace) -> Article | PullquoteError:
    try:
        source = parse_source(text)
        opens = reading.load if options.fresh else reading.open
        opened = await opens(source, base_url=options.base_url)
    except PullquoteError as error:
        return error
    return replace(opened.article, source=without_login(text))  # as it was asked for now, not when it was kept


async def _explain(reading: Reading, options: argparse.Namespace) -> int:
    code = 0
    for text in options.sources:
        try:
            article, decisions = await reading.explain(parse_source(text), base_url=options.base_url)
        except PullquoteError as error:
            code = code or error.exit_code
            narrate_failure(text, error, many=len(options.sources) > 1)
            continue
        print(f"{without_login(text)}: {article.title}")
        for decision in decisions:
            print(f"{decision.action:<8} {decision.rule:<28} {decision.text}")
    return code


class _Plain:
    """Prints articles one under the other; failures go to standard error."""

    def __init__(self, *, many: bool) -> None:
        self.many = many
        self.printed = False

    def put(self, article: Article) -> None:
        if self.printed:
            print()
        print(self.form(article))
        self.printed = True
        for warning in article.warnings:
            narrate(warning)

    def fail(self, source: str, error: PullquoteError) -> None:
        narrate_failure(source, error, many=self.many)

    def end(self) -> None:
        """Nothing is held back."""

    def form(self, article: Article) -> str:
        return article_text(article, width=_width())


class _Markdown(_Plain):
    """The same as Markdown."""

    def form(self, article: Article) -> str:
        return article_markdown(article)


class _Lines(_Plain):
    """A JSON object a line."""

    def put(self, article: Article) -> None:
        print(json.dumps(article_json(article), ensure_ascii=False), flush=True)

    def fail(self, source: str, error: PullquoteError) -> None:
        print(json.dumps(jsonl_error(source, error), ensure_ascii=False), flush=True)


class _Json(_Plain):
    """One indented object, or an array of them."""

    def __init__(self, *, many: bool) -> None:
        super().__init__(many=many)
        self.objects: list[dict[str, object]] = []

    def put(self, article: Article) -> None:
        self.objects.append(article_json(article))

    def fail(self, source: str, error: PullquoteError) -> None:
        super().fail(source, error)
        if self.many:
            self.objects.append(jsonl_error(source, error))

    def end(self) -> None:
        if self.objects:
            print(json.dumps(self.objects if self.many else self.objects[0], ensure_ascii=False, indent=2))


_PRINTERS: dict[str, type[_Plain]] = {"text": _Plain, "markdown": _Markdown, "json": _Json, "jsonl": _Lines}


def _width() -> int:
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else PIPE_WIDTH
