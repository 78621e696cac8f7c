"""When two addresses name the same article: the forms in which they are compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tui.article import clean_url

if TYPE_CHECKING:
    from tui.article import Article

# Patterns are compiled by re when they are needed; a start may not need them.
# What newsletters, networks and shops add to an address to follow the person; it never chooses the article.
_TRACKING = (
    r"(?i)(?:utm_|mtm_|pk_|piwik_|hsa_|_hs|at_|stm_)\w*|(?:fb|g|d|ms|y|tt|tw|li_fat_|wb|gb|wbra)cl(?:id|src)|"
    r"mc_[ce]id|igshid|igsh|mkt_tok|ref_src|ref_url|cmpid|cmp|ns_campaign|ns_mchannel|ns_source|"
    r"ito|smid|sref|oly_(?:anon|enc)_id|vero_id|wickedid|guccounter|guce_referrer(?:_sig)?"
)
_HOST_LIKE = r"(?i)(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|\Z)|localhost(?::\d+)?(?:[/?#]|\Z)"
_SCHEME = r"(?i)[a-z][a-z0-9+.-]+:"
_DEFAULT_PORTS = {"http": 80, "https": 443}


def web_key(url: str) -> str:
    """Return the form in which web addresses are compared, or "" when ``url`` is none.

    Scheme, ``www.``, default port, fragment, tracking parameters, the order of
    the others and a slash at the end make no difference.
    """
    clean = clean_url(url)
    if not clean:
        return ""
    parts = urlsplit(clean)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.port is not None and parts.port != _DEFAULT_PORTS[parts.scheme]:
        host += f":{parts.port}"
    pairs = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not re.fullmatch(_TRACKING, pair[0])
    )
    path = unquote(parts.path, errors="surrogateescape").rstrip("/") if "%" in parts.path else parts.path.rstrip("/")
    key = f"//{host}{path}" + (f"?{urlencode(pairs)}" if pairs else "")
    return key.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def source_key(source: str) -> str:
    """Return the form in which what a person asked for is compared: web address, file or other name; "" for ``-``."""
    source = source.encode("utf-8", "replace").decode().replace("\0", "")
    if source in ("", "-"):
        return ""
    if source.lower().startswith(("http://", "https://")):
        return web_key(source)
    if source.lower().startswith("file:"):
        return f"file:{unquote(urlsplit(source).path)}"
    if re.match(_SCHEME, source):
        return source
    if re.match(_HOST_LIKE, source) and not _exists(source):
        return web_key(f"https://{source}")
    return f"file:{_absolute(source)}"


def certain_keys(article: Article, digest: bytes) -> tuple[str, ...]:
    """Return the keys that name ``article`` for sure.

    The ``url`` of a file is only what its links are relative to, which several
    files may share; so for a file its path counts, and for standard input what
    was read (``digest``).
    """
    if article.source == "-":
        return (f"text:{digest.hex()}",)
    key = source_key(article.source)
    keys = (key,) if key.startswith("file:") else (web_key(article.url), key)
    return tuple(dict.fromkeys(key for key in keys if key)) or (f"text:{digest.hex()}",)


def likely_keys(article: Article) -> tuple[str, ...]:
    """Return the keys that name ``article`` when the headline agrees too.

    Pages err about their own canonical address; some sites name their front
    page as that of every article, so an address without a path is none.
    """
    keys = (web_key(article.canonical_url), web_key(article.url))
    return tuple(dict.fromkeys(key for key in keys if key.count("/") > 2 or "?" in key))


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # too long for a path
        return False


def _absolute(path: str) -> str:
    try:
        return str(Path(path).expanduser().absolute())
    except RuntimeError:
        return path
