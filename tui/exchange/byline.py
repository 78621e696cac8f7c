"""Who wrote it, where and when, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tui.article import Article

_SPRING = ("January", "February", "March", "April", "May", "June")
_AUTUMN = ("July", "August", "September", "October", "November", "December")
MONTHS = _SPRING + _AUTUMN  # strftime would obey the locale


def written_date(moment: datetime) -> str:
    """Return the day as "3 March 2026"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def written_moment(moment: datetime) -> str:
    """Return day and time as "3 March 2026, 14:05 UTC+01:00"."""
    zone = moment.tzname() or ""
    return f"{written_date(moment)}, {moment:%H:%M} {zone}".rstrip()


def enumerate_names(names: Sequence[str], *, conjunction: str = "and") -> str:
    """Return "A", "A and B" or "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def byline(article: Article) -> str:
    """Return "By A and B · Site · 3 March 2026, 14:05 UTC", what is known of it; may be empty."""
    parts = []
    if article.authors:
        parts.append("By " + enumerate_names(article.authors))
    if article.site:
        parts.append(article.site)
    if article.published:
        parts.append(written_moment(article.published))
    if article.updated and article.updated != article.published:
        parts.append("updated " + written_moment(article.updated))
    return " · ".join(parts)


def missing_dateline(article: Article) -> str:
    """Return the dateline where the body does not open with it, as "BRNO – ", else empty."""
    return "" if not article.dateline or article.opens_with_dateline else f"{article.dateline} – "
