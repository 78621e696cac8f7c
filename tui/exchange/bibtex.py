"""An article as BibTeX takes it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui.exchange.byline import MONTHS
from tui.exchange.naming import Name

if TYPE_CHECKING:
    from tui.article import Article

_OBEYED = re.compile(r"([&%$#_])")
_URL_BRACES = {ord("{"): "%7B", ord("}"): "%7D"}


def bibtex_entry(article: Article, link: str, *, note: str = "") -> str:
    """Return an ``@misc`` entry; it holds the date both as BibTeX and as BibLaTeX know it."""
    moment = article.published
    names = [Name.read(author) for author in article.authors]
    last = names[0].family.split()[-1] if names else article.site or "article"
    word = next((word for word in article.title.split() if len(word) > 3), "")
    plain = unicodedata.normalize("NFKD", f"{last}{moment.year if moment else ''}{word}".casefold())
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in names),
        "title": f"{{{escape_tex(article.title)}}}" if article.title else "",
        "howpublished": escape_tex(article.site),
        "year": f"{moment.year}" if moment else "",
        "date": moment.date().isoformat() if moment else "",
        "url": link.translate(_URL_BRACES),
        "note": escape_tex(note),
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    month = f"  month = {MONTHS[moment.month - 1][:3].lower()},\n" if moment else ""
    return f"@misc{{{re.sub('[^a-z0-9]', '', plain) or 'article'},\n{rows}{month}}}"


def _bibtex_name(name: Name) -> str:
    """Return "van der Veen, Piet", with a suffix second, or in braces what is no person's or has but one part."""
    if not name.given:
        return f"{{{escape_tex(name.family)}}}" if " " in name.family else escape_tex(name.family)
    family = f"{name.particle} {name.family}".strip()
    return escape_tex(", ".join(filter(None, [family, name.suffix, name.given])))


def escape_tex(text: str) -> str:
    """Escape what TeX obeys; braces, which must match for every reader of BibTeX, become brackets."""
    plain = text.replace("\\", "/").replace("{", "(").replace("}", ")")
    return _OBEYED.sub(r"\\\1", plain).replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")
