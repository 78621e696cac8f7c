"""What ``Y`` copies: a quotation, a caption or an article with its source, in the person's style.

The styles follow the published rules for a news article on the web: APA 7 (10.16), MLA 9 (5.31), Chicago 17
(14.191), BibTeX's ``@misc`` with ``howpublished``, MediaWiki's ``{{cite news}}``, Org's quote block.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.exchange.byline import MONTHS, enumerate_names, written_date
from tui.exchange.fragments import article_link, passage_link
from tui.exchange.quoting import quotation_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article import Article, Figure, Quote

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BIBTEX = re.compile(r"([&%$#_{}])")


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


def _inverted(name: str, *, initials: bool = False) -> str:
    """Return "Ada B. Marsh" as "Marsh, Ada B.", or as "Marsh, A. B."."""
    given, _, last = name.rpartition(" ")
    if initials:
        given = " ".join(f"{word[0]}." for word in given.split())
    return f"{last}, {given}" if given else last


def _apa(article: Article, quote: Quote | None) -> str:
    names = [_inverted(name, initials=True) for name in article.authors]
    who = f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)
    moment = article.published
    date = f"({moment.year}, {MONTHS[moment.month - 1]} {moment.day})" if moment else "(n.d.)"
    lead = f"{who.rstrip('.')}. {date}. {article.title}." if who else f"{article.title}. {date}."
    site = f" {article.site}." if article.site else ""
    return _with_quote(f"{lead}{site} {_link(article, quote)}", article, quote)


def _mla(article: Article, quote: Quote | None) -> str:
    names = article.authors
    others = {0: "", 1: ""}.get(len(names), ", et al" if len(names) > 2 else f", and {names[-1]}" if names else "")
    who = f"{_inverted(names[0])}{others}. " if names else ""
    moment = article.published
    date = f"{moment.day} {_short_month(moment.month)} {moment.year}" if moment else ""
    about = ", ".join(filter(None, [article.site, date, _link(article, quote).removeprefix("https://")]))
    return _with_quote(f"{who}“{article.title}.” {about}.", article, quote)


def _chicago(article: Article, quote: Quote | None) -> str:
    names = article.authors
    who = enumerate_names((_inverted(names[0]), *names[1:])).replace(" and ", ", and ") + ". " if names else ""
    moment = article.published
    date = f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}" if moment else ""
    about = ", ".join(filter(None, [article.site, date]))
    about = f" {about}." if about else ""
    return _with_quote(f"{who}“{article.title}.”{about} {_link(article, quote)}.", article, quote)


def _with_quote(source: str, article: Article, quote: Quote | None) -> str:
    return f"{quotation_text(quote, article)}\n{source}" if quote else source


def _short_month(month: int) -> str:
    """MLA 9, appendix 1: months of more than four letters are shortened."""
    name = MONTHS[month - 1]
    return name if len(name) <= 4 else "Sept." if name == "September" else f"{name[:3]}."


def _bibtex(article: Article, quote: Quote | None) -> str:
    year = str(article.published.year) if article.published else ""
    last = article.authors[0].split()[-1] if article.authors else article.site or "article"
    word = next((word for word in article.title.split() if len(word) > 3), "")
    key = re.sub(r"\W", "", f"{last}{year}{word}".casefold()) or "article"
    fields = {
        "author": " and ".join(_tex(_inverted(name)) for name in article.authors),
        "title": f"{{{_tex(article.title)}}}",
        "howpublished": _tex(article.site),
        "year": year,
        "month": MONTHS[article.published.month - 1][:3].lower() if article.published else "",
        "url": article_link(article),
        "note": _tex(quotation_text(quote, article)) if quote else "",
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{rows}}}"


def _tex(text: str) -> str:
    return _BIBTEX.sub(r"\\\1", text.replace("\\", " "))


def _wiki(article: Article, quote: Quote | None) -> str:
    fields = [("url", article_link(article)), ("title", article.title), ("work", article.site)]
    fields += [(f"author{number}", name) for number, name in enumerate(article.authors, 1)]
    if article.published:
        fields.append(("date", article.published.date().isoformat()))
    if quote:
        fields.append(("quote", quotation_text(quote, article)[1:-1]))
    body = "".join(f" |{name}={value.replace('|', '{{!}}')}" for name, value in fields if value)
    return f"<ref>{{{{cite news{body}}}}}</ref>"


def _org(article: Article, quote: Quote | None) -> str:
    title = article.title.replace("[", "(").replace("]", ")")
    source = ", ".join(filter(None, [f"[[{_link(article, quote)}][{title}]]", article.site]))
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
