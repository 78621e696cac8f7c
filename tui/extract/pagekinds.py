"""What kind of page it is, when it is no whole story: told in clear sentences."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.extract.frontpages import is_front_page
from tui.extract.structured import types_of

if TYPE_CHECKING:
    from tui.article import Figure
    from tui.extract.outline import Outline
    from tui.extract.structured import Facts

_WALL = re.compile(
    r"subscribe (?:now |today )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading|already a subscriber|this (?:article|story|content) is (?:for|only available to|reserved for|exclusive to) "
    r"(?:our )?(?:paying |registered )?(?:subscribers|members)|(?:create|register for) a free account to|weiterlesen mit|jetzt weiterlesen|"
    r"(?:dieser|der) (?:artikel|inhalt) ist (?:nur )?(?:für|exklusiv)|mit einem (?:abo|digitalabo)|article (?:est )?réservé|réservé aux abonnés|contenido exclusivo|"
    r"(?:contenuto|articolo) riservato|exclusivo para assinantes|alleen voor abonnees|for abonnenter|för prenumeranter|само для подписчиков|会员专享|有料会員",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:we|our partners|wir|nous|nosotros|noi|we and our)\b.{0,200}\bcookies?\b|before you continue|bevor sie (?:zu|fort)|zustimmung|consent to|tracking und werbung|votre consentement|privacy preference",
    re.IGNORECASE,
)
_SHORT = 900
"""Letters under which a page that speaks of subscribing is a teaser."""


def tell_kind(facts: Facts, outline: Outline, kept: list[int], figures: tuple[Figure, ...], url: str) -> list[str]:
    """Return the sentences that the reader should see about what kind of page this is; ``kept`` is its body."""
    told = []
    body = sum(len(outline.lines[index].text) + 2 for index in kept)
    if is_front_page(facts, outline, kept, url):
        told.append("This is a page of headlines that lead to articles, not an article: open one of those instead.")
    kinds = types_of(facts.article)
    everything = " ".join(line.text for line in outline.lines if len(line.text) < 500)[:60_000]
    if "liveblogposting" in kinds:
        told.append("This is a live blog: only the entries that the page held when it was read are shown.")
    if body < _SHORT and _CONSENT.search(everything[:4000]) and len(everything) < 6000:
        told.append("The page asks for consent to cookies before it shows its article; this may be all there is.")
    elif _is_locked(facts) and (_WALL.search(everything) or body < _SHORT):
        told.append("The article is behind a paywall: what is shown may be only its beginning.")
    elif body < _SHORT and _WALL.search(everything):
        told.append("This seems to be only the beginning of the article; the rest is for subscribers.")
    if "videoobject" in kinds or (facts.meta("og:type").startswith("video") and body < _SHORT):
        told.append("This is a video page; only its text is shown.")
    if len(figures) >= 5 and body < 160 * len(figures) and body < 2 * _SHORT:
        told.append("This is a picture gallery; its text stands in the captions.")
    return told


def _is_locked(facts: Facts) -> bool:
    """Whether the page marks itself as not free (schema.org isAccessibleForFree; og and meta equivalents)."""
    free = facts.article.get("isAccessibleForFree")
    if isinstance(free, str):
        return free.strip().lower() == "false"
    return free is False or facts.meta("article:content_tier", "og:article:content_tier").lower() in (
        "locked",
        "metered",
    )
