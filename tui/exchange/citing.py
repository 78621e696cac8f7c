"""What ``Y`` copies: a quotation, a caption or an article with its source, in the person's style.

BibTeX's ``@misc`` with ``howpublished``, MediaWiki's ``{{cite news}}``, Org's quote block; the manuals' entries stand
in ``manuals.py``.
"""

from __future__ import annotations

import html
import re
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.article import Article
from tui.errors import SettingsError, UsageError
from tui.exchange import manuals
from tui.exchange.bibtex import bibtex_entry, escape_tex
from tui.exchange.byline import enumerate_names, written_date
from tui.exchange.fragments import article_link, passage_link
from tui.exchange.quoting import quotation_line, quotation_text, spoken_words
from tui.exchange.templates import fill_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.article import Figure, Quote

_NONE: Mapping[str, str] = MappingProxyType({})
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_WIKI = {ord(char): f"&#{ord(char)};" for char in "[]{}|<>"}


def cite(
    article: Article, style: str = "plain", *, quote: Quote | None = None, templates: Mapping[str, str] = _NONE
) -> str:
    """Return the article's citation, with ``quote`` before it when there is one.

    Args:
        article: The article.
        style: The name of a style, or of one of ``templates``.
        quote: What is cited of it.
        templates: The person's own, by their names.

    Raises:
        UsageError: there is no such style, or the template cannot be understood.
    """
    if style in _STYLES:
        return _STYLES[style](article, quote)
    if style in templates:
        fields = {name: partial(field, article, quote) for name, field in _FIELDS.items()}
        return fill_template((style, templates[style]), fields, _FORMS)
    raise UsageError(f"There is no citation style “{style}”; there are {', '.join([*STYLES, *templates])}.")


def check_citation(style: str, templates: Mapping[str, str]) -> None:
    """Try every template, and look for the style.

    Raises:
        SettingsError: something of it cannot be used; the sentence names the place.
    """
    nothing = Article("", "", "", ())
    for name in templates:
        if name in _STYLES:
            raise SettingsError(f"templates.{name}: “{name}” is a style already; your template needs another name.")
        cite(nothing, name, templates=templates)
    if style not in _STYLES and style not in templates:
        raise SettingsError(f"citation: there is no style “{style}”; there are {', '.join([*STYLES, *templates])}.")


def caption_text(
    figure: Figure, article: Article | None = None, style: str = "plain", templates: Mapping[str, str] = _NONE
) -> str:
    """Return a picture's caption; with ``article`` its credit and citation too. The alternative text stands in."""
    caption = figure.caption or figure.alt
    if article is None:
        return caption or figure.credit
    credit = f"({figure.credit})" if figure.credit else ""
    words = " ".join(filter(None, [caption, credit]))
    escaped = {"markdown": _escape(words), "html": f"<p>{html.escape(words)}</p>"}.get(style, words)
    return "\n".join(filter(None, [escaped if words else "", cite(article, style, templates=templates)]))


def _plain(article: Article, quote: Quote | None) -> str:
    if quote is None:
        return _source_line(article)
    speaker = f"\n— {quote.speaker}" if quote.speaker else ""
    return f"{quotation_text(quote, article)}{speaker}\n{_source_line(article, quote)}"


def _source_line(article: Article, quote: Quote | None = None) -> str:
    """Title, site, date and link, on one line."""
    date = written_date(article.published) if article.published else ""
    authors = enumerate_names(article.authors)
    title = f"“{article.title}”" if article.title else ""
    return ", ".join(filter(None, [authors, title, article.site, date, _link(article, quote)]))


def _link(article: Article, quote: Quote | None) -> str:
    return passage_link(article, quote.parts) if quote else article_link(article)


