"""What ``Y`` copies: a quotation, a caption or an article with its source, in the person's style.

BibTeX's ``@misc`` with ``howpublished``, MediaWiki's ``{{cite news}}``, Org's quote block; the manuals' entries stand
in ``manuals.py``.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.exchange import manuals
from tui.exchange.byline import MONTHS, enumerate_names, written_date
from tui.exchange.fragments import article_link, passage_link
from tui.exchange.naming import Name
from tui.exchange.quoting import quotation_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article import Article, Figure, Quote

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BIBTEX = re.compile(r"([&%$#_])")
_WIKI = {ord(char): f"&#{ord(char)};" for char in "[]{}|<>"}
_URL_BRACES = {ord("{"): "%7B", ord("}"): "%7D"}


def cite(article: Article, style: str = "plain", *, quote: Quote | None = None) -> str:
    """Return the article's citation, with ``quote`` before it when there is one.

    Raises:
        UsageError: there is no such style.
    """
    if style not in _STYLES:
        raise UsageError(f"There is no citation style “{style}”; there are {', '.join(STYLES)}.")
    return _STYLES[style](article, quote)


def caption_text(figure: Figure, article: Article | None = None) -> str:
    """Return a picture's caption; with ``article`` its credit and source too. The alternative text stands in."""
    caption = figure.caption or figure.alt
    if article is None:
        return caption or figure.credit
    credit = f"({figure.credit})" if figure.credit else ""
    return "\n".join(filter(None, [" ".join(filter(None, [caption, credit])), _source_line(article)]))


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
    return f"> {_escape(quotation_text(quote, article))}\n>\n> — {speaker}{source}"


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
    words = html.escape(quotation_text(quote, article))
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
    moment = article.published
    names = [Name.read(author) for author in article.authors]
    last = names[0].family.split()[-1] if names else article.site or "article"
    word = next((word for word in article.title.split() if len(word) > 3), "")
    plain = unicodedata.normalize("NFKD", f"{last}{moment.year if moment else ''}{word}".casefold())
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in names),
        "title": f"{{{_tex(article.title)}}}" if article.title else "",
        "howpublished": _tex(article.site),
        "year": f"{moment.year}" if moment else "",
        "date": moment.date().isoformat() if moment else "",
        "url": article_link(article).translate(_URL_BRACES),
        "note": _tex(quotation_text(quote, article)) if quote else "",
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    month = f"  month = {MONTHS[moment.month - 1][:3].lower()},\n" if moment else ""
    return f"@misc{{{re.sub('[^a-z0-9]', '', plain) or 'article'},\n{rows}{month}}}"


def _bibtex_name(name: Name) -> str:
    """Return "van der Veen, Piet", with a suffix second, or in braces what is no person's or has but one part."""
    if not name.given:
        return f"{{{_tex(name.family)}}}" if " " in name.family else _tex(name.family)
    family = f"{name.particle} {name.family}".strip()
    return _tex(", ".join(filter(None, [family, name.suffix, name.given])))


def _tex(text: str) -> str:
    """Escape what TeX obeys; braces, which must match for every reader of BibTeX, become brackets."""
    plain = text.replace("\\", "/").replace("{", "(").replace("}", ")")
    return _BIBTEX.sub(r"\\\1", plain).replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")


def _wiki(article: Article, quote: Quote | None) -> str:
    fields = [("url", _no_brackets(article_link(article))), ("title", article.title), ("work", article.site)]
    fields += [(f"author{number}", name) for number, name in enumerate(article.authors, 1)]
    if article.published:
        fields.append(("date", article.published.date().isoformat()))
    if quote:
        fields.append(("quote", quotation_text(quote, article)[1:-1].strip()))
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
