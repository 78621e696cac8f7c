"""The one door for text from outside.

What terminals obey (C0, C1, escape), what reorders or hides text (bidirectional
embeddings, tags, zero-width floods) and what breaks encoders (surrogates,
noncharacters) is gone after this; everything a reader can see stays. Measured
reasons stand in the rules' comments.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LINE_LIMIT = 2_000
"""Longest single line (title, name, caption's credit), in code points."""

URL_LIMIT = 8_000
"""Longest address kept, in code points; browsers and servers give up at about this length."""

# Patterns are compiled by re when they are needed: some take milliseconds of a start that may not need them.
_NEWLINES = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"
# C0 but tab and newline, DEL, C1; soft hyphen (drawn one cell wide by terminals); zero-width space,
# word joiner and invisible operators; byte order mark; bidirectional embeddings, overrides and isolates;
# deprecated format characters; interlinear annotation; tags; noncharacters; Mongolian vowel separator.
_UNSEEN = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]+"
)
_SURROGATES = "[\ud800-\udfff]"
# Joiners are needed between letters (Persian, Indic, emoji) and never in runs; marks likewise.
_JOINERS = "([\u200c-\u200f\u061c\ufe00-\ufe0f])[\u200c-\u200f\u061c]+"
_SELECTORS = "([\ufe00-\ufe0f])[\ufe00-\ufe0f]+"
_STACKED = (
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_RARE = "[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u3000-\ud7ff]"
_BLANKS = re.compile(r"[ \t\n]+")
_HOST = re.compile(r"[^\s/?#@\\%<>\"^`{|}]+\Z")


def clean_text(text: str) -> str:
    r"""Return ``text`` with nothing in it that acts or hides; ``\n`` and ``\t`` stay."""
    text = re.sub(_NEWLINES, "\n", text)
    if not re.search(_RARE, text):
        return text
    text = re.sub(_SURROGATES, "\ufffd", re.sub(_UNSEEN, "", text))
    for pattern in (_JOINERS, _SELECTORS, _STACKED):
        text = re.sub(pattern, r"\1", text)
    return text


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return ``text`` cleaned, on one line, blanks folded, cut to ``limit`` code points with "…"."""
    line = _BLANKS.sub(" ", clean_text(text)).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def without_login(address: str) -> str:
    """Return ``address`` without the name and password that may stand before its host: neither is sent or kept."""
    return re.sub(r"^(\s*[A-Za-z][A-Za-z0-9+.-]*:[/\\]+)[^/\\?#]*@", r"\1", address)


def clean_url(url: str, base: str = "") -> str:
    """Return ``url`` made absolute and rebuilt from its parts, or "" unless it is http(s) with a host.

    Controls and blanks are taken out first, as browsers do (WHATWG URL, 4.4);
    a user name or password in it is dropped.
    """
    url = clean_text(_BLANKS.sub("", clean_text(url[: URL_LIMIT + 1]))).strip()
    if not url or len(url) > URL_LIMIT:
        return ""
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.match(host):
        return ""
    netloc = f"[{host}]" if ":" in host else host
    if port is not None:
        netloc += f":{port}"
    keep = "/:@!$&'()*+,;=~%-._?[]|"
    path = quote(parts.path or "/", safe=keep)
    return urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe=keep), quote(parts.fragment, safe=keep)))
