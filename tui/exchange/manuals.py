"""An article as the manuals of style list it: APA 7 (10.16), MLA 9 (5.31), Chicago 18 (14.104).

Held against citeproc, which runs the manuals' rules as the Citation Style Language states them. One thing is left out:
APA's "Retrieved", which for a page without a date needs the day on which it was read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.exchange.byline import MONTHS
from tui.exchange.marks import marks_for, set_inner_marks
from tui.exchange.naming import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article

_APA_MOST = 20
"""So many authors are all named; of more the first 19 and the last."""

_CHICAGO_MOST = 6
"""So many authors are all named; of more the first three."""

_TAIL = re.compile("[”’\"'»]*$")
_SMALL = frozenset(
    word
    for line in (
        "a an the and but nor or so yet as than",
        "about above across after against along amid among around at atop before behind below beneath beside between",
        "beyond by circa despite down during except for from in inside into like near of off on onto out over per",
        "since through throughout till to toward towards under until unto up upon versus via vs with within without",
        "de la van von",
    )
    for word in line.split()
)
"""Articles, conjunctions, prepositions, particles: they stay small in a title, but for its first and last word."""
_TITLE_WORD = re.compile(r"[^\W\d_][\w’']*")


def apa(article: Article, link: str) -> str:
    """Return the entry of a reference list."""
    moment = article.published
    date = f"({moment.year}, {MONTHS[moment.month - 1]} {moment.day})." if moment else "(n.d.)."
    names = [name.turned(name.initials) for name in map(Name.read, article.authors)]
    if len(names) > _APA_MOST:
        who = f"{', '.join(names[:19])}, . . . {names[-1]}"
    else:
        who = f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)
    lead = [_stopped(who), date, _stopped(article.title)] if who else [_stopped(article.title), date]
    return " ".join(filter(None, [*lead, _stopped(article.site), link]))


def mla(article: Article, link: str) -> str:
    """Return the entry of a list of works cited."""
    names = article.authors
    first = Name.read(names[0]) if names else Name("")
    more = {0: "", 1: "", 2: f", and {names[-1]}" if names else ""}.get(len(names), ", et al.")
    moment = article.published
    date = f"{moment.day} {_short_month(moment.month)} {moment.year}" if moment else ""
    title = _quoted(article) if article.site else _stopped(_headline(article))
    who = _stopped(first.turned(first.given) + more)
    return " ".join(filter(None, [who, title, ", ".join(filter(None, [article.site, date, link]))])) + "."


def chicago(article: Article, link: str) -> str:
    """Return the entry of a bibliography (notes and bibliography)."""
    moment = article.published
    date = f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}" if moment else ""
    site = article.site if article.authors else ""
    who = _chicago_names(article.authors) or article.site
    about = ", ".join(filter(None, [site, date]))
    return " ".join(filter(None, [_stopped(who), _quoted(article), _stopped(about), link])) + "."


def _chicago_names(names: Sequence[str]) -> str:
    if not names:
        return ""
    first = Name.read(names[0])
    turned = first.turned(first.given, particle_last=True)
    if len(names) > _CHICAGO_MOST:
        return f"{', '.join([turned, *names[1:3]])}, et al."
    others = ", ".join((turned, *names[1:-1]))
    return f"{others}, and {names[-1]}" if len(names) > 1 else others


def _quoted(article: Article) -> str:
    """Return the title in quotation marks, with its full stop, as an English bibliography sets it."""
    if not article.title:
        return ""
    marks = marks_for("en")
    return marks.opening + _stopped(set_inner_marks(_headline(article), marks)) + marks.closing


def _stopped(text: str) -> str:
    """Return ``text`` with a full stop, inside the quotation marks that it ends with, unless it has an end."""
    core = _TAIL.sub("", text)
    return text if not core or core.endswith((".", "?", "!", "…", "。", "？", "！")) else f"{core}.{text[len(core) :]}"


def _headline(article: Article) -> str:
    """Return the title as English bibliographies capitalise it; one in another language stays as it is."""
    title = article.title
    if article.language and not article.language.lower().startswith("en"):
        return title
    words = list(_TITLE_WORD.finditer(title))
    for number, word in enumerate(words):
        edge = number in (0, len(words) - 1) or title[: word.start()].rstrip("“‘\"' ").endswith((":", "?", "!", "—"))
        if word[0].islower() and (edge or word[0] not in _SMALL):
            title = title[: word.start()] + word[0][0].upper() + title[word.start() + 1 :]
    return title


def _short_month(month: int) -> str:
    """MLA 9, appendix 1: months of more than four letters are shortened."""
    name = MONTHS[month - 1]
    return name if len(name) <= 4 else "Sept." if name == "September" else f"{name[:3]}."
