"""An article as bytes for the library and the pressroom, and as the public JSON of ``docs/json.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins
from msgspec.json import Decoder, decode, encode
from msgspec.structs import asdict, replace

from tui.article.model import Article, Block, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from datetime import datetime

JsonObject = dict[str, Any]

PIECE = 32_000
"""About how many code points of text stand on one line of an encoded article, if its blocks are no longer."""


class _Piece(Struct, frozen=True):
    """A line of an encoded article after the first."""

    blocks: tuple[Block, ...] = ()
    quotes: tuple[Quote, ...] = ()


_HEAD = Decoder(Article)
_PIECE = Decoder(_Piece)


def encode_article(article: Article) -> bytes:
    """Return ``article`` as lines of compact UTF-8 JSON, without what can be worked out again.

    The first line has everything but blocks and quotations; those follow, some
    to a line, so that whoever must not be held up can decode in steps. The
    library tells by these bytes whether an article is as it was kept: another
    order, or a field more, makes everything kept before look changed.
    """
    lines: list[JsonObject] = [_article_fields(article, blocks=(), quotes=())]
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
    try:
        return encode(data)
    except UnicodeEncodeError:  # half a surrogate pair: a path that is no UTF-8, as Python writes it
        import json  # noqa: PLC0415  a rare need

        text = json.dumps(to_builtins(data), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


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
    head, *lines = data.split(b"\n")
    article = _HEAD.decode(head)
    blocks, quotes = [*article.blocks], [*article.quotes]
    for line in lines:
        yield
        piece = _PIECE.decode(line)
        blocks += piece.blocks
        quotes += piece.quotes
    return replace(article, blocks=tuple(blocks), quotes=tuple(quotes))


def to_json(article: Article) -> JsonObject:
    """Return the public JSON object of ``docs/json.md`` for ``article``."""
    blocks, quotes = map(_block_fields, article.blocks), map(_quote_fields, article.quotes)
    data: JsonObject = decode(_compact(_article_fields(article, [*blocks], [*quotes])))
    data["canonical_url"] = article.canonical_url or article.url
    data["words"] = article.words
    data["reading_minutes"] = article.reading_minutes
    data["text"] = article.text
    return data


def _article_fields(article: Article, blocks: Iterable[JsonObject], quotes: Iterable[JsonObject]) -> JsonObject:
    return {
        "source": article.source,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": article.authors,
        "site": article.site,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "dateline": article.dateline,
        "language": article.language,
        "tags": article.tags,
        "blocks": blocks,
        "figures": [_figure_fields(figure) for figure in article.figures],
        "quotes": quotes,
        "warnings": article.warnings,
    }


def _block_fields(block: Block) -> JsonObject:
    data: JsonObject = {"kind": block.kind, "text": block.text, "marks": block.marks}
    if block.level:
        data["level"] = block.level
    if block.number is not None:
        data["number"] = block.number
    if block.header_rows:
        data["header_rows"] = block.header_rows
    if block.language:
        data["language"] = block.language
    return data


def _figure_fields(figure: Figure) -> JsonObject:
    first = {name: getattr(figure, name) for name in ("position", "total", "block", "kind")}
    return first | asdict(figure)


def _quote_fields(quote: Quote) -> JsonObject:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_as_written": quote.speaker_as_written,
        "cue": quote.cue,
        "kind": quote.kind,
        "confidence": round(quote.confidence, 3),
        "context": quote.context,
        **asdict(quote.place),
        "parts": quote.parts,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
