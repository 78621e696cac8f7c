"""An article as bytes for the library and the pressroom, and as the public JSON of ``docs/json.md``."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tui.article.model import (
    Article,
    Block,
    BlockKind,
    Figure,
    Mark,
    MarkKind,
    Place,
    Quote,
    QuoteKind,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

JsonObject = dict[str, Any]


PIECE = 32_000
"""About how many code points of text stand on one line of an encoded article, if its blocks are no longer."""


def encode_article(article: Article) -> bytes:
    """Return ``article`` as lines of compact UTF-8 JSON, without what can be worked out again.

    The first line has everything but blocks and quotations; those follow, some
    to a line, so that whoever must not be held up can decode in steps.
    """
    head = _article_fields(article, blocks=(), quotes=())
    lines: list[JsonObject] = [head]
    lines += [{"blocks": piece} for piece in _pieces(map(_block_fields, article.blocks))]
    lines += [{"quotes": piece} for piece in _pieces(map(_quote_fields, article.quotes))]
    return b"\n".join(_compact(line) for line in lines)


def _pieces(items: Iterable[JsonObject]) -> Iterator[list[JsonObject]]:
    piece: list[JsonObject] = []
    size = 0
    for item in items:
        piece.append(item)
        size += len(item["text"]) + 100
        if size >= PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _compact(data: JsonObject) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decode_article(data: bytes) -> Article:
    """Return the article that ``encode_article`` made ``data`` of.

    Raises:
        ValueError: ``data`` is no such thing.
    """
    steps = decode_steps(data)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            article: Article = end.value
            return article


def decode_steps(data: bytes) -> Generator[None, None, Article]:
    """Decode as ``decode_article``, in steps of about a millisecond; the generator returns the article.

    Raises:
        ValueError: ``data`` is no such thing.
    """
    try:
        head, *lines = data.split(b"\n")
        return (yield from _article(json.loads(head), lines))
    except (KeyError, TypeError, AttributeError) as error:
        message = "these bytes are no encoded article"
        raise ValueError(message) from error


def to_json(article: Article) -> JsonObject:
    """Return the public JSON object of ``docs/json.md`` for ``article``."""
    data = _article_fields(article, article.blocks, article.quotes)
    data["canonical_url"] = article.canonical_url or article.url
    data["words"] = article.words
    data["reading_minutes"] = article.reading_minutes
    data["text"] = article.text
    return data


def _article_fields(article: Article, blocks: Iterable[Block], quotes: Iterable[Quote]) -> JsonObject:
    return {
        "source": article.source,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "site": article.site,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "dateline": article.dateline,
        "language": article.language,
        "tags": list(article.tags),
        "blocks": [_block_fields(block) for block in blocks],
        "figures": [_figure_fields(figure) for figure in article.figures],
        "quotes": [_quote_fields(quote) for quote in quotes],
        "warnings": list(article.warnings),
    }


def _block_fields(block: Block) -> JsonObject:
    data: JsonObject = {
        "kind": block.kind.value,
        "text": block.text,
        "marks": [_mark_fields(mark) for mark in block.marks],
    }
    if block.level:
        data["level"] = block.level
    if block.number is not None:
        data["number"] = block.number
    if block.header_rows:
        data["header_rows"] = block.header_rows
    if block.language:
        data["language"] = block.language
    return data


def _mark_fields(mark: Mark) -> JsonObject:
    data: JsonObject = {"start": mark.start, "end": mark.end, "kind": mark.kind.value}
    if mark.href:
        data["href"] = mark.href
    return data


def _figure_fields(figure: Figure) -> JsonObject:
    return {
        "position": figure.position,
        "total": figure.total,
        "block": figure.block,
        "kind": figure.kind,
        "src": figure.src,
        "alt": figure.alt,
        "caption": figure.caption,
        "credit": figure.credit,
        "photographer": figure.photographer,
        "agency": figure.agency,
        "width": figure.width,
        "height": figure.height,
    }


def _quote_fields(quote: Quote) -> JsonObject:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_as_written": quote.speaker_as_written,
        "cue": quote.cue,
        "kind": quote.kind.value,
        "confidence": round(quote.confidence, 3),
        "context": quote.context,
        "block": quote.place.block,
        "start": quote.place.start,
        "end": quote.place.end,
        "parts": [{"block": part.block, "start": part.start, "end": part.end} for part in quote.parts],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _article(data: JsonObject, lines: Iterable[bytes]) -> Generator[None, None, Article]:
    blocks = [_block(block) for block in data["blocks"]]
    quotes = [_quote(quote) for quote in data["quotes"]]
    for line in lines:
        yield
        piece = json.loads(line)
        blocks += [_block(block) for block in piece.get("blocks", ())]
        quotes += [_quote(quote) for quote in piece.get("quotes", ())]
    return Article(
        source=data["source"],
        url=data["url"],
        title=data["title"],
        blocks=tuple(blocks),
        canonical_url=data["canonical_url"],
        standfirst=data["standfirst"],
        authors=tuple(data["authors"]),
        site=data["site"],
        published=_moment(data["published"]),
        updated=_moment(data["updated"]),
        dateline=data["dateline"],
        language=data["language"],
        tags=tuple(data["tags"]),
        figures=tuple(Figure(**figure) for figure in data["figures"]),
        quotes=tuple(quotes),
        warnings=tuple(data["warnings"]),
    )


_BLOCK_KINDS = {kind.value: kind for kind in BlockKind}
"""Half as long to look in as to call the enumeration, a thousand times for a long article."""


def _block(data: JsonObject) -> Block:
    marks = data["marks"]
    return Block(
        _BLOCK_KINDS[data["kind"]],
        data["text"],
        tuple(Mark(mark["start"], mark["end"], MarkKind(mark["kind"]), mark.get("href", "")) for mark in marks)
        if marks
        else (),
        data.get("level", 0),
        data.get("number"),
        data.get("header_rows", 0),
        data.get("language", ""),
    )


def _quote(data: JsonObject) -> Quote:
    return Quote(
        text=data["text"],
        kind=QuoteKind(data["kind"]),
        parts=tuple(Place(part["block"], part["start"], part["end"]) for part in data["parts"]),
        speaker=data["speaker"],
        speaker_as_written=data["speaker_as_written"],
        cue=data["cue"],
        confidence=data["confidence"],
        context=data["context"],
    )
