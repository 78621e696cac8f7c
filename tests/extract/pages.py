"""Small pages of our own for the rules of extraction: an invented coast and its newspapers."""

from __future__ import annotations

from tui.article import Article, Page
from tui.extract import extract_article

STORY = """
<p>The harbour of Cape Sorrow was closed on Monday after a crane had leaned over the quay for most of a night, and
nobody could say who had left it there.</p>
<p>The port authority sent two engineers, who walked around the crane twice, took photographs of it from both sides
and went to lunch with the fishermen.</p>
<p>By the evening the crane stood upright again. A crowd of about forty people clapped, and the ferry left two hours
late with everybody on board.</p>"""


def extract(html: str, url: str = "https://globe.example/crane") -> Article:
    """Return the article on a page that holds ``html``."""
    return extract_article(Page(url, url, html.encode(), "text/html"))


def page(top: str = "", head: str = "", end: str = "") -> str:
    """Return a page with a story, ``top`` before its first paragraph and ``end`` after its last."""
    body = f"<body><main><article>{top}{STORY}{end}</article></main></body>"
    return f"<!doctype html><html lang=en><head>{head}</head>{body}</html>"
