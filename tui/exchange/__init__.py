"""The ways out: an article, a quotation, a caption or a link as it should read elsewhere. Pure."""

from tui.exchange.citing import STYLES, caption_text, check_citation, cite
from tui.exchange.failures import jsonl_error
from tui.exchange.fragments import article_link, passage_link
from tui.exchange.markdown import article_markdown
from tui.exchange.plain import article_text
from tui.exchange.quoting import quotation_text

__all__ = [
    "STYLES",
    "article_link",
    "article_markdown",
    "article_text",
    "caption_text",
    "check_citation",
    "cite",
    "jsonl_error",
    "passage_link",
    "quotation_text",
]
