"""Links: to an article, and to a sentence in it by text fragment (WICG, Scroll to Text Fragment)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from tui.article import clean_url

if TYPE_CHECKING:
    from tui.article import Article, Place

WHOLE_WORDS = 10
"""Up to so many words the fragment names the whole passage; a longer one is named by its first and last words."""

END_WORDS = 5
"""How many words name the beginning and the end of a long passage."""


def article_link(article: Article) -> str:
    """Return the article's best link; its source when it has no web address."""
    return clean_url(article.address) or article.address


def passage_link(article: Article, place: Place) -> str:
    """Return a link that opens the page at ``place``, or the plain link where no fragment would be sure to find it.

    The fragment is used only when its words stand once in the article, and in one block: a browser searches
    for words from one block to the next only with an end of its own, and takes the first hit.
    """
    link = clean_url(article.address)
    words = article.blocks[place.block].text[place.start : place.end].split()
    if not link or not words:
        return article_link(article)
    text = article.text
    whole = " ".join(words)
    start, end = (
        (whole, "") if len(words) <= WHOLE_WORDS else (" ".join(words[:END_WORDS]), " ".join(words[-END_WORDS:]))
    )
    folded = " ".join(text.split()).casefold()
    if folded.count(start.casefold()) != 1 or (end and folded.count(end.casefold()) != 1):
        return link
    directive = ",".join(percent_encode(part, safe="").replace("-", "%2D") for part in (start, end) if part)
    return f"{link.partition('#')[0]}#:~:text={directive}"
