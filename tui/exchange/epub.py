"""An article as an e-book of one chapter with its pictures: EPUB 3.3, which is a zip of XHTML and a list of it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tui.exchange.html import STYLE, page
from tui.exchange.html_blocks import html_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tui.article import Article, Figure
    from tui.library import KeptPicture

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_CONTAINER = (
    _DECLARATION + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)


def article_epub(article: Article, pictures: Mapping[str, KeptPicture], moment: datetime) -> bytes:
    """Return the article as an e-book's file.

    Args:
        article: Which.
        pictures: The files at hand, by the figures' ``src``; the others are links.
        moment: When it is made, aware.
    """
    shown = dict.fromkeys(figure.src for figure in article.figures if figure.src in pictures)
    names = {src: f"{number}.{_ENDINGS[pictures[src].media_type]}" for number, src in enumerate(shown, 1)}

    def named(figure: Figure) -> str:
        return names.get(figure.src, "")

    book = BytesIO()
    with ZipFile(book, "w") as archive:
        # EPUB 3.3, OCF 4.3: first in the file, as it is, so that the book can be told by its first bytes.
        _put(archive, "mimetype", b"application/epub+zip", ZIP_STORED, moment)
        for name, text in (
            ("META-INF/container.xml", _CONTAINER),
            ("book/package.opf", _package(article, {names[src]: pictures[src] for src in names}, moment)),
            ("book/contents.xhtml", _contents(article)),
            ("book/article.xhtml", _DECLARATION + page(article, named, f"<style>{STYLE}</style>")),
        ):
            _put(archive, name, text.encode("utf-8"), ZIP_DEFLATED, moment)
        for src, name in names.items():
            _put(archive, f"book/{name}", pictures[src].data, ZIP_STORED, moment)
    return book.getvalue()


def _put(archive: ZipFile, name: str, data: bytes, how: int, moment: datetime) -> None:
    info = ZipInfo(name, moment.timetuple()[:6])
    info.compress_type = how
    archive.writestr(info, data)


def _package(article: Article, pictures: Mapping[str, KeptPicture], moment: datetime) -> str:
    facts = [
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, article.address)}</dc:identifier>',
        f"<dc:title>{html_text(article.title or 'Untitled')}</dc:title>",
        f"<dc:language>{html_text(article.language or 'und')}</dc:language>",
        f"<dc:source>{html_text(article.address)}</dc:source>",
        *(f"<dc:creator>{html_text(name)}</dc:creator>" for name in article.authors),
        f"<dc:publisher>{html_text(article.site)}</dc:publisher>" if article.site else "",
        f"<dc:date>{article.published.isoformat()}</dc:date>" if article.published else "",
        f'<meta property="dcterms:modified">{moment:%Y-%m-%dT%H:%M:%S}Z</meta>',
    ]
    items = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="article" href="article.xhtml" media-type="application/xhtml+xml"/>',
        *(f'<item id="p{name}" href="{name}" media-type="{one.media_type}"/>' for name, one in pictures.items()),
    ]
    return (
        _DECLARATION + '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(facts)}</metadata>'
        f'<manifest>{"".join(items)}</manifest><spine><itemref idref="article"/></spine></package>\n'
    )


def _contents(article: Article) -> str:
    title = html_text(article.title or "Untitled")
    return (
        _DECLARATION + '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f'<head><title>{title}</title></head><body><nav epub:type="toc"><ol>'
        f'<li><a href="article.xhtml">{title}</a></li></ol></nav></body></html>\n'
    )
