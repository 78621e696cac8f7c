"""An article into a file of its own, pictures and all; the file's ending says which kind."""

from __future__ import annotations

import asyncio
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article import clean_line
from tui.errors import SourceError, UsageError
from tui.exchange import article_markdown, article_text
from tui.exchange.epub import article_epub
from tui.exchange.html import article_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.article import Article
    from tui.library import KeptPicture
    from tui.reading.service import Opened, Reading

PICTURED = (".html", ".epub")
"""Endings of the kinds of file that carry pictures."""

ENDINGS = (*PICTURED, ".md", ".txt")

LONGEST_NAME = 60
"""Of a file's name made of a headline, in code points."""


def file_name(article: Article, ending: str = ".html") -> str:
    """Return a name for the file of an article, made of its headline: words and hyphens only."""
    words = "-".join(re.findall(r"\w+", article.title.lower()))[:LONGEST_NAME].strip("-")
    return (words or "article") + ending


def named_file(typed: str) -> Path:
    """Return the file that a person names; ``~`` is their home.

    Raises:
        UsageError: ``~`` is followed by the name of nobody here.
    """
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError as error:
        raise UsageError(f"{clean_line(typed, 200)}: there is no such home directory.") from error


async def export_article(reading: Reading, opened: Opened, target: Path, *, replace: bool = False) -> int:
    """Write an article into a file; return how many of its pictures are in it.

    Pictures that are not kept are fetched: whoever exports asks for them. The file is whole or not there.

    Raises:
        UsageError: The file's ending is none of ``ENDINGS``, or it is there already and not to be replaced.
        SourceError: It cannot be written.
    """
    if target.suffix.lower() not in ENDINGS:
        raise UsageError(f"Give the file one of the endings {', '.join(ENDINGS)}.")
    if not replace and await asyncio.to_thread(os.path.lexists, target):
        raise UsageError(f"{target} is there already; name another file.")
    pictures: dict[str, KeptPicture] = {}
    if target.suffix.lower() in PICTURED:
        article, row = opened.article, opened.row
        pictures = await reading.photos.collect(article.figures, row.id if row else None, asked=opened.named)
    await asyncio.to_thread(_write, opened.article, pictures, target)
    return len(pictures)


def _write(article: Article, pictures: Mapping[str, KeptPicture], target: Path) -> None:
    draft = target.with_name(
        f".{target.name[:50]}.{os.getpid()}"
    )  # cut, for a name of its own may be as long as may be
    made = _made(article, pictures, target.suffix.lower())
    try:
        draft.write_bytes(made)
        draft.replace(target)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise SourceError(f"{target} cannot be written: {error.strerror}.") from error


def _made(article: Article, pictures: Mapping[str, KeptPicture], ending: str) -> bytes:
    match ending:
        case ".epub":
            return article_epub(article, pictures, datetime.now(UTC))
        case ".html":
            return article_html(article, pictures).encode("utf-8")
        case ".md":
            return article_markdown(article).encode("utf-8")
        case _:
            return (article_text(article, width=80) + "\n").encode("utf-8")