def _markdown(article: Article, quote: Quote | None) -> str:
    title = _escape(article.title or article_link(article))
    date = written_date(article.published) if article.published else ""
    about = ", ".join(filter(None, [_escape(article.site), date]))
    source = f"[{title}](<{_link(article, quote)}>)" + (f", {about}" if about else "")
    if quote is None:
        return source
    speaker = f"{_escape(quote.speaker)}, " if quote.speaker else ""
    words = _escape(quotation_text(quote, article)).replace("\n\n", "\n>\n> ")
    return f"> {words}\n>\n> — {speaker}{source}"


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _html(article: Article, quote: Quote | None) -> str:
    link = html.escape(_link(article, quote))
    source = f'<a href="{link}">{html.escape(article.title or link)}</a>'
    if article.site:
        source += f", {html.escape(article.site)}"
    if article.published:
        source += f", {written_date(article.published)}"
    if quote is None:
        return source
    words = html.escape(quotation_text(quote, article)).replace("\n\n", "</p><p>")
    speaker = f"{html.escape(quote.speaker)}, " if quote.speaker else ""
    return f'<blockquote cite="{link}"><p>{words}</p><footer>— {speaker}{source}</footer></blockquote>'


def _apa(article: Article, quote: Quote | None) -> str:
    return _with_quote(manuals.apa(article, _link(article, quote)), article, quote)


def _mla(article: Article, quote: Quote | None) -> str:
    return _with_quote(manuals.mla(article, _link(article, quote)), article, quote)


def _chicago(article: Article, quote: Quote | None) -> str:
    return _with_quote(manuals.chicago(article, _link(article, quote)), article, quote)


def _with_quote(source: str, article: Article, quote: Quote | None) -> str:
    return f"{quotation_text(quote, article)}\n{source}" if quote else source


def _bibtex(article: Article, quote: Quote | None) -> str:
    return bibtex_entry(article, article_link(article), note=quotation_line(quote, article) if quote else "")


def _wiki(article: Article, quote: Quote | None) -> str:
    fields = [("url", _no_brackets(article_link(article))), ("title", article.title), ("work", article.site)]
    fields += [(f"author{number}", name) for number, name in enumerate(article.authors, 1)]
    if article.published:
        fields.append(("date", article.published.date().isoformat()))
    if quote:
        fields.append(("quote", quotation_line(quote, article)[1:-1].strip()))
    body = "".join(f" |{name}={value.translate(_WIKI)}" for name, value in fields if value)
    return f"<ref>{{{{cite news{body}}}}}</ref>"


def _no_brackets(link: str) -> str:
    """Return a link that does not end at a bracket, a brace or a bar where those are syntax."""
    return re.sub(r"[][{}|]", lambda found: f"%{ord(found[0]):02X}", link)


def _org(article: Article, quote: Quote | None) -> str:
    title = article.title.replace("[", "(").replace("]", ")")
    source = ", ".join(filter(None, [f"[[{_no_brackets(_link(article, quote))}][{title}]]", article.site]))
    if quote is None:
        return source
    speaker = f"{quote.speaker}, " if quote.speaker else ""
    return f"#+begin_quote\n{quotation_text(quote, article)}\n\n— {speaker}{source}\n#+end_quote"


_STYLES: dict[str, Callable[[Article, Quote | None], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "html": _html,
    "apa": _apa,
    "mla": _mla,
    "chicago": _chicago,
    "bibtex": _bibtex,
    "wiki": _wiki,
    "org": _org,
}
STYLES = tuple(_STYLES)
"""The names of the styles, as ``citation`` in config.toml takes them."""

_FIELDS: dict[str, Callable[[Article, Quote | None], str]] = {
    "quote": lambda article, quote: quotation_text(quote, article) if quote else "",
    "words": lambda article, quote: spoken_words(quote, article) if quote else "",
    "speaker": lambda _, quote: quote.speaker if quote else "",
    "title": lambda article, _: article.title,
    "authors": lambda article, _: enumerate_names(article.authors),
    "site": lambda article, _: article.site,
    "date": lambda article, _: written_date(article.published) if article.published else "",
    "isodate": lambda article, _: article.published.date().isoformat() if article.published else "",
    "year": lambda article, _: str(article.published.year) if article.published else "",
    "link": _link,
    "address": lambda article, _: article_link(article),
    "language": lambda article, _: article.language,
    "apa": lambda article, quote: manuals.apa(article, _link(article, quote)),
    "mla": lambda article, quote: manuals.mla(article, _link(article, quote)),
    "chicago": lambda article, quote: manuals.chicago(article, _link(article, quote)),
}
"""What a template can name."""

_FORMS: dict[str, Callable[[str], str]] = {"html": html.escape, "markdown": _escape, "tex": escape_tex}
"""What a field's text can be escaped for."""
