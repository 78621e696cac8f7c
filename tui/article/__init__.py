"""The vocabulary: what an article is made of. Frozen values, no behaviour that touches the world."""

from tui.article.cleaning import clean_line, clean_text, clean_url, without_login
from tui.article.codec import decode_article, decode_steps, encode_article, to_json
from tui.article.model import (
    Article,
    Block,
    BlockKind,
    Figure,
    Mark,
    MarkKind,
    Page,
    Place,
    Quote,
    QuoteKind,
)

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Figure",
    "Mark",
    "MarkKind",
    "Page",
    "Place",
    "Quote",
    "QuoteKind",
    "clean_line",
    "clean_text",
    "clean_url",
    "decode_article",
    "decode_steps",
    "encode_article",
    "to_json",
    "without_login",
]
